import { asPublic } from "../base/public.ts";
import { boundsOf, type Bounds } from "./bounds.ts";
import { canonicalPrices } from "./optimum/canonical-prices.ts";
import { canonicalChoice } from "./optimum/canonical.ts";
import { drain, type Steps } from "../base/steps.ts";
import { checkAnswer } from "./check-answer.ts";
import { solveByEngine } from "./choose-engine.ts";
import { isShiftable, largestUsable, measure, type Magnitudes } from "./magnitudes.ts";
import type { Assignment, AssignmentProblem, SparseProblem, WarmStart } from "./problem.ts";
import { assignmentFrom, exchangeChoice } from "./optimum/assignment.ts";
import { extremesOf, type MatrixExtremes, type Extremes } from "./matrix/extremes.ts";
import { matrixExtremes } from "./matrix/matrix-extremes.ts";
import { passes, proveDoubles, ROUNDING } from "./optimum/doubles.ts";
import { halfShift, lowered, raised } from "./optimum/shift.ts";
import { enlarged, reduced, TINY } from "./optimum/enlarge.ts";
import { validateProblem } from "./validate-problem.ts";
import { verifySteps } from "./proof/verify.ts";

/** How to solve; nothing here changes how good the answer is. */
export interface SolveOptions {
  /**
   * Which of several equally good choices is returned. `any`: one that the same version always returns for the same
   * problem. `canonical`: the one that goes through the edges by (row, column) and keeps each that some optimal choice
   * containing those already kept contains; the same in every version. Of whole weights its prices are canonical too: the
   * lowest that a proof can give the columns. @default "any"
   */
  readonly ties?: "canonical" | "any";
  /**
   * Pairs and prices of a similar problem to start from. They may be wrong; the answer is exact all the same. One-to-one
   * matrices are solved from the beginning whatever stands here, which is mostly faster; graphs use it.
   */
  readonly warmStart?: WarmStart;
  /** Whether the answer is checked by `verifyOptimality` before it is returned. @default true */
  readonly verify?: boolean;
}

/**
 * Returns the best choice of edges, with prices that prove it, or a witness that no choice meets the minimum loads.
 *
 * Throws `TersineError`: all faults of the problem together, each with its position; `LIMIT_WEIGHTS` if the weights are
 * too large for exact arithmetic; `INTERNAL` if an answer fails its own check, which is a bug of this library.
 */
export function solveAssignment(problem: AssignmentProblem, options: SolveOptions = {}): Assignment {
  return asPublic("solveAssignment", () => {
    return drain(solveInSteps(problem, options));
  });
}

/** `solveAssignment` as a generator that yields its work count every few milliseconds, to be driven in slices. */
export function solveInSteps(problem: AssignmentProblem, options: SolveOptions = {}): Steps<Assignment, number> {
  return solveChecked(problem, validateProblem(problem), options);
}

/** `solveInSteps` for graphs that are sound by their making, which saves a look at each edge. */
export function assignmentSteps(problem: SparseProblem, options: SolveOptions): Steps<Assignment, number> {
  return solveChecked(problem, extremesOf(problem.weightAt), options);
}

function* solveChecked(
  problem: AssignmentProblem,
  found: Extremes | MatrixExtremes,
  options: SolveOptions,
): Steps<Assignment, number> {
  const bounds = boundsOf(problem);
  const isWhole = found.isWhole && !areHuge(problem, found.largest);
  const extremes = {
    ...found,
    isWhole,
    largest: isWhole ? found.largest : largestUsable(problem, bounds, found.largest),
  };
  if (!isWhole && extremes.largest > 0 && extremes.largest < TINY) {
    return yield* solveByWayOf(enlarged(problem), problem, options, reduced);
  }
  const half = isWhole && isShiftable(problem, bounds, extremes.largest) ? halfShift(problem) : 0;
  if (half !== 0) {
    return yield* solveByWayOf(lowered(problem, half), problem, options, (answer) => raised(answer, half));
  }
  const magnitudes = measure(problem, bounds, extremes);
  yield 0;
  const result = yield* solveByEngine(problem, bounds, magnitudes, extremes, options);
  yield result.work;
  let assignment = assignmentFrom(problem, bounds, result, magnitudes.isWhole ? 0 : ROUNDING);
  if (!magnitudes.isWhole && assignment.status === "optimal") {
    assignment = yield* proveDoubles(problem, bounds, assignment, tieredSpan(problem, bounds, magnitudes));
  }
  if (options.ties === "canonical" && assignment.status === "optimal") {
    const { choice, work } = yield* canonicalChoice(problem, bounds, assignment);
    const exchanged = exchangeChoice(problem, assignment, choice, work);
    // many ties within rounding can add up to more than rounding
    const holds = magnitudes.isWhole || (yield* passes(problem, exchanged));
    assignment = holds ? exchanged : { ...assignment, work: exchanged.work };
    yield assignment.work;
    if (magnitudes.isWhole) {
      const priced = canonicalPrices(problem, bounds, assignment, magnitudes.forced);
      assignment = { ...assignment, proof: priced.proof, work: assignment.work + priced.work };
    }
  }
  yield assignment.work;
  // doubles that fail their check get this far no more
  const isChecked = !magnitudes.isWhole && assignment.status === "optimal";
  if (!isChecked && (options.verify ?? true)) yield* checkAnswer(verifySteps(problem, assignment), assignment.work);
  return assignment;
}

/** The answer to a problem of other weights, brought back to this one; that alone is checked. */
function* solveByWayOf(
  other: AssignmentProblem,
  problem: AssignmentProblem,
  { ties = "any", verify = true }: SolveOptions,
  bringBack: (answer: Assignment) => Assignment,
): Steps<Assignment, number> {
  const answer = bringBack(yield* solveChecked(other, readWeights(other), { ties, verify: false }));
  if (verify) yield* checkAnswer(verifySteps(problem, answer), answer.work);
  return answer;
}

/** What a walk over the weights of a sound problem tells. */
function readWeights(problem: AssignmentProblem): Extremes | MatrixExtremes {
  return problem.layout === "dense" ? matrixExtremes(problem) : extremesOf(problem.weightAt);
}

/**
 * Whether all weights but those of 0 are so large that every double of that size is a whole number: that says nothing then,
 * and they are taken as rounded.
 */
function areHuge(problem: AssignmentProblem, largest: number): boolean {
  if (largest < 2 ** 53) return false;
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  return weights.every((weight: number) => weight === 0 || Math.abs(weight) >= 2 ** 53);
}

/** The bonus whose multiples an engine's prices contain; 0 for the dense engine, which keeps bonuses apart. */
function tieredSpan({ layout }: AssignmentProblem, { isOneToOne }: Bounds, { placement, forced }: Magnitudes): number {
  return layout === "dense" && isOneToOne ? 0 : Math.max(placement, forced / 4);
}
