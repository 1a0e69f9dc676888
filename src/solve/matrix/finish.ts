import type { OneToOneResult } from "../engine.ts";
import type { DenseOneToOneProblem, DenseState } from "./state.ts";

/** Turns the engine's prices into those of the proof. */
export function finish(problem: DenseOneToOneProblem, state: DenseState): OneToOneResult {
  const isFree = problem.unmatched === "free";
  const placement = isFree ? 0 : Math.max(choosePlacement(state), problem.placement ?? 0);
  const { rowPrice, columnOfRow, rowClosed, columnClosed, work } = state;
  // the state's own goes with its memory
  const columnPrice = state.columnPrice.slice();
  if (!isFree) {
    for (let row = 0; row < state.rows; row += 1) rowPrice[row]! += rowClosed[row] === 0 ? placement : -placement;
    for (let column = 0; column < state.columns; column += 1) {
      columnPrice[column]! += columnClosed[column] === 0 ? -placement : placement;
    }
  }
  return { columnOfRow, rowPrice, columnPrice, placement, work };
}

/**
 * A worth of a placement at which the prices prove the answer, strictly larger than the least one: else one pair less and
 * a better total could weigh the same, and canonical ties would choose between them. For weights that are not whole it is
 * no larger than their prices, whose digits it would hide, but so large that its multiples can be read off them.
 */
function choosePlacement(state: DenseState): number {
  const { rows, columns, rowPrice, columnPrice, rowClosed, columnClosed } = state;
  let largest = 0;
  let leastOpenRow = 0;
  let leastClosedColumn = 0;
  for (let row = 0; row < rows; row += 1) {
    largest = Math.max(largest, Math.abs(rowPrice[row]!));
    if (rowClosed[row] === 0) leastOpenRow = Math.min(leastOpenRow, rowPrice[row]!);
  }
  for (let column = 0; column < columns; column += 1) {
    largest = Math.max(largest, Math.abs(columnPrice[column]!));
    if (columnClosed[column] === 1) leastClosedColumn = Math.min(leastClosedColumn, columnPrice[column]!);
  }
  const twice = Math.max(-leastOpenRow, -leastClosedColumn, mostBetween(state));
  if (state.extremes.isWhole) return Math.ceil(twice / 2) + 1;
  return Math.max(2 * twice, 4 * largest) || Math.max(state.extremes.largest, Number.MIN_VALUE);
}

/** Most that an edge between an open row and a closed column is worth more than its prices, at least 0. */
function mostBetween(state: DenseState): number {
  const { rows, columns, weights, rowPrice, columnPrice, rowClosed, columnClosed, closedColumns } = state;
  let most = 0;
  for (let row = 0; closedColumns > 0 && row < rows; row += 1) {
    if (rowClosed[row] === 1) continue;
    for (let column = 0; column < columns; column += 1) {
      if (columnClosed[column] === 0) continue;
      most = Math.max(most, weights[row * columns + column]! - rowPrice[row]! - columnPrice[column]!);
    }
    state.work += columns;
  }
  return most;
}
