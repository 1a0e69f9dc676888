import { problem } from "../../base/error.ts";

/** The numbers in which one problem is solved without rounding. */
export interface Scale {
  /** A power of two; every weight that the engine works with is a multiple of it. 1 for whole numbers. */
  readonly unit: number;
  /** Whether the weights are multiples of `unit` as given; otherwise the engine works with rounded copies. */
  readonly exact: boolean;
  /** Worth of a node's first partner beside the weight: 0 for `free`, else larger than any total can outweigh. */
  readonly placement: number;
  /** Whether prices may be multiples of an eighth of the unit on the way. */
  readonly roomForFractions: boolean;
  readonly smallest: number;
  readonly largest: number;
}

/** Sums of prices stay below this many times (placement + magnitude of the largest weight). */
const PRICE_SUMS = 8;

/**
 * Chooses the scale of a problem whose shorter side has `pairs` nodes.
 *
 * Placement. If some choice has one pair fewer than the best one, an alternating path separates them: at most
 * pairs - 1 weights against at most `pairs`. So twice the placement must exceed pairs x (largest - smallest), both
 * counted with 0; then more pairs win always, and the best total decides among equals.
 *
 * Unit. Whole numbers are solved as they are (`LIMIT_WEIGHTS` if price sums could leave 2^53). Other doubles are
 * rounded to the finest power of two on which all sums stay exact: 2^-49 of the largest magnitude for `free`, coarser
 * by the factor 2 x pairs otherwise. The result is exact for the rounded weights. `given` asks for a larger placement.
 */
export function chooseScale(weightAt: Int32Array | Float64Array, counted: boolean, pairs: number, given = 0): Scale {
  const scale = findScale(weightAt, counted, pairs, given);
  if (scale === undefined) {
    throw problem("LIMIT_WEIGHTS", "/weightAt", "expected weights whose price sums stay below 2^53.");
  }
  return scale;
}

/** Whether sums of prices stay exact for whole weights of this spread, 0 counted among them. */
export function hasExactScale(spread: number, counted: boolean, pairs: number): boolean {
  return priceSums(spread, counted, pairs) <= Number.MAX_SAFE_INTEGER;
}

function priceSums(spread: number, counted: boolean, pairs: number): number {
  return PRICE_SUMS * ((counted ? (pairs * spread) / 2 : 0) + spread + 1);
}

/** The scale, or undefined if price sums of whole numbers could leave 2^53. */
export function findScale(
  weightAt: Int32Array | Float64Array,
  counted: boolean,
  pairs: number,
  given = 0,
): Scale | undefined {
  let smallest = Infinity;
  let largest = -Infinity;
  let isWhole = true;
  for (let edge = 0; edge < weightAt.length; edge++) {
    const weight = weightAt[edge]!;
    if (weight < smallest) smallest = weight;
    if (weight > largest) largest = weight;
    if (isWhole && Math.floor(weight) !== weight) isWhole = false;
  }
  if (weightAt.length === 0) {
    return { unit: 1, exact: true, placement: counted ? 1 : 0, roomForFractions: false, smallest: 0, largest: 0 };
  }

  const spread = Math.max(largest, 0) - Math.min(smallest, 0);
  const bonus = counted ? (pairs * spread) / 2 : 0;
  if (isWhole) {
    const sums = priceSums(spread, counted, pairs);
    if (sums > Number.MAX_SAFE_INTEGER) return undefined;
    const roomForFractions = 8 * sums <= Number.MAX_SAFE_INTEGER;
    return {
      unit: 1,
      exact: true,
      placement: counted ? Math.floor(bonus) + 1 : 0,
      roomForFractions,
      smallest,
      largest,
    };
  }
  const unit = powerOfTwoAtLeast((PRICE_SUMS * (Math.max(bonus, given) + spread)) / 2 ** 52);
  const placement = counted ? Math.max(given, (Math.floor(bonus / unit) + 1) * unit) : 0;
  const rounded = (weight: number): number => Math.round(weight / unit) * unit;
  return {
    unit,
    exact: false,
    placement,
    roomForFractions: false,
    smallest: rounded(smallest),
    largest: rounded(largest),
  };
}

/** Weights as multiples of the unit: the given array where it already is, else a rounded copy. */
export function toUnit(weightAt: Int32Array | Float64Array, scale: Scale): Int32Array | Float64Array {
  if (scale.exact) return weightAt;
  const rounded = new Float64Array(weightAt.length);
  for (let edge = 0; edge < rounded.length; edge++)
    rounded[edge] = Math.round(weightAt[edge]! / scale.unit) * scale.unit;
  return rounded;
}

/** Smallest power of two that is at least `value` > 0. */
function powerOfTwoAtLeast(value: number): number {
  let power = 2 ** Math.max(-1022, Math.floor(Math.log2(value)));
  while (power < value) power *= 2;
  return power;
}
