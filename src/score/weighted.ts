import { asPublic } from "../base/public.ts";
import { drain, type Steps } from "../base/steps.ts";
import type { Criterion, ScorePool, ScoreContext } from "./criterion.ts";
import { NO_INFORMATION } from "./criterion.ts";
import { settleSeniority } from "./seniority.ts";
import { roundedRatio } from "./micro-points.ts";
import { explainPair, fillRow, type PairScore, pairWeight, type Part, preparePart } from "./pair-score.ts";
import { checkPersonalWeights, percentTables, type PersonalWeights } from "./personal-weights.ts";
import { type KeptPairs, type ScoreTable, tabulate } from "./score-table.ts";
import { wholeWeights } from "./weights.ts";

export interface ScoreOptions {
  /**
   * Lets people weigh the criteria for themselves: the weight for a pair is the programme's weight × (mentor's percent +
   * mentee's percent) ÷ 200, exactly, from everybody's `personalWeights`. Without it nobody's are read.
   * @default off
   */
  readonly personalWeights?: PersonalWeights;
}

/** The criteria compiled against a pool. Functions take indices into its lists. */
export interface PreparedScore {
  /** The pool's context with `seniority` settled. */
  readonly context: ScoreContext;
  /** Score of a pair in micro-points, 0 to `FULL_SCORE`. */
  readonly scoreOf: (mentee: number, mentor: number) => number;
  /** Scores of all mentors with one mentee, into the first entries of `into`; several times faster than pair by pair. */
  readonly scoreRow: (mentee: number, into: Int32Array) => void;
  readonly explainPair: (mentee: number, mentor: number) => PairScore;
  /** What the criteria say of some pairs, to be weighed anew. */
  readonly tabulate: (pairs: KeptPairs) => ScoreTable;
}

/** A list of weighted criteria, checked once. */
export interface WeightedScore {
  readonly criteria: readonly Criterion[];
  readonly prepare: (pool: ScorePool) => PreparedScore;
}

/**
 * Combines criteria into one score.
 *
 * score = Σ weight · value ÷ Σ weight over the criteria that have information or whose policy states a value, in whole
 * micro-points, halves rounded up once. The contributions are the exact shares rounded down, with the micro-points left
 * over given one each to the largest remainders, ties in criterion order.
 *
 * Errors: `WEIGHTS_ALL_ZERO` without a positive weight, `FIELD_CONFLICT` for two criteria of one name, `LIMIT_WEIGHTS`
 * if exact sums would leave the whole numbers that doubles hold (only weights that differ by factors of thousands and
 * have many decimals come there), `WEIGHT_RANGE` for a weight that no maker of criteria gives, `NUMBER_RANGE` for bad
 * bounds of personal weights and, when compiled, `CRITERION_UNKNOWN` for a personal weight of something that is no
 * criterion.
 */
export function weighted(criteria: readonly Criterion[], options: ScoreOptions = {}): WeightedScore {
  return asPublic("weighted", () => {
    const weighing = weighingOf(criteria, options);
    return { criteria, prepare: (pool) => drain(compile(weighing, pool)) };
  });
}

/** `weighted(criteria, options).prepare(pool)`. */
export function prepareScore(
  criteria: readonly Criterion[],
  pool: ScorePool,
  options: ScoreOptions = {},
): PreparedScore {
  return asPublic("prepareScore", () => {
    return weighted(criteria, options).prepare(pool);
  });
}

/** The steps of `prepareScore`, which pause between criteria and every few people within those of this library. */
export function compileScore(
  criteria: readonly Criterion[],
  pool: ScorePool,
  options: ScoreOptions,
): Steps<PreparedScore> {
  return compile(weighingOf(criteria, options), pool);
}

interface Weighing extends ScoreOptions {
  readonly criteria: readonly Criterion[];
  /** Whole numbers: the weights times one factor. */
  readonly weights: readonly number[];
  readonly factor: number;
}

function weighingOf(criteria: readonly Criterion[], options: ScoreOptions): Weighing {
  const { personalWeights } = options;
  if (personalWeights !== undefined) checkPersonalWeights(personalWeights);
  const factor = personalWeights === undefined ? 1 : 2 * personalWeights.max;
  return { ...options, criteria, weights: wholeWeights(criteria, factor), factor };
}

function* compile({ criteria, weights, factor, personalWeights }: Weighing, pool: ScorePool): Steps<PreparedScore> {
  const settled = { ...pool, context: settleSeniority(pool) };
  const tables = personalWeights && percentTables(pool, criteria, personalWeights);
  const parts: Part[] = [];
  for (const [place, criterion] of criteria.entries()) {
    parts.push(...(yield* preparePart(criterion, place, weights[place]!, settled, tables?.[place])));
    yield;
  }
  return {
    context: settled.context,
    scoreOf: (mentee, mentor) => scoreOf(parts, mentee, mentor),
    scoreRow: rowScorer(parts, pool.mentors.length),
    explainPair: (mentee, mentor) => explainPair(parts, mentee, mentor),
    tabulate: (pairs) => tabulate(parts, factor, pool.mentors.length, pairs),
  };
}

function scoreOf(parts: readonly Part[], mentee: number, mentor: number): number {
  let sum = 0;
  let weights = 0;
  for (const part of parts) {
    let points = part.prepared.points(mentee, mentor);
    if (points === NO_INFORMATION) points = part.whenMissing;
    if (points === NO_INFORMATION) continue;
    const weight = pairWeight(part, mentee, mentor);
    sum += weight * points;
    weights += weight;
  }
  return weights === 0 ? 0 : roundedRatio(sum, weights);
}

/** Scores a mentee with all mentors, one criterion after the other, so that each can use what it knows of the whole row. */
function rowScorer(parts: readonly Part[], mentors: number): PreparedScore["scoreRow"] {
  const sumOf = new Float64Array(mentors);
  const weightOf = new Float64Array(mentors);
  return (mentee, into) => {
    sumOf.fill(0);
    weightOf.fill(0);
    for (const part of parts) {
      fillRow(part.prepared, mentee, mentors, into);
      if (part.percents === undefined) addRow(part, into, sumOf, weightOf);
      else addPersonalRow(part, mentee, into, sumOf, weightOf);
    }
    for (let mentor = 0; mentor < mentors; mentor += 1) {
      const weights = weightOf[mentor]!;
      into[mentor] = weights === 0 ? 0 : roundedRatio(sumOf[mentor]!, weights);
    }
  };
}

/** Adds one criterion of a fixed weight to the sums of a row. */
function addRow({ weight, whenMissing }: Part, points: Int32Array, sumOf: Float64Array, weightOf: Float64Array): void {
  for (let mentor = 0; mentor < sumOf.length; mentor += 1) {
    const known = points[mentor]!;
    const counted = known === NO_INFORMATION ? whenMissing : known;
    if (counted === NO_INFORMATION) continue;
    sumOf[mentor]! += weight * counted;
    weightOf[mentor]! += weight;
  }
}

/** Adds one criterion that people weigh for themselves. */
function addPersonalRow(
  part: Part,
  mentee: number,
  points: Int32Array,
  sumOf: Float64Array,
  weightOf: Float64Array,
): void {
  for (let mentor = 0; mentor < sumOf.length; mentor += 1) {
    const known = points[mentor]!;
    const counted = known === NO_INFORMATION ? part.whenMissing : known;
    if (counted === NO_INFORMATION) continue;
    const weight = pairWeight(part, mentee, mentor);
    sumOf[mentor]! += weight * counted;
    weightOf[mentor]! += weight;
  }
}
