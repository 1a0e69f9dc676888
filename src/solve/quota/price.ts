import type { Bounds } from "../bounds.ts";
import type { BoundNode } from "./problem.ts";
import { finished, mapResult, type Steps } from "../../base/steps.ts";
import { listPairs, type EngineResult } from "../engine.ts";
import { solveFlow } from "../flow/engine.ts";
import { findEdge, type Graph } from "../graph.ts";
import type { WarmStart } from "../problem.ts";
import { solveSparseOneToOne } from "../sparse/engine.ts";
import { chooseScale, type Scale } from "../sparse/scale.ts";
import { hasCore, type LastRound, solveByCore } from "../core/core.ts";
import { isExact, paidOfKinds, spanOf, type Aim, type Demand, type Instance } from "./instance.ts";

/** The edges that a part of the search may still choose, by row. */
export interface LiveEdges {
  /** Edge indices of the instance, ascending. */
  readonly edges: Int32Array;
  /** Row `r` owns the places from `rowStart[r]` up to, not including, `rowStart[r + 1]`. Length `rows + 1`. */
  readonly rowStart: Int32Array;
  /** Column of each live edge. */
  readonly columnAt: Int32Array;
  /** Whether each live edge must be chosen. */
  readonly isRequiredAt: Uint8Array;
  readonly hasRequired: boolean;
  /** How many of the edges of some sets must and may be chosen: the quotas, then the cases on the way to this part. */
  readonly demands: readonly Demand[];
}

/** Prices of demands: one whole number each, and what a node's first partner is worth to the goal "nodes to place". */
export interface Multipliers {
  readonly ofDemand: Float64Array;
  /** Ignored where the goal says that most nodes are placed: then it is as large as it must be. */
  readonly placement: number;
}

/** The best choice at given multipliers, and the bound that its prices prove. */
export interface Priced {
  readonly multipliers: Float64Array;
  readonly placement: number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  /** No choice of the live edges that meets the quotas is worth more, in `scale`-ths. */
  readonly bound: number;
  /** Chosen edges, ascending. */
  readonly chosen: Int32Array;
  readonly warm: WarmStart;
  readonly work: number;
}

/** Live edges from which on the sparse engine's cold start beats the general engine's warm one. */
const LARGE_FROM = 10_000;

/** What goes into a pricing per edge and node beside the engine's steps, by measurement, in such steps. */
const EDGE_WORK = 2;
const NODE_WORK = 20;

/** Lists edges by row; `required` ones must be among them. */
export function liveEdges(
  instance: Instance,
  edges: Int32Array,
  required: ReadonlySet<number>,
  demands: readonly Demand[],
): LiveEdges {
  const { problem, rowAt } = instance;
  const rowStart = new Int32Array(problem.rows + 1);
  const columnAt = new Int32Array(edges.length);
  const isRequiredAt = new Uint8Array(edges.length);
  const hasRequired = required.size > 0;
  for (let place = 0; place < edges.length; place += 1) {
    const edge = edges[place]!;
    rowStart[rowAt[edge]! + 1]! += 1;
    columnAt[place] = problem.columnAt[edge]!;
    if (hasRequired && required.has(edge)) isRequiredAt[place] = 1;
  }
  for (let row = 0; row < problem.rows; row += 1) rowStart[row + 1]! += rowStart[row]!;
  return { edges, rowStart, columnAt, isRequiredAt, hasRequired, demands };
}

/**
 * Solves the assignment in which each edge pays the multipliers of its quotas. `undefined` if the multipliers are too
 * large for exact sums. One to one and large: the sparse engine; otherwise the general one, from a warm start if given.
 */
export function price(
  instance: Instance,
  aim: Aim,
  live: LiveEdges,
  multipliers: Multipliers,
  warm: WarmStart | undefined,
): Steps<Priced | undefined, number> {
  const paid = paidWeights(instance, aim, live, multipliers.ofDemand);
  const counts = aim.goal.kind === "total" && aim.placed > 0;
  const isMost = aim.goal.kind === "total" && aim.goal.isMost;
  const given = aim.basePlacement + (counts && !isMost ? multipliers.placement : 0);
  // where multipliers eat up the weights, a node placed and a partner demanded must still be worth more than any choice: else
  // a part that has too few of them is never seen to be empty
  const largest = Math.max(largestOf(paid) + 2 * given, aim.scale * aim.unit);
  if (!isExact(instance.problem, largest)) return finished(undefined);
  const weightAt = withRequired(live, paid, 5 * spanOf(instance.problem, largest));
  const { rows, columns } = instance.problem;
  const graph = { rows, columns, rowStart: live.rowStart, columnAt: live.columnAt, weightAt };
  return mapResult(solveAt(instance, graph, live.hasRequired, { isMost, given, largest }, warm), (result) => {
    const { rowOf, columnOf, rowPrice, columnPrice } = result;
    const placement = isMost ? result.placement : given;
    const proof = { multipliers: multipliers.ofDemand, placement, rowPrice, columnPrice };
    const bound = boundOf(instance, aim, live, paid, proof);
    if (bound === undefined) return undefined;
    return {
      ...proof,
      bound,
      chosen: chosenOf(live, graph, result),
      warm: { rowOf, columnOf, rowPrice, columnPrice, placement },
      work: result.work + EDGE_WORK * live.edges.length + NODE_WORK * (rows + columns),
    };
  });
}

/** Scaled weight of each live edge less the multipliers of its demands. */
export function paidWeights(
  instance: Instance,
  { scaledAt }: Aim,
  { edges, demands }: LiveEdges,
  multipliers: Float64Array,
): Float64Array {
  const { kindAt } = instance;
  const paidOf = paidOfKinds(instance, demands, multipliers);
  const paid = new Float64Array(edges.length);
  for (let place = 0; place < edges.length; place += 1) {
    const edge = edges[place]!;
    paid[place] = scaledAt[edge]! - paidOf[kindAt[edge]!]!;
  }
  return paid;
}

function largestOf(weights: Float64Array): number {
  let largest = 1;
  for (let at = 0; at < weights.length; at += 1) {
    const size = Math.abs(weights[at]!);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Adds to each required edge a bonus that nothing outweighs; so it is chosen wherever that is possible at all. */
function withRequired({ isRequiredAt, hasRequired }: LiveEdges, paid: Float64Array, bonus: number): Float64Array {
  if (!hasRequired) return paid;
  const weights = paid.slice();
  for (let place = 0; place < weights.length; place += 1) if (isRequiredAt[place] === 1) weights[place]! += bonus;
  return weights;
}

interface Placing {
  readonly isMost: boolean;
  readonly given: number;
  readonly largest: number;
}

function solveAt(
  { problem, bounds }: Instance,
  graph: Graph,
  hasRequired: boolean,
  { isMost, given, largest }: Placing,
  warm: WarmStart | undefined,
): Steps<EngineResult, number> {
  if (bounds.isOneToOne && !bounds.hasMinimum && !hasRequired && graph.columnAt.length >= LARGE_FROM) {
    const scale = chooseScale(graph.weightAt, isMost, Math.min(graph.rows, graph.columns));
    if (warm === undefined || !hasCore(graph)) return solveOneToOne(graph, isMost, given, scale);
    const placement = isMost ? scale.placement : given;
    const magnitudes = { isWhole: true, isLarge: false, largest, placement, forced: 0, rounding: 0 };
    const solve = (part: Graph, last: LastRound | undefined): Steps<EngineResult, number> =>
      solveFlow(part, bounds, magnitudes, last?.result ?? warm);
    return solveByCore(graph, bounds, solve, warm.columnPrice);
  }
  const span = spanOf(problem, largest);
  const placement = isMost ? span : given;
  const forced = bounds.hasMinimum ? 4 * span : 0;
  return solveFlow(graph, bounds, { isWhole: true, isLarge: false, largest, placement, forced, rounding: 0 }, warm);
}

/** One to one, a pair places a row and a column: their worth is the edge's, and comes off the prices afterwards. */
function solveOneToOne(graph: Graph, isMost: boolean, given: number, scale: Scale): Steps<EngineResult, number> {
  if (isMost) return mapResult(solveSparseOneToOne({ ...graph, unmatched: "last" }, undefined, scale), listPairs);
  const weightAt = given === 0 ? graph.weightAt : raised(graph.weightAt, 2 * given);
  const less = (price: number): number => price - given;
  return mapResult(solveSparseOneToOne({ ...graph, weightAt, unmatched: "free" }), (answer) => {
    const result = listPairs(answer);
    if (given === 0) return result;
    return {
      ...result,
      rowPrice: result.rowPrice.map(less),
      columnPrice: result.columnPrice.map(less),
      placement: given,
    };
  });
}

function raised(weightAt: Graph["weightAt"], by: number): Float64Array {
  const weights = new Float64Array(weightAt);
  for (let edge = 0; edge < weights.length; edge += 1) weights[edge]! += by;
  return weights;
}

function chosenOf(live: LiveEdges, graph: Graph, { rowOf, columnOf }: EngineResult): Int32Array {
  const chosen = rowOf.map((row, pair) => live.edges[findEdge(graph, row, columnOf[pair]!)]!);
  return chosen.sort();
}

/** What each live edge is worth beyond its prices: above 0 at none but required edges and pairs of shared nodes. */
export function gainsAt(
  { rowAt }: Instance,
  { edges, columnAt }: LiveEdges,
  paid: Float64Array,
  { rowPrice, columnPrice }: Pick<Priced, "rowPrice" | "columnPrice">,
): Float64Array {
  const gains = new Float64Array(paid.length);
  for (let place = 0; place < paid.length; place += 1) {
    gains[place] = paid[place]! - rowPrice[rowAt[edges[place]!]!]! - columnPrice[columnAt[place]!]!;
  }
  return gains;
}

/** What a node of the proof's tree keeps of a pricing. */
export function evidenceOf({ multipliers, placement, rowPrice, columnPrice }: Priced): BoundNode {
  return { multipliers, placement, rowPrice, columnPrice };
}

/** The bound of `BoundNode`; `undefined` if the sizes of what is summed leave no room for exact sums. */
function boundOf(
  instance: Instance,
  { placed }: Aim,
  live: LiveEdges,
  paid: Float64Array,
  proof: BoundNode,
): number | undefined {
  const { bounds } = instance;
  const { multipliers, placement, rowPrice, columnPrice } = proof;
  let bound = 0;
  let size = 0;
  const add = (value: number): void => {
    bound += value;
    size += Math.abs(value);
  };
  add(0 - placement * placed);
  live.demands.forEach(({ minimum, maximum }, at) => {
    const multiplier = multipliers[at]!;
    if (multiplier !== 0) add(multiplier * (multiplier > 0 ? maximum : minimum));
  });
  addMostOfSide(bounds, "row", rowPrice, placement, add);
  addMostOfSide(bounds, "column", columnPrice, placement, add);
  const gains = gainsAt(instance, live, paid, proof);
  const { isRequiredAt } = live;
  for (let place = 0; place < gains.length; place += 1) {
    const gain = gains[place]!;
    if (gain > 0 || isRequiredAt[place] === 1) add(gain);
  }
  return bound === -Infinity || size <= Number.MAX_SAFE_INTEGER ? bound : undefined;
}

function addMostOfSide(
  bounds: Bounds,
  side: "row" | "column",
  prices: Float64Array,
  placement: number,
  add: (value: number) => void,
): void {
  const { capacity, minimum } = bounds[side];
  for (let node = 0; node < prices.length; node += 1) {
    add(mostOfNode(capacity[node]!, minimum[node]!, prices[node]!, placement));
  }
}

/**
 * Largest `k * price + (k > 0 ? placement : 0)` over the loads k from the minimum to the capacity; -Infinity if there is
 * no such load, as for a row of capacity 0 that must have a partner.
 */
function mostOfNode(capacity: number, minimum: number, price: number, placement: number): number {
  if (capacity < minimum) return -Infinity;
  if (capacity === 0) return 0;
  const least = minimum === 0 ? 0 : minimum * price + placement;
  const first = minimum <= 1 ? price + placement : least;
  return Math.max(least, first, capacity * price + placement);
}
