import { problem } from "../base/error.ts";
import type { Alternative, PairExplanation } from "../explain/pair-explanation.ts";
import type { MatchResult } from "../explain/result.ts";
import type { MatchInput } from "../model/schema.ts";
import { alternativesOf, explainPair, type Planned } from "./explain-pair.ts";
import { type CertainPairs, certainPairsOf } from "./certain-pairs.ts";
import { pricedPlan } from "./forcing.ts";
import { networkOf } from "./network.ts";
import type { MatchOptions } from "./options.ts";
import { type PlaceValue, placeValuesOf, type TopicValue, topicValuesOf } from "./place-values.ts";
import { type Plan, plansOf } from "./plans.ts";
import { type Pool, preparePool } from "./pool.ts";
import { resultOf } from "./result.ts";
import { solvePool } from "./solve-pool.ts";
import { type WeightRange, weightRangesOf } from "./weight-ranges.ts";

/** A prepared programme, to match and to ask about. Questions are answered for the objectives `coverage` and `score`. */
export interface Matcher {
  /** The same as `matchPairs` of the same input and options; solved once, however often it is called. */
  readonly match: () => MatchResult;
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
   * @throws TersineError ID_UNKNOWN, NUMBER_RANGE, NO_PRICES
   */
  readonly alternatives: (
    person: { readonly mentorId: string } | { readonly menteeId: string },
    count: number,
  ) => readonly Alternative[];
  /**
   * The `count` best whole plans, that of `match` first, or all if there are fewer. A plan is any set of allowed pairs that
   * keeps within the capacities and meets the minimum loads and pins: also one that leaves somebody alone who could be
   * placed. Ordered by the objective, then by the tie rule of `match`. Each is proved to be the next best.
   *
   * @throws TersineError NUMBER_RANGE; NO_PRICES as `explain`, and under quotas
   */
  readonly plans: (count: number) => readonly Plan[];
  /**
   * Which pairs of the plan every optimal plan holds, so that only data can change them and not the tie rule.
   *
   * @throws TersineError NO_PRICES as `explain`, and under quotas
   */
  readonly certainPairs: () => CertainPairs;
  /**
   * For everybody of a side, what a capacity of one more would add to the plan: people and micro-points, exactly. Most
   * first, ties by id. Never more than the person's price in the proof. O(candidate pairs) for all of them together.
   *
   * @throws TersineError VALUE_UNKNOWN; NO_PRICES as `explain`, and under quotas
   */
  readonly placeValues: (side: "mentor" | "mentee") => readonly PlaceValue[];
  /**
   * For every topic that is offered or wished, what one more place at a mentor who offers it would add: at the mentor where
   * it adds most, exactly. Most first, ties by topic; topics that nobody offers last, without a value.
   *
   * @throws TersineError NO_PRICES as `explain`, and under quotas
   */
  readonly topicValues: () => readonly TopicValue[];
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

/**
 * Reads, scores and rules a programme once, for a match and further questions about it. The input is not changed; later
 * changes of it are not seen.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function createMatcher(input: MatchInput, options?: MatchOptions): Matcher {
  const pool = preparePool(input, options);
  let result: MatchResult | undefined;
  let known: Planned | undefined;
  const match = (): MatchResult => (result ??= resultOf(pool, solvePool(pool)));
  const planned = (): Planned => (known ??= planOf(pool, match()));
  return {
    match,
    explain: (mentorId, menteeId) => explainPair(planned(), mentorId, menteeId),
    alternatives: (person, count) =>
      "mentorId" in person
        ? alternativesOf(planned(), "mentor", person.mentorId, count)
        : alternativesOf(planned(), "mentee", person.menteeId, count),
    plans: (count) => plansOf(networkOf(planned()), count),
    certainPairs: () => certainPairsOf(networkOf(planned())),
    placeValues: (side) => placeValuesOf(networkOf(planned()), side),
    topicValues: () => topicValuesOf(networkOf(planned())),
    weightRanges: () => weightRangesOf(networkOf(planned())),
  };
}

function planOf(pool: Pool, result: MatchResult): Planned {
  const { objective } = pool.options;
  const plan = objective === "coverage" || objective === "score" ? pricedPlan(pool, objective) : undefined;
  if (plan === undefined || result.status !== "optimal") {
    throw problem("NO_PRICES", "", "expected a proved plan for the objective coverage or score.");
  }
  const { mentors, mentees } = pool.program;
  const mentorIndex = new Map(mentors.map(({ id }, index) => [id, index]));
  const menteeIndex = new Map(mentees.map(({ id }, index) => [id, index]));
  const chosen = new Set(
    result.pairs.map(
      ({ mentorId, menteeId }) => (menteeIndex.get(menteeId) ?? 0) * mentors.length + (mentorIndex.get(mentorId) ?? 0),
    ),
  );
  return { pool, plan, chosen };
}
