import Papa from "papaparse";
import { fieldsOf, normalHeader } from "./headers.ts";
import { isBlank } from "./cells.ts";
import type { ColumnField, ReadOptions, RejectedRow, Row, SourceIssue, Table, TextSource } from "./source.ts";

const MAX_COLUMNS = 1_000;
const MAX_CELL = 1_000_000;
/** Names that objects give a meaning of their own. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

interface RawRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Reads a table whose first row holds headers. Every cell stays text. */
export function readCsv({ name: file, text }: TextSource, options: ReadOptions): Table {
  const empty = (issue: Omit<SourceIssue, "file" | "severity">): Table => ({
    rows: [],
    mapping: { file, columns: [] },
    issues: [{ severity: "error", file, ...issue }],
    unread: [],
  });
  if (text.trim() === "")
    return empty({ code: "FILE_EMPTY", message: "expected a header and rows, got an empty file." });
  const nul = text.indexOf("\0");
  if (nul >= 0) return empty({ code: "CSV_NUL", line: lineAt(text, nul), message: "expected text, got a NUL byte." });
  const { rows: raw, issues } = parse(file, text, options.delimiter ?? delimiterOf(text));
  const [head, ...rest] = raw;
  const headers = (head?.cells ?? []).map((header) => header.trim());
  if (headers.length > MAX_COLUMNS) {
    const message = `expected at most ${MAX_COLUMNS} columns, got ${headers.length}.`;
    return empty({ code: "LIMIT_COLUMNS", line: 1, message });
  }
  const { fields, issues: mappingIssues } = fieldsOf(headers, options.mapping ?? {}, file);
  const found = [...issues, ...headerIssues(file, headers, fields), ...mappingIssues];
  if (headers.length === 1 && /[;\t]/u.test(headers[0] ?? "")) {
    const hint = 'Say which delimiter the file has, such as --delimiter ";".';
    found.push({
      code: "CSV_DELIMITER",
      severity: "error",
      file,
      line: 1,
      message: "expected several columns, got one.",
      hint,
    });
  }
  const rows: Row[] = [];
  const unread: RejectedRow[] = [];
  for (const { cells, line } of rest) {
    const problem = rowProblem(cells, headers);
    if (problem === undefined) {
      rows.push({ file, line, raw: cells, values: valuesOf(cells, fields) });
      continue;
    }
    found.push({ severity: "error", file, line, ...problem });
    unread.push({ file, line, row: cells, reasons: [problem.message] });
  }
  const columns = headers.map((header, column) => {
    const field = fields[column];
    return field === undefined ? { header } : { header, field };
  });
  return { rows, mapping: { file, columns }, issues: found, unread };
}

function parse(file: string, text: string, delimiter: string): { rows: readonly RawRow[]; issues: SourceIssue[] } {
  const rows: RawRow[] = [];
  const issues: SourceIssue[] = [];
  let line = 1;
  let cursor = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }) => {
      const begin = line;
      line += breaksIn(text, cursor, meta.cursor);
      cursor = meta.cursor;
      for (const { code } of errors) {
        if (code === "MissingQuotes") {
          const message = "expected a closing quote, got the end of the file.";
          issues.push({ code: "CSV_QUOTE_OPEN", severity: "error", file, line: begin, message });
        } else if (code === "InvalidQuotes") {
          const message = "expected a delimiter after a closing quote.";
          const hint = "Write quotes within a quoted cell twice.";
          issues.push({ code: "CSV_QUOTE_STRAY", severity: "error", file, line: begin, message, hint });
        }
      }
      if (data.some((cell) => cell.trim() !== "")) rows.push({ cells: data, line: begin });
    },
  });
  return { rows, issues };
}

function breaksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === 10 || (letter === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

function lineAt(text: string, position: number): number {
  return 1 + breaksIn(text, 0, position);
}

/** The delimiter that the first line, quotes aside, has most of. */
function delimiterOf(text: string): string {
  const bare = (/^(?:"(?:[^"]|"")*"|[^"\n\r])*/u.exec(text)?.[0] ?? "").replace(/"(?:[^"]|"")*"/gu, "");
  const counted = [",", ";", "\t"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

function headerIssues(
  file: string,
  headers: readonly string[],
  fields: readonly (ColumnField | undefined)[],
): readonly SourceIssue[] {
  const place = (column: number) => ({ file, line: 1, column: column + 1 });
  return headers.flatMap((header, column): readonly SourceIssue[] => {
    const normal = normalHeader(header);
    const error = (code: string, message: string): readonly SourceIssue[] => [
      { code, severity: "error", ...place(column), message },
    ];
    if (header === "") return error("HEADER_EMPTY", "expected a name for each column, got an empty header.");
    if (RESERVED.has(header)) return error("HEADER_RESERVED", "expected another name: this one is reserved.");
    const first = headers.findIndex((other) => normalHeader(other) === normal);
    if (first < column) {
      const code = headers[first] === header ? "HEADER_DUPLICATE" : "HEADER_COLLIDES";
      return error(code, `expected headers that differ, got that of column ${first + 1} again.`);
    }
    if (fields[column] !== undefined) return [];
    const message = "no field is known for this column; it is not used.";
    const hint = "Map it, or leave it out.";
    return [{ code: "COLUMN_UNUSED", severity: "warning", ...place(column), message, hint }];
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

function valuesOf(cells: readonly string[], fields: readonly (ColumnField | undefined)[]): Row["values"] {
  const values = new Map<ColumnField, { readonly value: unknown; readonly column: number }>();
  cells.forEach((value, column) => {
    const field = fields[column];
    if (field !== undefined && !isBlank(value)) values.set(field, { value, column: column + 1 });
  });
  return values;
}
