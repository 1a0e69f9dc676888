import { counted } from "../base/figures.ts";
import type { Pair, Sentence, Totals, Unmatched } from "./result.ts";

type Side = "mentor" | "mentee";

/** Whom of a side to call, in which order, as places come free on the other side. */
export interface ReserveList extends Sentence {
  readonly side: Side;
  /** In their order; all of them, or the first `limit`. */
  readonly entries: readonly ReserveListEntry[];
  /** How many more would follow beyond the limit. */
  readonly further: number;
  /** People of the side whom no number of places brings in, by id, with the code and the reasons of the result. */
  readonly never: readonly Pick<Unmatched, "id" | "code" | "reasons">[];
}

/** Somebody to call, and the plan once everybody before them and they themselves have been called. */
export interface ReserveListEntry extends Sentence {
  /** Place on the list, from 1. */
  readonly number: number;
  readonly id: string;
  /** Whose one place more brings them in, beside the places of the entries before. */
  readonly place: { readonly side: Side; readonly id: string };
  /** The person's pairs, by mentee id, then mentor id. */
  readonly pairs: readonly Pick<Pair, "mentorId" | "menteeId" | "score">[];
  /**
   * People whom this plan places beyond the one of the entry before, counted once for each side: 1 for the objective
   * `coverage`.
   */
  readonly people: number;
  /** Micro-points that this plan scores beyond the one of the entry before. */
  readonly score: number;
  /**
   * Everybody else whose partners differ from those in the plan before: mentees by id, then mentors by id. Ties are those
   * of `match`, so tied pairs may move too; a `rematch` of the programme with these places keeps them.
   */
  readonly moves: readonly ReserveMove[];
  /** Of this plan. */
  readonly totals: Pick<Totals, "pairs" | "placedMentors" | "placedMentees" | "score">;
}

/** Partners by id, ascending; none `after` for somebody who loses every partner. */
export interface ReserveMove {
  readonly side: Side;
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** @param gain The difference to the plan before, in words. */
export function entryInWords(entry: Omit<ReserveListEntry, "en" | "tr">, gain: Sentence): ReserveListEntry {
  const { number, id, place, pairs, moves } = entry;
  const side = place.side === "mentor" ? "mentee" : "mentor";
  const partners = pairs.map((pair) => pair[`${place.side}Id`]).join(", ");
  const moving = moves.filter((move) => move.side === side).length;
  const others = moving === 0 ? "Nobody else" : moving === 1 ? "1 other" : `${moving} others`;
  return {
    ...entry,
    en: `${number}. ${id}, with one more place at the ${place.side} ${place.id}: ${gain.en}; paired with ${partners}. ${others} on this side would change partners.`,
    tr: `${number}. ${id}, ${place.id} (${place.side}) bir kişi daha kabul ederse: ${gain.tr}; eşleşme: ${partners}. Bu tarafta eşleşmesi değişecek başka kişi sayısı: ${moving}.`,
  };
}

export function reserveListInWords(list: Omit<ReserveList, "en" | "tr">): ReserveList {
  const { side, entries, further, never } = list;
  const all = entries.length + further;
  const listed = further === 0 ? "" : `; the first ${entries.length} are listed`;
  const listede = further === 0 ? "" : `; ilk ${entries.length} kişi listede`;
  return {
    ...list,
    en: `${counted(all, side)} can be called in this order if places come free${listed}. ${never.length} cannot, however many come free.`,
    tr: `Yer açıldıkça bu sırayla çağrılabilecek ${side} sayısı: ${all}${listede}. Kaç yer açılırsa açılsın eşleşemeyen: ${never.length}.`,
  };
}
