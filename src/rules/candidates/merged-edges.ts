import type { CandidateGraph } from "./graph.ts";

/** What the rules say of some pairs, mentee by mentee; scores of those that are asked for. */
export interface Block {
  readonly bitsAt: Int32Array;
  readonly scoreAt: Int32Array;
}

type Edges = Pick<CandidateGraph, "rowStart" | "columnAt" | "scoreAt">;

/**
 * The old edges in new indices, which ascend as the old ones do, with those of new rows and columns among them.
 *
 * @param oldRowOf Old index of each row, -1 for new ones; so `oldColumnOf`.
 * @param ofRows All columns with the new rows.
 * @param ofColumns The new columns with all rows.
 */
export function mergeEdges(
  previous: Edges,
  oldRowOf: Int32Array,
  oldColumnOf: Int32Array,
  ofRows: Block,
  ofColumns: Block,
): Edges {
  const rows = oldRowOf.length;
  const most = previous.columnAt.length + ofRows.bitsAt.length + ofColumns.bitsAt.length;
  const rowStart = new Int32Array(rows + 1);
  const columnAt = new Int32Array(most);
  const scoreAt = new Int32Array(most);
  const runs = runsOf(oldColumnOf);
  let edges = 0;
  let ofNewRows = 0;
  let ofNewColumns = 0;
  const take = (column: number, block: Block, at: number): void => {
    if (block.bitsAt[at] !== 0) return;
    columnAt[edges] = column;
    scoreAt[edges++] = block.scoreAt[at]!;
  };
  for (let row = 0; row < rows; row += 1) {
    const old = oldRowOf[row]!;
    if (old < 0) {
      for (let column = 0; column < oldColumnOf.length; column += 1) take(column, ofRows, ofNewRows++);
    }
    for (const { column, oldColumn, length } of runs) {
      if (oldColumn < 0) {
        if (old >= 0) take(column, ofColumns, ofNewColumns);
        ofNewColumns += 1;
      } else if (old >= 0) {
        const from = firstEdge(previous, old, oldColumn);
        const to = firstEdge(previous, old, oldColumn + length);
        columnAt.set(previous.columnAt.subarray(from, to), edges);
        scoreAt.set(previous.scoreAt.subarray(from, to), edges);
        const end = edges + to - from;
        if (column === oldColumn) edges = end;
        else for (; edges < end; edges += 1) columnAt[edges]! += column - oldColumn;
      }
    }
    rowStart[row + 1] = edges;
  }
  return { rowStart, columnAt: columnAt.subarray(0, edges), scoreAt: scoreAt.subarray(0, edges) };
}

/** Columns side by side that were so before, `was` the first; or one new column, whose `was` is -1. */
interface Run {
  readonly column: number;
  readonly oldColumn: number;
  readonly length: number;
}

function runsOf(oldColumnOf: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < oldColumnOf.length;) {
    const oldColumn = oldColumnOf[column]!;
    let length = 1;
    while (oldColumn >= 0 && oldColumnOf[column + length] === oldColumn + length) length += 1;
    runs.push({ column, oldColumn, length });
    column += length;
  }
  return runs;
}

/** The first edge of a row to this column or behind it. */
function firstEdge({ rowStart, columnAt }: Edges, row: number, column: number): number {
  let low = rowStart[row]!;
  let high = rowStart[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columnAt[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
