import type { TersineError } from "../base/error.ts";
import type { Warning } from "../model/warning.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Audience } from "./audience.ts";
import type { Measure } from "../rules/rule.ts";
import type { Fix } from "./fix.ts";
import type { MeetingWindow } from "../score/availability/meetings.ts";
import type { Contribution } from "../score/pair-score.ts";

export type { Measure, Sentence, Warning };

/** All of it is plain data: `JSON.parse(JSON.stringify(result))` equals the result. */
export type MatchResult = MatchedResult | InfeasibleResult;

export interface MatchedResult {
  /** `optimal`: the pairs are proved to be the best. `feasible`: they meet all demands and may miss the best by `gap`. */
  readonly status: "optimal" | "feasible";
  /** For `feasible`: no choice that meets the demands is better by more than this. */
  readonly gap?: Gap;
  /** Sorted by mentee id, then mentor id. */
  readonly pairs: readonly Pair[];
  /** Everybody who registered and is in no pair, once for each side: mentees by id, then mentors by id. */
  readonly unmatched: readonly Unmatched[];
  /** Why there is no free place for those with the code `noFreePlace`; each is listed once, however many share it. */
  readonly shortages: readonly Shortage[];
  readonly totals: Totals;
  readonly proof: PairsProof | LevelsPairsProof | StablePairsProof | BoundPairsProof;
  /** One for each quota of the options, in their order; absent without any. */
  readonly quotas?: readonly QuotaCount[];
  readonly demand: readonly TopicDemand[];
  /** What rules measure by where the data decide it, in the order of the rules. */
  readonly measures: readonly Measure[];
  /** What was accepted with a doubt. */
  readonly warnings: readonly Warning[];
  readonly manifest: Manifest;
}

/** The demands, each possible alone, cannot be met together. */
export interface InfeasibleResult {
  readonly status: "infeasible";
  /** Demands that conflict: mentees' loads, mentors' loads, pins, then quotas. */
  readonly conflicts: readonly Demand[];
  /** Whether dropping any one of `conflicts` makes the rest feasible. False only for sets that take too long to reduce. */
  readonly isIrreducible: boolean;
  readonly witness: InfeasibleWitness;
  /** Those who could be in no pair whatever is demanded. */
  readonly unmatched: readonly Unmatched[];
  readonly measures: readonly Measure[];
  readonly warnings: readonly Warning[];
  readonly manifest: Manifest;
}

export interface Pair {
  readonly mentorId: string;
  readonly menteeId: string;
  /** Micro-points: a whole number from 0 to 1,000,000. */
  readonly score: number;
  /** Whether any criterion had information about the two; if not, the score only holds what its policies state. */
  readonly informed: boolean;
  /** One for each criterion; their points sum to the score exactly. */
  readonly contributions: readonly Contribution[];
  /** The contributions in words, in the same order, from the same numbers. */
  readonly reasons: readonly Reason[];
  /**
   * What the two do not have in common, of what the criteria look at: `topic`, if the mentor covers no wish of the mentee;
   * `time`, if both state when they can meet and never can. Absent if they lack neither.
   */
  readonly lacks?: readonly PairLack[];
  /** Present if the options pin the pair. */
  readonly pinned?: true;
  /** When the two can meet, the most frequent times first; empty if nobody stated availability. */
  readonly meetings: readonly MeetingWindow[];
}

export type PairLack = "time" | "topic";

export interface Reason extends Sentence {
  /** Name of the criterion or of the rule. */
  readonly about: string;
  /** Who may read it; see `reasonsFor`. */
  readonly audience: Audience;
}

/**
 * `noCandidate`: rules refuse everybody on the other side. `belowMinimumScore`: only the minimum score does.
 * `noFreePlace`: the people of a shortage have too few places for all of them, whoever gets one. `outscored`: there was
 * room, but the objective chose other pairs. `notProposed`: with `stable`, every candidate is full with partners whom they
 * rank higher. `notThisRound`: the capacity is 0.
 */
export type UnmatchedCode =
  "noCandidate" | "belowMinimumScore" | "noFreePlace" | "outscored" | "notProposed" | "notThisRound";

export interface Unmatched {
  readonly id: string;
  readonly side: "mentor" | "mentee";
  readonly code: UnmatchedCode;
  readonly reasons: readonly Reason[];
  readonly evidence: UnmatchedEvidence;
  /** What would place the person, with the option `fixes`. */
  readonly fix?: Fix;
}

export interface UnmatchedEvidence {
  /** People on the other side. */
  readonly others: number;
  /** How many of them are candidates. */
  readonly candidates: number;
  /** For each rule that refused somebody: how many, and how many no other rule refuses. */
  readonly refusals: readonly PersonRefusals[];
  /** For `noFreePlace`: the place in the result's `shortages`. */
  readonly shortage?: number;
}

/** How many pairs a rule refuses. */
export interface RefusalCount {
  readonly rule: string;
  readonly refused: number;
  /** Pairs that no other rule refuses. */
  readonly onlyByThis: number;
}

/** How many of a person's pairs a rule refuses. */
export interface PersonRefusals extends RefusalCount {
  /** Of those refused, pairs for which data of one of the two is not known: the rule does not say that they would be wrong. */
  readonly unknown: number;
}

/** People of one side who need more places than those who could be their partners have for them (Hall, 1935). */
export interface Shortage {
  readonly side: "mentor" | "mentee";
  /** Ids of the people, ascending; placed ones among them. */
  readonly ids: readonly string[];
  /** Ids of everybody with places who is a candidate of any of them, ascending. */
  readonly partners: readonly string[];
  /** Places of the partners for these people: of each the capacity, or the number of candidates if that is smaller. */
  readonly places: number;
  /** Places that the people need: the minimum load of each, at least 1. More than `places`. */
  readonly needed: number;
}

export interface Totals {
  readonly mentors: number;
  readonly mentees: number;
  readonly pairs: number;
  readonly placedMentors: number;
  readonly placedMentees: number;
  /** Sum of the pairs' scores, in micro-points. */
  readonly score: number;
  /** Pairs that the rules allow. */
  readonly candidates: number;
  /** Of all pairs of a mentor and a mentee, what each rule refuses, in the order of the rules; those that refuse none are absent. */
  readonly refusals: readonly RefusalCount[];
  /** What the objectives `fair` and `stable` give up; absent for `coverage` and `score`, which give up nothing. */
  readonly price?: ObjectivePrice;
  /** Placed people who would take more partners: mentees by id, then mentors by id. */
  readonly spare: readonly { readonly id: string; readonly side: "mentor" | "mentee"; readonly places: number }[];
}

/** Each figure is the difference to a second solve of the same pairs, which is proved as well. */
export interface ObjectivePrice {
  /** People that `coverage` places beyond those placed here; 0 for `fair`. */
  readonly people: number;
  /** Micro-points that the total score lacks: for `fair` to that of `coverage`, for `stable` to that of `score`. */
  readonly score: number;
}

/**
 * Dual prices: for every candidate pair that is not chosen, mentor's price + mentee's price >= score, with equality for
 * chosen ones (below it by the price of "each pair at most once" if both have a capacity above 1); a person with room has
 * a price of at most 0, or -placement without any partner. `verifyOptimality` of `tersine/solve` checks all of it. Pinned
 * pairs are given: they take a place of both and may have any slack, and the deficient sets count the places left.
 */
export interface PairsProof {
  readonly kind: "prices";
  /** What placing one more person is worth beside the score, in micro-points; 0 for the objective `score`. */
  readonly placement: number;
  /** Present if the objective counts one side only: the people of the other have no `-placement` and no deficient set. */
  readonly counts?: "mentors" | "mentees";
  /** In a rematch, or with `furtherPartners` or `worth`: what stands in place of the score in these relations. */
  readonly worth?: Worth;
  readonly mentors: readonly Price[];
  readonly mentees: readonly Price[];
  /** For `coverage`: people of each side who show that no more of that side can be placed. */
  readonly deficientSets?: { readonly mentors: readonly string[]; readonly mentees: readonly string[] };
}

/**
 * What a pair is worth where it is not its score: in a rematch, where keeping published pairs counts, `score × scale`, and
 * `published` more for a published pair; with `furtherPartners`, the score less `less`; with `worth`, the score and what
 * that adds. Prices, totals and bounds of the
 * proof are in this unit.
 */
export interface Worth {
  readonly scale: number;
  readonly published: number;
  /** With `furtherPartners`: micro-points that each pair is worth less than its score. */
  readonly less?: number;
  /** With the option `worth`: its name, and what the chosen pairs are worth together beside their scores. */
  readonly added?: { readonly name: string; readonly total: number };
}

export interface Price {
  readonly id: string;
  /** Micro-points; for the goals of `LevelsPairsProof`, what one partner more is worth there. */
  readonly price: number;
}

/**
 * Proof of the objective `fair`: a chain of goals (most people placed, most pairs, then for ascending scores the fewest
 * pairs of that score), each with prices that show that it cannot be met better; people who are not listed have price 0.
 * `LevelsProof` of `tersine/solve` states the relations and `verifyOptimality` checks them.
 */
export interface LevelsPairsProof {
  readonly kind: "levels";
  readonly placed: GoalPrices;
  readonly pairs: GoalPrices;
  readonly levels: readonly (GoalPrices & {
    /** Micro-points. */
    readonly score: number;
    /** Chosen pairs of that score. */
    readonly count: number;
  })[];
}

export interface GoalPrices {
  readonly mentors: readonly Price[];
  readonly mentees: readonly Price[];
}

/**
 * Proof of the objective `stable`: each person would only take a new partner ranked before the cutoff, a place in their
 * list of candidates from 0 (ranked choices first, then the higher score, then the smaller id). Every candidate pair that
 * is not chosen is at or behind a cutoff on one of its sides, so nobody can do better together.
 */
export interface StablePairsProof {
  readonly kind: "noBlockingPair";
  /** The side that makes the offers, and gets its best stable partners. */
  readonly proposer: "mentors" | "mentees";
  readonly mentors: readonly Cutoff[];
  readonly mentees: readonly Cutoff[];
}

export interface Cutoff {
  readonly id: string;
  readonly cutoff: number;
}

/** How many offer a topic and how many wish for it. */
export interface TopicSupply {
  /** The catalogue's label if it is one of the spellings, otherwise the spelling that most people use. */
  readonly topic: string;
  /** Mentors who offer it, and their capacities together. */
  readonly offeredBy: number;
  readonly places: number;
  /** Mentees who wish for it. */
  readonly wishedBy: number;
}

export interface TopicDemand extends TopicSupply {
  /** Pairs in which it is both offered and wished. */
  readonly servedIn: number;
}

/** What the best choice may have beyond the result's; people first, for `coverage`. In a rematch in the unit of `proof.worth`. */
export interface Gap {
  /** People whom a choice may place beyond those placed, counted once for each side. */
  readonly people: number;
  /** Micro-points that a choice which places at least as many may have beyond the result's total. */
  readonly score: number;
}

/** How a quota is met. */
export interface QuotaCount {
  readonly name: string;
  /** Pairs of the kind in the result; for a limit on partners, all pairs that count. */
  readonly pairs: number;
  readonly minimum: number;
  /** Most pairs; for a limit on partners the most of one person. Absent without a limit. */
  readonly maximum?: number;
}

/**
 * Proof under quotas: a search that divides all choices into cases, with prices in each that bound what it can be worth.
 * `en` and `tr` say what it shows. `verifyOptimality` of `tersine/solve` has checked the whole of it, case by case.
 */
export interface BoundPairsProof extends Sentence {
  readonly kind: "bound";
  /** Most people that any choice places; absent for the objective `score`. */
  readonly people?: number;
  /** In a rematch: what stands in place of the score here. */
  readonly worth?: Worth;
  /** Micro-points: no choice that places at least as many people as the result has a larger total. */
  readonly score: number;
  /** Cases, each with a bound that is not above `score`. */
  readonly cases: number;
  /** What one pair more or less in a quota would be worth by the first bound, in micro-points; 0 where it does not bind. */
  readonly quotas: readonly { readonly name: string; readonly price: number }[];
}

/** Something that the result must hold, and that conflicts with other demands. */
export type Demand = LoadDemand | PinDemand | QuotaDemand;

export interface QuotaDemand extends Sentence {
  readonly demand: "quota";
  readonly name: string;
  readonly minimum: number;
  readonly maximum?: number;
}

export interface LoadDemand extends Sentence {
  readonly demand: "minimumLoad";
  readonly side: "mentor" | "mentee";
  readonly id: string;
  readonly minimum: number;
}

export interface PinDemand extends Sentence {
  readonly demand: "pin";
  readonly mentorId: string;
  readonly menteeId: string;
}

/** People who need more partners than there are for them, pins set aside; `verifyOptimality` has counted them. */
export interface InfeasibleWitness extends Sentence {
  readonly side: "mentor" | "mentee";
  readonly ids: readonly string[];
  /** Present where a quota is what cannot be met: then `needed` and `available` count its pairs. */
  readonly quota?: string;
  /** Partners that the demands ask for these people. */
  readonly needed: number;
  /** Places that there are for them, less than `needed`. */
  readonly available: number;
}

/** What the result was made from: the same input, options and version give the same bytes. */
export interface Manifest {
  readonly version: string;
  readonly input: {
    /** Of the canonical input, which does not depend on the order in which anything was written. */
    readonly sha256: string;
    readonly people: number;
    readonly mentors: number;
    readonly mentees: number;
  };
  readonly options: {
    readonly objective: string;
    /** For `stable`. */
    readonly proposer?: "mentors" | "mentees";
    readonly criteria: readonly ManifestPart[];
    readonly rules: readonly ManifestPart[];
    readonly quotas?: readonly ManifestPart[];
    readonly limits: { readonly pairs: number; readonly work?: number };
    /** Present if `coverage` counts one side only. */
    readonly coverage?: "mentors" | "mentees";
    readonly furtherPartners?: { readonly atLeast: number };
    /** Present if pairs are worth something beside their scores. */
    readonly worth?: ManifestPart;
    /** Present if ties are decided by lot. */
    readonly ties?: { readonly lot: string };
    /** Present if fixes were asked for. */
    readonly fixes?: true;
    /** By mentee id, then mentor id. */
    readonly pins?: readonly { readonly mentorId: string; readonly menteeId: string }[];
    readonly personalWeights?: { readonly min: number; readonly max: number };
  };
  /** Present for a rematch: what it was asked for, and the SHA-256 of the published pairs, sorted. */
  readonly rematch?: {
    readonly published: string;
    readonly stability?: number | "first";
    /** `null` stands for no limit. */
    readonly maximumChanges?: number | null;
    readonly locked?: "all" | readonly { readonly mentorId: string; readonly menteeId: string }[];
  };
  /** Present for groups: what they are made of, and what judges them beside the options above. */
  readonly groups?: {
    /** The least and the most people of a group; `circle` for circles only. */
    readonly of: Readonly<Partial<Record<"circle", Bounds>>> & Readonly<Record<"mentors" | "mentees", Bounds>>;
    /** Whether the criteria of pairs count. */
    readonly judgesPairs: boolean;
    readonly joint: readonly ManifestPart[];
    readonly limits: { readonly columns?: number; readonly work?: number };
  };
  /** SHA-256 of the time zone offsets that hold in the period; absent if nobody stated availability. */
  readonly zones?: string;
}

type Bounds = readonly [from: number, to: number];

export interface ManifestPart {
  readonly name: string;
  readonly weight?: number;
  readonly missing?: "skip" | "zero" | number;
  readonly version?: string;
  /** Present if a function of the caller's decides: `replay` takes the same one. */
  readonly own?: true;
  /** The caller's further options as given; "function" in place of what holds functions. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What `safeMatchPairs` returns instead of throwing. */
export type SafeMatchResult =
  { readonly success: true; readonly data: MatchResult } | { readonly success: false; readonly error: TersineError };
