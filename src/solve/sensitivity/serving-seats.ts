import { worth } from "../flow/flow.ts";
import { joining, pricedFlow } from "../flow/priced-flow.ts";
import { createResidualSearch, searchFrom } from "../flow/residual-search.ts";
import type { OptimalAssignment, SparseProblem } from "../problem.ts";

/** What one more seat on the other side can do for a node without partners in some optimal choice. */
export interface ServingSeats {
  /**
   * Nodes of the other side, ascending: if one of them had one more seat, some optimal choice would give the node a
   * partner; with any other none would. All nodes, some of them perhaps in vain, if `cost` is 0.
   */
  readonly nodes: readonly number[];
  /** What it costs an optimal choice to give the node a partner as things are, with placement counted; Infinity: it cannot. */
  readonly cost: number;
}

/**
 * Finds the nodes whose one more seat serves an idle node of `side`.
 *
 * Method: an optimal choice of the changed problem differs from the one at hand by cycles of the residual network, each of
 * length 0 or more except one that uses the new seat. It serves the idle node if that cycle starts there, and this is so
 * if the shortest path from the node to the new seat is no longer than the shortest from anywhere; or if giving the node
 * a partner costs nothing anyhow, and then every node is listed. Both lengths come from one search each (Dijkstra), in
 * slacks, for all seats at once.
 *
 * Cost: two searches over the edges, O(edges + nodes log nodes).
 */
export function servingSeats(
  problem: SparseProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
  node: number,
): ServingSeats {
  const flow = pricedFlow(problem, assignment, side);
  const { rows, columns } = flow.graph;
  if (flow.bounds.row.capacity[node] === 0) return { nodes: [], cost: Infinity };
  const all = Array.from({ length: columns }, (_, column) => column);
  // another choice that is as good may leave the node alone: there it is idle, and a partner costs nothing
  if (flow.rowLoad[node]! > 0) return { nodes: all, cost: 0 };
  const start = joining(flow, node);
  const search = createResidualSearch(flow);
  searchFrom(search, node);
  const cost = start + search.distanceOf[search.hub]!;
  if (cost === 0) return { nodes: all, cost };
  const fromNode = search.distanceOf.slice();
  searchFrom(search, search.hub);
  const nodes = all.filter((column) => {
    const length = search.distanceOf[rows + column]!;
    const last = 0 - flow.columnPrice[column]! - worth(0, flow.columnLoad[column]! + 1, flow.placement, 0);
    return start + fromNode[rows + column]! === length && length + last <= 0;
  });
  return { nodes, cost };
}

/** What it costs an optimal choice to give a node a partner, with placement counted: 0 if some optimal choice does. One search. */
export function entryCost(
  problem: SparseProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
  node: number,
): number {
  const flow = pricedFlow(problem, assignment, side);
  if (flow.bounds.row.capacity[node] === 0) return Infinity;
  if (flow.rowLoad[node]! > 0) return 0;
  const search = createResidualSearch(flow);
  searchFrom(search, node);
  return joining(flow, node) + search.distanceOf[search.hub]!;
}
