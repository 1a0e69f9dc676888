import type { MatchResult } from "../explain/result.ts";
import type { Pool } from "./pool.ts";
import type { PoolSolution } from "./solve.ts";

/** A pool that is solved, and the result in words. */
export interface Plan {
  readonly pool: Pool;
  readonly solution: PoolSolution;
  readonly result: MatchResult;
}
