import type { WideExtremes } from "./extremes.ts";
import { addressOf } from "./memory.ts";
import { skipBelow } from "./skip-below.ts";
import type { DenseState } from "./state.ts";

/** Most bids without slip, in rows: searches are cheaper than long price wars. */
export const REDUCTION = 2;

/**
 * Bids of all rows where columns that nobody takes must keep their price: first at prices of 0, then by scanning. Fills
 * `waiting`, and returns how many rows are left for the search.
 */
export function reduceWide(state: DenseState, waiting: Int32Array, mayStayAlone: boolean): number {
  const { rows, extremes } = state;
  let left = rows;
  if ("bestColumn" in extremes) left = takeFirstOffers(state, extremes, waiting, mayStayAlone);
  else lineUpAll(waiting);
  return reduceByScanning(state, waiting, left, mayStayAlone, REDUCTION * rows, Infinity);
}

/** Bids of all rows, and once more of those that could not be placed then. Returns how many are left for the search. */
export function reduceTwice(state: DenseState, waiting: Int32Array): number {
  const { rows } = state;
  lineUpAll(waiting);
  const left = reduceByScanning(state, waiting, rows, false, rows, Infinity);
  return reduceByScanning(state, waiting, left, false, REDUCTION * rows, Infinity);
}

/** Lines up all rows. */
export function lineUpAll(waiting: Int32Array): void {
  for (let row = 0; row < waiting.length; row += 1) waiting[row] = row;
}

/**
 * Lets each row bid once at column prices of 0, where it is known which its two largest weights are: that needs no look at
 * the matrix. A row whose best column has become dearer waits, and so does one that is turned out. Fills `waiting` with
 * the rows left, and returns how many.
 */
function takeFirstOffers(
  state: DenseState,
  { bestColumn, bestWeight, secondWeight }: WideExtremes,
  waiting: Int32Array,
  mayStayAlone: boolean,
): number {
  let left = 0;
  for (let row = 0; row < state.rows; row += 1) {
    const column = bestColumn[row]!;
    const isOpen = column >= 0 && state.columnPrice[column] === 0;
    const out = isOpen ? placeBid(state, row, column, bestWeight[row]!, secondWeight[row]!, mayStayAlone) : row;
    if (out >= 0) waiting[left++] = out;
  }
  return left;
}

/**
 * Seats `row` on its best column and raises the price until its second best is as good. Returns the row that is without
 * a column now: whoever held the column, or `row` itself if it would rather stay alone or could only turn another out at
 * the same price; -1 if none is.
 */
export function placeBid(
  { columnPrice, columnOfRow, rowOfColumn }: DenseState,
  row: number,
  column: number,
  best: number,
  second: number,
  mayStayAlone: boolean,
): number {
  if (best === -Infinity || (mayStayAlone && best <= 0)) return row;
  // staying alone is an offer of profit 0
  const next = mayStayAlone ? Math.max(0, second) : second;
  const price = columnPrice[column]! + (next === -Infinity ? 0 : best - next);
  const holder = rowOfColumn[column]!;
  if (holder >= 0) {
    if (!(price > columnPrice[column]!)) return row;
    columnOfRow[holder] = -1;
  }
  columnPrice[column] = price;
  rowOfColumn[column] = row;
  columnOfRow[row] = column;
  return holder;
}

/**
 * Augmenting row reduction over whole rows (Jonker and Volgenant 1987), for matrices too small for candidate lists. A
 * row bids for its best column; whoever held it goes next. A row that cannot be placed so waits for the search, and so do
 * all after `mostSteps` steps.
 *
 * `most` is a profit that no edge exceeds (`Infinity` if none is known): a row that finds it twice looks for nothing better. `waiting` holds the rows to seat, `count` of them; those left come first afterwards and their number is returned.
 * Matched rows sit on a column of their best profit throughout.
 */
export function reduceByScanning(
  state: DenseState,
  waiting: Int32Array,
  count: number,
  mayStayAlone: boolean,
  mostSteps: number,
  most: number,
): number {
  const { columns } = state;
  const offer = new Float64Array(2);
  let kept = 0;
  let next = 0;
  let steps = 0;
  for (; next < count && steps < mostSteps; steps += 1) {
    const row = waiting[next++]!;
    const column = findBestTwo(state, row, most, offer);
    state.work += columns;
    const out = placeBid(state, row, column, offer[0]!, offer[1]!, mayStayAlone);
    if (out === row) waiting[kept++] = row;
    else if (out >= 0) waiting[(next -= 1)] = out;
  }
  while (next < count) waiting[kept++] = waiting[next++]!;
  return kept;
}

/** Column of best profit, a free one among equals; `offer` gets that profit and the best among the other columns. */
function findBestTwo(state: DenseState, row: number, most: number, offer: Float64Array): number {
  const { memory, weights, columns, columnPrice, rowOfColumn } = state;
  let column: number;
  if (memory === undefined) column = scanBestTwo(weights, row * columns, columnPrice, most, offer);
  else {
    const { kernels, rowBytes, out } = memory;
    kernels.bestTwo(addressOf(memory, weights, row), columnPrice.byteOffset, rowBytes, out.byteOffset);
    offer[0] = out[0]!;
    offer[1] = out[2]!;
    column = out[4]!;
  }
  if (offer[0] !== offer[1] || rowOfColumn[column]! < 0) return column;
  const tied = findFreeTie(state, row, offer[0]!);
  return tied < 0 ? column : tied;
}

/** A free column of profit `best`; -1 if there is none. Rows that like the same columns begin to look at different places. */
function findFreeTie({ weights, columns, columnPrice, rowOfColumn }: DenseState, row: number, best: number): number {
  const first = row * columns;
  let column = row % columns;
  for (let looked = 0; looked < columns; looked += 1) {
    if (rowOfColumn[column]! < 0 && weights[first + column]! - columnPrice[column]! === best) return column;
    column = column + 1 === columns ? 0 : column + 1;
  }
  return -1;
}

/** First column of the largest profit; `offer` gets that profit and the best among the other columns. */
function scanBestTwo(
  weights: Float64Array,
  first: number,
  columnPrice: Float64Array,
  most: number,
  offer: Float64Array,
): number {
  const columns = columnPrice.length;
  let best = -Infinity;
  let second = -Infinity;
  let bestColumn = 0;
  let column = 0;
  while (column < columns && second < most) {
    column = skipBelow(weights, first, columnPrice, column, columns, second);
    for (const stop = Math.min(column + 4, columns); column < stop; column += 1) {
      const profit = weights[first + column]! - columnPrice[column]!;
      if (profit > best) {
        second = best;
        best = profit;
        bestColumn = column;
      } else if (profit > second) second = profit;
    }
  }
  offer[0] = best;
  offer[1] = second;
  return bestColumn;
}
