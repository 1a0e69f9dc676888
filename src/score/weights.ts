import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import type { Criterion } from "./criterion.ts";
import { FULL_SCORE } from "./criterion.ts";
import { checkWeight, WEIGHT_PARTS } from "./settings.ts";

/**
 * The weights as the smallest whole numbers in the same ratio, for criteria of different names. With their sum, times `factor` and a full score, whole
 * numbers stay exact.
 */
export function wholeWeights(criteria: readonly Criterion[], factor = 1): number[] {
  checkCriteria(criteria);
  const parts = criteria.map(({ weight }) => Math.round(weight * WEIGHT_PARTS));
  const divisor = parts.reduce(greatestCommonDivisor, 0);
  if (divisor === 0) {
    throw problem("WEIGHTS_ALL_ZERO", "/criteria", "expected at least one criterion with a weight above 0.");
  }
  const weights = parts.map((part) => part / divisor);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total * factor > Number.MAX_SAFE_INTEGER / (2 * FULL_SCORE)) {
    throw problem("LIMIT_WEIGHTS", "/criteria", "the ratio of the weights needs more digits than exact sums allow.", {
      hint: "Use smaller weights or fewer decimals.",
    });
  }
  return weights;
}

export function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Refuses criteria whose name an earlier one has, and weights that no maker of criteria gives. */
function checkCriteria(criteria: readonly Criterion[]): void {
  const issues: TersineIssue[] = [];
  const placeOf = new Map<string, number>();
  for (const [place, { name, weight }] of criteria.entries()) {
    // a criterion is a plain object, which may have been copied with another weight
    checkWeight(weight, `/criteria/${place}/weight`);
    const first = placeOf.get(name);
    if (first === undefined) placeOf.set(name, place);
    else {
      const message = `criterion "${name}" stands at /criteria/${first} already.`;
      issues.push({ code: "FIELD_CONFLICT", path: `/criteria/${place}/name`, message, hint: "Give one a `name`." });
    }
  }
  throwIssues(issues);
}
