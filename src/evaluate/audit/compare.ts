import { exactOf, type ExactTest } from "../statistics/exact.ts";
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
  /** How many people more of the group with the lower share would make the finding go, all other tests as they are; `null` without one. */
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
  const ps = counted.map((place) => tests[place]?.p ?? 1);
  const adjusted = holm(ps);
  return contrasts.map((contrast, place) => {
    const rank = counted.indexOf(contrast.twin ?? place);
    const tested = { p: tests[place]?.p ?? 1, pAdjusted: adjusted[rank] ?? 1, confidence, tests: ps.length };
    return compared(contrast, tested, (p) => (holm(ps.with(rank, p))[rank] ?? 1) <= level);
  });
}

function test(strata: Contrast["strata"]): ExactTest {
  return exactOf(
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

/** @param isFinding Whether another p of this comparison would be one, all other tests as they are */
function compared(
  { strata, group, rest }: Contrast,
  { p, pAdjusted, confidence, tests }: Tested,
  isFinding: (p: number) => boolean,
): Comparison {
  const ratioInterval = katz(group, rest, confidence);
  const level = (1 - confidence) / Math.max(1, tests);
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
    flips: isFound ? flips(strata, isFinding) : null,
    verdict: isFound ? "difference" : canTell ? "noneShown" : "tooFewToTell",
  };
}

/**
 * How many people more of the group with the lower share make the finding go, each in the stratum with most room then. By
 * bisection between none and all who have room, so that one fewer is still a finding.
 */
function flips(strata: Contrast["strata"], isFinding: (p: number) => boolean): number {
  const share = (of: "group" | "rest"): number => sum(strata, of, "k") / sum(strata, of, "n");
  const lower = share("group") < share("rest") ? "group" : "rest";
  const higher = lower === "group" ? "rest" : "group";
  // where the shares are equal nothing is found: people beyond that would make a finding the other way
  const least = Math.ceil(share(higher) * sum(strata, lower, "n")) - sum(strata, lower, "k");
  let [found, silent] = [0, least];
  while (silent - found > 1) {
    const middle = Math.floor((found + silent) / 2);
    if (isFinding(test(withMore(strata, lower, middle)).p)) found = middle;
    else silent = middle;
  }
  return silent;
}

/** The same strata with so many people more who reached the stage. */
function withMore(strata: Contrast["strata"], of: "group" | "rest", people: number): Contrast["strata"] {
  const room = strata.map((stratum) => stratum[of].n - stratum[of].k);
  for (let left = people; left > 0; left -= 1) {
    const widest = room.indexOf(room.reduce((most, free) => Math.max(most, free), 0));
    room[widest] = (room[widest] ?? 0) - 1;
  }
  return strata.map((stratum, at) => ({ ...stratum, [of]: { n: stratum[of].n, k: stratum[of].n - (room[at] ?? 0) } }));
}

function sum(strata: Contrast["strata"], of: "group" | "rest", what: "k" | "n"): number {
  return strata.reduce((all, stratum) => all + stratum[of][what], 0);
}
