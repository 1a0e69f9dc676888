import { TersineError, type TersineIssue } from "./base/error.ts";
import { drain } from "./base/steps.ts";
import { topicSupply } from "./explain/demand.ts";
import type { MatchResult, Pair, SafeMatchResult, TopicSupply, Warning } from "./explain/result.ts";
import { withFixes } from "./matcher/fix/with-fixes.ts";
import { readInput } from "./model/read-input.ts";
import type { MatchInput } from "./model/input.ts";
import type { MatchOptions } from "./plan/match-options.ts";
import { explainPairs } from "./plan/pairs.ts";
import type { Plan } from "./plan/plan.ts";
import { preparePool, type Pool } from "./plan/pool.ts";
import { infeasibleResult, matchedResult } from "./plan/result.ts";
import { type Matching, solvePool } from "./plan/solve.ts";
import type { MatchSteps } from "./plan/steps.ts";
import type { WarmStart } from "./solve/problem.ts";

/**
 * Finds the best pairs that all rules allow, proves that there are none better, and explains every pair and everybody
 * left out.
 *
 * The result is plain data, the same byte for byte whatever the order in which the input lists things; the input is not
 * changed. Demands that cannot be met together give `status: "infeasible"` with those that conflict.
 *
 * Takes O(mentors × mentees × (criteria + rules)) time to score; see `tersine/solve` for the assignment.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function matchPairs(input: MatchInput, options?: MatchOptions): MatchResult {
  return drain(matchInSteps(input, options));
}

/** The main road of a match, with its pauses. */
export function* matchInSteps(input: unknown, options?: MatchOptions): MatchSteps<MatchResult> {
  // input and options are checked, pairs are scored and ruled, pins and quotas are found among the candidates
  const pool = yield* preparePool(input, options);
  const { result } = yield* planOf(pool);
  return result;
}

/** What a plan of a similar pool saves. The plan is the same without. */
export interface Reuse {
  /** Pairs and prices to start from. */
  readonly warmStart: WarmStart | undefined;
  /** Explains the pairs of a matching. */
  readonly pairsOf: (matching: Matching) => readonly Pair[];
}

/** The second half of the road: a pool is solved, and the answer is put into words. */
export function* planOf(pool: Pool, reuse?: Reuse): MatchSteps<Plan> {
  yield { phase: "solving", done: 0, total: null };
  const solution = yield* solvePool(pool, reuse?.warmStart);
  const { assignment } = solution;
  yield { phase: "explaining", done: 0, total: null };
  if (assignment.status === "infeasible") {
    return { pool, solution, result: yield* infeasibleResult(pool, assignment) };
  }
  const pairs = reuse?.pairsOf(assignment) ?? (yield* explainPairs(pool, assignment));
  const result = yield* matchedResult(pool, assignment, pairs, solution);
  return { pool, solution, result: pool.options.fixes ? yield* withFixes(pool, assignment, result) : result };
}

/** What a check of an input found. */
export interface InputCheck {
  /** Every problem, in document order; none: the input is sound. */
  readonly issues: readonly TersineIssue[];
  /** What is accepted with a doubt; empty if there are issues. */
  readonly warnings: readonly Warning[];
  /** Supply and demand of each topic; empty if there are issues. */
  readonly topics: readonly TopicSupply[];
}

/** Checks an input as `matchPairs` does before it scores: shapes, values, ids, the org chart, times. Rules are not asked. */
export function checkInput(input: unknown): InputCheck {
  try {
    const program = readInput(input);
    return { issues: [], warnings: program.warnings, topics: topicSupply(program) };
  } catch (error) {
    if (error instanceof TersineError) return { issues: error.issues, warnings: [], topics: [] };
    throw error;
  }
}

/** `matchPairs`, with problems of the input or the options as a value instead of an exception. */
export function safeMatchPairs(input: MatchInput, options?: MatchOptions): SafeMatchResult {
  try {
    return { success: true, data: matchPairs(input, options) };
  } catch (error) {
    if (error instanceof TersineError) return { success: false, error };
    throw error;
  }
}
