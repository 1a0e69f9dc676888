import { drain, finished, mapResult, type Steps } from "../base/steps.ts";
import type { Criterion, MissingPolicy, ScorePool, PreparedCriterion } from "./criterion.ts";
import { NO_INFORMATION } from "./criterion.ts";
import type { CriterionFacts } from "./standard-criteria.ts";
import { roundedRatio, toMicroPoints } from "./micro-points.ts";
import type { PercentTables, PersonalPercents } from "./personal-weights.ts";

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
  /** What the two people make of the programme's weight; present if the programme lets them. */
  readonly personal?: PersonalPercents;
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

/** One criterion of positive weight, ready to be summed. */
export interface Part {
  readonly name: string;
  /** Whole, positive. */
  readonly weight: number;
  readonly missing: MissingPolicy;
  /** What counts without information: micro-points, or `NO_INFORMATION` to leave the criterion out. */
  readonly whenMissing: number;
  readonly percents?: PercentTables;
  readonly prepared: PreparedCriterion;
}

/** Compiles the criteria of positive weight; `weights` has one entry for each criterion. */
export function prepareParts(criteria: readonly Criterion[], weights: readonly number[], pool: ScorePool): Part[] {
  return criteria.flatMap((criterion, place) => drain(preparePart(criterion, place, weights[place]!, pool)));
}

/** Compiles one criterion; nothing if its weight is 0. A generator that can be paused every few people. */
export function preparePart(
  { name, missing: stated, prepare }: Criterion,
  place: number,
  weight: number,
  pool: ScorePool,
  percents?: PercentTables,
): Steps<Part[]> {
  if (weight === 0) return finished([]);
  const compiling = prepare.inSteps?.(pool) ?? finished(prepare(pool, `/criteria/${place}`));
  return mapResult(compiling, (prepared): Part[] => {
    const missing = prepared.unused === true ? "skip" : stated;
    const part = { name, weight, missing, whenMissing: missingPoints(missing), prepared };
    return [percents === undefined ? part : { ...part, percents }];
  });
}

/** Points of every mentor with one mentee, into the first entries of `into`. */
export function fillRow(prepared: PreparedCriterion, mentee: number, mentors: number, into: Int32Array): void {
  if (prepared.pointsRow !== undefined) {
    prepared.pointsRow(mentee, into);
    return;
  }
  for (let mentor = 0; mentor < mentors; mentor += 1) into[mentor] = prepared.points(mentee, mentor);
}

function missingPoints(missing: MissingPolicy): number {
  if (missing === "skip") return NO_INFORMATION;
  return missing === "zero" ? 0 : toMicroPoints(missing);
}

/** Weight of a part for one pair: whole, in the same unit for all parts of the pair. */
export function pairWeight({ weight, percents }: Part, mentee: number, mentor: number): number {
  if (percents === undefined) return weight;
  // ÷ 200 is left out: it is the same for all criteria, and without it the weights stay whole
  return weight * (percents.mentors[mentor]! + percents.mentees[mentee]!);
}

/** Takes a pair's score apart. */
export function explainPair(parts: readonly Part[], mentee: number, mentor: number): PairScore {
  const known = parts.map(({ prepared }) => prepared.points(mentee, mentor));
  const counted = parts.map(({ whenMissing }, place) =>
    known[place] === NO_INFORMATION ? whenMissing : known[place]!,
  );
  const weights = parts.map((part, place) =>
    counted[place] === NO_INFORMATION ? 0 : pairWeight(part, mentee, mentor),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const points = splitPoints(
    weights.map((weight, place) => (weight === 0 ? 0 : weight * counted[place]!)),
    total,
  );
  const contributions = parts.map(({ name, missing, percents, prepared }, place): Contribution => ({
    criterion: name,
    weight: total === 0 ? 0 : weights[place]! / total,
    value: counted[place] === NO_INFORMATION ? null : counted[place]!,
    points: points[place]!,
    ...(known[place] === NO_INFORMATION ? { missing } : {}),
    ...(percents && { personal: { mentor: percents.mentors[mentor]!, mentee: percents.mentees[mentee]! } }),
    facts: prepared.facts(mentee, mentor),
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
