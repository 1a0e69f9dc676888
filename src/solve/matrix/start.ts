import type { CandidateLists } from "./list-entries.ts";
import type { DenseState } from "./state.ts";

/**
 * Raises every column's price to its largest weight, the highest price at which some row still wants it: Jonker and
 * Volgenant's column reduction. False, and prices back at 0, if a column has no edge or the matrix is wide. Only where every column will be
 * matched may prices start above 0.
 */
export function priceColumns({ columnPrice, extremes }: DenseState): boolean {
  if (!("columnMost" in extremes)) return false;
  columnPrice.set(extremes.columnMost);
  if (!columnPrice.includes(-Infinity)) return true;
  columnPrice.fill(0);
  return false;
}

/**
 * Gives each row a column of its best profit if one is free or can be made free by moving one other row to an equally
 * good column. Returns how many rows are left without.
 */
export function matchTies(state: DenseState, lists: CandidateLists): number {
  let left = 0;
  for (let row = 0; row < state.rows; row += 1) {
    if (!seatTied(state, lists, row) && !seatByMoving(state, lists, row)) left += 1;
  }
  return left;
}

/** The best profit that the list of `row` offers, at least `bound`. */
function leastAccepted(state: DenseState, lists: CandidateLists, row: number): number {
  const { columnPrice } = state;
  const { stride, columnAt, weightAt, countOf, bound } = lists;
  let best = bound[row]!;
  const begin = row * stride;
  const end = begin + countOf[row]!;
  for (let at = begin; at < end; at += 1) {
    const profit = weightAt[at]! - columnPrice[columnAt[at]!]!;
    if (profit > best) best = profit;
  }
  state.work += end - begin;
  return best;
}

/** Whether `row` was seated on a free column of its best profit. */
function seatTied(state: DenseState, lists: CandidateLists, row: number): boolean {
  const { columnPrice, columnOfRow, rowOfColumn } = state;
  const { stride, columnAt, weightAt, countOf } = lists;
  const best = leastAccepted(state, lists, row);
  const begin = row * stride;
  const end = begin + countOf[row]!;
  for (let at = begin; at < end; at += 1) {
    const column = columnAt[at]!;
    if (rowOfColumn[column]! >= 0 || weightAt[at]! - columnPrice[column]! < best) continue;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
    return true;
  }
  return false;
}

/** Whether `row` was seated on a column of its best profit whose row found another one as good as before. */
function seatByMoving(state: DenseState, lists: CandidateLists, row: number): boolean {
  const { columnPrice, columnOfRow, rowOfColumn } = state;
  const { stride, columnAt, weightAt, countOf } = lists;
  const best = leastAccepted(state, lists, row);
  const begin = row * stride;
  const end = begin + countOf[row]!;
  for (let at = begin; at < end; at += 1) {
    const column = columnAt[at]!;
    if (weightAt[at]! - columnPrice[column]! < best) continue;
    const holder = rowOfColumn[column]!;
    if (holder < 0 || !seatTied(state, lists, holder)) continue;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
    return true;
  }
  return false;
}

/** Where all columns are matched, only differences of their prices count: makes the least one 0 if it is negative. */
export function liftPrices({ columnPrice }: DenseState): void {
  let least = 0;
  for (let column = 0; column < columnPrice.length; column += 1) least = Math.min(least, columnPrice[column]!);
  if (least === 0) return;
  for (let column = 0; column < columnPrice.length; column += 1) columnPrice[column]! -= least;
}

/** Gives matched rows the price that makes their edge tight. */
export function tightenRows({ rows, columns, weights, rowPrice, columnPrice, columnOfRow }: DenseState): void {
  for (let row = 0; row < rows; row += 1) {
    const column = columnOfRow[row]!;
    if (column >= 0) rowPrice[row] = weights[row * columns + column]! - columnPrice[column]!;
  }
}

/** Takes all pairs apart. */
export function freeAll({ columnOfRow, rowOfColumn }: DenseState): void {
  columnOfRow.fill(-1);
  rowOfColumn.fill(-1);
}
