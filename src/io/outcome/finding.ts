import { pointerOf } from "../json/parse.ts";
import type { Row, SourceIssue } from "../source.ts";

export type List = "people" | "mentors" | "mentees";
export const LISTS: readonly List[] = ["people", "mentors", "mentees"];

/** An object of the input with the row that it comes from. */
export interface Item {
  readonly list: List;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly row: Row;
}

/** A problem with the row and the field that it is about; without a row it is about a file or about everything. */
export interface Finding {
  readonly issue: SourceIssue;
  readonly row?: Row;
  readonly field?: string;
  /** Whether what it is about cannot be left out, as a file or the whole is unsound. */
  readonly isFatal?: true;
  /** Whether the person of the row has a sound place in the chart, whatever the field. */
  readonly keepsPlace?: true;
}

/** A problem at a field of a row, or of the row as a whole. */
export function findingAt(row: Row, field: string | undefined, told: Omit<SourceIssue, "file" | "line">): Finding {
  const cell = [...row.values].find(([name]) => name === field)?.[1];
  const isCell = row.pointer === undefined && cell !== undefined;
  const place = { file: row.file, line: row.line, ...(isCell ? { column: cell.column } : {}) };
  // the items of a JSON document may all stand on one line
  const path = row.pointer === undefined ? "" : `${row.pointer}${cell?.key === undefined ? "" : pointerOf([cell.key])}`;
  const message = path === "" ? told.message : `${path}: ${told.message}`;
  return { issue: { ...told, message, ...place }, row, ...(field === undefined ? {} : { field }) };
}
