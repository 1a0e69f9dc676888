/** Half of the two-sided tail: what the normal distribution has above `z`. Relative error about 1e-14. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  return errorFunctionTail(z / Math.SQRT2) / 2;
}

/** What a chi-square variable of one degree of freedom has above `x`. */
export function chiSquareTail(x: number): number {
  return errorFunctionTail(Math.sqrt(x / 2));
}

/**
 * The value below which the normal distribution has the share `p`, 0 < p < 1. Newton's method on `normalTail`, to the last
 * digits of a double.
 */
export function normalQuantile(p: number): number {
  return p < 0.5 ? -aboveWhich(p) : aboveWhich(1 - p);
}

/** Where the upper tail begins, for tails of at most a half. */
function aboveWhich(tail: number): number {
  let z = Math.sqrt(-2 * Math.log(2 * tail));
  for (let step = 0; step < 60; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const change = (normalTail(z) - tail) / density;
    z += change;
    if (Math.abs(change) <= 1e-16 * z) break;
  }
  return z;
}

/** `z` of a two-sided interval: 1.959963984540054 for 0.95. */
export function twoSided(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}

/** erfc(x) for x >= 0: Maclaurin's series of erf below 2, Laplace's continued fraction from there (Abramowitz & Stegun 7.1.6, 7.1.14). */
function errorFunctionTail(x: number): number {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - 2 * scale * sum;
  }
  let fraction = x;
  for (let k = 120; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return scale / fraction;
}

/**
 * The value below which Student's distribution of `degrees` (whole, at least 1) has the share `p`. By bisection of the finite
 * sums of Abramowitz & Stegun 26.7.3 and 26.7.4.
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  let [low, high] = [0, 2];
  while (studentWithin(high, degrees) < 2 * p - 1) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, degrees) < 2 * p - 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What lies between -t and t. */
function studentWithin(t: number, degrees: number): number {
  const angle = Math.atan2(t, Math.sqrt(degrees));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < degrees; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
