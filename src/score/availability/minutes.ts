import { commonMinutes } from "../../base/time/week-runs.ts";
import type { AvailabilityPool } from "./pool.ts";
import { MAX_ENTRIES, minutesTable } from "./table.ts";

/** Common minutes of timetables over all counted weeks, in blocks that are long enough. */
export interface CommonMinutes {
  /** Takes places in the timetables of the two sides. */
  readonly pair: (menteeTimetable: number, mentorTimetable: number) => number;
  /** All mentors' timetables with one mentee's, into the first entries of `into`. */
  readonly row: (menteeTimetable: number, into: Int32Array) => void;
}

/** Pairs of timetables, and timetables of the smaller side, from which on a table pays. */
const TABLE_PAIRS = 256;
const TABLE_SIDE = 4;

/** Chooses between the two ways to find common minutes, which give equal numbers: by table, or run by run. */
export function* commonMinutesOf(people: AvailabilityPool, minimumBlock: number): Generator<void, CommonMinutes, void> {
  const [rows, columns] = [people.mentors.timetables.length, people.mentees.timetables.length];
  const isSmall = rows * columns < TABLE_PAIRS || Math.min(rows, columns) < TABLE_SIDE;
  const table = isSmall ? undefined : yield* minutesTable(people, minimumBlock, MAX_ENTRIES);
  return table ?? minutesRunByRun(people, minimumBlock);
}

/** Walks through the true time of both; a microsecond or so a pair for half a year. */
export function minutesRunByRun({ mentors, mentees, scale }: AvailabilityPool, minimumBlock: number): CommonMinutes {
  const runsOfMentor = mentors.timetables.map(({ runs }) => runs);
  const runsOfMentee = mentees.timetables.map(({ runs }) => runs);
  const pair = (mentee: number, mentor: number): number =>
    commonMinutes(runsOfMentor[mentor]!, runsOfMentee[mentee]!, minimumBlock, scale.from, scale.to);
  const row = (mentee: number, into: Int32Array): void => {
    for (let mentor = 0; mentor < runsOfMentor.length; mentor += 1) into[mentor] = pair(mentee, mentor);
  };
  return { pair, row };
}
