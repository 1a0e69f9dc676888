import { pointer, problem, TersineError, throwIssues, type TersineIssue } from "../base/error.ts";
import { buildOrgChart } from "../base/org-chart.ts";
import { compareText } from "../base/text.ts";
import { jsonIssues, keepProtoKey } from "./attributes.ts";
import { readAvailability } from "./availability.ts";
import { chartIssues, lineCycleWarnings, reportingLinesOf } from "./chart.ts";
import { describeValue } from "./describe.ts";
import { inDocumentOrder } from "./document-order.ts";
import { duplicateIdIssues, idIssues, normalId } from "./ids.ts";
import { ladderIssues, levelIssues, levelWarnings, seniorityOf } from "./levels.ts";
import { gatherPeople, type Placed } from "./people.ts";
import type { Mentee, Mentor, Program } from "./program.ts";
import { schemaIssues } from "./schema-issues.ts";
import {
  levelsSchema,
  matchInputSchema,
  menteeEntrySchema,
  mentorEntrySchema,
  periodSchema,
  personSchema,
  type MenteeEntry,
  type MentorEntry,
  type Period,
  type Person,
} from "./schema.ts";
import type { Warning } from "./warning.ts";

/**
 * Checks an input completely and indexes it.
 *
 * @throws TersineError with every problem of the input, in document order.
 */
export function readInput(input: unknown): Program {
  try {
    return checkInput(input);
  } catch (error) {
    if (error instanceof TersineError) throw error;
    throw problem("INPUT_UNREADABLE", "", "expected plain data, got an object whose fields cannot be read.", {
      cause: error,
    });
  }
}

function checkInput(input: unknown): Program {
  if (input === undefined)
    throw problem("INPUT_MISSING", "", "expected an object with mentors and mentees, got nothing.");
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw problem("INPUT_TYPE", "", `expected an object with mentors and mentees, got ${describeValue(input)}.`);
  }
  const parts = readParts(input);
  const mentioned = idsMentioned(input);
  const everything = [...parts.people, ...parts.mentors, ...parts.mentees];
  const { people, issues: conflicts } = gatherPeople(everything);
  const availability = readAvailability([...parts.mentors, ...parts.mentees], people, parts.period);
  const issues = [
    ...(parts.isSound ? [] : schemaIssues(matchInputSchema, input)),
    ...idsOf(input),
    ...conflicts,
    ...everything.flatMap(({ item, list, position }) => personIssues(item, [list, position])),
    ...chartIssues(people, mentioned),
    ...ladderIssues(parts.levels),
    ...everything.flatMap(({ item, list, position }) => levelIssues(item, parts.levels, [list, position])),
    ...[...parts.mentors, ...parts.mentees].flatMap(({ item, list, position }) =>
      entryIssues(item, [list, position], mentioned),
    ),
    ...availability.issues,
  ];
  throwIssues(inDocumentOrder(withoutRepeats(issues), input));
  return index(
    parts,
    people.map(({ person }) => person),
    availability.warnings,
  );
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

/** All items that pass the schema alone, so that the problems of one do not hide those of another. */
function readParts(input: object): Parts {
  const whole = matchInputSchema.safeParse(input);
  if (whole.success) {
    const { people = [], mentors, mentees, period, levels } = whole.data;
    return {
      people: placeItems(input, "people", people),
      mentors: placeItems(input, "mentors", mentors),
      mentees: placeItems(input, "mentees", mentees),
      period,
      levels,
      isSound: true,
    };
  }
  const period = periodSchema.safeParse(Reflect.get(input, "period"));
  const levels = levelsSchema.safeParse(Reflect.get(input, "levels"));
  return {
    people: readList(input, "people", personSchema),
    mentors: readList(input, "mentors", mentorEntrySchema),
    mentees: readList(input, "mentees", menteeEntrySchema),
    period: period.data,
    levels: levels.data,
    isSound: false,
  };
}

function placeItems<Item extends Person>(
  input: object,
  list: Placed<Item>["list"],
  items: readonly Item[],
): readonly Placed<Item>[] {
  const written = listOf(input, list);
  return items.map((item, position) => {
    keepProtoKey(item.attributes, written[position]);
    return { item, list, position };
  });
}

interface Parser<Item> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Item } | { readonly success: false };
}

function readList<Item extends Person>(
  input: object,
  list: Placed<Item>["list"],
  schema: Parser<Item>,
): readonly Placed<Item>[] {
  return listOf(input, list).flatMap((value, position) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success) return [];
    keepProtoKey(parsed.data.attributes, value);
    return [{ item: parsed.data, list, position }];
  });
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

function personIssues(item: Person, path: readonly PropertyKey[]): readonly TersineIssue[] {
  return item.attributes === undefined ? [] : jsonIssues(item.attributes, [...path, "attributes"]);
}

function entryIssues(
  entry: MentorEntry | MenteeEntry,
  path: readonly PropertyKey[],
  known: ReadonlySet<string>,
): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const { capacity = 1, minimumLoad = 0 } = entry;
  if (minimumLoad > capacity) {
    issues.push({
      code: "LOAD_RANGE",
      path: pointer([...path, "minimumLoad"]),
      message: "expected at most the capacity, got more.",
    });
  }
  for (const field of ["avoid", "choices"] as const) {
    entry[field]?.forEach((id, position) => {
      if (known.has(normalId(id))) return;
      const at = pointer([...path, field, position]);
      issues.push({ code: "ID_UNKNOWN", path: at, message: "expected the id of somebody in the input, got another." });
    });
  }
  for (const [field, texts] of Object.entries(topicsAndGoals(entry))) {
    texts.forEach(({ text, below }, position) => {
      if (text.trim() !== "") return;
      const at = pointer([...path, field, position, ...below]);
      issues.push({ code: "TEXT_EMPTY", path: at, message: "expected text, got only spaces." });
    });
  }
  return issues;
}

/** A topic or a goal, and where its text stands below the item of its list. */
interface PlacedText {
  readonly text: string;
  readonly below: readonly PropertyKey[];
}

function topicsAndGoals(entry: MentorEntry | MenteeEntry): Readonly<Record<string, readonly PlacedText[]>> {
  const textOf = (item: string | { readonly topic: string }): PlacedText =>
    typeof item === "string" ? { text: item, below: [] } : { text: item.topic, below: ["topic"] };
  const topics = "teaches" in entry ? { teaches: entry.teaches.map(textOf) } : { learns: entry.learns.map(textOf) };
  return { ...topics, goals: (entry.goals ?? []).map(textOf) };
}

/** One sentence about each place is enough: the first, which is that of the schema. */
function withoutRepeats(issues: readonly TersineIssue[]): readonly TersineIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const place = `${code} ${path}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function index(parts: Parts, people: readonly Person[], warnings: readonly Warning[]): Program {
  const chart = buildOrgChart(reportingLinesOf(people));
  const personOf = (id: string): Person => people[chart.indexOf(id) ?? -1] ?? { id };
  const mentors = parts.mentors
    .map(({ item }): Mentor => ({ ...item, ...personOf(normalId(item.id)), ...loadsOf(item) }))
    .sort((a, b) => compareText(a.id, b.id));
  const mentees = parts.mentees
    .map(({ item }): Mentee => ({ ...item, ...personOf(normalId(item.id)), ...loadsOf(item) }))
    .sort((a, b) => compareText(a.id, b.id));
  const seniority = seniorityOf([...mentors, ...mentees]);
  return {
    people,
    mentors,
    mentees,
    personOfMentor: Int32Array.from(mentors, ({ id }) => chart.indexOf(id) ?? -1),
    personOfMentee: Int32Array.from(mentees, ({ id }) => chart.indexOf(id) ?? -1),
    chart,
    seniority,
    ...(parts.period === undefined ? {} : { period: parts.period }),
    ...(parts.levels === undefined ? {} : { levels: parts.levels }),
    warnings: [
      ...lineCycleWarnings(chart, people),
      ...levelWarnings([...mentors, ...mentees], seniority, chart),
      ...warnings,
    ],
  };
}

function loadsOf(entry: MentorEntry | MenteeEntry): {
  readonly capacity: number;
  readonly minimumLoad: number;
  readonly avoid: readonly string[];
  readonly choices?: readonly string[];
} {
  const { capacity = 1, minimumLoad = 0, avoid = [], choices } = entry;
  return {
    capacity,
    minimumLoad,
    avoid: [...new Set(avoid.map(normalId))].sort(compareText),
    ...(choices === undefined ? {} : { choices: choices.map(normalId) }),
  };
}
