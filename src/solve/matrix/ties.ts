import { addressOf, markTaken } from "./memory.ts";
import type { DenseState } from "./state.ts";

/**
 * Gives each row a free column of profit 0, the most there is at start prices of column maxima. Returns how many rows are
 * left, which stand first in `waiting` then; more than `patience` are not counted any further.
 *
 * Where weights have few values this seats nearly all, at the price of a glance at each row.
 */
export function seatTies(state: DenseState, waiting: Int32Array, patience: number): number {
  const { rows, memory, columnOfRow, rowOfColumn } = state;
  markTaken(state.memory, state.rowOfColumn);
  let left = 0;
  for (let row = 0; row < rows && left <= patience; row += 1) {
    const column = findFreeTie(state, row, 0);
    if (column < 0) waiting[left++] = row;
    else {
      columnOfRow[row] = column;
      rowOfColumn[column] = row;
      if (memory !== undefined) memory.taken[column] = NaN;
    }
  }
  return left;
}

/**
 * A free column of profit `best`, which is the row's best; -1 if there is none. Rows that like the same columns begin to
 * look at different places. What is taken must have been marked in the state's memory.
 */
export function findFreeTie(state: DenseState, row: number, best: number): number {
  const { columns } = state;
  const start = row % columns;
  const column = findFree(state, row, best, start, columns);
  return column >= 0 ? column : findFree(state, row, best, 0, start);
}

function findFree(state: DenseState, row: number, best: number, from: number, until: number): number {
  const { memory, weights, columns, columnPrice, rowOfColumn } = state;
  state.work += until - from;
  if (memory !== undefined) {
    const { kernels, taken, hits } = memory;
    const weightsAt = addressOf(memory, weights, row);
    const pricesAt = columnPrice.byteOffset;
    const hitsAt = hits.byteOffset;
    const found = kernels.collectFree(weightsAt, pricesAt, taken.byteOffset, 8 * from, 8 * until, best, hitsAt, 1);
    if (found === 0) return -1;
    const column = hits[0]!;
    state.work -= until - column - 1;
    return column;
  }
  const first = row * columns;
  for (let column = from; column < until; column += 1) {
    if (rowOfColumn[column]! < 0 && weights[first + column]! - columnPrice[column]! >= best) {
      state.work -= until - column - 1;
      return column;
    }
  }
  return -1;
}

/** Columns of profit `best` that a row tries to win from their holders. */
const TRIES = 16;

/**
 * Seats rows on columns of profit 0 whose holder finds another one. `waiting` holds `count` rows; those left come first
 * afterwards, and their number is returned.
 */
export function moveTies(state: DenseState, waiting: Int32Array, count: number): number {
  const tied = new Int32Array(TRIES);
  let left = 0;
  for (let place = 0; place < count; place += 1) {
    const row = waiting[place]!;
    const found = findTies(state, row, 0, tied);
    let next = 0;
    while (next < found && !takeOver(state, row, tied[next]!)) next += 1;
    if (next === found) waiting[left++] = row;
  }
  return left;
}

/** Whether the holder of the column found another one of profit 0; then `row` has the column. */
function takeOver(state: DenseState, row: number, column: number): boolean {
  const { memory, columnOfRow, rowOfColumn } = state;
  const holder = rowOfColumn[column]!;
  const other = findFreeTie(state, holder, 0);
  if (other < 0) return false;
  columnOfRow[holder] = other;
  rowOfColumn[other] = holder;
  columnOfRow[row] = column;
  rowOfColumn[column] = row;
  if (memory !== undefined) memory.taken[other] = NaN;
  return true;
}

/** The first columns of profit `best`, all of them taken; returns how many. */
function findTies(state: DenseState, row: number, best: number, into: Int32Array): number {
  const { memory, weights, columns, columnPrice } = state;
  state.work += columns;
  if (memory !== undefined) {
    const { kernels, hits } = memory;
    const weightsAt = addressOf(memory, weights, row);
    const pricesAt = columnPrice.byteOffset;
    const found = kernels.collect(weightsAt, pricesAt, 0, 8 * columns, best, hits.byteOffset, TRIES);
    into.set(hits.subarray(0, found));
    return found;
  }
  let found = 0;
  for (let column = 0; column < columns && found < TRIES; column += 1) {
    if (weights[row * columns + column]! - columnPrice[column]! >= best) into[found++] = column;
  }
  return found;
}
