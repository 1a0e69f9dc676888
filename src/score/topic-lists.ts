import { compareText } from "../base/text.ts";
import type { MenteeProfile, MentorProfile, Pool } from "./criterion.ts";
import { roundedRatio } from "./micro-points.ts";
import { type Holders, holdersOf, type TermLists, termLists, termNumbers } from "./terms.ts";
import type { TopicSpace } from "./topic-space.ts";

/** Number of levels of a topic, counted from 1. */
export const LEVELS = 5;

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
  readonly priority?: number;
  readonly weight: number;
  /** 0 for any level. */
  readonly wanted: number;
  readonly indispensable: boolean;
}

/** The topics of a pool as numbers. Terms are the topics that somebody wishes for. */
export interface PoolTopics {
  readonly space: TopicSpace;
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

export interface ReadOptions {
  readonly unstatedLevel: number;
  readonly rarity: boolean;
}

/** Reads all topics of a pool. O(topics of all people), times the related topics of each. */
export function readTopics(pool: Pool, space: TopicSpace, { unstatedLevel, rarity }: ReadOptions): PoolTopics {
  const offersOf = pool.mentors.map((mentor) => readOffers(mentor, space, unstatedLevel));
  const wishesOf = pool.mentees.map((mentee) => readWishes(mentee, space));
  const numbers = termNumbers();
  const factorOf = rarity ? rarityPercents(offersOf, wishesOf) : new Map<string, number>();
  const numbered = wishesOf.map((wishes) => numberWishes(wishes, factorOf, numbers.numberOf));
  const wishes = termLists(numbered.map((list) => list.map(({ term }) => term)));
  const countAt = Float64Array.from(numbered.flatMap((list) => list.map(({ count }) => count)));
  const wantedAt = Uint8Array.from(numbered.flatMap((list) => list.map(({ wanted }) => wanted)));
  const totalOf = Float64Array.from(numbered, (list) => list.reduce((sum, { count }) => sum + count, 0));
  const credits = offersOf.map((offers) => creditsByTerm(offers, space, numbers.find));
  const serves = termLists(credits.map((list) => list.map(([term]) => term)));
  const creditAt = Int32Array.from(credits.flatMap((list) => list.flatMap(([, byLevel]) => byLevel)));
  const servers = holdersOf(serves, numbers.count());
  return { space, offersOf, wishesOf, serves, servers, creditAt, wishes, countAt, wantedAt, totalOf };
}

/** Micro-points that an offer is worth to a wish for `wanted` or any level. */
export function offerCredit(closeness: number, offered: number, wanted: number): number {
  return offered >= wanted ? closeness : Math.round((closeness * offered) / wanted);
}

/** Micro-points of the best that a mentor has for one wish. */
export function wishCredit({ space, offersOf }: PoolTopics, mentor: number, wish: Wish): number {
  let best = 0;
  for (const offer of offersOf[mentor]!) best = Math.max(best, creditOf(space, offer, wish));
  return best;
}

/** The offer that serves a wish best, the first by spelling among equals. Expects at least one offer. */
export function bestOffer({ space }: PoolTopics, offers: readonly Offer[], wish: Wish): Offer {
  return offers.reduce((best, offer) => (creditOf(space, offer, wish) > creditOf(space, best, wish) ? offer : best));
}

function creditOf(space: TopicSpace, offer: Offer, wish: Wish): number {
  const related = space.serves(offer.key).find(({ key }) => key === wish.key);
  return related === undefined ? 0 : offerCredit(related.closeness, offer.level, wish.wanted);
}

/** A mentor's topics, each once with its highest level, ordered by spelling. */
function readOffers(mentor: MentorProfile, space: TopicSpace, unstatedLevel: number): Offer[] {
  const offers = new Map<string, Offer>();
  for (const entry of mentor.teaches ?? []) {
    const { topic, level = unstatedLevel } = typeof entry === "string" ? { topic: entry } : entry;
    const key = space.keyOf(topic);
    const known = offers.get(key);
    if (known === undefined) offers.set(key, { key, topic, level });
    else offers.set(key, { key, topic: earlier(known.topic, topic), level: Math.max(known.level, level) });
  }
  return [...offers.values()].sort((a, b) => compareText(a.topic, b.topic));
}

/** A mentee's topics, each once with the strongest of its wishes, ordered by priority, then spelling. */
function readWishes(mentee: MenteeProfile, space: TopicSpace): Wish[] {
  const wishes = new Map<string, Wish>();
  for (const entry of mentee.learns ?? []) {
    const stated = typeof entry === "string" ? { topic: entry } : entry;
    const key = space.keyOf(stated.topic);
    const { topic, priority, weight = 1, level = 0, indispensable = false } = stated;
    const ranked = priority === undefined ? {} : { priority };
    const wish: Wish = { key, topic, ...ranked, weight, wanted: level, indispensable };
    const known = wishes.get(key);
    wishes.set(key, known === undefined ? wish : strongerWish(known, wish));
  }
  return [...wishes.values()].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a.topic, b.topic));
}

function strongerWish(a: Wish, b: Wish): Wish {
  const priority = Math.min(rankOf(a), rankOf(b));
  return {
    key: a.key,
    topic: earlier(a.topic, b.topic),
    ...(priority === UNRANKED ? {} : { priority }),
    weight: Math.max(a.weight, b.weight),
    wanted: Math.max(a.wanted, b.wanted),
    indispensable: a.indispensable || b.indispensable,
  };
}

/** Sorts after every priority. */
const UNRANKED = 1_000;

function rankOf({ priority }: Wish): number {
  return priority ?? UNRANKED;
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
  offersOf: readonly (readonly Offer[])[],
  wishesOf: readonly (readonly Wish[])[],
): Map<string, number> {
  const offering = new Map<string, number>();
  for (const { key } of offersOf.flat()) offering.set(key, (offering.get(key) ?? 0) + 1);
  const wanting = new Map<string, number>();
  for (const { key } of wishesOf.flat()) wanting.set(key, (wanting.get(key) ?? 0) + 1);
  const percents = new Map<string, number>();
  for (const [key, count] of wanting)
    percents.set(key, 100 + roundedRatio(100 * count, count + (offering.get(key) ?? 0)));
  return percents;
}

function numberWishes(
  wishes: readonly Wish[],
  factorOf: ReadonlyMap<string, number>,
  numberOf: (key: string) => number,
): NumberedWish[] {
  const last = wishes.reduce((lowest, { priority = 0 }) => Math.max(lowest, priority), 0);
  const numbered = wishes.map(({ key, priority = last + 1, weight, wanted }) => ({
    term: numberOf(key),
    count: ((weight * FIRST_PRIORITY_COUNTS) / priority) * (factorOf.get(key) ?? 1),
    wanted,
  }));
  return numbered.sort((a, b) => a.term - b.term);
}

/** The terms that a mentor serves, ascending, each with its credit for every wanted level. */
function creditsByTerm(
  offers: readonly Offer[],
  space: TopicSpace,
  find: (key: string) => number | undefined,
): [term: number, byLevel: number[]][] {
  const credits = new Map<number, number[]>();
  for (const { key, level } of offers) {
    for (const related of space.serves(key)) {
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
