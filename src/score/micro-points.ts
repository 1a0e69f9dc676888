import { FULL_SCORE } from "./criterion-of.ts";

/** Micro-points of a criterion value from 0 to 1: the one place where a fraction becomes a whole number. */
export function toMicroPoints(value: number): number {
  return Math.round(value * FULL_SCORE);
}

/**
 * `numerator / denominator` to the nearest whole number, halves up, without the error of a rounded quotient.
 *
 * Both are whole and not negative, the denominator is positive, and their sum is below 2^53.
 */
export function roundedRatio(numerator: number, denominator: number): number {
  const floor = Math.floor(numerator / denominator);
  return 2 * (numerator - floor * denominator) >= denominator ? floor + 1 : floor;
}

/** Micro-points at `at` on the straight line from 0 at `zero` to 1 at `one`; 0 and 1 beyond the two ends. */
export function rampPoints(at: number, zero: number, one: number): number {
  return linePoints(at, [zero, 0], [one, FULL_SCORE]);
}

/** A place on a line and its micro-points. */
type Corner = readonly [at: number, points: number];

/**
 * Micro-points at `at` on the straight line between two corners, and those of the corners beyond them. One division and one
 * rounding, halves up; exact for whole places.
 */
export function linePoints(at: number, [from, first]: Corner, [to, last]: Corner): number {
  const [way, length] = to < from ? [from - at, from - to] : [at - from, to - from];
  if (way <= 0) return first;
  if (way >= length) return last;
  const sum = first * (length - way) + last * way;
  const isWhole = Number.isSafeInteger(way) && Number.isSafeInteger(length);
  return isWhole ? roundedRatio(sum, length) : Math.round(sum / length);
}
