import { DAY_MINUTES, minuteOfWeek, WEEK_MINUTES } from "./dates.ts";
import type { TersineIssue } from "../error.ts";
import { readDate } from "./week-hours.ts";
import { FIRST_INSTANT } from "./zone-offsets.ts";

/** Longest programme, in days, both ends included. */
export const MAX_PERIOD_DAYS = 731;

/** Last day that a programme may reach, 2999-12-31, in days from 1970-01-01. */
const LAST_DAY = 376_199;

/**
 * The whole weeks of a programme. A week runs from Monday 00:00 UTC to the next, so it is the same stretch of time for
 * everybody and always 10,080 minutes long.
 */
export interface ProgrammeWeeks {
  /** Monday 00:00 UTC of the first week, in minutes from 1970-01-01T00:00Z. */
  readonly start: number;
  /** At least 1. */
  readonly count: number;
}

/**
 * Reads the Monday-to-Sunday weeks that lie wholly between two dates, both included.
 *
 * Issues, at `path` or below: `FIELD_TYPE`, `DATE_FORMAT` (also for days that the calendar lacks), `PERIOD_ORDER`,
 * `LIMIT_PERIOD` (more than 731 days, or years outside 1973 to 2999), `PERIOD_TOO_SHORT` (no whole week).
 */
export function readPeriod(period: unknown, path: string): ProgrammeWeeks | readonly TersineIssue[] {
  const dates = periodDays(period, path);
  if (!("first" in dates)) return dates;
  const { first, last } = dates;
  const sinceMonday = minuteOfWeek(first * DAY_MINUTES);
  const start = first * DAY_MINUTES + (sinceMonday === 0 ? 0 : WEEK_MINUTES - sinceMonday);
  const count = Math.floor(((last + 1) * DAY_MINUTES - start) / WEEK_MINUTES);
  if (count >= 1) return { start, count };
  const message = "expected a period that holds at least one whole week from Monday to Sunday.";
  return [{ code: "PERIOD_TOO_SHORT", path, message }];
}

/** Problems of a period whether or not availability is counted over it: everything but `PERIOD_TOO_SHORT`. */
export function periodIssues(period: unknown, path: string): readonly TersineIssue[] {
  const dates = periodDays(period, path);
  return "first" in dates ? [] : dates;
}

function periodDays(
  period: unknown,
  path: string,
): { readonly first: number; readonly last: number } | readonly TersineIssue[] {
  if (typeof period !== "object" || period === null) {
    return [{ code: "FIELD_TYPE", path, message: "expected a period with start and end, got another type." }];
  }
  const { start, end } = period as { readonly start?: unknown; readonly end?: unknown };
  const issues: TersineIssue[] = [];
  const first = readDate(start, `${path}/start`, issues);
  const last = readDate(end, `${path}/end`, issues);
  if (first === undefined || last === undefined) return issues;
  if (last < first) {
    const message = "expected an end at or after the start, got an earlier date.";
    return [{ code: "PERIOD_ORDER", path: `${path}/end`, message }];
  }
  const days = last - first + 1;
  if (days > MAX_PERIOD_DAYS) {
    const message = `expected a period of at most ${MAX_PERIOD_DAYS} days, got ${days}.`;
    return [{ code: "LIMIT_PERIOD", path, message }];
  }
  // a week before and after must have known offsets too
  if (first * DAY_MINUTES < FIRST_INSTANT + 2 * WEEK_MINUTES || last > LAST_DAY) {
    return [{ code: "LIMIT_PERIOD", path, message: "expected dates from 1973-01-15 to 2999-12-31." }];
  }
  return { first, last };
}
