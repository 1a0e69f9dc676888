import { ruleEntry } from "./rule-entry.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import { checkNumber } from "../score/settings.ts";
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
    because: { en: `the score is below ${minimum}`, tr: `puan ${minimum} değerinin altında` },
    minimum: Math.round(minimum * FULL_SCORE),
  };
}

export const minimumScoreEntry = ruleEntry({
  name: "minimumScore",
  options: (z) => ({ score: z.number() }),
  make: ({ score }) => minimumScore(score),
  // a manifest holds micro-points
  optionsOf: ({ minimum }) => ({ score: Number(minimum) / FULL_SCORE }),
});
