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
  const share = (at - zero) / (one - zero);
  return toMicroPoints(Math.min(1, Math.max(0, share)));
}
