import { joining, pricedFlow } from "../flow/priced-flow.ts";
import { createResidualSearch, type ResidualSearch, searchFrom } from "../flow/residual-search.ts";
import { type Flow, worth } from "../flow/flow.ts";
import { findEdge } from "../graph.ts";
import type { OptimalAssignment, SparseProblem } from "../problem.ts";

/** What an edge between a node of the one side and a given node of the other would weigh; -Infinity: it would be none. */
export interface NewWeight {
  /** Node of the entering node's side. */
  readonly own: number;
  readonly weight: number;
}

/**
 * What it would cost an optimal choice to give an idle node a partner if some edges were other ones: without a solve for
 * each change. Costs are in weights with placement counted.
 */
export interface EntryPrices {
  /**
   * What it costs over one more edge of the node, to `other`. At most 0 if and only if some optimal choice with that edge
   * gives the node a partner. Of several new edges, and where they replace the old ones, the least counts.
   */
  readonly costOver: (other: number, weight: number) => number;
  /**
   * What any choice that gives the node a partner is worth less, at least, than the best one, if some edges of one node of
   * the other side change as told. Above 0: no optimal choice gives it a partner then. Infinity also where others without
   * a partner stand before it everywhere.
   */
  readonly shortfall: (other: number, changes: readonly NewWeight[]) => number;
  /**
   * How many other nodes without a partner have a heavier edge to a node of the other side; Infinity where this one has none.
   * Where fewer can get in beside it, no optimal choice gives it that partner: one of them would do better there.
   */
  readonly rivalsAt: (other: number) => number;
}

/** Stands for an infinite length in sums that have to stay exact. */
const FAR = 2 ** 49;

/**
 * Prices the entry of a node without partners; `undefined` if it has one here.
 *
 * Method: two searches of the residual network (Dijkstra in slacks). Backwards from the hub they give the length of the way
 * in behind each node of the other side; the way in over a new edge is the shortest with it, as the node itself lies on no
 * way. Forwards from the node they give prices under which no choice with the node is worth more than the one at hand less
 * the length of its way to the hub; a changed edge adds at most what its weight exceeds these prices by, and a node has no more partners than its
 * capacity.
 *
 * The weights have to be so small that a placement of the proof outweighs any total of theirs.
 *
 * Cost: two searches over the edges, O(edges + nodes log nodes); then O(1) a new edge and O(changes) a changed node.
 */
export function entryPrices(
  problem: SparseProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
  node: number,
): EntryPrices | undefined {
  const flow = pricedFlow(problem, assignment, side);
  if (flow.rowLoad[node]! > 0 || flow.bounds.row.capacity[node] === 0) return undefined;
  const { rows } = flow.graph;
  const search = createResidualSearch(flow);
  searchFrom(search, node);
  const toHub = search.distanceOf[search.hub]!;
  const far = Math.min(toHub, FAR);
  const shift = search.distanceOf.map((distance) => Math.min(distance, far));
  const start = joining(flow, node);
  const behind = lengthsBehind(problem, assignment, side);
  const rivals = rivalsOf(flow, node);
  const first = worth(0, 1, flow.placement, 0);
  return {
    rivalsAt: rivals.now,
    costOver: (other, weight) => flow.columnPrice[other]! - weight + behind(other) - first,
    shortfall: (other, changes) => {
      const capacity = flow.bounds.column.capacity[other]!;
      if (Math.min(rivals.fewest(other), rivals.at(other, changes)) > capacity) return Infinity;
      const price = flow.columnPrice[other]! - shift[rows + other]!;
      const chosen = chosenAt(flow, other);
      const gains: number[] = [];
      let lost = 0;
      for (const { own, weight } of changes) {
        const before = chosen.get(own);
        if (before !== undefined) lost += Math.max(0, before - weight);
        const gain = weight - flow.rowPrice[own]! - shift[own]! - price;
        if (before === undefined && gain > 0) gains.push(gain);
      }
      gains.sort((a, b) => b - a);
      const most = Math.min(gains.length, capacity);
      let gained = 0;
      for (let at = 0; at < most; at += 1) gained += gains[at]!;
      const least = start + far - gained - lost;
      // others may gain by the same changes without the node
      return least > 0 || lost > 0 ? least : least + gainWithout(search, other, changes, chosen);
    },
  };
}

interface Rivals {
  /** Rivals for the edge to a column as it is; Infinity without one. */
  readonly now: (column: number) => number;
  /** Fewest rivals for an edge to any column but one; Infinity without such an edge. */
  readonly fewest: (except: number) => number;
  /** Rivals for the edge to a column whose edges change as told; Infinity if the node has none there. */
  readonly at: (column: number, changes: readonly NewWeight[]) => number;
}

/**
 * How many rows without a partner have a heavier edge to each column than an idle row. If some optimal choice gives this one
 * a partner where another is idle that would weigh more there, the other would do better in its place.
 */
function rivalsOf({ graph, rowLoad, bounds }: Flow, node: number): Rivals {
  const { columnAt, weightAt, rowStart } = graph;
  const idle = Array.from(rowLoad.keys()).filter(
    (row) => row !== node && rowLoad[row] === 0 && bounds.row.capacity[row]! > 0,
  );
  const own = new Float64Array(graph.columns).fill(Infinity);
  const columns = columnAt.subarray(rowStart[node], rowStart[node + 1]);
  columns.forEach((column, place) => (own[column] = weightAt[rowStart[node]! + place]!));
  const count = new Int32Array(graph.columns);
  for (const row of idle) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      if (weightAt[edge]! > own[columnAt[edge]!]!) count[columnAt[edge]!]! += 1;
    }
  }
  const byCount = [...columns].sort((a, b) => count[a]! - count[b]!).slice(0, 2);
  return {
    now: (column) => (own[column] === Infinity ? Infinity : count[column]!),
    fewest: (except) => {
      const column = byCount.find((each) => each !== except);
      return column === undefined ? Infinity : count[column]!;
    },
    at: (column, changes) => {
      const changed = new Map(changes.map(({ own: row, weight }) => [row, weight]));
      const weightOf = (row: number): number => {
        const edge = changed.has(row) ? -1 : findEdge(graph, row, column);
        return changed.get(row) ?? (edge < 0 ? -Infinity : weightAt[edge]!);
      };
      const least = weightOf(node);
      return least === -Infinity ? Infinity : idle.filter((row) => weightOf(row) > least).length;
    },
  };
}

/**
 * What the best choice gains at least by one of the changed edges of a column, where chosen ones weigh no less than before:
 * the cycle over that edge. One search, no further than the largest change asks.
 */
function gainWithout(
  search: ResidualSearch,
  column: number,
  changes: readonly NewWeight[],
  chosen: ReadonlyMap<number, number>,
): number {
  const { rowPrice, columnPrice, graph } = search.flow;
  const fresh = changes
    .filter(({ own }) => !chosen.has(own))
    .map(({ own, weight }) => ({ own, gain: weight - rowPrice[own]! - columnPrice[column]! }));
  const most = fresh.reduce((largest, { gain }) => Math.max(largest, gain), 0);
  if (most === 0) return 0;
  searchFrom(search, graph.rows + column, -1, most);
  return fresh.reduce((largest, { own, gain }) => Math.max(largest, gain - search.distanceOf[own]!), 0);
}

/** Length of the shortest way from a node of the other side to the hub. */
function lengthsBehind(
  problem: SparseProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
): (other: number) => number {
  // with the sides changed all paths lead backwards
  const backwards = createResidualSearch(pricedFlow(problem, assignment, side === "row" ? "column" : "row"));
  searchFrom(backwards, backwards.hub);
  return (other) => backwards.distanceOf[other]!;
}

/** Weights of the chosen edges of a column of the flow, by row. */
function chosenAt(
  { graph, seatStart, columnLoad, edgeInSeat, rowInSeat }: Flow,
  column: number,
): ReadonlyMap<number, number> {
  const chosen = new Map<number, number>();
  const first = seatStart[column]!;
  for (let seat = first; seat < first + columnLoad[column]!; seat += 1) {
    chosen.set(rowInSeat[seat]!, graph.weightAt[edgeInSeat[seat]!]!);
  }
  return chosen;
}
