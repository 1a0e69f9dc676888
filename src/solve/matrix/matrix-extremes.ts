import type { MatrixExtremes, SquareExtremes, WeightMatrix, WideExtremes } from "./extremes.ts";
import { squareExtremesByVectors, wideExtremesByVectors } from "./extremes-vectors.ts";

/**
 * Reads a matrix of the right length, and takes down what the engine for its shape asks first. `vectors` says whether
 * vector kernels are used where the machine has them; what is told is the same.
 */
export function matrixExtremes(matrix: WeightMatrix, vectors = true): MatrixExtremes {
  if (matrix.rows < matrix.columns)
    return (vectors ? wideExtremesByVectors(matrix) : undefined) ?? wideExtremes(matrix);
  return (vectors ? squareExtremesByVectors(matrix) : undefined) ?? squareExtremes(matrix);
}

/** Reads a matrix and the largest weight of each column, four rows at a time. */
function squareExtremes({ rows, columns, weights }: WeightMatrix): SquareExtremes {
  const columnMost = new Float64Array(columns).fill(-Infinity);
  const seen = { least: 0, isWhole: true };
  let isFit = true;
  for (let row = 0; row < rows && isFit; row += 4) {
    isFit = readFourRows(weights, row * columns, (rows - 1) * columns, columnMost, seen);
  }
  let largest = 0 - seen.least;
  for (let column = 0; column < columns; column += 1) {
    // no -0
    columnMost[column]! += 0;
    largest = Math.max(largest, columnMost[column]!);
  }
  return { isFit, isWhole: seen.isWhole, largest, columnMost };
}

/** Reads a matrix and the two largest weights of each row. */
function wideExtremes({ rows, columns, weights }: WeightMatrix): WideExtremes {
  const bestColumn = new Int32Array(rows);
  const bestWeight = new Float64Array(rows);
  const secondWeight = new Float64Array(rows);
  const seen = { least: 0, isWhole: true };
  const two = new Float64Array(2);
  let isFit = true;
  let largest = 0;
  for (let row = 0; row < rows && isFit; row += 1) {
    const first = row * columns;
    const column = readRow(weights, first, columns, two, seen);
    isFit = column < columns;
    seen.isWhole = seen.isWhole && areWhole(weights, first, first + columns);
    bestColumn[row] = column;
    bestWeight[row] = two[0]!;
    secondWeight[row] = two[1]!;
    largest = Math.max(largest, two[0]!);
  }
  return {
    isFit,
    isWhole: seen.isWhole,
    largest: Math.max(largest, 0 - seen.least),
    bestColumn,
    bestWeight,
    secondWeight,
  };
}

/** Least finite weight seen so far, at most 0, and whether all were whole numbers. */
interface Seen {
  least: number;
  isWhole: boolean;
}

/**
 * Raises `columnMost` to the four rows from place `first` on, the last row beginning at `lastRow`, and takes their weights into `seen`. False, and nothing of use, if a weight is NaN or
 * Infinity. Nearly always all comparisons of a column go the same way, so that a processor foresees them.
 */
function readFourRows(
  weights: Float64Array,
  first: number,
  lastRow: number,
  columnMost: Float64Array,
  seen: Seen,
): boolean {
  // at the end fewer than four rows are taken more than once: that changes no extreme
  const columns = columnMost.length;
  const second = Math.min(first + columns, lastRow);
  const third = Math.min(second + columns, lastRow);
  const fourth = Math.min(third + columns, lastRow);
  let low = seen.least;
  let isWhole = seen.isWhole;
  for (let column = 0; column < columns; column += 1) {
    const most = columnMost[column]!;
    const a = weights[first + column]!;
    const b = weights[second + column]!;
    const c = weights[third + column]!;
    const d = weights[fourth + column]!;
    // NaN is in no order with anything
    if (!(a <= most && b <= most && c <= most && d <= most)) {
      if (!(a < Infinity && b < Infinity && c < Infinity && d < Infinity)) return false;
      columnMost[column] = Math.max(most, a, b, c, d);
    }
    // -Infinity - -Infinity is NaN, which is not below anything: an absent edge costs no branch
    if (a - a + a < low || b - b + b < low || c - c + c < low || d - d + d < low) {
      low = Math.min(low, finite(a), finite(b), finite(c), finite(d));
    }
    if (!isWhole) continue;
    isWhole = Math.floor(a) === a && Math.floor(b) === b && Math.floor(c) === c && Math.floor(d) === d;
  }
  seen.least = low;
  seen.isWhole = isWhole;
  return true;
}

/**
 * Column of the row's largest weight, the first of equals, -1 if it has no edge, and `columns` if a weight is NaN or
 * Infinity; `two` gets the largest weight and that of all other columns. Lowers `seen.least` to the finite weights.
 */
function readRow(weights: Float64Array, first: number, columns: number, two: Float64Array, seen: Seen): number {
  let low = seen.least;
  let best = -Infinity;
  let second = -Infinity;
  let bestColumn = -1;
  let column = 0;
  while (column < columns) {
    column = skipBetween(weights, first, column, columns, low, second);
    for (const stop = Math.min(column + 4, columns); column < stop; column += 1) {
      const weight = weights[first + column]!;
      if (!(weight < Infinity)) return columns;
      low = Math.min(low, finite(weight));
      if (weight > best) {
        second = best;
        best = weight;
        bestColumn = column;
      } else if (weight > second) second = weight;
    }
  }
  // no -0
  two[0] = best + 0;
  two[1] = second + 0;
  seen.least = low;
  return bestColumn;
}

/** The first from `column` on of four columns, or of the last few, of which one may be outside `low` to `high` or unfit. */
function skipBetween(
  weights: Float64Array,
  first: number,
  column: number,
  until: number,
  low: number,
  high: number,
): number {
  for (; column + 3 < until; column += 4) {
    const a = weights[first + column]!;
    const b = weights[first + column + 1]!;
    const c = weights[first + column + 2]!;
    const d = weights[first + column + 3]!;
    if (!(a <= high && b <= high && c <= high && d <= high)) break;
    if (a - a + a < low || b - b + b < low || c - c + c < low || d - d + d < low) break;
  }
  return column;
}

function finite(weight: number): number {
  return weight === -Infinity ? 0 : weight;
}

/** Whether the weights from `from` up to `until` are whole numbers; an absent edge, -Infinity, is as good as one. */
function areWhole(weights: Float64Array, from: number, until: number): boolean {
  let at = from;
  for (; at + 3 < until; at += 4) {
    const a = weights[at]!;
    const b = weights[at + 1]!;
    const c = weights[at + 2]!;
    const d = weights[at + 3]!;
    if (!(Math.floor(a) === a && Math.floor(b) === b && Math.floor(c) === c && Math.floor(d) === d)) return false;
  }
  while (at < until && Math.floor(weights[at]!) === weights[at]!) at += 1;
  return at === until;
}
