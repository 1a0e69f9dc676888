import { normalId } from "../../base/ids.ts";
import {
  type Matcher,
  createMatcher,
  defaultCriteria,
  defaultRules,
  type MatchOptions,
  type MenteeEntry,
  type MentorEntry,
  type Person,
} from "../../index.ts";
import { factsOf, LINES } from "../facts.ts";
import { inputOf } from "../organisation.ts";
import type { PoolEvent } from "../event.ts";
import { thaw } from "../roster.ts";
import { emptyPool, type PoolProgramme } from "../state.ts";

type CandidateTable = ReturnType<Matcher["candidateTable"]>;

/** All who ever join, scored and ruled once, with their places in the arrays. */
export interface Table extends CandidateTable {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
}

type Entry = MenteeEntry | MentorEntry;

/** The last entry of everybody who joins, by side. */
interface Joined {
  readonly mentee: Map<string, MenteeEntry>;
  readonly mentor: Map<string, MentorEntry>;
  /** Whether somebody joins twice with other data. */
  readonly hasChanged: boolean;
}

function joinedIn(events: readonly PoolEvent[]): Joined {
  const mentee = new Map<string, MenteeEntry>();
  const mentor = new Map<string, MentorEntry>();
  let hasChanged = false;
  for (const event of events) {
    if (!("join" in event)) continue;
    const id = normalId(event.join.id);
    const before = event.side === "mentee" ? mentee.get(id) : mentor.get(id);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(event.join)) hasChanged = true;
    if (event.side === "mentee") mentee.set(id, event.join);
    else mentor.set(id, event.join);
  }
  return { mentee, mentor, hasChanged };
}

/** Scores and rules everybody of a stream together. Of somebody who joins twice the last entry counts. */
export function tableOf(events: readonly PoolEvent[], programme: PoolProgramme, options: MatchOptions): Table {
  const { mentee, mentor } = joinedIn(events);
  const roster = thaw(emptyPool(programme));
  const input = inputOf(roster, [...mentee.values()], [...mentor.values()]);
  const candidates = createMatcher(input, { ...options, quotas: [], fixes: false }).candidateTable();
  return {
    ...candidates,
    rowOf: new Map(candidates.mentees.map((id, row) => [id, row])),
    columnOf: new Map(candidates.mentors.map((id, column) => [id, column])),
  };
}

/**
 * Whether a pair is judged alike whoever else is there, so that everybody can be scored together: no option that looks at
 * several pairs, every field stated by all of a side or by none, and an organisation that joining does not change.
 */
export function isStable(events: readonly PoolEvent[], programme: PoolProgramme, options: MatchOptions): boolean {
  const { mentee, mentor, hasChanged } = joinedIn(events);
  if (hasChanged || !hasPairOptionsOnly(options)) return false;
  const people = new Map((programme.people ?? []).map((person) => [normalId(person.id), person]));
  const sides: readonly (readonly Entry[])[] = [[...mentee.values()], [...mentor.values()]];
  return sides.every((entries) => {
    const merged = entries.map((entry) => ({ ...people.get(normalId(entry.id)), ...entry }));
    return (
      isUniform(merged) &&
      entries.every((entry) => hasKnownLines(entry, people.get(normalId(entry.id)))) &&
      entries.every((entry) => tellsAlike(entry, mentor.get(normalId(entry.id))))
    );
  });
}

function hasPairOptionsOnly({ criteria, rules, quotas = [], coverage, furtherPartners }: MatchOptions): boolean {
  if (quotas.length > 0 || furtherPartners !== undefined) return false;
  if (coverage !== undefined && coverage !== "both") return false;
  if (!(criteria ?? defaultCriteria()).every(({ dependsOn }) => dependsOn !== undefined)) return false;
  return (rules ?? defaultRules()).every((rule) => {
    if (rule.kind === "score") return (rule.except ?? []).length === 0;
    // bans and exceptions name people, and refuse those who are not there
    return rule.dependsOn === "pair" && rule.name !== "ban" && rule.settings?.["except"] === undefined;
  });
}

/** Fields that decide nothing about how others are judged. */
const OWN_FIELDS = new Set(["id", "name", "capacity", "minimumLoad", "managerId", "dottedLineManagerIds"]);

/** Whether every field is stated by all or by nobody. */
function isUniform(entries: readonly object[]): boolean {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const [field, value] of Object.entries(entry)) {
      if (!OWN_FIELDS.has(field) && isStated(value)) counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  return [...counts.values()].every((count) => count === entries.length);
}

function isStated(value: unknown): boolean {
  return Array.isArray(value) || typeof value === "string" ? value.length > 0 : value !== undefined;
}

/** Whether joining tells no line that the programme has not told. */
function hasKnownLines(entry: Entry, person: Person | undefined): boolean {
  return LINES.every((field) => !isStated(entry[field] ?? undefined) || person?.[field] !== undefined);
}

/** Whether two entries of one person tell the same fields, so that one adds nothing to the other. */
function tellsAlike(one: Entry, other: Entry | undefined): boolean {
  const fieldsOf = (entry: Entry): string => Object.keys(factsOf(entry)).sort().join();
  return other === undefined || fieldsOf(one) === fieldsOf(other);
}

/** Index of a pair of the table, -1 if no rule allows it. */
export function edgeIn({ rowStart, columnAt }: CandidateTable, row: number, column: number): number {
  let [low, high] = [rowStart[row] ?? 0, rowStart[row + 1] ?? 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = columnAt[middle] ?? Infinity;
    if (found === column) return middle;
    if (found < column) low = middle + 1;
    else high = middle;
  }
  return -1;
}
