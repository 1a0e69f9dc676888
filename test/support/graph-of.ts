import { drain } from "../../src/base/steps.ts";
import { readOptions } from "../../src/plan/options.ts";
import type { MatchOptions } from "../../src/plan/match-options.ts";
import type { Program } from "../../src/model/program.ts";
import { readInput } from "../../src/model/read-input.ts";
import type { MatchInput, MenteeEntry, MentorEntry } from "../../src/model/schema/schema.ts";
import { type CandidateGraph, findCandidates } from "../../src/rules/candidates/graph.ts";
import { prepareScore, type PreparedScore } from "../../src/score/weighted.ts";
import type { SparseProblem } from "../../src/solve/problem.ts";
import { sparse } from "./problems.ts";
import type { Oracle } from "./rule-oracles.ts";

/** The candidates of a programme, without matching it. */
export function graphOf(
  input: MatchInput,
  options: MatchOptions = {},
): { readonly program: Program; readonly graph: CandidateGraph; readonly score: PreparedScore } {
  const { criteria, rules, standingRules } = readOptions(options);
  const program = readInput(input);
  const { mentors, mentees, ...context } = program;
  const score = prepareScore(criteria, { mentors, mentees, context });
  return { program, graph: drain(findCandidates(program, rules, score, standingRules)), score };
}

/** Entries by id, in the order of code units that results keep. */
export function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A pair by ids as text. */
export function pairText(mentorId: string, menteeId: string): string {
  return `${JSON.stringify(mentorId)}-${JSON.stringify(menteeId)}`;
}

/** All pairs of a programme that the oracle tells. */
export function pairsWhere(input: MatchInput, holds: (mentor: MentorEntry, mentee: MenteeEntry) => boolean): string[] {
  return byId(input.mentees).flatMap((mentee) =>
    byId(input.mentors).flatMap((mentor) => (holds(mentor, mentee) ? [pairText(mentor.id, mentee.id)] : [])),
  );
}

/** All candidate pairs of a graph. */
export function pairsIn({ mentors, mentees }: Program, { rowStart, columnAt }: CandidateGraph): string[] {
  return mentees.flatMap((mentee, row) =>
    Array.from(columnAt.subarray(rowStart[row], rowStart[row + 1]), (column) =>
      pairText(mentors[column]!.id, mentee.id),
    ),
  );
}

/** The assignment problem of a programme, made from its oracles and from scores by pair. */
export function problemOf(
  input: MatchInput,
  oracles: Readonly<Record<string, Oracle>>,
  scoreOf: (mentor: number, mentee: number) => number,
  unmatched: "last" | "free",
): SparseProblem {
  const [mentors, mentees] = [byId(input.mentors), byId(input.mentees)];
  const weights = mentees.flatMap((mentee, row) =>
    mentors.map((mentor, column) =>
      Object.values(oracles).some((refuses) => refuses(mentor, mentee)) ? -Infinity : scoreOf(column, row),
    ),
  );
  return {
    ...sparse(mentees.length, mentors.length, weights, unmatched),
    rowCapacity: Int32Array.from(mentees, ({ capacity = 1 }) => capacity),
    columnCapacity: Int32Array.from(mentors, ({ capacity = 1 }) => capacity),
    rowMinimum: Int32Array.from(mentees, ({ minimumLoad = 0 }) => minimumLoad),
    columnMinimum: Int32Array.from(mentors, ({ minimumLoad = 0 }) => minimumLoad),
  };
}
