import { collect, hasEnough, type CandidateLists } from "./list-entries.ts";
import { addressOf } from "./memory.ts";
import type { DenseState } from "./state.ts";

/** Most entries of a row's candidate list: with the other arrays this stays below 64 words a row. */
const LONGEST_LIST = 32;
/** A list of fewer entries, if there are more, soon runs out. */
const FEW = 4;
/** A limit that every edge reaches; a forbidden one has no profit, whatever the limit. */
const NO_LIMIT = -Number.MAX_VALUE;
/** Golden-ratio steps: rows that like the same columns begin to look at different places. */
const ROTATION = 0.6180339887498949;

export function createLists({ rows, columns, extremes }: DenseState): CandidateLists {
  const stride = Math.min(LONGEST_LIST, Math.max(1, columns));
  return {
    stride,
    columnAt: new Int32Array(rows * stride),
    weightAt: new Float64Array(rows * stride),
    countOf: new Int32Array(rows),
    bound: new Float64Array(rows).fill(Infinity),
    limit: new Float64Array(2),
    step: extremes.isWhole ? 1 : 0,
  };
}

/** Forgets all lists: prices have fallen. They are made again when they are needed. */
export function clearLists({ countOf, bound }: CandidateLists): void {
  countOf.fill(0);
  bound.fill(Infinity);
}

/**
 * Lists the best columns of `row` at the present prices in one walk over the row. `most` is a profit that no edge of the
 * row can exceed (`Infinity` if none is known): a row with many edges of that profit is left early.
 */
export function listRow(state: DenseState, lists: CandidateLists, row: number, most: number): void {
  const { columns } = state;
  const start = Math.floor(((row * ROTATION) % 1) * columns);
  const { limit, countOf, bound, step } = lists;
  limit[0] = guessLimit(state, row, start);
  limit[1] = 0;
  let count = collectRow(state, lists, row, start, most);
  // the sample was better than the rest: whatever profit there is goes in, and the limit rises as the list fills
  if (count < FEW && limit[0] > NO_LIMIT) {
    limit[0] = NO_LIMIT;
    limit[1] = 0;
    count = collectRow(state, lists, row, start, most);
  }
  countOf[row] = count;
  bound[row] = limit[0] === NO_LIMIT ? -Infinity : limit[1] === 0 ? limit[0] - step : limit[0];
}

/** A profit that some 24 entries of the row reach, judged by an eighth of them: the third best there. */
function guessLimit(state: DenseState, row: number, start: number): number {
  const { memory, weights, columns, columnPrice } = state;
  const size = (columns >> 4) << 1;
  if (size === 0) return NO_LIMIT;
  const from = Math.min(start, columns - size);
  if (memory === undefined) return findThird(weights, row * columns, columnPrice, from, size);
  const { kernels, out } = memory;
  out.fill(NO_LIMIT);
  const weightsAt = addressOf(memory, weights, row) + 8 * from;
  kernels.topThree(weightsAt, columnPrice.byteOffset + 8 * from, 8 * size, out.byteOffset);
  return thirdOfHalves(out);
}

/** The third largest of six numbers: three of one half, three of the other, each descending, in turns. */
function thirdOfHalves(out: Float64Array): number {
  let first = 0;
  let second = 1;
  for (let rank = 0; rank < 2; rank += 1) {
    if (out[first]! >= out[second]!) first += 2;
    else second += 2;
  }
  return Math.max(out[first]!, out[second]!);
}

/** Third largest profit of `size` entries of a row. */
function findThird(
  weights: Float64Array,
  first: number,
  columnPrice: Float64Array,
  from: number,
  size: number,
): number {
  let best = NO_LIMIT;
  let second = NO_LIMIT;
  let third = NO_LIMIT;
  for (let column = from; column < from + size; column += 1) {
    const profit = weights[first + column]! - columnPrice[column]!;
    if (profit <= third) continue;
    if (profit <= second) third = profit;
    else {
      third = second;
      if (profit <= best) second = profit;
      else {
        second = best;
        best = profit;
      }
    }
  }
  return third;
}

/** Fills the list of `row` with the columns whose profit reaches the limit; returns how many. */
function collectRow(state: DenseState, lists: CandidateLists, row: number, start: number, most: number): number {
  const begin = row * lists.stride;
  const list = { row, most, end: begin };
  collect(state, lists, list, start, state.columns);
  if (!hasEnough(lists, list)) collect(state, lists, list, 0, start);
  return list.end - begin;
}

/** Mean difference between neighbouring profits of a list. */
export function meanGap({ rows, columnPrice }: DenseState, lists: CandidateLists): number {
  let sum = 0;
  let measured = 0;
  for (let row = 0; row < rows; row += 1) {
    const begin = row * lists.stride;
    const end = begin + lists.countOf[row]!;
    let least = Infinity;
    let most = -Infinity;
    for (let at = begin; at < end; at += 1) {
      const profit = lists.weightAt[at]! - columnPrice[lists.columnAt[at]!]!;
      if (profit < least) least = profit;
      if (profit > most) most = profit;
    }
    if (end - begin < 2) continue;
    sum += (most - least) / (end - begin - 1);
    measured += 1;
  }
  return measured === 0 ? 0 : sum / measured;
}
