import type { MatchedResult, MatchResult } from "../../src/index.ts";

/** Insists that there are pairs. */
export function expectMatched(result: MatchResult): MatchedResult {
  if (result.status === "infeasible") throw new Error("expected demands that can be met");
  return result;
}
