import { worth, type Flow } from "./flow.ts";
import { createHeap, raise, takeFirst } from "./heap.ts";
import { columnLoss, pricedFlow } from "./priced-flow.ts";
import type { AssignmentProblem, OptimalAssignment } from "./problem.ts";

/**
 * What one more place at each node of a side would add to `total + placement * (placed nodes)` of the optimum, exactly; at
 * least 0. The nearest multiple of `placement` in it is people placed, the rest total.
 *
 * Method: one more place opens one arc of the residual graph, and the best new choice is reached along the shortest cycle
 * through it. One search from the hub (Dijkstra) finds the cycles of all nodes of the side. So a node's gain is its price
 * less the length of a way, and the price alone is a bound of it.
 *
 * Cost: O(edges + nodes log nodes).
 */
export function placeGains(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
): Float64Array {
  const flow = pricedFlow(problem, assignment, side === "column" ? "row" : "column");
  const distanceOf = distancesFromHub(flow);
  return flow.columnPrice.map((price, column) => {
    const partner = worth(0, flow.columnLoad[column]! + 1, flow.placement, 0);
    return Math.max(0, price + partner - distanceOf[flow.graph.rows + column]!);
  });
}

/** Length of the shortest way from the hub to each node. Nodes are the rows, then the columns. */
function distancesFromHub(flow: Flow): Float64Array {
  const { graph, bounds, rowPrice, columnPrice, rowLoad, columnLoad, placement } = flow;
  const { isChosenAt, seatStart, edgeInSeat, rowInSeat } = flow;
  const { rows, columns, rowStart, columnAt, weightAt } = graph;
  const distanceOf = new Float64Array(rows + columns).fill(Infinity);
  const heap = createHeap(distanceOf);
  const reach = (node: number, length: number): void => {
    if (length >= distanceOf[node]!) return;
    distanceOf[node] = length;
    raise(heap, node);
  };
  for (let row = 0; row < rows; row += 1) {
    const load = rowLoad[row]!;
    if (load < bounds.row.capacity[row]!) reach(row, -rowPrice[row]! - worth(0, load + 1, placement, 0));
  }
  for (let column = 0; column < columns; column += 1) reach(rows + column, columnLoss(flow, column));
  while (heap.size > 0) {
    const node = takeFirst(heap);
    const distance = distanceOf[node]!;
    if (node < rows) {
      const price = distance + rowPrice[node]!;
      for (let edge = rowStart[node]!; edge < rowStart[node + 1]!; edge += 1) {
        if (isChosenAt[edge] === 1) continue;
        const column = columnAt[edge]!;
        reach(rows + column, price + columnPrice[column]! - weightAt[edge]!);
      }
      continue;
    }
    const column = node - rows;
    const price = distance - columnPrice[column]!;
    const first = seatStart[column]!;
    for (let seat = first; seat < first + columnLoad[column]!; seat += 1) {
      const row = rowInSeat[seat]!;
      reach(row, price - rowPrice[row]! + weightAt[edgeInSeat[seat]!]!);
    }
  }
  return distanceOf;
}
