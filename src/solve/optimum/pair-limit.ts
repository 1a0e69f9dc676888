import type { Bounds } from "../bounds.ts";
import { edgesOf } from "../graph.ts";
import type { AssignmentProblem } from "../problem.ts";

/** Most pairs that these nodes can have together: each node of the other side gives what it can take. Time O(edges). */
export function pairLimit(
  problem: AssignmentProblem,
  bounds: Bounds,
  side: "row" | "column",
  nodes: Int32Array,
): number {
  const { rows, columns, rowAt, columnAt } = edgesOf(problem);
  const [length, nodeAt, otherAt, { capacity }] =
    side === "row" ? [rows, rowAt, columnAt, bounds.column] : [columns, columnAt, rowAt, bounds.row];
  const isIn = new Uint8Array(length);
  for (const node of nodes) isIn[node] = 1;
  const degree = new Int32Array(capacity.length);
  for (let edge = 0; edge < nodeAt.length; edge += 1) if (isIn[nodeAt[edge]!] === 1) degree[otherAt[edge]!]! += 1;
  return degree.reduce((sum, edges, other) => sum + Math.min(edges, capacity[other]!), 0);
}
