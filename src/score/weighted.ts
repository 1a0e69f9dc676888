import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import type { Criterion, MissingPolicy, Pool, PreparedCriterion, ScoreContext } from "./criterion.ts";
import { FULL_SCORE, NO_INFORMATION } from "./criterion.ts";
import type { CriterionFacts } from "./facts.ts";
import { settleSeniority } from "./level.ts";
import { roundedRatio, toMicroPoints } from "./micro-points.ts";
import { WEIGHT_PARTS } from "./settings.ts";

/** What one criterion adds to a pair's score. */
export interface Contribution {
  readonly criterion: string;
  /** Share of the pair's total weight, 0 to 1; 0 if the criterion was left out for want of information. */
  readonly weight: number;
  /** Micro-points of the criterion alone; `null` if it was left out. */
  readonly value: number | null;
  /** Micro-points of the score; all contributions of a pair sum to its score exactly. */
  readonly points: number;
  /** Present if the criterion had no information: the policy that decided. */
  readonly missing?: MissingPolicy;
  readonly facts: CriterionFacts;
}

/** A pair's score, taken apart. */
export interface PairScore {
  /** Micro-points, 0 to `FULL_SCORE`. */
  readonly score: number;
  /**
   * Whether at least one criterion had information. If not, the score says nothing about the pair: it holds what the
   * policies for missing data state, and 0 if all criteria were left out.
   */
  readonly informed: boolean;
  /** In the order of the criteria; criteria of weight 0 are not among them. */
  readonly contributions: readonly Contribution[];
}

/** The criteria compiled against a pool. Functions take indices into its lists. */
export interface PreparedScore {
  /** The pool's context with `seniority` settled. */
  readonly context: ScoreContext;
  /** Score of a pair in micro-points, 0 to `FULL_SCORE`. */
  readonly score: (mentor: number, mentee: number) => number;
  /** Scores of all mentors with one mentee, into the first entries of `into`; several times faster than pair by pair. */
  readonly scoreRow: (mentee: number, into: Int32Array) => void;
  readonly explain: (mentor: number, mentee: number) => PairScore;
}

/** A list of weighted criteria, checked once. */
export interface WeightedScore {
  readonly criteria: readonly Criterion[];
  readonly prepare: (pool: Pool) => PreparedScore;
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
 * have many decimals come there).
 */
export function weighted(criteria: readonly Criterion[]): WeightedScore {
  throwIssues(nameIssues(criteria));
  const weights = wholeWeights(criteria);
  return { criteria, prepare: (pool) => prepareWeighted(criteria, weights, pool) };
}

/** `weighted(criteria).prepare(pool)`. */
export function prepareScore(criteria: readonly Criterion[], pool: Pool): PreparedScore {
  return weighted(criteria).prepare(pool);
}

function nameIssues(criteria: readonly Criterion[]): TersineIssue[] {
  const issues: TersineIssue[] = [];
  const placeOf = new Map<string, number>();
  for (const [place, { name }] of criteria.entries()) {
    const first = placeOf.get(name);
    if (first === undefined) placeOf.set(name, place);
    else {
      const message = `criterion "${name}" stands at /criteria/${first} already.`;
      issues.push({ code: "FIELD_CONFLICT", path: `/criteria/${place}/name`, message, hint: "Give one a `name`." });
    }
  }
  return issues;
}

/** The weights as the smallest whole numbers in the same ratio. */
function wholeWeights(criteria: readonly Criterion[]): number[] {
  const parts = criteria.map(({ weight }) => Math.round(weight * WEIGHT_PARTS));
  const divisor = parts.reduce(greatestCommonDivisor, 0);
  if (divisor === 0) {
    throw problem("WEIGHTS_ALL_ZERO", "/criteria", "expected at least one criterion with a weight above 0.");
  }
  const weights = parts.map((part) => part / divisor);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total > Number.MAX_SAFE_INTEGER / (4 * FULL_SCORE)) {
    throw problem("LIMIT_WEIGHTS", "/criteria", "the ratio of the weights needs more digits than exact sums allow.", {
      hint: "Use smaller weights or fewer decimals.",
    });
  }
  return weights;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** One criterion of positive weight, ready to be summed. */
interface Part {
  readonly name: string;
  readonly weight: number;
  readonly missing: MissingPolicy;
  /** What counts without information: micro-points, or `NO_INFORMATION` to leave the criterion out. */
  readonly whenMissing: number;
  readonly prepared: PreparedCriterion;
}

function prepareWeighted(criteria: readonly Criterion[], weights: readonly number[], given: Pool): PreparedScore {
  const context = settleSeniority(given);
  const pool = { ...given, context };
  const parts: Part[] = [];
  for (const [place, { name, missing: stated, prepare }] of criteria.entries()) {
    const weight = weights[place]!;
    if (weight === 0) continue;
    const prepared = prepare(pool, `/criteria/${place}`);
    const missing = prepared.unused === true ? "skip" : stated;
    parts.push({ name, weight, missing, whenMissing: missingPoints(missing), prepared });
  }
  return {
    context,
    score: (mentor, mentee) => scoreOf(parts, mentor, mentee),
    scoreRow: rowScorer(parts, pool.mentors.length),
    explain: (mentor, mentee) => explainPair(parts, mentor, mentee),
  };
}

function missingPoints(missing: MissingPolicy): number {
  if (missing === "skip") return NO_INFORMATION;
  return missing === "zero" ? 0 : toMicroPoints(missing);
}

function scoreOf(parts: readonly Part[], mentor: number, mentee: number): number {
  let sum = 0;
  let weights = 0;
  for (const { weight, whenMissing, prepared } of parts) {
    let points = prepared.points(mentor, mentee);
    if (points === NO_INFORMATION) points = whenMissing;
    if (points === NO_INFORMATION) continue;
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
    for (const { weight, whenMissing, prepared } of parts) {
      fillRow(prepared, mentee, mentors, into);
      for (let mentor = 0; mentor < mentors; mentor += 1) {
        let points = into[mentor]!;
        if (points < 0) points = whenMissing;
        if (points < 0) continue;
        sumOf[mentor]! += weight * points;
        weightOf[mentor]! += weight;
      }
    }
    for (let mentor = 0; mentor < mentors; mentor += 1) {
      const weights = weightOf[mentor]!;
      into[mentor] = weights === 0 ? 0 : roundedRatio(sumOf[mentor]!, weights);
    }
  };
}

function fillRow(prepared: PreparedCriterion, mentee: number, mentors: number, into: Int32Array): void {
  if (prepared.pointsRow !== undefined) {
    prepared.pointsRow(mentee, into);
    return;
  }
  for (let mentor = 0; mentor < mentors; mentor += 1) into[mentor] = prepared.points(mentor, mentee);
}

function explainPair(parts: readonly Part[], mentor: number, mentee: number): PairScore {
  const known = parts.map(({ prepared }) => prepared.points(mentor, mentee));
  const counted = parts.map(({ whenMissing }, place) =>
    known[place] === NO_INFORMATION ? whenMissing : known[place]!,
  );
  const weights = parts.map(({ weight }, place) => (counted[place] === NO_INFORMATION ? 0 : weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const points = splitPoints(
    weights.map((weight, place) => (weight === 0 ? 0 : weight * counted[place]!)),
    total,
  );
  const contributions = parts.map(({ name, missing, prepared }, place): Contribution => ({
    criterion: name,
    weight: total === 0 ? 0 : weights[place]! / total,
    value: counted[place] === NO_INFORMATION ? null : counted[place]!,
    points: points[place]!,
    ...(known[place] === NO_INFORMATION ? { missing } : {}),
    facts: prepared.facts(mentor, mentee),
  }));
  const informed = known.some((value) => value !== NO_INFORMATION);
  return { score: points.reduce((sum, part) => sum + part, 0), informed, contributions };
}

/** Shares out `Σ products ÷ total`, rounded half up, by largest remainder. Products are whole and not negative. */
function splitPoints(products: readonly number[], total: number): number[] {
  if (total === 0) return products.map(() => 0);
  const points = products.map((product) => Math.floor(product / total));
  const remainders = products.map((product, place) => product - points[place]! * total);
  const score = roundedRatio(
    products.reduce((sum, product) => sum + product, 0),
    total,
  );
  let left = score - points.reduce((sum, part) => sum + part, 0);
  for (; left > 0; left -= 1) {
    const largest = remainders.indexOf(Math.max(...remainders));
    points[largest]! += 1;
    remainders[largest] = -1;
  }
  return points;
}
