import { drain } from "../base/steps.ts";
import type { Pool, PreparedCriterion } from "./criterion.ts";

type Prepare<Prepared> = (pool: Pool, path?: string) => Prepared;
type PrepareSteps<Prepared> = (pool: Pool) => Generator<void, Prepared, void>;

const stepsOf = new WeakMap<Prepare<PreparedCriterion>, PrepareSteps<PreparedCriterion>>();

/** A criterion's `prepare` that can also be run with a pause every few people; see `prepareInSteps`. */
export function pausable<Prepared extends PreparedCriterion>(steps: PrepareSteps<Prepared>): Prepare<Prepared> {
  const prepare = (pool: Pool): Prepared => drain(steps(pool));
  stepsOf.set(prepare, steps);
  return prepare;
}

/** Runs a criterion's `prepare`, with pauses if it was made by `pausable`; a caller's own runs in one step. */
export function* prepareInSteps(
  prepare: Prepare<PreparedCriterion>,
  pool: Pool,
  path: string,
): Generator<void, PreparedCriterion, void> {
  const steps = stepsOf.get(prepare);
  return steps === undefined ? prepare(pool, path) : yield* steps(pool);
}
