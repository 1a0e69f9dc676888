import { worth } from "../flow/flow.ts";
import { joining, pricedFlow } from "../flow/priced-flow.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { createResidualSearch, searchFrom, searchFromAll } from "../flow/residual-search.ts";

/** Who may enter a choice, and where one more seat may be. */
export interface EntryQuestion {
  /** Side of those who may enter. */
  readonly side: "row" | "column";
  /** Nodes of the side that may enter, ascending; closed in the problem, by a capacity of 0. */
  readonly closed: readonly number[];
  /** Nodes of the other side that may have one more seat, ascending; each has a capacity of at least 1. */
  readonly openable: readonly number[];
}

/** The entry that adds most. */
export interface Entry {
  /** Who enters: the first by index of those that add most. */
  readonly node: number;
  /** Whose extra seat they enter with: the first by index of those with which they add most. */
  readonly seat: number;
  /** What the optimum of `total + placement * (placed nodes)` gains if the node has to have a partner; may be below 0. */
  readonly gain: number;
  /** Nodes that could enter with some extra seat, ascending; the node is one of them. */
  readonly possible: readonly number[];
}

/**
 * Finds which closed node, let in with one more seat at one node of the other side, adds most; nothing if no seat lets
 * anybody in.
 *
 * The gain is that of a node of capacity 1. It holds for any capacity where letting the node in without one more seat
 * would gain nothing. Where that is so of all closed nodes it stays so once this one has entered, as it gains most; so
 * entries one after the other are steps of successive shortest paths (Jewell, 1958), and the first k are the best k.
 *
 * Method: the best choice with the node differs by the shortest path of the residual graph from the node to the new seat,
 * or to the hub if it does without. One search backwards, from all seats and the hub together, measures the paths
 * of all nodes; one forwards from the best node tells which seats do as well.
 *
 * Cost: O(edges + nodes log nodes).
 */
export function bestEntry(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  { side, closed, openable }: EntryQuestion,
): Entry | undefined {
  // with the sides changed all paths lead backwards
  const backwards = pricedFlow(problem, assignment, side === "row" ? "column" : "row");
  const fromSeats = createResidualSearch(backwards);
  const others = backwards.graph.rows;
  const seats = openable.map((node) => ({ node, length: joining(backwards, node) }));
  searchFromAll(fromSeats, [{ node: fromSeats.hub, length: 0 }, ...seats]);
  const lengthOf = (node: number): number => fromSeats.distanceOf[others + node]!;
  const possible = closed.filter((node) => lengthOf(node) < Infinity);
  let entry: { readonly node: number; readonly gain: number } | undefined;
  for (const node of possible) {
    const gain = backwards.columnPrice[node]! + worth(0, 1, backwards.placement, 0) - lengthOf(node);
    if (entry === undefined || gain > entry.gain) entry = { node, gain };
  }
  if (entry === undefined) return undefined;
  const length = lengthOf(entry.node);
  const fromNode = createResidualSearch(pricedFlow(problem, assignment, side));
  searchFrom(fromNode, entry.node);
  // a path that does without the new seat serves wherever that is
  const isAnywhere = fromNode.distanceOf[fromNode.hub] === length;
  const seat = seats.find(
    (each) => isAnywhere || fromNode.distanceOf[fromNode.flow.graph.rows + each.node]! + each.length === length,
  );
  return seat === undefined ? undefined : { ...entry, seat: seat.node, possible };
}
