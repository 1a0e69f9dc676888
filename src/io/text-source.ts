/** Text of a file; `name` is only used in messages and to tell the format. */
export interface TextSource {
  readonly name: string;
  readonly text: string;
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
  readonly message: string;
  readonly hint?: string;
}
