import type { Person } from "../index.ts";

/** Fields by which people stand to each other: rules ask them of third people too. */
export const LINES = [
  ...(["managerId", "dottedLineManagerIds", "evaluatorIds", "assistantIds", "formerManagerIds"] as const),
] as const;

/** What an entry may say of its person; all else is of the registration. */
const FACTS = [
  ...LINES,
  ...([
    "level",
    "department",
    "location",
    "timeZone",
    "languages",
    "birthYear",
    "careerStartYear",
    "generation",
  ] as const),
  ...(["startDate", "cohort", "attributes"] as const),
] as const satisfies readonly (keyof Person)[];

/** The lines that an entry states, and nothing else of its person. */
export function linesOf(entry: Person): Person {
  return part(entry, LINES);
}

/** All that an entry states of its person, but for the name. */
export function factsOf(entry: Person): Person {
  return part(entry, FACTS);
}

type Changeable = { -readonly [Field in keyof Person]: Person[Field] };

/** Takes over a field if it is stated. */
function copy(to: Changeable, from: Person, field: keyof Person): void {
  if (from[field] !== undefined) Object.assign(to, { [field]: from[field] });
}

function part(entry: Person, fields: readonly (keyof Person)[]): Person {
  const person: Changeable = { id: entry.id };
  for (const field of fields) copy(person, entry, field);
  return person;
}

/** One person of what two places state: the first counts where both do, and attributes are joined by their keys. */
export function joined(first: Person, other: Person): Person {
  const person: Changeable = { ...first };
  for (const field of FACTS) if (first[field] === undefined) copy(person, other, field);
  if (first.attributes !== undefined) person.attributes = { ...other.attributes, ...first.attributes };
  return person;
}

/** What is known of somebody and not stated anew by an entry. */
export function unsaid(known: Person, entry: Person): Person {
  return part(
    known,
    FACTS.filter((field) => entry[field] === undefined),
  );
}

/** Whether something is known beside the id. */
export function isMore(person: Person): boolean {
  return Object.keys(person).length > 1;
}
