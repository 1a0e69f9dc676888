import { throwIssues } from "../../base/error.ts";
import { numberIssues } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import { countIssues } from "./given.ts";
import { binomial, hypergeometric } from "./exact.ts";
import { normalQuantile } from "./normal.ts";

/** Larger products of two group sizes are computed by the normal approximation. */
const MOST_EXACT = 250_000;

/**
 * The smallest gap that Fisher's test at `level` finds in `power` of all cases: two groups of `first` and `second` people, the
 * second with the share `base`, the first with less, or, where there is no room below, with more. In steps of a hundredth.
 * `null` if even the largest gap would be missed more often.
 *
 * @throws TersineError NUMBER_RANGE for groups of more than 1,000,000 people, and shares that are not from 0 to 1
 */
export function detectableGap(
  first: number,
  second: number,
  base: number,
  options: { readonly level?: number; readonly power?: number } = {},
): number | null {
  return asPublic("detectableGap", () => {
    const { level = 0.05, power = 0.8 } = options;
    const share = { least: 0, most: 1 };
    const shares: Readonly<Record<string, unknown>> = { base, level, power };
    throwIssues([
      ...countIssues(first, "/first"),
      ...countIssues(second, "/second"),
      ...Object.entries(shares).flatMap(([name, value]) => numberIssues(value ?? Number.NaN, `/${name}`, share)),
    ]);
    const powerAt = first * second > MOST_EXACT ? roughPower(first, second, level) : exactPower(first, second, level);
    const down = smallestGap((gap) => powerAt(base - gap, base), base, power);
    const up = smallestGap((gap) => powerAt(base + gap, base), 1 - base, power);
    // the side with more room is what people mean by a gap
    return base >= 0.5 ? (down ?? up) : (up ?? down);
  });
}

function smallestGap(powerAt: (gap: number) => number, room: number, power: number): number | null {
  const most = Math.floor(room * 100 + 1e-9);
  if (most < 1 || powerAt(most / 100) < power) return null;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (powerAt(middle / 100) >= power) high = middle;
    else low = middle;
  }
  return high / 100;
}

/** The chance that Fisher's test finds a difference, by the shares of both groups. */
export function exactPower(first: number, second: number, level: number): (p: number, q: number) => number {
  const people = first + second;
  /** For each number of successes in all, which counts of the first group are no finding: from, to. */
  const quiet = Array.from({ length: people + 1 }, (_, total) => quietRange(first, total, people, level));
  return (p, q) => {
    const [one, two] = [binomial(first, clamped(p)).chances, binomial(second, clamped(q)).chances];
    let silent = 0;
    quiet.forEach(([from, to], total) => {
      for (let k = from; k <= to; k += 1) silent += (one[k] ?? 0) * (two[total - k] ?? 0);
    });
    return 1 - silent;
  };
}

function quietRange(n: number, total: number, people: number, level: number): readonly [number, number] {
  const { from, chances } = hypergeometric({ n, total, people });
  let [low, high, sum] = [0, chances.length - 1, 0];
  // chances rise to the mode and fall behind it: the least likely ones stand at the ends
  while (low <= high) {
    const limit = Math.min(chances[low] ?? 0, chances[high] ?? 0) * (1 + 1e-7);
    let [nextLow, nextHigh, nextSum] = [low, high, sum];
    while (nextLow <= nextHigh && (chances[nextLow] ?? 1) <= limit) nextSum += chances[nextLow++] ?? 0;
    while (nextHigh >= nextLow && (chances[nextHigh] ?? 1) <= limit) nextSum += chances[nextHigh--] ?? 0;
    if (nextSum > level) break;
    [low, high, sum] = [nextLow, nextHigh, nextSum];
  }
  return [from + low, from + high];
}

/** Normal approximation of two shares with a common variance under no difference (Fleiss 1981, without correction). */
function roughPower(first: number, second: number, level: number): (p: number, q: number) => number {
  const z = normalQuantile(1 - level / 2);
  return (p, q) => {
    const common = (first * p + second * q) / (first + second);
    const null_ = Math.sqrt(common * (1 - common) * (1 / first + 1 / second));
    const own = Math.sqrt((p * (1 - p)) / first + (q * (1 - q)) / second);
    if (own === 0) return Math.abs(p - q) > z * null_ ? 1 : 0;
    return Math.abs(p - q) - z * null_ >= normalQuantile(0.8) * own ? 0.8 : 0;
  };
}

function clamped(p: number): number {
  return Math.min(1, Math.max(0, p));
}
