import { problem as error, type TersineError } from "../base/error.ts";
import type { Bounds } from "./bounds.ts";
import type { AssignmentProblem } from "./problem.ts";
import type { Extremes } from "./matrix/extremes.ts";
import { endsOf } from "./optimum/shift.ts";
import { hasExactScale } from "./sparse/scale.ts";

/** Sizes of the numbers in a problem, and of those that solving it brings in. */
export interface Magnitudes {
  /** Whether every weight is a whole number; then every price is one too, and every comparison is exact. */
  readonly isWhole: boolean;
  /** Largest absolute weight, or 1 if all are 0. */
  readonly largest: number;
  /** Worth of a node's first partner, beside its weight: 0 for `free`. */
  readonly placement: number;
  /** Worth of each partner that a minimum load demands: 0 without minima. Outweighs any number of placements won. */
  readonly forced: number;
  /** Whether bonuses beside the weights would leave the exact numbers; engines that keep them apart still solve the problem. */
  readonly isLarge: boolean;
  /** What rounding may cost at an edge while the problem is solved: 0 for whole numbers. */
  readonly rounding: number;
}

/** Whole numbers stay below this, so that a sum of three of them is exact. */
export const EXACT_LIMIT = 2 ** 51;
/** Other numbers stay below this, so that no sum of them overflows. */
const FINITE_LIMIT = 2 ** 1022;
/** Share of the span that rounding may cost; see `rounding`. */
const ROUNDING = 2 ** -44;

/**
 * Chooses the two bonuses of the composite objective.
 *
 * A price is the worth of one simple alternating path: at most one bonus at its end, and weights with alternating signs,
 * each node passed once. So its weights add up to less than `(rows + columns + 1) * largest` in absolute value, and with
 * `span`, a power of two of at least eight times that, as the placement bonus, and four times the span as the forced
 * one, the multiples of the span that a price contains can be read off it. `span * 2 ** -44` allows for a few hundred
 * roundings in the last place of the largest price; `refine` repairs them.
 *
 * Throws `LIMIT_WEIGHTS` if the composite leaves the whole numbers that doubles represent, or doubles altogether.
 */
export function measure(problem: AssignmentProblem, bounds: Bounds, { isWhole, largest: most }: Extremes): Magnitudes {
  const largest = most === 0 ? 1 : most;
  const bonuses = bonusesFor(problem, bounds, isWhole, largest);
  if (bonuses === undefined || (bonuses.isLarge && !hasExactPrices(problem, spreadWithZero(problem)))) {
    throw tooLarge(problem, bounds, isWhole, largest);
  }
  return { isWhole, largest, ...bonuses };
}

/** The bonuses beside weights of this size; `undefined` if the composite leaves the numbers that it has to stay in. */
function bonusesFor(
  problem: AssignmentProblem,
  bounds: Bounds,
  isWhole: boolean,
  largest: number,
): Omit<Magnitudes, "isWhole" | "largest"> | undefined {
  const nodes = problem.rows + problem.columns;
  const limit = isWhole ? EXACT_LIMIT : FINITE_LIMIT;
  const reach = largest * (nodes + 2);
  const span = reach < limit ? spanOver(nodes, largest) : Infinity;
  const placement = problem.unmatched === "free" ? 0 : span;
  const forced = bounds.hasMinimum ? 4 * span : 0;
  const total = mostPairs(problem, bounds) * largest;
  if (isWhole && total > Number.MAX_SAFE_INTEGER) return undefined;
  if (reach + placement + forced < limit) {
    return { placement, forced, isLarge: false, rounding: isWhole ? 0 : span * ROUNDING };
  }
  const isLarge = isWhole && bounds.isOneToOne && total <= EXACT_LIMIT;
  return isLarge ? { placement: 0, forced: 0, isLarge, rounding: 0 } : undefined;
}

/** Whether the engine that keeps bonuses apart holds the prices of weights of this spread, 0 among them. */
function hasExactPrices({ layout, rows, columns, unmatched }: AssignmentProblem, spread: number): boolean {
  return layout === "dense" || hasExactScale(spread, unmatched !== "free", Math.min(rows, columns));
}

function tooLarge(problem: AssignmentProblem, bounds: Bounds, isWhole: boolean, largest: number): TersineError {
  const { layout, rows, columns, unmatched } = problem;
  const spread = spreadWithZero(problem);
  const isEnough = (divisor: number): boolean => {
    // each weight is rounded by less than 1
    const bonuses = bonusesFor(problem, bounds, isWhole, isWhole ? Math.ceil(largest / divisor) : largest / divisor);
    return bonuses !== undefined && (!bonuses.isLarge || hasExactPrices(problem, spread / divisor + 2));
  };
  let factor = 2;
  while (!isEnough(factor)) factor *= 2;
  const divide = `ivide them by ${factor} or more${isWhole ? " and round them" : ""}.`;
  // elsewhere choices differ in their number of pairs, or in how many of them count
  const mayShift = bounds.isOneToOne && unmatched !== "free" && hasCommonPart(problem);
  const common = "Subtract what all weights have in common, such as the earliest of times, or d";
  return error(
    "LIMIT_WEIGHTS",
    layout === "dense" ? "/weights" : "/weightAt",
    `expected weights small enough for exact sums over ${rows + columns} nodes, got larger ones.`,
    { hint: `${mayShift ? common : "D"}${divide}` },
  );
}

/** How far the weights and 0 lie apart; infinite where doubles end. */
function spreadWithZero(problem: AssignmentProblem): number {
  const { least, most } = endsOf(problem);
  return Math.max(most, 0) - Math.min(least, 0);
}

/** Whether the weights lie so close together that half of each is in all of them. */
function hasCommonPart(problem: AssignmentProblem): boolean {
  const { least, most } = endsOf(problem);
  return least >= most / 2 || most <= least / 2;
}

/**
 * Whether a one-to-one problem of whole weights is to be solved for weights with less in common: the total must be exact,
 * and bonuses beside the weights as they are must not.
 */
export function isShiftable({ unmatched, ...problem }: AssignmentProblem, bounds: Bounds, largest: number): boolean {
  if (unmatched === "free" || !bounds.isOneToOne) return false;
  const pairs = Math.min(problem.rows, problem.columns);
  const bonuses = (bounds.hasMinimum ? 5 : 1) * spanOver(problem.rows + problem.columns, largest || 1);
  return pairs * largest <= Number.MAX_SAFE_INTEGER && !(bonuses < EXACT_LIMIT / 2);
}

/** Largest weight by size of an edge that can be chosen: others would only cost digits. */
export function largestUsable(problem: AssignmentProblem, { row, column }: Bounds, most: number): number {
  if (!row.capacity.includes(0) && !column.capacity.includes(0)) return most;
  const { rows, columns } = problem;
  const isSparse = problem.layout === "sparse";
  let largest = 0;
  for (let at = 0; at < rows; at += 1) {
    if (row.capacity[at] === 0) continue;
    const first = isSparse ? problem.rowStart[at]! : at * columns;
    const end = isSparse ? problem.rowStart[at + 1]! : first + columns;
    for (let edge = first; edge < end; edge += 1) {
      if (column.capacity[isSparse ? problem.columnAt[edge]! : edge - first] === 0) continue;
      const size = Math.abs(isSparse ? problem.weightAt[edge]! : problem.weights[edge]!);
      if (size > largest && size < Infinity) largest = size;
    }
  }
  return largest;
}

/** A bonus that outweighs every alternating path over this many nodes with weights up to `largest`: a power of two. */
export function spanOver(nodes: number, largest: number): number {
  return powerOfTwoFrom(8 * largest * (nodes + 2));
}

/** The least power of two that is at least `least`, above 0. */
export function powerOfTwoFrom(least: number): number {
  let power = 1;
  while (power < least) power *= 2;
  while (power / 2 >= least) power /= 2;
  return power;
}

/** No choice has more pairs. */
function mostPairs({ rows, columns }: AssignmentProblem, bounds: Bounds): number {
  const seats = (capacity: Int32Array, others: number): number =>
    capacity.reduce((sum, most) => sum + Math.min(most, others), 0);
  return Math.min(seats(bounds.row.capacity, columns), seats(bounds.column.capacity, rows));
}
