import { problem } from "../../base/error.ts";

/**
 * Refuses what is no number of things to list.
 *
 * @throws TersineError NUMBER_RANGE
 */
export function checkCount(count: number): void {
  if (Number.isInteger(count) && count >= 1) return;
  throw problem("NUMBER_RANGE", "/count", "expected a whole number of at least 1.");
}
