import type { MenteeEntry, MentorEntry, Period, Person } from "../input.ts";

/** An item of a list as the schema read it. Immutable: the same object has the same content. */
export interface Written<Item extends Person> {
  readonly item: Item;
  /** Its fields in the order in which the document has them. */
  readonly keys: readonly string[];
}

/** An item that the schema has not read yet. */
export interface Unread {
  readonly given: unknown;
}

export type ListName = "people" | "mentors" | "mentees";

/** The lists of a checked input, in the order of the document. */
export interface Entries {
  readonly people: readonly Written<Person>[];
  readonly mentors: readonly Written<MentorEntry>[];
  readonly mentees: readonly Written<MenteeEntry>[];
  readonly period?: Period;
  readonly levels?: readonly string[];
  /** Fields of the document in their order. */
  readonly keys: readonly string[];
}

/** Entries after a change; the new and the changed ones are not read yet. */
export interface ChangedEntries {
  readonly people: readonly (Written<Person> | Unread)[];
  readonly mentors: readonly (Written<MentorEntry> | Unread)[];
  readonly mentees: readonly (Written<MenteeEntry> | Unread)[];
  readonly period?: unknown;
  readonly levels?: unknown;
  readonly keys: readonly string[];
}

/** The document as the caller would have written it. */
export function documentOf({ keys, period, levels, ...lists }: ChangedEntries): object {
  const people = lists.people.map(asWritten);
  return inOrder(keys, {
    ...(people.length > 0 || keys.includes("people") ? { people } : {}),
    mentors: lists.mentors.map(asWritten),
    mentees: lists.mentees.map(asWritten),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  });
}

/** An item with its fields in the order of the document. */
export function asWritten(entry: Written<Person> | Unread): unknown {
  return "given" in entry ? entry.given : inOrder(entry.keys, entry.item);
}

/** The same fields, those of `keys` first. A field may be missing in `keys`: instances of classes have accessors. */
function inOrder(keys: readonly string[], value: object): object {
  return { ...Object.fromEntries(keys.map((key) => [key, undefined])), ...value };
}

/** The fields of an item as given. */
export function keysOf(given: unknown): readonly string[] {
  return typeof given === "object" && given !== null ? Object.keys(given) : [];
}
