import { ruleEntry } from "./rule-entry.ts";
import { problem } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { dayOfDate, monthsAfter } from "../base/time/dates.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions, checkWord } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "time in the organisation", tr: "kurumdaki çalışma süresi" };

export interface TenureOptions {
  /** Fewest months since `startDate`, a whole number from 1 to 1,200. */
  readonly min: number;
  /** Whose months count. @default "both" */
  readonly of?: "mentor" | "mentee" | "both";
  /** The day to count to, `YYYY-MM-DD`. @default the start of the programme's period */
  readonly on?: string;
  /** What happens to people whose start is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

const MOST_MONTHS = 1_200;

/**
 * Refuses pairs with somebody who has been in the organisation for less than `min` months: who began on 31 August has been
 * there for six months on 28 February.
 *
 * @throws TersineError NUMBER_RANGE, DATE_FORMAT, FIELD_UNKNOWN, VALUE_UNKNOWN; when prepared, PERIOD_MISSING with neither
 *   `on` nor a period
 */
export function tenure(asked: TenureOptions): PairRule {
  const options = readRuleOptions(asked, ["min", "of", "on", "unknown"]);
  const { min, of = "both", on, unknown = "reject" } = options;
  if (!(Number.isInteger(min) && min >= 1 && min <= MOST_MONTHS)) {
    throw problem("NUMBER_RANGE", "/min", `expected a whole number of months from 1 to ${MOST_MONTHS}.`);
  }
  checkWord(of, "/of", ["mentor", "mentee", "both"]);
  checkUnknown(unknown);
  if (on !== undefined && (typeof on !== "string" || dayOfDate(on) === undefined)) {
    throw problem("DATE_FORMAT", "/on", "expected a date of the calendar as YYYY-MM-DD.");
  }
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "tenure",
    maker: "tenure",
    settings: { ...options },
    because: {
      en: `${WHOSE[of].en} has been in the organisation for less than ${counted(min, "month")}`,
      tr: `${WHOSE[of].tr} kurumdaki çalışma süresi ${figureText(min).tr} aydan az`,
    },
    prepare: (program, path) => {
      const today = on ?? program.period?.start;
      if (today === undefined) {
        const hint = "Give `on`, or the programme a period.";
        throw problem("PERIOD_MISSING", path, "tenure: expected a day to count to, got nothing.", { hint });
      }
      const isTooNew = ({ startDate }: Mentor | Mentee): boolean =>
        startDate === undefined ? unknown === "reject" : monthsAfter(startDate, min) > today;
      const mentorIsNew = program.mentors.map((mentor) => of !== "mentee" && isTooNew(mentor));
      const menteeIsNew = program.mentees.map((mentee) => of !== "mentor" && isTooNew(mentee));
      const isKnown = {
        mentor: (index: number) => of === "mentee" || program.mentors[index]?.startDate !== undefined,
        mentee: (index: number) => of === "mentor" || program.mentees[index]?.startDate !== undefined,
      };
      return {
        refuses: (mentee, mentor) => mentorIsNew[mentor]! || menteeIsNew[mentee]!,
        ...unknownData(TITLE, program, isKnown, unknown, NO_START),
      };
    },
  };
}

const WHOSE = {
  mentor: { en: "the mentor", tr: "mentorun" },
  mentee: { en: "the mentee", tr: "mentee'nin" },
  both: { en: "one of the two", tr: "ikisinden birinin" },
};

const NO_START = lacksData({ en: "start date", tr: "işe başlama tarihi" });

export const tenureEntry = ruleEntry({
  name: "tenure",
  title: TITLE,
  options: (z) => ({
    min: z.number(),
    of: z.enum(["mentor", "mentee", "both"]).exactOptional(),
    on: z.string().exactOptional(),
    unknown: unknownField(z),
  }),
  make: (options) => tenure(options),
});
