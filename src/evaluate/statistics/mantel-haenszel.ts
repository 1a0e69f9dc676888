import { asPublic } from "../../base/public.ts";
import { chiSquareTail, twoSided } from "./normal.ts";
import type { Count, Interval } from "./proportions.ts";

/** A group and the rest of one stratum. */
export interface Stratum {
  readonly group: Count;
  readonly rest: Count;
}

/** What two groups differ by where strata are held equal. */
export interface Stratified {
  /** Common odds ratio; `null` where a sum is zero. */
  readonly oddsRatio: number | null;
  readonly interval: Interval | null;
  /** Common difference of shares; `null` where no stratum has people of both. */
  readonly riskDifference: number | null;
  /** Chi-square statistic of one degree of freedom, without and with the correction for continuity, with their p. */
  readonly chiSquare: { readonly value: number; readonly p: number } | null;
  readonly corrected: { readonly value: number; readonly p: number } | null;
}

/**
 * Mantel and Haenszel (1959) over strata, with the variance of Robins, Breslow and Greenland (1986) for the logarithm of the
 * odds ratio.
 */
export function mantelHaenszel(strata: readonly Stratum[], confidence = 0.95): Stratified {
  return asPublic("mantelHaenszel", () => {
    const sums = { r: 0, s: 0, pr: 0, mixed: 0, qs: 0, weighted: 0, weight: 0, excess: 0, variance: 0 };
    for (const { group, rest } of strata) {
      const [a, b, c, d] = [group.k, group.n - group.k, rest.k, rest.n - rest.k];
      const n = group.n + rest.n;
      if (group.n === 0 || rest.n === 0) continue;
      const [r, s, p, q] = [(a * d) / n, (b * c) / n, (a + d) / n, (b + c) / n];
      sums.r += r;
      sums.s += s;
      sums.pr += p * r;
      sums.mixed += p * s + q * r;
      sums.qs += q * s;
      const weight = (group.n * rest.n) / n;
      sums.weighted += weight * (a / group.n - c / rest.n);
      sums.weight += weight;
      sums.excess += a - (group.n * (a + c)) / n;
      sums.variance += (group.n * rest.n * (a + c) * (b + d)) / (n * n * (n - 1));
    }
    return {
      ...odds(sums, confidence),
      riskDifference: sums.weight === 0 ? null : sums.weighted / sums.weight,
      chiSquare: chiSquare(Math.abs(sums.excess), sums.variance),
      corrected: chiSquare(Math.max(0, Math.abs(sums.excess) - 0.5), sums.variance),
    };
  });
}

function odds(
  { r, s, pr, mixed, qs }: Readonly<Record<"r" | "s" | "pr" | "mixed" | "qs", number>>,
  confidence: number,
): Pick<Stratified, "oddsRatio" | "interval"> {
  if (r === 0 || s === 0) return { oddsRatio: null, interval: null };
  const oddsRatio = r / s;
  const spread = Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
  const factor = Math.exp(twoSided(confidence) * spread);
  return { oddsRatio, interval: { low: oddsRatio / factor, high: oddsRatio * factor } };
}

function chiSquare(excess: number, variance: number): { readonly value: number; readonly p: number } | null {
  if (variance === 0) return null;
  const value = (excess * excess) / variance;
  return { value, p: chiSquareTail(value) };
}
