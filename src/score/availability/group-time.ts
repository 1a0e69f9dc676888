import { asPublic } from "../../base/public.ts";
import { drain } from "../../base/steps.ts";
import { commonBlocks, commonMinutes } from "../../base/time/week-runs.ts";
import type { Intervals } from "../../base/time/week-hours.ts";
import type { ScorePool } from "../criterion-of.ts";
import { checkMinimumBlock } from "./check-minutes.ts";
import { availabilityPool, SILENT } from "./pool.ts";

/** Time that several people have in common. */
export interface PreparedGroupTime {
  /** Whole weeks of the programme; 0 if nobody states windows. */
  readonly weeks: number;
  /** Whether anybody states windows. */
  readonly isUsed: boolean;
  /**
   * Minutes over all weeks at which all of them are free; `undefined` if one of them states no window, or nobody is named. A
   * mentee goes by the place in the pool, a mentor by that after all mentees. Groups that begin alike are quicker in a row.
   */
  readonly minutes: (people: readonly number[]) => number | undefined;
}

/**
 * Compiles common time of groups against a pool; stretches shorter than `minimumBlock` do not count.
 *
 * Errors: as `availability`. Cost of a group: linear in the windows × weeks of its last member if the others were asked before.
 * @default minimumBlock 30
 */
export function prepareGroupTime(pool: ScorePool, options: { readonly minimumBlock?: number } = {}): PreparedGroupTime {
  return asPublic("prepareGroupTime", () => {
    const { minimumBlock = 30 } = options;
    checkMinimumBlock(minimumBlock);
    const known = drain(availabilityPool(pool));
    if (known === undefined) return { weeks: 0, isUsed: false, minutes: () => undefined };
    const { scale, mentees, mentors } = known;
    const runsOf = [mentees, mentors].flatMap(({ timetables, timetableOf }) =>
      Array.from(timetableOf, (place) => (place === SILENT ? undefined : timetables[place]?.runs)),
    );
    // the common runs of the first members of the last group: of one, of two, and so on
    let before: number[] = [];
    let runsBefore: Intervals[] = [];
    const commonRuns = (people: readonly number[], count: number): Intervals => {
      let at = 0;
      while (at < count && at < before.length && people[at] === before[at]) at += 1;
      before = before.slice(0, at);
      runsBefore = runsBefore.slice(0, at);
      for (; at < count; at += 1) {
        const own = runsOf[people[at]!] ?? NO_TIME;
        before.push(people[at]!);
        runsBefore.push(at === 0 ? own : commonBlocks(runsBefore[at - 1]!, own, minimumBlock, scale));
      }
      return runsBefore.at(-1) ?? NO_TIME;
    };
    return {
      weeks: scale.weeks,
      isUsed: true,
      minutes: (people) => {
        if (people.length === 0 || people.some((person) => runsOf[person] === undefined)) return undefined;
        const runs = commonRuns(people, Math.max(1, people.length - 1));
        const last = runsOf[people.at(-1)!] ?? NO_TIME;
        return commonMinutes(runs, last, minimumBlock, scale.from, scale.to);
      },
    };
  });
}

const NO_TIME: Intervals = Int32Array.of();
