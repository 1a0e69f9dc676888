import { problem as fault } from "../../base/error.ts";
import type { Text } from "../../explain/result.ts";
import type { OptimalAssignment, SparseProblem } from "../../solve/problem.ts";
import type { PlanPair } from "../compare/compare.ts";
import type { Planned } from "./explain-pair.ts";
import { cutPins } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";

/** A plan without quotas: a network with prices, from which whole classes of questions are answered without solving. */
export interface Network {
  readonly pool: Pool;
  readonly objective: "coverage" | "score";
  /** Rows are mentees, columns are mentors. */
  readonly problem: SparseProblem;
  /** `problem` with its pins cut, which have the last rows and columns. */
  readonly cut: SparseProblem;
  /** Solution of `cut`; with ties it may hold other pairs than the plan. */
  readonly answer: OptimalAssignment;
  /** Pairs of the plan, at `row * mentors + column`. */
  readonly chosen: ReadonlySet<number>;
}

/**
 * The network of a plan.
 *
 * @throws TersineError NO_PRICES under quotas, which make the plan an integer programme
 */
export function networkOf({ pool, plan, chosen }: Planned): Network {
  if ("bounded" in plan) {
    throw fault("NO_PRICES", "/quotas", "expected no quotas: their plans have no prices for each person.");
  }
  const { answer, objective } = plan;
  const problem = assignmentProblem(pool.program, pool.graph, objective);
  return { pool, objective, problem, cut: cutPins(problem, pool.pins, false), answer, chosen };
}

/** A candidate pair in the words of results. */
export function planPair({ program, graph }: Pool, row: number, column: number, edge: number): PlanPair {
  return {
    mentorId: program.mentors[column]?.id ?? "",
    menteeId: program.mentees[row]?.id ?? "",
    score: graph.scoreAt[edge] ?? 0,
  };
}

/** How a plan differs from another, as a list in words; people only if their number does. */
export function differenceText(people: number, score: number): Text {
  const points = {
    en: `${Math.abs(score)} points ${score < 0 ? "fewer" : "more"}`,
    tr: `${Math.abs(score)} puan ${score < 0 ? "eksik" : "fazla"}`,
  };
  if (people === 0) return points;
  const placed = Math.abs(people);
  return {
    en: `${placed} ${placed === 1 ? "person" : "people"} ${people < 0 ? "fewer" : "more"}, ${points.en}`,
    tr: `${placed} kişi ${people < 0 ? "eksik" : "fazla"}, ${points.tr}`,
  };
}
