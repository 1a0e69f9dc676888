import { matrixExtremes } from "./matrix-extremes.ts";
import type { DenseOneToOneProblem, DenseState } from "./state.ts";

/** Columns a row up to which a matrix is solved as a square one. */
const NEARLY_SQUARE = 1.5;

/**
 * Whether a matrix of no more rows than columns is to be filled up to a square all of which is matched. There column prices
 * may start anywhere, which pays where nearly all rows want the same columns.
 */
export function isFillable({ rows, columns, unmatched }: DenseOneToOneProblem): boolean {
  return (rows < columns || unmatched === "free") && columns <= NEARLY_SQUARE * rows;
}

/**
 * The matrix with rows of weight 0 below that take the columns left over. With `free` weights below 0 and absent ones
 * count as 0 too: who is matched so stays alone.
 */
export function fillUp(problem: DenseOneToOneProblem, vectors: boolean): DenseOneToOneProblem {
  const { columns, weights, unmatched } = problem;
  const filled = new Float64Array(columns * columns);
  filled.set(weights);
  if (unmatched === "free") {
    for (let at = 0; at < weights.length; at += 1) if (!(filled[at]! > 0)) filled[at] = 0;
  }
  const matrix = { rows: columns, columns, weights: filled };
  return { ...matrix, unmatched: "last", extremes: matrixExtremes(matrix, vectors) };
}

/**
 * What a filled square, all of it matched, says of the matrix. Rows of weight 0 hold columns of the least price; with that
 * price made 0, columns without a row cost nothing, as they have to. With `free` rows cost at least 0 then, and a pair of
 * weight 0 nothing on either side.
 */
export function cutDown(state: DenseState, problem: DenseOneToOneProblem): DenseState {
  const { rows, columns, weights, extremes, unmatched } = problem;
  const least = state.columnPrice.reduce((lowest, price) => Math.min(lowest, price), Infinity);
  const columnOfRow = state.columnOfRow.slice(0, rows);
  if (unmatched === "free") {
    columnOfRow.forEach((column, row) => {
      if (!(weights[row * columns + column]! > 0)) columnOfRow[row] = -1;
    });
  }
  return {
    ...state,
    rows,
    weights,
    extremes,
    rowPrice: state.rowPrice.subarray(0, rows).map((price) => price + least),
    columnPrice: state.columnPrice.map((price) => price - least),
    columnOfRow,
    rowClosed: state.rowClosed.slice(0, rows),
  };
}
