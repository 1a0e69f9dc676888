import { ruleEntry } from "./rule-entry.ts";
import { checkFunction, checkName, readRuleOptions } from "./settings.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import { scaleFigure } from "../score/scale.ts";
import { checkNumber } from "../score/settings.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { ScoreRule } from "./rule.ts";

/**
 * Refuses pairs that score less than `minimum`.
 *
 * @param minimum 0 to 1, rounded to micro-points
 * @throws TersineError NUMBER_RANGE
 */
export function minimumScore(minimum: number): ScoreRule {
  checkNumber(minimum, "/minimumScore", 0, 1);
  return {
    kind: "score",
    name: "minimumScore",
    maker: "minimumScore",
    because: {
      en: `the score is below ${scaleFigure(minimum * FULL_SCORE).en} of 100`,
      tr: `puan ${scaleFigure(minimum * FULL_SCORE).tr}/100 eşiğinin altında`,
    },
    minimum: Math.round(minimum * FULL_SCORE),
  };
}

export interface MinimumScoreByOptions {
  /** Highest bar of all, 0 to 1: pairs that score as much are not asked about. @default 1 */
  readonly highest?: number;
  /** Completes "cannot be paired: …". @default that the score is below the pair's bar */
  readonly because?: Sentence;
  /** Distinguishes versions of the function in the manifest. */
  readonly version?: string;
}

/**
 * Refuses pairs that score less than a bar of their own, such as one that falls with the days that somebody has waited.
 *
 * @param bar 0 to 1 for each pair; below 0 counts as 0
 * @throws TersineError NUMBER_RANGE; when matching RULE_RESULT, RULE_THREW as `rule`
 * @example
 * minimumScoreBy("first choice only", (mentor, mentee) => (mentee.choices?.includes(mentor.id) ? 0 : 0.5));
 */
export function minimumScoreBy(
  name: string,
  bar: (mentor: Mentor, mentee: Mentee) => number,
  options: MinimumScoreByOptions = {},
): ScoreRule {
  checkName(name);
  checkFunction(bar, "/bar");
  const { highest = 1, because, version } = readRuleOptions(options, ["highest", "because", "version"]);
  checkNumber(highest, "/highest", 0, 1);
  return {
    kind: "score",
    name,
    own: true,
    because: because ?? {
      en: `the score is below what the rule "${name}" asks of the pair`,
      tr: `puan, "${name}" kuralının bu eşleşmeden beklediğinin altında`,
    },
    waivable: false,
    minimum: Math.round(highest * FULL_SCORE),
    minimumFor: (mentor, mentee) => bar(mentor, mentee) * FULL_SCORE,
    ...(version === undefined ? {} : { version }),
  };
}

export const minimumScoreEntry = ruleEntry({
  name: "minimumScore",
  title: { en: "minimum score", tr: "en düşük puan" },
  options: (z) => ({ score: z.number() }),
  make: ({ score }) => minimumScore(score),
  // a manifest holds micro-points
  optionsOf: ({ minimum }) => ({ score: Number(minimum) / FULL_SCORE }),
});
