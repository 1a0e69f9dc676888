import type { Refuse } from "./issues.ts";

/** Milliseconds of a day in UTC: days here have no summer time. */
export const DAY = 86_400_000;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:Z|([+-])(\d{2}):(\d{2})))?$/;

/**
 * Milliseconds since 1970 of an instant: a date, `2027-03-01`, which is its first moment in UTC, or a date and a time with
 * its offset, `2027-03-01T09:00Z` or `2027-03-01T12:00+03:00`. `undefined` for all else.
 */
export function instantOf(text: string): number | undefined {
  const parts = INSTANT.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", sign, hours = "0", minutes = "0"] = parts;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isReal = new Date(date).toISOString().slice(0, 10) === text.slice(0, 10);
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const isOffset = Number(hours) <= 14 && Number(minutes) < 60;
  if (!isReal || !isTime || !isOffset) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return date + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000;
}

/** An instant that has been checked. */
export function knownInstant(text: string): number {
  const instant = instantOf(text);
  if (instant === undefined) throw new RangeError("expected an instant that was checked before");
  return instant;
}

/** Whether a value is an instant; tells what else is wrong. */
export function isInstant(value: unknown, path: string, refuse: Refuse): value is string {
  if (typeof value === "string" && instantOf(value) !== undefined) return true;
  if (value === undefined) refuse("FIELD_MISSING", path, "expected a date or a time, got nothing.");
  else {
    const hint = "A time needs its offset, so that everybody reads the same instant.";
    refuse("DATE_FORMAT", path, "expected 2027-03-01 or 2027-03-01T09:00Z, got something else.", hint);
  }
  return false;
}

/** The instant as text: a date where it is the first moment of one. */
export function instantText(instant: number): string {
  const text = new Date(instant).toISOString();
  return instant % DAY === 0 ? text.slice(0, 10) : text.replace(/\.000Z$/u, "Z");
}

/** The first instant at which somebody is gone who leaves by a date, which is their last day, or by a time. */
export function goneFrom(leavesBy: string): number {
  return knownInstant(leavesBy) + (leavesBy.length === 10 ? DAY : 0);
}

/** The instant so many days after another, in whole seconds, never early. */
export function after(instant: number, days: number): number {
  return Math.ceil((instant + days * DAY) / 1000) * 1000;
}

/**
 * When the next step is due: after the days between steps, or at the first promise that ends before; `null` where steps
 * follow arrivals and nothing is promised.
 *
 * @param promises Instants from which somebody is held back no longer
 */
export function nextStep(now: number, every: number, promises: readonly number[]): string | null {
  const first = promises.reduce((least, each) => Math.min(least, each), every > 0 ? after(now, every) : Infinity);
  return first === Infinity ? null : instantText(first);
}

/** Days from one instant to another, at least 0, with parts of days. */
export function daysBetween(from: number, to: number): number {
  return Math.max(0, to - from) / DAY;
}
