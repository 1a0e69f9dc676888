import { problem as error } from "../base/error.ts";

/** Runs the check of an answer that is about to be returned; its failure is a bug of this library, and thrown as one. */
export function insist(check: () => void): void {
  try {
    check();
  } catch (cause) {
    throw error("INTERNAL", "", "the answer did not pass its own check.", {
      hint: "This is a bug of this library; please report it with the problem.",
      cause,
    });
  }
}
