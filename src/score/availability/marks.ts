import { minuteOfWeek } from "../../base/time/dates.ts";
import { mapPeople, mapResult, type Steps } from "../../base/steps.ts";
import type { Intervals, WeekHours } from "../../base/time/week-hours.ts";
import { type ProgrammeScale, scaleOffsets } from "../../base/time/week-runs.ts";
import { offsetPlace } from "../../base/time/zone-offsets.ts";

/** Starts and ends of many people's runs, gathered so that people share them. Ends are numbered before starts. */
export interface MarkLists {
  /** Number of marks. */
  readonly count: number;
  readonly ends: MarkList;
  readonly starts: MarkList;
  /** Marks of each person; together their instants are the starts and ends of the person's runs. */
  readonly marksOf: readonly Int32Array[];
}

export interface MarkList {
  /** All instants of the marks in ascending order, once each. */
  readonly instants: Int32Array;
  /** Places in `instants`, for each mark. */
  readonly placesOf: readonly Int32Array[];
}

/** Somebody's runs on the programme's scale. */
export interface OwnRuns {
  readonly hours: WeekHours;
  readonly runs: Intervals;
}

/** Gathers starts and ends: a mark is all instants at which a person's clock shows one minute of the week. */
export function menteeMarks(people: readonly OwnRuns[], scale: ProgrammeScale): Steps<MarkLists> {
  const ends = markCollection();
  const starts = markCollection();
  const pairs = mapPeople(people, (person) => {
    const instants = instantsByClock(person, scale);
    return [instants.ends.map(ends.numberOf), instants.starts.map(starts.numberOf)] as const;
  });
  return mapResult(pairs, (placed) => {
    const endCount = ends.marks.length;
    return {
      count: endCount + starts.marks.length,
      ends: markList(ends.marks, scale),
      starts: markList(starts.marks, scale),
      marksOf: placed.map(([own, ownStarts]) => Int32Array.from([...own, ...ownStarts.map((mark) => mark + endCount)])),
    };
  });
}

/** Starts and ends of a person's runs, each grouped by what the person's clock shows, in order of time. */
function instantsByClock({ hours, runs }: OwnRuns, scale: ProgrammeScale): Record<"starts" | "ends", number[][]> {
  const offsets = scaleOffsets(hours, scale);
  const starts = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  for (let at = 0; at < runs.length; at += 2) {
    const start = runs[at]! + scale.origin;
    // an end belongs to the clock of the minute before it
    const last = runs[at + 1]! + scale.origin - 1;
    addTo(starts, minuteOfWeek(start + offsets.offsetOf[offsetPlace(offsets, start)]!), runs[at]!);
    addTo(ends, minuteOfWeek(last + offsets.offsetOf[offsetPlace(offsets, last)]!), runs[at + 1]!);
  }
  return { starts: [...starts.values()], ends: [...ends.values()] };
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Numbers marks by their instants. */
function markCollection(): {
  readonly marks: readonly (readonly number[])[];
  readonly numberOf: (instants: readonly number[]) => number;
} {
  const marks: (readonly number[])[] = [];
  const numberOfKey = new Map<string, number>();
  const numberOf = (instants: readonly number[]): number => {
    const key = instants.join();
    const known = numberOfKey.get(key);
    if (known !== undefined) return known;
    numberOfKey.set(key, marks.length);
    return marks.push(instants) - 1;
  };
  return { marks, numberOf };
}

function markList(marks: readonly (readonly number[])[], { end }: ProgrammeScale): MarkList {
  const placeOf = new Int32Array(end + 1);
  for (const mark of marks) for (const instant of mark) placeOf[instant] = 1;
  const instants: number[] = [];
  for (let instant = 0; instant <= end; instant += 1) {
    if (placeOf[instant] === 1) placeOf[instant] = instants.push(instant) - 1;
  }
  return {
    instants: Int32Array.from(instants),
    placesOf: marks.map((mark) => Int32Array.from(mark, (instant) => placeOf[instant]!)),
  };
}
