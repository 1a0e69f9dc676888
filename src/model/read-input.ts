import { at } from "../base/at.ts";
import { problem, TersineError, throwIssues, type TersineIssue } from "../base/error.ts";
import { buildOrgChart } from "../base/organisation/chart.ts";
import { drain, forPeople, mapPeople, type Steps } from "../base/steps.ts";
import { keepProtoKey } from "./people/attributes.ts";
import { type Doubts, readAvailability } from "./entries/availability.ts";
import { chartIssues, reportingLinesOf } from "./people/chart.ts";
import { describeValue } from "./schema/describe.ts";
import { inDocumentOrder } from "./entries/document-order.ts";
import { type Entries, keysOf, type ListName, type Written } from "./entries/entries.ts";
import { entryIssues, personIssues } from "./entries/entry-issues.ts";
import { duplicateIdIssues, idIssues, normalId } from "./people/ids.ts";
import { byId, indexProgram, menteeOf, mentorOf } from "./index-program.ts";
import { ladderIssues, levelIssues } from "./people/levels.ts";
import { gatherPeople, type Placed } from "./people/people.ts";
import type { Program } from "./program.ts";
import { schemaIssues } from "./schema/schema-issues.ts";
import type { MenteeEntry, MentorEntry, Period, Person } from "./input.ts";
import {
  levelsSchema,
  matchHeadSchema,
  matchInputSchema,
  menteeEntrySchema,
  mentorEntrySchema,
  periodSchema,
  personSchema,
} from "./schema/schema.ts";

/**
 * Checks an input completely and indexes it.
 *
 * @throws TersineError with every problem of the input, in document order.
 */
export function readInput(input: unknown): Program {
  return readProgramme(input).program;
}

/** `readInput`, with what a later reading of a changed input needs. */
export function readProgramme(input: unknown): Reading {
  return drain(readProgrammeInSteps(input));
}

/** `readProgramme` as a generator that can be paused every few people. */
export function* readProgrammeInSteps(input: unknown): Steps<Reading> {
  try {
    return yield* checkInput(input);
  } catch (error) {
    if (error instanceof TersineError) throw error;
    throw problem("INPUT_UNREADABLE", "", "expected plain data, got an object whose fields cannot be read.", {
      cause: error,
    });
  }
}

function* checkInput(input: unknown): Steps<Reading> {
  if (input === undefined)
    throw problem("INPUT_MISSING", "", "expected an object with mentors and mentees, got nothing.");
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw problem("INPUT_TYPE", "", `expected an object with mentors and mentees, got ${describeValue(input)}.`);
  }
  const parts = yield* readParts(input);
  yield;
  const mentioned = idsMentioned(input);
  yield;
  const entries = [...parts.mentors, ...parts.mentees];
  const everything = [...parts.people, ...entries];
  const { people, issues: conflicts } = yield* gatherPeople(everything);
  yield;
  const availability = yield* readAvailability(entries, people, parts.period);
  yield;
  const idIssuesOf = idsOf(input);
  yield;
  const lineIssues = chartIssues(people, mentioned);
  yield;
  const issues = [
    ...(parts.isSound ? [] : schemaIssues(matchInputSchema, input)),
    ...idIssuesOf,
    ...conflicts,
    ...(yield* mapPeople(everything, ({ item, list, position }) =>
      personIssues(item, [list, position], mentioned),
    )).flat(),
    ...lineIssues,
    ...ladderIssues(parts.levels),
    ...(yield* mapPeople(everything, ({ item, list, position }) =>
      levelIssues(item, parts.levels, [list, position]),
    )).flat(),
    ...(yield* mapPeople(entries, ({ item, list, position }) => entryIssues(item, [list, position], mentioned))).flat(),
    ...availability.issues,
  ];
  throwIssues(inDocumentOrder(withoutRepeats(issues), input));
  yield;
  const everybody = people.map(({ person }) => person);
  const lines = reportingLinesOf(everybody);
  yield;
  const chart = buildOrgChart(lines);
  yield;
  const personOf = (id: string): Person => at(everybody, chart.indexOf(normalId(id)));
  const { period, levels } = parts;
  const mentors = (yield* mapPeople(parts.mentors, ({ item }) => mentorOf(item, personOf(item.id)))).sort(byId);
  const mentees = (yield* mapPeople(parts.mentees, ({ item }) => menteeOf(item, personOf(item.id)))).sort(byId);
  yield;
  const program = indexProgram({ people: everybody, mentors, mentees, chart, period, levels, doubts: availability });
  yield;
  return { program, entries: entriesOf(parts, input), doubts: availability };
}

/** A programme, and the entries that it was read from. */
export interface Reading {
  readonly program: Program;
  readonly entries: Entries;
  readonly doubts: Doubts;
}

interface Parts {
  readonly people: readonly Placed<Person>[];
  readonly mentors: readonly Placed<MentorEntry>[];
  readonly mentees: readonly Placed<MenteeEntry>[];
  readonly period: Period | undefined;
  readonly levels: readonly string[] | undefined;
  /** Whether the whole input passed the schema. */
  readonly isSound: boolean;
}

/** Reads each item on its own, so that the problems of one do not hide those of another. */
function* readParts(input: object): Steps<Parts> {
  const people = yield* readList(input, "people", personSchema);
  const mentors = yield* readList(input, "mentors", mentorEntrySchema);
  const mentees = yield* readList(input, "mentees", menteeEntrySchema);
  const head = matchHeadSchema.safeParse(input);
  return {
    people: people.items,
    mentors: mentors.items,
    mentees: mentees.items,
    period: periodSchema.safeParse(Reflect.get(input, "period")).data,
    levels: levelsSchema.safeParse(Reflect.get(input, "levels")).data,
    isSound: head.success && [people, mentors, mentees].every(({ isSound }) => isSound),
  };
}

function entriesOf({ people, mentors, mentees, period, levels }: Parts, input: object): Entries {
  const written = <Item extends Person>(placed: readonly Placed<Item>[], list: ListName): readonly Written<Item>[] => {
    const items = listOf(input, list);
    return placed.map(({ item, position }) => ({ item, keys: keysOf(items[position]) }));
  };
  return {
    people: written(people, "people"),
    mentors: written(mentors, "mentors"),
    mentees: written(mentees, "mentees"),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
    keys: keysOf(input),
  };
}

interface Parser<Item> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Item } | { readonly success: false };
}

function* readList<Item extends Person>(
  input: object,
  list: Placed<Item>["list"],
  schema: Parser<Item>,
): Steps<{ readonly items: readonly Placed<Item>[]; readonly isSound: boolean }> {
  const written = listOf(input, list);
  const items: Placed<Item>[] = [];
  yield* forPeople(written, (value, position) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return;
    keepProtoKey(parsed.data.attributes, value);
    items.push({ item: parsed.data, list, position });
  });
  return { items, isSound: items.length === written.length };
}

function listOf(input: object, list: string): readonly unknown[] {
  const items: unknown = Reflect.get(input, list);
  return Array.isArray(items) ? Array.from<unknown>(items) : [];
}

const LISTS = ["people", "mentors", "mentees"] as const;

/** Ids of a list as written, in its order; `undefined` where there is none. */
function writtenIds(input: object, list: string): readonly (string | undefined)[] {
  return listOf(input, list).map((item) => {
    const id: unknown = typeof item === "object" && item !== null ? Reflect.get(item, "id") : undefined;
    return typeof id === "string" ? id : undefined;
  });
}

/** Ids of everybody, also of those whose other fields are wrong: they exist, so referring to them is no mistake. */
function idsMentioned(input: object): ReadonlySet<string> {
  return new Set(
    LISTS.flatMap((list) => writtenIds(input, list).flatMap((id) => (id === undefined ? [] : [normalId(id)]))),
  );
}

function idsOf(input: object): readonly TersineIssue[] {
  return LISTS.flatMap((list) => {
    const ids = writtenIds(input, list);
    return [
      ...ids.flatMap((id, position) => (id === undefined || id === "" ? [] : idIssues(id, [list, position, "id"]))),
      ...duplicateIdIssues(list, ids),
    ];
  });
}

/** Keeps the first issue of each code at each place: that of the schema. */
function withoutRepeats(issues: readonly TersineIssue[]): readonly TersineIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const place = `${code} ${path}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
