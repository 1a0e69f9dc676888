import { copyRows, paddedLength, suitsVectors } from "../vectors/rows.ts";
import {
  releaseWorkspace,
  takeDoubles,
  takeWholes,
  takeWorkspace,
  type Kernels,
  type Workspace,
} from "../vectors/workspace.ts";
import type { WeightMatrix } from "./extremes.ts";

/**
 * What the vector kernels work on: rows of the matrix, padded with -Infinity to whole steps, and one array each of what
 * belongs to the columns. Small matrices are held whole, of others one row at a time.
 */
export interface VectorMemory {
  readonly workspace: Workspace;
  readonly kernels: Kernels;
  readonly columns: number;
  /** Bytes of a padded row, and of each array below but the last two. */
  readonly rowBytes: number;
  /** All rows, or one. */
  readonly rows: Float64Array;
  readonly isWhole: boolean;
  /** The row held, where it is one; -1: none yet. */
  heldRow: number;
  /** Padded with 0. */
  readonly columnPrice: Float64Array;
  /** Padded with 0. */
  readonly price: Float64Array;
  readonly distance: Float64Array;
  readonly rowBefore: Float64Array;
  /** NaN: not free; else 0. */
  readonly taken: Float64Array;
  /** What kernels store. */
  readonly out: Float64Array;
  /** Columns that `collect` found. */
  readonly hits: Int32Array;
}

/** Bytes up to which a matrix is held whole: with the other arrays this fits a new memory. */
const MOST_HELD = 1 << 20;
/** Arrays of one entry per column. */
const ARRAYS = 5;
/** Doubles that kernels store at most. */
const OUT = 8;
/** Columns that `collect` finds at once. */
export const MOST_HITS = 16;

/** Memory for a matrix of this shape, or undefined where plain loops are to do the work. To be closed after use. */
export function openMemory({ rows, columns, weights }: WeightMatrix): VectorMemory | undefined {
  if (!suitsVectors(columns)) return undefined;
  const padded = paddedLength(columns);
  const isWhole = 8 * rows * padded <= MOST_HELD;
  const held = isWhole ? rows : 1;
  const workspace = takeWorkspace(8 * (padded * (held + ARRAYS) + OUT + MOST_HITS));
  if (workspace === undefined) return undefined;
  const array = (): Float64Array => takeDoubles(workspace, padded);
  const memory = {
    workspace,
    kernels: workspace.kernels,
    columns,
    rowBytes: 8 * padded,
    rows: takeDoubles(workspace, held * padded),
    isWhole,
    heldRow: -1,
    columnPrice: array().fill(0).subarray(0, columns),
    price: array().fill(0).subarray(0, columns),
    distance: array(),
    rowBefore: array(),
    taken: array(),
    out: takeDoubles(workspace, OUT),
    hits: takeWholes(workspace, MOST_HITS),
  };
  if (isWhole) copyRows(memory.rows, weights, 0, rows, columns);
  else if (padded > columns) memory.rows.fill(-Infinity, columns);
  return memory;
}

export function closeMemory(memory: VectorMemory | undefined): void {
  if (memory !== undefined) releaseWorkspace(memory.workspace);
}

/** Address of a row, which is brought into memory if it is not there. */
export function addressOf(memory: VectorMemory, weights: Float64Array, row: number): number {
  if (memory.isWhole) return memory.rows.byteOffset + row * memory.rowBytes;
  if (memory.heldRow !== row) {
    memory.rows.set(weights.subarray(row * memory.columns, (row + 1) * memory.columns));
    memory.heldRow = row;
  }
  return memory.rows.byteOffset;
}

/** Tells the kernels which columns are not free. */
export function markTaken(memory: VectorMemory | undefined, rowOfColumn: Int32Array): void {
  if (memory === undefined) return;
  const { taken } = memory;
  for (let column = 0; column < rowOfColumn.length; column += 1) taken[column] = rowOfColumn[column]! < 0 ? 0 : NaN;
}
