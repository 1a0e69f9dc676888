import type { RatedPair } from "../outcomes/ratings.ts";
import type { PairOutcome } from "../outcomes/outcome.ts";
import { twoSided } from "../statistics/normal.ts";
import { cell, centred, type Fit, fitTowards } from "./least-squares.ts";

/** What the ratings say about one criterion. */
export interface LearnedWeight {
  readonly criterion: string;
  /** Share of all weights, as it is and as the ratings would have it. */
  readonly before: number;
  readonly after: number;
  /** 95 %, as if only this weight were asked about; `null` where the criterion hardly varies among the pairs. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly because?: "noVariation";
  /** Rated pairs for which the criterion had no information; they count as average. */
  readonly missing: number;
}

/** Each weight has so many decimals. */
const PARTS = 1_000_000;

/**
 * 95 % points of the chi-square distribution by degrees of freedom, from 1 (Abramowitz & Stegun, table 26.8). The ratings
 * choose the direction of the change themselves, so the gain in it must be sure for all directions at once (Scheffé 1953).
 */
export const CHI_SQUARE = [
  3.841459, 5.991465, 7.814728, 9.487729, 11.070498, 12.591587, 14.06714, 15.507313, 16.918978, 18.307038, 19.675138,
];

/** What ratings say about the weights. */
export interface Learned {
  readonly criteria: readonly LearnedWeight[];
  /** Criteria that vary among rated pairs, in the order of the fit. */
  readonly varied: readonly string[];
  readonly fit: Fit | undefined;
  /** How large the gain must be, in its standard errors; `null` where there is nothing to choose. */
  readonly needed: number | null;
}

/** Fits weights to the ratings of all programmes together. */
export function learn(
  rated: readonly (readonly PairOutcome<RatedPair>[])[],
  before: ReadonlyMap<string, number>,
  worth: number,
): Learned {
  const names = [...before.keys()];
  const groups = rated.filter((told) => told.length > 0).map((told) => rowsOf(told, names));
  const missing = names.map((_, at) => groups.flat().filter(({ known }) => known[at] !== true).length);
  const all = centred(groups);
  const varied = names.filter((_, at) => cell(all.products, at, at) > 1e-9 * all.rows);
  const unchanged = (criterion: string, at: number): LearnedWeight => {
    const share = before.get(criterion) ?? 0;
    return {
      criterion,
      before: share,
      after: share,
      interval: null,
      because: "noVariation",
      missing: missing[at] ?? 0,
    };
  };
  if (varied.length < 2 || all.squaresOfRating === 0) {
    return { criteria: names.map(unchanged), varied, fit: undefined, needed: null };
  }
  const places = varied.map((name) => names.indexOf(name));
  const data = centred(
    groups.map((rows) => rows.map(({ values, rating }) => ({ values: places.map((at) => values[at] ?? 0), rating }))),
  );
  const free = varied.reduce((sum, name) => sum + (before.get(name) ?? 0), 0);
  const direction = varied.map((name) => (before.get(name) ?? 0) / free);
  const fit = fitTowards(data, direction, worth, groups.length);
  const whole = fit.coefficients.reduce((sum, each) => sum + each, 0);
  const shares = whole > 0 ? fit.coefficients.map((each) => each / whole) : direction;
  const rounded = roundedShares(
    names.map((name) => (varied.includes(name) ? free * (shares[varied.indexOf(name)] ?? 0) : (before.get(name) ?? 0))),
  );
  const criteria = names.map((criterion, at): LearnedWeight => {
    const place = varied.indexOf(criterion);
    if (place < 0) return unchanged(criterion, at);
    const own = before.get(criterion) ?? 0;
    const after = whole > 0 ? (rounded[at] ?? 0) : own;
    const half = twoSided(0.95) * free * spreadOfShare(fit, shares, place, whole);
    const interval = { low: Math.max(0, after - half), high: Math.min(1, after + half) };
    return { criterion, before: own, after, interval: whole > 0 ? interval : null, missing: missing[at] ?? 0 };
  });
  return { criteria, varied, fit, needed: Math.sqrt(CHI_SQUARE[varied.length - 2] ?? Infinity) };
}

interface RatedRow {
  readonly values: readonly number[];
  readonly known: readonly boolean[];
  readonly rating: number;
}

/** Values from 0 to 1, what is missing as the mean of the others; in an order that no id decides. */
function rowsOf(told: readonly PairOutcome<RatedPair>[], names: readonly string[]): readonly RatedRow[] {
  const table = told.map(({ pair, rating = 0 }) => ({
    rating,
    micro: names.map((name) => pair.contributions.find(({ criterion }) => criterion === name)?.value ?? null),
  }));
  const means = names.map((_, at) => {
    const known = table.flatMap(({ micro }) => micro[at] ?? []);
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  return table
    .map(({ micro, rating }) => ({
      values: micro.map((value, at) => (value ?? means[at] ?? 0) / 1_000_000),
      known: micro.map((value) => value !== null),
      rating,
    }))
    .sort((a, b) => a.rating - b.rating || compareLists(a.values, b.values));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Standard error of a share, by the first derivatives of coefficient ÷ sum. */
function spreadOfShare(
  { covariance, variance = 0 }: Fit,
  shares: readonly number[],
  place: number,
  whole: number,
): number {
  const slope = shares.map((_, at) => ((at === place ? 1 : 0) - (shares[place] ?? 0)) / whole);
  const square = slope.reduce(
    (sum, one, i) => sum + slope.reduce((all, two, j) => all + one * two * cell(covariance, i, j), 0),
    0,
  );
  return Math.sqrt(Math.max(0, square) * variance);
}

/** Shares of a millionth each that sum to 1; the largest takes what rounding leaves. */
function roundedShares(shares: readonly number[]): readonly number[] {
  const parts = shares.map((share) => Math.round(share * PARTS));
  const left = PARTS - parts.reduce((sum, part) => sum + part, 0);
  const largest = parts.indexOf(parts.reduce((most, part) => Math.max(most, part), 0));
  return parts.map((part, at) => (part + (at === largest ? left : 0)) / PARTS);
}
