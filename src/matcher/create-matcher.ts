import { at } from "../base/at.ts";
import { problem, TersineError } from "../base/error.ts";
import { asPublic } from "../base/public.ts";
import { drain } from "../base/steps.ts";
import type { Fix } from "../explain/fix.ts";
import type { Alternative, PairExplanation } from "../explain/pair-explanation.ts";
import type { Rematch } from "../explain/rematch.ts";
import type { ReserveList } from "../explain/reserve-list.ts";
import type { Reserves } from "../explain/reserves.ts";
import type { MatchedResult, MatchResult } from "../explain/result.ts";
import { planOf } from "../match.ts";
import type { MatchInput } from "../model/input.ts";
import type { MatchOptions } from "../plan/match-options.ts";
import type { Plan } from "../plan/plan.ts";
import { type Pool, preparePool, rowsOf } from "../plan/pool.ts";
import { readPerson } from "../rules/except-for.ts";
import type { PersonOfSide } from "../rules/rule.ts";
import { type Comparison, compareResults } from "./compare/compare.ts";
import { fixFor, planToFix } from "./fix/fix.ts";
import type { PlanToFix } from "./fix/tries.ts";
import { findPerson } from "./people.ts";
import { asNetwork, type PricedPlan, pricedPlan } from "./priced-plan.ts";
import { alternativesOf } from "./questions/pairs/alternatives.ts";
import { type CandidateTable, candidateTableOf } from "./questions/pairs/candidate-table.ts";
import { type CertainPairs, certainPairsOf } from "./questions/pairs/certain-pairs.ts";
import { explainPair } from "./questions/pairs/explain-pair.ts";
import { bestPlans, type RankedPlan } from "./questions/plans/best-plans.ts";
import { checkCount } from "./questions/count.ts";
import { checkReserveList, reserveListOf, type ReserveListOptions } from "./questions/reserves/reserve-list.ts";
import { reservesOf } from "./questions/reserves/reserves.ts";
import { type OfferValue, offerValuesOf } from "./questions/values/offer-values.ts";
import { type PlaceValue, seatValuesOf, type TopicValue, topicValuesOf } from "./questions/values/seat-values.ts";
import { type WeightRange, weightRangesOf } from "./questions/weights/weight-ranges.ts";
import type { PublishedPlan, RematchOptions } from "./rematch/options.ts";
import { rematch } from "./rematch/rematch.ts";
import type { Change } from "./what-if/change.ts";
import { changedPlan } from "./what-if/changed-plan.ts";
import { changedPool } from "./what-if/changed-pool.ts";

/** A prepared programme, to match and to ask about. Questions are answered for the objectives `coverage` and `score`. */
export interface Matcher {
  /** The same as `matchPairs` of the same input and options; solved once, however often it is called. */
  readonly match: () => MatchResult;
  /**
   * Every pair that the rules allow, with its score: by mentee id, then mentor id (under `ties` in the order of the lot).
   * O(candidate pairs), and nothing is solved.
   */
  readonly candidates: () => readonly CandidatePair[];
  /**
   * The pairs of `candidates` as typed arrays that `solveAssignment` of `tersine/solve` takes, for many of them. The
   * demands on the result (capacities, pins, quotas) are not in it.
   *
   * @example
   * const { mentees, mentors, ...edges } = createMatcher(input).candidateTable();
   * solveAssignment({ layout: "sparse", rows: mentees.length, columns: mentors.length, weightAt: edges.scoreAt, ...edges, unmatched: "last" });
   */
  readonly candidateTable: () => CandidateTable;
  /**
   * Why a mentor and a mentee are or are not paired: all rules that refuse them, or the arithmetic of their score and
   * what the pair would cost the plan.
   *
   * @throws TersineError ID_UNKNOWN; NO_PRICES if the plan has none: infeasible demands, another objective, or
   *   quotas under which it is not proved to be the best
   */
  readonly explain: (mentorId: string, menteeId: string) => PairExplanation;
  /**
   * The `count` other partners of a person whom the rules allow and who would cost the plan least.
   *
   * @throws TersineError ID_UNKNOWN, ID_TYPE, FIELD_CONFLICT for the ids of both sides; NUMBER_RANGE; NO_PRICES
   */
  readonly alternatives: (person: PersonOfSide, count: number) => readonly Alternative[];
  /**
   * The smallest change that would place somebody who is left out: data of one person that are not known, one place more at
   * one partner, one topic more offered by one mentor, two places, or one `waivable` rule that makes an exception for one
   * pair; applied and solved again, with the new pairs. Objectives without prices
   * try every change. Under quotas each change is a search like that of the match, within four times `limits.work`; what
   * quotas have to do with it is told beside.
   *
   * @throws TersineError as `alternatives` for the person; NO_PRICES if there is no plan to change because the demands cannot be met
   */
  readonly fix: (person: PersonOfSide) => Fix;
  /**
   * Who would come in if a person dropped out: exactly the people whom the best plan without them places and the present
   * one does not, with their new pairs. The person sits the round out, as with capacity 0, and their pins fall away. One
   * solve from the prices at hand.
   *
   * @throws TersineError ID_UNKNOWN; NO_PRICES if there is no plan because the demands cannot be met
   * @example
   * const { entering } = createMatcher(input).reserves({ menteeId: "ada" });
   */
  readonly reserves: (person: PersonOfSide) => Reserves;
  /**
   * Whom of a side to call, in which order, as places come free on the other side.
   *
   * The list starts from the plan. Everybody of the side whom it places keeps a place, with other partners perhaps; everybody
   * else waits until they are called. Next is the person who, called in together with one more place at one person of
   * the other side, gives the best plan: by the objective, then the smaller id of the person, then of whose place it is.
   * That place stays, and so on. So an entry is exactly a match of the programme with those places, in which those who
   * wait have capacity 0 and those placed or called a minimum load of 1.
   *
   * - For each k, the first k with their k places are together the best k people and k places.
   * - For `coverage` each plan is as good as a free match with those places: all that is held is who comes in where plans
   *   are tied. For `score` a free match may use a place to move somebody instead and call nobody.
   * - What an entry adds never rises along the list. For `coverage`, no place of `placeValues` at anybody who takes part
   *   adds more than the first.
   *
   * Who comes in if somebody placed drops out depends on who it is and has no one order: `reserves` tells it for each.
   * Nobody comes in there who is not on this list.
   *
   * Places come at people who take part, up to the largest capacity that data may have. Two searches and a solve from a
   * warm start for each entry: O(entries × candidate pairs) and what ties take.
   *
   * @throws TersineError VALUE_UNKNOWN for the side; FIELD_TYPE, FIELD_UNKNOWN, NUMBER_RANGE for the options; NO_PRICES as
   *   `explain`, and under quotas
   * @example
   * const { entries, never } = createMatcher(input).reserveList("mentee", { limit: 10 });
   */
  readonly reserveList: (side: "mentor" | "mentee", options?: ReserveListOptions) => ReserveList;
  /**
   * What the match would be if some things were different, and what differs. The programme at hand stays as it is.
   *
   * The result is the same to the byte as that of a new matcher of the changed input and options; tied pairs may move.
   * What the change does not touch is not read, scored, solved or explained again.
   *
   * @throws TersineError with what is wrong with the change (ID_UNKNOWN, ID_DUPLICATE, FIELD_UNKNOWN …), then what
   *   `createMatcher` and `match` throw for the changed programme, with paths into that
   * @example
   * const { result, comparison, matcher } = plan.whatIf({ mentors: { set: [{ id: "ada", capacity: 2 }] } });
   */
  readonly whatIf: (change: Change) => WhatIf;
  /**
   * The plan of this programme that breaks as few pairs of a published plan as the options ask for, with what stays, what
   * breaks and why, and what that costs. With unchanged data nothing moves, whatever the options. For the objectives
   * `coverage` and `score`.
   *
   * @throws TersineError OPTION_CONFLICT for another objective; PREVIOUS_UNKNOWN_ID if nobody of the published plan is
   *   registered; PAIR_CONFLICT for a locked pair that cannot stay, PIN_OVER_CAPACITY for too many of one person;
   *   LIMIT_WEIGHTS, LIMIT_WORK
   * @example
   * const { result, broken } = createMatcher(newInput).rematch(published, { maximumChanges: 2 });
   */
  readonly rematch: (previous: PublishedPlan, options?: RematchOptions) => Rematch;
  /**
   * The `count` best whole plans, that of `match` first, or all if there are fewer. A plan is any set of allowed pairs that
   * keeps within the capacities and meets the minimum loads, pins and quotas: also one that leaves somebody alone who could
   * be placed. Ordered by the objective, then, without quotas, by the tie rule of `match`. Each is proved to be the next
   * best; under quotas by two solves.
   *
   * @throws TersineError NUMBER_RANGE; NO_PRICES as `explain`; LIMIT_WORK if solves under quotas take more than ten times
   *   `limits.work`
   */
  readonly plans: (count: number) => readonly RankedPlan[];
  /**
   * Which pairs of the plan every optimal plan holds, so that only data can change them and not the tie rule. Under quotas
   * by solves, two where no other plan is as good.
   *
   * @throws TersineError NO_PRICES as `explain`; LIMIT_WORK as `plans`
   */
  readonly certainPairs: () => CertainPairs;
  /**
   * For everybody of a side, what a capacity of one more would add to the plan: people and micro-points, exactly. Most
   * first, ties by id. Never more than the person's price in the proof. O(candidate pairs) for all of them together; under
   * quotas a solve for each person whom the proof does not rule out.
   *
   * @throws TersineError VALUE_UNKNOWN; NO_PRICES as `explain`; LIMIT_WORK as `plans`; OPTION_CONFLICT if a quota that
   *   reads capacities cannot be met with one more place
   */
  readonly placeValues: (side: "mentor" | "mentee") => readonly PlaceValue[];
  /**
   * For every topic that is offered or wished, what one more place at a mentor who offers it would add: at the mentor where
   * it adds most, exactly. Most first, ties by topic; topics that nobody offers last, without a value. What one more
   * mentor offering it would add is told by `offerValues`.
   *
   * @throws TersineError as `placeValues`
   */
  readonly topicValues: () => readonly TopicValue[];
  /**
   * For every topic that is offered or wished, what one more mentor offering it would add: the mentor with places who does
   * not offer it yet and in whose list it adds most, exactly, found by solving again. Most first, ties by topic. Scores
   * everybody once for each topic.
   *
   * @throws TersineError NO_PRICES as `explain`; LIMIT_WORK if the solves take more than ten times `limits.work`
   */
  readonly offerValues: () => readonly OfferValue[];
  /**
   * For each criterion of positive weight, how far its weight can be changed, all others as they are, before another plan
   * is better, in steps of a thousandth of the weight. Both ends are proved, and a better plan is known one step beyond
   * each. Between them the plan is taken to hold: it does, but for roundings of a micro-point a pair, where scores are
   * linear in the weights. Criteria left out for want of data, personal weights and minimum scores may leave gaps.
   *
   * @throws TersineError NO_PRICES as `explain`, and under quotas; LIMIT_WEIGHTS if a ratio of weights on the way needs
   *   more digits than exact sums allow
   */
  readonly weightRanges: () => readonly WeightRange[];
}

/** A pair that the rules allow. */
export interface CandidatePair {
  readonly mentorId: string;
  readonly menteeId: string;
  /** Micro-points. */
  readonly score: number;
}

/** A changed programme. */
export interface WhatIf {
  readonly result: MatchResult;
  /** From the plan at hand to the changed one; absent unless the demands of both can be met. */
  readonly comparison?: Comparison;
  /** The changed programme, to go on from. */
  readonly matcher: Matcher;
}

/**
 * Reads, scores and rules a programme once, for a match and further questions about it. The input is not changed; later
 * changes of it are not seen.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function createMatcher(input: MatchInput, options?: MatchOptions): Matcher {
  return matcherOf(drain(preparePool(input, options)));
}

/** Plans, prices and fixes are made when a question first needs them. */
function matcherOf(pool: Pool, solved?: Plan): Matcher {
  let plan = solved;
  let priced: PricedPlan | undefined;
  let toFix: PlanToFix | undefined;
  const current = (): Plan => (plan ??= drain(planOf(pool)));
  const withPrices = (): PricedPlan => (priced ??= pricedPlan(current()));
  const fixable = (): PlanToFix => (toFix ??= planToFixOf(current()));
  return {
    match: () => current().result,
    candidates: () => candidatesOf(pool),
    candidateTable: () => candidateTableOf(pool),
    explain: (mentorId, menteeId) => explainPair(withPrices(), mentorId, menteeId),
    alternatives: (person, count) =>
      asPublic("alternatives", () => {
        const known = withPrices();
        const read = readPerson(person);
        checkCount(count);
        return alternativesOf(known, findPerson(pool, read), count);
      }),
    whatIf: (change) =>
      asPublic("whatIf", () => {
        const before = planIfAny(current);
        const after = before === undefined ? freshPlan(pool, change) : changedPlan(before, change);
        return { ...compared(before?.result, after.result), matcher: matcherOf(after.pool, after) };
      }),
    fix: (person) => asPublic("fix", () => drain(fixFor(fixable(), findPerson(pool, readPerson(person))))),
    reserves: (person) =>
      asPublic("reserves", () => {
        matchedResult(current());
        return reservesOf(current(), findPerson(pool, readPerson(person)));
      }),
    reserveList: (side, options = {}) =>
      asPublic("reserveList", () => {
        const network = asNetwork(withPrices());
        checkReserveList(side, options);
        return reserveListOf(network, matchedResult(current()), side, options);
      }),
    rematch: (previous, options = {}) => asPublic("rematch", () => rematch(pool, current().result, previous, options)),
    plans: (count) => {
      const known = withPrices();
      checkCount(count);
      return bestPlans(known, count);
    },
    certainPairs: () => certainPairsOf(withPrices()),
    placeValues: (side) => seatValuesOf(withPrices(), side),
    topicValues: () => topicValuesOf(withPrices()),
    offerValues: () => offerValuesOf(withPrices()),
    weightRanges: () => weightRangesOf(asNetwork(withPrices())),
  };
}

function candidatesOf({ program: { mentors, mentees }, graph }: Pool): readonly CandidatePair[] {
  return Array.from(rowsOf(graph), (row, edge) => ({
    mentorId: at(mentors, at(graph.columnAt, edge)).id,
    menteeId: at(mentees, row).id,
    score: at(graph.scoreAt, edge),
  }));
}

/** The plan at hand; none where its options cannot be met, which may be what is to change. */
function planIfAny(current: () => Plan): Plan | undefined {
  try {
    return current();
  } catch (error) {
    if (error instanceof TersineError) return undefined;
    throw error;
  }
}

function freshPlan(pool: Pool, change: Change): Plan {
  return drain(planOf(drain(changedPool(pool, change)).pool));
}

function compared(before: MatchResult | undefined, after: MatchResult): Pick<WhatIf, "result" | "comparison"> {
  if (before === undefined || before.status === "infeasible" || after.status === "infeasible") return { result: after };
  return { result: after, comparison: compareResults(before, after) };
}

function planToFixOf({ pool, solution: { assignment } }: Plan): PlanToFix {
  if (assignment.status === "infeasible") throw unmeetable();
  return drain(planToFix(pool, assignment));
}

function matchedResult({ result }: Plan): MatchedResult {
  if (result.status === "infeasible") throw unmeetable();
  return result;
}

function unmeetable(): Error {
  return problem("NO_PRICES", "", "expected demands that can be met together.");
}
