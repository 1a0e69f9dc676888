import { asPublic } from "../../base/public.ts";
import { counted, figureText } from "../../base/figures.ts";
import type { Steps } from "../../base/steps.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { WEEK_MINUTES } from "../../base/time/dates.ts";
import { type AvailabilityFacts, availabilityFacts, type AvailabilitySettings } from "../availability/facts.ts";
import type { CommonMinutes } from "../availability/common-minutes.ts";
import { commonMinutesOf } from "../availability/minutes.ts";
import { checkMinimumBlock, checkMinutes } from "../availability/check-minutes.ts";
import { type AvailabilityPool, availabilityPool, SILENT } from "../availability/pool.ts";
import type { CriterionOf, ScorePool, PreparedCriterionOf } from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { roundedRatio } from "../micro-points.ts";
import { pausable } from "../pausable.ts";
import { type CriterionOptions, pairValue, settle } from "../settings.ts";

export interface AvailabilityOptions extends CriterionOptions {
  /** Common minutes a week that are as good as any more; a whole number from 1 to 10,080. @default 60 */
  readonly targetMinutes?: number;
  /** Shortest stretch of common time that counts, in minutes; a whole number from 1 to 1,440. @default 30 */
  readonly minimumBlock?: number;
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
 * stating less never raises a score. In a programme without a `period` in which nobody states windows, availability is
 * not in use: the other criteria share its weight.
 *
 * Errors when compiled: those of `readWeekHours`, `PERIOD_MISSING` if anybody states windows without a `period`, and
 * those of `readPeriod`. Errors at once: `NUMBER_RANGE`, `WEIGHT_RANGE` … for bad options.
 * @default weight 2, missing "zero"
 */
export function availability(options: AvailabilityOptions = {}): CriterionOf<AvailabilityFacts> {
  return asPublic("availability", () => {
    const settings = settle({ maker: "availability", name: "availability", weight: 2, missing: "zero" }, options, [
      "targetMinutes",
      "minimumBlock",
    ]);
    const { targetMinutes = 60, minimumBlock = 30 } = options;
    checkMinutes(targetMinutes, "/targetMinutes", WEEK_MINUTES);
    checkMinimumBlock(minimumBlock);
    const prepare = pausable((pool) => prepareAvailability(pool, { targetMinutes, minimumBlock }));
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

function* prepareAvailability(
  pool: ScorePool,
  settings: AvailabilitySettings,
): Steps<PreparedCriterionOf<AvailabilityFacts>> {
  const people = yield* availabilityPool(pool);
  const facts: PreparedCriterionOf<AvailabilityFacts>["facts"] = (mentee, mentor) =>
    availabilityFacts(people, settings, mentee, mentor);
  if (people === undefined) return { points: () => NO_INFORMATION, facts, unused: pool.context.period === undefined };
  const minutes = yield* commonMinutesOf(people, settings.minimumBlock);
  return { ...compilePoints(people, settings.targetMinutes, minutes), facts };
}

function compilePoints(
  { scale, mentors, mentees }: AvailabilityPool,
  targetMinutes: number,
  minutes: CommonMinutes,
): Required<Pick<PreparedCriterionOf<AvailabilityFacts>, "points" | "pointsRow">> {
  const fullMinutes = scale.weeks * targetMinutes;
  const pointsOf = (common: number): number => {
    if (common === 0) return 0;
    return common >= fullMinutes ? FULL_SCORE : roundedRatio(common * FULL_SCORE, fullMinutes);
  };
  const minutesOf = new Int32Array(mentors.timetables.length);
  return {
    points: (mentee, mentor) => {
      const a = mentees.timetableOf[mentee]!;
      const b = mentors.timetableOf[mentor]!;
      return a === SILENT || b === SILENT ? NO_INFORMATION : pointsOf(minutes.pair(a, b));
    },
    pointsRow: (mentee, into) => {
      const a = mentees.timetableOf[mentee]!;
      if (a !== SILENT) minutes.row(a, minutesOf);
      for (let mentor = 0; mentor < mentors.timetableOf.length; mentor += 1) {
        const b = mentors.timetableOf[mentor]!;
        into[mentor] = a === SILENT || b === SILENT ? NO_INFORMATION : pointsOf(minutesOf[b]!);
      }
    },
  };
}

export const availabilityEntry = /* @__PURE__ */ criterionEntry({
  name: "availability",
  title: { en: "common time", tr: "ortak zaman" },
  facts: "availability",
  options: (z) => ({ targetMinutes: z.number().exactOptional(), minimumBlock: z.number().exactOptional() }),
  make: availability,
  lacking: { en: "free times are", tr: "uygun zamanları" },
  sentences: {
    en: ({ minutesPerWeek: mean, targetMinutes: target, worstWeekMinutes: worst }: AvailabilityFacts) =>
      `Both are free ${counted(mean, "minute")} a week on average (target ${figureText(target).en}, worst week ${figureText(worst).en}).`,
    tr: ({ minutesPerWeek: mean, targetMinutes: target, worstWeekMinutes: worst }) =>
      `Haftada ortalama ${figureText(mean).tr} dakika ortak boş zamanları var (hedef ${figureText(target).tr}, en dar hafta ${figureText(worst).tr}).`,
  },
});
