import type { DenseProblem } from "../problem.ts";

/** What one walk over all weights tells. */
export interface Extremes {
  /** Whether no weight is NaN or Infinity; if one is, nothing else here means anything. */
  readonly isFit: boolean;
  /** Whether every weight is a whole number. */
  readonly isWhole: boolean;
  /** Largest absolute weight, 0 if there is none. */
  readonly largest: number;
}

/** What is known of a matrix with at least as many rows as columns. */
export interface SquareExtremes extends Extremes {
  /** Largest weight of each column, `-Infinity` where it has no edge. Length `columns`. */
  readonly columnMost: Float64Array;
}

/** What is known of a matrix with fewer rows than columns. All of length `rows`. */
export interface WideExtremes extends Extremes {
  /** Column of each row's largest weight, the first of equals; -1 for a row without an edge. */
  readonly bestColumn: Int32Array;
  /** Each row's largest weight, `-Infinity` for a row without an edge. */
  readonly bestWeight: Float64Array;
  /** Each row's largest weight in another column, `-Infinity` if it has no other edge. */
  readonly secondWeight: Float64Array;
}

export type MatrixExtremes = SquareExtremes | WideExtremes;

/** The part of a dense problem that is looked at. */
export type WeightMatrix = Pick<DenseProblem, "rows" | "columns" | "weights">;

export function isOfMatrix(extremes: Extremes | MatrixExtremes): extremes is MatrixExtremes {
  return "columnMost" in extremes || "bestColumn" in extremes;
}

/** Reads a list of weights that are known to be finite. */
export function extremesOf(weightAt: Int32Array | Float64Array): Extremes {
  let largest = 0;
  let isWhole = true;
  for (let edge = 0; edge < weightAt.length; edge += 1) {
    const weight = weightAt[edge]!;
    if (isWhole && Math.floor(weight) !== weight) isWhole = false;
    const size = Math.abs(weight);
    if (size > largest) largest = size;
  }
  return { isFit: true, isWhole, largest };
}
