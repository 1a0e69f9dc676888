import { problem as error } from "../../base/error.ts";
import type { Engine } from "../engine.ts";

/**
 * Runs the check of an answer that is about to be returned; its failure is a bug of this library, and thrown as one.
 * Yields `work` at the pauses of the check.
 */
export function* insist(check: Generator<unknown, void, void>, work: number): Engine<void> {
  try {
    for (let step = check.next(); step.done !== true; step = check.next()) yield work;
  } catch (cause) {
    throw error("INTERNAL", "", "the answer did not pass its own check.", {
      hint: "This is a bug of this library; please report it with the problem.",
      cause,
    });
  }
}
