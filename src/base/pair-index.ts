import { problem } from "./error.ts";

/** Numbers the pairs of rows and columns, or of mentees and mentors: row by row, from 0. */
export interface PairIndex {
  /** Throws `INTERNAL` for a row or a column that there is not, so that two turned round do not pass for another pair. */
  readonly keyOf: (row: number, column: number) => number;
  readonly rowOf: (key: number) => number;
  readonly columnOf: (key: number) => number;
}

export function pairIndex(rows: number, columns: number): PairIndex {
  return {
    keyOf: (row, column) => {
      if (row >= 0 && row < rows && column >= 0 && column < columns) return row * columns + column;
      throw problem(
        "INTERNAL",
        "",
        `expected a pair of ${rows} rows and ${columns} columns, got row ${row} and column ${column}.`,
      );
    },
    rowOf: (key) => Math.floor(key / columns),
    columnOf: (key) => key % columns,
  };
}
