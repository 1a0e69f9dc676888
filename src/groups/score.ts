import type { PreparedProgramme } from "../index.ts";
import type { GroupCriterion, GroupFacts, GroupPlaces, PreparedGroupCriterion } from "./criterion.ts";
import { FULL_SCORE } from "../score/index.ts";
import { roundedRatio, toMicroPoints } from "../score/micro-points.ts";
import { WEIGHT_PARTS } from "../score/settings.ts";
import { greatestCommonDivisor } from "../score/weights.ts";
import type { Seats } from "./seats.ts";
import { problem } from "../base/error.ts";

/** What one criterion adds to the score of a group. */
export interface GroupContribution {
  readonly criterion: string;
  /** `pairs`: the mean over the pairs of a mentee and a mentor in the group. `joint`: of the group as a whole. */
  readonly kind: "pairs" | "joint";
  /** Share of the group's total weight, 0 to 1; 0 if nothing is known of the group. */
  readonly weight: number;
  /** Micro-points of the criterion alone, for `pairs` the mean over those of which it knows something; `null` without any. */
  readonly value: number | null;
  /** Micro-points of the score; all contributions of a group sum to its score exactly. */
  readonly points: number;
}

/** A joint criterion of positive weight, ready to be asked. */
interface JointPart {
  readonly criterion: GroupCriterion;
  readonly prepared: PreparedGroupCriterion;
  /** Whole. */
  readonly weight: number;
}

/** Scores groups by their pairs and as a whole. */
export interface GroupScore {
  readonly parts: readonly JointPart[];
  /** Micro-points of a group, from 0 to 1,000,000. */
  readonly of: (seats: ArrayLike<number>, count: number) => number;
  /** The same score taken apart. */
  readonly explain: (seats: readonly number[]) => readonly GroupContribution[];
}

/**
 * score = (W × mean of the pairs' scores + sum of w × value) ÷ (W + sum of w), where W is the weight of all criteria of pairs and the
 * sums are over the joint criteria that know something of the group; in whole micro-points, halves rounded up once. Without
 * joint criteria a group of two scores as its pair.
 */
export function groupScore(
  programme: PreparedProgramme,
  seats: Seats,
  joint: readonly GroupCriterion[],
  hasPairs: boolean,
  mostPairs: number,
): GroupScore {
  const whole = ({ weight }: { readonly weight: number }): number => Math.round(weight * WEIGHT_PARTS);
  const pairWeights = hasPairs ? programme.criteria.map(whole) : [];
  const used = joint.filter(({ weight }) => weight > 0);
  const factor = [...pairWeights, ...used.map(whole)].reduce(greatestCommonDivisor, 0) || 1;
  const pairWeight = pairWeights.reduce((sum, weight) => sum + weight, 0) / factor;
  const parts = used.map((criterion): JointPart => ({
    criterion,
    prepared: criterion.prepare?.(programme) ?? prepareOwn(criterion, programme),
    weight: whole(criterion) / factor,
  }));
  const total = parts.reduce((sum, { weight }) => sum + weight, pairWeight);
  if (total * FULL_SCORE * Math.max(1, mostPairs) > 2 ** 52) {
    throw problem("LIMIT_WEIGHTS", "/joint", "expected weights whose ratios have fewer digits, for exact sums.");
  }
  const known = new Float64Array(parts.length);
  const measure = ({ sum, pairs }: PairSums, points: (part: JointPart, at: number) => number): number => {
    const count = Math.max(1, pairs);
    let weights = pairWeight;
    let products = pairWeight * sum;
    parts.forEach((part, at) => {
      known[at] = points(part, at);
      if (known[at] < 0) return;
      weights += part.weight;
      products += count * part.weight * known[at];
    });
    return weights === 0 ? 0 : roundedRatio(products, count * weights);
  };
  const scoreOf = (members: ArrayLike<number>, count: number): number => {
    const places = placesOf(seats, members, count);
    return measure(pairSums(seats, members, count), ({ prepared }) => prepared.points(places));
  };
  return {
    parts,
    of: scoreOf,
    explain: (members) => {
      const score = scoreOf(members, members.length);
      return contributions(programme, seats, members, {
        pairWeights: pairWeights.map((each) => each / factor),
        parts,
        known,
        score,
      });
    },
  };
}

function prepareOwn({ value, name }: GroupCriterion, programme: PreparedProgramme): PreparedGroupCriterion {
  const { mentees, mentors, pool } = programme;
  const factsOf = (places: GroupPlaces): GroupFacts => ({
    mentees: places.mentees.map((place) => mentees[place]!),
    mentors: places.mentors.map((place) => mentors[place]!),
    context: pool.context,
  });
  const ask = (measure: (facts: GroupFacts) => unknown, places: GroupPlaces): number => {
    let result: unknown;
    try {
      result = measure(factsOf(places));
    } catch (cause) {
      throw problem("CRITERION_THREW", "/joint", `the group criterion "${name}" threw; the cause is attached.`, {
        cause,
      });
    }
    if (result === null) return -1;
    if (typeof result === "number" && result >= 0 && result <= 1) return toMicroPoints(result);
    throw problem(
      "CRITERION_RESULT",
      "/joint",
      `the group criterion "${name}" must give a number from 0 to 1, or null.`,
    );
  };
  return { points: (places) => ask(value, places) };
}

interface PairSums {
  readonly sum: number;
  readonly pairs: number;
}

function pairSums({ scoreSum, pairCount }: Seats, members: ArrayLike<number>, count: number): PairSums {
  let [sum, pairs] = [0, 0];
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      sum += scoreSum(members[a]!, members[b]!);
      pairs += pairCount(members[a]!, members[b]!);
    }
  }
  return { sum, pairs };
}

/** The members by side. */
export function placesOf(
  { all }: Seats,
  members: ArrayLike<number>,
  count: number,
): { mentees: number[]; mentors: number[] } {
  const mentees: number[] = [];
  const mentors: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const { mentee, mentor } = all[members[at]!]!;
    if (mentee >= 0) mentees.push(mentee);
    if (mentor >= 0) mentors.push(mentor);
  }
  return { mentees, mentors };
}

interface Scored {
  readonly pairWeights: readonly number[];
  readonly parts: readonly JointPart[];
  /** Points of each joint part, as `scoreOf` left them. */
  readonly known: Float64Array;
  readonly score: number;
}

function contributions(
  programme: PreparedProgramme,
  seats: Seats,
  members: readonly number[],
  { pairWeights, parts, known, score }: Scored,
): readonly GroupContribution[] {
  const pairs = pairsOf(programme, seats, members);
  const pairWeight = pairWeights.reduce((sum, weight) => sum + weight, 0);
  const weights = parts.reduce((sum, { weight }, at) => sum + (known[at]! < 0 ? 0 : weight), pairWeight);
  const shareOf = (weight: number): number => (weights === 0 ? 0 : weight / weights);
  const names = programme.criteria.filter((_, place) => (pairWeights[place] ?? 0) > 0).map(({ name }) => name);
  const ofPairs = names.map((criterion) => {
    const each = pairs.flatMap((pair) => pair.contributions.filter((one) => one.criterion === criterion));
    const values = each.flatMap(({ value }) => (value === null ? [] : [value]));
    const mean = (numbers: readonly number[]): number =>
      numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
    const share = shareOf(pairWeight);
    return {
      criterion,
      kind: "pairs" as const,
      weight: share * mean(each.map(({ weight }) => weight)),
      value: values.length === 0 ? null : Math.round(mean(values)),
      exact: share * mean(each.map(({ points }) => points)),
    };
  });
  const ofGroup = parts.map(({ criterion, weight }, at) => ({
    criterion: criterion.name,
    kind: "joint" as const,
    weight: known[at]! < 0 ? 0 : shareOf(weight),
    value: known[at]! < 0 ? null : known[at]!,
    exact: known[at]! < 0 ? 0 : shareOf(weight) * known[at]!,
  }));
  return withPoints([...ofPairs, ...ofGroup], score);
}

/** Whole points that sum to the score: exact shares rounded down, the rest one each to the largest remainders, ties in order. */
function withPoints(
  parts: readonly (Omit<GroupContribution, "points"> & { readonly exact: number })[],
  score: number,
): readonly GroupContribution[] {
  // a share such as 199,999.99999999997 is a whole number that doubles do not hold
  const floors = parts.map(({ exact }) => Math.floor(exact + 1e-6));
  const remainders = parts.map(({ exact }, place) => exact - floors[place]!);
  let left = score - floors.reduce((sum, floor) => sum + floor, 0);
  for (; left !== 0 && parts.length > 0; left -= Math.sign(left)) {
    const chosen = left > 0 ? remainders.indexOf(Math.max(...remainders)) : remainders.indexOf(Math.min(...remainders));
    floors[chosen]! += Math.sign(left);
    remainders[chosen]! -= Math.sign(left);
  }
  return parts.map(({ criterion, kind, weight, value }, place) => ({
    criterion,
    kind,
    weight,
    value,
    points: floors[place]!,
  }));
}

/** The pairs of a group that the rules allow, by mentee, then mentor. */
export function pairsOf(
  programme: PreparedProgramme,
  seats: Seats,
  members: readonly number[],
): readonly ReturnType<PreparedProgramme["pairOf"]>[] {
  const { mentees, mentors } = placesOf(seats, members, members.length);
  return mentees.flatMap((mentee) =>
    mentors
      .filter((mentor) => programme.mentees[mentee]!.id !== programme.mentors[mentor]!.id)
      .filter((mentor) => programme.scoreOf(mentee, mentor) >= 0)
      .map((mentor) => programme.pairOf(mentee, mentor)),
  );
}
