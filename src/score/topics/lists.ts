import { mapPeople, type Steps } from "../../base/steps.ts";
import { compareText } from "../../base/text.ts";
import type { MenteeProfile, MentorProfile } from "../criterion-of.ts";
import { roundedRatio } from "../micro-points.ts";
import { type Holders, holdersOf, type TermLists, termLists, termNumbers } from "../terms.ts";
import type { TopicCatalogue } from "./catalogue.ts";

/** Number of levels of a topic, counted from 1. */
export const LEVELS = 5;

/** Priority of a wish that states none; sorts after every other. */
export const UNRANKED = 1_000;

/** Number of values that a wanted level takes: 0 stands for "any". */
export const WANTED_LEVELS = LEVELS + 1;

/** Least common multiple of the priorities 1 to 10: what a wish counts, divided by its priority, stays whole. */
const FIRST_PRIORITY_COUNTS = 2520;

/** One topic of a mentor. */
export interface Offer {
  readonly key: string;
  /** In the mentor's spelling. */
  readonly topic: string;
  readonly level: number;
}

/** One topic of a mentee. */
export interface Wish {
  readonly key: string;
  /** In the mentee's spelling. */
  readonly topic: string;
  /** `UNRANKED` if none is stated. */
  readonly priority: number;
  readonly weight: number;
  /** 0 for any level. */
  readonly wanted: number;
  readonly indispensable: boolean;
}

/** The topics of a pool as numbers. Terms are the topics that somebody wishes for. */
export interface PoolTopics {
  readonly catalogue: TopicCatalogue;
  readonly offersOf: readonly (readonly Offer[])[];
  /** In order of priority. */
  readonly wishesOf: readonly (readonly Wish[])[];
  /** Terms that each mentor serves, by the topic itself or by a related one. */
  readonly serves: TermLists;
  readonly servers: Holders;
  /** Micro-points of entry `e` of `serves` for wanted level `l`, at `e * WANTED_LEVELS + l`. */
  readonly creditAt: Int32Array;
  readonly wishes: TermLists;
  /** What each wish counts, and the level it wants; one per entry of `wishes`. */
  readonly countAt: Float64Array;
  readonly wantedAt: Uint8Array;
  /** Sum of `countAt` of each mentee. */
  readonly totalOf: Float64Array;
}

/** Numbers all topics of a pool. O(topics of all people), times the related topics of each. */
export function* listTopics(
  wishesOf: readonly (readonly Wish[])[],
  offersOf: readonly (readonly Offer[])[],
  catalogue: TopicCatalogue,
  rarity: boolean,
): Steps<PoolTopics> {
  const numbers = termNumbers();
  const factorOf = rarity ? rarityPercents(wishesOf, offersOf) : new Map<string, number>();
  const numbered = yield* mapPeople(wishesOf, (wishes) => numberWishes(wishes, factorOf, numbers.numberOf));
  const wishes = termLists(numbered.map((list) => list.map(({ term }) => term)));
  const entries = numbered.flat();
  const countAt = Float64Array.from(entries, ({ count }) => count);
  const wantedAt = Uint8Array.from(entries, ({ wanted }) => wanted);
  const totalOf = Float64Array.from(numbered, (list) => list.reduce((sum, { count }) => sum + count, 0));
  yield;
  const credits = yield* mapPeople(offersOf, (offers) => creditsByTerm(offers, catalogue, numbers.find));
  const serves = termLists(credits.map((list) => list.map(([term]) => term)));
  yield;
  const creditAt = Int32Array.from(credits.flat().flatMap(([, byLevel]) => byLevel));
  const servers = holdersOf(serves, numbers.count());
  return { catalogue, offersOf, wishesOf, serves, servers, creditAt, wishes, countAt, wantedAt, totalOf };
}

/** Micro-points that an offer is worth to a wish for `wanted` or any level. */
function offerCredit(closeness: number, offered: number, wanted: number): number {
  return offered >= wanted ? closeness : Math.round((closeness * offered) / wanted);
}

/** An offer, how near it is to a wish, and its micro-points for that. */
interface BestOffer extends Offer {
  readonly closeness: number;
  readonly credit: number;
}

/** The offer that serves a wish best, the first by spelling among equals; nothing if none does. */
export function bestOffer({ catalogue, offersOf }: PoolTopics, wish: Wish, mentor: number): BestOffer | undefined {
  let best: BestOffer | undefined;
  for (const { key, topic, level } of offersOf[mentor]!) {
    const related = catalogue.serves(key).find((served) => served.key === wish.key);
    if (related === undefined) continue;
    const { closeness } = related;
    const credit = offerCredit(closeness, level, wish.wanted);
    if (credit > (best?.credit ?? 0)) best = { key, topic, level, closeness, credit };
  }
  return best;
}

/** A mentor's topics, each once with its highest level, ordered by spelling. */
export function readOffers(mentor: MentorProfile, catalogue: TopicCatalogue, unstatedLevel: number): Offer[] {
  const offers = new Map<string, Offer>();
  for (const entry of mentor.teaches ?? []) {
    const { topic, level = unstatedLevel } = typeof entry === "string" ? { topic: entry } : entry;
    const key = catalogue.keyOf(topic);
    const known = offers.get(key) ?? { topic, level };
    offers.set(key, { key, topic: earlier(known.topic, topic), level: Math.max(known.level, level) });
  }
  return [...offers.values()].sort((a, b) => compareText(a.topic, b.topic));
}

/** A mentee's topics, each once with the strongest of its wishes, ordered by priority, then spelling. */
export function readWishes(mentee: MenteeProfile, catalogue: TopicCatalogue): Wish[] {
  const wishes = new Map<string, Wish>();
  for (const entry of mentee.learns ?? []) {
    const stated = typeof entry === "string" ? { topic: entry } : entry;
    const key = catalogue.keyOf(stated.topic);
    const { topic, priority = UNRANKED, weight = 1, level = 0, indispensable = false } = stated;
    const wish: Wish = { key, topic, priority, weight, wanted: level, indispensable };
    const known = wishes.get(key);
    wishes.set(key, known === undefined ? wish : strongerWish(known, wish));
  }
  return [...wishes.values()].sort((a, b) => a.priority - b.priority || compareText(a.topic, b.topic));
}

function strongerWish(a: Wish, b: Wish): Wish {
  return {
    key: a.key,
    topic: earlier(a.topic, b.topic),
    priority: Math.min(a.priority, b.priority),
    weight: Math.max(a.weight, b.weight),
    wanted: Math.max(a.wanted, b.wanted),
    indispensable: a.indispensable || b.indispensable,
  };
}

/** The one of two spellings that sorts first, so that the order of the entries does not show. */
function earlier(a: string, b: string): string {
  return compareText(a, b) <= 0 ? a : b;
}

interface NumberedWish {
  readonly term: number;
  readonly count: number;
  readonly wanted: number;
}

/** 100 for a topic in plenty, up to 200 for one that many want and few offer: 100 + 100 · wanting ÷ (wanting + offering). */
function rarityPercents(
  wishesOf: readonly (readonly Wish[])[],
  offersOf: readonly (readonly Offer[])[],
): Map<string, number> {
  const offering = tally(offersOf);
  const wanting = tally(wishesOf);
  const percents = new Map<string, number>();
  for (const [key, count] of wanting)
    percents.set(key, 100 + roundedRatio(100 * count, count + (offering.get(key) ?? 0)));
  return percents;
}

/** How many lists hold each key. */
function tally(lists: readonly (readonly { readonly key: string }[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of lists.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function numberWishes(
  wishes: readonly Wish[],
  factorOf: ReadonlyMap<string, number>,
  numberOf: (key: string) => number,
): NumberedWish[] {
  const last = wishes.reduce(
    (lowest, { priority }) => (priority === UNRANKED ? lowest : Math.max(lowest, priority)),
    0,
  );
  const numbered = wishes.map(({ key, priority, weight, wanted }) => ({
    term: numberOf(key),
    count: ((weight * FIRST_PRIORITY_COUNTS) / Math.min(priority, last + 1)) * (factorOf.get(key) ?? 1),
    wanted,
  }));
  return numbered.sort((a, b) => a.term - b.term);
}

/** The terms that a mentor serves, ascending, each with its credit for every wanted level. */
function creditsByTerm(
  offers: readonly Offer[],
  catalogue: TopicCatalogue,
  find: (key: string) => number | undefined,
): [term: number, byLevel: number[]][] {
  const credits = new Map<number, number[]>();
  for (const { key, level } of offers) {
    for (const related of catalogue.serves(key)) {
      const term = find(related.key);
      if (term === undefined) continue;
      const best = credits.get(term) ?? new Array<number>(WANTED_LEVELS).fill(0);
      for (const [wanted, credit] of best.entries()) {
        best[wanted] = Math.max(credit, offerCredit(related.closeness, level, wanted));
      }
      credits.set(term, best);
    }
  }
  return [...credits].sort(([a], [b]) => a - b);
}
