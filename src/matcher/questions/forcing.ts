import { problem as fault } from "../../base/error.ts";
import type { ForcingCost } from "../../explain/pair-explanation.ts";
import { FULL_SCORE } from "../../score/criterion.ts";
import type { Assignment, OptimalAssignment } from "../../solve/problem.ts";
import type { BoundedAssignment } from "../../solve/quota/problem.ts";
import { solveAssignment, assignmentSteps } from "../../solve/solve-assignment.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import { cutPins, type Pin, withPin } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { solveQuotas, solving } from "../../plan/solve-pool.ts";
import { drain, type Steps } from "../../plan/steps.ts";

/** A plan that can be asked what other plans would cost. */
export type PricedPlan = NetworkPlan | QuotaPlan;

/** A plan with its prices. */
export interface NetworkPlan {
  /** Solution of the problem whose pins are cut. */
  readonly answer: OptimalAssignment;
  readonly objective: "coverage" | "score";
}

/** A plan under quotas, which other plans are solved beside: its prices bound them from one side only. */
export interface QuotaPlan {
  readonly bounded: BoundedAssignment;
  readonly objective: "coverage" | "score";
}

/** Solves the pool once more in the form that forcing starts from; `undefined` if its demands cannot be met. */
export function pricedPlan(pool: Pool, objective: "coverage" | "score"): PricedPlan | undefined {
  return drain(pricedPlanInSteps(pool, objective));
}

/** `pricedPlan` as a generator that can be paused every few milliseconds. */
export function* pricedPlanInSteps(pool: Pool, objective: "coverage" | "score"): Steps<PricedPlan | undefined> {
  if (pool.quotas.list.length > 0) {
    const bounded = yield* solveQuotas(pool, objective, pool.pins);
    return bounded.status === "optimal" ? { bounded, objective } : undefined;
  }
  const problem = cutPins(assignmentProblem(pool.program, pool.graph, objective), pool.pins, false);
  const answer = yield* solving(assignmentSteps(problem, {}));
  return answer.status === "optimal" ? { answer, objective } : undefined;
}

/**
 * What a candidate pair in the plan would cost: the difference to the best plan that holds it, found by a search from the
 * prices at hand, so that it takes a small part of a solve; under quotas by a solve of its own. Proved like every answer.
 *
 * @throws TersineError LIMIT_WORK if the best plan that holds the pair is not proved within the work allowed
 */
export function forcingCost(pool: Pool, plan: PricedPlan, pin: Pin): ForcingCost {
  if ("bounded" in plan) return quotaCost(pool, plan, pin);
  const { answer, objective } = plan;
  const problem = assignmentProblem(pool.program, pool.graph, objective);
  const forced = solveAssignment(cutPins(problem, withPin(pool.pins, pin), false), {
    warmStart: warmStartFrom(answer, extended(answer.proof.rowPrice), extended(answer.proof.columnPrice)),
  });
  return costOf(answer, forced);
}

function quotaCost(pool: Pool, { bounded, objective }: QuotaPlan, pin: Pin): ForcingCost {
  const forced = drain(solveQuotas(pool, objective, withPin(pool.pins, pin)));
  if (forced.status === "infeasible") return { status: "impossible" };
  if (forced.status === "feasible") {
    throw fault(
      "LIMIT_WORK",
      "/limits/work",
      "expected the best plan with this pair within the work allowed, got a gap.",
    );
  }
  const placed = bounded.placedRows + bounded.placedColumns;
  const people = placed - forced.placedRows - forced.placedColumns;
  const score = bounded.total - forced.total;
  const isTied = score === 0 && (people === 0 || objective === "score");
  return { status: "possible", people, score, isTied, reasons: [reasonOf(people, score, isTied)] };
}

/** Old indices, and one new node behind them. */
function extended({ length }: Float64Array): Int32Array {
  return Int32Array.from({ length: length + 1 }, (_, node) => (node < length ? node : -1));
}

function costOf(plan: OptimalAssignment, forced: Assignment): ForcingCost {
  if (forced.status === "infeasible") return { status: "impossible" };
  // the two halves of the pin are placed by themselves
  const people = plan.placedRows + plan.placedColumns - (forced.placedRows + forced.placedColumns - 2);
  const score = plan.total - forced.total;
  const isTied = score === 0 && (people === 0 || plan.proof.placement === 0);
  return { status: "possible", people, score, isTied, reasons: [reasonOf(people, score, isTied)] };
}

function reasonOf(people: number, score: number, isTied: boolean) {
  const about = "forcing";
  if (isTied) {
    return { about, en: "A plan with this pair is as good.", tr: "Bu eşleşmeyi içeren bir plan da aynı ölçüde iyi." };
  }
  return {
    about,
    en: `The best plan with this pair places ${people} fewer people and scores ${score} points less.`,
    tr: `Bu eşleşmeyi içeren en iyi plan ${people} kişi daha az yerleştiriyor ve ${score} puan daha az alıyor.`,
  };
}

/**
 * A lower bound of what a pair costs, read off the prices: its slack, in micro-points with each person placed worth
 * `placement`; 0 for chosen pairs and, where nothing better is known, under quotas.
 */
export function slackOf(plan: PricedPlan, score: number, { row, column }: Pin): number {
  if ("bounded" in plan) return 0;
  const { rowPrice, columnPrice } = plan.answer.proof;
  return Math.max(0, (rowPrice[row] ?? 0) + (columnPrice[column] ?? 0) - score);
}

/** Micro-points that one person placed is worth where plans are compared: enough to come before all scores. */
export function placementOf(plan: PricedPlan, { graph }: Pool): number {
  if (!("bounded" in plan)) return plan.answer.proof.placement;
  return plan.objective === "score" ? 0 : (graph.columnAt.length + 1) * FULL_SCORE;
}
