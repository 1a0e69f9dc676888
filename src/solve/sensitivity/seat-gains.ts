import { worth } from "../flow/flow.ts";
import { pricedFlow } from "../flow/priced-flow.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { createResidualSearch, searchFrom } from "../flow/residual-search.ts";

/**
 * What one more seat at each node of a side would add to `total + placement * (placed nodes)` of the optimum, exactly; at
 * least 0. The nearest multiple of `placement` in it is people placed, the rest total.
 *
 * Method: one more seat opens one arc of the residual graph, and the best new choice is reached along the shortest cycle
 * through it. One search from the hub finds the cycles of all nodes of the side. So a node's gain is its price less the
 * length of a path, and the price alone is a bound of it.
 *
 * Cost: O(edges + nodes log nodes).
 */
export function seatGains(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  side: "row" | "column",
): Float64Array {
  const flow = pricedFlow(problem, assignment, side === "column" ? "row" : "column");
  const search = createResidualSearch(flow);
  searchFrom(search, search.hub);
  return flow.columnPrice.map((price, column) => {
    const partner = worth(0, flow.columnLoad[column]! + 1, flow.placement, 0);
    return Math.max(0, price + partner - search.distanceOf[flow.graph.rows + column]!);
  });
}
