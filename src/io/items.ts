import { readCell, readYesNo } from "./cells.ts";
import { type Directory, idOf } from "./directory.ts";
import { ATTRIBUTE, normalHeader } from "./headers.ts";
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
  const column = [...row.values].find(([name]) => name === field)?.[1].column;
  const place = { file: row.file, line: row.line, ...(column === undefined ? {} : { column }) };
  return { issue: { ...told, ...place }, row, ...(field === undefined ? {} : { field }) };
}

/** One person of a file of everybody, once for each side: by a role, by yes and no, or by what they teach and learn. */
export function itemsByRole(row: Row, context: RowContext): readonly Item[] {
  const sides = row.values.has("role") ? sidesOfRole(row, context) : sidesOfAnswers(row, context);
  const lists: readonly List[] = sides.length === 0 ? ["people"] : sides;
  return lists.map((list) => itemOf(row, list, context));
}

function sidesOfRole(row: Row, { findings }: RowContext): readonly List[] {
  const role = row.values.get("role")?.value;
  const text = typeof role === "string" ? normalHeader(role) : "";
  const isBoth = /both|herikisi|ikiside/u.test(text);
  const lists: List[] = [];
  if (isBoth || text.includes("mentor")) lists.push("mentors");
  if (isBoth || /mentee|menti/u.test(text)) lists.push("mentees");
  const isDenied = lists.length > 0 && /\b(?:not|no|değil)\b/iu.test(String(role));
  if (!isDenied && (lists.length > 0 || /^(?:|none|neither|no|yok|hayir|hicbiri)$/u.test(text))) return lists;
  const message = "expected mentor, mentee, both or none.";
  findings.push(findingAt(row, "role", { code: "ROLE_UNKNOWN", severity: "error", message }));
  return [];
}

const ANSWERS = [
  ["isMentor", "mentors", "teaches"],
  ["isMentee", "mentees", "learns"],
] as const;

/** An answer of yes or no decides; without one, who teaches is a mentor and who learns a mentee. */
function sidesOfAnswers(row: Row, { findings }: RowContext): readonly List[] {
  return ANSWERS.flatMap(([field, list, topics]): readonly List[] => {
    const answer = row.values.get(field);
    if (answer === undefined) return row.values.has(topics) ? [list] : [];
    const read = readYesNo(answer.value);
    if ("value" in read) return read.value ? [list] : [];
    findings.push(findingAt(row, field, { severity: "error", ...read }));
    return [];
  });
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

/** The items with a zone for those who have windows and state none, not even in another list. */
export function withZone(items: readonly Item[], timeZone: string): readonly Item[] {
  const stated = new Set(items.flatMap(({ fields }) => (fields["timeZone"] === undefined ? [] : [fields["id"]])));
  return items.map((item) => {
    const { id, availability } = item.fields;
    return availability === undefined || stated.has(id) ? item : { ...item, fields: { ...item.fields, timeZone } };
  });
}
