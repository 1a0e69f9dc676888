import type { CandidateLists } from "./lists.ts";
import { addressOf, MOST_HITS, type VectorMemory } from "./memory.ts";
import { skipBelow } from "./skip.ts";
import type { DenseState } from "./state.ts";

/** Enough entries that nothing can beat: a row that finds so many looks no further. */
export const ENOUGH_TIES = 12;

/**
 * Adds the columns from `from` up to `until` whose profit reaches the limit to a list that holds those up to `at`, and
 * returns its new end. A full list raises the limit to its mean profit and drops what is not above.
 */
export function collect(
  state: DenseState,
  lists: CandidateLists,
  row: number,
  from: number,
  until: number,
  at: number,
  most: number,
): number {
  if (state.memory === undefined) return collectByScanning(state, lists, row, from, until, at, most);
  return collectByVectors(state, state.memory, lists, row, from, until, at, most);
}

function collectByScanning(
  state: DenseState,
  lists: CandidateLists,
  row: number,
  from: number,
  until: number,
  at: number,
  most: number,
): number {
  const { columns, weights, columnPrice } = state;
  const { limit } = lists;
  const first = row * columns;
  const begin = row * lists.stride;
  let column = from;
  while (column < until) {
    column = skipBelow(weights, first, columnPrice, column, until, limit[0]!);
    for (const stop = Math.min(column + 4, until); column < stop; column += 1) {
      const weight = weights[first + column]!;
      if (weight - columnPrice[column]! < limit[0]!) continue;
      at = addEntry(columnPrice, lists, begin, at, column, weight);
      if (limit[0] === most && at - begin >= ENOUGH_TIES) return stopEarly(state, limit, column - from, at);
    }
  }
  state.work += until - from;
  return at;
}

function collectByVectors(
  state: DenseState,
  memory: VectorMemory,
  lists: CandidateLists,
  row: number,
  from: number,
  until: number,
  at: number,
  most: number,
): number {
  const { columns, weights, columnPrice } = state;
  const { kernels, hits } = memory;
  const { limit } = lists;
  const first = row * columns;
  const begin = row * lists.stride;
  const weightsAt = addressOf(memory, weights, row);
  let column = from;
  while (column < until) {
    const found = kernels.collect(
      weightsAt,
      columnPrice.byteOffset,
      8 * column,
      8 * until,
      limit[0]!,
      hits.byteOffset,
      MOST_HITS,
    );
    for (let hit = 0; hit < found; hit += 1) {
      column = hits[hit]!;
      at = addEntry(columnPrice, lists, begin, at, column, weights[first + column]!);
      if (limit[0] === most && at - begin >= ENOUGH_TIES) return stopEarly(state, limit, column - from, at);
    }
    column = found < MOST_HITS ? until : column + 1;
  }
  state.work += until - from;
  return at;
}

/** The list is long enough, but some entries as good are not in it. */
function stopEarly(state: DenseState, limit: Float64Array, looked: number, at: number): number {
  limit[1] = 1;
  state.work += looked;
  return at;
}

/** Adds a column to the list if its profit reaches the limit, which rises where the list is full; returns its new end. */
function addEntry(
  columnPrice: Float64Array,
  { stride, columnAt, weightAt, limit }: CandidateLists,
  begin: number,
  at: number,
  column: number,
  weight: number,
): number {
  const profit = weight - columnPrice[column]!;
  if (profit < limit[0]!) return at;
  if (at === begin + stride) {
    at = halve(columnPrice, columnAt, weightAt, begin, at, limit);
    if (profit < limit[0]!) return at;
  }
  columnAt[at] = column;
  weightAt[at] = weight;
  return at + 1;
}

/**
 * Raises `limit` to the least profit of a full list that is at least the mean, and drops what is below; of entries that
 * are all equal it drops the last.
 */
function halve(
  columnPrice: Float64Array,
  columnAt: Int32Array,
  weightAt: Float64Array,
  begin: number,
  end: number,
  limit: Float64Array,
): number {
  let sum = 0;
  for (let at = begin; at < end; at += 1) sum += weightAt[at]! - columnPrice[columnAt[at]!]!;
  const mean = sum / (end - begin);
  let least = Infinity;
  let kept = begin;
  for (let at = begin; at < end; at += 1) {
    const column = columnAt[at]!;
    const weight = weightAt[at]!;
    const profit = weight - columnPrice[column]!;
    if (profit < mean) continue;
    if (profit < least) least = profit;
    columnAt[kept] = column;
    weightAt[kept] = weight;
    kept += 1;
  }
  // equal entries whose mean was rounded up
  if (kept === begin) least = weightAt[begin]! - columnPrice[columnAt[begin]!]!;
  const isSplit = kept > begin && kept < end;
  limit[0] = least;
  limit[1] = isSplit ? 0 : 1;
  return isSplit ? kept : end - Math.ceil((end - begin) / 4);
}
