import { asPublic } from "../base/public.ts";
import { boundsOf, type SideBounds } from "./bounds.ts";
import type { AssignmentProblem } from "./problem.ts";

/**
 * Most work that solving a problem takes, canonical ties and warm start included, in the units of `Assignment.work`
 * (edges and queue entries looked at): `4 * (requests + 2) * (edges + rows + columns)`.
 *
 * A request is one partner more that a node may ask for: its capacity, or the number of its possible partners if that is
 * less, and once more to learn that it wants none; both sides count, because a warm start lets both ask. Each request is
 * answered by one search that looks at each edge at most twice, and no answer leads to a new request.
 */
export function workBound(problem: AssignmentProblem): number {
  return asPublic("workBound", () => {
    const { rows, columns } = problem;
    const bounds = boundsOf(problem);
    const edges = problem.layout === "dense" ? rows * columns : problem.columnAt.length;
    const requests = requestsOf(bounds.row, columns) + requestsOf(bounds.column, rows);
    return 4 * (requests + 2) * (edges + rows + columns);
  });
}

function requestsOf({ capacity }: SideBounds, others: number): number {
  return capacity.reduce((sum, most) => sum + Math.min(most, others) + 1, 0);
}
