import { exactTest, type ExactTest } from "../statistics/exact.ts";
import { mantelHaenszel, type Stratified } from "../statistics/mantel-haenszel.ts";
import { detectableGap } from "../statistics/power.ts";
import { katz, newcombe, type Count, type Interval } from "../statistics/proportions.ts";
import { holm } from "../statistics/several-tests.ts";

/** `tooFewToTell`: a gap of 30 points would be missed more than one time in five. */
export type Verdict = "difference" | "noneShown" | "tooFewToTell";

/** A gap that nobody would call small: where even this one is missed often, silence means nothing. */
export const LARGE_GAP = 0.3;

/** A group against all others of known group. */
export interface Comparison {
  /** Share of the group minus that of the rest, with the interval of Newcombe's method 10. */
  readonly difference: number;
  readonly interval: Interval;
  /** Share of the group divided by that of the rest, with the interval of Katz; `null` where a count is zero. */
  readonly ratio: number | null;
  readonly ratioInterval: Interval | null;
  readonly ratioBecause?: "zeroCount";
  /** Common odds ratio and difference with strata held equal (Mantel and Haenszel). */
  readonly stratified: Pick<Stratified, "oddsRatio" | "interval" | "riskDifference">;
  /** Exact and conditional, two-sided. */
  readonly p: number;
  /** Corrected for all tests of this audit that could have found something (Holm). */
  readonly pAdjusted: number;
  /** Smallest difference that would have been found, after the correction, in 80 % of all cases; `null`: none would. */
  readonly detectable: number | null;
  /** How many people of the group with the lower share would have to reach the stage for the finding to go; `null` without one. */
  readonly flips: number | null;
  readonly verdict: Verdict;
}

/** The counts of a group and of the rest, stratum by stratum. */
export interface Contrast {
  readonly strata: readonly { readonly group: Count; readonly rest: Count }[];
  readonly group: Count;
  readonly rest: Count;
  /** Two groups are one contrast seen from both sides: it is tested once. */
  readonly twin?: number;
}

/** Compares all contrasts of an audit together, since the correction is for all of them. */
export function compareAll(contrasts: readonly Contrast[], confidence: number): readonly Comparison[] {
  const level = 1 - confidence;
  const tests = contrasts.map(({ strata }) => test(strata));
  // a test that cannot reach the level cannot raise a false alarm: Tarone (1990)
  const counted = contrasts.flatMap(({ twin }, place) =>
    twin === undefined && (tests[place]?.smallest ?? 1) <= level ? [place] : [],
  );
  const adjusted = holm(counted.map((place) => tests[place]?.p ?? 1));
  const pOf = new Map(counted.map((place, rank) => [place, adjusted[rank] ?? 1]));
  return contrasts.map((contrast, place) => {
    const { p } = tests[place] ?? { p: 1 };
    const pAdjusted = pOf.get(contrast.twin ?? place) ?? 1;
    return compared(contrast, { p, pAdjusted, confidence, tests: Math.max(1, counted.length) });
  });
}

function test(strata: Contrast["strata"]): ExactTest {
  return exactTest(
    strata.map(({ group, rest }) => ({ k: group.k, n: group.n, total: group.k + rest.k, people: group.n + rest.n })),
  );
}

interface Tested {
  readonly p: number;
  readonly pAdjusted: number;
  readonly confidence: number;
  /** Tests of the audit that count. */
  readonly tests: number;
}

function compared({ strata, group, rest }: Contrast, { p, pAdjusted, confidence, tests }: Tested): Comparison {
  const ratioInterval = katz(group, rest, confidence);
  const level = (1 - confidence) / tests;
  const detectable = detectableGap(group.n, rest.n, rest.k / rest.n, { level });
  const isFound = pAdjusted <= 1 - confidence;
  const { oddsRatio, interval, riskDifference } = mantelHaenszel(strata, confidence);
  const canTell = detectable !== null && detectable <= LARGE_GAP;
  return {
    difference: group.k / group.n - rest.k / rest.n,
    interval: newcombe(group, rest, confidence),
    ...(ratioInterval === undefined
      ? { ratio: null, ratioInterval: null, ratioBecause: "zeroCount" as const }
      : { ratio: group.k / group.n / (rest.k / rest.n), ratioInterval }),
    stratified: { oddsRatio, interval, riskDifference },
    p,
    pAdjusted,
    detectable,
    flips: isFound ? flips(strata, level) : null,
    verdict: isFound ? "difference" : canTell ? "noneShown" : "tooFewToTell",
  };
}

/** Steps of one person each, in the stratum with most room, until the test would be silent. */
function flips(strata: Contrast["strata"], level: number): number {
  const share = (of: "group" | "rest"): number => sum(strata, of, "k") / sum(strata, of, "n");
  const lower = share("group") < share("rest") ? "group" : "rest";
  let now = strata;
  for (let steps = 0; ; steps += 1) {
    if (test(now).p > level) return steps;
    const room = now.map((stratum) => stratum[lower].n - stratum[lower].k);
    const most = room.reduce((best, free) => Math.max(best, free), 0);
    if (most === 0) return steps;
    const place = room.indexOf(most);
    now = now.map((stratum, at) =>
      at === place ? { ...stratum, [lower]: { n: stratum[lower].n, k: stratum[lower].k + 1 } } : stratum,
    );
  }
}

function sum(strata: Contrast["strata"], of: "group" | "rest", what: "k" | "n"): number {
  return strata.reduce((all, stratum) => all + stratum[of][what], 0);
}
