import { SLICE } from "../base/steps.ts";
import { findEdge } from "../solve/graph.ts";

/** Pairs grouped by row, columns ascending. */
interface PairsByRow {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
}

/** Finds the rows of a column, ascending. */
export interface RowFinder {
  /** To be run before each `rowsOf`: groups all pairs anew once that is the quicker way. Can be paused. */
  readonly prepare: () => Generator<void, void, void>;
  readonly rowsOf: (column: number) => Int32Array;
}

/** Columns looked for row by row before grouping all edges anew is the quicker way: most often one or two are asked for. */
const LOOKED_FOR = 32;

export function rowFinder(rows: number, columns: number, pairs: PairsByRow): RowFinder {
  let asked = 0;
  let turned: PairsByRow | undefined;
  return {
    *prepare() {
      asked += 1;
      if (asked > LOOKED_FOR) turned ??= yield* transpose(columns, pairs);
    },
    rowsOf: (column) => {
      if (turned !== undefined) return turned.columnAt.subarray(turned.rowStart[column], turned.rowStart[column + 1]);
      const found = new Int32Array(rows);
      let count = 0;
      for (let row = 0; row < rows; row += 1) if (findEdge(pairs, row, column) >= 0) found[count++] = row;
      return found.subarray(0, count);
    },
  };
}

/** The same pairs seen from the other side. */
function* transpose(columns: number, { rowStart, columnAt }: PairsByRow): Generator<void, PairsByRow, void> {
  const start = new Int32Array(columns + 1);
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    const next = (columnAt[edge] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
    if (edge % SLICE === SLICE - 1) yield;
  }
  for (let column = 0; column < columns; column += 1) {
    start[column + 1] = (start[column + 1] ?? 0) + (start[column] ?? 0);
  }
  const next = start.slice();
  const rowAt = new Int32Array(columnAt.length);
  let row = 0;
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    while (edge >= (rowStart[row + 1] ?? Infinity)) row += 1;
    const column = columnAt[edge] ?? 0;
    const at = next[column] ?? 0;
    rowAt[at] = row;
    next[column] = at + 1;
    if (edge % SLICE === SLICE - 1) yield;
  }
  return { rowStart: start, columnAt: rowAt };
}
