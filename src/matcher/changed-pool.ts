import { documentOf } from "../model/entries.ts";
import type { Was } from "../rules/changed-candidates.ts";
import { type Change, changedEntries } from "./change.ts";
import { changedOptions } from "./changed-options.ts";
import { continuedPool } from "./continued-pool.ts";
import { type Pool, preparePool } from "./pool.ts";

/** A changed pool; and who was who, if it continues the one at hand. */
export interface ChangedPool {
  readonly pool: Pool;
  readonly was?: Was;
}

/** The pool of a changed programme: the one at hand continued where that is exact, otherwise a new one. */
export function changedPool(pool: Pool, change: Change): ChangedPool {
  const entries = changedEntries(pool.reading.entries, change);
  const given = changedOptions(pool.given, change);
  return continuedPool(pool, entries, given) ?? { pool: preparePool(documentOf(entries), given) };
}
