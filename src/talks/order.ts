import { compareText } from "../base/text.ts";
import type { MatchedResult } from "../index.ts";

/** The talks of somebody. */
export interface PersonTalks {
  readonly id: string;
  readonly side: "mentor" | "mentee";
  /** Partners, the best score first; equal ones by id. */
  readonly partners: readonly string[];
  /** How prominently the person stands on the lists of the partners. */
  readonly exposure: Exposure;
}

export interface Exposure {
  /** Lists of partners on which the person stands. */
  readonly lists: number;
  /**
   * Sum over those lists of 1 ÷ log2(1 + place), places counted from 1: the discount of Järvelin and Kekäläinen (2002). To 6
   * decimals.
   */
  readonly weight: number;
}

/** Everybody's talks in order: mentees by id, then mentors by id; those without a talk too. */
export function talksOfPeople({
  pairs,
  unmatched,
}: Pick<MatchedResult, "pairs" | "unmatched">): readonly PersonTalks[] {
  const listsOf = { mentee: new Map<string, Listed[]>(), mentor: new Map<string, Listed[]>() };
  for (const { id, side } of unmatched) listsOf[side].set(id, []);
  for (const { mentorId, menteeId, score } of pairs) {
    add(listsOf.mentee, menteeId, { id: mentorId, score });
    add(listsOf.mentor, mentorId, { id: menteeId, score });
  }
  for (const lists of Object.values(listsOf))
    for (const list of lists.values()) list.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
  const places = { mentee: placesOn(listsOf.mentor), mentor: placesOn(listsOf.mentee) };
  return (["mentee", "mentor"] as const).flatMap((side) =>
    [...listsOf[side]]
      .sort(([a], [b]) => compareText(a, b))
      .map(([id, list]) => ({
        id,
        side,
        partners: list.map((partner) => partner.id),
        exposure: exposureOf(places[side].get(id) ?? []),
      })),
  );
}

interface Listed {
  readonly id: string;
  readonly score: number;
}

function add(lists: Map<string, Listed[]>, id: string, entry: Listed): void {
  const known = lists.get(id);
  if (known === undefined) lists.set(id, [entry]);
  else known.push(entry);
}

/** The places, from 1, that each person has on the lists of others. */
function placesOn(lists: ReadonlyMap<string, readonly Listed[]>): ReadonlyMap<string, readonly number[]> {
  const placesOf = new Map<string, number[]>();
  for (const list of lists.values()) {
    list.forEach(({ id }, at) => {
      placesOf.set(id, [...(placesOf.get(id) ?? []), at + 1]);
    });
  }
  return placesOf;
}

function exposureOf(places: readonly number[]): Exposure {
  // whole millionths, so that no order of the lists shows in the last digit
  const millionths = places.reduce((sum, place) => sum + Math.round(1_000_000 / binaryLogarithm(1 + place)), 0);
  return { lists: places.length, weight: millionths / 1_000_000 };
}

/** Binary digits behind the point of a logarithm. */
const DIGITS = 40;

/**
 * The binary logarithm of a number of at least 1, digit by digit: halving, then squaring. IEEE 754 fixes the last bit of
 * both; of `Math.log2` it is left to the engine.
 */
export function binaryLogarithm(value: number): number {
  let [rest, whole] = [value, 0];
  while (rest >= 2) {
    rest /= 2;
    whole += 1;
  }
  let [part, digit] = [0, 0.5];
  for (let place = 0; place < DIGITS; place += 1) {
    rest *= rest;
    if (rest >= 2) {
      rest /= 2;
      part += digit;
    }
    digit /= 2;
  }
  return whole + part;
}
