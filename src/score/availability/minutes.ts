import { finished, mapResult, type Steps } from "../../base/steps.ts";
import { type CommonMinutes, minutesRunByRun } from "./common-minutes.ts";
import type { AvailabilityPool } from "./pool.ts";
import { MAX_ENTRIES, minutesTable } from "./table.ts";

/** Pairs of timetables, and timetables of the smaller side, from which on a table pays. */
const TABLE_PAIRS = 256;
const TABLE_SIDE = 4;

/** Chooses between the two ways to find common minutes, which give equal numbers: by table, or run by run. */
export function commonMinutesOf(people: AvailabilityPool, minimumBlock: number): Steps<CommonMinutes> {
  const [rows, columns] = [people.mentors.timetables.length, people.mentees.timetables.length];
  const isSmall = rows * columns < TABLE_PAIRS || Math.min(rows, columns) < TABLE_SIDE;
  if (isSmall) return finished(minutesRunByRun(people, minimumBlock));
  const table = minutesTable(people, minimumBlock, MAX_ENTRIES);
  return mapResult(table, (minutes) => minutes ?? minutesRunByRun(people, minimumBlock));
}
