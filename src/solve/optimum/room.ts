import type { Bounds } from "../bounds.ts";
import type { Engine } from "../engine.ts";
import type { AssignmentProblem } from "../problem.ts";
import { STRETCH } from "../stretch.ts";

/** Most pairs that these nodes can have together: each node of the other side gives what it can take. Time O(edges). */
export function* room(
  problem: AssignmentProblem,
  bounds: Bounds,
  side: "row" | "column",
  nodes: Int32Array,
): Engine<number> {
  const isIn = new Uint8Array(side === "row" ? problem.rows : problem.columns);
  for (const node of nodes) isIn[node] = 1;
  const capacity = side === "row" ? bounds.column.capacity : bounds.row.capacity;
  const degree = new Int32Array(capacity.length);
  const count = (row: number, column: number): void => {
    if (isIn[side === "row" ? row : column] === 1) degree[side === "row" ? column : row]! += 1;
  };
  let looked = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    looked += problem.layout === "dense" ? problem.columns : problem.rowStart[row + 1]! - problem.rowStart[row]!;
    if (looked >= STRETCH) {
      yield 0;
      looked = 0;
    }
    if (problem.layout === "dense") {
      for (let column = 0; column < problem.columns; column += 1) {
        if (problem.weights[row * problem.columns + column]! !== -Infinity) count(row, column);
      }
    } else {
      for (let edge = problem.rowStart[row]!; edge < problem.rowStart[row + 1]!; edge += 1) {
        count(row, problem.columnAt[edge]!);
      }
    }
  }
  return degree.reduce((sum, edges, other) => sum + Math.min(edges, capacity[other]!), 0);
}
