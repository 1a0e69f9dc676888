import type { AssignmentProblem } from "./problem.ts";

/** The edges of a graph in either layout, sorted by row, then column. */
export interface EdgeList {
  readonly rowAt: Int32Array;
  readonly columnAt: Int32Array;
  readonly weightAt: Int32Array | Float64Array;
}

/** Lists the edges of a graph. O(edges), for a matrix O(rows x columns). */
export function edgesOf(graph: AssignmentProblem): EdgeList {
  if (graph.layout === "sparse") {
    const rowAt = new Int32Array(graph.columnAt.length);
    for (let row = 0; row < graph.rows; row++) rowAt.fill(row, graph.rowStart[row], graph.rowStart[row + 1]);
    return { rowAt, columnAt: graph.columnAt, weightAt: graph.weightAt };
  }
  const { weights, columns } = graph;
  let edges = 0;
  for (const weight of weights) if (weight !== -Infinity) edges++;
  const rowAt = new Int32Array(edges);
  const columnAt = new Int32Array(edges);
  const weightAt = new Float64Array(edges);
  let edge = 0;
  for (let place = 0; place < weights.length; place++) {
    if (weights[place] === -Infinity) continue;
    rowAt[edge] = Math.floor(place / columns);
    columnAt[edge] = place % columns;
    weightAt[edge++] = weights[place]!;
  }
  return { rowAt, columnAt, weightAt };
}
