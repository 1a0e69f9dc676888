import { serveColumn } from "../flow/column-request.ts";
import { createFlow, type Flow, worth } from "../flow/flow.ts";
import { joining, pricedFlow } from "../flow/priced-flow.ts";
import { createResidualSearch, searchFrom } from "../flow/residual-search.ts";
import { findEdge } from "../graph.ts";
import { takePairs } from "../flow/warm-start.ts";
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
  return servingIn(pricedFlow(problem, assignment, side), node);
}

/** `servingSeats` of a row of a priced flow. */
function servingIn(flow: Flow, node: number): ServingSeats {
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

/** Nodes whose further seat serves an idle node where `first` has one more already, and the edges looked at to tell. */
export type SecondSeats = (first: number) => { readonly nodes: readonly number[]; readonly work: number };

/**
 * For any node of the other side that has one more seat already, the nodes whose further seat serves the idle node, as
 * `servingSeats` of that problem would tell; `undefined` under minimum loads.
 *
 * Method: the optimum with the first seat is one search away from the one at hand. The idle node is of use to a second seat
 * only if the shortest path to it from anywhere starts at this node; a path that does so leads on over an edge behind which
 * at most one other idle node stands before it, so the search goes no further than these edges ask.
 */
export function servingSecondSeats(
  problem: SparseProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
  node: number,
  isOpen: (other: number) => boolean,
): SecondSeats | undefined {
  const base = withRoom(pricedFlow(problem, assignment, side), side === "row" ? assignment : swapped(assignment));
  if (base.bounds.row.minimum.some(isPositive) || base.bounds.column.minimum.some(isPositive)) return undefined;
  return (first) => {
    const flow = withSeat(base, first);
    serveColumn(flow, first);
    const isOfUse = flow.rowLoad[node]! > 0 || isNearest(flow, node, isOpen);
    const work = flow.work - base.work + flow.graph.rows + flow.graph.columns;
    return { nodes: isOfUse ? servingIn(flow, node).nodes : [], work };
  };
}

/** Whether the shortest path from the hub to some open column that a row has an edge to leads over that edge. */
function isNearest(flow: Flow, node: number, isOpen: (column: number) => boolean): boolean {
  const { rowStart, columnAt, weightAt, rows } = flow.graph;
  const start = joining(flow, node) + flow.rowPrice[node]!;
  const search = createResidualSearch(flow);
  for (let edge = rowStart[node]!; edge < rowStart[node + 1]!; edge += 1) {
    const column = columnAt[edge]!;
    if (!isOpen(column) || hasRival(flow, node, column, weightAt[edge]!)) continue;
    const length = start + flow.columnPrice[column]! - weightAt[edge]!;
    searchFrom(search, search.hub, rows + column, length);
    if (search.distanceOf[rows + column]! >= length) return true;
  }
  return false;
}

/** Whether another row without a partner has a heavier edge to a column: the path over that one is shorter. */
function hasRival({ graph, rowLoad, bounds }: Flow, node: number, column: number, weight: number): boolean {
  return rowLoad.some((load, row) => {
    if (load > 0 || row === node || bounds.row.capacity[row] === 0) return false;
    const edge = findEdge(graph, row, column);
    return edge >= 0 && graph.weightAt[edge]! > weight;
  });
}

/** The flow laid out so that each column has room for one seat more than its capacity. */
function withRoom(priced: Flow, { rowOf, columnOf }: Pick<OptimalAssignment, "rowOf" | "columnOf">): Flow {
  const { graph, bounds, placement, rowPrice, columnPrice } = priced;
  const wider = { ...bounds, column: { ...bounds.column, capacity: bounds.column.capacity.map((most) => most + 1) } };
  const flow = createFlow(graph, wider, placement, 0);
  flow.rowPrice.set(rowPrice);
  flow.columnPrice.set(columnPrice);
  takePairs(flow, rowOf, columnOf);
  return { ...flow, bounds };
}

/** A copy of the flow in which a column has one more seat. */
function withSeat(flow: Flow, column: number): Flow {
  const capacity = flow.bounds.column.capacity.slice();
  capacity[column]! += 1;
  return {
    ...flow,
    bounds: { ...flow.bounds, column: { ...flow.bounds.column, capacity } },
    rowPrice: flow.rowPrice.slice(),
    columnPrice: flow.columnPrice.slice(),
    rowLoad: flow.rowLoad.slice(),
    columnLoad: flow.columnLoad.slice(),
    isChosenAt: flow.isChosenAt.slice(),
    edgeInSeat: flow.edgeInSeat.slice(),
    rowInSeat: flow.rowInSeat.slice(),
  };
}

function swapped({ rowOf, columnOf }: OptimalAssignment): Pick<OptimalAssignment, "rowOf" | "columnOf"> {
  return { rowOf: columnOf, columnOf: rowOf };
}

function isPositive(value: number): boolean {
  return value > 0;
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
