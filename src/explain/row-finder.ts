import { at } from "../base/at.ts";
import { findEdge } from "../solve/graph.ts";

/** Pairs grouped by row, columns ascending. */
interface PairsByRow {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
}

/** Columns looked for row by row before grouping all pairs anew is the quicker way: most often one or two are asked for. */
const LOOKED_FOR = 32;

/** Finds the rows of a column, ascending. Groups all pairs by column once that is the quicker way. */
export function rowFinder(rows: number, columns: number, pairs: PairsByRow): (column: number) => Int32Array {
  let asked = 0;
  let byColumn: PairsByRow | undefined;
  return (column) => {
    asked += 1;
    if (asked > LOOKED_FOR) byColumn ??= transposed(columns, pairs);
    if (byColumn !== undefined)
      return byColumn.columnAt.subarray(byColumn.rowStart[column], byColumn.rowStart[column + 1]);
    const found = new Int32Array(rows);
    let count = 0;
    for (let row = 0; row < rows; row += 1) if (findEdge(pairs, row, column) >= 0) found[count++] = row;
    return found.subarray(0, count);
  };
}

/** The same pairs seen from the other side. */
function transposed(columns: number, { rowStart, columnAt }: PairsByRow): PairsByRow {
  const start = new Int32Array(columns + 1);
  for (const column of columnAt) start[column + 1] = at(start, column + 1) + 1;
  for (let column = 0; column < columns; column += 1) start[column + 1] = at(start, column + 1) + at(start, column);
  const next = start.slice();
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    for (const column of columnAt.subarray(rowStart[row], rowStart[row + 1])) {
      const index = at(next, column);
      rowAt[index] = row;
      next[column] = index + 1;
    }
  }
  return { rowStart: start, columnAt: rowAt };
}
