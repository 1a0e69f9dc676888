import { problem } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import type { Program } from "../model/program.ts";
import { levelsOf } from "../score/seniority.ts";
import type { PairRule } from "./rule.ts";
import { checkRuleOptions, checkWord } from "./settings.ts";

export interface ReverseOptions {
  /** How many levels the mentee must stand above the mentor, more than 0. @default 1 */
  readonly minimumGap?: number;
  /** What happens to people whose level is not known. @default "reject" */
  readonly unknown?: "reject" | "allow";
}

/**
 * Refuses a pair whose mentor is not the junior of the two by level: what makes mentoring reverse.
 *
 * Levels are those of the input, or depth in the chart where nobody has one; people without either are refused, with a
 * warning that counts them, unless `unknown` is `allow`.
 *
 * @throws TersineError NUMBER_RANGE for a gap that is not above 0, FIELD_UNKNOWN, VALUE_UNKNOWN
 */
export function reverse(options: ReverseOptions = {}): PairRule {
  checkRuleOptions(options, ["minimumGap", "unknown"]);
  const { minimumGap = 1, unknown = "reject" } = options;
  checkWord(unknown, "/unknown", ["reject", "allow"]);
  if (!(Number.isFinite(minimumGap) && minimumGap > 0)) {
    throw problem("NUMBER_RANGE", "/minimumGap", "expected a number above 0.");
  }
  return {
    kind: "pair",
    dependsOn: "pair",
    name: "reverse",
    settings: { ...options },
    because: {
      en: `the mentor is not at least ${minimumGap} level(s) below the mentee`,
      tr: `mentor, menteeden en az ${minimumGap} kademe aşağıda değil`,
    },
    prepare: (program) => {
      const mentorLevel = levelsOf(program.mentors, program);
      const menteeLevel = levelsOf(program.mentees, program);
      const refusesUnknown = unknown === "reject";
      return {
        refuses: (mentee, mentor) => {
          const gap = menteeLevel[mentee]! - mentorLevel[mentor]!;
          return Number.isNaN(gap) ? refusesUnknown : gap < minimumGap;
        },
        warnings: unknownWarnings(program, menteeLevel, mentorLevel, unknown),
      };
    },
  };
}

function unknownWarnings(
  { mentors, mentees }: Program,
  menteeLevel: Float64Array,
  mentorLevel: Float64Array,
  unknown: "reject" | "allow",
) {
  const without = [
    ...mentors.filter((_, index) => Number.isNaN(mentorLevel[index])),
    ...mentees.filter((_, index) => Number.isNaN(menteeLevel[index])),
  ];
  const ids = [...new Set(without.map(({ id }) => id))].sort(compareText);
  if (ids.length === 0) return [];
  const [en, tr] = unknown === "reject" ? ["refused", "reddedildi"] : ["allowed", "kabul edildi"];
  return [
    {
      code: "SENIORITY_UNKNOWN",
      en: `reverse: ${ids.length} participants have no known level; all their pairs are ${en} by this rule.`,
      tr: `reverse: ${ids.length} katılımcının kademesi bilinmiyor; tüm eşleşmeleri bu kuralca ${tr}.`,
      ids,
    } as const,
  ];
}
