import { withProgress } from "../../base/steps.ts";
import type { QuotaEvidence } from "../../explain/fix.ts";
import type { Pool } from "../../plan/pool.ts";
import { readQuotas } from "../../plan/quotas.ts";
import type { Matching } from "../../plan/solve.ts";
import type { MatchSteps, Progress } from "../../plan/steps.ts";
import { solvedOnce } from "./solved-changes.ts";
import type { PlanToFix } from "./tries.ts";

const EXPLAINING: Progress = { phase: "explaining", done: 0, total: null };

/** Which quotas leave somebody out, by matches without each of those that bind and without all. */
export function* quotaEvidence(plan: PlanToFix, isPlaced: (matching: Matching) => boolean): MatchSteps<QuotaEvidence> {
  const { pool } = plan;
  const { given, list } = pool.quotas;
  const binding = [...given.keys()].filter((quota) => list.some(({ position }) => position === quota));
  const holding = new Set<number | "all">();
  for (const dropped of [...binding, "all"] as const) {
    const { assignment } = yield* solvedOnce(plan, `without ${dropped}`, yield* withoutQuota(pool, dropped));
    if (assignment !== undefined && assignment.status !== "infeasible" && isPlaced(assignment)) holding.add(dropped);
  }
  return {
    alone: given.filter((_, quota) => holding.has(quota)).map(({ name }) => name),
    together: holding.has("all"),
  };
}

function* withoutQuota(pool: Pool, dropped: number | "all"): MatchSteps<Pool> {
  const kept = pool.options.quotas.filter((_, position) => dropped !== "all" && position !== dropped);
  return { ...pool, quotas: yield* withProgress(readQuotas(pool.program, pool.graph, kept), () => EXPLAINING) };
}
