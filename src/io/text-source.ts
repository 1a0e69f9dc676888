/** Text of a file; `name` is only used in messages and to tell the format. */
export interface TextSource {
  readonly name: string;
  readonly text: string;
  /** What divides the cells of a table. @default found in the first lines */
  readonly delimiter?: Delimiter;
}

export type Delimiter = "," | ";" | "\t" | "|";

/** A sheet of a workbook, as `readSheet` gives it: its cells as a CSV export would hold them. */
export interface SheetSource {
  /** Of the file and the sheet: `staff.xlsx [People]`. */
  readonly name: string;
  readonly sheet: string;
  /** From the first row of the sheet on; all rows are of one length. */
  readonly rows: readonly (readonly string[])[];
  /** What is to be told of the workbook itself. */
  readonly issues: readonly SourceIssue[];
}

/** Where a table or a document comes from. */
export type FileSource = TextSource | SheetSource;

/** Whether a source is a sheet of a workbook. */
export function isSheet(source: FileSource): source is SheetSource {
  return "rows" in source;
}

/** One problem of a file. Messages hold no values of cells: fields, positions, counts and allowed words. */
export interface SourceIssue {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  /** From 1; the line on which a row begins. */
  readonly line?: number;
  /** Number of the cell in its row, from 1. */
  readonly column?: number;
  /** In a sheet of a workbook: `E3`, or `row 3` where it is about the row. */
  readonly cell?: string;
  readonly message: string;
  /** The message in Turkish, where it comes with one; `messageOf` of `tersine/words` knows the others. */
  readonly tr?: string;
  readonly hint?: string;
}
