import type { Pool } from "../../../plan/pool.ts";

/**
 * The pairs that all rules allow, in the form of the problems of `tersine/solve`: rows are mentees, columns are mentors,
 * both in the order that decides ties, which is that of their ids unless the options ask for a lot.
 */
export interface CandidateTable {
  /** Id of each row. */
  readonly mentees: readonly string[];
  /** Id of each column. */
  readonly mentors: readonly string[];
  /** Row `r` owns the pairs from `rowStart[r]` up to, not including, `rowStart[r + 1]`. */
  readonly rowStart: Int32Array;
  /** Column of each pair, ascending within a row. */
  readonly columnAt: Int32Array;
  /** Micro-points of each pair. */
  readonly scoreAt: Int32Array;
}

/** A copy: nothing that a caller does to it reaches the plan. */
export function candidateTableOf({ program, graph }: Pool): CandidateTable {
  return {
    mentees: program.mentees.map(({ id }) => id),
    mentors: program.mentors.map(({ id }) => id),
    rowStart: graph.rowStart.slice(),
    columnAt: graph.columnAt.slice(),
    scoreAt: graph.scoreAt.slice(),
  };
}
