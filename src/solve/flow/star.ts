import { swapSides, type Bounds } from "../bounds.ts";
import type { EngineResult } from "../engine.ts";
import { type Graph, transpose } from "../graph.ts";
import type { Magnitudes } from "../magnitudes.ts";
import { worth } from "./flow.ts";

/** Edges from which on a star is sorted; searches take less time below. */
const STAR_FROM = 1_000;

/** Whether one node has all edges, and many of them. */
export function isStar({ rows, columns, columnAt }: Graph): boolean {
  return (rows === 1 || columns === 1) && columnAt.length >= STAR_FROM;
}

/**
 * Solves a graph in which all edges meet at one node, by sorting them: it takes the edges that are worth most, each with what
 * a first partner is worth to its other end, as long as it has seats and gains. Ties go to the smaller index. Prices are as by
 * `Flow`. O(edges log edges), where a search for each edge would look at all seats of the node.
 */
export function solveStar(graph: Graph, bounds: Bounds, magnitudes: Magnitudes): EngineResult {
  if (graph.columns === 1) return solveColumn(graph, bounds, magnitudes);
  const { rowOf, columnOf, rowPrice, columnPrice, ...rest } = solveColumn(
    transpose(graph),
    swapSides(bounds),
    magnitudes,
  );
  return { ...rest, rowOf: columnOf, columnOf: rowOf, rowPrice: columnPrice, columnPrice: rowPrice };
}

/** The price of the node: between the last edge taken, or what one partner more is worth to it, and the first one left. */
function priceOf(load: number, seats: number, next: number, valueAt: (place: number) => number): number {
  if (load === seats) return valueAt(Math.max(0, load - 1));
  return load === 0 ? 0 - next : Math.min(valueAt(load - 1), 0 - next);
}

function solveColumn(
  { rows, rowStart, weightAt }: Graph,
  { row: { capacity, minimum }, column }: Bounds,
  { placement, forced }: Magnitudes,
): EngineResult {
  const seats = column.capacity[0]!;
  const next = (load: number): number => worth(column.minimum[0]!, load + 1, placement, forced);
  const alone = (row: number): number => 0 - worth(minimum[row]!, 1, placement, forced);
  const valueOf = new Float64Array(rows).fill(-Infinity);
  for (let row = 0; row < rows; row += 1) {
    if (rowStart[row + 1]! > rowStart[row]! && capacity[row]! > 0)
      valueOf[row] = weightAt[rowStart[row]!]! - alone(row);
  }
  const order = Int32Array.from(valueOf.keys())
    .filter((row) => valueOf[row]! > -Infinity)
    .sort((a, b) => valueOf[b]! - valueOf[a]! || a - b);
  let load = 0;
  while (load < seats && load < order.length && valueOf[order[load]!]! + next(load) > 0) load += 1;
  const price = priceOf(load, seats, next(load), (place) => valueOf[order[place]!] ?? 0 - next(0));
  const rowPrice = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const least = rowStart[row + 1]! > rowStart[row]! ? weightAt[rowStart[row]!]! - price : -Infinity;
    rowPrice[row] = Math.max(least, alone(row));
  }
  // who could have more partners gains nothing from one: what the edge is worth beyond that is its own price
  for (let place = 0; place < load; place += 1) {
    const row = order[place]!;
    const most = 0 - worth(minimum[row]!, 2, placement, forced);
    if (capacity[row]! > 1 && rowPrice[row]! > most) rowPrice[row] = most;
  }
  return {
    rowOf: order.slice(0, load).sort(),
    columnOf: new Int32Array(load),
    rowPrice,
    columnPrice: Float64Array.of(price),
    placement,
    work: weightAt.length + order.length,
  };
}
