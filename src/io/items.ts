import { readCell } from "./cells.ts";
import { type Directory, idOf } from "./directory.ts";
import { ATTRIBUTE } from "./headers.ts";
import { pointerOf } from "./json.ts";
import type { ColumnField, Field, ReadOptions, Row, SourceIssue } from "./source.ts";

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
}

/** What rows are read with, and where their problems go. */
export interface RowContext {
  readonly directory: Directory;
  readonly options: ReadOptions;
  readonly findings: Finding[];
}

/** Fields that find people, and become ids. */
const REFERENCES = new Set<Field>(["managerId", "dottedLineManagerIds", "avoid", "choices"]);
const REGISTRATION = new Set<Field>([
  ...(["teaches", "learns", "goals", "availability", "capacity", "minimumLoad"] as const),
  ...(["avoid", "choices", "waitingSince"] as const),
]);
/** Fields by which a person is found and named. */
const NAMES = new Set<Field>(["id", "firstName", "lastName", "email", "employeeNumber"]);

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

/** A row as an item of a list; cells that cannot be read are left out of it and told. */
export function itemOf(row: Row, list: List, { directory, options, findings }: RowContext): Item {
  const fields: Record<string, unknown> = {};
  const attributes = new Map<string, unknown>();
  const id = idOf(row);
  if (id !== undefined) fields["id"] = id;
  for (const [field, { value }] of row.values) {
    if (isAttribute(field)) {
      attributes.set(field.slice(ATTRIBUTE.length), typeof value === "string" ? value.trim() : value);
      continue;
    }
    if (NAMES.has(field) || !belongs(field, list)) continue;
    const cell = readCell(field, value, options);
    const read = "code" in cell || !REFERENCES.has(field) ? cell : directory.resolve(cell.value);
    if ("code" in read) findings.push(findingAt(row, field, { severity: "error", ...read }));
    else fields[field] = read.value;
    const doubts = "doubts" in cell ? (cell.doubts ?? []) : [];
    for (const doubt of doubts) findings.push(findingAt(row, field, { severity: "warning", ...doubt }));
  }
  if (attributes.size > 0) fields["attributes"] = Object.fromEntries(attributes);
  const fullName = [row.values.get("firstName")?.value, row.values.get("lastName")?.value];
  const parts = fullName.filter((part) => typeof part === "string" && part.trim() !== "");
  if (fields["name"] === undefined && parts.length > 0) fields["name"] = parts.join(" ");
  if (list === "mentors") fields["teaches"] ??= [];
  if (list === "mentees") fields["learns"] ??= [];
  const number = row.values.get("id")?.value;
  if (typeof number === "string" && /^[0-9](?:[.,][0-9]+)?E[+-]?[0-9]+$/u.test(number)) {
    const message = "the id looks like a number that a spreadsheet has shortened.";
    findings.push(findingAt(row, "id", { code: "ID_LOOKS_LIKE_NUMBER", severity: "warning", message }));
  }
  return { list, fields, row };
}

function isAttribute(field: ColumnField): field is `attributes.${string}` {
  return field.startsWith(ATTRIBUTE);
}

/** Whether a field says something in a list. */
export function belongs(field: Field, list: List): boolean {
  if (field === "role" || field === "isMentor" || field === "isMentee") return false;
  if (list === "people") return !REGISTRATION.has(field);
  return field !== (list === "mentors" ? "learns" : "teaches");
}
