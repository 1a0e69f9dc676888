import { TersineError } from "./base/error.ts";
import { topicDemand } from "./explain/demand.ts";
import { sideViews } from "./explain/places.ts";
import { reasonOf } from "./explain/reasons.ts";
import type {
  Conflict,
  InfeasibleResult,
  MatchedResult,
  MatchResult,
  Pair,
  PairsProof,
  Price,
  SafeMatchResult,
} from "./explain/result.ts";
import { totalsOf } from "./explain/totals.ts";
import { explainUnmatched } from "./explain/unmatched.ts";
import { manifestOf } from "./matcher/manifest.ts";
import { unusedWishes } from "./matcher/unused-wishes.ts";
import { type MatchOptions, type Objective, type SettledOptions, settleOptions } from "./matcher/options.ts";
import type { Mentee, Mentor, Program } from "./model/program.ts";
import { readInput } from "./model/read-input.ts";
import type { MatchInput } from "./model/schema.ts";
import { type CandidateGraph, checkSize, findCandidates } from "./rules/candidates.ts";
import { prepareScore, type PreparedScore } from "./score/weighted.ts";
import type { InfeasibleAssignment, OptimalAssignment, PricesProof, SparseProblem } from "./solve/problem.ts";
import { solveAssignment } from "./solve/solve-assignment.ts";

/**
 * Finds the best pairs that all rules allow, proves that there are none better, and explains every pair and everybody
 * left out.
 *
 * The result is plain data, the same byte for byte whatever the order in which the input lists things; the input is not
 * changed. Demands that cannot be met together give `status: "infeasible"` with those that conflict.
 *
 * Takes O(mentors × mentees × (criteria + rules)) time to score; see `tersine/solve` for the assignment.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function matchPairs(input: MatchInput, options?: MatchOptions): MatchResult {
  const settled = settleOptions(options);
  const program = readInput(input);
  checkSize(program, settled.limits.pairs);
  const score = prepareScore(settled.criteria, scorePool(program), scoreOptions(settled));
  const graph = findCandidates(program, settled.rules, score, settled.standingRules);
  const assignment = solveAssignment(assignmentProblem(program, graph, settled.objective), { ties: "canonical" });
  const manifest = manifestOf(program, settled);
  const warnings = [...program.warnings, ...graph.warnings, ...unusedWishes(program, settled)];
  return assignment.status === "optimal"
    ? matchedResult(program, score, graph, assignment, { manifest, warnings })
    : infeasibleResult(program, graph, assignment, { manifest, warnings });
}

/** `matchPairs`, with problems of the input or the options as a value instead of an exception. */
export function safeMatchPairs(input: MatchInput, options?: MatchOptions): SafeMatchResult {
  try {
    return { success: true, data: matchPairs(input, options) };
  } catch (error) {
    if (error instanceof TersineError) return { success: false, error };
    throw error;
  }
}

function scoreOptions({ personalWeights }: SettledOptions) {
  return personalWeights === undefined ? {} : { personalWeights };
}

function scorePool({ mentors, mentees, chart, seniority, period, levels }: Program) {
  const context = {
    chart,
    seniority,
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
  return { mentors, mentees, context };
}

function assignmentProblem(
  { mentors, mentees }: Program,
  { rowStart, columnAt, scoreAt }: CandidateGraph,
  objective: Objective,
): SparseProblem {
  return {
    layout: "sparse",
    rows: mentees.length,
    columns: mentors.length,
    rowStart,
    columnAt,
    weightAt: scoreAt,
    unmatched: objective === "coverage" ? "last" : "free",
    rowCapacity: Int32Array.from(mentees, ({ capacity }) => capacity),
    columnCapacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    rowMinimum: Int32Array.from(mentees, ({ minimumLoad }) => minimumLoad),
    columnMinimum: Int32Array.from(mentors, ({ minimumLoad }) => minimumLoad),
  };
}

function matchedResult(
  program: Program,
  score: PreparedScore,
  graph: CandidateGraph,
  assignment: OptimalAssignment,
  record: Pick<MatchedResult, "manifest" | "warnings">,
): MatchedResult {
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
    ...record,
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
  program: Program,
  graph: CandidateGraph,
  { witness }: InfeasibleAssignment,
  record: Pick<InfeasibleResult, "manifest" | "warnings">,
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
    ...record,
  };
}
