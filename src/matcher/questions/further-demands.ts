import { drain } from "../../base/steps.ts";
import { problem as fault } from "../../base/error.ts";
import type { Pin } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import type { PoolQuota } from "../../plan/quotas.ts";
import { assignPool } from "../../plan/solve.ts";
import { DEFAULT_WORK } from "../../solve/quota/solve.ts";
import { type Choice, choiceOf } from "../choice.ts";

/** All solves of one question together may take so many times the work of a match. */
const MATCHES_ALLOWED = 10;

/** Proves the plan of a changed pool; `undefined` if its demands cannot be met. */
export type Solver = (changed: Pool) => Choice | undefined;

/**
 * A solver that shares its work among all solves of a question.
 *
 * Throws `LIMIT_WORK` where a plan is not proved within `limits.work`, or all together take ten times as much.
 */
export function solverFor({ options }: Pool): Solver {
  let left = MATCHES_ALLOWED * (options.limits.work ?? DEFAULT_WORK);
  return (changed) => {
    if (left <= 0) throw outOfWork();
    const answer = drain(assignPool(changed));
    left -= answer.work;
    if (answer.status === "feasible") throw outOfWork();
    return answer.status === "infeasible" ? undefined : choiceOf(changed, answer);
  };
}

function outOfWork(): Error {
  const message = "expected an answer within the work allowed: its plans under quotas were not all proved.";
  return fault("LIMIT_WORK", "/limits/work", message, { hint: "Raise the limit, or relax a quota." });
}

/** Demands beside those of the pool. */
export interface FurtherDemands {
  /** Pairs to hold, the pool's pins among them. */
  readonly pins?: readonly Pin[];
  readonly quotas?: readonly Omit<PoolQuota, "position">[];
}

/** The pool with further demands; its own quotas keep their order. */
export function withFurther(pool: Pool, { pins, quotas = [] }: FurtherDemands): Pool {
  const list = [...pool.quotas.list, ...quotas.map((quota) => ({ ...quota, position: -1 }))];
  return {
    ...pool,
    quotas: { ...pool.quotas, list },
    ...(pins === undefined ? {} : { pins }),
  };
}
