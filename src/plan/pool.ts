import { optionsCopy } from "../matcher/what-if/changed-options.ts";
import { drain, type Steps, tellingOf } from "./steps.ts";
import { keepRead, knownTimes, readTimes } from "./known-times.ts";
import { unusedWishes } from "./unused-wishes.ts";
import { manifestOf } from "./manifest.ts";
import { mixedScripts } from "./mixed-scripts.ts";
import { type Pins, readPins } from "./pins.ts";
import { type PoolQuotas, readQuotasInSteps } from "./quotas.ts";
import { type MatchOptions, type Objective, type SettledOptions, settleOptions } from "./options.ts";
import type { Manifest, Warning } from "../explain/result.ts";
import { loadBounds } from "../model/load-bounds.ts";
import type { Program } from "../model/program.ts";
import { readProgrammeInSteps, type Reading } from "../model/read-input.ts";
import { type CandidateGraph, checkSize, findCandidatesInSteps } from "../rules/candidates/graph.ts";
import type { Pool as ScorePool } from "../score/criterion.ts";
import { prepareScoreInSteps, type PreparedScore, type ScoreOptions } from "../score/weighted.ts";
import type { SparseProblem } from "../solve/problem.ts";

/** A programme that is read, scored and ruled: all that a solve, and every question about its result, starts from. */
export interface Pool {
  /** The options as given. */
  readonly given: MatchOptions;
  readonly reading: Reading;
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
export function preparePool(input: unknown, given?: MatchOptions): Pool {
  return drain(preparePoolInSteps(input, given));
}

/** `preparePool` as a generator that tells how far it has come. */
export function* preparePoolInSteps(input: unknown, given?: MatchOptions): Steps<Pool> {
  const options = settleOptions(given);
  const read = { phase: "reading", done: 0, total: 1 } as const;
  yield read;
  const reading = yield* tellingOf(readProgrammeInSteps(input), read);
  const { program } = reading;
  checkSize(program, options.limits.pairs);
  const total = program.mentees.length;
  const compiled = { phase: "scoring", done: 0, total } as const;
  yield compiled;
  // what the criterion asks for is then known, so that compiling it is short
  if (options.criteria.some(({ name }) => name === "availability")) yield* tellingOf(readTimes(program), compiled);
  const compiling = prepareScoreInSteps(options.criteria, scorePool(program), scoreOptions(options));
  const score = yield* tellingOf(compiling, compiled);
  const rows = findCandidatesInSteps(program, options.rules, score, options.standingRules);
  let row = rows.next();
  for (; row.done !== true; row = rows.next()) yield { phase: "scoring", done: row.value, total };
  const ruled = { given: optionsCopy(given ?? {}), reading, options, program, score, graph: row.value };
  return yield* tellingOf(finishInSteps(ruled), { phase: "scoring", done: total, total });
}

type RuledPool = Pick<Pool, "given" | "reading" | "options" | "program" | "score" | "graph">;

/** What can be said of a programme once its candidates are known; `previous` is one that it continues. */
export function finishPool(ruled: RuledPool, previous: Program): Pool {
  return drain(finishInSteps(ruled, previous));
}

function* finishInSteps(ruled: RuledPool, previous?: Program): Generator<void, Pool, void> {
  const { program, graph, options } = ruled;
  const warnings = [
    ...program.warnings,
    ...graph.warnings,
    ...unusedWishes(program, options),
    ...(yield* mixedScripts(program)),
  ];
  const pins = readPins(program, graph, options.pins);
  yield;
  const quotas = yield* readQuotasInSteps(program, graph, options.quotas);
  yield;
  const manifest = yield* manifestOf(program, options, previous);
  return { ...ruled, pins, quotas, manifest, warnings };
}

/** The candidates as the solver sees them: rows are mentees, columns are mentors, both in the programme's order. */
export function assignmentProblem(
  program: Program,
  { rowStart, columnAt, scoreAt }: Pick<CandidateGraph, "rowStart" | "columnAt" | "scoreAt">,
  objective: Objective,
): SparseProblem {
  const { mentor, mentee } = loadBounds(program);
  return {
    layout: "sparse",
    rows: program.mentees.length,
    columns: program.mentors.length,
    rowStart,
    columnAt,
    weightAt: scoreAt,
    unmatched: objective === "coverage" || objective === "fair" ? "last" : "free",
    rowCapacity: mentee.capacity,
    columnCapacity: mentor.capacity,
    rowMinimum: mentee.minimum,
    columnMinimum: mentor.minimum,
  };
}

export function scoreOptions({ personalWeights }: SettledOptions): ScoreOptions {
  return personalWeights === undefined ? {} : { personalWeights };
}

/** A programme as the criteria see it. */
export function scorePool({ mentors, mentees, chart, seniority, period, levels }: Program): ScorePool {
  const context = {
    chart,
    seniority,
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
  return { mentors, mentees, context, times: knownTimes, keep: keepRead };
}
