import { minuteOfWeek, WEEK_MINUTES } from "./dates.ts";
import type { Intervals, WeekHours } from "./week-hours.ts";
import type { ProgrammeWeeks } from "./programme-weeks.ts";
import { type ZoneOffsets, zoneOffsets } from "./zone-offsets.ts";

/**
 * Minutes on the programme's own scale. It starts a week before the first counted week and ends a week after the last,
 * so that a block that reaches over the first or last edge is still seen in full. Counted week w is the minutes from
 * (w + 1) x 10,080 up to (w + 2) x 10,080.
 */
export interface ProgrammeScale {
  /** Counted weeks. */
  readonly weeks: number;
  /** Instant of minute 0, in minutes from 1970-01-01T00:00Z. */
  readonly origin: number;
  /** First counted minute. */
  readonly from: number;
  /** End of the counted minutes. */
  readonly to: number;
  /** End of the scale. */
  readonly end: number;
}

/** The scale of a programme. */
export function programmeScale({ start, count }: ProgrammeWeeks): ProgrammeScale {
  return {
    weeks: count,
    origin: start - WEEK_MINUTES,
    from: WEEK_MINUTES,
    to: (count + 1) * WEEK_MINUTES,
    end: (count + 2) * WEEK_MINUTES,
  };
}

/** A zone's offsets over a programme's scale. */
export function scaleOffsets(hours: WeekHours, { origin, end }: ProgrammeScale): ZoneOffsets {
  return zoneOffsets(hours.zone, origin, origin + end);
}

/**
 * When a person can meet, as true time on the programme's scale: the minutes at which the person's clock shows a time
 * within their windows, on a date that they are not away. So a window inside a spring gap holds no minute, and an hour
 * that the clock shows twice in autumn counts twice.
 *
 * Cost: linear in weeks x windows.
 */
export function trueRuns(hours: WeekHours, scale: ProgrammeScale): Intervals {
  const { startOf, offsetOf } = scaleOffsets(hours, scale);
  const { weekly, away } = hours;
  const runs: number[] = [];
  for (const [place, offset] of offsetOf.entries()) {
    const toScale = offset + scale.origin;
    const clockStart = startOf[place]! + offset;
    const clockEnd = (startOf[place + 1] ?? scale.origin + scale.end) + offset;
    for (let monday = clockStart - minuteOfWeek(clockStart); monday < clockEnd; monday += WEEK_MINUTES) {
      for (let i = 0; i < weekly.length; i += 2) {
        const start = Math.max(monday + weekly[i]!, clockStart);
        const end = Math.min(monday + weekly[i + 1]!, clockEnd);
        if (start < end) appendWithout(runs, away, start, end, toScale);
      }
    }
  }
  return Int32Array.from(runs);
}

/** Minutes of two people in common, in blocks of at least `minimumBlock`; only minutes from `from` up to `to` count. */
export function commonMinutes(a: Intervals, b: Intervals, minimumBlock: number, from: number, to: number): number {
  if (b.length === 0) return 0;
  let minutes = 0;
  let i = firstEndingAfter(a, b[0]!);
  let j = 0;
  while (i < a.length && j < b.length) {
    const endOfA = a[i + 1]!;
    const endOfB = b[j + 1]!;
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(endOfA, endOfB);
    if (end - start >= minimumBlock) minutes += Math.max(0, Math.min(end, to) - Math.max(start, from));
    if (endOfA < endOfB) i += 2;
    else j += 2;
  }
  return minutes;
}

/** Place of the first run that ends after `minute`; the length if there is none. */
function firstEndingAfter(runs: Intervals, minute: number): number {
  let low = 0;
  let high = runs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[2 * middle + 1]! > minute) high = middle;
    else low = middle + 1;
  }
  return 2 * low;
}

/** Blocks of at least `minimumBlock` minutes that two people have in common, uncut, that hold a counted minute. */
export function commonBlocks(a: Intervals, b: Intervals, minimumBlock: number, scale: ProgrammeScale): Intervals {
  const blocks: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (end - start >= minimumBlock && start < scale.to && end > scale.from) blocks.push(start, end);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return Int32Array.from(blocks);
}

/** Adds the minutes of `blocks` to the counted weeks that they lie in; `into` is indexed by week. */
export function addMinutesByWeek(into: Int32Array, blocks: Intervals, { from, to }: ProgrammeScale): void {
  for (let i = 0; i < blocks.length; i += 2) {
    const end = Math.min(blocks[i + 1]!, to);
    for (let at = Math.max(blocks[i]!, from); at < end;) {
      const week = Math.floor((at - from) / WEEK_MINUTES);
      const stop = Math.min(end, from + (week + 1) * WEEK_MINUTES);
      into[week]! += stop - at;
      at = stop;
    }
  }
}

/** Appends what is left from `start` up to `end` beside `away`, all three on the clock, less `toScale`. */
function appendWithout(runs: number[], away: Intervals, start: number, end: number, toScale: number): void {
  let from = start;
  for (let i = 0; i < away.length && from < end; i += 2) {
    if (away[i + 1]! <= from) continue;
    if (away[i]! >= end) break;
    if (away[i]! > from) appendRun(runs, from - toScale, away[i]! - toScale);
    from = away[i + 1]!;
  }
  if (from < end) appendRun(runs, from - toScale, end - toScale);
}

/** Adds a run after those before it; one that touches the last run continues it. */
function appendRun(runs: number[], start: number, end: number): void {
  if (runs.length > 0 && runs[runs.length - 1] === start) runs[runs.length - 1] = end;
  else runs.push(start, end);
}
