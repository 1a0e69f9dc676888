import type { Bounds } from "./bounds.ts";
import { ownersOf } from "./groups.ts";
import type { AssignmentProblem, DenseProblem } from "./problem.ts";

/**
 * Edges grouped by row, columns ascending within a row: the shape of `SparseProblem`.
 * The engines see either side of a problem as the rows: `transpose` changes the point of view.
 */
export interface Graph {
  readonly rows: number;
  readonly columns: number;
  /** Length `rows + 1`. */
  readonly rowStart: Int32Array;
  /** Length edges. */
  readonly columnAt: Int32Array;
  /** Length edges. */
  readonly weightAt: Int32Array | Float64Array;
}

/** The edges of a problem in either layout; those of a sparse one are not copied. */
export function graphOf(problem: AssignmentProblem): Graph {
  if (problem.layout === "dense") return compress(problem);
  const { rows, columns, rowStart, columnAt, weightAt } = problem;
  return { rows, columns, rowStart, columnAt, weightAt };
}

function compress({ rows, columns, weights }: DenseProblem): Graph {
  const rowStart = new Int32Array(rows + 1);
  let edges = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = (row + 1) * columns;
    for (let at = row * columns; at < end; at += 1) if (weights[at]! !== -Infinity) edges += 1;
    rowStart[row + 1] = edges;
  }
  const columnAt = new Int32Array(edges);
  const weightAt = new Float64Array(edges);
  let edge = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = row * columns;
    for (let column = 0; column < columns; column += 1) {
      const weight = weights[first + column]!;
      if (weight === -Infinity) continue;
      columnAt[edge] = column;
      weightAt[edge] = weight;
      edge += 1;
    }
  }
  return { rows, columns, rowStart, columnAt, weightAt };
}

/** The edges between nodes that may have partners. */
export function withoutClosed(graph: Graph, { row, column }: Bounds): Graph {
  if (!row.capacity.includes(0) && !column.capacity.includes(0)) return graph;
  const { rows, rowStart } = graph;
  const start = new Int32Array(rows + 1);
  const columnAt = graph.columnAt.slice();
  const weightAt = graph.weightAt.slice();
  let kept = 0;
  for (let at = 0; at < rows; at += 1) {
    for (let edge = rowStart[at]!; edge < rowStart[at + 1]! && row.capacity[at]! > 0; edge += 1) {
      if (column.capacity[columnAt[edge]!] === 0) continue;
      columnAt[kept] = columnAt[edge]!;
      weightAt[kept] = weightAt[edge]!;
      kept += 1;
    }
    start[at + 1] = kept;
  }
  return { ...graph, rowStart: start, columnAt: columnAt.slice(0, kept), weightAt: weightAt.slice(0, kept) };
}

/** The edges of a graph with both their ends, sorted by row, then column. */
export interface EdgeList extends Graph {
  /** Length edges. */
  readonly rowAt: Int32Array;
}

/** The edges of a problem in either layout with both their ends. */
export function edgesOf(problem: AssignmentProblem): EdgeList {
  const graph = graphOf(problem);
  return { ...graph, rowAt: ownersOf(graph.rowStart) };
}

/** The same graph seen from the other side: its rows are the columns of `graph`. Time and space O(edges + nodes). */
export function transpose(graph: Graph): Graph {
  const { rows, columns, rowStart, columnAt, weightAt } = graph;
  const start = new Int32Array(columns + 1);
  for (let edge = 0; edge < columnAt.length; edge += 1) start[columnAt[edge]! + 1]! += 1;
  for (let column = 0; column < columns; column += 1) start[column + 1]! += start[column]!;
  const next = start.slice(0, columns);
  const rowAt = new Int32Array(columnAt.length);
  const weightThere =
    weightAt instanceof Float64Array ? new Float64Array(columnAt.length) : new Int32Array(columnAt.length);
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const there = next[columnAt[edge]!]!;
      next[columnAt[edge]!] = there + 1;
      rowAt[there] = row;
      weightThere[there] = weightAt[edge]!;
    }
  }
  return { rows: columns, columns: rows, rowStart: start, columnAt: rowAt, weightAt: weightThere };
}

/** The edge from `row` to `column`, or -1. Time O(log degree). */
export function findEdge(
  { rowStart, columnAt }: Pick<Graph, "rowStart" | "columnAt">,
  row: number,
  column: number,
): number {
  let low = rowStart[row]!;
  let high = rowStart[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columnAt[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < rowStart[row + 1]! && columnAt[low] === column ? low : -1;
}
