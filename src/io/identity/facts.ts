import { type Item, type List, LISTS } from "../outcome/finding.ts";
import type { ReadOptions } from "../source.ts";
import type { Tally } from "./tally.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What several files say of one person. A name that is written in another way counts as the first file writes it, that of
 * the people first. Where other fields differ, the list that is preferred counts; without one both stay, for the model to
 * refuse.
 */
export function joinedFacts(items: readonly Item[], { prefer = [] }: ReadOptions, tally: Tally): readonly Item[] {
  const changed = new Map<Item, Fields>();
  for (const group of groupsOf(items)) {
    const inOrder = LISTS.flatMap((list) => group.filter((item) => item.list === list));
    joinNames(inOrder, changed, tally);
    if (prefer.length > 0) joinFacts(inOrder, prefer, changed, tally);
  }
  if (changed.size === 0) return items;
  return items.map((item) => ({ ...item, fields: changed.get(item) ?? item.fields }));
}

/** The items of each person of whom there are several. */
function groupsOf(items: readonly Item[]): Iterable<readonly Item[]> {
  const first = new Map<unknown, Item>();
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    const { id } = item.fields;
    const [earlier, group] = [first.get(id), groups.get(id)];
    if (earlier === undefined) first.set(id, item);
    else if (group === undefined) groups.set(id, [earlier, item]);
    else group.push(item);
  }
  return groups.values();
}

function joinNames(items: readonly Item[], changed: Map<Item, Fields>, tally: Tally): void {
  const named = items.filter(({ fields }) => typeof fields["name"] === "string");
  const [first, ...others] = named;
  for (const item of others) {
    const likeness = likenessOf(String(first?.fields["name"]), String(item.fields["name"]));
    if (likeness === "other") continue;
    if (likeness === "alike") tally.add("NAME_DIFFERS", item.row, "name");
    changed.set(item, NAME.without(item.fields));
  }
}

/** How two names of one person compare: other names are no spelling, and may be a mistaken join. */
function likenessOf(a: string, b: string): "same" | "alike" | "other" {
  if (tidy(a) === tidy(b)) return "same";
  const words = wordsOf(a);
  return wordsOf(b).some((word) => words.includes(word)) ? "alike" : "other";
}

function tidy(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** Words without letter case and accents. */
function wordsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[Iıİ]/gu, "i").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Something that a file says of a person. */
interface Fact {
  /** As columns are named. */
  readonly column: string;
  readonly of: (fields: Fields) => unknown;
  readonly without: (fields: Fields) => Fields;
}

function factOf(field: string): Fact {
  return {
    column: field,
    of: (fields) => fields[field],
    without: (fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field)),
  };
}

const NAME = factOf("name");

const FACTS: readonly Fact[] = [
  ...["managerId", "dottedLineManagerIds", "level", "department", "location", "timeZone", "languages"].map(factOf),
  ...["birthYear", "careerStartYear", "generation", "startDate", "cohort"].map(factOf),
  ...["evaluatorIds", "assistantIds", "formerManagerIds"].map(factOf),
  NAME,
];

const attributesOf = ({ attributes }: Fields): Fields =>
  typeof attributes === "object" && attributes !== null ? { ...attributes } : {};

function attributeFact(name: string): Fact {
  const own = factOf(name);
  return {
    column: `attributes.${name}`,
    of: (fields) => own.of(attributesOf(fields)),
    without: (fields) => ({ ...fields, attributes: own.without(attributesOf(fields)) }),
  };
}

/** Takes away what differs from the list that is preferred. */
function joinFacts(items: readonly Item[], prefer: readonly List[], changed: Map<Item, Fields>, tally: Tally): void {
  const ranked = prefer.flatMap((list) => items.filter((item) => item.list === list));
  const attributes = new Set(items.flatMap(({ fields }) => Object.keys(attributesOf(fields))));
  for (const fact of [...FACTS, ...[...attributes].map(attributeFact)]) {
    const winner = ranked.find(({ fields }) => fact.of(fields) !== undefined);
    if (winner === undefined) continue;
    const counting = JSON.stringify(fact.of(winner.fields));
    for (const item of items) {
      const fields = changed.get(item) ?? item.fields;
      const value = fact.of(fields);
      if (item === winner || value === undefined || JSON.stringify(value) === counting) continue;
      tally.add("FIELD_PREFERRED", item.row, fact.column);
      changed.set(item, fact.without(fields));
    }
  }
}
