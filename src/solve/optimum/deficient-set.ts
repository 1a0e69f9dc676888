import { findEdge, type Graph } from "../graph.ts";
import { groupBy } from "../groups.ts";
import type { AssignmentProblem, SparseProblem } from "../problem.ts";

/** A choice of edges. */
export interface Choice {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
}

/**
 * Closes a set of nodes of one side under "an edge that is not chosen, to a node of the other side; all its partners":
 * the nodes that compete with those in `starts` for partners, ascending. At an optimum every node of the other side that
 * is so reached is full, and no reached node of this side has a partner to spare; hence the set proves how few partners
 * there are for it (König 1931, Hall 1935).
 *
 * Time O(edges log degree), and less if all nodes of the other side are soon reached.
 */
export function deficientSet(
  problem: AssignmentProblem,
  choice: Choice,
  side: "row" | "column",
  starts: readonly number[],
): Int32Array {
  if (starts.length === 0) return new Int32Array(0);
  const [nodes, others, nodeOf, otherOf] =
    side === "row"
      ? [problem.rows, problem.columns, choice.rowOf, choice.columnOf]
      : [problem.columns, problem.rows, choice.columnOf, choice.rowOf];
  const visitNeighbours = side === "row" ? neighboursOfRows(problem) : neighboursOfColumns(problem);
  const partnersOf = groupPairs(nodes, nodeOf, otherOf);
  const partnersOfOther = groupPairs(others, otherOf, nodeOf);
  const isIn = new Uint8Array(nodes);
  const isReached = new Uint8Array(others);
  const isPartner = new Uint8Array(others);
  const waiting = [...starts];
  for (const node of starts) isIn[node] = 1;
  let unreached = countReachable(problem, side);
  const reach = (other: number): void => {
    if (isReached[other] === 1 || isPartner[other] === 1) return;
    isReached[other] = 1;
    unreached -= 1;
    for (const node of partnersOfOther(other)) {
      if (isIn[node] === 1) continue;
      isIn[node] = 1;
      waiting.push(node);
    }
  };
  const wasReached = (other: number): boolean => isReached[other] === 1;
  for (let node = waiting.pop(); node !== undefined && unreached > 0; node = waiting.pop()) {
    const partners = partnersOf(node);
    for (const partner of partners) isPartner[partner] = 1;
    visitNeighbours(node, reach, wasReached);
    for (const partner of partners) isPartner[partner] = 0;
  }
  return indicesOf(isIn);
}

/** Nodes of the other side that have an edge; once all of them are reached, nothing more can be. */
function countReachable(problem: AssignmentProblem, side: "row" | "column"): number {
  const { rows, columns } = problem;
  if (problem.layout === "dense") return side === "row" ? columns : rows;
  const { rowStart, columnAt } = problem;
  let count = 0;
  if (side === "column") {
    for (let row = 0; row < rows; row += 1) if (rowStart[row + 1]! > rowStart[row]!) count += 1;
    return count;
  }
  const isReachable = new Uint8Array(columns);
  for (let edge = 0; edge < columnAt.length && count < columns; edge += 1) {
    const column = columnAt[edge]!;
    if (isReachable[column] === 0) count += 1;
    isReachable[column] = 1;
  }
  return count;
}

/** Visits the neighbours of a node, at least those that are not reached yet. */
type Visit = (node: number, visit: (other: number) => void, isReached: (other: number) => boolean) => void;

function neighboursOfRows(problem: AssignmentProblem): Visit {
  if (problem.layout === "sparse") return neighboursIn(problem);
  const { columns, weights } = problem;
  return (row, visit) => {
    const first = row * columns;
    for (let column = 0; column < columns; column += 1) if (weights[first + column]! !== -Infinity) visit(column);
  };
}

function neighboursOfColumns(problem: AssignmentProblem): Visit {
  if (problem.layout === "sparse") return neighboursOfSparseColumns(problem);
  const { rows, columns, weights } = problem;
  return (column, visit) => {
    for (let row = 0; row < rows; row += 1) if (weights[row * columns + column]! !== -Infinity) visit(row);
  };
}

/** Looks at rows for each edge before a walk over the edges of the rows that are left is quicker. */
const WALK_SHARE = 16;

/**
 * Looks for the column in those rows only that no column has reached yet: most often few are left after one or two
 * columns. Rows that stay are grouped by column once their looking up has cost as much as that. A column passes over
 * the rows of its own pairs, so these stay until another column comes.
 */
function neighboursOfSparseColumns(problem: SparseProblem): Visit {
  const { rows, columnAt } = problem;
  let left = Int32Array.from({ length: rows }, (_, row) => row);
  let looked = 0;
  let grouped: Visit | undefined;
  return (column, visit, isReached) => {
    if (grouped !== undefined) {
      grouped(column, visit, isReached);
      return;
    }
    let count = 0;
    for (const row of left) {
      if (findEdge(problem, row, column) >= 0) visit(row);
      if (isReached(row)) continue;
      left[count] = row;
      count += 1;
    }
    looked += left.length;
    left = left.subarray(0, count);
    if (looked * WALK_SHARE > 2 * columnAt.length + rows * WALK_SHARE) grouped = rowsOfColumns(problem, left);
  };
}

/** The columns' neighbours among some rows, ascending. */
function rowsOfColumns({ columns, rowStart, columnAt }: SparseProblem, among: Int32Array): Visit {
  const start = new Int32Array(columns + 1);
  for (const row of among) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) start[columnAt[edge]! + 1]! += 1;
  }
  for (let column = 0; column < columns; column += 1) start[column + 1]! += start[column]!;
  const next = start.slice(0, columns);
  const rowAt = new Int32Array(start[columns]!);
  for (const row of among) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      rowAt[next[column]!] = row;
      next[column]! += 1;
    }
  }
  return neighboursIn({ rowStart: start, columnAt: rowAt });
}

function neighboursIn({ rowStart, columnAt }: Pick<Graph, "rowStart" | "columnAt">): Visit {
  return (row, visit) => {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) visit(columnAt[edge]!);
  };
}

/** Lists, for each node, the other ends of its pairs. */
function groupPairs(nodes: number, nodeOf: Int32Array, otherOf: Int32Array): (node: number) => Int32Array {
  const { start, memberAt } = groupBy(nodeOf, nodes);
  const otherIn = memberAt.map((pair) => otherOf[pair]!);
  return (node) => otherIn.subarray(start[node], start[node + 1]);
}

function indicesOf(isIn: Uint8Array): Int32Array {
  const indices = new Int32Array(isIn.reduce((sum, mark) => sum + mark, 0));
  let count = 0;
  isIn.forEach((mark, index) => {
    if (mark === 1) indices[count++] = index;
  });
  return indices;
}
