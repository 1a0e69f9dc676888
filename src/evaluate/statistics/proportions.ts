import { asPublic } from "../../base/public.ts";
import { twoSided } from "./normal.ts";

/** Two ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Somebody counted: `k` of `n`. */
export interface Count {
  readonly k: number;
  readonly n: number;
}

/**
 * Wilson's interval of a share (E. B. Wilson 1927; method 3 of Newcombe 1998, Statistics in Medicine 17:857), for `n` of at
 * least 1.
 */
export function wilson(count: Count, confidence = 0.95): Interval {
  return asPublic("wilson", () => {
    const { k, n } = count;
    const z = twoSided(confidence);
    const middle = k + (z * z) / 2;
    const half = z * Math.sqrt((k * (n - k)) / n + (z * z) / 4);
    const whole = n + z * z;
    return { low: k === 0 ? 0 : (middle - half) / whole, high: k === n ? 1 : (middle + half) / whole };
  });
}

/** Interval of the difference of two shares: method 10 of Newcombe 1998, Statistics in Medicine 17:873. */
export function newcombe(first: Count, second: Count, confidence = 0.95): Interval {
  return asPublic("newcombe", () => {
    const [p, q] = [first.k / first.n, second.k / second.n];
    const [one, two] = [wilson(first, confidence), wilson(second, confidence)];
    return {
      low: p - q - Math.hypot(p - one.low, two.high - q),
      high: p - q + Math.hypot(one.high - p, q - two.low),
    };
  });
}

/** Interval of the ratio of two shares (Katz et al. 1978, Biometrics 34:469); none where a count is zero. */
export function katz(first: Count, second: Count, confidence = 0.95): Interval | undefined {
  return asPublic("katz", () => {
    if (first.k === 0 || second.k === 0) return undefined;
    const ratio = first.k / first.n / (second.k / second.n);
    const spread = Math.sqrt(1 / first.k - 1 / first.n + 1 / second.k - 1 / second.n);
    const factor = Math.exp(twoSided(confidence) * spread);
    return { low: ratio / factor, high: ratio * factor };
  });
}
