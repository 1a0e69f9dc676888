import { pointer, type TersineIssue } from "../../base/error.ts";
import { forPeople, type Steps } from "../../base/steps.ts";
import { compareText, foldText } from "../../base/text.ts";
import { isSameTime } from "../../base/time/zone-offsets.ts";
import { readZone } from "../../base/time/zone.ts";
import { sameJson } from "./attributes.ts";
import { normalId } from "./ids.ts";
import type { FormerManager, MenteeEntry, MentorEntry, Person } from "../input.ts";

/** An item of the input that passed the schema, with its place. */
export interface Placed<Item> {
  readonly item: Item;
  readonly list: "people" | "mentors" | "mentees";
  readonly position: number;
}

/** A person with normal ids, and where the input says so first. */
export interface KnownPerson {
  readonly person: Person;
  readonly path: readonly PropertyKey[];
  /** Places of fields that the first place of the person lacks. */
  readonly elsewhere: ReadonlyMap<string, readonly PropertyKey[]>;
}

/** Where the input states a field of a person. */
export function placeOfField({ path, elsewhere }: KnownPerson, field: keyof Person): readonly PropertyKey[] {
  return [...(elsewhere.get(field) ?? path), field];
}

const PERSON_FIELDS = [
  "name",
  "managerId",
  "dottedLineManagerIds",
  "evaluatorIds",
  "assistantIds",
  "formerManagerIds",
  "level",
  "department",
  "location",
  "timeZone",
  "languages",
  "birthYear",
  "careerStartYear",
  "generation",
  "startDate",
  "cohort",
  "attributes",
] as const satisfies readonly (keyof Person)[];

type PersonField = (typeof PERSON_FIELDS)[number];

interface GatheredPerson extends KnownPerson {
  person: Person;
  elsewhere: ReadonlyMap<string, readonly PropertyKey[]>;
}

/** Shared by all whom the input mentions once, which saves a map for nearly everybody. */
const NOWHERE_ELSE: ReadonlyMap<string, readonly PropertyKey[]> = new Map();

export interface GatheredPeople {
  readonly people: readonly KnownPerson[];
  readonly issues: readonly TersineIssue[];
}

/**
 * Everybody that the input mentions, each once, sorted by id. A field may stand in `people`, on an entry, or on both if
 * both say the same, which the first says for both: words are compared folded, zones by their time. Attributes are joined
 * by their keys. `null` as a manager is the same as none. A generator that can be paused every few people.
 */
export function* gatherPeople(places: readonly Placed<Person | MentorEntry | MenteeEntry>[]): Steps<GatheredPeople> {
  const issues: TersineIssue[] = [];
  const gathered = new Map<string, GatheredPerson>();
  yield* forPeople(places, ({ item, list, position }) => {
    const path = [list, position];
    const person = personOf(item);
    const known = gathered.get(person.id);
    if (known === undefined) {
      gathered.set(person.id, { person, path, elsewhere: NOWHERE_ELSE });
      return;
    }
    for (const field of PERSON_FIELDS) {
      if (person[field] === undefined) continue;
      if (known.person[field] === undefined) known.elsewhere = new Map([...known.elsewhere, [field, path]]);
      else if (field === "attributes") joinAttributes(known, person.attributes ?? {}, path, issues);
      else if (!isSameFact(field, person[field], known.person[field])) {
        issues.push(conflict([...path, field], placeOfField(known, field)));
      }
    }
    known.person = { ...person, ...known.person };
  });
  const people = [...gathered.values()].sort((a, b) => compareText(a.person.id, b.person.id));
  return { people, issues };
}

function conflict(path: readonly PropertyKey[], first: readonly PropertyKey[]): TersineIssue {
  const message = `expected the same as at ${pointer(first)}, or nothing; got another value.`;
  return { code: "FIELD_CONFLICT", path: pointer(path), message };
}

/** Adds the attributes of a further place; those that say otherwise are told. */
function joinAttributes(
  known: GatheredPerson,
  attributes: NonNullable<Person["attributes"]>,
  path: readonly PropertyKey[],
  issues: TersineIssue[],
): void {
  const own = known.person.attributes ?? {};
  const further: string[] = [];
  for (const key of Object.keys(attributes)) {
    if (!Object.hasOwn(own, key)) further.push(key);
    else if (!sameJson(attributes[key], own[key])) {
      const first = known.elsewhere.get(`attributes/${key}`) ?? known.elsewhere.get("attributes") ?? known.path;
      issues.push(conflict([...path, "attributes", key], [...first, "attributes", key]));
    }
  }
  if (further.length === 0) return;
  known.elsewhere = new Map([...known.elsewhere, ...further.map((key) => [`attributes/${key}`, path] as const)]);
  known.person = { ...known.person, attributes: { ...attributes, ...own } };
}

const WORDS: ReadonlySet<PersonField> = new Set(["name", "department", "location", "generation", "cohort"]);

function isSameFact(field: PersonField, a: unknown, b: unknown): boolean {
  if (sameJson(a, b)) return true;
  if (typeof a !== "string" || typeof b !== "string") return false;
  if (WORDS.has(field)) return foldText(a) === foldText(b);
  if (field !== "timeZone") return false;
  const [one, other] = [readZone(a, ""), readZone(b, "")];
  return !("code" in one || "code" in other) && isSameTime(one, other);
}

/** Field by field, so that all persons have one shape: a loop over names costs twice the time. */
function personOf(item: Person | MentorEntry | MenteeEntry): Person {
  const person: { -readonly [Field in keyof Person]: Person[Field] } = { id: normalId(item.id) };
  if (item.name !== undefined) person.name = item.name;
  if (typeof item.managerId === "string") person.managerId = normalId(item.managerId);
  if (item.dottedLineManagerIds !== undefined) {
    person.dottedLineManagerIds = distinctIds(item.dottedLineManagerIds);
  }
  if (item.evaluatorIds !== undefined) person.evaluatorIds = distinctIds(item.evaluatorIds);
  if (item.assistantIds !== undefined) person.assistantIds = distinctIds(item.assistantIds);
  if (item.formerManagerIds !== undefined) person.formerManagerIds = item.formerManagerIds.map(normalFormer);
  if (item.level !== undefined) person.level = item.level;
  if (item.department !== undefined) person.department = item.department;
  if (item.location !== undefined) person.location = item.location;
  if (item.timeZone !== undefined) person.timeZone = item.timeZone;
  if (item.languages !== undefined) person.languages = item.languages;
  if (item.birthYear !== undefined) person.birthYear = item.birthYear;
  if (item.careerStartYear !== undefined) person.careerStartYear = item.careerStartYear;
  if (item.generation !== undefined) person.generation = item.generation;
  if (item.startDate !== undefined) person.startDate = item.startDate;
  if (item.cohort !== undefined) person.cohort = item.cohort;
  if (item.attributes !== undefined) person.attributes = item.attributes;
  return person;
}

function distinctIds(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map(normalId))].sort(compareText);
}

function normalFormer(former: FormerManager): FormerManager {
  return typeof former === "string" ? normalId(former) : { ...former, id: normalId(former.id) };
}
