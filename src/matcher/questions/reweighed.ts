import { scoreBitsOf } from "../../rules/candidates/asked-rules.ts";
import { findCandidates } from "../../rules/candidates/graph.ts";
import type { Criterion } from "../../score/criterion.ts";
import type { OptimalAssignment } from "../../solve/problem.ts";
import { solveAssignment } from "../../solve/solve-assignment.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import type { Network } from "./network.ts";
import { cutPins, edgeOf, joinPins } from "../../plan/pins.ts";
import { assignmentProblem } from "../../plan/pool.ts";
import { rowsOf } from "../../plan/quotas.ts";

/** A network under other weights of its criteria. */
export interface Reweighed {
  /** The best choice under these weights, as candidate pairs; `undefined` if the demands cannot be met under them. */
  readonly solve: (criteria: readonly Criterion[]) => Chosen | undefined;
  /** How good a choice is under these weights; `undefined` if a minimum score refuses one of its pairs. */
  readonly valueOf: (criteria: readonly Criterion[]) => (choice: Chosen) => Value | undefined;
  /** The plan of the network. */
  readonly plan: Chosen;
}

/** Candidate pairs of all that the pair rules allow. */
export interface Chosen {
  readonly pairs: readonly number[];
  /** Placed people of both sides; 0 where the objective does not count them. */
  readonly people: number;
}

export interface Value {
  readonly people: number;
  readonly score: number;
}

/**
 * Keeps what the criteria say of every pair that the pair rules allow, so that further weights cost one pass over the
 * numbers. Minimum scores are asked anew, because weights decide who meets them.
 */
export function reweigh(network: Network): Reweighed {
  const { pool, objective, problem, answer, chosen } = network;
  const { program, score } = pool;
  const { list } = pool.pins;
  const { rowStart, columnAt, isEnough } = allowedPairs(network);
  const table = score.tabulate({ rowStart, columnAt });
  const columns = program.mentors.length;
  const choiceOf = (places: Iterable<number>, { placedRows, placedColumns }: OptimalAssignment): Chosen => ({
    pairs: Array.from(places, (place) => edgeOf({ rowStart, columnAt }, Math.floor(place / columns), place % columns)),
    people: objective === "score" ? 0 : placedRows + placedColumns,
  });
  const solve = (criteria: readonly Criterion[]): Chosen | undefined => {
    const graph = scoredGraph(rowStart, columnAt, table.weigh(criteria), isEnough);
    const pins = list.map(({ row, column }) => ({ row, column, edge: edgeOf(graph, row, column) }));
    if (pins.some(({ edge }) => edge < 0)) return undefined;
    const reweighed = assignmentProblem(program, graph, objective);
    const solved = solveAssignment(cutPins(reweighed, { list: pins }, false), { warmStart: warmStartFrom(answer) });
    if (solved.status === "infeasible") return undefined;
    const joined = joinPins(solved, reweighed, { list: pins });
    const places = Array.from(joined.rowOf, (row, pair) => row * columns + (joined.columnOf[pair] ?? 0));
    return choiceOf(places, joined);
  };
  const valueOf = (criteria: readonly Criterion[]) => {
    const scoreAt = table.weigh(criteria);
    return ({ pairs, people }: Chosen): Value | undefined => {
      const scores = pairs.map(scoreAt);
      if (!scores.every((score, place) => isEnough(score, pairs[place] ?? -1))) return undefined;
      return { people, score: scores.reduce((sum, each) => sum + each, 0) };
    };
  };
  return { solve, valueOf, plan: choiceOf(chosen, joinPins(answer, problem, pool.pins)) };
}

/** Whether a pair of the pair rules scores enough for all minimum scores. */
type IsEnough = (score: number, pair: number) => boolean;

/** The pairs that all rules but minimum scores allow, and what these say of them. */
function allowedPairs({ pool }: Network): {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
  readonly isEnough: IsEnough;
} {
  const { program, options, score, graph } = pool;
  if (graph.asked.scoreRules.length === 0) {
    return { rowStart: graph.rowStart, columnAt: graph.columnAt, isEnough: () => true };
  }
  const pairRules = options.rules.filter(({ kind }) => kind === "pair");
  const { rowStart, columnAt } = findCandidates(program, pairRules, score, options.standingRules);
  const rowAt = rowsOf({ rowStart, columnAt });
  const isEnough: IsEnough = (each, pair) =>
    scoreBitsOf(graph.asked, each, rowAt[pair] ?? -1, columnAt[pair] ?? -1) === 0;
  return { rowStart, columnAt, isEnough };
}

/** The pairs that score enough, with their scores. */
function scoredGraph(
  rowStart: Int32Array,
  columnAt: Int32Array,
  scoreAt: (pair: number) => number,
  isEnough: IsEnough,
) {
  const scores = columnAt.map((_, pair) => scoreAt(pair));
  const isKept = (_: number, pair: number): boolean => isEnough(scores[pair] ?? 0, pair);
  const keptBefore = new Int32Array(columnAt.length + 1);
  scores.forEach((score, pair) => {
    keptBefore[pair + 1] = (keptBefore[pair] ?? 0) + (isEnough(score, pair) ? 1 : 0);
  });
  return {
    rowStart: rowStart.map((start) => keptBefore[start] ?? 0),
    columnAt: columnAt.filter(isKept),
    scoreAt: scores.filter(isKept),
  };
}
