import { problem } from "../base/error.ts";
import type { Alternative, PairExplanation } from "../explain/pair-explanation.ts";
import type { Fix } from "../explain/fix.ts";
import type { MatchResult } from "../explain/result.ts";
import type { MatchInput } from "../model/schema.ts";
import type { PersonOfSide } from "../rules/except-for.ts";
import type { SidedPerson } from "./change.ts";
import { alternativesOf, explainPair, indexOf, type Planned } from "./explain-pair.ts";
import { type FixBase, fixBaseOf, fixInSteps } from "./fix.ts";
import { pricedPlan } from "./forcing.ts";
import type { MatchOptions } from "./options.ts";
import { type Pool, preparePool } from "./pool.ts";
import { resultOf } from "./result.ts";
import { type PoolSolution, solvePool } from "./solve-pool.ts";
import { drain } from "./steps.ts";

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
  readonly alternatives: (person: PersonOfSide, count: number) => readonly Alternative[];
  /**
   * The smallest change that would place somebody who is left out: one place more at one partner, one topic more offered
   * by one mentor, one rule that makes an exception, or two places; applied and solved again. Objectives without prices
   * try every change; quotas none.
   *
   * @throws TersineError ID_UNKNOWN; NO_PRICES if there is no plan to change because the demands cannot be met
   */
  readonly fix: (person: PersonOfSide) => Fix;
}

/**
 * Reads, scores and rules a programme once, for a match and further questions about it. The input is not changed; later
 * changes of it are not seen.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function createMatcher(input: MatchInput, options?: MatchOptions): Matcher {
  const pool = preparePool(input, options);
  let solution: PoolSolution | undefined;
  let result: MatchResult | undefined;
  let known: Planned | undefined;
  let base: FixBase | undefined;
  const solved = (): PoolSolution => (solution ??= solvePool(pool));
  const match = (): MatchResult => (result ??= resultOf(pool, solved()));
  const fixBase = (): FixBase => (base ??= baseOf(pool, solved()));
  const planned = (): Planned => (known ??= planOf(pool, match()));
  return {
    match,
    explain: (mentorId, menteeId) => explainPair(planned(), mentorId, menteeId),
    alternatives: (person, count) =>
      "mentorId" in person
        ? alternativesOf(planned(), "mentor", person.mentorId, count)
        : alternativesOf(planned(), "mentee", person.menteeId, count),
    fix: (person) => drain(fixInSteps(fixBase(), sidedPerson(pool, person))),
  };
}

function baseOf(pool: Pool, { assignment }: PoolSolution): FixBase {
  if (assignment.status !== "infeasible") return fixBaseOf(pool, assignment);
  throw problem("NO_PRICES", "", "expected demands that can be met together.");
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

function sidedPerson({ program }: Pool, person: PersonOfSide): SidedPerson {
  return "mentorId" in person
    ? { side: "mentor", index: indexOf(program.mentors, person.mentorId, "mentorId", "mentor") }
    : { side: "mentee", index: indexOf(program.mentees, person.menteeId, "menteeId", "mentee") };
}
