import { documentOf } from "../model/entries.ts";
import { type Change, changedEntries } from "./change.ts";
import { changedOptions } from "./changed-options.ts";
import { type Pool, preparePool } from "./pool.ts";

/** The pool of a changed programme. */
export function changedPool(pool: Pool, change: Change): Pool {
  const entries = changedEntries(pool.reading.entries, change);
  return preparePool(documentOf(entries), changedOptions(pool.given, change));
}
