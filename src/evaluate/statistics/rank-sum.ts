import { asPublic } from "../../base/public.ts";
import { checkList } from "./given.ts";
import type { Interval } from "./proportions.ts";

/** Two lists of figures compared by their ranks. */
export interface RankSum {
  /** In how many of all pairs the first is larger; ties count half. */
  readonly u: number;
  /** Exact and two-sided, ties included; `null` above `MOST_EXACT` figures. */
  readonly p: number | null;
  /** Hodges and Lehmann's shift: the median of all differences, first minus second. */
  readonly shift: number;
  /** Of the shift, with a level of at least the confidence asked for; `null` where the lists are too short, or `p` is. */
  readonly interval: (Interval & { readonly level: number }) | null;
}

/** Above this many figures no exact chances are counted. */
const MOST_EXACT = 200;

/** Wilcoxon's rank sum test (1945), exact by counting all choices of ranks. Both lists hold at least one figure. */
export function rankSum(first: readonly number[], second: readonly number[], confidence = 0.95): RankSum {
  return asPublic("rankSum", () => {
    checkList(first, "/first");
    checkList(second, "/second");
    if (first.length + second.length > MOST_EXACT) return { ...ofLongLists(first, second), p: null, interval: null };
    const differences = first.flatMap((a) => second.map((b) => a - b)).sort((a, b) => a - b);
    const u = differences.reduce((sum, each) => sum + (each > 0 ? 1 : each === 0 ? 0.5 : 0), 0);
    const middle = (differences.length - 1) / 2;
    const shift = ((differences[Math.floor(middle)] ?? 0) + (differences[Math.ceil(middle)] ?? 0)) / 2;
    if (differences[0] === 0 && differences.at(-1) === 0) return { u, p: 1, shift: 0, interval: null };
    const chances = chancesOfSums(doubledRanks([...first, ...second]), first.length);
    const seen = 2 * u + first.length * (first.length + 1);
    const center = first.length * (first.length + second.length + 1);
    let p = 0;
    for (const [sum, chance] of chances.entries()) {
      if (Math.abs(sum - center) >= Math.abs(seen - center)) p += chance;
    }
    return { u, p: Math.min(1, p), shift, interval: shiftInterval(differences, chances, first.length, confidence) };
  });
}

/**
 * `u` and the median of all differences without listing them: both lists sorted, the differences up to a limit are counted in
 * one pass, and the median is found by halving the range of doubles.
 */
function ofLongLists(first: readonly number[], second: readonly number[]): Pick<RankSum, "u" | "shift"> {
  const [a, b] = [first, second].map((list) => Float64Array.from(list).sort());
  if (a === undefined || b === undefined) throw new RangeError("expected two lists");
  const all = a.length * b.length;
  const [notAbove, below] = [countUpTo(a, b, 0), countUpTo(a, b, -Number.MIN_VALUE)];
  const middle = (all - 1) / 2;
  const shift = (nthDifference(a, b, Math.floor(middle)) + nthDifference(a, b, Math.ceil(middle))) / 2;
  return { u: all - notAbove + (notAbove - below) / 2, shift };
}

/** How many differences, first minus second, are at most `limit`; both lists are sorted. */
function countUpTo(a: Float64Array, b: Float64Array, limit: number): number {
  let [count, above] = [0, 0];
  for (const one of a) {
    while (above < b.length && one - (b[above] ?? 0) > limit) above += 1;
    count += b.length - above;
  }
  return count;
}

/** The difference at `place` from 0 in the order of size: the smallest double that so many differences do not exceed. */
function nthDifference(a: Float64Array, b: Float64Array, place: number): number {
  let [low, high] = [(a[0] ?? 0) - (b.at(-1) ?? 0), (a.at(-1) ?? 0) - (b[0] ?? 0)];
  if (countUpTo(a, b, low) > place) return low;
  for (;;) {
    const half = low / 2 + high / 2;
    if (half <= low || half >= high) return high;
    if (countUpTo(a, b, half) > place) high = half;
    else low = half;
  }
}

/** Twice the mean rank of each figure, so that ties are whole. */
function doubledRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    let [below, equal] = [0, 0];
    for (const other of values) {
      if (other < value) below += 1;
      else if (other === value) equal += 1;
    }
    return 2 * below + equal + 1;
  });
}

/** The chance of each sum of `size` of the ranks, all choices alike. */
function chancesOfSums(ranks: readonly number[], size: number): Float64Array {
  const most = ranks.reduce((sum, rank) => sum + rank, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  const [none] = ways;
  if (none !== undefined) none[0] = 1;
  let [sofar, seen] = [0, 0];
  for (const rank of ranks) {
    sofar += rank;
    seen += 1;
    for (let taken = Math.min(size, seen); taken >= 1; taken -= 1) {
      const [to, from] = [ways[taken], ways[taken - 1]];
      if (to === undefined || from === undefined) continue;
      for (let sum = sofar; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  }
  const all = ways[size] ?? new Float64Array(0);
  const whole = all.reduce((sum, each) => sum + each, 0);
  return all.map((each) => each / whole);
}

function shiftInterval(
  differences: readonly number[],
  chances: Float64Array,
  size: number,
  confidence: number,
): RankSum["interval"] {
  const least = size * (size + 1);
  let [cut, tail] = [0, 0];
  for (;;) {
    const nextTail = tail + (chances[least + 2 * cut] ?? 0) + (chances[least + 2 * cut - 1] ?? 0);
    if (2 * nextTail > 1 - confidence) break;
    [cut, tail] = [cut + 1, nextTail];
  }
  const [low, high] = [differences[cut - 1], differences[differences.length - cut]];
  return low === undefined || high === undefined ? null : { low, high, level: 1 - 2 * tail };
}
