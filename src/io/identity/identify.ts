import { type Finding, findingAt, type List } from "../outcome/finding.ts";
import type { Row, SourceIssue } from "../source.ts";
import { folded, type KeyCell, type KeyField, keysOf, loose, unpadded } from "./keys.ts";
import { nearestFinder } from "./nearest.ts";
import { common, createRegister, keyForm, type Known, knownPerson, type Register } from "./register.ts";
import type { Tally } from "./tally.ts";

/** Who the row of each person is. */
export interface Identities {
  readonly register: Register;
  /** The person of a row; nobody where it has no key. */
  readonly personOf: ReadonlyMap<Row, Known>;
}

export interface IdentityContext {
  /** Whether people who are not among the people may take part. */
  readonly allowGuests: boolean;
  /** Words in rows of people that could not be read: who is named there is not unknown. */
  readonly lost: ReadonlySet<string>;
  readonly findings: Finding[];
  readonly tally: Tally;
}

/**
 * Finds out which rows are of one person, over all files.
 *
 * The file of people says who there is: each of its rows is a person, known by id, employee number and address. A row of
 * another file is the person whom all its keys fit; each key may be any of the three, since a form asks for "your id" and
 * gets numbers. Without a file of people, the files that are read first say who there is.
 *
 * Errors, at all rows concerned: a key that is the id of one and the number of another; keys of one row that fit several
 * people; one id with two addresses or two numbers; one address of two people; somebody who is not among the people.
 */
export function identify(rows: Readonly<Record<List | "input", readonly Row[]>>, context: IdentityContext): Identities {
  const register = createRegister();
  const personOf = new Map<Row, Known>();
  const listed: Known[] = [];
  for (const row of rows.people) {
    const keys = keysOf(row);
    const person = twinOf(row, keys, register, context) ?? newcomer(row, keys, true);
    if (person === undefined) continue;
    if (person.row === row) listed.push(person);
    register.learn(row, person, keys);
    personOf.set(row, person);
  }
  register.loosen();
  const joining = { ...context, register, hasPeople: listed.length > 0, nearest: nearestFinder(register, listed) };
  for (const list of ["input", "mentors", "mentees"] as const) {
    for (const row of rows[list]) {
      const joined = personOfRow(row, joining);
      if (joined === undefined) continue;
      personOf.set(row, joined.person);
      if (joined.isSure) register.learn(row, joined.person);
    }
    register.loosen();
  }
  return { register, personOf };
}

/** A person whom no earlier row has. */
function newcomer(row: Row, [first]: readonly KeyCell[], isListed: boolean): Known | undefined {
  return first === undefined ? undefined : knownPerson(first.text, isListed, row);
}

/** The person whom an earlier row of the people has already; one who only shares a key is told, and is another. */
function twinOf(
  row: Row,
  cells: readonly KeyCell[],
  register: Register,
  { findings }: IdentityContext,
): Known | undefined {
  const differs = (person: Known): KeyField | undefined =>
    cells.find(({ field, text }) => {
      const stated = person.stated[field];
      return stated !== undefined && keyForm(field, stated) !== keyForm(field, text);
    })?.field;
  for (const { field, text } of cells) {
    for (const other of register.withKey(field, text)) {
      const different = differs(other);
      if (different === undefined) return other;
      const code = field === "id" ? "KEYS_CONFLICT" : "KEY_SHARED";
      const message = (at: Row): string => `${field} is that of ${place(at)} too, which has another ${different}.`;
      // with ids that differ both keep their place in the chart
      const keeps = field === "id" ? {} : { keepsPlace: true as const };
      const hint = code === "KEY_SHARED" ? leaveOut(field) : FORM_HINT;
      findings.push({ ...findingAt(row, field, error(code, message(other.row), hint)), ...keeps });
      findings.push({ ...findingAt(other.row, field, error(code, message(row), hint)), ...keeps });
    }
  }
  return undefined;
}

interface Joining extends IdentityContext {
  readonly register: Register;
  /** Whether a file says who there is. */
  readonly hasPeople: boolean;
  readonly nearest: (row: Row) => Known | undefined;
}

/** Whose row it is; not sure where an error was told. */
interface Joined {
  readonly person: Known;
  readonly isSure: boolean;
}

/** The person whom all keys of a row fit. */
function personOfRow(row: Row, context: Joining): Joined | undefined {
  const cells = keysOf(row).map((cell) => ({ ...cell, ...context.register.find(cell.text, false) }));
  const hits = cells.filter(({ people }) => people.length > 0);
  if (cells.length === 0) return undefined;
  if (hits.length === 0) return unknownPerson(row, cells, context);
  const fitting = ofSameKinds(common(hits.map(({ people }) => people)), hits);
  const [person] = fitting;
  if (person === undefined) {
    const all = new Set(hits.flatMap(({ people }) => people));
    return doubtful(row, [...all], { code: "KEYS_CONFLICT", field: hits[0]?.field }, context);
  }
  if (fitting.length > 1) return doubtful(row, fitting, { code: "PERSON_AMBIGUOUS", field: hits[0]?.field }, context);
  const other = cells.find(({ field, text, people }) => people.length === 0 && contradicts(person, field, text));
  if (other !== undefined && !isHarmless(other.field, hits, person)) {
    const code = hits.some(({ field }) => field === "id") ? "KEYS_CONFLICT" : "KEY_SHARED";
    return doubtful(row, [person], { code, field: hits[0]?.field, different: other.field }, context);
  }
  if (other !== undefined) context.tally.add("ID_NOT_OF_PEOPLE", row, other.field);
  for (const { field, isUnpadded } of hits) if (isUnpadded === true) context.tally.add("ZEROS_LOST", row, field);
  return { person, isSure: true };
}

/** Of several people whom all keys of a row fit, the one who has each as the same kind of key, if the row states several. */
function ofSameKinds(people: readonly Known[], hits: readonly KeyCell[]): readonly Known[] {
  if (people.length === 1 || hits.length === 1) return people;
  const same = people.filter((person) =>
    hits.every(({ field, text }) => {
      const stated = person.stated[field];
      return stated !== undefined && keyForm(field, stated) === keyForm(field, text);
    }),
  );
  return same.length === 1 ? same : people;
}

/** Whether a person states another key of this kind. */
function contradicts(person: Known, field: KeyField, text: string): boolean {
  const stated = person.stated[field];
  if (stated === undefined) return false;
  return field === "email" ? folded(stated) !== folded(text) : unpadded(loose(stated)) !== unpadded(loose(text));
}

/**
 * Whether a key that nobody has may be another than that of the person whom the rest fits: ids of a form that numbers its
 * answers, beside the address of somebody among the people. Another address never may.
 */
function isHarmless(field: KeyField, hits: readonly KeyCell[], person: Known): boolean {
  if (field === "email" || !person.isListed) return false;
  return field === "id" || hits.some((hit) => hit.field === "email");
}

/** What keeps a row from being somebody's. */
interface Doubt {
  readonly code: "KEYS_CONFLICT" | "PERSON_AMBIGUOUS" | "KEY_SHARED";
  /** The key that fits. */
  readonly field: KeyField | undefined;
  /** The key that does not. */
  readonly different?: KeyField;
}

/** A row of whom it cannot be told who it is; told there and at the people whom it may be. */
function doubtful(
  row: Row,
  people: readonly Known[],
  { code, field, different }: Doubt,
  { findings }: Joining,
): Joined | undefined {
  const isAmbiguous = code === "PERSON_AMBIGUOUS";
  const places = people.map((person) => person.row);
  const which = different === undefined ? "" : `, with another ${different}`;
  const message = (others: readonly Row[]): string =>
    isAmbiguous
      ? `expected a key of one person, got one that several have as id, number or address: ${listed(others)}.`
      : `expected keys of one person, got some that are those of ${listed(others)} too${which}.`;
  const hint = isAmbiguous ? leaveOut("employeeNumber") : FORM_HINT;
  // in which chart its lines belong nobody knows
  findings.push({ ...findingAt(row, field, error(code, message(places), hint)), field: "id" });
  for (const { row: own, isListed } of people) {
    // what several people share is the same wherever it is used
    const others = isAmbiguous ? places : [row];
    const told = findingAt(own, field, error(code, message(others), hint));
    findings.push(isListed ? { issue: told.issue } : { ...told, field: "id" });
  }
  const person = newcomer(row, keysOf(row), false);
  return person === undefined ? undefined : { person, isSure: people.every(({ isListed }) => !isListed) };
}

function listed(rows: readonly Row[]): string {
  const places = rows.slice(0, LISTED).map(place);
  const more = rows.length > LISTED ? ` and ${rows.length - LISTED} more` : "";
  return `${places.join(" and ")}${more}`;
}

/** Somebody whom no file that was read before has. */
function unknownPerson(row: Row, cells: readonly KeyCell[], context: Joining): Joined | undefined {
  const { hasPeople, allowGuests, lost, findings, tally, nearest } = context;
  const person = newcomer(row, cells, false);
  if (person === undefined) return undefined;
  const [first] = cells;
  if (hasPeople && allowGuests) tally.add("GUESTS", row, first?.field);
  else if (hasPeople && !cells.some(({ text }) => lost.has(folded(text)))) {
    const near = nearest(row);
    const hint = near === undefined ? "" : `The nearest known one is at ${place(near.row)}. `;
    const told = error(
      "PERSON_UNKNOWN",
      "expected somebody who is among the people, got a key that nobody there has.",
      `${hint}${GUESTS}`,
    );
    findings.push({ ...findingAt(row, first?.field, told), keepsPlace: true });
  }
  return { person, isSure: true };
}

const GUESTS = 'Add the person there, or let guests in: --allow-guests, or "allowGuests": true.';
const FORM_HINT =
  'If ids here only number the answers of a form, map the id to the address: "mapping": { "id": "header of the address" }. If people answered twice, "keep": "last" takes the last answer, by the time stamp of "answeredAt".';

function leaveOut(field: KeyField): string {
  return `Name everybody by another key, or do not read this one: "mapping": { "${field}": "" }. If people answered twice, "keep": "last" takes the last answer of each.`;
}

/** Most people that a message names by their places. */
const LISTED = 10;

function place({ file, line }: Row): string {
  return `${file}:${line}`;
}

function error(code: string, message: string, hint: string): Omit<SourceIssue, "file" | "line"> {
  return { code, severity: "error", message, hint };
}
