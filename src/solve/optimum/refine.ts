import type { Bounds, SideBounds } from "../bounds.ts";
import type { Choice } from "./deficient-set.ts";
import type { EngineResult } from "../engine.ts";
import { countedOn, SLICE, type Steps } from "../../base/steps.ts";
import { solveFlow } from "../flow/engine.ts";
import { addToPrice, preciseSlack, type PrecisePrices } from "./double-double.ts";
import type { AssignmentProblem } from "../problem.ts";
import { sortPairs } from "./assignment.ts";

/** A sorted choice, and prices that are nearly a proof of it, in twice the digits of a double. */
export interface Refined {
  readonly choice: Choice;
  readonly prices: PrecisePrices;
  readonly work: number;
}

/** Each round gains some twenty binary digits, until no more can be had. */
const MOST_ROUNDS = 10;

/**
 * Repairs a choice of doubles that rounding has made worse than it need be.
 *
 * Method: iterative refinement of prices (Gleixner, Steffy, Wolter, 2016, for linear programmes). What the price
 * relations are violated by adds up to a bound on what any choice can be better by; so an edge whose slack is larger is
 * in no better choice, and a node whose price is farther from a threshold has the same load in all of them. What is left
 * is a problem of the slacks, which are small, so that solving it rounds far less; its prices are added to those at hand.
 *
 * Cost: O(edges) for each round, and a solve of what is near the optimum. The prices given are changed.
 */
export function* refine(
  problem: AssignmentProblem,
  bounds: Bounds,
  start: Refined,
  placement: number,
): Steps<Refined, number> {
  const { rows } = problem;
  const { prices } = start;
  let { choice, work } = start;
  let known = Infinity;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const doubt = yield* countedOn(work, sumOfViolations(problem, bounds, prices, choice, placement));
    if (doubt === 0 || !(doubt < known / 2)) break;
    known = doubt;
    const near = yield* countedOn(work, nearProblem(problem, bounds, prices, choice, placement, 2 * doubt));
    work += near.graph.columnAt.length;
    const result = yield* countedOn(work, solveFlow(near.graph, near.bounds, near.magnitudes));
    addPrices(prices, result, rows);
    choice = sortPairs(join(near.settled, result), problem.columns);
    work += result.work;
    yield work;
  }
  return { choice, prices, work };
}

/** Most by which any choice can be better than the one at hand, by weak duality. */
function* sumOfViolations(
  problem: AssignmentProblem,
  bounds: Bounds,
  prices: PrecisePrices,
  choice: Choice,
  placement: number,
): Steps<number, number> {
  const { rows, columns } = problem;
  const loads = new Int32Array(rows + columns);
  const worst = new Float64Array(rows);
  let sum = 0;
  yield* eachNearEdge(problem, prices, choice, 0, (row, column, weight, isChosen) => {
    const slack = preciseSlack(prices, row, rows + column, weight);
    if (isChosen) {
      loads[row]! += 1;
      loads[rows + column]! += 1;
      sum += Math.max(0, slack);
    } else if (bounds.column.capacity[column]! > 0) worst[row] = Math.max(worst[row]!, -slack);
  });
  worst.forEach((violation, row) => {
    if (violation > 0) sum += Math.min(bounds.row.capacity[row]!, columns) * violation;
  });
  const addNodes = ({ capacity, minimum }: SideBounds, first: number, others: number): void => {
    for (let node = 0; node < capacity.length; node += 1) {
      const load = loads[first + node]!;
      const most = Math.max(load + 1, Math.min(capacity[node]!, others));
      const least = minimum[node]!;
      if (load < capacity[node]!) sum += (most - load) * Math.max(0, gainOf(prices, first + node, load + 1, placement));
      if (load > least) sum += (load - least) * Math.max(0, -gainOf(prices, first + node, load, placement));
    }
  };
  addNodes(bounds.row, 0, columns);
  addNodes(bounds.column, rows, rows);
  return sum;
}

/** What the `count`-th partner is worth to a node at its price. */
function gainOf({ high, rest }: PrecisePrices, node: number, count: number, placement: number): number {
  return high[node]! + (count === 1 ? placement : 0) + rest[node]!;
}

/** Visits each chosen edge, and each other one whose slack may be as small as `reach`, row by row. `choice` is sorted. */
function* eachNearEdge(
  problem: AssignmentProblem,
  { high }: PrecisePrices,
  { rowOf, columnOf }: Choice,
  reach: number,
  visit: (row: number, column: number, weight: number, isChosen: boolean) => void,
): Steps<void, number> {
  const { rows, columns } = problem;
  const isSparse = problem.layout === "sparse";
  let pair = 0;
  let looked = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = isSparse ? problem.rowStart[row]! : row * columns;
    const end = isSparse ? problem.rowStart[row + 1]! : first + columns;
    for (let edge = first; edge < end; edge += 1) {
      const price = high[row]!;
      const column = isSparse ? problem.columnAt[edge]! : edge - first;
      const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
      const isChosen = rowOf[pair] === row && columnOf[pair] === column;
      const other = high[rows + column]!;
      // two prices and a weight near their sum are off by less than 2 ** -50 of their sizes
      if (isChosen) pair += 1;
      else if (!(price + other - weight <= reach + (Math.abs(price) + Math.abs(other)) * 2 ** -50)) continue;
      visit(row, column, weight, isChosen);
    }
    looked += end - first;
    if (looked < SLICE) continue;
    yield 0;
    looked = 0;
  }
}

/** What is left to decide, in slacks. */
interface NearProblem {
  readonly graph: Parameters<typeof solveFlow>[0];
  readonly bounds: Bounds;
  readonly magnitudes: Parameters<typeof solveFlow>[2];
  /** Pairs that every better choice holds. */
  readonly settled: Choice;
}

/**
 * The edges that a better choice may hold, weighing what they lack to slack 0, with the loads that it may have.
 *
 * No choice is better by half of `near`. So an edge of slack above it counts as one of twice that slack, and what a partner
 * more or less is worth to a node counts as at most that as well: as the better choices make no use of these, their
 * exact size does not matter, and all numbers of the new problem are small. A partner that is sure is worth at least
 * `most`, be the next one worth `-most`. Prices change by less than twelve times `near`; edges are dropped from a larger
 * slack on, which therefore stays positive.
 */
function* nearProblem(
  problem: AssignmentProblem,
  bounds: Bounds,
  prices: PrecisePrices,
  choice: Choice,
  placement: number,
  near: number,
): Steps<NearProblem, number> {
  const { rows, columns } = problem;
  const most = 2 * near;
  const worthOf = new Float64Array(rows + columns);
  const sides = {
    row: boundsNear(bounds.row, prices, worthOf.subarray(0, rows), 0, placement, near),
    column: boundsNear(bounds.column, prices, worthOf.subarray(rows), rows, placement, near),
  };
  const rowStart = new Int32Array(rows + 1);
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  const settled: { readonly rowOf: number[]; readonly columnOf: number[] } = { rowOf: [], columnOf: [] };
  yield* eachNearEdge(problem, prices, choice, FAR * near, (row, column, weight, isChosen) => {
    const slack = preciseSlack(prices, row, rows + column, weight);
    if (isChosen && slack < -2 * FAR * near) {
      settled.rowOf.push(row);
      settled.columnOf.push(column);
      settleOne(sides.row, row);
      settleOne(sides.column, column);
    } else if (isChosen || slack <= FAR * near) {
      rowStart[row + 1]! += 1;
      columnAt.push(column);
      weightAt.push(between(-most, -slack, most) + (worthOf[row]! + worthOf[rows + column]!));
    }
  });
  for (let row = 0; row < rows; row += 1) rowStart[row + 1]! += rowStart[row]!;
  for (let node = 0; node < worthOf.length; node += 1) addToPrice(prices, node, 0 - worthOf[node]!);
  return {
    graph: { rows, columns, rowStart, columnAt: Int32Array.from(columnAt), weightAt: Float64Array.from(weightAt) },
    bounds: { ...sides, isOneToOne: false, hasMinimum: true },
    magnitudes: { isWhole: false, isLarge: false, largest: 3 * most, placement: 0, forced: 2 * most, rounding: 0 },
    settled: { rowOf: Int32Array.from(settled.rowOf), columnOf: Int32Array.from(settled.columnOf) },
  };
}

/** From this many times what a choice can be better by on, nothing changes. */
const FAR = 20;

function settleOne({ capacity, minimum }: SideBounds, node: number): void {
  capacity[node]! -= 1;
  minimum[node] = Math.max(0, minimum[node]! - 1);
}

/**
 * Fewest and most partners that a node can have in a better choice; `worthOf` gets what each of them that is in doubt is
 * worth to it, at most twice `near` by size.
 */
function boundsNear(
  { capacity, minimum }: SideBounds,
  prices: PrecisePrices,
  worthOf: Float64Array,
  first: number,
  placement: number,
  near: number,
): SideBounds {
  const least = new Int32Array(minimum.length);
  const most = capacity.slice();
  for (let node = 0; node < capacity.length; node += 1) {
    const sure = minimum[node]!;
    const gain = (count: number): number => gainOf(prices, first + node, count, placement);
    const held = sure > 0 ? sure : placement > 0 && gain(1) > FAR * near ? 1 : 0;
    const next = gain(held + 1);
    worthOf[node] = between(-2 * near, next, 2 * near);
    if (held === 0) {
      if (placement > 0) most[node] = Math.min(most[node]!, 1);
    } else if (most[node]! <= held || next < -FAR * near) {
      // partners that are all sure may be worth the same
      most[node] = Math.min(most[node]!, held);
      worthOf[node] = 2 * near;
    } else if (next <= FAR * near) least[node] = held;
  }
  return { capacity: most, minimum: least };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function addPrices(prices: PrecisePrices, { rowPrice, columnPrice }: EngineResult, rows: number): void {
  rowPrice.forEach((price, row) => {
    addToPrice(prices, row, price);
  });
  columnPrice.forEach((price, column) => {
    addToPrice(prices, rows + column, price);
  });
}

function join(first: Choice, second: Choice): Choice {
  const both = (one: Int32Array, other: Int32Array): Int32Array => {
    const joined = new Int32Array(one.length + other.length);
    joined.set(one);
    joined.set(other, one.length);
    return joined;
  };
  return { rowOf: both(first.rowOf, second.rowOf), columnOf: both(first.columnOf, second.columnOf) };
}
