import { type Finding, findingAt, type Item, type List } from "../outcome/finding.ts";
import { itemOf, type RowContext } from "./items.ts";
import { normalHeader } from "../columns/header-text.ts";
import { aliasOf } from "../columns/headers.ts";
import { mappingFor } from "../columns/mapping.ts";
import type { ColumnMapping, Field, ReadOptions, Row } from "../source.ts";
import { readRole, readYesNo } from "../values/roles.ts";

/** What the columns of a file of everybody say of who registers. */
export interface RegistrationColumns {
  readonly hasRole: boolean;
  /** Topics whose column asks for a registration, and is not one that any list of employees has. */
  readonly asked: ReadonlySet<Field>;
}

/** Headers of what employees know and like in any list of them: nobody registers by these. */
const OF_EMPLOYEES = new Set(
  ["skills", "interests", "beceriler", "yetkinlikler", "uzmanlık alanları", "ilgi alanları", "gelişim alanları"].map(
    normalHeader,
  ),
);

/** A column that the caller maps asks for registrations, whatever its header is. */
export function registrationColumns({ columns }: ColumnMapping, { mapping = {} }: ReadOptions): RegistrationColumns {
  const asked = new Set<Field>();
  const mapped = mappingFor(mapping, "input");
  for (const field of ["teaches", "learns"] as const) {
    const column = columns.find((each) => each.field === field);
    if (column === undefined) continue;
    if (mapped[field] !== undefined || !OF_EMPLOYEES.has(aliasOf(column.header) ?? "")) asked.add(field);
  }
  return { hasRole: columns.some(({ field }) => field === "role"), asked };
}

/** One person of a file of everybody, once for each side: by a role, by yes and no, or by what they teach and learn. */
export function itemsByRole(row: Row, columns: RegistrationColumns, context: RowContext): readonly Item[] {
  const sides = row.isInactive === true ? [] : sidesOf(row, columns, context.findings);
  const lists: readonly List[] = sides.length === 0 ? ["people"] : sides;
  return lists.map((list) => itemOf(row, list, context));
}

function sidesOf(row: Row, columns: RegistrationColumns, findings: Finding[]): readonly List[] {
  return columns.hasRole ? sidesOfRole(row, columns, findings) : sidesOfAnswers(row, columns, findings);
}

function sidesOfRole(row: Row, { asked }: RegistrationColumns, findings: Finding[]): readonly List[] {
  const role = row.values.get("role");
  if (role === undefined) {
    const message = "the row has topics and no role; it registers on no side.";
    const hasTopics = [...asked].some((field) => row.values.has(field));
    if (hasTopics) findings.push(findingAt(row, "role", { code: "ROLE_MISSING", severity: "warning", message }));
    return [];
  }
  const sides = readRole(role.value);
  if ("code" in sides) {
    findings.push(findingAt(row, "role", { severity: "error", ...sides }));
    return [];
  }
  return [...(sides.mentor ? (["mentors"] as const) : []), ...(sides.mentee ? (["mentees"] as const) : [])];
}

const ANSWERS = [
  ["isMentor", "mentors", "teaches"],
  ["isMentee", "mentees", "learns"],
] as const;

/** An answer of yes or no decides; without one, who has topics that were asked for is on their side. */
function sidesOfAnswers(row: Row, { asked }: RegistrationColumns, findings: Finding[]): readonly List[] {
  return ANSWERS.flatMap(([field, list, topics]): readonly List[] => {
    const answer = row.values.get(field);
    if (answer === undefined) return asked.has(topics) && row.values.has(topics) ? [list] : [];
    const read = readYesNo(answer.value);
    if ("value" in read) return read.value ? [list] : [];
    findings.push(findingAt(row, field, { severity: "error", ...read }));
    return [];
  });
}

/** Whether files are meant to hold mentors and mentees. */
export function holdsBothSides(names: readonly (List | "input")[]): boolean {
  return names.includes("input") || (names.includes("mentors") && names.includes("mentees"));
}

/** Tells that nobody registers on a side, or on none, of files that hold both and have no other error. */
export function emptySides(
  items: readonly Item[],
  findings: readonly Finding[],
  mappings: readonly ColumnMapping[],
): readonly Finding[] {
  if (findings.some(({ issue }) => issue.severity === "error")) return [];
  const [first, second] = (["mentors", "mentees"] as const).filter((each) => !items.some(({ list }) => list === each));
  if (first === undefined) return [];
  const code = "SIDE_EMPTY";
  if (second === undefined) {
    return [{ issue: { code, severity: "warning", file: "", message: `nobody registers among the ${first}.` } }];
  }
  const file = mappings[0]?.file ?? "";
  const message = "nobody registers: no row says whether its person is a mentor or a mentee.";
  const hint =
    'Map the column of the answer ("mapping": { "role": "its header" }), or isMentor and isMentee, or teaches and learns.';
  return [{ issue: { code, severity: "error", file, message, hint }, isFatal: true }];
}
