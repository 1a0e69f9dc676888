import type { DenseState } from "./state.ts";

/** Most entries of a row's candidate list: with the other arrays this stays below 64 words a row. */
const LONGEST_LIST = 32;
/** Blocks that a row is cut into; the median of their best profits is passed by about 22 entries of a random row. */
const BLOCKS = 32;
/** Enough equally good entries: a row that finds so many looks no further. */
const ENOUGH_TIES = 24;
/** Blocks that must hold a profit that nothing can beat before the rest of the row is skipped. */
const ENOUGH_TIED_BLOCKS = 8;

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
  /** Length `rows`. `Infinity`: never listed. `-Infinity`: the list is complete. */
  readonly bound: Float64Array;
  readonly blockBest: Float64Array;
}

export function createLists(rows: number, columns: number): CandidateLists {
  const stride = Math.min(LONGEST_LIST, Math.max(1, columns));
  return {
    stride,
    columnAt: new Int32Array(rows * stride),
    weightAt: new Float64Array(rows * stride),
    countOf: new Int32Array(rows),
    bound: new Float64Array(rows).fill(Infinity),
    blockBest: new Float64Array(BLOCKS),
  };
}

/**
 * Lists the best columns of `row` at the present prices. `most` is a profit that no edge of the row can exceed
 * (`Infinity` if none is known): a row with many edges of that profit is left early.
 */
export function listRow(state: DenseState, lists: CandidateLists, row: number, most: number): void {
  const { columns, weights, columnPrice } = state;
  const { stride, blockBest } = lists;
  const first = row * columns;
  if (columns <= stride) {
    listWholeRow(state, lists, row);
    return;
  }
  const length = Math.ceil(columns / BLOCKS);
  let blocks = 0;
  let best = -Infinity;
  let tied = 0;
  for (let from = 0; from < columns; from += length) {
    const until = Math.min(columns, from + length);
    const found = bestProfit(weights, first, columnPrice, from, until);
    state.work += until - from;
    if (found > -Infinity) blockBest[blocks++] = found;
    if (found > best) best = found;
    if (found === most && ++tied >= ENOUGH_TIED_BLOCKS) break;
  }
  const limit = tied >= ENOUGH_TIED_BLOCKS ? best : blocks < BLOCKS / 4 ? -Infinity : medianOf(blockBest, blocks);
  // golden-ratio steps: rows that like the same columns begin to look at different places
  const start = Math.floor(((row * 0.6180339887498949) % 1) * columns);
  collect(state, lists, row, best, limit, start);
}

function listWholeRow({ columns, weights }: DenseState, lists: CandidateLists, row: number): void {
  const { stride, columnAt, weightAt, countOf, bound } = lists;
  let at = row * stride;
  for (let column = 0; column < columns; column += 1) {
    const weight = weights[row * columns + column]!;
    if (weight === -Infinity) continue;
    columnAt[at] = column;
    weightAt[at] = weight;
    at += 1;
  }
  countOf[row] = at - row * stride;
  bound[row] = -Infinity;
}

function bestProfit(
  weights: Float64Array,
  first: number,
  columnPrice: Float64Array,
  from: number,
  until: number,
): number {
  let best = -Infinity;
  let other = -Infinity;
  let column = from;
  for (; column + 1 < until; column += 2) {
    const profit = weights[first + column]! - columnPrice[column]!;
    const next = weights[first + column + 1]! - columnPrice[column + 1]!;
    if (profit > best) best = profit;
    if (next > other) other = next;
  }
  if (column < until) {
    const profit = weights[first + column]! - columnPrice[column]!;
    if (profit > best) best = profit;
  }
  return other > best ? other : best;
}

/** Sorts the first `count` values, which are few, and returns their lower median. */
function medianOf(values: Float64Array, count: number): number {
  for (let end = 1; end < count; end += 1) {
    const value = values[end]!;
    let at = end;
    for (; at > 0 && values[at - 1]! < value; at -= 1) values[at] = values[at - 1]!;
    values[at] = value;
  }
  return values[(count - 1) >> 1]!;
}

/**
 * Collects the entries of profit >= `lowest`, from `start` around. A full list raises the limit towards `best` and drops
 * what is below; entries that are all as good as `best` end the walk once there are enough.
 */
function collect(
  state: DenseState,
  lists: CandidateLists,
  row: number,
  best: number,
  lowest: number,
  start: number,
): void {
  const { columns, weights, columnPrice } = state;
  const { stride, columnAt, weightAt } = lists;
  const first = row * columns;
  const begin = row * stride;
  // a forbidden edge has no profit, whatever the limit
  let limit = Math.max(lowest, -Number.MAX_VALUE);
  let end = begin + (limit === best ? Math.min(stride, ENOUGH_TIES) : stride);
  let at = begin;
  let column = start;
  let left = columns;
  for (; left > 0 && at < end; left -= 1) {
    const weight = weights[first + column]!;
    if (weight - columnPrice[column]! >= limit) {
      columnAt[at] = column;
      weightAt[at] = weight;
      at += 1;
      while (at === end && limit < best) {
        limit = raiseLimit(columnPrice, columnAt, weightAt, begin, end, best);
        at = dropBelow(columnPrice, columnAt, weightAt, begin, end, limit);
      }
    }
    column += 1;
    if (column === columns) column = 0;
  }
  state.work += columns - left;
  lists.countOf[row] = at - begin;
  lists.bound[row] = limit === -Number.MAX_VALUE ? -Infinity : limit;
}

/** Half-way from the worst entry to `best`; all the way once there is nothing between them. */
function raiseLimit(
  columnPrice: Float64Array,
  columnAt: Int32Array,
  weightAt: Float64Array,
  begin: number,
  end: number,
  best: number,
): number {
  let worst = best;
  for (let at = begin; at < end; at += 1) {
    const profit = weightAt[at]! - columnPrice[columnAt[at]!]!;
    if (profit < worst) worst = profit;
  }
  const middle = worst / 2 + best / 2;
  return middle > worst && middle < best ? middle : best;
}

/** Keeps the entries of profit >= `limit` in their order; returns the new end. */
function dropBelow(
  columnPrice: Float64Array,
  columnAt: Int32Array,
  weightAt: Float64Array,
  begin: number,
  end: number,
  limit: number,
): number {
  let kept = begin;
  for (let at = begin; at < end; at += 1) {
    const column = columnAt[at]!;
    const weight = weightAt[at]!;
    if (weight - columnPrice[column]! < limit) continue;
    columnAt[kept] = column;
    weightAt[kept] = weight;
    kept += 1;
  }
  return kept;
}
