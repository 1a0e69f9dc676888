import {
  checkFlag,
  checkUnknown,
  isSilent,
  LEVEL_NOUN,
  steppingAside,
  unknownData,
  unknownField,
  type UnknownPolicy,
  type UnknownWords,
} from "./unknown-data.ts";
import { ruleEntry } from "./rule-entry.ts";
import { counted, figureText } from "../base/figures.ts";
import { problem } from "../base/error.ts";
import { levelsOf } from "../score/seniority.ts";
import type { Program } from "../model/program.ts";
import type { PairRule, RuleMeasure } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";

const TITLE = { en: "mentor below the mentee", tr: "mentor alt kademede" };

export interface ReverseOptions {
  /** How many levels the mentee must stand above the mentor, more than 0. @default 1 */
  readonly minimumGap?: number;
  /** What happens to people whose level is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
  /** Whether it refuses nobody, with a warning, where a side has nobody whose level is known. @default false */
  readonly stepsAside?: boolean;
}

/**
 * Refuses a pair whose mentor is not the junior of the two by level: what makes mentoring reverse.
 *
 * Levels are those of the input, or depth in the chart where nobody has one; people without either are refused, with a
 * warning that counts them, unless `unknown` is `allow`.
 *
 * @throws TersineError NUMBER_RANGE for a gap that is not above 0, FIELD_UNKNOWN, VALUE_UNKNOWN
 */
export function reverse(asked: ReverseOptions = {}): PairRule {
  const options = readRuleOptions(asked, ["minimumGap", "unknown", "stepsAside"]);
  const { minimumGap = 1, unknown = "reject", stepsAside = false } = options;
  checkUnknown(unknown);
  checkFlag(stepsAside, "/stepsAside");
  if (!(Number.isFinite(minimumGap) && minimumGap > 0)) {
    throw problem("NUMBER_RANGE", "/minimumGap", "expected a number above 0.");
  }
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "reverse",
    maker: "reverse",
    settings: { ...options },
    because: {
      en: `the mentor is not at least ${counted(minimumGap, "level")} below the mentee`,
      tr: `mentor, mentee'den en az ${figureText(minimumGap).tr} kademe aşağıda değil`,
    },
    prepare: (program) => {
      const mentorLevel = levelsOf(program.mentors, program);
      const menteeLevel = levelsOf(program.mentees, program);
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: (index: number) => !Number.isNaN(mentorLevel[index]),
        mentee: (index: number) => !Number.isNaN(menteeLevel[index]),
      };
      if (stepsAside && isSilent(program, isKnown)) return steppingAside(program, isKnown, NO_LEVELS);
      return {
        measure: seniorityMeasure(program),
        refuses: (mentee, mentor) => {
          const gap = menteeLevel[mentee]! - mentorLevel[mentor]!;
          return Number.isNaN(gap) ? refusesUnknown : gap < minimumGap;
        },
        ...unknownData(TITLE, program, isKnown, unknown, NO_LEVEL),
      };
    },
  };
}

/** What seniority is measured by in a programme, for the result. */
export function seniorityMeasure({ seniority }: Pick<Program, "seniority">): RuleMeasure {
  return seniority === "depth"
    ? {
        by: "depth",
        en: "Nobody states a level: seniority is depth in the organisation chart.",
        tr: "Kimse kademe belirtmemiş: kıdem, organizasyon şemasındaki derinlikle ölçüldü.",
      }
    : { by: "level", en: "Seniority is the level in the data.", tr: "Kıdem, verilerdeki kademeyle ölçüldü." };
}

const NO_LEVELS = {
  en: "On one side nobody's level or place in the organisation chart is known, so nobody can be told to be the junior.",
  tr: "Bir tarafta kimsenin kademesi veya organizasyon şemasındaki yeri bilinmiyor; kimin daha kıdemsiz olduğu söylenemiyor.",
};

const NO_LEVEL: UnknownWords = {
  field: "level",
  noun: LEVEL_NOUN,
  code: "SENIORITY_UNKNOWN",
  en: (people) =>
    `${people === 1 ? "1 participant has" : `${figureText(people).en} participants have`} no known level; all their pairs`,
  tr: (people) => `${figureText(people).tr} katılımcının kademesi bilinmiyor; tüm eşleşmeleri`,
};

export const reverseEntry = ruleEntry({
  name: "reverse",
  title: TITLE,
  options: (z) => ({
    minimumGap: z.number().exactOptional(),
    unknown: unknownField(z),
    stepsAside: z.boolean().exactOptional(),
  }),
  make: reverse,
});
