import { ruleEntry } from "./rule-entry.ts";
import { problem } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { WEEK_MINUTES } from "../base/time/dates.ts";
import { prepareCommonTime } from "../score/availability/common-time.ts";
import type { PairRule } from "./rule.ts";
import { checkRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "time to meet", tr: "görüşme zamanı" };

export interface MeetingTimeOptions {
  /** Common minutes that a week needs; a whole number from 1 to 10,080. */
  readonly minutes: number;
  /** Share of the programme's whole weeks that need them, above 0 and at most 1; 1 rules on the worst week. @default 1 */
  readonly inAtLeast?: number;
  /** Shortest stretch of common time that counts, in minutes; 1 to 1,440. @default 30 */
  readonly minimumBlock?: number;
  /** What happens to pairs of whom one states no windows. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs that have less than `minutes` in common in too many of the programme's whole weeks: with 26 weeks and
 * `inAtLeast: 0.9`, in more than two. Real weeks count, with daylight saving and days away. Its soft sibling is the
 * criterion `availability`.
 *
 * Costs some microseconds a pair for half a year.
 *
 * @throws TersineError NUMBER_RANGE, FIELD_UNKNOWN, VALUE_UNKNOWN; when prepared, the errors of `availability`
 */
export function meetingTime(options: MeetingTimeOptions): PairRule {
  checkRuleOptions(options, ["minutes", "inAtLeast", "minimumBlock", "unknown"]);
  const { minutes, inAtLeast = 1, minimumBlock = 30, unknown = "reject" } = options;
  checkUnknown(unknown);
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= WEEK_MINUTES)) {
    throw problem("NUMBER_RANGE", "/minutes", `expected a whole number of minutes from 1 to ${WEEK_MINUTES}.`);
  }
  if (!(inAtLeast > 0 && inAtLeast <= 1)) {
    throw problem("NUMBER_RANGE", "/inAtLeast", "expected a share of the weeks above 0, at most 1.");
  }
  const percent = figureText(100 * inAtLeast, 4);
  const weeks =
    inAtLeast === 1
      ? { en: "every week", tr: "her hafta" }
      : { en: `at least ${percent.en}% of the weeks`, tr: `haftaların en az %${percent.tr} kadarında` };
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "meetingTime",
    maker: "meetingTime",
    settings: { ...options },
    because: {
      en: `they do not have ${counted(minutes, "minute")} in common in ${weeks.en}`,
      tr: `ortak zaman ${weeks.tr} ${figureText(minutes).tr} dakikayı bulmuyor`,
    },
    prepare: (program) => {
      const { mentors, mentees, period } = program;
      const pool = { mentors, mentees, context: period === undefined ? {} : { period } };
      const { weeks, weeksWithAtLeast, statesWindows } = prepareCommonTime(pool, { minimumBlock });
      // a share such as 0.9 of 10 weeks is 9.000000000000002 in doubles
      const needed = Math.ceil(inAtLeast * weeks - 1e-9);
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: (index: number) => statesWindows("mentor", index),
        mentee: (index: number) => statesWindows("mentee", index),
      };
      return {
        refuses: (mentee, mentor) => {
          const good = weeksWithAtLeast(mentee, mentor, minutes);
          return good === undefined ? refusesUnknown : good < needed;
        },
        ...unknownData(TITLE, program, isKnown, unknown, NO_WINDOWS),
      };
    },
  };
}

const NO_WINDOWS = lacksData({ en: "free time", tr: "uygun zamanı" }, "availability");

export const meetingTimeEntry = ruleEntry({
  name: "meetingTime",
  title: TITLE,
  options: (z) => ({
    minutes: z.number(),
    inAtLeast: z.number().exactOptional(),
    minimumBlock: z.number().exactOptional(),
    unknown: unknownField(z),
  }),
  make: (options) => meetingTime(options),
});
