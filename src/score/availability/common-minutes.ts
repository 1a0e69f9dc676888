import { commonMinutes } from "../../base/time/week-runs.ts";
import type { AvailabilityPool } from "./pool.ts";

/** Common minutes of timetables over all counted weeks, in blocks that are long enough. */
export interface CommonMinutes {
  /** Takes places in the timetables of the two sides. */
  readonly pair: (menteeTimetable: number, mentorTimetable: number) => number;
  /** All mentors' timetables with one mentee's, into the first entries of `into`. */
  readonly row: (menteeTimetable: number, into: Int32Array) => void;
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
