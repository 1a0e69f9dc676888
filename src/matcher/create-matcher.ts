import { problem } from "../base/error.ts";
import type { Alternative, PairExplanation } from "../explain/pair-explanation.ts";
import type { Rematch } from "../explain/rematch.ts";
import type { MatchResult } from "../explain/result.ts";
import type { MatchInput } from "../model/schema.ts";
import type { Change } from "./change.ts";
import { changedPool } from "./changed-pool.ts";
import { type Comparison, compareResults } from "./compare.ts";
import { alternativesOf, explainPair, type Planned } from "./explain-pair.ts";
import { pricedPlan } from "./forcing.ts";
import type { MatchOptions } from "./options.ts";
import { continuedPlan, type Plan, planOf } from "./plan.ts";
import { type Pool, preparePool } from "./pool.ts";
import { rematch } from "./rematch.ts";
import type { PublishedPlan, RematchOptions } from "./rematch-options.ts";

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
  return matcherOf(preparePool(input, options));
}

function matcherOf(pool: Pool, solved?: Plan): Matcher {
  let plan = solved;
  let known: Planned | undefined;
  const current = (): Plan => (plan ??= planOf(pool));
  const planned = (): Planned => (known ??= pricedPlanOf(current()));
  return {
    match: () => current().result,
    explain: (mentorId, menteeId) => explainPair(planned(), mentorId, menteeId),
    alternatives: (person, count) =>
      "mentorId" in person
        ? alternativesOf(planned(), "mentor", person.mentorId, count)
        : alternativesOf(planned(), "mentee", person.menteeId, count),
    whatIf: (change) => {
      const { pool: changed, was } = changedPool(pool, change);
      const before = current();
      const after = was === undefined ? planOf(changed) : continuedPlan(before, changed, was);
      return { ...compared(before.result, after.result), matcher: matcherOf(changed, after) };
    },
    rematch: (previous, options = {}) => rematch(pool, current().result, previous, options),
  };
}

function compared(before: MatchResult, after: MatchResult): Pick<WhatIf, "result" | "comparison"> {
  if (before.status === "infeasible" || after.status === "infeasible") return { result: after };
  return { result: after, comparison: compareResults(before, after) };
}

function pricedPlanOf({ pool, result }: Plan): Planned {
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
