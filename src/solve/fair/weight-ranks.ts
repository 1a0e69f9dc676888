import { groupBy } from "../groups.ts";

/** The different weights of a graph, and the edges grouped by them. */
export interface WeightRanks {
  /** The different weights, ascending. */
  readonly weights: Float64Array;
  /** Rank `k` owns the edges from `start[k]` up to, not including, `start[k + 1]`, of `edgeAt`, edges ascending. */
  readonly start: Int32Array;
  readonly edgeAt: Int32Array;
}

/** Whole weights within a range of at most this many for each edge are counted instead of sorted. */
const VALUES_PER_EDGE = 16;

/**
 * Groups edges by weight; -0 counts as 0. O(edges) for whole weights within a moderate range, as scores of a programme
 * are; other weights are sorted, O(edges x log edges).
 */
export function rankWeights(weightAt: Int32Array | Float64Array): WeightRanks {
  const span = spanOf(weightAt);
  const { weights, rankOf } =
    span.isWhole && span.most - span.least < VALUES_PER_EDGE * weightAt.length
      ? countedRanks(weightAt, span.least, span.most)
      : sortedRanks(weightAt);
  const rankAt = new Int32Array(weightAt.length);
  for (let edge = 0; edge < rankAt.length; edge++) rankAt[edge] = rankOf(weightAt[edge]!);
  const { start, memberAt } = groupBy(rankAt, weights.length);
  return { weights, start, edgeAt: memberAt };
}

interface Span {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

function spanOf(weightAt: Int32Array | Float64Array): Span {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  for (let edge = 0; edge < weightAt.length; edge++) {
    const weight = weightAt[edge]!;
    if (weight < least) least = weight;
    if (weight > most) most = weight;
    if (isWhole && Math.floor(weight) !== weight) isWhole = false;
  }
  return { least, most, isWhole };
}

interface Ranks {
  readonly weights: Float64Array;
  readonly rankOf: (weight: number) => number;
}

function countedRanks(weightAt: Int32Array | Float64Array, least: number, most: number): Ranks {
  const rankOfValue = new Int32Array(weightAt.length === 0 ? 0 : most - least + 1);
  for (let edge = 0; edge < weightAt.length; edge++) rankOfValue[weightAt[edge]! - least] = 1;
  let ranks = 0;
  for (let value = 0; value < rankOfValue.length; value++) if (rankOfValue[value] === 1) rankOfValue[value] = ++ranks;
  const weights = new Float64Array(ranks);
  for (let value = 0; value < rankOfValue.length; value++) {
    const rank = rankOfValue[value]! - 1;
    if (rank >= 0) weights[rank] = least + value;
  }
  return { weights, rankOf: (weight) => rankOfValue[weight - least]! - 1 };
}

function sortedRanks(weightAt: Int32Array | Float64Array): Ranks {
  const sorted = new Float64Array(weightAt.length);
  for (let edge = 0; edge < sorted.length; edge++) sorted[edge] = weightAt[edge]! + 0;
  sorted.sort();
  let ranks = 0;
  for (let index = 0; index < sorted.length; index++) {
    if (index === 0 || sorted[index] !== sorted[ranks - 1]) sorted[ranks++] = sorted[index]!;
  }
  const weights = sorted.slice(0, ranks);
  return { weights, rankOf: (weight) => indexIn(weights, weight) };
}

function indexIn(weights: Float64Array, weight: number): number {
  let low = 0;
  let high = weights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weights[middle]! < weight) low = middle + 1;
    else high = middle;
  }
  return low;
}
