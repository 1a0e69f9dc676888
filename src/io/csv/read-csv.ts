import { counted } from "../../base/figures.ts";
import { type RawRow, rawRows, sheetRows } from "./raw-rows.ts";
import { normalHeader } from "../columns/header-text.ts";
import { fieldOfColumn, fieldsOf, type HeaderFields, MAP_IT, unusedHeader } from "../columns/headers.ts";
import { rowReader } from "../rows/values.ts";
import type { FileSource, RejectedRow, Row, SourceIssue, Table, TableOptions } from "../source.ts";
import { isSheet } from "../text-source.ts";

const MAX_COLUMNS = 1_000;
const MAX_CELL = 1_000_000;
/** Names that objects give a meaning of their own. */
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a table whose first row holds headers: a text or a sheet. Every cell stays text. */
export function readCsv(source: FileSource, options: TableOptions): Table {
  const file = source.name;
  const refused = (issues: readonly SourceIssue[]): Table => ({
    rows: [],
    mapping: { file, columns: [] },
    issues,
    unread: [],
    blanks: 0,
  });
  const empty = (issue: SourceIssue): Table => refused([issue]);
  const raw = isSheet(source)
    ? sheetRows(source)
    : rawRows({ ...source, ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }) });
  if ("fault" in raw) return empty(raw.fault);
  const { head, rest, issues: above } = withHead(raw.rows, file, options);
  if (above.some(({ severity }) => severity === "error")) return refused(above);
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
  const known = fieldsOf(headers, options.mapping, file);
  const issues = [...opened, ...above, ...headerIssues(file, head.line, headers, known), ...known.issues];
  if (rest.length === 0 && open === undefined) {
    const message = "expected rows below the header, got none; the file counts as nobody.";
    issues.push({ ...place, severity: "warning", code: "FILE_NO_ROWS", message });
  }
  if (headers.length === 1 && /[;\t|]/u.test(headers[0] ?? "")) {
    const mark = /[;\t|]/u.exec(headers[0] ?? "")?.[0] ?? ";";
    const hint = `Say which delimiter the file has: --delimiter ${mark === "\t" ? "tab" : `"${mark}"`}.`;
    issues.push({ ...place, code: "CSV_DELIMITER", message: "expected several columns, got one.", hint });
  }
  const reader = rowReader(file, known, options);
  const rows: Row[] = [];
  const unread: RejectedRow[] = [];
  for (const { cells: all, line, fault } of rest) {
    const cells = withoutTail(all, headers.length);
    const read = reader.read(cells, line);
    const problem = fault ?? rowProblem(cells, headers) ?? ("fault" in read ? read.fault : undefined);
    if (problem === undefined && "values" in read) {
      rows.push({ file, line, raw: cells, ...read });
      continue;
    }
    if (problem === undefined) continue;
    issues.push({ severity: "error", file, line, ...problem });
    unread.push({ file, line, row: cells, reasons: [problem.message] });
  }
  const columns = headers.map((header, column) => {
    const field = fieldOfColumn(known, column);
    return field === undefined ? { header } : { header, field };
  });
  const told = reader.told();
  return { rows, mapping: { file, columns }, issues: [...issues, ...told.issues], unread, blanks: told.blanks };
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

/** The row of headers and those below it that hold people. */
interface Headed {
  readonly head: RawRow | undefined;
  readonly rest: readonly RawRow[];
  readonly issues: readonly SourceIssue[];
}

/** Rows above the headers that are looked at for a title. */
const TITLE_ROWS = 15;

/** Finds the headers, and passes over what is no person: the type line of PowerShell, rows of labels of survey tools. */
function withHead(all: readonly RawRow[], file: string, options: TableOptions): Headed {
  const { headerLine, labelRows, mapping } = options;
  const typed = all[0]?.cells[0]?.startsWith("#TYPE") === true ? all.slice(1) : all;
  const rows = headerLine === undefined ? typed : typed.filter(({ line }) => line >= headerLine);
  const [head, ...below] = rows;
  const knows = ({ cells }: RawRow): number => {
    const { fields, combined } = fieldsOf(cells, mapping, file);
    return fields.filter((field) => field !== undefined).length + combined.length;
  };
  if (head !== undefined && headerLine === undefined && knows(head) === 0) {
    const found = below.slice(0, TITLE_ROWS).find((row) => knows(row) >= 2);
    if (found !== undefined) {
      const message = `expected headers in the first row, got a title; line ${found.line} looks like the headers.`;
      const hint = `Say "headerLine": ${found.line} in the configuration, or remove what stands above.`;
      const issue: SourceIssue = { severity: "error", file, line: head.line, code: "HEADER_LINE", message, hint };
      return { head, rest: below, issues: [issue] };
    }
  }
  const labels = labelRows ?? Math.max(labelsOfSurvey(below), head !== undefined && repeats(head, below[0]) ? 1 : 0);
  const first = below[0];
  if (labels === 0 || first === undefined) return { head, rest: below, issues: [] };
  const message = `${counted(labels, "row")} of labels below the headers ${labels === 1 ? "is" : "are"} passed over.`;
  const issue: SourceIssue = { severity: "warning", file, line: first.line, code: "LABEL_ROWS", message };
  return { head, rest: below.slice(labels), issues: [issue] };
}

/** Rows of labels that Qualtrics writes below the headers: the questions, then their ids. */
function labelsOfSurvey(rows: readonly RawRow[]): number {
  const at = rows.slice(0, 2).findIndex(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== "");
    return filled.length > 0 && filled.every((cell) => /^\s*\{"ImportId"/u.test(cell));
  });
  return at + 1;
}

/** Whether a row says again what the headers say, as the second row of labels in a user data file of SuccessFactors. */
function repeats(head: RawRow, row: RawRow | undefined): boolean {
  const filled = (row?.cells ?? []).flatMap((cell, column) => (cell.trim() === "" ? [] : [{ cell, column }]));
  const same = filled.filter(({ cell, column }) => normalHeader(cell) === normalHeader(head.cells[column] ?? ""));
  return same.length >= 2 && same.length * 2 >= filled.length;
}

/**
 * What is wrong with headers, and which columns are not used: those that may be meant as a field one by one, all others
 * together. Headers without a name or with that of another column only matter where they are read.
 */
function headerIssues(
  file: string,
  line: number,
  headers: readonly string[],
  known: HeaderFields,
): readonly SourceIssue[] {
  const first = new Map<string, number>();
  const taken = new Set(headers.map((_, column) => fieldOfColumn(known, column)));
  const unnamed: number[] = [];
  const issues = headers.flatMap((header, column): readonly SourceIssue[] => {
    const isRead = fieldOfColumn(known, column) !== undefined;
    const place = { file, line, column: column + 1 };
    const problem = (
      code: string,
      message: string,
      severity: "error" | "warning" = "error",
    ): readonly SourceIssue[] => [{ code, severity, ...place, message }];
    if (header === "") return problem("HEADER_EMPTY", "the column has no name; it is not used.", "warning");
    if (RESERVED.has(header)) return problem("HEADER_RESERVED", "expected another name: this one is reserved.");
    const normal = normalHeader(header);
    const earlier = first.get(normal);
    if (earlier !== undefined) {
      const code = headers[earlier] === header ? "HEADER_DUPLICATE" : "HEADER_COLLIDES";
      const isWanted = isRead || fieldOfColumn(known, earlier) !== undefined;
      if (isWanted) return problem(code, `expected headers that differ, got that of column ${earlier + 1} again.`);
      return problem(code, `the header is that of column ${earlier + 1} again; neither is used.`, "warning");
    }
    first.set(normal, column);
    if (isRead) return [];
    const unused = unusedHeader(header, taken);
    if (unused.hint !== MAP_IT) return [{ code: "COLUMN_UNUSED", severity: "warning", ...place, ...unused }];
    unnamed.push(column + 1);
    return [];
  });
  const [alone] = unnamed;
  if (alone === undefined) return issues;
  const message =
    unnamed.length === 1
      ? "no field is read from this column; it is not used."
      : `no field is read from columns ${ranges(unnamed)}; they are not used.`;
  return [...issues, { code: "COLUMN_UNUSED", severity: "warning", file, line, column: alone, message, hint: MAP_IT }];
}

/** `2, 5-7` for rising numbers. */
function ranges(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}

function rowProblem(
  cells: readonly string[],
  headers: readonly string[],
): { readonly code: string; readonly message: string; readonly column?: number } | undefined {
  const counts = `expected ${counted(headers.length, "cell")}, got ${cells.length}.`;
  if (cells.length < headers.length) return { code: "CSV_ROW_SHORT", message: counts };
  if (cells.length > headers.length) return { code: "CSV_ROW_LONG", message: counts };
  const large = cells.findIndex((cell) => cell.length > MAX_CELL);
  if (large < 0) return undefined;
  return { code: "LIMIT_FIELD_SIZE", column: large + 1, message: `expected at most ${MAX_CELL} characters in a cell.` };
}
