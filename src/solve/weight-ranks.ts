/** The different weights of a graph, and the edges grouped by them. */
export interface WeightRanks {
  /** The different weights, ascending. */
  readonly weights: Float64Array;
  /** Rank `k` owns the edges from `start[k]` up to, not including, `start[k + 1]`, of `edgeAt`, edges ascending. */
  readonly start: Int32Array;
  readonly edgeAt: Int32Array;
}

/** Groups edges by weight; -0 counts as 0. O(edges x log edges). */
export function rankWeights(weightAt: Int32Array | Float64Array): WeightRanks {
  const sorted = Float64Array.from(weightAt, (weight) => weight + 0).sort();
  let ranks = 0;
  for (let place = 0; place < sorted.length; place++) {
    if (place === 0 || sorted[place] !== sorted[ranks - 1]) sorted[ranks++] = sorted[place]!;
  }
  const weights = sorted.slice(0, ranks);
  const rankAt = Int32Array.from(weightAt, (weight) => rankOf(weights, weight));
  const start = new Int32Array(ranks + 1);
  for (const rank of rankAt) start[rank + 1]!++;
  for (let rank = 0; rank < ranks; rank++) start[rank + 1]! += start[rank]!;
  const end = start.slice();
  const edgeAt = new Int32Array(weightAt.length);
  for (let edge = 0; edge < rankAt.length; edge++) edgeAt[end[rankAt[edge]!]!++] = edge;
  return { weights, start, edgeAt };
}

function rankOf(weights: Float64Array, weight: number): number {
  let low = 0;
  let high = weights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weights[middle]! < weight) low = middle + 1;
    else high = middle;
  }
  return low;
}
