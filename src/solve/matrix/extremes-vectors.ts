import { copyRows, paddedLength, suitsVectors } from "../vectors/rows.ts";
import { releaseWorkspace, takeDoubles, takeWorkspace, type Kernels, type Workspace } from "../vectors/workspace.ts";
import type { SquareExtremes, WeightMatrix, WideExtremes } from "./extremes.ts";

/** Doubles brought into memory at once: they stay within a processor's second cache. */
const WINDOW = 1 << 15;
/** Doubles that kernels store at most. */
const OUT = 8;

/** Some rows in memory, and an array beside them. */
interface Window {
  readonly workspace: Workspace;
  readonly kernels: Kernels;
  /** Bytes of a padded row. */
  readonly rowBytes: number;
  /** Most rows held at once. */
  readonly group: number;
  readonly rows: Float64Array;
  /** Largest weight of each column so far. */
  readonly most: Float64Array;
  readonly out: Float64Array;
}

function openWindow({ rows, columns }: WeightMatrix): Window | undefined {
  if (!suitsVectors(columns)) return undefined;
  const padded = paddedLength(columns);
  const group = Math.max(1, Math.min(rows, Math.floor(WINDOW / padded)));
  const workspace = takeWorkspace(8 * (padded * (group + 1) + OUT));
  if (workspace === undefined) return undefined;
  return {
    workspace,
    kernels: workspace.kernels,
    rowBytes: 8 * padded,
    group,
    rows: takeDoubles(workspace, group * padded),
    most: takeDoubles(workspace, padded).fill(-Infinity),
    out: takeDoubles(workspace, OUT),
  };
}

/** `squareExtremes` by vectors; undefined where plain loops are to do it. */
export function squareExtremesByVectors(matrix: WeightMatrix): SquareExtremes | undefined {
  const window = openWindow(matrix);
  if (window === undefined) return undefined;
  const { rows, columns, weights } = matrix;
  const { kernels, rowBytes, group, most, out } = window;
  let isFit = true;
  let isWhole = true;
  let largest = 0;
  for (let from = 0; from < rows && isFit; from += group) {
    const count = Math.min(group, rows - from);
    copyRows(window.rows, weights, from, count, columns);
    const flags = kernels.columnExtremes(window.rows.byteOffset, count, rowBytes, most.byteOffset, out.byteOffset);
    isFit = (flags & 1) === 1;
    isWhole = isWhole && flags >= 2;
    largest = Math.max(largest, 0 - out[0]!, 0 - out[1]!);
  }
  const columnMost = most.slice(0, columns);
  releaseWorkspace(window.workspace);
  for (let column = 0; column < columns; column += 1) {
    // no -0
    columnMost[column]! += 0;
    largest = Math.max(largest, columnMost[column]!);
  }
  return { isFit, isWhole, largest, columnMost };
}

/** `wideExtremes` by vectors; undefined where plain loops are to do it. */
export function wideExtremesByVectors(matrix: WeightMatrix): WideExtremes | undefined {
  const window = openWindow(matrix);
  if (window === undefined) return undefined;
  const { rows, columns, weights } = matrix;
  const { kernels, rowBytes, group, out } = window;
  const bestColumn = new Int32Array(rows);
  const bestWeight = new Float64Array(rows);
  const secondWeight = new Float64Array(rows);
  let isFit = true;
  let isWhole = true;
  let largest = 0;
  let least = 0;
  for (let from = 0; from < rows && isFit; from += group) {
    const until = Math.min(from + group, rows);
    copyRows(window.rows, weights, from, until - from, columns);
    for (let row = from; row < until && isFit; row += 1) {
      const rowAt = window.rows.byteOffset + (row - from) * rowBytes;
      const flags = kernels.rowExtremes(rowAt, rowBytes, least, out.byteOffset);
      isFit = flags > 0;
      isWhole = isWhole && flags >= 2;
      // no -0
      bestWeight[row] = out[0]! + 0;
      secondWeight[row] = out[1]! + 0;
      bestColumn[row] = out[0] === -Infinity ? -1 : out[2]!;
      least = out[3]!;
      largest = Math.max(largest, out[0]!);
    }
  }
  releaseWorkspace(window.workspace);
  return { isFit, isWhole, largest: Math.max(largest, 0 - least), bestColumn, bestWeight, secondWeight };
}
