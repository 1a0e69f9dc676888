import type { MatchInput } from "../index.ts";
import { escapeText } from "./html.ts";
import { filled, type Language, WORDS, type Words } from "./words.ts";

/** What all sections are made from. */
export interface Shown {
  readonly input: MatchInput;
  readonly people: ReadonlyMap<string, Person>;
  readonly language: Language;
  readonly words: Words;
  /** Most rows of a table. */
  readonly maximumRows: number;
}

export type Person = NonNullable<MatchInput["people"]>[number];

export function shownOf(input: MatchInput, language: Language, maximumRows: number): Shown {
  return { input, people: peopleOf(input), language, words: WORDS[language], maximumRows };
}

/** Fields of everybody by id, those on an entry beside those in `people`. */
function peopleOf({ people = [], mentors, mentees }: MatchInput): ReadonlyMap<string, Person> {
  const known = new Map<string, Person>();
  for (const person of [...people, ...mentors, ...mentees]) {
    const id = person.id.normalize("NFC");
    known.set(id, { ...known.get(id), ...person });
  }
  return known;
}

/** The name where there is one, with the id; then department and level. */
export function personCell({ people, words }: Shown, id: string): string {
  const { department, level } = people.get(id) ?? {};
  const rank = level === undefined ? undefined : `${words.level} ${level}`;
  const more = [department, rank].flatMap((part) => (part === undefined ? [] : [escapeText(part)]));
  const told = more.length === 0 ? "" : `<br><span class="note">${more.join(", ")}</span>`;
  return `${nameOf(people, id)}${told}`;
}

export function nameOf(people: ReadonlyMap<string, Person>, id: string): string {
  const name = people.get(id)?.name;
  if (name === undefined) return escapeText(id);
  return `${escapeText(name)} <span class="id">${escapeText(id)}</span>`;
}

/** Micro-points as a number from 0 to 1. */
export function points({ language }: Pick<Shown, "language">, score: number, decimals = 3): string {
  const text = (score / 1_000_000).toFixed(decimals);
  return language === "tr" ? text.replace(".", ",") : text;
}

/** A criterion's name in the language of the page; those of the caller's own as given. */
export function criterionName({ words }: Pick<Shown, "words">, name: string): string {
  const names: Readonly<Record<string, string>> = words.criteria;
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** The first rows of a long list, and the sentence that says how many there are. */
export function limited<Item>(
  items: readonly Item[],
  { words, maximumRows }: Shown,
): readonly [readonly Item[], string] {
  if (items.length <= maximumRows) return [items, ""];
  const told = filled(words.more, { shown: maximumRows, all: items.length });
  return [items.slice(0, maximumRows), `<p class="note">${told}</p>`];
}
