import { isFormulaError } from "../values/formula-error.ts";
import type { Cell, Told } from "../values/numbers.ts";
import type { Item } from "../outcome/finding.ts";
import { isRecord } from "../../base/given.ts";
import type { Field, Row } from "../source.ts";
import type { Identities } from "./identify.ts";
import { folded, keyText, loose, unordered } from "./keys.ts";
import { common, type Known } from "./register.ts";
import type { Tally } from "./tally.ts";

/** Fields that name other people, and become ids. */
export function isReference(field: Field): boolean {
  return isLine(field) || NAMING.has(field);
}

const NAMING: ReadonlySet<Field> = new Set<Field>([
  ...(["avoid", "choices", "evaluatorIds", "assistantIds", "formerManagerIds"] as const),
]);

/** Fields that may name people who are in no file: the model takes them, and no rule finds them. */
const MAY_BE_OUTSIDE: ReadonlySet<Field> = new Set<Field>(["evaluatorIds", "formerManagerIds"]);

function isLine(field: Field): boolean {
  return field === "managerId" || field === "dottedLineManagerIds";
}

export interface ReferenceContext extends Identities {
  /** Whether managers who are in no file are known by what is written alone. */
  readonly externalManagers: boolean;
  /** Words in rows of people that could not be read, folded: who is named there is not external. */
  readonly lost: ReadonlySet<string>;
  readonly tally: Tally;
}

/** Turns what rows write of other people into ids. */
export interface References {
  /**
   * The ids of those whom a field names, or a problem where a text means several. Who is not known stays as written, for
   * the model to refuse. `undefined` where nobody is left, as people who are said to be their own managers are the top.
   */
  readonly resolve: (row: Row, field: Field, value: unknown) => Cell;
  /** Managers who are in no file, as people of whom nothing but the id is known. */
  readonly externals: () => readonly Item[];
}

export function createReferences(context: ReferenceContext): References {
  const externals = new Map<string, Item>();
  const reader: Reader = { ...context, externals };
  return {
    resolve: (row, field, value) => {
      if (!Array.isArray(value)) return oneOf(row, field, value, reader);
      const cells = Array.from<unknown>(value).map((item) => oneOfList(row, field, item, reader));
      const wrong = cells.find((cell) => "code" in cell);
      if (wrong !== undefined) return wrong;
      const ids = cells.flatMap((cell) => ("value" in cell && cell.value !== undefined ? [cell.value] : []));
      // an empty list says as little as a blank cell
      return { value: ids.length === 0 ? undefined : [...new Set(ids)] };
    },
    externals: () => [...externals.values()],
  };
}

interface Reader extends ReferenceContext {
  readonly externals: Map<string, Item>;
}

/** The person of an item, which may hold more than the reference. */
function oneOfList(row: Row, field: Field, item: unknown, reader: Reader): Cell {
  if (!isRecord(item)) return oneOf(row, field, item, reader);
  const cell = oneOf(row, field, item["id"], reader);
  return "code" in cell ? cell : { value: { ...item, id: cell.value } };
}

/** The person whom one text names; a manager is named by all columns of managers together. */
function oneOf(row: Row, field: Field, value: unknown, reader: Reader): Cell {
  const first = keyText(value);
  if (first === undefined) return { value };
  if (isFormulaError(first)) return LOST_PERSON;
  const further = row.further?.flatMap((cell) => (cell.field === field ? (keyText(cell.value) ?? []) : [])) ?? [];
  const cells = [first, ...further].map((text) => reader.register.find(text, true));
  const hits = cells.filter(({ people }) => people.length > 0);
  if (hits.length === 0 && MAY_BE_OUTSIDE.has(field)) reader.tally.add("REFERENCE_UNKNOWN", row, field);
  if (hits.length === 0) return { value: outsider(row, field, first, reader) };
  const fitting = common(hits.map(({ people }) => people));
  const [person] = fitting;
  if (person === undefined) return different(hits.flatMap(({ people }) => people));
  if (fitting.length > 1) return several(fitting);
  if (hits.length < cells.length) reader.tally.add("MANAGER_UNKNOWN", row, field);
  if (hits.every(({ isUnpadded }) => isUnpadded === true)) reader.tally.add("ZEROS_LOST", row, field);
  if (!isLine(field) || reader.personOf.get(row)?.id !== person.id) return { value: person.id };
  reader.tally.add("ORG_SELF", row, field);
  return { value: undefined };
}

/** What stands for somebody who is in no file. One manager may be written in several ways. */
function outsider(row: Row, field: Field, text: string, { externalManagers, externals, lost, tally }: Reader): string {
  if (!isLine(field) || !externalManagers || lost.has(folded(text))) return text;
  const form = unordered(loose(text));
  const known = externals.get(form);
  // a row of its own, so that it stays when the one that names it is left out
  const own = { file: row.file, line: row.line, values: new Map(), raw: [] };
  if (known === undefined) externals.set(form, { list: "people", fields: { id: text }, row: own });
  tally.add("EXTERNAL_MANAGERS", row, field);
  return known === undefined ? text : String(known.fields["id"]);
}

/** A look-up that found nobody: who was meant is lost, so it is neither nobody nor somebody outside. */
export const LOST_PERSON: Told = {
  code: "FORMULA_ERROR",
  message: "expected somebody, got the error of a formula, such as #N/A.",
  hint: "Mend the formula, or empty the cell if nobody is meant.",
};

function several(people: readonly Known[]): Cell {
  return {
    code: "REFERENCE_AMBIGUOUS",
    message: `expected one person, got what several people have: ${placesOf(people)}.`,
    hint: "Name people who share a name by id, employee number or e-mail address.",
  };
}

function different(people: readonly Known[]): Cell {
  return {
    code: "MANAGERS_DIFFER",
    message: `expected columns of managers that name one person, got several people: ${placesOf(people)}.`,
    hint: 'Name the column that counts: "mapping": { "managerId": "its header" }.',
  };
}

/** Most people that a message names by their places. */
const LISTED = 5;

function placesOf(people: readonly Known[]): string {
  const places = [...new Set(people.map(({ row: { file, line } }) => `${file}:${line}`))];
  const more = places.length > LISTED ? ` and ${places.length - LISTED} more` : "";
  return `${places.slice(0, LISTED).join(", ")}${more}`;
}
