import type { Engine } from "../engine.ts";
import { inStretches } from "../stretches.ts";

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
 * are, and can then be paused; other weights are sorted in one go, O(edges x log edges).
 */
export function* rankWeights(weightAt: Int32Array | Float64Array): Engine<WeightRanks> {
  const span = yield* spanOf(weightAt);
  const { weights, rankOf } =
    span.isWhole && span.most - span.least < VALUES_PER_EDGE * weightAt.length
      ? yield* countedRanks(weightAt, span.least, span.most)
      : sortedRanks(weightAt);
  const rankAt = new Int32Array(weightAt.length);
  const start = new Int32Array(weights.length + 1);
  yield* inStretches(weightAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) {
      const rank = rankOf(weightAt[edge]!);
      rankAt[edge] = rank;
      start[rank + 1]!++;
    }
  });
  for (let rank = 0; rank < weights.length; rank++) start[rank + 1]! += start[rank]!;
  const end = start.slice();
  const edgeAt = new Int32Array(weightAt.length);
  yield* inStretches(weightAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) edgeAt[end[rankAt[edge]!]!++] = edge;
  });
  return { weights, start, edgeAt };
}

interface Span {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

function* spanOf(weightAt: Int32Array | Float64Array): Engine<Span> {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  yield* inStretches(weightAt.length, 0, (from, until) => {
    let [low, high, whole] = [least, most, isWhole];
    for (let edge = from; edge < until; edge++) {
      const weight = weightAt[edge]!;
      if (weight < low) low = weight;
      if (weight > high) high = weight;
      if (whole && Math.floor(weight) !== weight) whole = false;
    }
    [least, most, isWhole] = [low, high, whole];
  });
  return { least, most, isWhole };
}

interface Ranks {
  readonly weights: Float64Array;
  readonly rankOf: (weight: number) => number;
}

function* countedRanks(weightAt: Int32Array | Float64Array, least: number, most: number): Engine<Ranks> {
  const values = weightAt.length === 0 ? 0 : most - least + 1;
  const rankOfValue = new Int32Array(values);
  yield* inStretches(weightAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) rankOfValue[weightAt[edge]! - least] = 1;
  });
  let ranks = 0;
  yield* inStretches(values, 0, (from, until) => {
    for (let value = from; value < until; value++) if (rankOfValue[value] === 1) rankOfValue[value] = ++ranks;
  });
  const weights = new Float64Array(ranks);
  yield* inStretches(values, 0, (from, until) => {
    for (let value = from; value < until; value++) {
      const rank = rankOfValue[value]! - 1;
      if (rank >= 0) weights[rank] = least + value;
    }
  });
  return { weights, rankOf: (weight) => rankOfValue[weight - least]! - 1 };
}

function sortedRanks(weightAt: Int32Array | Float64Array): Ranks {
  const sorted = new Float64Array(weightAt.length);
  for (let edge = 0; edge < sorted.length; edge++) sorted[edge] = weightAt[edge]! + 0;
  sorted.sort();
  let ranks = 0;
  for (let place = 0; place < sorted.length; place++) {
    if (place === 0 || sorted[place] !== sorted[ranks - 1]) sorted[ranks++] = sorted[place]!;
  }
  const weights = sorted.slice(0, ranks);
  return { weights, rankOf: (weight) => placeIn(weights, weight) };
}

function placeIn(weights: Float64Array, weight: number): number {
  let low = 0;
  let high = weights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weights[middle]! < weight) low = middle + 1;
    else high = middle;
  }
  return low;
}
