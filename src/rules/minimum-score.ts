import { problem } from "../base/error.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import type { ScoreRule } from "./rule.ts";

/**
 * Refuses pairs that score less than `minimum`.
 *
 * @param minimum 0 to 1, rounded to micro-points
 * @throws TersineError NUMBER_RANGE
 */
export function minimumScore(minimum: number): ScoreRule {
  if (!(minimum >= 0 && minimum <= 1)) throw problem("NUMBER_RANGE", "/minimumScore", "expected a number from 0 to 1.");
  return {
    kind: "score",
    name: "minimumScore",
    because: { en: `the score is below ${minimum}`, tr: `puan ${minimum} değerinin altında` },
    minimum: Math.round(minimum * FULL_SCORE),
  };
}
