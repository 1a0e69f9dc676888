import { pointer, type TersineIssue } from "../base/error.ts";
import { forPeople, type Steps } from "../base/steps.ts";
import { compareText } from "../base/text.ts";
import { sameJson } from "./attributes.ts";
import { normalId } from "./ids.ts";
import type { MenteeEntry, MentorEntry, Person } from "./input.ts";

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
  "level",
  "department",
  "location",
  "timeZone",
  "languages",
  "birthYear",
  "careerStartYear",
  "generation",
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
 * both say the same; `null` as a manager is the same as none. A generator that can be paused every few people.
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
      if (known.person[field] === undefined) {
        known.elsewhere = new Map([...known.elsewhere, [field, path]]);
        continue;
      }
      if (sameJson(person[field], known.person[field])) continue;
      issues.push({
        code: "FIELD_CONFLICT",
        path: pointer([...path, field]),
        message: `expected the same as at ${pointer(placeOfField(known, field))}, or nothing; got another value.`,
      });
    }
    known.person = { ...person, ...known.person };
  });
  const people = [...gathered.values()].sort((a, b) => compareText(a.person.id, b.person.id));
  return { people, issues };
}

function personOf(item: Person | MentorEntry | MenteeEntry): Person {
  const person: { -readonly [Field in keyof Person]: Person[Field] } = { id: normalId(item.id) };
  const copy = <Field extends PersonField>(field: Field, value: Person[Field]): void => {
    if (value !== undefined) person[field] = value;
  };
  for (const field of PERSON_FIELDS) copy(field, item[field]);
  if (typeof person.managerId === "string") person.managerId = normalId(person.managerId);
  if (person.managerId === null) delete person.managerId;
  if (person.dottedLineManagerIds) {
    person.dottedLineManagerIds = [...new Set(person.dottedLineManagerIds.map(normalId))].sort(compareText);
  }
  return person;
}
