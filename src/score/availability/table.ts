import type { Steps } from "../../base/steps.ts";
import type { Intervals } from "../../base/time/week-hours.ts";
import { commonMinutes, type ProgrammeScale, trueRuns } from "../../base/time/week-runs.ts";
import { type MarkLists, menteeMarks } from "./marks.ts";
import type { CommonMinutes } from "./common-minutes.ts";
import type { AvailabilityPool, Timetable } from "./pool.ts";

/** Entries above which a table is not worth its memory; 64 MiB. */
export const MAX_ENTRIES = 1 << 24;

/**
 * Common minutes as sums of a few table entries a pair; `undefined` if the table would have more than `maxEntries`.
 *
 * Why sums suffice: let A be a mentor's runs of at least `minimumBlock` minutes, x an instant, before(x) the minutes of
 * A cut off at x that remain before it, and after(x) those that remain behind, each without a remainder shorter than
 * `minimumBlock`. For a run [s, e) of the mentee that is at least `minimumBlock` long, the minutes that count are
 *
 *   before(e) - (all - after(s)).
 *
 * If s and e fall into different runs of A or between runs, the two terms count what is left of them and everything
 * around; if they fall into one run, both remainders are at least e - s long, so they count and the rest cancels. So
 * a mentee's minutes are a sum over starts and ends, each of which can be summed over all weeks beforehand. Starts and
 * ends are gathered into marks: all instants at which one clock shows one minute of the week. Mentees in one zone with
 * a window from Monday 09:00 share that mark, and a pair takes two entries a window.
 *
 * Days away of a mentee would make marks of their own; instead, the runs that they change are counted beside the table.
 *
 * `minutesAt[mark x mentor timetables + mentor timetable]`. Sums may wrap around at 2^32 on the way, which does no harm,
 * as each total is below 2^31.
 *
 * Cost: mentors x (instants of all marks) once; then windows a pair.
 */
export function* minutesTable(
  people: AvailabilityPool,
  minimumBlock: number,
  maxEntries: number,
): Steps<CommonMinutes | undefined> {
  const { mentors, mentees, scale } = people;
  const rows = mentors.timetables.length;
  const changes = mentees.timetables.map((timetable) => awayChanges(timetable, scale, minimumBlock));
  yield;
  const marks = yield* menteeMarks(
    mentees.timetables.map(({ hours }, place) => ({ hours, runs: changes[place]!.always })),
    scale,
  );
  if (rows * marks.count > maxEntries) return undefined;
  const runsOf = mentors.timetables.map(({ runs }) => longRuns(runs, minimumBlock));
  yield;
  const minutesAt = new Int32Array(rows * marks.count);
  yield* fillTable(minutesAt, runsOf, marks, scale, minimumBlock);
  const changed = (mentor: number, { lost, gained }: AwayChanges): number =>
    commonMinutes(runsOf[mentor]!, gained, minimumBlock, scale.from, scale.to) -
    commonMinutes(runsOf[mentor]!, lost, minimumBlock, scale.from, scale.to);
  const { marksOf } = marks;
  const pair = (mentee: number, mentor: number): number => {
    const own = marksOf[mentee]!;
    let minutes = 0;
    for (let at = 0; at < own.length; at += 1) minutes = (minutes + minutesAt[own[at]! * rows + mentor]!) | 0;
    const change = changes[mentee]!;
    return change.isNone ? minutes : minutes + changed(mentor, change);
  };
  const row = (mentee: number, into: Int32Array): void => {
    into.fill(0, 0, rows);
    for (const mark of marksOf[mentee]!) addRow(into, minutesAt, mark * rows, rows);
    const change = changes[mentee]!;
    if (change.isNone) return;
    for (let mentor = 0; mentor < rows; mentor += 1) into[mentor]! += changed(mentor, change);
  };
  return { pair, row };
}

function addRow(into: Int32Array, from: Int32Array, start: number, length: number): void {
  for (let at = 0; at < length; at += 1) into[at]! += from[start + at]!;
}

/** What days away change in a person's long enough runs. */
interface AwayChanges {
  /** Runs of someone who is never away. */
  readonly always: Intervals;
  /** Those of `always` that days away shorten, split or end. */
  readonly lost: Intervals;
  /** What days away leave of them. */
  readonly gained: Intervals;
  readonly isNone: boolean;
}

function awayChanges({ hours, runs }: Timetable, scale: ProgrammeScale, minimumBlock: number): AwayChanges {
  const actual = longRuns(runs, minimumBlock);
  const none = Int32Array.of();
  if (hours.away.length === 0) return { always: actual, lost: none, gained: none, isNone: true };
  const always = longRuns(trueRuns({ ...hours, away: none }, scale), minimumBlock);
  const lost = runsNotIn(always, actual);
  const gained = runsNotIn(actual, always);
  return { always, lost, gained, isNone: lost.length + gained.length === 0 };
}

function longRuns(runs: Intervals, minimumBlock: number): Intervals {
  const long = new Int32Array(runs.length);
  let length = 0;
  for (let at = 0; at < runs.length; at += 2) {
    if (runs[at + 1]! - runs[at]! < minimumBlock) continue;
    long[length++] = runs[at]!;
    long[length++] = runs[at + 1]!;
  }
  return long.subarray(0, length);
}

/** Runs of `runs` that `others` does not hold with the same start and end. */
function runsNotIn(runs: Intervals, others: Intervals): Intervals {
  const endOf = new Map<number, number>();
  for (let at = 0; at < others.length; at += 2) endOf.set(others[at]!, others[at + 1]!);
  return runs.filter((_, at) => endOf.get(runs[at & ~1]!) !== runs[at | 1]!);
}

function* fillTable(
  minutesAt: Int32Array,
  runsOf: readonly Intervals[],
  { ends, starts }: MarkLists,
  scale: ProgrammeScale,
  minimumBlock: number,
): Steps<void> {
  const rows = runsOf.length;
  const before = new Int32Array(ends.instants.length);
  const notAfter = new Int32Array(starts.instants.length);
  const clip = (minute: number): number => Math.min(Math.max(minute, scale.from), scale.to);
  const withCounted = (times: Int32Array): CountedTimes => ({ times, counted: times.map(clip) });
  const [endTimes, startTimes] = [withCounted(ends.instants), withCounted(starts.instants)];
  for (const [row, runs] of runsOf.entries()) {
    // some ten thousand instants and marks, about a millisecond
    if (row % 8 === 7) yield;
    const runTimes = withCounted(runs);
    sumUpTo(before, endTimes, runTimes, minimumBlock, 0);
    sumUpTo(notAfter, startTimes, runTimes, 0, minimumBlock);
    let entry = row;
    for (const places of ends.placesOf) {
      minutesAt[entry] = sumAt(before, places);
      entry += rows;
    }
    for (const places of starts.placesOf) {
      minutesAt[entry] = 0 - sumAt(notAfter, places);
      entry += rows;
    }
  }
}

function sumAt(values: Int32Array, places: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) sum += values[places[at]!]!;
  return sum;
}

/** Minutes, and the same moved to the nearest counted one, so that their differences are counted minutes. */
interface CountedTimes {
  readonly times: Int32Array;
  readonly counted: Int32Array;
}

/**
 * Counted minutes of `runs` up to each of the ascending `instants`. A run starts to grow only `late` minutes after its
 * start, then by all of them at once, and is full `early` minutes before its end: `late` leaves out a first part that is
 * too short, `early` counts as gone a last part that is too short.
 */
function sumUpTo(
  into: Int32Array,
  { times: instants, counted: countedAtInstant }: CountedTimes,
  { times: runs, counted: countedAtRun }: CountedTimes,
  late: number,
  early: number,
): void {
  let sum = 0;
  let at = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const growsFrom = runs[run]! + late;
    const growsTo = runs[run + 1]! - early;
    while (at < instants.length && instants[at]! < growsFrom) into[at++] = sum;
    const sumAtZero = sum - countedAtRun[run]!;
    while (at < instants.length && instants[at]! <= growsTo) {
      into[at] = sumAtZero + countedAtInstant[at]!;
      at += 1;
    }
    sum = sumAtZero + countedAtRun[run + 1]!;
  }
  into.fill(sum, at);
}
