import { asPublic } from "../base/public.ts";
import { type Steps, withProgress } from "../base/steps.ts";
import type { Manifest, Warning } from "../explain/result.ts";
import { loadBounds } from "../model/entries/load-bounds.ts";
import type { Program } from "../model/program.ts";
import { readProgrammeInSteps, type Reading } from "../model/read-input.ts";
import { type CandidateGraph, checkSize, findCandidates } from "../rules/candidates/graph.ts";
import type { PreparedScore } from "../score/weighted.ts";
import type { SparseProblem } from "../solve/problem.ts";
import { inputHash } from "./input-hash.ts";
import { drawLots } from "./lot.ts";
import { manifestOf } from "./manifest.ts";
import { mixedScripts } from "./mixed-scripts.ts";
import { type FullOptions, optionsCopy, readOptions } from "./options.ts";
import type { MatchOptions, Objective } from "./match-options.ts";
import { type Pin, readPins } from "./pins.ts";
import { type PoolQuotas, readQuotas } from "./quotas.ts";
import { prepareScores } from "./scoring.ts";
import type { Progress, MatchSteps } from "./steps.ts";
import { unusedWishes } from "./unused-wishes.ts";

/** A programme whose pairs are scored and ruled. */
export interface RuledProgramme {
  /** The options as given. */
  readonly given: MatchOptions;
  readonly reading: Reading;
  readonly options: FullOptions;
  readonly program: Program;
  readonly score: PreparedScore;
  readonly graph: CandidateGraph;
}

/** All that a solve, and every question about its result, starts from. */
export interface Pool extends RuledProgramme {
  /** By mentee, then mentor. */
  readonly pins: readonly Pin[];
  readonly quotas: PoolQuotas;
  readonly manifest: Manifest;
  readonly warnings: readonly Warning[];
}

const READING: Progress = { phase: "reading", done: 0, total: 1 };

/**
 * Reads the options and the input, scores the pairs, asks the rules, and finds pins and quotas among the candidates. Takes
 * O(mentees × mentors × (criteria + rules)) time.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function* preparePool(input: unknown, given: MatchOptions = {}): MatchSteps<Pool> {
  const options = asPublic("options", () => readOptions(given));
  yield READING;
  const reading = yield* withProgress(readProgrammeInSteps(input), () => READING);
  const program = options.ties === undefined ? reading.program : drawLots(reading.program, options.ties);
  checkSize(program, options.limits.pairs);
  const total = program.mentees.length;
  const scoring = (done: number): Progress => ({ phase: "scoring", done, total });
  yield scoring(0);
  const score = yield* withProgress(prepareScores(program, options), () => scoring(0));
  const rows = findCandidates(program, options.rules, score, options.standingRules);
  const graph = yield* withProgress(rows, scoring);
  const ruled = { given: asPublic("options", () => optionsCopy(given)), reading, options, program, score, graph };
  const demanded = yield* withProgress(withDemands(ruled), () => scoring(total));
  const sha256 = yield* withProgress(inputHash(reading.program), () => scoring(total));
  return { ...demanded, manifest: manifestOf(program, options, sha256) };
}

/** Finds pins and quotas among the candidates, and what is accepted with a doubt. Can be paused every few people. */
export function* withDemands(ruled: RuledProgramme): Steps<Omit<Pool, "manifest">> {
  const { program, graph, options } = ruled;
  const mixed = yield* mixedScripts(program);
  const warnings = [...program.warnings, ...graph.warnings, ...unusedWishes(program, options), ...mixed];
  const pins = readPins(program, graph, options.pins);
  yield;
  const quotas = yield* readQuotas(program, graph, options.quotas);
  return { ...ruled, pins, quotas, warnings };
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

/** Mentee of each candidate pair. */
export function rowsOf({ rowStart, columnAt }: Pick<CandidateGraph, "rowStart" | "columnAt">): Int32Array {
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row + 1 < rowStart.length; row += 1) rowAt.fill(row, rowStart[row], rowStart[row + 1]);
  return rowAt;
}
