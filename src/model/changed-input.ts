import { at } from "../base/at.ts";
import { buildOrgChart, type OrgChart } from "../base/organisation/chart.ts";
import { sharedEnds } from "../base/organisation/shared-ends.ts";
import { drain } from "../base/steps.ts";
import { compareText } from "../base/text.ts";
import { keepProtoKey } from "./people/attributes.ts";
import { readAvailability } from "./entries/availability.ts";
import { areLinesSound, reportingLinesOf } from "./people/chart.ts";
import {
  type ChangedEntries,
  type Entries,
  keysOf,
  type ListName,
  type Unread,
  type Written,
} from "./entries/entries.ts";
import { entryIssues, personIssues } from "./entries/entry-issues.ts";
import { idIssues, normalId } from "./people/ids.ts";
import { byId, indexProgram, menteeOf, mentorOf } from "./index-program.ts";
import { levelIssues } from "./people/levels.ts";
import { gatherPeople, type Placed } from "./people/people.ts";
import type { Mentee, Mentor } from "./program.ts";
import type { Reading } from "./read-input.ts";
import type { Person } from "./input.ts";
import { menteeEntrySchema, mentorEntrySchema, personSchema } from "./schema/schema.ts";

/**
 * Reads an input some of whose entries have changed. People without a changed entry stay the same objects; any other
 * mentor or mentee may differ.
 *
 * @returns `undefined` where everything has to be read again: the period or the ladder has changed, or something is wrong
 */
export function readChanged(previous: Reading, changed: ChangedEntries): Reading | undefined {
  const { program } = previous;
  const { period, levels } = program;
  const entries = readEntries(previous.entries, changed);
  if (entries === undefined || changed.period !== period || changed.levels !== levels) return undefined;
  const changedIds = idsOfChanges(previous.entries, entries);
  if (changedIds.size === 0) return { ...previous, entries };
  const placed = {
    people: placedEntriesOf(entries.people, "people", changedIds),
    mentors: placedEntriesOf(entries.mentors, "mentors", changedIds),
    mentees: placedEntriesOf(entries.mentees, "mentees", changedIds),
  };
  const gathered = drain(gatherPeople([...placed.people, ...placed.mentors, ...placed.mentees]));
  const people = mergedById(
    program.people,
    changedIds,
    gathered.people.map(({ person }) => person),
  );
  const chart = chartAfter(program.chart, program.people, people, changedIds);
  const availability = drain(readAvailability([...placed.mentors, ...placed.mentees], gathered.people, period));
  if (chart === undefined || gathered.issues.length + availability.issues.length > 0) return undefined;

  const known = { has: (id: string): boolean => chart.indexOf(id) !== undefined };
  const hasAnybodyLeft = program.people.some(({ id }) => changedIds.has(id) && !known.has(id));
  // others may name somebody who has left
  const lists = hasAnybodyLeft ? entries : placed;
  const registered = [...lists.mentors, ...lists.mentees].map(({ item }) => item);
  const everything = [...lists.people.map(({ item }) => item), ...registered];
  const isSound =
    everything.every((item) =>
      hasNone(idIssues(item.id, []), personIssues(item, [], known), levelIssues(item, levels, [])),
    ) && registered.every((item) => hasNone(entryIssues(item, [], known)));
  if (!isSound) return undefined;

  const personOf = (id: string): Person => at(people, chart.indexOf(normalId(id)));
  const mentors = placed.mentors.map(({ item }): Mentor => mentorOf(item, personOf(item.id)));
  const mentees = placed.mentees.map(({ item }): Mentee => menteeOf(item, personOf(item.id)));
  const isUnchanged = (id: string): boolean => !changedIds.has(id);
  const doubts = {
    overlapping: [...previous.doubts.overlapping.filter(isUnchanged), ...availability.overlapping],
    reversed: [...previous.doubts.reversed.filter(isUnchanged), ...availability.reversed],
  };
  const checked = {
    people,
    mentors: mergedById(program.mentors, changedIds, mentors),
    mentees: mergedById(program.mentees, changedIds, mentees),
  };
  return { program: indexProgram({ ...checked, chart, period, levels, doubts }, program), entries, doubts };
}

function hasNone(...lists: readonly (readonly unknown[])[]): boolean {
  return lists.every((list) => list.length === 0);
}

interface Parser<Item> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: Item } | { readonly success: false };
}

/** Reads the entries that are new; `undefined` if the schema refuses one of them. */
function readEntries(previous: Entries, changed: ChangedEntries): Entries | undefined {
  const people = readList(previous.people, changed.people, personSchema);
  const mentors = readList(previous.mentors, changed.mentors, mentorEntrySchema);
  const mentees = readList(previous.mentees, changed.mentees, menteeEntrySchema);
  if (people === undefined || mentors === undefined || mentees === undefined) return undefined;
  return { ...previous, people, mentors, mentees, keys: changed.keys };
}

function readList<Item extends Person>(
  previous: readonly Written<Item>[],
  changed: readonly (Written<Item> | Unread)[],
  schema: Parser<Item>,
): readonly Written<Item>[] | undefined {
  if (changed === previous) return previous;
  const list: Written<Item>[] = [];
  for (const entry of changed) {
    if (!("given" in entry)) {
      list.push(entry);
      continue;
    }
    const parsed = schema.safeParse(entry.given);
    if (!parsed.success) return undefined;
    keepProtoKey(parsed.data.attributes, entry.given);
    list.push({ item: parsed.data, keys: keysOf(entry.given) });
  }
  return list;
}

/** Ids of people with an entry that was added, removed or replaced. */
function idsOfChanges(previous: Entries, entries: Entries): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const list of ["people", "mentors", "mentees"] as const) {
    const old: readonly Written<Person>[] = previous[list];
    const now: readonly Written<Person>[] = entries[list];
    if (old === now) continue;
    const { first, last } = sharedEnds(old, now);
    const before = new Set(old.slice(first, old.length - last));
    const after = new Set(now.slice(first, now.length - last));
    for (const entry of before) if (!after.has(entry)) ids.add(normalId(entry.item.id));
    for (const entry of after) if (!before.has(entry)) ids.add(normalId(entry.item.id));
  }
  return ids;
}

function placedEntriesOf<Item extends Person>(
  entries: readonly Written<Item>[],
  list: ListName,
  ids: ReadonlySet<string>,
): readonly Placed<Item>[] {
  if (ids.size === 0) return [];
  return entries.flatMap(({ item }, position) => (ids.has(normalId(item.id)) ? [{ item, list, position }] : []));
}

/** The same people, with those of `changedIds` replaced by `others`; sorted by id. */
function mergedById<Item extends Person>(
  items: readonly Item[],
  changedIds: ReadonlySet<string>,
  others: readonly Item[],
): readonly Item[] {
  if (changedIds.size > MAX_SEARCHES) return [...items.filter(({ id }) => !changedIds.has(id)), ...others].sort(byId);
  const kept = [...items];
  for (const id of changedIds) {
    const index = lowerBound(kept, id);
    if (kept[index]?.id === id) kept.splice(index, 1);
  }
  if (others.length === 0 && kept.length === items.length) return items;
  for (const other of others) kept.splice(lowerBound(kept, other.id), 0, other);
  return kept;
}

/** With at most so many changes, each person is found by binary search; with more, one pass over everybody is cheaper. */
const MAX_SEARCHES = 32;

/** Index of the first person of a sorted list whose id is not before `id`. */
function lowerBound(items: readonly Person[], id: string): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(at(items, middle).id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same chart if no line has changed and nobody has joined or left; `undefined` if the new lines are not allowed. */
function chartAfter(
  chart: OrgChart,
  before: readonly Person[],
  after: readonly Person[],
  changedIds: ReadonlySet<string>,
): OrgChart | undefined {
  const linesOf = (people: readonly Person[]): string =>
    JSON.stringify(
      people
        .filter(({ id }) => changedIds.has(id))
        .map(({ id, managerId, dottedLineManagerIds = [] }) => [id, managerId ?? null, dottedLineManagerIds]),
    );
  if (linesOf(before) === linesOf(after)) return chart;
  return areLinesSound(after) ? buildOrgChart(reportingLinesOf(after)) : undefined;
}
