import { normalId, pairKey } from "../../base/ids.ts";
import { asPublic } from "../../base/public.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, issue } from "../../base/given.ts";
import { compareText } from "../../base/text.ts";
import {
  type CandidatePair,
  checkInput,
  createMatcher,
  type Criterion,
  criterion,
  defaultCriteria,
  defaultRules,
  type MatchedResult,
  type MatchInput,
  type MatchOptions,
  matchPairs,
  type MatchResult,
  type Pair,
  type PairOfIds,
  type Rule,
  rule,
} from "../../index.ts";
import {
  type BothSides,
  readFeedback,
  type ReadFeedback,
  readList,
  type TalkFeedback,
  valueOfBoth,
} from "./feedback.ts";

export interface DecideOptions extends Omit<MatchOptions, "fixes"> {
  /**
   * How the values of two sides become one: the lower of them, their mean, or the mentee's where there is one. @default "lower"
   */
  readonly both?: BothSides;
  /** How much the talk counts against all criteria of the profile together. @default 3 */
  readonly weight?: number;
  /**
   * Pairs that did not talk: `never`, or `byScore` for people who have no partner left among those they talked with. No pair
   * that talked is given up for one that did not. @default "byScore"
   */
  readonly unmet?: "never" | "byScore";
}

/** Name of the criterion that holds what was said. */
const TALK = "talk";

/**
 * The final plan after the talks.
 *
 * A rating counts `weight` times as much as the whole profile; a talk of which nobody says anything counts as its profile
 * score. A veto is a rule, `declinedAfterTalk`: nothing brings the pair back, and nothing says whose it is. Only pairs of the
 * list are chosen; who then has no partner gets one whom they have not met, unless `unmet` is `never`. Under `stable` each
 * person ranks those they talked with by their own word and the profile together, and nobody else's word counts.
 *
 * Without feedback it is `matchPairs` on the pairs of the list. A higher rating for a pair of the plan keeps it in the plan.
 * The result is for the organisers; what participants may read of it (`reasonsFor`, `letters`) is the same whatever was said.
 *
 * @param list What `shortlist` gave, or any pairs that talked
 * @throws TersineError as `matchPairs`; for the feedback FIELD_TYPE, FIELD_UNKNOWN, ID_TYPE, ID_UNKNOWN, VALUE_UNKNOWN,
 *   NUMBER_RANGE, PAIR_UNKNOWN, PAIR_DUPLICATE, FIELD_CONFLICT; WEIGHT_RANGE, OPTION_CONFLICT for the options
 *
 * @example
 * const plan = decide(input, list, [{ mentorId: "ece", menteeId: "haluk", by: "mentee", rating: 5 }]);
 */
export function decide(
  input: MatchInput,
  list: { readonly pairs: readonly PairOfIds[] },
  feedback: readonly TalkFeedback[],
  options: DecideOptions = {},
): MatchResult {
  return asPublic("decide", () => {
    const { both, weight, unmet, match } = readOptions(options);
    throwIssues(checkInput(input).issues);
    const talked = readList(list, input);
    const said = readFeedback(feedback, talked, input);
    const after = withVetoes(match, said);
    if (match.objective === "stable")
      return inWords(stableDecision(input, talked, said, { match: after, weight, unmet }), talked, new Map());
    const result = decision(input, talked, { match: withWord(after, said, both, weight), unmet });
    return inWords(result, talked, said.saidOf.size === 0 ? new Map() : profilesOf(input, result, match));
  });
}

interface ReadOptions {
  readonly both: BothSides;
  readonly weight: number;
  readonly unmet: "never" | "byScore";
  readonly match: MatchOptions;
}

const MOST_WEIGHT = 100;

function readOptions(options: DecideOptions): ReadOptions {
  if (!isRecord(options)) throwIssues([issue("FIELD_TYPE", "", "expected an object of options.")]);
  const { both = "lower", weight = 3, unmet = "byScore", ...match } = options;
  const criteria = match.criteria ?? [];
  const isNamed = Array.isArray(criteria) && criteria.some(({ name }: { readonly name?: unknown }) => name === TALK);
  throwIssues([
    ...(["lower", "mean", "menteeFirst"].includes(both)
      ? []
      : [issue("VALUE_UNKNOWN", "/both", "expected lower, mean or menteeFirst.")]),
    ...(["never", "byScore"].includes(unmet) ? [] : [issue("VALUE_UNKNOWN", "/unmet", "expected never or byScore.")]),
    ...(typeof weight === "number" && weight >= 0 && weight <= MOST_WEIGHT
      ? []
      : [issue("WEIGHT_RANGE", "/weight", `expected a number from 0 to ${MOST_WEIGHT}.`)]),
    ...(Reflect.get(match, "fixes") === undefined
      ? []
      : [issue("OPTION_CONFLICT", "/fixes", "expected no fixes: ask them of the match of the plan.")]),
    ...(isNamed
      ? [issue("FIELD_CONFLICT", "/criteria", `expected no criterion called ${TALK}: it is the word after the talk.`)]
      : []),
  ]);
  return { both, weight, unmet, match };
}

const rulesOf = ({ rules }: MatchOptions): readonly Rule[] => rules ?? defaultRules();
const criteriaOf = ({ criteria }: MatchOptions): readonly Criterion[] => criteria ?? defaultCriteria();

function withVetoes(match: MatchOptions, { vetoed }: ReadFeedback): MatchOptions {
  if (vetoed.size === 0) return match;
  const declined = rule("declinedAfterTalk", (mentor, mentee) => !vetoed.has(keyOf(mentor, mentee)), {
    because: { en: "declined after the talk", tr: "görüşmeden sonra istenmedi" },
    waivable: false,
  });
  return { ...match, rules: [...rulesOf(match), declined] };
}

function keyOf(mentor: { readonly id?: string }, mentee: { readonly id?: string }): string {
  return pairKey({ mentorId: mentor.id ?? "", menteeId: mentee.id ?? "" });
}

/** The options with what was said as a criterion, which weighs `weight` times as much as all others together. */
function withWord(match: MatchOptions, { saidOf }: ReadFeedback, both: BothSides, weight: number): MatchOptions {
  if (saidOf.size === 0 || weight === 0) return match;
  const { weights } = match;
  const own = criteriaOf(match).map((each) => {
    const known: unknown = weights?.[each.name] ?? each.weight;
    return typeof known === "number" ? known : 0;
  });
  const whole = own.reduce((sum, each) => sum + each, 0);
  const talk = criterion(TALK, (mentor, mentee) => valueOfBoth(saidOf.get(keyOf(mentor, mentee)) ?? {}, both), {
    weight: Math.round(weight * whole * 1_000_000) / 1_000_000,
    missing: "skip",
  });
  return { ...match, criteria: [...criteriaOf(match), talk] };
}

interface Decided {
  readonly match: MatchOptions;
  readonly unmet: "never" | "byScore";
}

/** The plan on the list, and who is left then with people whom they have not met. */
function decision(input: MatchInput, talked: ReadonlySet<string>, { match, unmet }: Decided): MatchResult {
  const withList = { ...match, rules: [...rulesOf(match), talkedOnly(talked, match)] };
  const onList = matchPairs(input, withList);
  if (unmet === "never") return onList;
  // minimum loads may be for people whom somebody has not met
  const talking = onList.status === "infeasible" ? matchPairs(withoutMinima(input), withList) : onList;
  if (talking.status === "infeasible") return matchPairs(input, match);
  const alone = new Set(
    talking.unmatched.flatMap(({ id, side, code }) => (code === "notThisRound" ? [] : [`${side} ${id}`])),
  );
  if (alone.size === 0 && onList.status !== "infeasible") return onList;
  const filled = filledUp(input, talking, alone, match);
  if (onList.status === "infeasible") return filled.status === "infeasible" ? matchPairs(input, match) : filled;
  return filled.status === "infeasible" || filled.pairs.length === onList.pairs.length ? onList : filled;
}

/** The pairs that talked, and beside them others for people who are alone. */
function filledUp(
  input: MatchInput,
  { pairs }: MatchedResult,
  alone: ReadonlySet<string>,
  match: MatchOptions,
): MatchResult {
  const chosen = new Set(pairs.map(pairKey));
  const rest = rule(
    "talkedFirst",
    (mentor, mentee) =>
      chosen.has(keyOf(mentor, mentee)) || alone.has(`mentor ${mentor.id}`) || alone.has(`mentee ${mentee.id}`),
    {
      because: { en: "both have a partner whom they talked with", tr: "ikisinin de süren bir eşleşmesi var" },
      waivable: false,
    },
  );
  const pins = pairs.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
  const filled = matchPairs(input, { ...match, pins, rules: [...rulesOf(match), rest] });
  if (filled.status === "infeasible") return filled;
  const pinned = new Set((match.pins ?? []).map(pairKey));
  return { ...filled, pairs: filled.pairs.map((pair) => (pinned.has(pairKey(pair)) ? pair : unpinned(pair))) };
}

function withoutMinima(input: MatchInput): MatchInput {
  return {
    ...input,
    mentors: input.mentors.map((entry) => ({ ...entry, minimumLoad: 0 })),
    mentees: input.mentees.map((entry) => ({ ...entry, minimumLoad: 0 })),
  };
}

function unpinned(pair: Pair): Pair {
  const { pinned, ...rest } = pair;
  return pinned === undefined ? pair : rest;
}

/** Refuses those who have not talked; a pin of the organisers stands all the same. */
function talkedOnly(talked: ReadonlySet<string>, { pins = [] }: MatchOptions): Rule {
  const allowed = new Set([...talked, ...pins.map(pairKey)]);
  return rule("talked", (mentor, mentee) => allowed.has(keyOf(mentor, mentee)), {
    because: { en: "the two have not talked", tr: "ikisi görüşmedi" },
    waivable: false,
  });
}

/** Deferred acceptance by what each person says: those they talked with first, in the order of their own word. */
function stableDecision(
  input: MatchInput,
  talked: ReadonlySet<string>,
  said: ReadFeedback,
  { match, weight, unmet }: Decided & { readonly weight: number },
): MatchResult {
  const onList = { ...match, rules: [...rulesOf(match), talkedOnly(talked, match)] };
  if (said.saidOf.size === 0 && unmet === "never") return matchPairs(input, onList);
  // what somebody chose before the talks is in their word now, and a score of it would tell the others
  const profile = { ...match, criteria: criteriaOf(match).filter(({ name }) => name !== "choices") };
  const lists = listsOf(createMatcher(input, profile).candidates(), talked);
  const ranked = (side: "mentor" | "mentee", { id, choices = [] }: Chooser): string[] =>
    rankedBy(lists[side].get(normalId(id)) ?? [], choices.map(normalId), (key, score) => {
      const own = said.saidOf.get(key)?.[side];
      return own === undefined ? undefined : (weight * own + score) / (weight + 1);
    });
  return matchPairs(
    {
      ...input,
      mentors: input.mentors.map((entry) => ({ ...entry, choices: ranked("mentor", entry) })),
      mentees: input.mentees.map((entry) => ({ ...entry, choices: ranked("mentee", entry) })),
    },
    { ...profile, rules: unmet === "never" ? onList.rules : rulesOf(match) },
  );
}

interface Chooser {
  readonly id: string;
  readonly choices?: readonly string[] | undefined;
}

/** Somebody whom a person talked with. */
interface Partner {
  readonly key: string;
  readonly id: string;
  /** Of the profile, from 0 to 1. */
  readonly score: number;
}

/** Whom everybody talked with, as far as rules still allow them. */
function listsOf(
  candidates: readonly CandidatePair[],
  talked: ReadonlySet<string>,
): Readonly<Record<"mentor" | "mentee", ReadonlyMap<string, readonly Partner[]>>> {
  const lists = { mentor: new Map<string, Partner[]>(), mentee: new Map<string, Partner[]>() };
  for (const pair of candidates) {
    const key = pairKey(pair);
    if (!talked.has(key)) continue;
    const score = pair.score / 1_000_000;
    add(lists.mentor, pair.mentorId, { key, id: pair.menteeId, score });
    add(lists.mentee, pair.menteeId, { key, id: pair.mentorId, score });
  }
  return lists;
}

function add(lists: Map<string, Partner[]>, id: string, partner: Partner): void {
  const known = lists.get(id);
  if (known === undefined) lists.set(id, [partner]);
  else known.push(partner);
}

/**
 * Ids in the order of a person: by their word where they gave one, else by the score; whoever gave no word at all keeps the
 * choices made before.
 */
function rankedBy(
  partners: readonly Partner[],
  choices: readonly string[],
  wordOn: (key: string, score: number) => number | undefined,
): string[] {
  const words = partners.map(({ key, score }) => wordOn(key, score));
  const isSilent = words.every((word) => word === undefined);
  const placeOf = ({ id }: Partner): number => {
    const place = isSilent ? choices.indexOf(id) : -1;
    return place < 0 ? choices.length : place;
  };
  return partners
    .map((partner, at) => ({ id: partner.id, worth: words[at] ?? partner.score, place: placeOf(partner) }))
    .sort((a, b) => a.place - b.place || b.worth - a.worth || compareText(a.id, b.id))
    .map(({ id }) => id);
}

/**
 * The result with its reasons about talks in words. What participants may read is what the profile alone says: points beside
 * it would tell whether the other one gave a rating.
 */
function inWords(result: MatchResult, talked: ReadonlySet<string>, profile: ReadonlyMap<string, Pair>): MatchResult {
  if (result.status === "infeasible") return result;
  return {
    ...result,
    pairs: result.pairs.map((pair) => ({
      ...pair,
      reasons: reasonsOf(pair, talked.has(pairKey(pair)), profile.get(pairKey(pair)) ?? pair),
    })),
  };
}

function reasonsOf({ reasons, contributions }: Pair, hasTalked: boolean, profile: Pair): Pair["reasons"] {
  const readable = new Map(
    profile.reasons.filter(({ audience }) => audience !== "organiser").map((reason) => [reason.about, reason]),
  );
  const others = reasons.filter(({ about }) => about !== TALK).map((reason) => readable.get(reason.about) ?? reason);
  const told = (en: string, tr: string): Pair["reasons"][number] => ({ about: TALK, audience: "organiser", en, tr });
  if (!hasTalked) return [...others, told("The two have not talked yet.", "İkisi henüz görüşmedi.")];
  const own = reasons.find(({ about }) => about === TALK);
  if (own === undefined) return others;
  if (contributions.some(({ criterion: name, missing }) => name === TALK && missing !== undefined)) {
    const silent = told(
      "After the talk neither said anything, so the profile counts alone.",
      "Görüşmeden sonra ikisi de bir şey belirtmedi; yalnızca profil puanı sayıldı.",
    );
    return [...others, silent];
  }
  const [en, tr] = [own.en.replace(/^talk:/u, "After the talk:"), own.tr.replace(/^talk:/u, "Görüşmeden sonra:")];
  return [...others, told(en, tr)];
}

/** The pairs of a plan as their profiles explain them. */
function profilesOf(input: MatchInput, result: MatchResult, match: MatchOptions): ReadonlyMap<string, Pair> {
  if (result.status === "infeasible") return new Map();
  const chosen = new Set(result.pairs.map(pairKey));
  const { criteria, weights, personalWeights } = match;
  const only = rule("chosen", (mentor, mentee) => chosen.has(keyOf(mentor, mentee)));
  const scored = matchPairs(withoutMinima(input), {
    rules: [only],
    ...(criteria === undefined ? {} : { criteria }),
    ...(weights === undefined ? {} : { weights }),
    ...(personalWeights === undefined ? {} : { personalWeights }),
  });
  return new Map(scored.status === "infeasible" ? [] : scored.pairs.map((pair) => [pairKey(pair), pair]));
}
