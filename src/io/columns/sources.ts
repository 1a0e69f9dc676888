import { isBlank, isList } from "../rows/cells.ts";
import type { CellValue, ColumnField, ColumnSource, TableOptions } from "../source.ts";
import { foldedHeader, normalHeader } from "./header-text.ts";

/** Several columns that together give one field. */
export interface CombinedColumns {
  readonly field: ColumnField;
  readonly how: "joined" | "ranked" | "options" | "grid";
  /** From 0, in the order in which they count. */
  readonly columns: readonly number[];
  /** What a column stands for: the option, or the rest of its header; by place in `columns`. */
  readonly labels: readonly string[];
}

/** All headers that a source of a field names; none for a grid, which names what headers begin with. */
export function headersOf(source: ColumnSource): readonly string[] {
  if (typeof source === "string") return [source];
  if (isTexts(source)) return source;
  if ("ranked" in source) return source.ranked;
  return "options" in source ? Object.values(source.options) : [];
}

function isTexts(source: ColumnSource): source is readonly string[] {
  return Array.isArray(source);
}

/** The columns of a source that names several; those that the file lacks are left out. */
export function combinedColumns(
  field: ColumnField,
  source: Exclude<ColumnSource, string>,
  headers: readonly string[],
): CombinedColumns {
  if (!isTexts(source) && "grid" in source) return { field, how: "grid", ...gridColumns(source.grid, headers) };
  const normal = headers.map(normalHeader);
  const named = isTexts(source)
    ? source.map((header) => ["", header] as const)
    : "ranked" in source
      ? source.ranked.map((header) => ["", header] as const)
      : Object.entries(source.options);
  const found = named.flatMap(([label, header]) => {
    const column = normal.indexOf(normalHeader(header));
    return column < 0 ? [] : [{ column, label }];
  });
  const how = isTexts(source) ? "joined" : "ranked" in source ? "ranked" : "options";
  return { field, how, columns: found.map(({ column }) => column), labels: found.map(({ label }) => label) };
}

/** Columns whose headers begin with a text and say more behind it, in brackets or not: `Availability [Monday]`. */
export function gridColumns(begin: string, headers: readonly string[]): Pick<CombinedColumns, "columns" | "labels"> {
  const start = foldedHeader(begin).trim();
  const found = headers.flatMap((header, column) => {
    if (!foldedHeader(header).trim().startsWith(start)) return [];
    // what stands in brackets at the end, else all behind the beginning: `Slots Mon 09:00-09:30`
    const bracketed = /[[(](?<rest>[^[\]()]+)[\])]\s*$/u.exec(header)?.groups?.["rest"];
    const label =
      bracketed ??
      header
        .trim()
        .slice(begin.trim().length)
        .replace(/^[\s:\-–]+/u, "");
    return label.trim() === "" ? [] : [{ column, label: label.trim() }];
  });
  return { columns: found.map(({ column }) => column), labels: found.map(({ label }) => label) };
}

/** A cell of an option that is neither a yes nor a no. */
export interface AnswerFault {
  readonly column: number;
  readonly code: "ANSWER_UNKNOWN";
  readonly message: string;
}

const TICKED = /^(?:1|1[.,]0|x|y|yes|true|ticked|checked|selected|e|evet|var|dogru|isaretli|✓|✔|☑)$/u;
const OPEN = /^(?:|0|0[.,]0|n|no|false|unchecked|not selected|h|hayir|yok|yanlis|☐|-)$/u;

/** What several columns say together. */
export function combinedValue(
  { field, how, columns, labels }: CombinedColumns,
  cellAt: (column: number) => unknown,
  options: TableOptions,
): CellValue | AnswerFault | undefined {
  const parts: unknown[] = [];
  let first = 0;
  for (const [place, column] of columns.entries()) {
    const cell = cellAt(column);
    if (isBlank(cell)) continue;
    const found =
      how === "joined" || how === "ranked" ? [cell] : chosen(field, labels[place] ?? "", cell, how, options);
    if (found === undefined) {
      const message = `${field}: expected yes, no or the option itself in a column of an option, got something else.`;
      return { column: column + 1, code: "ANSWER_UNKNOWN", message };
    }
    if (found.length > 0 && first === 0) first = column + 1;
    for (const part of found) parts.push(part);
  }
  if (parts.length === 0) return undefined;
  return { value: how === "ranked" ? ranked(field, parts) : joined(field, parts), column: first };
}

/** What a cell says of an option, or of a day of a grid; `undefined` if it says neither yes nor no. */
function chosen(
  field: ColumnField,
  label: string,
  cell: unknown,
  how: "options" | "grid",
  options: TableOptions,
): readonly string[] | undefined {
  const text = foldedHeader(String(cell)).trim();
  if (TICKED.test(text) || text === foldedHeader(label).trim()) return [label];
  if (OPEN.test(text)) return [];
  if (how === "options" || field !== "availability") return undefined;
  // a grid of days holds hours or parts of the day
  const parts = Object.entries(options.dayParts ?? {}).map(
    ([name, hours]) => [foldedHeader(name).trim(), hours] as const,
  );
  return String(cell)
    .split(/[,;|\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => `${label} ${parts.find(([name]) => name === foldedHeader(each))?.[1] ?? each}`);
}

/** Wishes in their order become priorities, anything else a list in this order. */
function ranked(field: ColumnField, parts: readonly unknown[]): unknown {
  if (field !== "learns") return joined(field, parts);
  return parts.map((topic, place) => ({ topic: String(topic).trim(), priority: place + 1 }));
}

function joined(field: ColumnField, parts: readonly unknown[]): unknown {
  if (parts.some((part) => typeof part !== "string")) return parts.flat();
  return parts.join(isList(field) || field === "availability" ? "; " : " ");
}
