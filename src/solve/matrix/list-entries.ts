import { addressOf, MOST_HITS, type VectorMemory } from "./memory.ts";
import { skipBelow } from "./skip-below.ts";
import type { DenseState } from "./state.ts";

/**
 * The few best columns of each row, so that most steps look at some twenty entries instead of a whole row.
 *
 * With profit = weight - columnPrice: every edge that is not in the list of its row has profit <= `bound[row]`. It stays
 * true without any upkeep, because column prices only rise.
 */
export interface CandidateLists {
  /** Entries of a row start at `row * stride`. */
  readonly stride: number;
  readonly columnAt: Int32Array;
  readonly weightAt: Float64Array;
  /** Entries of each row. Length `rows`. */
  readonly countOf: Int32Array;
  /** Length `rows`. `Infinity`: not listed yet. `-Infinity`: the list holds all edges of the row. */
  readonly bound: Float64Array;
  /** Of the row being listed: the least profit that is taken in; and 1 if some entries of that profit are left out, else 0. */
  readonly limit: Float64Array;
  /** Least difference between two profits: 1 for whole numbers, which makes the bounds of complete lists sharper; else 0. */
  readonly step: 0 | 1;
}

/** Enough entries that nothing can beat: a row that finds so many looks no further. */
const ENOUGH_TIES = 12;

/** The list of a row while it is being filled. */
export interface OpenList {
  readonly row: number;
  /** A profit that no edge of the row exceeds; `Infinity` if none is known. */
  readonly most: number;
  /** Where the next entry goes. */
  end: number;
}

/** Whether a list holds so many entries of the largest possible profit that nothing can beat them. */
export function hasEnough({ stride, limit }: CandidateLists, { row, most, end }: OpenList): boolean {
  return limit[0] === most && end - row * stride >= ENOUGH_TIES;
}

/**
 * Adds the columns from `from` up to `until` whose profit reaches the limit. A full list raises the limit to its mean
 * profit and drops what is not above.
 */
export function collect(state: DenseState, lists: CandidateLists, list: OpenList, from: number, until: number): void {
  const looked =
    state.memory === undefined
      ? collectByScanning(state, lists, list, from, until)
      : collectByVectors(state, state.memory, lists, list, from, until);
  state.work += looked;
}

/** Returns the number of columns looked at. */
function collectByScanning(
  { columns, weights, columnPrice }: DenseState,
  lists: CandidateLists,
  list: OpenList,
  from: number,
  until: number,
): number {
  const { limit } = lists;
  const first = list.row * columns;
  let column = from;
  while (column < until) {
    column = skipBelow(weights, first, columnPrice, column, until, limit[0]!);
    for (const stop = Math.min(column + 4, until); column < stop; column += 1) {
      const weight = weights[first + column]!;
      if (weight - columnPrice[column]! < limit[0]!) continue;
      addEntry(columnPrice, lists, list, column, weight);
      if (hasEnough(lists, list)) return stopEarly(limit, column - from);
    }
  }
  return until - from;
}

/** `collectByScanning` with vectors. */
function collectByVectors(
  { columns, weights, columnPrice }: DenseState,
  memory: VectorMemory,
  lists: CandidateLists,
  list: OpenList,
  from: number,
  until: number,
): number {
  const { kernels, hits } = memory;
  const { limit } = lists;
  const first = list.row * columns;
  const weightsAt = addressOf(memory, weights, list.row);
  const pricesAt = columnPrice.byteOffset;
  const hitsAt = hits.byteOffset;
  let column = from;
  while (column < until) {
    const found = kernels.collect(weightsAt, pricesAt, 8 * column, 8 * until, limit[0]!, hitsAt, MOST_HITS);
    for (let hit = 0; hit < found; hit += 1) {
      column = hits[hit]!;
      addEntry(columnPrice, lists, list, column, weights[first + column]!);
      if (hasEnough(lists, list)) return stopEarly(limit, column - from);
    }
    column = found < MOST_HITS ? until : column + 1;
  }
  return until - from;
}

/** The list is long enough, but some entries as good are not in it. */
function stopEarly(limit: Float64Array, looked: number): number {
  limit[1] = 1;
  return looked;
}

/** Adds a column to the list if its profit reaches the limit, which rises where the list is full. */
function addEntry(
  columnPrice: Float64Array,
  lists: CandidateLists,
  list: OpenList,
  column: number,
  weight: number,
): void {
  const { stride, columnAt, weightAt, limit } = lists;
  const profit = weight - columnPrice[column]!;
  if (profit < limit[0]!) return;
  const begin = list.row * stride;
  if (list.end === begin + stride) {
    list.end = halve(columnPrice, lists, begin, list.end);
    if (profit < limit[0]!) return;
  }
  columnAt[list.end] = column;
  weightAt[list.end] = weight;
  list.end += 1;
}

/**
 * Raises `limit` to the least profit of a full list that is at least the mean, and drops what is below; of entries that
 * are all equal it drops the last.
 */
function halve(
  columnPrice: Float64Array,
  { columnAt, weightAt, limit }: CandidateLists,
  begin: number,
  end: number,
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
