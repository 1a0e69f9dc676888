import { isBlank } from "./cells.ts";
import { type RawRow, rawRows } from "./csv-rows.ts";
import { fieldsOf, type HeaderFields, normalHeader, unusedHeader } from "./headers.ts";
import type { ColumnField, ReadOptions, RejectedRow, Row, SourceIssue, Table, TextSource } from "./source.ts";

const MAX_COLUMNS = 1_000;
const MAX_CELL = 1_000_000;
/** Names that objects give a meaning of their own. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a table whose first row holds headers. Every cell stays text. */
export function readCsv({ name: file, text }: TextSource, options: ReadOptions): Table {
  const empty = (issue: SourceIssue): Table => ({
    rows: [],
    mapping: { file, columns: [] },
    issues: [issue],
    unread: [],
  });
  const raw = rawRows(file, text, options.delimiter);
  if ("fault" in raw) return empty(raw.fault);
  const [head, ...rest] = raw.rows;
  const { open } = raw;
  const opened: readonly SourceIssue[] = open === undefined ? [] : [{ severity: "error", file, ...open }];
  if (head === undefined) return empty(opened[0] ?? { severity: "error", file, ...NO_HEADER });
  const place = { severity: "error", file, line: head.line } as const;
  if (head.fault !== undefined) return empty({ ...place, ...head.fault });
  const headers = namedHeaders(head.cells, rest);
  if (headers.length > MAX_COLUMNS) {
    const message = `expected at most ${MAX_COLUMNS} columns, got ${headers.length}.`;
    return empty({ ...place, code: "LIMIT_COLUMNS", message });
  }
  const known = fieldsOf(headers, options.mapping ?? {}, file);
  const issues = [...opened, ...headerIssues(file, head.line, headers, known), ...known.issues];
  if (rest.length === 0 && open === undefined) {
    const message = "expected rows below the header, got none; the file counts as nobody.";
    issues.push({ ...place, severity: "warning", code: "FILE_NO_ROWS", message });
  }
  if (headers.length === 1 && /[;\t]/u.test(headers[0] ?? "")) {
    const hint = 'Say which delimiter the file has, such as --delimiter ";".';
    issues.push({ ...place, code: "CSV_DELIMITER", message: "expected several columns, got one.", hint });
  }
  const rows: Row[] = [];
  const unread: RejectedRow[] = [];
  for (const { cells: all, line, fault } of rest) {
    const cells = withoutTail(all, headers.length);
    const problem = fault ?? rowProblem(cells, headers);
    if (problem === undefined) {
      rows.push({ file, line, raw: cells, values: valuesOf(cells, known) });
      continue;
    }
    issues.push({ severity: "error", file, line, ...problem });
    unread.push({ file, line, row: cells, reasons: [problem.message] });
  }
  const columns = headers.map((header, column) => {
    const field = known.fields[column] ?? known.further.get(column);
    return field === undefined ? { header } : { header, field };
  });
  return { rows, mapping: { file, columns }, issues, unread };
}

const NO_HEADER = { code: "FILE_EMPTY", message: "expected a header and rows, got none." };

/** The headers, without columns at the end that have neither a header nor a value: spreadsheets leave them behind. */
function namedHeaders(cells: readonly string[], rows: readonly RawRow[]): readonly string[] {
  const headers = cells.map((header) => header.trim());
  const named = headers.findLastIndex((header) => header !== "") + 1;
  const used = rows.reduce((most, row) => Math.max(most, row.cells.findLastIndex((cell) => cell.trim() !== "") + 1), 0);
  return headers.slice(0, Math.max(named, Math.min(used, headers.length)));
}

/** The cells without blank ones beyond the last column. */
function withoutTail(cells: readonly string[], columns: number): readonly string[] {
  if (cells.length <= columns) return cells;
  return cells.slice(0, Math.max(columns, cells.findLastIndex((cell) => cell.trim() !== "") + 1));
}

function headerIssues(
  file: string,
  line: number,
  headers: readonly string[],
  { fields, further }: HeaderFields,
): readonly SourceIssue[] {
  const first = new Map<string, number>();
  const taken = new Set(fields);
  return headers.flatMap((header, column): readonly SourceIssue[] => {
    const place = { file, line, column: column + 1 };
    const error = (code: string, message: string): readonly SourceIssue[] => [
      { code, severity: "error", ...place, message },
    ];
    if (header === "") return error("HEADER_EMPTY", "expected a name for each column, got an empty header.");
    if (RESERVED.has(header)) return error("HEADER_RESERVED", "expected another name: this one is reserved.");
    const normal = normalHeader(header);
    const earlier = first.get(normal);
    if (earlier !== undefined) {
      const code = headers[earlier] === header ? "HEADER_DUPLICATE" : "HEADER_COLLIDES";
      return error(code, `expected headers that differ, got that of column ${earlier + 1} again.`);
    }
    first.set(normal, column);
    if (fields[column] !== undefined || further.has(column)) return [];
    return [{ code: "COLUMN_UNUSED", severity: "warning", ...place, ...unusedHeader(header, taken) }];
  });
}

function rowProblem(
  cells: readonly string[],
  headers: readonly string[],
): { readonly code: string; readonly message: string; readonly column?: number } | undefined {
  const counts = `expected ${headers.length} cells, got ${cells.length}.`;
  if (cells.length < headers.length) return { code: "CSV_ROW_SHORT", message: counts };
  if (cells.length > headers.length) return { code: "CSV_ROW_LONG", message: counts };
  const large = cells.findIndex((cell) => cell.length > MAX_CELL);
  if (large < 0) return undefined;
  return { code: "LIMIT_FIELD_SIZE", column: large + 1, message: `expected at most ${MAX_CELL} characters in a cell.` };
}

function valuesOf(cells: readonly string[], { fields, further }: HeaderFields): Row["values"] {
  const values = new Map<ColumnField, { readonly value: unknown; readonly column: number }>();
  cells.forEach((value, column) => {
    const field = fields[column];
    if (field !== undefined && !isBlank(value)) values.set(field, { value, column: column + 1 });
  });
  for (const [column, field] of further) {
    const value = cells[column];
    if (!values.has(field) && !isBlank(value)) values.set(field, { value, column: column + 1 });
  }
  return values;
}
