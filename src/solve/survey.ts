import type { DenseProblem } from "./problem.ts";

/** What one walk over all weights tells. */
export interface Survey {
  /** Whether no weight is NaN or Infinity; if one is, nothing else here means anything. */
  readonly isFit: boolean;
  /** Whether every weight is a whole number. */
  readonly isWhole: boolean;
  /** Largest absolute weight, 0 if there is none. */
  readonly largest: number;
}

export interface MatrixSurvey extends Survey {
  /** Largest weight of each column, `-Infinity` where it has no edge. Length `columns`. */
  readonly columnMost: Float64Array;
}

/** Surveys a list of weights that are known to be finite. */
export function surveyEdges(weightAt: Int32Array | Float64Array): Survey {
  let largest = 0;
  let isWhole = true;
  for (let at = 0; at < weightAt.length; at += 1) {
    const weight = weightAt[at]!;
    if (isWhole && Math.floor(weight) !== weight) isWhole = false;
    const size = Math.abs(weight);
    if (size > largest) largest = size;
  }
  return { isFit: true, isWhole, largest };
}

/** Surveys a matrix of the right length, four rows at a time. */
export function surveyMatrix({
  rows,
  columns,
  weights,
}: Pick<DenseProblem, "rows" | "columns" | "weights">): MatrixSurvey {
  const columnMost = new Float64Array(columns).fill(-Infinity);
  // 0 is no weight, but counts for none of the sizes
  const least = new Float64Array(1);
  let isFit = true;
  let isWhole = true;
  for (let row = 0; row < rows && isFit; row += 4) {
    const first = row * columns;
    const count = Math.min(4, rows - row);
    // fewer than four rows are taken more than once: that changes no extreme
    const second = first + (count > 1 ? columns : 0);
    const third = first + (count > 2 ? 2 * columns : 0);
    const fourth = first + (count > 3 ? 3 * columns : 0);
    isFit = surveyRows(weights, first, second, third, fourth, columnMost, least);
    isWhole = isWhole && areWhole(weights, first, first + count * columns);
  }
  let largest = 0 - least[0]!;
  for (let column = 0; column < columns; column += 1) largest = Math.max(largest, columnMost[column]!);
  return { isFit, isWhole, largest, columnMost };
}

/**
 * Raises `columnMost` to four rows, and lowers `least` to their finite weights. False, and nothing of use, if a weight is
 * NaN or Infinity. Nearly always both comparisons of a column fail, so that a processor foresees them.
 */
function surveyRows(
  weights: Float64Array,
  first: number,
  second: number,
  third: number,
  fourth: number,
  columnMost: Float64Array,
  least: Float64Array,
): boolean {
  let low = least[0]!;
  for (let column = 0; column < columnMost.length; column += 1) {
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
  }
  least[0] = low;
  return true;
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
