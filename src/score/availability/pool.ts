import { problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import { mapPeople, mapResult, type Steps } from "../../base/steps.ts";
import { readWeekHours, type Intervals, type WeekHours } from "../../base/time/week-hours.ts";
import { readPeriod } from "../../base/time/programme-weeks.ts";
import { type ProgrammeScale, programmeScale, trueRuns } from "../../base/time/week-runs.ts";
import type { MenteeProfile, MentorProfile, ScorePool } from "../criterion-of.ts";

/** Stands for the timetable of someone who stated no window. */
export const SILENT = -1;

/** A pool's availability. */
export interface AvailabilityPool {
  readonly scale: ProgrammeScale;
  readonly mentors: AvailabilitySide;
  readonly mentees: AvailabilitySide;
}

/** One side's availability; people who state the same share one timetable. */
export interface AvailabilitySide {
  readonly timetables: readonly Timetable[];
  /** Place in `timetables`, or `SILENT`; indexed by person. */
  readonly timetableOf: Int32Array;
}

export interface Timetable {
  readonly hours: WeekHours;
  /** True time on the programme's scale. */
  readonly runs: Intervals;
}

/**
 * Reads everybody's windows; `undefined` if nobody stated any. Can be paused every few people.
 *
 * Errors, together: those of `readWeekHours` below `/mentors/…` and `/mentees/…`; `PERIOD_MISSING` at `/period` if
 * somebody stated windows and there is no period; those of `readPeriod`.
 */
export function* availabilityPool(pool: ScorePool): Steps<AvailabilityPool | undefined> {
  const issues: TersineIssue[] = [];
  const readIn = (side: "mentors" | "mentees") =>
    mapPeople<MentorProfile | MenteeProfile, WeekHours | undefined>(pool[side], (person, place) => {
      const reading = pool.times?.hoursOf(person) ?? readWeekHours(person, `/${side}/${place}`);
      issues.push(...reading.issues);
      return reading.hours;
    });
  const mentors = yield* readIn("mentors");
  const mentees = yield* readIn("mentees");
  const isUsed = [mentors, mentees].some((side) => side.some((hours) => hours !== undefined));
  throwIssues(issues);
  if (!isUsed) return undefined;
  const scale = poolScale(pool);
  const runsOf = pool.times?.runsOf ?? trueRuns;
  return { scale, mentors: yield* sideOf(mentors, scale, runsOf), mentees: yield* sideOf(mentees, scale, runsOf) };
}

function poolScale({ context: { period } }: ScorePool): ProgrammeScale {
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

function sideOf(
  hoursOf: readonly (WeekHours | undefined)[],
  scale: ProgrammeScale,
  runsOf: typeof trueRuns,
): Steps<AvailabilitySide> {
  const timetables: Timetable[] = [];
  const placeOfKey = new Map<string, number>();
  const places = mapPeople(hoursOf, (hours) => {
    if (hours === undefined) return SILENT;
    const key = [hours.zone.name, hours.weekly.join(), hours.away.join()].join("|");
    const known = placeOfKey.get(key);
    if (known !== undefined) return known;
    placeOfKey.set(key, timetables.length);
    return timetables.push({ hours, runs: runsOf(hours, scale) }) - 1;
  });
  return mapResult(places, (placeOf) => ({ timetables, timetableOf: Int32Array.from(placeOf) }));
}
