import { problem as fault } from "../base/error.ts";
import type { Objective } from "../plan/match-options.ts";
import { checkPlainGoal } from "../plan/goal.ts";
import { cutPins } from "../plan/cut-pins.ts";
import type { Plan } from "../plan/plan.ts";
import { assignmentProblem, type Pool } from "../plan/pool.ts";
import { hasPrices, isBounded, type Matching } from "../plan/solve.ts";
import { drain, mapResult } from "../base/steps.ts";
import { type MatchSteps, solving } from "../plan/steps.ts";
import type { OptimalAssignment, SparseProblem } from "../solve/problem.ts";
import type { BoundedAssignment } from "../solve/quota/problem.ts";
import { assignmentSteps } from "../solve/solve-assignment.ts";
import { type Choice, choiceOf } from "./choice.ts";

/** A proved plan that can be asked what other plans would cost. */
export type PricedPlan = NetworkPlan | QuotaPlan;

/** A plan without quotas: a network with prices, from which whole classes of questions are answered without solving. */
export interface NetworkPlan {
  readonly kind: "network";
  readonly pool: Pool;
  readonly objective: PricedObjective;
  /** Rows are mentees, columns are mentors. */
  readonly problem: SparseProblem;
  /** `problem` with its pins cut, which have the last rows and columns. */
  readonly cut: SparseProblem;
  /** Solution of `cut`; with ties it may hold other pairs than the plan. */
  readonly answer: OptimalAssignment;
  /** The pairs of the plan. */
  readonly best: Choice;
}

/** A plan under quotas, which questions answer by solving changed pools: its prices bound other plans from one side only. */
export interface QuotaPlan {
  readonly kind: "quotas";
  readonly pool: Pool;
  readonly objective: PricedObjective;
  readonly bounded: BoundedAssignment;
  /** The pairs of `bounded`. */
  readonly best: Choice;
}

export type PricedObjective = "coverage" | "score";

export function isPriced(objective: Objective): objective is PricedObjective {
  return objective === "coverage" || objective === "score";
}

/**
 * The prices of a plan.
 *
 * @throws TersineError NO_PRICES for infeasible demands, another objective, or quotas under which the plan is not proved to
 *   be the best; OPTION_CONFLICT for a goal that is not the plain one
 */
export function pricedPlan({ pool, solution: { assignment } }: Plan): PricedPlan {
  const { objective } = pool.options;
  checkPlainGoal(pool.options);
  if (isPriced(objective) && assignment.status === "optimal") {
    if (hasPrices(assignment)) return drain(networkPlan(pool, objective, assignment));
    if (isBounded(assignment)) {
      return { kind: "quotas", pool, objective, bounded: assignment, best: choiceOf(pool, assignment) };
    }
  }
  throw fault("NO_PRICES", "", "expected a proved plan for the objective coverage or score.");
}

/** Solves a pool without quotas once more, in the form whose prices questions start from. */
export function networkPlan(pool: Pool, objective: PricedObjective, matching: Matching): MatchSteps<NetworkPlan> {
  const problem = assignmentProblem(pool.program, pool.graph, objective);
  const cut = cutPins(problem, pool.pins);
  return mapResult(solving(assignmentSteps(cut, {})), (answer) => {
    if (answer.status === "infeasible") throw fault("INTERNAL", "", "expected demands that can be met, as before.");
    return { kind: "network", pool, objective, problem, cut, answer, best: choiceOf(pool, matching) };
  });
}

/**
 * A plan as a network.
 *
 * @throws TersineError NO_PRICES under quotas, which make the plan an integer programme
 */
export function asNetwork(plan: PricedPlan): NetworkPlan {
  if (plan.kind === "network") return plan;
  throw fault("NO_PRICES", "/quotas", "expected no quotas: their plans have no prices for each person.");
}
