import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import { readPeriod } from "../base/week-period.ts";
import { readWeekHours, type Stretches, type WeekHours } from "../base/week-hours.ts";
import { type ProgrammeScale, programmeScale, trueRuns } from "../base/week-runs.ts";
import type { Pool } from "./criterion.ts";

/** Stands for someone who stated no window. */
export const SILENT = -1;

/** A pool's availability. People who are free at the same minutes share one timetable. */
export interface AvailabilityPool {
  readonly scale: ProgrammeScale;
  readonly timetables: readonly Timetable[];
  /** Place in `timetables`, or `SILENT`; indexed by mentor. */
  readonly timetableOfMentor: Int32Array;
  /** Place in `timetables`, or `SILENT`; indexed by mentee. */
  readonly timetableOfMentee: Int32Array;
}

export interface Timetable {
  readonly hours: WeekHours;
  /** True time on the programme's scale. */
  readonly runs: Stretches;
}

/**
 * Reads everybody's windows; `undefined` if nobody stated any.
 *
 * Errors, together: those of `readWeekHours` below `/mentors/…` and `/mentees/…`; `PERIOD_MISSING` at `/period` if
 * somebody stated windows and there is no period; those of `readPeriod`.
 */
export function availabilityPool(pool: Pool): AvailabilityPool | undefined {
  const issues: TersineIssue[] = [];
  const read = (side: "mentors" | "mentees"): (WeekHours | undefined)[] =>
    pool[side].map((person, place) => {
      const reading = readWeekHours(person, `/${side}/${place}`);
      issues.push(...reading.issues);
      return reading.hours;
    });
  const mentors = read("mentors");
  const mentees = read("mentees");
  throwIssues(issues);
  if ([...mentors, ...mentees].every((hours) => hours === undefined)) return undefined;
  const scale = poolScale(pool);
  const collection = timetableCollection(scale);
  const timetableOfMentor = Int32Array.from(mentors, collection.placeOf);
  const timetableOfMentee = Int32Array.from(mentees, collection.placeOf);
  return { scale, timetables: collection.timetables, timetableOfMentor, timetableOfMentee };
}

function poolScale({ context: { period } }: Pool): ProgrammeScale {
  if (period === undefined) {
    throw problem("PERIOD_MISSING", "/period", "expected a period, because people state availability; got nothing.", {
      hint: 'Write { start: "2026-01-05", end: "2026-06-28" }.',
    });
  }
  const weeks = readPeriod(period, "/period");
  if ("start" in weeks) return programmeScale(weeks);
  throwIssues(weeks);
  throw problem("INTERNAL", "/period", "expected a period or an issue, got neither.");
}

/** Timetables by what they rest on, so that equal ones are made once. */
function timetableCollection(scale: ProgrammeScale): {
  readonly timetables: readonly Timetable[];
  readonly placeOf: (hours: WeekHours | undefined) => number;
} {
  const timetables: Timetable[] = [];
  const placeOfKey = new Map<string, number>();
  const placeOf = (hours: WeekHours | undefined): number => {
    if (hours === undefined) return SILENT;
    const key = [hours.zone.name, hours.weekly.join(), hours.away.join()].join("|");
    const known = placeOfKey.get(key);
    if (known !== undefined) return known;
    placeOfKey.set(key, timetables.length);
    timetables.push({ hours, runs: trueRuns(hours, scale) });
    return timetables.length - 1;
  };
  return { timetables, placeOf };
}
