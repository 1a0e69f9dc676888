import type { Pool } from "../../plan/pool.ts";
import { type ScoredPairs, withCandidates, withColumn } from "./candidates.ts";
import { withTopic } from "./programme.ts";

/** Whether what is said of a pair depends on the two people alone, also once a topic is offered that nobody offers yet. */
export function isLocal({ options, graph }: Pool): boolean {
  return (
    options.criteria.every(({ poolRelative }) => poolRelative !== true) &&
    graph.asked.measures.every(({ by }) => by !== "nothing")
  );
}

/** The pool in which one mentor offers a topic; `everywhere` are the candidates if all offer it. */
export function poolWithOffer(pool: Pool, everywhere: ScoredPairs, topic: string, mentor: number): Pool | undefined {
  const mentorId = pool.program.mentors[mentor]?.id;
  const program = withTopic(pool.program, topic, ({ id }) => id === mentorId);
  return withCandidates({ ...pool, program }, withColumn(pool.graph, everywhere, mentor));
}
