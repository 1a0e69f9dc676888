import { ruleEntry } from "./rule-entry.ts";
import { counted, figureText } from "../base/figures.ts";
import { problem } from "../base/error.ts";
import { levelsOf } from "../score/seniority.ts";
import { seniorityMeasure } from "./reverse.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, LEVEL_NOUN, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "distance in levels", tr: "kademe farkı" };

export interface LevelGapOptions {
  /** Fewest levels that the mentee stands above the mentor; may be negative. @default no bound */
  readonly min?: number;
  /** Most levels that the mentee stands above the mentor. @default no bound */
  readonly max?: number;
  /** What happens to pairs with an unknown level. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses a pair whose level gap, the mentee's level minus the mentor's, lies outside `min` to `max`, both included. Its
 * soft sibling is the criterion `hierarchy`.
 *
 * Levels as for `reverse`: those of the input, or depth in the chart where nobody has one.
 *
 * @throws TersineError NUMBER_RANGE for bounds that are not finite or in the wrong order, FIELD_MISSING without a bound,
 *   FIELD_UNKNOWN, VALUE_UNKNOWN
 */
export function levelGap(asked: LevelGapOptions): PairRule {
  const options = readRuleOptions(asked, ["min", "max", "unknown"]);
  const { min, max, unknown = "reject" } = options;
  checkUnknown(unknown);
  if (min === undefined && max === undefined) throw problem("FIELD_MISSING", "/min", "levelGap: expected min or max.");
  for (const [field, bound] of [
    ["min", min],
    ["max", max],
  ] as const) {
    if (bound !== undefined && !Number.isFinite(bound))
      throw problem("NUMBER_RANGE", `/${field}`, "expected a finite number of levels.");
  }
  const [least, most] = [min ?? -Infinity, max ?? Infinity];
  if (least > most) throw problem("NUMBER_RANGE", "/max", "expected at least `min`.");
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "levelGap",
    maker: "levelGap",
    settings: { ...options },
    because: because(min, max),
    prepare: (program) => {
      const mentorLevel = levelsOf(program.mentors, program);
      const menteeLevel = levelsOf(program.mentees, program);
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: (index: number) => !Number.isNaN(mentorLevel[index]),
        mentee: (index: number) => !Number.isNaN(menteeLevel[index]),
      };
      return {
        measure: seniorityMeasure(program),
        refuses: (mentee, mentor) => {
          const gap = menteeLevel[mentee]! - mentorLevel[mentor]!;
          return Number.isNaN(gap) ? refusesUnknown : gap < least || gap > most;
        },
        ...unknownData(TITLE, program, isKnown, unknown, lacksData(LEVEL_NOUN, "level")),
      };
    },
  };
}

function because(min: number | undefined, max: number | undefined): PairRule["because"] {
  if (max === undefined) {
    return {
      en: `the mentee is not at least ${counted(min ?? 0, "level")} above the mentor`,
      tr: `mentee, mentordan en az ${figureText(min ?? 0).tr} kademe yukarıda değil`,
    };
  }
  if (min === undefined) {
    return {
      en: `the mentee is more than ${counted(max, "level")} above the mentor`,
      tr: `mentee, mentordan ${figureText(max).tr} kademeden fazla yukarıda`,
    };
  }
  return {
    en: `the mentee is not ${figureText(min).en} to ${figureText(max).en} levels above the mentor`,
    tr: `mentee ile mentor arasındaki fark ${figureText(min).tr} ile ${figureText(max).tr} kademe arasında değil`,
  };
}

export const levelGapEntry = ruleEntry({
  name: "levelGap",
  title: TITLE,
  options: (z) => ({ min: z.number().exactOptional(), max: z.number().exactOptional(), unknown: unknownField(z) }),
  make: levelGap,
});
