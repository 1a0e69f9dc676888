import { problem } from "../base/error.ts";
import { WEEK_MINUTES } from "../base/calendar.ts";
import { commonMinutes } from "../base/week-runs.ts";
import { availabilityFacts } from "./availability-facts.ts";
import { type AvailabilityPool, availabilityPool, SILENT } from "./availability-pool.ts";
import type { Criterion, MissingPolicy, Pool, PreparedCriterion } from "./criterion.ts";
import { FULL_SCORE, NO_INFORMATION } from "./criterion.ts";

/** Longest block that can be asked for, in minutes: a day. */
const MAX_BLOCK = 1_440;

export interface AvailabilityOptions {
  /** Names the criterion in results. @default "availability" */
  readonly name?: string;
  /** @default 2 */
  readonly weight?: number;
  /** Common minutes a week that are as good as any more; a whole number from 1 to 10,080. @default 60 */
  readonly targetMinutes?: number;
  /** Shortest stretch of common time that counts, in minutes; a whole number from 1 to 1,440. @default 30 */
  readonly minimumBlock?: number;
  /** What happens to a pair of which one side or both stated no window. @default "zero" */
  readonly missing?: MissingPolicy;
}

/** Options with their defaults. */
export interface AvailabilitySettings {
  readonly targetMinutes: number;
  readonly minimumBlock: number;
}

/**
 * How much time two people have in common.
 *
 * The mean of their common minutes a week over the programme's whole weeks, divided by `targetMinutes`: 1 if they have
 * the target or more, 0.5 at half of it, 0 if they never meet. Weeks run from Monday 00:00 UTC. Windows are times on each
 * person's own clock and recur every week: daylight saving moves them against each other, a time that the clock skips
 * holds nothing, an hour that it shows twice counts twice. Blocks shorter than `minimumBlock` do not count; a block over
 * the edge of a week is judged in full and its minutes belong to the week they lie in.
 *
 * Someone without windows gives no information. By default the pair then gets 0, also if both are silent, so that
 * stating less never raises a score; nobody needs a `period` as long as nobody states windows.
 *
 * Errors when compiled: those of `readWeekHours`, `PERIOD_MISSING` if anybody states windows without a `period`, and
 * those of `readPeriod`. Errors at once: `NUMBER_RANGE`, `WEIGHT_RANGE` … for bad options.
 */
export function availability(options: AvailabilityOptions = {}): Criterion {
  const { name = "availability", weight = 2, missing = "zero", targetMinutes = 60, minimumBlock = 30 } = options;
  checkMinutes(targetMinutes, "/targetMinutes", WEEK_MINUTES);
  checkMinutes(minimumBlock, "/minimumBlock", MAX_BLOCK);
  const settings = { targetMinutes, minimumBlock };
  const prepare = (pool: Pool): PreparedCriterion => prepareAvailability(pool, settings);
  const value: Criterion["value"] = (mentor, mentee, context = {}) => {
    const points = prepare({ mentors: [mentor], mentees: [mentee], context }).points(0, 0);
    return points === NO_INFORMATION ? undefined : points / FULL_SCORE;
  };
  return { name, weight, missing, prepare, value };
}

function checkMinutes(value: unknown, path: string, most: number): void {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return;
  throw problem("NUMBER_RANGE", path, `expected a whole number of minutes from 1 to ${most}.`);
}

function prepareAvailability(pool: Pool, settings: AvailabilitySettings): PreparedCriterion {
  const people = availabilityPool(pool);
  const facts: PreparedCriterion["facts"] = (mentor, mentee) => availabilityFacts(people, settings, mentor, mentee);
  if (people === undefined) return { points: () => NO_INFORMATION, facts };
  return { points: pairPoints(people, settings), facts };
}

function pairPoints(people: AvailabilityPool, settings: AvailabilitySettings): PreparedCriterion["points"] {
  const { scale, timetables, timetableOfMentor, timetableOfMentee } = people;
  const runsOf = timetables.map(({ runs }) => runs);
  const fullMinutes = scale.weeks * settings.targetMinutes;
  return (mentor, mentee) => {
    const a = timetableOfMentor[mentor]!;
    const b = timetableOfMentee[mentee]!;
    if (a === SILENT || b === SILENT) return NO_INFORMATION;
    const minutes = commonMinutes(runsOf[a]!, runsOf[b]!, settings.minimumBlock, scale.from, scale.to);
    return pointsOfMinutes(minutes, fullMinutes);
  };
}

/**
 * Micro-points of common minutes over the whole programme, halves up. `fullMinutes` is what a full score takes.
 *
 * Exact: the quotient is at least 1 / fullMinutes away from any whole number that it is not, which is far more than the
 * error of a division.
 */
function pointsOfMinutes(minutes: number, fullMinutes: number): number {
  if (minutes >= fullMinutes) return FULL_SCORE;
  return Math.floor((2 * minutes * FULL_SCORE + fullMinutes) / (2 * fullMinutes));
}
