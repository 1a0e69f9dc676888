import type { CellReader } from "./cells.ts";
import { type Finding, findingAt, type Item, type List } from "../outcome/finding.ts";
import { ATTRIBUTE } from "../columns/headers.ts";
import type { People } from "../identity/people.ts";
import { KEY_FIELDS } from "../identity/keys.ts";
import { isReference, LOST_PERSON } from "../identity/references.ts";
import type { ColumnField, Field, Row } from "../source.ts";
import { isFormulaError } from "../values/formula-error.ts";

/** What rows are read with, and where their problems go. */
export interface RowContext {
  readonly people: People;
  readonly readCell: CellReader;
  readonly findings: Finding[];
}

const REGISTRATION = new Set<Field>([
  ...(["teaches", "learns", "goals", "availability", "capacity", "minimumLoad"] as const),
  ...(["avoid", "choices", "waitingSince"] as const),
  ...(["learnsInReturn", "teachesInReturn", "firstTime", "readiness", "briefed"] as const),
]);
/** What only mentors say, and only mentees. */
const OF_MENTORS = new Set<Field>(["teaches", "learnsInReturn", "firstTime"]);
const OF_MENTEES = new Set<Field>(["learns", "teachesInReturn", "readiness", "briefed"]);
/** Fields by which a person, or the last of several answers, is found and named. */
const NAMES = new Set<Field>(["id", "firstName", "lastName", "email", "employeeNumber", "answeredAt"]);

/** Fields that hold numbers of people, which spreadsheets show as 1.23457E+11. */
const SHORTENED = ["id", "employeeNumber", "managerId"] as const;

/** A row as an item of a list; cells that cannot be read are left out of it and told. */
export function itemOf(row: Row, list: List, { people, readCell, findings }: RowContext): Item {
  const fields: Record<string, unknown> = {};
  let attributes: Map<string, unknown> | undefined;
  const id = people.idOf(row);
  if (id !== undefined) fields["id"] = id;
  for (const [field, { value }] of row.values) {
    if (isAttribute(field)) {
      attributes ??= new Map();
      attributes.set(field.slice(ATTRIBUTE.length), typeof value === "string" ? value.trim() : value);
      continue;
    }
    if (NAMES.has(field) || !belongs(field, list)) continue;
    const cell = readCell(field, value);
    const read = "code" in cell || !isReference(field) ? cell : people.resolve(row, field, cell.value);
    if ("code" in read) findings.push(findingAt(row, field, { severity: "error", ...read }));
    else if (read.value !== undefined) fields[field] = read.value;
    if (!("doubts" in cell)) continue;
    for (const doubt of cell.doubts ?? []) findings.push(findingAt(row, field, { severity: "warning", ...doubt }));
  }
  if (attributes !== undefined) fields["attributes"] = Object.fromEntries(attributes);
  if (fields["name"] === undefined) {
    const fullName = [row.values.get("firstName")?.value, row.values.get("lastName")?.value];
    const parts = fullName.filter((part) => typeof part === "string" && part.trim() !== "");
    if (parts.length > 0) fields["name"] = parts.join(" ");
  }
  if (list === "mentors") fields["teaches"] ??= [];
  if (list === "mentees") fields["learns"] ??= [];
  for (const field of KEY_FIELDS) {
    if (!isFormulaError(row.values.get(field)?.value)) continue;
    const found = findingAt(row, field, { severity: "error", ...LOST_PERSON });
    // whom another key names keeps a place in the chart; nobody else has one
    findings.push(id === undefined ? { ...found, field: "id" } : { ...found, keepsPlace: true });
  }
  for (const field of SHORTENED) {
    const number = row.values.get(field)?.value;
    if (typeof number !== "string" || !/^[0-9](?:[.,][0-9]+)?e[+-]?[0-9]+$/iu.test(number.trim())) continue;
    const message = `${field}: looks like a number that a spreadsheet has shortened.`;
    findings.push(findingAt(row, field, { code: "ID_LOOKS_LIKE_NUMBER", severity: "warning", message }));
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
  return !(list === "mentors" ? OF_MENTEES : OF_MENTORS).has(field);
}
