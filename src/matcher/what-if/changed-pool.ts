import { finished, mapResult } from "../../base/steps.ts";
import { documentOf } from "../../model/entries/entries.ts";
import { type Pool, preparePool } from "../../plan/pool.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import type { OldIndices } from "../../rules/candidates/changed.ts";
import { type Change, changedEntries } from "./change.ts";
import { changedOptions } from "./changed-options.ts";
import { type PoolUse, reusedPool } from "./reused-pool.ts";

/** A changed pool, with the old indices of its people if it is made from the pool at hand. */
export interface ChangedPool {
  readonly pool: Pool;
  readonly old?: OldIndices;
}

/**
 * The pool of a changed programme: made from the one at hand where that is exact, otherwise a new one. Can be paused while
 * a new one is made.
 */
export function changedPool(pool: Pool, change: Change, use: PoolUse = "result"): MatchSteps<ChangedPool> {
  const entries = changedEntries(pool.reading.entries, change);
  const given = changedOptions(pool.given, change);
  const reused = reusedPool(pool, entries, given, use);
  if (reused !== undefined) return finished(reused);
  return mapResult(preparePool(documentOf(entries), given), (made) => ({ pool: made }));
}
