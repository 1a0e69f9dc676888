import { boundsOf, type Bounds } from "./bounds.ts";
import { canonicalPrices } from "./optimum/canonical-prices.ts";
import { canonicalChoice } from "./optimum/canonical.ts";
import { solveDenseOneToOne } from "./matrix/engine.ts";
import { drain, type Steps } from "../base/steps.ts";
import { checkAnswer } from "./check-answer.ts";
import { listPairs, type EngineResult } from "./engine.ts";
import { solveFlow } from "./flow/engine.ts";
import { graphOf } from "./graph.ts";
import { measure, type Magnitudes } from "./magnitudes.ts";
import type { Assignment, AssignmentProblem, SparseProblem, WarmStart } from "./problem.ts";
import { assignmentFrom, exchangeChoice } from "./optimum/assignment.ts";
import { isOfMatrix, surveyEdges, type MatrixSurvey, type Survey } from "./matrix/survey.ts";
import { solveSparseOneToOne } from "./sparse/engine.ts";
import { chooseScale } from "./sparse/scale.ts";
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
  return drain(solveInSteps(problem, options));
}

/** `solveAssignment` as a generator that yields its work count every few milliseconds, to be driven in slices. */
export function* solveInSteps(problem: AssignmentProblem, options: SolveOptions = {}): Steps<Assignment, number> {
  return yield* solveSurveyed(problem, validateProblem(problem), options);
}

/** `solveInSteps` for graphs that are sound by their making, which saves a look at each edge. */
export function assignmentSteps(problem: SparseProblem, options: SolveOptions): Steps<Assignment, number> {
  return solveSurveyed(problem, surveyEdges(problem.weightAt), options);
}

function* solveSurveyed(
  problem: AssignmentProblem,
  survey: Survey | MatrixSurvey,
  options: SolveOptions,
): Steps<Assignment, number> {
  const bounds = boundsOf(problem);
  const magnitudes = measure(problem, bounds, survey);
  yield 0;
  const result = yield* chooseEngine(problem, bounds, magnitudes, survey, options);
  yield result.work;
  let assignment = assignmentFrom(problem, bounds, result, magnitudes.tolerance);
  if (options.ties === "canonical" && assignment.status === "optimal") {
    const { choice, work } = yield* canonicalChoice(problem, bounds, assignment);
    assignment = exchangeChoice(problem, assignment, choice, work);
    yield assignment.work;
    if (magnitudes.isWhole) {
      const priced = canonicalPrices(problem, bounds, assignment, magnitudes.forced);
      assignment = { ...assignment, proof: priced.proof, work: assignment.work + priced.work };
    }
  }
  yield assignment.work;
  if (options.verify ?? true) yield* checkAnswer(verifySteps(problem, assignment), assignment.work);
  return assignment;
}

/** Edges of a one-to-one graph from which on the sparse engine wins on hard families and hardly loses on others. */
const LARGE_FROM = 10_000;

/**
 * The one place that decides which engine solves a problem. One-to-one matrices go to the dense engine, warm start or not:
 * on most families it is faster from the beginning than the general engine from a warm start (`npm run bench:options`).
 * Large one-to-one graphs go to the sparse one, whose time hardly depends on the family. Everything else, and every warm
 * start of a graph, goes to the general engine.
 */
function* chooseEngine(
  problem: AssignmentProblem,
  bounds: Bounds,
  magnitudes: Magnitudes,
  survey: Survey | MatrixSurvey,
  options: SolveOptions,
): Steps<EngineResult, number> {
  const isCold = options.warmStart === undefined;
  if (bounds.isOneToOne && problem.layout === "dense" && isOfMatrix(survey)) {
    const margin = magnitudes.isWhole ? 1 : magnitudes.largest;
    return listPairs(yield* solveDenseOneToOne({ ...problem, survey }, undefined, margin));
  }
  if (bounds.isOneToOne && problem.layout === "sparse" && isCold && problem.columnAt.length >= LARGE_FROM) {
    return listPairs(yield* solveSparseOneToOne(problem));
  }
  const graph = graphOf(problem);
  yield 0;
  if (isCold) return yield* solveFlow(graph, bounds, magnitudes);
  return yield* solveFlow(graph, bounds, { ...magnitudes, ...coldPlacement(problem, bounds) }, options.warmStart);
}

/** The placement of the large engine where it would solve a problem cold, so that a warm start proves with the same. */
function coldPlacement(problem: AssignmentProblem, { isOneToOne }: Bounds): Partial<Pick<Magnitudes, "placement">> {
  if (problem.layout === "dense" || !isOneToOne || problem.columnAt.length < LARGE_FROM) return {};
  const { rows, columns, weightAt, unmatched } = problem;
  const { placement } = chooseScale(weightAt, unmatched !== "free", Math.min(rows, columns));
  return { placement };
}
