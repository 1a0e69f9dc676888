import { countedOn, finished, mapResult, type Steps } from "../base/steps.ts";
import type { Bounds } from "./bounds.ts";
import { hasCore, type LastRound, solveByCore } from "./core/core.ts";
import { listPairs, type EngineResult } from "./engine.ts";
import { solveFlow } from "./flow/engine.ts";
import { isStar, solveStar } from "./flow/star.ts";
import { type Graph, graphOf, withoutClosed } from "./graph.ts";
import type { Magnitudes } from "./magnitudes.ts";
import { solveDenseOneToOne } from "./matrix/engine.ts";
import { fitsMatrix, type MatrixAttempt, solveAsMatrix } from "./matrix/of-graph.ts";
import { isOfMatrix, type MatrixExtremes, type Extremes } from "./matrix/extremes.ts";
import { atPlacement } from "./optimum/placement.ts";
import type { AssignmentProblem, DenseProblem, SparseProblem, WarmStart } from "./problem.ts";
import { solveSparseOneToOne } from "./sparse/engine.ts";
import { chooseScale, findScale, type Scale } from "./sparse/scale.ts";

/** Edges of a one-to-one graph from which on the sparse engine wins on hard families and hardly loses on others. */
const LARGE_FROM = 10_000;

/**
 * Solves a problem by the engine that fits it: the one place that decides which. The first line that fits counts.
 *
 * | problem                                                                    | engine                              |
 * | -------------------------------------------------------------------------- | ----------------------------------- |
 * | one-to-one matrix                                                          | dense                               |
 * | one-to-one graph of weights too large for bonuses beside them              | sparse                              |
 * | warm start                                                                 | general                             |
 * | one-to-one graph, at least 10,000 edges, square and well filled            | dense, as far as its work is small  |
 * | one-to-one graph, at least 20,000 edges and 42 a row                       | sparse, promising edges first       |
 * | one-to-one graph, at least 10,000 edges                                    | sparse                              |
 * | capacities or minimum loads, at least 20,000 edges and 42 a row            | general, promising edges first      |
 * | capacities or minimum loads, all of at least 1,000 edges at one node       | a sort                              |
 * | all else                                                                   | general                             |
 *
 * With doubles neither the dense engine for graphs nor promising edges come into play. A warm start is used by the general
 * engine alone: a matrix is faster from the beginning (`npm run bench:options`). The crossings of graphs are measured by
 * `bench/solve/crossings.ts`. Whichever engine solves a graph, the placement of its proof is the same, and so are canonical
 * prices.
 */
export function solveByEngine(
  problem: AssignmentProblem,
  bounds: Bounds,
  magnitudes: Magnitudes,
  extremes: Extremes | MatrixExtremes,
  { warmStart, ties }: { readonly warmStart?: WarmStart; readonly ties?: "canonical" | "any" },
): Steps<EngineResult, number> {
  if (bounds.isOneToOne && problem.layout === "dense" && isOfMatrix(extremes)) {
    const isPriced = magnitudes.isWhole && ties === "canonical" && problem.unmatched !== "free";
    const placement = isPriced ? graphPlacement(problem, magnitudes) : 0;
    return mapResult(solveDenseOneToOne({ ...problem, extremes, placement }), listPairs);
  }
  if (magnitudes.isLarge && problem.layout === "sparse") return mapResult(solveSparseOneToOne(problem), listPairs);
  const isCold = warmStart === undefined;
  if (bounds.isOneToOne && problem.layout === "sparse" && isCold && problem.columnAt.length >= LARGE_FROM) {
    if (magnitudes.isWhole) return solveLarge(problem, bounds, magnitudes);
    return mapResult(solveSparseOneToOne(problem, magnitudes.placement), listPairs);
  }
  const graph = magnitudes.isWhole ? graphOf(problem) : withoutClosed(graphOf(problem), bounds);
  if (!isCold) {
    const placement = magnitudes.isWhole ? coldPlacement(problem, bounds) : {};
    return solveFlow(graph, bounds, { ...magnitudes, ...placement }, warmStart);
  }
  if (magnitudes.isWhole && isStar(graph)) return finished(solveStar(graph, bounds, magnitudes));
  const isByCore = magnitudes.isWhole && hasCore(graph);
  return isByCore ? flowByCore(graph, bounds, magnitudes) : solveFlow(graph, bounds, magnitudes);
}

/** A large one-to-one graph of whole weights. */
function* solveLarge(problem: SparseProblem, bounds: Bounds, magnitudes: Magnitudes): Steps<EngineResult, number> {
  const scale = scaleOf(problem);
  const { result, work } = fitsMatrix(problem) ? yield* solveAsMatrix(problem) : NO_ATTEMPT;
  const byMatrix = result && atPlacement(problem, result, scale.placement, scale.largest);
  if (byMatrix !== undefined) return byMatrix;
  const steps = hasCore(problem)
    ? oneToOneByCore(problem, bounds, magnitudes, scale)
    : mapResult(solveSparseOneToOne(problem, undefined, scale), listPairs);
  const bySparse = yield* countedOn(work, steps);
  return { ...bySparse, work: work + bySparse.work };
}

const NO_ATTEMPT: MatrixAttempt = { work: 0 };

/** Edges more than in the last round, as a share of the rows, up to which the general engine goes on from its answer. */
const FEW_MORE = 1 / 64;

/** By the sparse engine, promising edges first. */
export function oneToOneByCore(
  problem: SparseProblem,
  bounds: Bounds,
  magnitudes: Magnitudes,
  scale: Scale,
): Steps<EngineResult, number> {
  const { unmatched, rows } = problem;
  const solve = (part: Graph, last: LastRound | undefined): Steps<EngineResult, number> => {
    if (last === undefined || last.added > FEW_MORE * rows) {
      return mapResult(solveSparseOneToOne({ ...part, unmatched }, undefined, scale), listPairs);
    }
    return solveFlow(part, bounds, { ...magnitudes, placement: scale.placement }, last.result);
  };
  return solveByCore(problem, bounds, solve);
}

/** By the general engine, promising edges first. */
export function flowByCore(graph: Graph, bounds: Bounds, magnitudes: Magnitudes): Steps<EngineResult, number> {
  return solveByCore(graph, bounds, (part, last) => solveFlow(part, bounds, magnitudes, last?.result));
}

/** The scale of the sparse engine. */
export function scaleOf({ weightAt, unmatched, rows, columns }: SparseProblem): Scale {
  return chooseScale(weightAt, unmatched !== "free", Math.min(rows, columns));
}

/** The placement of the large engines where they would solve a problem cold, so that a warm start proves with the same. */
function coldPlacement(problem: AssignmentProblem, { isOneToOne }: Bounds): Partial<Pick<Magnitudes, "placement">> {
  if (problem.layout === "dense" || !isOneToOne || problem.columnAt.length < LARGE_FROM) return {};
  return { placement: scaleOf(problem).placement };
}

/** What a placement is worth in the graph of a matrix, so that canonical prices are the same. */
function graphPlacement({ rows, columns, weights }: DenseProblem, { placement, isLarge }: Magnitudes): number {
  const present = weights.includes(-Infinity) ? weights.filter((weight) => weight > -Infinity) : weights;
  if (!isLarge && present.length < LARGE_FROM) return placement;
  // where graphs of such weights are refused any placement will do
  return findScale(present, true, Math.min(rows, columns))?.placement ?? 0;
}
