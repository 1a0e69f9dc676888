import { asPublic } from "../../base/public.ts";
import { studentQuantile } from "./normal.ts";
import type { Interval } from "./proportions.ts";

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of squared distances from the mean. */
export function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Student's interval of a mean, for at least two values. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval {
  const degrees = values.length - 1;
  const half = studentQuantile((1 + confidence) / 2, degrees) * Math.sqrt(squaresOf(values) / degrees / values.length);
  const mean = meanOf(values);
  return { low: mean - half, high: mean + half };
}

/** How far raters agree. */
export interface Agreement {
  /** ICC(1,1): of a single rating. */
  readonly single: number;
  /** ICC(1,k): of the mean of all raters. */
  readonly mean: number;
}

/**
 * Intraclass correlations of case 1, Shrout and Fleiss 1979 (Psychological Bulletin 86:420): each row holds the ratings of one
 * pair, all rows as many. `undefined` with fewer than two rows or where nothing varies.
 */
export function intraclassCorrelation(rows: readonly (readonly number[])[]): Agreement | undefined {
  return asPublic("intraclassCorrelation", () => {
    const raters = rows[0]?.length ?? 0;
    if (rows.length < 2 || raters < 2) return undefined;
    const between = (raters * squaresOf(rows.map(meanOf))) / (rows.length - 1);
    const within = rows.reduce((sum, row) => sum + squaresOf(row), 0) / (rows.length * (raters - 1));
    const whole = between + (raters - 1) * within;
    if (whole === 0 || between === 0) return undefined;
    return { single: (between - within) / whole, mean: (between - within) / between };
  });
}

/** The mean of all, if those who did not answer would all have given the least or the most (Manski 1989). */
export function manski(
  answers: { readonly answered: number; readonly all: number; readonly mean: number },
  bounds: readonly [number, number],
): Interval {
  return asPublic("manski", () => {
    const [least, most] = bounds;
    const { answered, all, mean } = answers;
    const silent = all - answered;
    return { low: (answered * mean + silent * least) / all, high: (answered * mean + silent * most) / all };
  });
}

/** Correlation of two lists of the same length; `undefined` where one does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const both = xs.reduce((sum, x, at) => sum + (x - meanX) * ((ys[at] ?? 0) - meanY), 0);
  const scale = Math.sqrt(squaresOf(xs) * squaresOf(ys));
  return scale === 0 ? undefined : both / scale;
}

/**
 * A correlation seen among chosen cases as it would be among all candidates, if what was chosen by varies there by 1 ÷
 * `restriction` as much (Thorndike 1949, case II).
 */
export function unrestricted(correlation_: number, restriction: number): number {
  return asPublic("unrestricted", () => {
    const wider = correlation_ / restriction;
    return wider / Math.sqrt(1 - correlation_ ** 2 + wider ** 2);
  });
}
