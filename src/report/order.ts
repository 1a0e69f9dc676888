import type { MatchInput, Pair } from "../index.ts";
import type { Language } from "./numbers.ts";

/** By what pairs are listed: the best score first, the mentee's name, or the mentee's department. */
export type PairOrder = "score" | "name" | "department";

export type Person = NonNullable<MatchInput["people"]>[number];

/** How the page is to be. */
export interface View {
  readonly language: Language;
  readonly sort: PairOrder;
  readonly maximumRows: number;
}

/** A pair with its place in the result, by which anchors name it. */
export interface PlacedPair {
  readonly pair: Pair;
  readonly place: number;
}

/** The pairs in the order asked for; equal ones by the mentee's name, the mentor's name, then as in the result. */
export function inOrder(
  pairs: readonly Pair[],
  people: ReadonlyMap<string, Person>,
  { language, sort }: Pick<View, "language" | "sort">,
): readonly PlacedPair[] {
  const keyOf = (id: string, field: "name" | "department"): string => {
    const person: Person | undefined = people.get(id);
    const text = field === "name" ? (person?.name ?? id) : person?.department;
    // those without a department come last
    return text === undefined ? "\uFFFF" : sortingKey(text, language);
  };
  const all = pairs.map((pair, place) => ({
    pair,
    place,
    keys: [
      sort === "department" ? keyOf(pair.menteeId, "department") : "",
      keyOf(pair.menteeId, "name"),
      keyOf(pair.mentorId, "name"),
    ].join("\u0000"),
  }));
  return all.sort((a, b) => {
    const byScore = sort === "score" ? b.pair.score - a.pair.score : 0;
    return byScore || (a.keys < b.keys ? -1 : a.keys > b.keys ? 1 : a.place - b.place);
  });
}

/**
 * A text that sorts by code units as people expect, the same on every machine. In Turkish, letters with marks come after
 * those without (`ç` after `c`), and `ı` before `i`; elsewhere marks do not count.
 */
export function sortingKey(text: string, language: "en" | "tr"): string {
  if (language === "en") return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
  const small = text.normalize("NFC").replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase();
  return small
    .replaceAll("ı", "h~")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "~");
}

/** Name of the anchor of a pair. */
export function pairAnchor(place: number): string {
  return `pair-${place + 1}`;
}

/** Name of the anchor of somebody left out. */
export function leftOutAnchor(place: number): string {
  return `left-out-${place + 1}`;
}
