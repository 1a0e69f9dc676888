import { topicDemand } from "../explain/demand.ts";
import { sideViews } from "../explain/places.ts";
import { reasonOf } from "../explain/reasons.ts";
import type {
  Conflict,
  InfeasibleResult,
  MatchedResult,
  MatchResult,
  Pair,
  PairsProof,
  Price,
} from "../explain/result.ts";
import { totalsOf } from "../explain/totals.ts";
import { explainUnmatched } from "../explain/unmatched.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { PreparedScore } from "../score/weighted.ts";
import type { Assignment, InfeasibleAssignment, OptimalAssignment, PricesProof } from "../solve/problem.ts";
import type { Pool } from "./pool.ts";

/** The solver's answer in the organiser's words. */
export function resultOf(pool: Pool, assignment: Assignment): MatchResult {
  return assignment.status === "optimal" ? matchedResult(pool, assignment) : infeasibleResult(pool, assignment);
}

function matchedResult(pool: Pool, assignment: OptimalAssignment): MatchedResult {
  const { program, score, graph, manifest, warnings } = pool;
  const { mentors, mentees } = program;
  const pairs = Array.from(assignment.rowOf, (row, pair) => {
    const column = assignment.columnOf[pair] ?? 0;
    return pairOf(mentors[column], mentees[row], score.explain(column, row));
  });
  const views = sideViews(program, graph, assignment);
  return {
    status: "optimal",
    pairs,
    ...explainUnmatched(program, graph, views),
    totals: totalsOf(program, graph, pairs, views),
    proof: proofOf(program, assignment.proof),
    demand: topicDemand(program, assignment),
    warnings,
    manifest,
  };
}

function pairOf(
  mentor: Mentor | undefined,
  mentee: Mentee | undefined,
  { score, informed, contributions }: ReturnType<PreparedScore["explain"]>,
): Pair {
  const meetings = contributions.flatMap(({ facts }) => (facts.kind === "availability" ? facts.meetings : []));
  return {
    mentorId: mentor?.id ?? "",
    menteeId: mentee?.id ?? "",
    score,
    informed,
    contributions,
    reasons: contributions.map(reasonOf),
    meetings,
  };
}

function proofOf({ mentors, mentees }: Program, proof: PricesProof): PairsProof {
  const priced = (people: readonly (Mentor | Mentee)[], prices: Float64Array): readonly Price[] =>
    people.map(({ id }, index) => ({ id, price: prices[index] ?? 0 }));
  const { coverage } = proof;
  return {
    kind: "prices",
    placement: proof.placement,
    mentors: priced(mentors, proof.columnPrice),
    mentees: priced(mentees, proof.rowPrice),
    ...(coverage === undefined
      ? {}
      : { deficientSets: { mentors: idsAt(mentors, coverage.columns), mentees: idsAt(mentees, coverage.rows) } }),
  };
}

function idsAt(people: readonly (Mentor | Mentee)[], indices: Int32Array): readonly string[] {
  return Array.from(indices).flatMap((index) => people[index]?.id ?? []);
}

function infeasibleResult(
  { program, graph, manifest, warnings }: Pool,
  { witness }: InfeasibleAssignment,
): InfeasibleResult {
  const side = witness.side === "row" ? "mentee" : "mentor";
  const ids = idsAt(side === "mentee" ? program.mentees : program.mentors, witness.nodes);
  const { needed, available } = witness;
  const conflict: Conflict = {
    demand: "minimumLoad",
    side,
    ids,
    needed,
    available,
    en: `${ids.length} ${side}s must have ${needed} partners together; at most ${available} are possible.`,
    tr: `${ids.length} kişinin (${side}) birlikte ${needed} eşi olmalı; en çok ${available} mümkün.`,
  };
  return {
    status: "infeasible",
    conflicts: [conflict],
    unmatched: explainUnmatched(program, graph, undefined).unmatched,
    warnings,
    manifest,
  };
}
