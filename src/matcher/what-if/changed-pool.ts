import { documentOf } from "../../model/entries.ts";
import type { Was } from "../../rules/candidates/changed.ts";
import { type Change, changedEntries } from "./change.ts";
import { changedOptions } from "./changed-options.ts";
import { continuedPool } from "./continued-pool.ts";
import { type Pool, preparePoolInSteps } from "../../plan/pool.ts";
import { drain, type Steps } from "../../plan/steps.ts";

/** A changed pool; and who was who, if it continues the one at hand. */
export interface ChangedPool {
  readonly pool: Pool;
  readonly was?: Was;
}

/** The pool of a changed programme: the one at hand continued where that is exact, otherwise a new one. */
export function changedPool(pool: Pool, change: Change): ChangedPool {
  return drain(changedPoolInSteps(pool, change));
}

/** `changedPool` as a generator that can be paused while a new pool is made; a continued one is made in one step. */
export function* changedPoolInSteps(pool: Pool, change: Change): Steps<ChangedPool> {
  const entries = changedEntries(pool.reading.entries, change);
  const given = changedOptions(pool.given, change);
  return continuedPool(pool, entries, given) ?? { pool: yield* preparePoolInSteps(documentOf(entries), given) };
}
