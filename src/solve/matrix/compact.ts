import type { OneToOneResult } from "../engine.ts";
import { matrixExtremes } from "./matrix-extremes.ts";
import type { DenseOneToOneProblem } from "./state.ts";

/** A matrix without its empty rows and columns, and where its own stood. */
export interface CompactMatrix {
  readonly problem: DenseOneToOneProblem;
  readonly rowAt: Int32Array;
  readonly columnAt: Int32Array;
}

/** Leaves out rows and columns without an edge; undefined where there are none. Looks at few entries of a full matrix. */
export function compact(problem: DenseOneToOneProblem, vectors: boolean): CompactMatrix | undefined {
  const { rows, columns, weights, extremes } = problem;
  const rowAt = rowsWithEdges(problem);
  const isAnyEmpty = "columnMost" in extremes && extremes.columnMost.includes(-Infinity);
  if (rowAt.length === rows && !isAnyEmpty) return undefined;
  const columnAt = columnsWithEdges(problem, rowAt);
  const matrix = {
    rows: rowAt.length,
    columns: columnAt.length,
    weights: new Float64Array(rowAt.length * columnAt.length),
  };
  rowAt.forEach((row, place) => {
    for (let at = 0; at < columnAt.length; at += 1) {
      matrix.weights[place * columnAt.length + at] = weights[row * columns + columnAt[at]!]!;
    }
  });
  return { problem: { ...problem, ...matrix, extremes: matrixExtremes(matrix, vectors) }, rowAt, columnAt };
}

function rowsWithEdges({ rows, columns, weights }: DenseOneToOneProblem): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    let at = row * columns;
    while (at < (row + 1) * columns && weights[at] === -Infinity) at += 1;
    if (at < (row + 1) * columns) found.push(row);
  }
  return Int32Array.from(found);
}

function columnsWithEdges({ columns, weights }: DenseOneToOneProblem, rowAt: Int32Array): Int32Array {
  const hasEdge = new Uint8Array(columns);
  for (const row of rowAt) {
    for (let column = 0; column < columns; column += 1) {
      if (weights[row * columns + column] !== -Infinity) hasEdge[column] = 1;
    }
  }
  return Int32Array.from(hasEdge.keys()).filter((column) => hasEdge[column] === 1);
}

/** The answer for the whole matrix: who has no edge stays alone. */
export function expand(
  result: OneToOneResult,
  { rowAt, columnAt }: CompactMatrix,
  { rows, columns }: DenseOneToOneProblem,
): OneToOneResult {
  const columnOfRow = new Int32Array(rows).fill(-1);
  const rowPrice = new Float64Array(rows).fill(0 - result.placement);
  const columnPrice = new Float64Array(columns).fill(0 - result.placement);
  rowAt.forEach((row, place) => {
    const column = result.columnOfRow[place]!;
    columnOfRow[row] = column < 0 ? -1 : columnAt[column]!;
    rowPrice[row] = result.rowPrice[place]!;
  });
  columnAt.forEach((column, place) => {
    columnPrice[column] = result.columnPrice[place]!;
  });
  return { ...result, columnOfRow, rowPrice, columnPrice };
}
