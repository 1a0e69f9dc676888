import { problem as fault } from "../../base/error.ts";
import { DEFAULT_WORK } from "../../solve/quota/solve.ts";
import type { BoundedAssignment } from "../../solve/quota/problem.ts";
import type { Planned } from "./explain-pair.ts";
import type { PlanWorth } from "../fix/quotas.ts";
import type { QuotaPlan } from "./forcing.ts";
import { edgeOf, type Pin, pinsAmong } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import type { PoolQuota } from "../../plan/quotas.ts";
import { chooseInSteps } from "../../plan/solve-pool.ts";
import { drain } from "../../plan/steps.ts";

/** Pairs of a choice that meets all demands. */
export interface ProvedPlan {
  /** Pairs by row, then column. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** Candidate pair of each; ascending. */
  readonly edgeOf: readonly number[];
  readonly worth: PlanWorth;
}

/** A proved plan under quotas, about which questions are answered by proved plans of changed programmes. */
export interface QuotaNetwork extends QuotaPlan {
  readonly pool: Pool;
  readonly best: ProvedPlan;
}

/** The plan under quotas; `undefined` if it is a network. */
export function quotaNetworkOf({ pool, plan }: Planned): QuotaNetwork | undefined {
  return "bounded" in plan ? { ...plan, pool, best: provedPlan(pool, plan.bounded) } : undefined;
}

type Figures = Pick<BoundedAssignment, "rowOf" | "columnOf" | "placedRows" | "placedColumns" | "total">;

function provedPlan(
  { graph, options }: Pool,
  { rowOf, columnOf, placedRows, placedColumns, total }: Figures,
): ProvedPlan {
  return {
    rowOf,
    columnOf,
    edgeOf: Array.from(rowOf, (row, pair) => edgeOf(graph, row, columnOf[pair] ?? 0)),
    worth: { people: options.objective === "score" ? 0 : placedRows + placedColumns, total },
  };
}

/** All solves of one question together may take so many times the work of a match. */
const MATCHES_ALLOWED = 10;

/** Proves the plan of a changed pool; `undefined` if its demands cannot be met. */
export type Solver = (changed: Pool) => ProvedPlan | undefined;

/**
 * A solver that shares its work among all solves of a question.
 *
 * Throws `LIMIT_WORK` where a plan is not proved within `limits.work`, or all together take ten times as much.
 */
export function solverFor({ options }: Pool): Solver {
  let left = MATCHES_ALLOWED * (options.limits.work ?? DEFAULT_WORK);
  return (changed) => {
    if (left <= 0) throw outOfWork();
    const answer = drain(chooseInSteps(changed));
    left -= answer.work;
    if (answer.status === "feasible") throw outOfWork();
    return answer.status === "infeasible" ? undefined : provedPlan(changed, answer);
  };
}

function outOfWork(): Error {
  const message = "expected an answer within the work allowed: its plans under quotas were not all proved.";
  return fault("LIMIT_WORK", "/limits/work", message, { hint: "Raise the limit, or relax a quota." });
}

/** Demands beside those of the pool. */
export interface Further {
  /** Pairs to hold, the pool's pins among them. */
  readonly pins?: readonly Pin[];
  readonly quotas?: readonly Omit<PoolQuota, "place">[];
}

/** The pool with further demands; its own quotas keep their order. */
export function withFurther(pool: Pool, { pins, quotas = [] }: Further): Pool {
  const list = [...pool.quotas.list, ...quotas.map((quota) => ({ ...quota, place: -1 }))];
  return {
    ...pool,
    quotas: { ...pool.quotas, list },
    ...(pins === undefined ? {} : { pins: { ...pinsAmong(pool.pins, [...pool.pins.list.keys()]), list: pins } }),
  };
}
