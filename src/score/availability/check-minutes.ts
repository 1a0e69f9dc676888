import { problem } from "../../base/error.ts";

/** Longest block that can be asked for, in minutes: a day. */
const MAX_BLOCK = 1_440;

/** Refuses a shortest block that is no whole number of minutes from 1 to a day. */
export function checkMinimumBlock(minutes: unknown): void {
  checkMinutes(minutes, "/minimumBlock", MAX_BLOCK);
}

/** Refuses anything but a whole number of minutes from 1 to `most`. */
export function checkMinutes(value: unknown, path: string, most: number): void {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return;
  throw problem("NUMBER_RANGE", path, `expected a whole number of minutes from 1 to ${most}.`);
}
