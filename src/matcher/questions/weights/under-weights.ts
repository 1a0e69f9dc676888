import { drain } from "../../../base/steps.ts";
import { assignmentProblem, rowsOf } from "../../../plan/pool.ts";
import { at } from "../../../base/at.ts";
import { cutPins, joinPins } from "../../../plan/cut-pins.ts";
import { edgeOf } from "../../../plan/pins.ts";
import { scoreBitsOf } from "../../../rules/candidates/asked-rules.ts";
import { findCandidates } from "../../../rules/candidates/graph.ts";
import type { Criterion } from "../../../score/criterion.ts";
import { warmStartFrom } from "../../../solve/flow/warm-start.ts";
import { solveAssignment } from "../../../solve/solve-assignment.ts";
import { type PlanWorth, worthOf } from "../../choice.ts";
import type { NetworkPlan } from "../../priced-plan.ts";

/** A plan's network under other weights of its criteria. */
export interface NetworkUnderWeights {
  /** The best choice under these weights; `undefined` if the demands cannot be met under them. */
  readonly solve: (criteria: readonly Criterion[]) => AllowedPairs | undefined;
  /** What choices are worth under these weights; `undefined` if a minimum score refuses one of the pairs. */
  readonly worthsBy: (criteria: readonly Criterion[]) => (choice: AllowedPairs) => PlanWorth | undefined;
  /** The plan. */
  readonly plan: AllowedPairs;
}

/** A choice by indices of the pairs that the pair rules allow, whatever they score. */
export interface AllowedPairs {
  readonly pairs: readonly number[];
  /** Placed people of both sides; 0 where the objective does not count them. */
  readonly people: number;
}

/**
 * Keeps what the criteria say of every pair that the pair rules allow, so that further weights cost one pass over the
 * numbers. Minimum scores are asked anew, because weights decide who meets them.
 */
export function underWeights(plan: NetworkPlan): NetworkUnderWeights {
  const { pool, objective, answer, best } = plan;
  const { program, score } = pool;
  const { rowStart, columnAt, isEnough } = allowedPairs(plan);
  const table = score.tabulate({ rowStart, columnAt });
  const indicesOf = ({ rowOf, columnOf }: Pick<NetworkPlan["best"], "rowOf" | "columnOf">): readonly number[] =>
    Array.from(rowOf, (row, pair) => edgeOf({ rowStart, columnAt }, row, at(columnOf, pair)));
  const solve = (criteria: readonly Criterion[]): AllowedPairs | undefined => {
    const graph = scoredGraph(rowStart, columnAt, table.weigh(criteria), isEnough);
    const pins = pool.pins.map(({ row, column }) => ({ row, column, edge: edgeOf(graph, row, column) }));
    if (pins.some(({ edge }) => edge < 0)) return undefined;
    const problem = assignmentProblem(program, graph, objective);
    const solved = solveAssignment(cutPins(problem, pins), { warmStart: warmStartFrom(answer) });
    if (solved.status === "infeasible") return undefined;
    const joined = joinPins(solved, problem, pins);
    return { pairs: indicesOf(joined), people: worthOf(pool, joined).people };
  };
  const worthsBy = (criteria: readonly Criterion[]) => {
    const scoreAt = table.weigh(criteria);
    return ({ pairs, people }: AllowedPairs): PlanWorth | undefined => {
      const scores = pairs.map(scoreAt);
      if (!scores.every((each, index) => isEnough(each, at(pairs, index)))) return undefined;
      return { people, total: scores.reduce((sum, each) => sum + each, 0) };
    };
  };
  return { solve, worthsBy, plan: { pairs: indicesOf(best), people: best.worth.people } };
}

/** Whether a pair of the pair rules scores enough for all minimum scores. */
type IsEnough = (score: number, pair: number) => boolean;

/** The pairs that all rules but minimum scores allow, and what these say of them. */
function allowedPairs({ pool }: NetworkPlan): {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
  readonly isEnough: IsEnough;
} {
  const { program, options, score, graph } = pool;
  if (graph.asked.scoreRules.length === 0) {
    return { rowStart: graph.rowStart, columnAt: graph.columnAt, isEnough: () => true };
  }
  const pairRules = options.rules.filter(({ kind }) => kind === "pair");
  const { rowStart, columnAt } = drain(findCandidates(program, pairRules, score, options.standingRules));
  const rowAt = rowsOf({ rowStart, columnAt });
  const isEnough: IsEnough = (each, pair) => scoreBitsOf(graph.asked, each, at(rowAt, pair), at(columnAt, pair)) === 0;
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
  const isKept = (_: number, pair: number): boolean => isEnough(at(scores, pair), pair);
  const keptBefore = new Int32Array(columnAt.length + 1);
  scores.forEach((score, pair) => {
    keptBefore[pair + 1] = at(keptBefore, pair) + (isEnough(score, pair) ? 1 : 0);
  });
  return {
    rowStart: rowStart.map((start) => at(keptBefore, start)),
    columnAt: columnAt.filter(isKept),
    scoreAt: scores.filter(isKept),
  };
}
