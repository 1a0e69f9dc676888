import { normalId, pairKey } from "../base/ids.ts";
import { asPublic } from "../base/public.ts";
import { compareText } from "../base/text.ts";
import {
  type CandidatePair,
  createMatcher,
  type InfeasibleResult,
  type MatchedResult,
  type MatchInput,
  type MatchResult,
  type Pair,
  type PairOfIds,
} from "../index.ts";
import { type Fewer, fewerTalks, type FavouriteMissing, missingFavourites } from "./fewer.ts";
import { type Bounds, canMeet, leastShortage } from "./least-shortage.ts";
import { type ReadTalks, readTalks, type ShortlistOptions } from "./options.ts";
import { type PersonTalks, talksOfPeople } from "./order.ts";
import { type Floors, loweredTo, participants, withTalks } from "./loads.ts";

/** Who talks with whom before pairs are fixed; or, where hard numbers cannot be kept, what conflicts. */
export type Shortlist = FoundShortlist | InfeasibleResult;

/** A result of `matchPairs` whose pairs are talks, with what concerns talks beside. */
export interface FoundShortlist extends Omit<MatchedResult, "pairs"> {
  /** Sorted by mentee id, then mentor id. */
  readonly pairs: readonly Talk[];
  /** What was asked for. */
  readonly talks: {
    readonly mentees: readonly [fewest: number, most: number];
    readonly mentors: readonly [fewest: number, most: number];
  };
  /** Everybody's talks in order: mentees by id, then mentors by id. */
  readonly people: readonly PersonTalks[];
  /** Everybody who takes part and has fewer talks than the fewest asked for, with the reason. */
  readonly fewer: readonly Fewer[];
  /**
   * Whether it is proved that no list leaves fewer people without a first talk, nor without a second one, and so on. Under
   * quotas and `spread` only if nothing gave way.
   */
  readonly isLeastShortage: boolean;
  /** With `favourite`: mentees with choices of whom none is on the list. */
  readonly favouritesMissing?: readonly FavouriteMissing[];
}

/** A pair that is to talk. */
export type Talk = Pair & {
  /** Present, with the option `favourite`, if the mentor is one of the mentee's `choices`. */
  readonly favourite?: true;
};

/**
 * A short list for everybody of whom to talk with before pairs are fixed: the exact best choice of talks within the numbers
 * of talks of both sides (a b-matching), proved as `matchPairs` proves pairs.
 *
 * First nobody is without a talk who could have one; then as few as possible have fewer talks than asked for, a first talk
 * for all before a second for some; then, with `favourite`, most mentees have one of their choices; then the total score is
 * the best. Numbers of talks take the place of `capacity` and `minimumLoad`, except that a capacity of 0 still means to sit
 * the round out. All rules, criteria, pins and quotas count as in a match.
 *
 * A second solve is needed only where the numbers cannot be kept or a favourite is missing.
 *
 * @throws TersineError as `matchPairs`; FIELD_TYPE, FIELD_UNKNOWN, NUMBER_RANGE, LOAD_RANGE, OPTION_CONFLICT for the options
 *
 * @example
 * const list = shortlist(input, { talks: { mentees: 3, mentors: [2, 4] } });
 */
export function shortlist(input: MatchInput, options: ShortlistOptions = {}): Shortlist {
  return asPublic("shortlist", () => {
    const asked = readTalks(options);
    const matcher = createMatcher(withTalks(input, asked), asked.match);
    if (asked.isHard) {
      const result = matcher.match();
      if (result.status === "infeasible") return result;
    }
    const candidates = takingPart(matcher.candidates(), input, asked);
    const wishes = asked.favourite ? choicesOf(input) : new Map<string, ReadonlySet<string>>();
    const known = { input, asked, candidates, wishes };
    // a match that cannot keep its numbers would first look for what conflicts, which takes longer than the list
    const result = areNumbersMet(known) ? matcher.match() : undefined;
    if (result === undefined || result.status === "infeasible" || lacksFavourite(result, known))
      return compromise(known);
    return listed(result, known, { favourites: [], isLeast: true });
  });
}

/** Pairs of people who do not sit the round out, by mentee id, then mentor id. */
function takingPart(pairs: readonly CandidatePair[], { mentees, mentors }: MatchInput, { match }: ReadTalks) {
  const [out, others] = [mentees, mentors].map(
    (side: readonly { readonly id: string; readonly capacity?: number | undefined }[]) =>
      new Set(side.filter(({ capacity }) => capacity === 0).map(({ id }) => normalId(id))),
  );
  const isAll = (out?.size ?? 0) + (others?.size ?? 0) === 0;
  const taking = isAll
    ? pairs
    : pairs.filter(({ menteeId, mentorId }) => out?.has(menteeId) !== true && others?.has(mentorId) !== true);
  if (match.ties === undefined) return taking;
  return [...taking].sort((a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId));
}

/** What a list is made from. */
interface Known {
  readonly input: MatchInput;
  readonly asked: ReadTalks;
  /** Pairs that the rules allow, of people who do not sit the round out. */
  readonly candidates: readonly CandidatePair[];
  /** Mentors whom each mentee chose; empty unless favourites are asked for. */
  readonly wishes: ReadonlyMap<string, ReadonlySet<string>>;
}

function choicesOf({ mentees }: MatchInput): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    mentees.flatMap(({ id, choices = [] }) =>
      choices.length === 0 ? [] : [[normalId(id), new Set(choices.map(normalId))] as const],
    ),
  );
}

const isFavourite = ({ wishes }: Pick<Known, "wishes">, { mentorId, menteeId }: PairOfIds): boolean =>
  wishes.get(menteeId)?.has(mentorId) === true;

/** Whether somebody who could talk with one of their choices does not. */
function lacksFavourite({ pairs }: MatchedResult, known: Known): boolean {
  const having = new Set(pairs.filter((pair) => isFavourite(known, pair)).map(({ menteeId }) => menteeId));
  return known.candidates.some((pair) => isFavourite(known, pair) && !having.has(pair.menteeId));
}

/** The list where not all that is asked for can be had. */
function compromise(known: Known): Shortlist {
  const { floors, favourites } = leastDemands(known);
  const best = matchWith(known, floors, favourites);
  if (best.status !== "infeasible") return listed(best, known, { favourites, isLeast: true });
  // only quotas get here: they are no part of the network, so favourites give way, and then numbers of talks, level by level
  const most = Math.max(known.asked.mentees[0], known.asked.mentors[0]);
  for (let level = most; level >= 0; level -= 1) {
    const result = matchWith(known, loweredTo(level, floors), []);
    if (result.status !== "infeasible") return listed(result, known, { favourites: [], isLeast: false });
    if (level === 0) return result;
  }
  return best;
}

function matchWith({ input, asked }: Known, floors: Floors, favourites: readonly PairOfIds[]): MatchResult {
  const pins = [...(asked.match.pins ?? []), ...favourites];
  const match = pins.length === 0 ? asked.match : { ...asked.match, pins };
  return createMatcher(withTalks(input, asked, floors), match).match();
}

function areNumbersMet({ input, asked, candidates }: Known): boolean {
  const [mentees, mentors] = [sideOf(input, "mentees"), sideOf(input, "mentors")];
  const bounds = (side: "mentees" | "mentors", { ids }: SideIndex): Bounds => ({
    fewest: new Int32Array(ids.length).fill(asked[side][0]),
    most: new Int32Array(ids.length).fill(asked[side][1]),
  });
  const rowAt = Int32Array.from(candidates, ({ menteeId }) => mentees.indexOf.get(menteeId) ?? -1);
  const columnAt = Int32Array.from(candidates, ({ mentorId }) => mentors.indexOf.get(mentorId) ?? -1);
  return canMeet({ rowAt, columnAt }, bounds("mentees", mentees), bounds("mentors", mentors));
}

/** Numbers of talks that can be had together, and the favourites to go with them. */
function leastDemands(known: Known): { readonly floors: Floors; readonly favourites: readonly PairOfIds[] } {
  const { input, asked, candidates } = known;
  const pins = new Set((asked.match.pins ?? []).map(pairKey));
  const isPinned = (pair: PairOfIds): boolean => pins.size > 0 && pins.has(pairKey(pair));
  const given = candidates.filter(isPinned);
  const served = new Set(given.filter((pair) => isFavourite(known, pair)).map(({ menteeId }) => menteeId));
  const [mentees, mentors] = [sideOf(input, "mentees"), sideOf(input, "mentors")];
  const free = candidates
    .filter((pair) => !isPinned(pair))
    .map(({ menteeId, mentorId, score }) => ({
      menteeId,
      mentorId,
      score,
      row: mentees.indexOf.get(menteeId) ?? -1,
      column: mentors.indexOf.get(mentorId) ?? -1,
      isFavourite: isFavourite(known, { menteeId, mentorId }) && !served.has(menteeId),
    }));
  const { chosen } = leastShortage(
    free,
    boundsOf(mentees, "mentees", given, asked),
    boundsOf(mentors, "mentors", given, asked),
  );
  const talks = chosen.flatMap((place) => free[place] ?? []);
  return { floors: floorsOf([...given, ...talks], asked), favourites: oneFavourite(talks) };
}

/** Those of a side who take part. */
interface SideIndex {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

function sideOf(input: MatchInput, side: "mentees" | "mentors"): SideIndex {
  const ids = participants(input[side]);
  return { ids, indexOf: new Map(ids.map((id, index) => [id, index])) };
}

/** Bounds of the talks that are not pinned. With `coverage` a first talk is asked for in any case. */
function boundsOf(
  { ids }: SideIndex,
  side: "mentees" | "mentors",
  given: readonly PairOfIds[],
  asked: ReadTalks,
): Bounds {
  const [fewest, most] = asked[side];
  const { objective = "coverage", coverage = "both" } = asked.match;
  const counts = objective === "coverage" && (coverage === "both" || coverage === side);
  const least = counts ? Math.max(1, fewest) : fewest;
  const held = new Map<string, number>();
  for (const { mentorId, menteeId } of given) {
    const id = side === "mentees" ? menteeId : mentorId;
    held.set(id, (held.get(id) ?? 0) + 1);
  }
  const left = (bound: number): Int32Array => Int32Array.from(ids, (id) => Math.max(0, bound - (held.get(id) ?? 0)));
  return { fewest: left(least), most: left(most) };
}

/** What everybody has of what they should have. */
function floorsOf(talks: readonly PairOfIds[], asked: ReadTalks): Floors {
  const floors = { mentees: new Map<string, number>(), mentors: new Map<string, number>() };
  const count = (side: "mentees" | "mentors", id: string): void => {
    floors[side].set(id, Math.min(asked[side][0], (floors[side].get(id) ?? 0) + 1));
  };
  for (const { mentorId, menteeId } of talks) {
    count("mentees", menteeId);
    count("mentors", mentorId);
  }
  return floors;
}

/** One favourite talk of each mentee who has some. */
function oneFavourite(talks: readonly (PairOfIds & { readonly isFavourite: boolean })[]): readonly PairOfIds[] {
  const first = new Map<string, PairOfIds>();
  for (const { mentorId, menteeId, isFavourite: isOne } of talks)
    if (isOne && !first.has(menteeId)) first.set(menteeId, { mentorId, menteeId });
  return [...first.values()];
}

/** The result as a list of talks. */
function listed(
  result: MatchedResult,
  known: Known,
  { favourites, isLeast }: { readonly favourites: readonly PairOfIds[]; readonly isLeast: boolean },
): FoundShortlist {
  const { asked } = known;
  const pinned = new Set((asked.match.pins ?? []).map(pairKey));
  const held = new Set(favourites.map(pairKey).filter((key) => !pinned.has(key)));
  const pairs = result.pairs.map((pair): Talk => {
    const { pinned: mark, ...rest } = pair;
    const own = mark === undefined || held.has(pairKey(pair)) ? rest : { ...rest, pinned: mark };
    return isFavourite(known, pair) ? { ...own, favourite: true } : own;
  });
  const people = talksOfPeople(result);
  return {
    ...result,
    pairs,
    talks: { mentees: asked.mentees, mentors: asked.mentors },
    people,
    fewer: fewerTalks(people, known),
    isLeastShortage: isLeast && result.status === "optimal",
    ...(asked.favourite ? { favouritesMissing: missingFavourites(pairs, known) } : {}),
  };
}

/** Whether a list was found. */
export function isFound(list: MatchResult | Shortlist): list is FoundShortlist {
  return list.status !== "infeasible" && "people" in list;
}
