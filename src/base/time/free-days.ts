import { DAY_MINUTES, dateOfDay, minuteOfWeek, timeText } from "./dates.ts";
import { WEEKDAYS } from "./weekday.ts";
import type { WeekHours } from "./week-hours.ts";
import { offsetPlace, zoneOffsets } from "./zone-offsets.ts";
import type { Zone } from "./zone.ts";

/** Whether each minute of some days is free, on the person's own clock. */
export interface FreeDays {
  /** The first day, in days from 1970-01-01. */
  readonly first: number;
  readonly count: number;
  readonly zone: Zone;
  /** 1 for free; `count` x 1,440 entries. */
  readonly free: Uint8Array;
}

/** So many days from a first one, on which nothing is free yet. */
export function freeDays(first: number, count: number, zone: Zone): FreeDays {
  return { first, count, zone, free: new Uint8Array(count * DAY_MINUTES) };
}

/** Place of the day in the week, Monday 0. */
function weekdayOfDay(day: number): number {
  return minuteOfWeek(day * DAY_MINUTES) / DAY_MINUTES;
}

/** Sets the minutes from `start` up to `end`, which the person's clock shows. */
export function lay({ first, free }: FreeDays, start: number, end: number, value: 0 | 1): void {
  const origin = first * DAY_MINUTES;
  const [from, to] = [Math.max(start - origin, 0), end - origin];
  if (from < to) free.fill(value, from, to);
}

/** Frees the weekly windows of a person, days away left out. */
export function layHours(days: FreeDays, { weekly, away }: WeekHours): void {
  for (let day = days.first; day < days.first + days.count; day += 1) {
    const monday = (day - weekdayOfDay(day)) * DAY_MINUTES;
    const midnight = day * DAY_MINUTES;
    for (let at = 0; at < weekly.length; at += 2) {
      const start = Math.max(monday + weekly[at]!, midnight);
      const end = Math.min(monday + weekly[at + 1]!, midnight + DAY_MINUTES);
      lay(days, start, end, 1);
    }
  }
  for (let at = 0; at < away.length; at += 2) lay(days, away[at]!, away[at + 1]!, 0);
}

/** Sets what the person's clock shows between two instants; an hour that it shows twice is set by either. */
export function layInstants(days: FreeDays, from: number, to: number, value: 0 | 1): void {
  const first = (days.first - 1) * DAY_MINUTES;
  const last = (days.first + days.count + 1) * DAY_MINUTES;
  const [start, end] = [Math.max(from, first), Math.min(to, last)];
  if (start >= end) return;
  const { startOf, offsetOf } = zoneOffsets(days.zone, first, last);
  for (let place = offsetPlace({ startOf, offsetOf }, start); place < startOf.length; place += 1) {
    const [a, b] = [Math.max(start, startOf[place]!), Math.min(end, startOf[place + 1] ?? last)];
    if (a >= b) return;
    lay(days, a + offsetOf[place]!, b + offsetOf[place]!, value);
  }
}

/** What is nearest to some days and repeats every week. */
export interface WeeklyPattern {
  readonly windows: readonly { readonly day: string; readonly start: string; readonly end: string }[];
  /** Runs of dates, both included. */
  readonly away: readonly { readonly start: string; readonly end: string }[];
  /** Time in the windows that is not free: parts of days, which days away cannot take out. */
  readonly overstated: TimeCount;
  /** Free time that the windows and the days away leave out. */
  readonly understated: TimeCount;
}

export interface TimeCount {
  readonly days: number;
  readonly minutes: number;
}

/**
 * A minute of a weekday is in the windows if it is free on at least half of those days of its kind that have any free
 * time; a day on which nothing of its windows is free is a day away.
 */
export function weeklyPattern(days: FreeDays): WeeklyPattern {
  const patterns = WEEKDAYS.map((_, weekday) => usualDay(days, weekday));
  const awayDays: number[] = [];
  const over = { days: 0, minutes: 0 };
  const under = { days: 0, minutes: 0 };
  for (let at = 0; at < days.count; at += 1) {
    const pattern = patterns[weekdayOfDay(days.first + at)]!;
    const free = days.free.subarray(at * DAY_MINUTES, (at + 1) * DAY_MINUTES);
    const isAway = pattern.includes(1) && !free.some((isFree, minute) => isFree === 1 && pattern[minute] === 1);
    if (isAway) awayDays.push(days.first + at);
    count(over, pattern, free, !isAway);
    count(under, free, isAway ? NOTHING : pattern, true);
  }
  const windows = patterns.flatMap((pattern, weekday) => windowsOf(pattern, WEEKDAYS[weekday]!));
  return { windows, away: datesOf(awayDays), overstated: over, understated: under };
}

const NOTHING = new Uint8Array(DAY_MINUTES);

/** Adds the minutes that are in `some` and not in `others`. */
function count(total: { days: number; minutes: number }, some: Uint8Array, others: Uint8Array, counts: boolean): void {
  if (!counts) return;
  let minutes = 0;
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) if (some[minute]! > others[minute]!) minutes += 1;
  if (minutes === 0) return;
  total.days += 1;
  total.minutes += minutes;
}

/** Minutes that are free on at least half of the days of a kind that have free time. */
function usualDay(days: FreeDays, weekday: number): Uint8Array {
  const freeOn = new Uint16Array(DAY_MINUTES);
  let counted = 0;
  for (let at = 0; at < days.count; at += 1) {
    if (weekdayOfDay(days.first + at) !== weekday) continue;
    const day = days.free.subarray(at * DAY_MINUTES, (at + 1) * DAY_MINUTES);
    if (!day.includes(1)) continue;
    counted += 1;
    day.forEach((isFree, minute) => (freeOn[minute]! += isFree));
  }
  return Uint8Array.from(freeOn, (times) => (counted > 0 && 2 * times >= counted ? 1 : 0));
}

function windowsOf(pattern: Uint8Array, day: string): WeeklyPattern["windows"] {
  const windows: WeeklyPattern["windows"][number][] = [];
  for (let start = pattern.indexOf(1); start >= 0;) {
    const stop = pattern.indexOf(0, start);
    const end = stop < 0 ? DAY_MINUTES : stop;
    windows.push({ day, start: timeText(start), end: timeText(end) });
    start = stop < 0 ? -1 : pattern.indexOf(1, stop);
  }
  return windows;
}

/** Runs of days as dates, both included. */
function datesOf(days: readonly number[]): WeeklyPattern["away"] {
  const firsts = days.filter((day, at) => days[at - 1] !== day - 1);
  const lasts = days.filter((day, at) => days[at + 1] !== day + 1);
  return firsts.map((first, at) => ({ start: dateOfDay(first), end: dateOfDay(lasts[at]!) }));
}
