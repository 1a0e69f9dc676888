import { type MatchInput, type MatchResult, namesOf, type Pair } from "../index.ts";
import { escapeText } from "./html.ts";
import { inOrder, pairAnchor, type PairOrder, type Person, type PlacedPair, type View } from "./order.ts";
import { filled, type Language, WORDS, type Words } from "./words.ts";

/** What all sections are made from. */
export interface Shown {
  readonly input: MatchInput;
  readonly people: ReadonlyMap<string, Person>;
  readonly language: Language;
  readonly words: Words;
  readonly sort: PairOrder;
  /** Most rows of a table. */
  readonly maximumRows: number;
  /** The pairs in the order of the page, cut at `maximumRows`. */
  readonly listed: readonly PlacedPair[];
  /** Places in the result of the pairs that have a row, to which links may go. */
  readonly linked: ReadonlySet<number>;
}

export type { Person };

export function shownOf(input: MatchInput, result: MatchResult, view: View): Shown {
  const people = peopleOf(input);
  const pairs = result.status === "infeasible" ? [] : result.pairs;
  const listed = inOrder(pairs, people, view).slice(0, view.maximumRows);
  return {
    ...view,
    input,
    people,
    listed,
    linked: new Set(listed.map(({ place }) => place)),
    words: WORDS[view.language],
  };
}

/** Fields of everybody by id, those on an entry beside those in `people`. */
function peopleOf(input: MatchInput): ReadonlyMap<string, Person> {
  const known = new Map<string, Person>();
  const names = namesOf(input);
  for (const list of [input.people ?? [], input.mentors, input.mentees]) {
    for (const person of list) {
      const id = person.id.normalize("NFC");
      known.set(id, { ...known.get(id), ...person, name: names.get(id) });
    }
  }
  return known;
}

/** The name where there is one, with the id; then department and level. */
export function personCell({ people, words }: Shown, id: string): string {
  const { department, level } = people.get(id) ?? {};
  const rank = level === undefined ? undefined : `${words.level}\u00A0${level}`;
  const more = [department, rank].flatMap((part) => (part === undefined ? [] : [escapeText(part)]));
  const told = more.length === 0 ? "" : `<br><span class="note">${more.join(", ")}</span>`;
  return `${nameOf(people, id)}${told}`;
}

export function nameOf(people: ReadonlyMap<string, Person>, id: string): string {
  const name = people.get(id)?.name;
  if (name === undefined) return escapeText(id);
  return `${escapeText(name)} <span class="id">${escapeText(id)}</span>`;
}

/** The name, or the id of those without. */
export function callOf(people: ReadonlyMap<string, Person>, id: string): string {
  return people.get(id)?.name ?? id;
}

/** The two by name, as a link to their row; not a link if the row is beyond those shown. */
export function pairLink({ people, linked }: Shown, pair: Pair, place: number): string {
  const told = escapeText(`${callOf(people, pair.mentorId)} → ${callOf(people, pair.menteeId)}`);
  return linked.has(place) ? `<a href="#${pairAnchor(place)}">${told}</a>` : told;
}

/** A criterion's name in the language of the page; those of the caller's own as given. */
export function criterionName({ words }: Pick<Shown, "words">, name: string): string {
  const names: Readonly<Record<string, string>> = words.criteria;
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** The first rows of a long list, and the sentence that says how many there are. */
export function limited<Item>(
  items: readonly Item[],
  { words, maximumRows, language }: Shown,
): readonly [readonly Item[], string] {
  if (items.length <= maximumRows) return [items, ""];
  const told = filled(words.more, { shown: maximumRows, all: items.length }, language);
  return [items.slice(0, maximumRows), `<p class="note">${told}</p>`];
}
