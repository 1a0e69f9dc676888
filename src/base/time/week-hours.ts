import { DAY_MINUTES, dayOfDate, WEEK_MINUTES } from "./dates.ts";
import type { TersineIssue } from "../error.ts";
import { readWindows, type WeekWindow } from "./window-text.ts";
import { readZone, type Zone } from "./zone.ts";

/**
 * Intervals of time in order, `[start, end, start, end, …]`: each start is below its end, and each end is below
 * the next start, so intervals neither overlap nor touch.
 */
export type Intervals = Int32Array;

/** When a person can meet, in minutes on their own clock. */
export interface WeekHours {
  readonly zone: Zone;
  /** Within one week, in minutes since Monday 00:00; never empty. A window over the week's edge is in two parts. */
  readonly weekly: Intervals;
  /** Days off, in minutes from 1970-01-01T00:00 on the person's clock. */
  readonly away: Intervals;
}

export interface WeekHoursReading {
  /** Absent if the person stated no window, or if there are issues. */
  readonly hours?: WeekHours;
  /** Whether windows overlap, so that they were merged. Windows that only touch do not. */
  readonly overlapping: boolean;
  readonly issues: readonly TersineIssue[];
}

/** A person's record, as far as it says when they can meet; not yet checked. */
export interface WeekHoursSource {
  readonly availability?: unknown;
  readonly timeZone?: unknown;
}

/**
 * Reads when a person can meet from `availability` and `timeZone` of the record at `path`.
 *
 * `availability` is windows (see `readWindows`) or `{ windows, timeZone?, away? }`, where `away` lists dates
 * `{ start, end }`, both included, on which the person cannot meet; its own `timeZone` goes before the person's.
 *
 * Issues: those of `readWindows` and `readZone`, `ZONE_MISSING` for windows without a zone, `DATE_FORMAT` and
 * `WINDOW_ORDER` for dates away. All are collected and nothing is thrown.
 */
export function readWeekHours(source: WeekHoursSource, path: string): WeekHoursReading {
  const issues: TersineIssue[] = [];
  const personZone = zoneOrIssue(source.timeZone, `${path}/timeZone`, issues);
  if (source.availability === undefined) return { overlapping: false, issues };
  const own = ownFields(source.availability);
  const at = `${path}/availability`;
  const reading = readWindows(own === undefined ? source.availability : own.windows, own ? `${at}/windows` : at);
  issues.push(...reading.issues);
  const ownZone = zoneOrIssue(own?.timeZone, `${at}/timeZone`, issues);
  const away = readAway(own?.away, `${at}/away`, issues);
  const zone = ownZone ?? personZone;
  const { windows } = reading;
  if (windows.length > 0 && own?.timeZone === undefined && source.timeZone === undefined) {
    const message = "expected a time zone for the windows of availability, got nothing.";
    issues.push({ code: "ZONE_MISSING", path: `${path}/timeZone`, message, hint: "Write Europe/Istanbul or +03:00." });
  }
  const weekly = weeklyIntervals(windows);
  const overlapping = hasOverlap(windows);
  if (zone === undefined || issues.length > 0 || windows.length === 0) return { overlapping, issues };
  return { hours: { zone, weekly, away }, overlapping, issues };
}

/** The same intervals in order, with those that overlap or touch made one. */
export function mergeIntervals(intervals: readonly (readonly [start: number, end: number])[]): Intervals {
  const merged: number[] = [];
  for (const [start, end] of [...intervals].sort(([a], [b]) => a - b)) {
    const last = merged.length - 1;
    if (last > 0 && start <= merged[last]!) merged[last] = Math.max(merged[last]!, end);
    else if (start < end) merged.push(start, end);
  }
  return Int32Array.from(merged);
}

/** Windows cut at the week's edge and merged. */
export function weeklyIntervals(windows: readonly WeekWindow[]): Intervals {
  return mergeIntervals(windows.flatMap(cutAtWeekEdge));
}

function cutAtWeekEdge({ start, end }: WeekWindow): [start: number, end: number][] {
  if (end <= WEEK_MINUTES) return [[start, end]];
  return [
    [start, WEEK_MINUTES],
    [0, end - WEEK_MINUTES],
  ];
}

function hasOverlap(windows: readonly WeekWindow[]): boolean {
  const cut = windows.flatMap(cutAtWeekEdge).sort(([a], [b]) => a - b);
  return cut.some(([start], place) => place > 0 && start < cut[place - 1]![1]);
}

type OwnFields = Readonly<Record<"windows" | "timeZone" | "away", unknown>>;

/** The fields of availability written as an object; `undefined` for windows alone. */
function ownFields(availability: unknown): OwnFields | undefined {
  if (typeof availability !== "object" || availability === null || Array.isArray(availability)) return undefined;
  const { windows, timeZone, away } = availability as Partial<OwnFields>;
  return { windows, timeZone, away };
}

function zoneOrIssue(name: unknown, path: string, issues: TersineIssue[]): Zone | undefined {
  if (name === undefined) return undefined;
  const zone = readZone(name, path);
  if (!("code" in zone)) return zone;
  issues.push(zone);
  return undefined;
}

function readAway(given: unknown, path: string, issues: TersineIssue[]): Intervals {
  if (given === undefined) return mergeIntervals([]);
  if (!Array.isArray(given)) {
    issues.push({ code: "LIST_EXPECTED", path, message: "expected a list of dates away, got another type." });
    return mergeIntervals([]);
  }
  const days: [number, number][] = [];
  for (const [place, item] of Array.from<unknown>(given).entries()) {
    const dates = (typeof item === "object" ? item : undefined) as
      { readonly start?: unknown; readonly end?: unknown } | null | undefined;
    const start = readDate(dates?.start, `${path}/${place}/start`, issues);
    const end = readDate(dates?.end, `${path}/${place}/end`, issues);
    if (start === undefined || end === undefined) continue;
    if (start <= end) days.push([start * DAY_MINUTES, (end + 1) * DAY_MINUTES]);
    else {
      const message = "expected a last day away at or after the first, got an earlier one.";
      issues.push({ code: "WINDOW_ORDER", path: `${path}/${place}/end`, message });
    }
  }
  return mergeIntervals(days);
}

/** Days from 1970-01-01 to a date; `undefined` after adding a `DATE_FORMAT` issue. */
export function readDate(date: unknown, path: string, issues: TersineIssue[]): number | undefined {
  const day = typeof date === "string" ? dayOfDate(date) : undefined;
  if (day === undefined) {
    const message = "expected a date of the calendar as YYYY-MM-DD.";
    issues.push({ code: "DATE_FORMAT", path, message });
  }
  return day;
}
