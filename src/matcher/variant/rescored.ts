import { drain, withProgress } from "../../base/steps.ts";
import type { Program } from "../../model/program.ts";
import type { Pool } from "../../plan/pool.ts";
import { readQuotas } from "../../plan/quotas.ts";
import { prepareScores } from "../../plan/scoring.ts";
import type { Progress, MatchSteps } from "../../plan/steps.ts";
import { findCandidates } from "../../rules/candidates/graph.ts";

/** The pool with all scores and rules of a changed programme, and no pins. */
export function* rescored(pool: Pool, program: Program): MatchSteps<Pool> {
  const { options } = pool;
  const total = program.mentees.length;
  const explaining = (done: number): Progress => ({ phase: "explaining", done, total });
  const score = yield* withProgress(prepareScores(program, options), () => explaining(0));
  const rows = findCandidates(program, options.rules, score, options.standingRules);
  const graph = yield* withProgress(rows, explaining);
  return { ...pool, program, score, graph, pins: [] };
}

/** The pool with its quotas read anew: a change may have made pairs, or people, that count. */
export function requoted(pool: Pool): Pool {
  return { ...pool, quotas: drain(readQuotas(pool.program, pool.graph, pool.options.quotas)) };
}

/** Whether pairs are tied together, here or after a change, so that prices alone cannot tell who would be placed. */
export function isUnderQuotas({ quotas }: Pool): boolean {
  return quotas.given.length > 0;
}
