import type { ForcingCost } from "../explain/pair-explanation.ts";
import type { Assignment, OptimalAssignment } from "../solve/problem.ts";
import { solveAssignment } from "../solve/solve-assignment.ts";
import { warmStartFrom } from "../solve/warm-start.ts";
import { cutPins, type Pin, withPin } from "./pins.ts";
import { assignmentProblem, type Pool } from "./pool.ts";

/** A plan with its prices, kept to ask what other plans would cost. */
export interface PricedPlan {
  /** Solution of the problem whose pins are cut. */
  readonly answer: OptimalAssignment;
  readonly objective: "coverage" | "score";
}

/** Solves the pool once more in the form that forcing starts from; `undefined` if its demands cannot be met. */
export function pricedPlan(pool: Pool, objective: "coverage" | "score"): PricedPlan | undefined {
  const problem = cutPins(assignmentProblem(pool.program, pool.graph, objective), pool.pins, false);
  const answer = solveAssignment(problem);
  return answer.status === "optimal" ? { answer, objective } : undefined;
}

/**
 * What a candidate pair in the plan would cost: the difference to the best plan that holds it, found by a search from the
 * prices at hand, so that it takes a small part of a solve; proved like every answer.
 */
export function forcingCost(pool: Pool, { answer, objective }: PricedPlan, pin: Pin): ForcingCost {
  const problem = assignmentProblem(pool.program, pool.graph, objective);
  const forced = solveAssignment(cutPins(problem, withPin(pool.pins, pin), false), {
    warmStart: warmStartFrom(answer, extended(answer.proof.rowPrice), extended(answer.proof.columnPrice)),
  });
  return costOf(answer, forced);
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
 * `placement`; 0 for chosen pairs.
 */
export function slackOf({ answer }: PricedPlan, score: number, { row, column }: Pin): number {
  const { rowPrice, columnPrice } = answer.proof;
  return Math.max(0, (rowPrice[row] ?? 0) + (columnPrice[column] ?? 0) - score);
}
