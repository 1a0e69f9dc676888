import { asPublic } from "../../base/public.ts";
import { drain } from "../../base/steps.ts";
import { addMinutesByWeek, commonBlocks } from "../../base/time/week-runs.ts";
import { availabilityPool, SILENT } from "./pool.ts";
import { checkMinimumBlock } from "./check-minutes.ts";
import type { ScorePool } from "../criterion-of.ts";

/** Common time week by week, for rules such as "at least an hour in nine weeks of ten". */
export interface PreparedCommonTime {
  /** Whole weeks of the programme; 0 if nobody states windows and there is no period. */
  readonly weeks: number;
  /** In how many of them two people have at least `minutes` in common; `undefined` if one side stated no window. */
  readonly weeksWithAtLeast: (mentee: number, mentor: number, minutes: number) => number | undefined;
  /** Whether a person of a side stated any window. */
  readonly statesWindows: (side: "mentor" | "mentee", index: number) => boolean;
}

/**
 * Compiles common time by week against a pool; blocks shorter than `minimumBlock` do not count.
 *
 * Errors: as `availability`. Cost of a pair: linear in its windows x weeks, some microseconds for half a year.
 * @default minimumBlock 30
 */
export function prepareCommonTime(
  pool: ScorePool,
  options: { readonly minimumBlock?: number } = {},
): PreparedCommonTime {
  return asPublic("prepareCommonTime", () => {
    const { minimumBlock = 30 } = options;
    checkMinimumBlock(minimumBlock);
    const people = drain(availabilityPool(pool));
    if (people === undefined) {
      return { weeks: 0, weeksWithAtLeast: () => undefined, statesWindows: () => false };
    }
    const { scale, mentors, mentees } = people;
    const minutesOf = new Int32Array(scale.weeks);
    const weeksWithAtLeast = (mentee: number, mentor: number, minutes: number): number | undefined => {
      const a = mentors.timetableOf[mentor] ?? SILENT;
      const b = mentees.timetableOf[mentee] ?? SILENT;
      if (a === SILENT || b === SILENT) return undefined;
      minutesOf.fill(0);
      const blocks = commonBlocks(mentors.timetables[a]!.runs, mentees.timetables[b]!.runs, minimumBlock, scale);
      addMinutesByWeek(minutesOf, blocks, scale);
      let weeks = 0;
      for (const common of minutesOf) if (common >= minutes) weeks += 1;
      return weeks;
    };
    const statesWindows = (side: "mentor" | "mentee", index: number): boolean =>
      ((side === "mentor" ? mentors : mentees).timetableOf[index] ?? SILENT) !== SILENT;
    return { weeks: scale.weeks, weeksWithAtLeast, statesWindows };
  });
}
