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

/** Lowest rank of a wish: one after the last priority. */
const LAST_RANK = 10;

/** Least common multiple of the ranks 1 to 10: what a wish counts, divided by its rank, stays whole. */
const FIRST_PRIORITY_COUNTS = 2520;

/** Least common multiple of the levels 1 to 5: credits in this part of a micro-point are whole, so only sums are rounded. */
export const CREDIT_PARTS = 60;

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
  /** `CREDIT_PARTS` of a micro-point of entry `e` of `serves` for wanted level `l`, at `e * WANTED_LEVELS + l`. */
  readonly creditAt: Int32Array;
  readonly wishes: TermLists;
  /** What each wish counts, and the level it wants; one per entry of `wishes`. */
  readonly countAt: Float64Array;
  readonly wantedAt: Uint8Array;
  /** Sum of `countAt` of each mentee, and of what the wishes count that are missing to the fewest that count. */
  readonly totalOf: Float64Array;
}

/** How topics are told apart and counted. */
export interface ListOptions {
  readonly catalogue: TopicCatalogue;
  readonly rarity: boolean;
  /** Fewest wishes that count. */
  readonly atLeast: number;
}

/** Numbers all topics of a pool. O(topics of all people), times the related topics of each. */
export function* listTopics(
  wishesOf: readonly (readonly Wish[])[],
  offersOf: readonly (readonly Offer[])[],
  { catalogue, rarity, atLeast }: ListOptions,
): Steps<PoolTopics> {
  const numbers = termNumbers();
  const factorOf = rarity ? rarityPercents(wishesOf, offersOf) : new Map<string, number>();
  const numbered = yield* mapPeople(wishesOf, (wishes) => numberWishes(wishes, factorOf, numbers.numberOf));
  const unstated = yield* mapPeople(wishesOf, (wishes) => unstatedCount(wishes, atLeast, factorOf));
  const wishes = termLists(numbered.map((list) => list.map(({ term }) => term)));
  const entries = numbered.flat();
  const countAt = Float64Array.from(entries, ({ count }) => count);
  const wantedAt = Uint8Array.from(entries, ({ wanted }) => wanted);
  const totalOf = Float64Array.from(numbered, (list, mentee) =>
    list.reduce((sum, { count }) => sum + count, unstated[mentee]!),
  );
  yield;
  const credits = yield* mapPeople(offersOf, (offers) => creditsByTerm(offers, catalogue, numbers.find));
  const serves = termLists(credits.map((list) => list.map(([term]) => term)));
  yield;
  const creditAt = Int32Array.from(credits.flat().flatMap(([, byLevel]) => byLevel));
  const servers = holdersOf(serves, numbers.count());
  return { catalogue, offersOf, wishesOf, serves, servers, creditAt, wishes, countAt, wantedAt, totalOf };
}

/** What an offer is worth to a wish for `wanted` or any level, in `CREDIT_PARTS` of a micro-point. */
function offerCredit(closeness: number, offered: number, wanted: number): number {
  return offered >= wanted ? closeness * CREDIT_PARTS : (closeness * offered * CREDIT_PARTS) / wanted;
}

/** An offer, how near it is to a wish, and its micro-points for that, rounded. */
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
  return best && { ...best, credit: roundedRatio(best.credit, CREDIT_PARTS) };
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
  const last = lastPriority(wishes);
  const numbered = wishes.map(({ key, priority, weight, wanted }) => ({
    term: numberOf(key),
    count: ((weight * FIRST_PRIORITY_COUNTS) / Math.min(priority, last + 1)) * (factorOf.get(key) ?? 1),
    wanted,
  }));
  return numbered.sort((a, b) => a.term - b.term);
}

/** The lowest priority stated; 0 if none is. */
function lastPriority(wishes: readonly Wish[]): number {
  return wishes.reduce((last, { priority }) => (priority === UNRANKED ? last : Math.max(last, priority)), 0);
}

/**
 * What the wishes count that somebody has not stated up to `atLeast`: each as the strongest one stated, at the first
 * priorities that are free, or like all others where nobody gives priorities. So naming the best wish alone counts as naming
 * others after it whom nobody covers. 0 for those without wishes, who give no information.
 */
function unstatedCount(wishes: readonly Wish[], atLeast: number, factorOf: ReadonlyMap<string, number>): number {
  if (wishes.length === 0 || wishes.length >= atLeast) return 0;
  const strongest = wishes.reduce((most, { key, weight }) => Math.max(most, weight * (factorOf.get(key) ?? 1)), 0);
  const stated = new Set(wishes.map(({ priority }) => priority));
  const isRanked = lastPriority(wishes) > 0;
  let sum = 0;
  let rank = 1;
  for (let left = atLeast - wishes.length; left > 0; left -= 1) {
    while (isRanked && stated.has(rank)) rank += 1;
    sum += (strongest * FIRST_PRIORITY_COUNTS) / Math.min(rank, LAST_RANK);
    if (isRanked) rank += 1;
  }
  return sum;
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
