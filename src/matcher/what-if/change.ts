import { pointer, throwIssues, type TersineIssue } from "../../base/error.ts";
import { describeValue } from "../../model/schema/describe.ts";
import {
  asWritten,
  type ChangedEntries,
  type Entries,
  type ListName,
  type Unread,
  type Written,
} from "../../model/entries/entries.ts";
import { normalId } from "../../model/people/ids.ts";
import { unknownKey } from "../../model/schema/schema-issues.ts";
import type { MenteeEntry, MentorEntry, Period, Person } from "../../model/input.ts";
import type { PairOfIds } from "../../rules/ban.ts";
import type { MatchOptions } from "../../plan/match-options.ts";

/** What is to be different about a programme. What it does not name stays as it is. */
export interface Change {
  readonly people?: ListChange<Person>;
  readonly mentors?: ListChange<MentorEntry>;
  readonly mentees?: ListChange<MenteeEntry>;
  /** Replaces the period; `undefined` takes it out. So for the ladder of levels. */
  readonly period?: Period | undefined;
  readonly levels?: readonly string[] | undefined;
  /** Options to replace, each as a whole; `undefined` stands for the default. */
  readonly options?: { readonly [Option in keyof MatchOptions]?: MatchOptions[Option] | undefined };
  /** Pairs to pin beside those that are. */
  readonly pin?: readonly PairOfIds[];
  /**
   * Pairs to ban beside what the rules refuse: they join the first `ban` among the rules that makes no exceptions, or
   * follow all rules as one.
   */
  readonly ban?: readonly PairOfIds[];
}

/** A change of one list of the input: first people leave it, then fields change, then people join it at its end. */
export interface ListChange<Item extends Person> {
  /** Ids of those who leave the list. Someone who leaves a side stays in `people`. */
  readonly remove?: readonly string[];
  /** Fields to replace, by id; one that is `undefined` is taken out. */
  readonly set?: readonly Fields<Item>[];
  readonly add?: readonly Item[];
}

/** Some fields of an entry, and whose they are. */
export type Fields<Item extends Person> = { readonly id: string } & {
  readonly [Field in keyof Item]?: Item[Field] | undefined;
};

const LISTS = ["people", "mentors", "mentees"] as const;
const CHANGE_KEYS = [...LISTS, "period", "levels", "options", "pin", "ban"];
const LIST_KEYS = ["remove", "set", "add"] as const;

/**
 * The entries after a change; what is new in them is not read yet.
 *
 * @throws TersineError all together, with paths into the change: INPUT_TYPE, FIELD_UNKNOWN, FIELD_TYPE, LIST_EXPECTED and
 *   ID_TYPE for what is no change; ID_UNKNOWN for the id of nobody in the list, ID_DUPLICATE for one that is in it already
 */
export function changedEntries(entries: Entries, change: Change): ChangedEntries {
  throwIssues(shapeIssues(change));
  const issues: TersineIssue[] = [];
  const people = changeList(entries.people, change.people, "people", issues);
  const mentors = changeList(entries.mentors, change.mentors, "mentors", issues);
  const mentees = changeList(entries.mentees, change.mentees, "mentees", issues);
  throwIssues(issues);
  const { period, levels } = { ...entries, ...change };
  const keys = entries.keys.concat(
    [...LISTS, "period", "levels"].filter((key) => Object.hasOwn(change, key) && !entries.keys.includes(key)),
  );
  return { people, mentors, mentees, period, levels, keys };
}

function shapeIssues(change: unknown): readonly TersineIssue[] {
  if (typeof change !== "object" || change === null || Array.isArray(change)) {
    const message = `expected an object with what changes, got ${describeValue(change)}.`;
    return [{ code: "INPUT_TYPE", path: "", message }];
  }
  return Object.entries(change).flatMap(([key, value]: readonly [string, unknown]): readonly TersineIssue[] => {
    if (!CHANGE_KEYS.includes(key)) return [{ path: pointer([key]), ...unknownKey(key, CHANGE_KEYS) }];
    if (value === undefined) return [];
    if (LISTS.some((list) => list === key)) return listShapeIssues(value, key);
    return key === "options" ? objectIssues(value, pointer([key])) : [];
  });
}

function objectIssues(value: unknown, path: string): readonly TersineIssue[] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return [];
  return [{ code: "FIELD_TYPE", path, message: `expected an object, got ${describeValue(value)}.` }];
}

function listShapeIssues(change: unknown, list: string): readonly TersineIssue[] {
  const issues = objectIssues(change, pointer([list]));
  if (issues.length > 0 || typeof change !== "object" || change === null) return issues;
  return Object.entries(change).flatMap(([key, items]: readonly [string, unknown]): readonly TersineIssue[] => {
    const path = pointer([list, key]);
    if (!LIST_KEYS.some((known) => known === key)) return [{ path, ...unknownKey(key, LIST_KEYS) }];
    if (items === undefined) return [];
    if (!Array.isArray(items)) {
      return [{ code: "LIST_EXPECTED", path, message: `expected a list, got ${describeValue(items)}.` }];
    }
    if (key === "add") return [];
    return Array.from<unknown>(items).flatMap((item, place) => {
      const id = key === "set" ? idIn(item) : item;
      if (typeof id === "string") return [];
      const at = key === "set" ? `${path}/${place}/id` : `${path}/${place}`;
      return [{ code: "ID_TYPE", path: at, message: `expected an id as text, got ${describeValue(id)}.` }];
    });
  });
}

function idIn(item: unknown): unknown {
  return typeof item === "object" && item !== null ? Reflect.get(item, "id") : undefined;
}

function changeList<Item extends Person>(
  list: readonly Written<Item>[],
  change: ListChange<Item> | undefined,
  name: ListName,
  issues: TersineIssue[],
): readonly (Written<Item> | Unread)[] {
  if (change === undefined) return list;
  const { remove = [], set = [], add = [] } = change;
  const byId = new Map<string, Written<Item> | Unread>(list.map((entry) => [normalId(entry.item.id), entry]));
  remove.forEach((id, place) => {
    if (!byId.delete(normalId(id))) issues.push(unknownId(`/${name}/remove/${place}`));
  });
  set.forEach((fields, place) => {
    const id = normalId(fields.id);
    const entry = byId.get(id);
    if (entry === undefined) issues.push(unknownId(`/${name}/set/${place}/id`));
    else byId.set(id, withFields(entry, fields));
  });
  add.forEach((given, place) => {
    const id = idIn(given);
    // an entry without an id is for the schema to refuse
    const key = typeof id === "string" ? normalId(id) : `\u{0} ${place}`;
    if (byId.has(key)) issues.push(takenId(`/${name}/add/${place}/id`));
    else byId.set(key, { given });
  });
  return [...byId.values()];
}

/** Keeps the id as the document has it. */
function withFields(entry: Written<Person> | Unread, fields: object): Unread {
  const old = asWritten(entry);
  const all = { ...(typeof old === "object" ? old : {}), ...fields, id: idIn(old) };
  return { given: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) };
}

function unknownId(path: string): TersineIssue {
  return { code: "ID_UNKNOWN", path, message: "expected the id of somebody in the list, got another." };
}

function takenId(path: string): TersineIssue {
  return { code: "ID_DUPLICATE", path, message: "expected an id that is not in the list yet, got one that is." };
}
