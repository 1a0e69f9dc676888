import type { Pool } from "../../plan/pool.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";
import { withCandidates, withColumn } from "./candidates.ts";
import { withTopic } from "./programme.ts";

/** Whether the score of a pair depends on the two people alone. */
export function isLocal({ options }: Pool): boolean {
  return options.criteria.every(({ poolRelative }) => poolRelative !== true);
}

/** The pool in which one mentor offers a topic; `everywhere` are the candidates if all offer it. */
export function poolWithOffer(pool: Pool, everywhere: CandidateGraph, topic: string, mentor: number): Pool | undefined {
  const mentorId = pool.program.mentors[mentor]?.id;
  const program = withTopic(pool.program, topic, ({ id }) => id === mentorId);
  return withCandidates({ ...pool, program }, withColumn(pool.graph, everywhere, mentor));
}
