import { problem as error, TersineError } from "../base/error.ts";
import type { Steps } from "../base/steps.ts";

/**
 * Runs the check of an answer that is about to be returned; its failure is a bug of this library, and thrown as one.
 * Tells `work` at the pauses of the check.
 */
export function* checkAnswer(check: Steps<void, unknown>, work: number): Steps<void, number> {
  try {
    for (let step = check.next(); step.done !== true; step = check.next()) yield work;
  } catch (cause) {
    // a problem whose fields cannot be read again is no answer that is wrong
    if (!(cause instanceof TersineError)) throw cause;
    throw error("INTERNAL", "", "the answer did not pass its own check.", {
      hint: "This is a bug of this library; please report it with the problem.",
      cause,
    });
  }
}
