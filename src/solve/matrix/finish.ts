import type { DenseOneToOneProblem, DenseOneToOneResult, DenseState } from "./state.ts";

/** Turns the engine's prices into those of the proof. `margin` is any positive size that the weights resolve. */
export function finish(problem: DenseOneToOneProblem, state: DenseState, margin: number): DenseOneToOneResult {
  const isFree = problem.unmatched === "free";
  // without the margin, one pair less and a better total could weigh the same, and canonical ties would choose between them
  const placement = isFree ? 0 : choosePlacement(state) + margin;
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
 * The least worth of a placement at which the prices prove the answer: large enough for every relation of the proof and,
 * where fewer pairs than rows and columns allow were found, so large that one more pair outweighs any difference of totals.
 */
function choosePlacement(state: DenseState): number {
  const { rows, columns, rowPrice, columnPrice, columnOfRow, rowClosed, columnClosed } = state;
  let twice = 0;
  let pairs = 0;
  let leastOpenRow = 0;
  let leastClosedColumn = 0;
  for (let row = 0; row < rows; row += 1) {
    if (columnOfRow[row]! >= 0) pairs += 1;
    if (rowClosed[row] === 0) leastOpenRow = Math.min(leastOpenRow, rowPrice[row]!);
  }
  for (let column = 0; column < columns; column += 1) {
    if (columnClosed[column] === 1) leastClosedColumn = Math.min(leastClosedColumn, columnPrice[column]!);
  }
  twice = Math.max(twice, -leastOpenRow, -leastClosedColumn);
  if (pairs < Math.min(rows, columns) || state.closedColumns > 0) {
    const { least, most } = weightRange(state);
    twice = Math.max(twice, most - leastOpenRow - leastClosedColumn, Math.min(rows, columns) * (most - least) + 1);
  }
  return Number.isInteger(twice) ? Math.ceil(twice / 2) : twice / 2;
}

/** Least and most weight of an edge, 0 included. */
function weightRange(state: DenseState): { readonly least: number; readonly most: number } {
  const { weights } = state;
  let least = 0;
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at]!;
    if (weight > most) most = weight;
    else if (weight < least && weight !== -Infinity) least = weight;
  }
  state.work += weights.length;
  return { least, most };
}
