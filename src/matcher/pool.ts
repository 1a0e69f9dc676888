import { drain, type Steps } from "./steps.ts";
import { unusedWishes } from "./unused-wishes.ts";
import { manifestOf } from "./manifest.ts";
import { mixedScripts } from "./mixed-scripts.ts";
import { type Pins, readPins } from "./pins.ts";
import { type PoolQuotas, readQuotas } from "./quotas.ts";
import { type MatchOptions, type Objective, type SettledOptions, settleOptions } from "./options.ts";
import type { Manifest, Warning } from "../explain/result.ts";
import type { Program } from "../model/program.ts";
import { readInput } from "../model/read-input.ts";
import type { MatchInput } from "../model/schema.ts";
import { type CandidateGraph, checkSize, findCandidatesInSteps } from "../rules/candidates.ts";
import { prepareScore, type PreparedScore } from "../score/weighted.ts";
import type { SparseProblem } from "../solve/problem.ts";

/** A programme that is read, scored and ruled: all that a solve, and every question about its result, starts from. */
export interface Pool {
  readonly options: SettledOptions;
  readonly program: Program;
  readonly score: PreparedScore;
  readonly graph: CandidateGraph;
  readonly pins: Pins;
  readonly quotas: PoolQuotas;
  readonly manifest: Manifest;
  readonly warnings: readonly Warning[];
}

/**
 * Reads the input, scores the pairs and asks the rules. Takes O(mentors × mentees × (criteria + rules)) time.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function preparePool(input: MatchInput, given?: MatchOptions): Pool {
  return drain(preparePoolInSteps(input, given));
}

/** `preparePool` as a generator that tells how far it has come. */
export function* preparePoolInSteps(input: MatchInput, given?: MatchOptions): Steps<Pool> {
  const options = settleOptions(given);
  yield { phase: "reading", done: 0, total: 1 };
  return yield* poolOfProgram(readInput(input), options);
}

/** The pool of a programme that has been read. */
export function* poolOfProgram(program: Program, options: SettledOptions): Steps<Pool> {
  checkSize(program, options.limits.pairs);
  const total = program.mentees.length;
  yield { phase: "scoring", done: 0, total };
  const score = prepareScore(options.criteria, scorePool(program), scoreOptions(options));
  const rows = findCandidatesInSteps(program, options.rules, score, options.standingRules);
  let row = rows.next();
  for (; row.done !== true; row = rows.next()) yield { phase: "scoring", done: row.value, total };
  const graph = row.value;
  const warnings = [
    ...program.warnings,
    ...graph.warnings,
    ...unusedWishes(program, options),
    ...mixedScripts(program),
  ];
  const pins = readPins(program, graph, options.pins);
  const quotas = readQuotas(program, graph, options.quotas);
  return { options, program, score, graph, pins, quotas, manifest: manifestOf(program, options), warnings };
}

/** The candidates as the solver sees them: rows are mentees, columns are mentors, both in the programme's order. */
export function assignmentProblem(
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
    unmatched: objective === "coverage" || objective === "fair" ? "last" : "free",
    rowCapacity: Int32Array.from(mentees, ({ capacity }) => capacity),
    columnCapacity: Int32Array.from(mentors, ({ capacity }) => capacity),
    rowMinimum: Int32Array.from(mentees, ({ minimumLoad }) => minimumLoad),
    columnMinimum: Int32Array.from(mentors, ({ minimumLoad }) => minimumLoad),
  };
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
