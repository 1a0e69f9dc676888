import type { Bounds, SideBounds } from "../bounds.ts";
import { powerOfTwoFrom } from "../magnitudes.ts";
import { addToPrice, preciseSlack, type PrecisePrices } from "./double-double.ts";
import type { Choice } from "./deficient-set.ts";
import type { AssignmentProblem } from "../problem.ts";
import type { Refined } from "./refine.ts";

/** A bonus hides smaller parts of a price than this share of it; the lower one has to outweigh those as well. */
const LEAST_SHARE = 2 ** -90;

/** Prices apart from the bonuses that they contain. */
interface Tiered {
  /** Multiples of the bonus in each price. */
  readonly tier: Float64Array;
  /** What is left of each price. */
  readonly prices: PrecisePrices;
}

/**
 * Makes the bonuses that prices contain as small as the proof allows, so that they leave the digits of the weights alone.
 * `span` is the worth of a placement in the prices at hand, or a quarter of what a demanded partner is worth; it outweighs
 * every alternating path, so its multiples can be read off a price. Returns the new bonus.
 */
export function lowerBonuses(
  problem: AssignmentProblem,
  bounds: Bounds,
  { choice, prices }: Refined,
  span: number,
  counts: boolean,
): number {
  const { rows, columns } = problem;
  const tier = prices.high.map((price) => Math.round(price / span));
  tier.forEach((multiple, node) => {
    addToPrice(prices, node, -multiple * span);
  });
  const tiered = { tier, prices };
  const loads = loadsOf(choice, rows, columns);
  let least = 0;
  const need = (multiple: number, value: number): void => {
    if (multiple > 0) least = Math.max(least, -value / multiple);
    else if (multiple < 0) least = Math.max(least, value / -multiple);
  };
  needOfNodes(tiered, bounds.row, loads, 0, counts, need);
  needOfNodes(tiered, bounds.column, loads, rows, counts, need);
  needOfEdges(problem, bounds, tiered, need);
  const size = prices.high.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
  // strictly more than is needed: else a choice with fewer placed and a better total would seem as good; and so much that
  // a warm start reads the multiples off again; multiples of a power of two are exact
  const lowered = powerOfTwoFrom(Math.max(2 * least, 4 * size, span * LEAST_SHARE));
  tier.forEach((multiple, node) => {
    addToPrice(prices, node, multiple * lowered);
  });
  return lowered;
}

function loadsOf({ rowOf, columnOf }: Choice, rows: number, columns: number): Int32Array {
  const loads = new Int32Array(rows + columns);
  for (const row of rowOf) loads[row]! += 1;
  for (const column of columnOf) loads[rows + column]! += 1;
  return loads;
}

/** The relations between load and price: each says that a multiple of the bonus and a number are together of one sign. */
function needOfNodes(
  { tier, prices }: Tiered,
  { capacity, minimum }: SideBounds,
  loads: Int32Array,
  first: number,
  counts: boolean,
  need: (multiple: number, value: number) => void,
): void {
  for (let at = 0; at < capacity.length; at += 1) {
    const node = first + at;
    const load = loads[node]!;
    const value = prices.high[node]!;
    const next = tier[node]! + (counts && load === 0 ? 1 : 0);
    const last = tier[node]! + (counts && load === 1 ? 1 : 0);
    if (load < capacity[at]! && next < 0) need(next, value);
    if (load > minimum[at]! && last > 0) need(last, value);
  }
}

function needOfEdges(
  problem: AssignmentProblem,
  bounds: Bounds,
  { tier, prices }: Tiered,
  need: (multiple: number, value: number) => void,
): void {
  const { rows, columns } = problem;
  const isSparse = problem.layout === "sparse";
  for (let row = 0; row < rows; row += 1) {
    const first = isSparse ? problem.rowStart[row]! : row * columns;
    const end = isSparse ? problem.rowStart[row + 1]! : first + columns;
    for (let edge = first; edge < end; edge += 1) {
      const column = isSparse ? problem.columnAt[edge]! : edge - first;
      const multiple = tier[row]! + tier[rows + column]!;
      if (multiple === 0) continue;
      const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
      const isClosed = bounds.row.capacity[row] === 0 || bounds.column.capacity[column] === 0;
      if (weight !== -Infinity && !isClosed) need(multiple, preciseSlack(prices, row, rows + column, weight));
    }
  }
}
