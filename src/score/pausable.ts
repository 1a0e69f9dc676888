import { drain, type Steps } from "../base/steps.ts";
import type { Prepare, ScorePool } from "./criterion-of.ts";

/** A criterion's `prepare` that can also be run with a pause every few people. */
export function pausable<Prepared>(inSteps: (pool: ScorePool) => Steps<Prepared>): Prepare<Prepared> {
  return Object.assign((pool: ScorePool) => drain(inSteps(pool)), { inSteps });
}
