import { ruleEntry } from "./rule-entry.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import { scaleFigure } from "../score/scale.ts";
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
    maker: "minimumScore",
    because: {
      en: `the score is below ${scaleFigure(minimum * FULL_SCORE).en} of 100`,
      tr: `puan ${scaleFigure(minimum * FULL_SCORE).tr}/100 eşiğinin altında`,
    },
    minimum: Math.round(minimum * FULL_SCORE),
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
