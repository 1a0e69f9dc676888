import type { Bounds } from "../bounds.ts";
import { worth } from "../flow/flow.ts";
import { createHeap, raise, takeFirst, type Heap } from "../heap.ts";
import type { AssignmentProblem, OptimalAssignment, PricesProof } from "../problem.ts";
import { priceClosed, weightsOf } from "./assignment.ts";

/**
 * Picks the canonical ones among the prices that prove an optimum: the lowest that a proof can give the columns, and with
 * them the highest for the rows. So, with one placement, they depend on the problem alone and not on where the solver
 * started; the sparse layout has one placement for a problem, whatever the engine.
 *
 * Method: with row prices and negated column prices as potentials, every relation of `PricesProof`, with the bonus of
 * minimum loads beside that of placement, bounds the difference of two potentials, or one potential. The solutions of such
 * a system are a lattice (Murota, "Discrete Convex Analysis", 2003), and its largest is one shortest-path tree away from
 * any other: each potential rises by its distance from the bounds, measured in slack. The relations may be read off any
 * optimal choice, because all have the same prices. Nodes without capacity get the lowest price that contradicts nothing.
 *
 * For whole weights. Cost: O(edges + nodes log nodes); `work` counts the edges and queue entries looked at.
 *
 * @param forced What each partner that a minimum load demands is worth, in the prices at hand.
 */
export function canonicalPrices(
  problem: AssignmentProblem,
  bounds: Bounds,
  assignment: OptimalAssignment,
  forced: number,
): { readonly proof: PricesProof; readonly work: number } {
  const { proof } = assignment;
  const rowPrice = proof.rowPrice.slice();
  const columnPrice = proof.columnPrice.slice();
  const tree = createTree(problem, bounds, assignment);
  startAtBounds(problem, bounds, tree, proof, forced);
  growTree(problem, bounds, tree, assignment);
  const { rows, columns } = problem;
  const { distanceOf } = tree;
  for (let row = 0; row < rows; row += 1) {
    if (bounds.row.capacity[row] === 0) rowPrice[row] = 0 - proof.placement;
    // adding 0 makes a negative zero a positive one
    else rowPrice[row] = rowPrice[row]! + distanceOf[row]! + 0;
  }
  for (let column = 0; column < columns; column += 1) {
    if (bounds.column.capacity[column] === 0) columnPrice[column] = 0 - proof.placement;
    else columnPrice[column] = columnPrice[column]! - distanceOf[rows + column]! + 0;
  }
  priceClosed(problem, bounds, rowPrice, columnPrice);
  return { proof: { ...proof, rowPrice, columnPrice }, work: tree.work };
}

/** Scratch of the search. Nodes are the rows, then the columns. */
interface Tree {
  /** How far each node can rise, or Infinity as long as nothing bounds it. */
  readonly distanceOf: Float64Array;
  /** The same of each column less its price; -Infinity for one without capacity, which is not searched. */
  readonly limitOf: Float64Array;
  readonly heap: Heap;
  readonly loadOf: Int32Array;
  /** The pairs of row `r` are those from `firstOf[r]` up to, not including, `firstOf[r + 1]`. */
  readonly firstOf: Int32Array;
  /** First pair of each column, -1 without one; and the next of the same column. */
  readonly firstIn: Int32Array;
  readonly nextAt: Int32Array;
  /** Weight of each pair. */
  readonly weightOf: Float64Array;
  work: number;
}

function createTree(problem: AssignmentProblem, bounds: Bounds, { rowOf, columnOf }: OptimalAssignment): Tree {
  const { rows, columns } = problem;
  const distanceOf = new Float64Array(rows + columns).fill(Infinity);
  const limitOf = Float64Array.from(bounds.column.capacity, (capacity) => (capacity === 0 ? -Infinity : Infinity));
  const loadOf = new Int32Array(rows + columns);
  const firstIn = new Int32Array(columns).fill(-1);
  const nextAt = new Int32Array(rowOf.length);
  for (let pair = 0; pair < rowOf.length; pair += 1) {
    const column = columnOf[pair]!;
    loadOf[rowOf[pair]!]! += 1;
    loadOf[rows + column]! += 1;
    nextAt[pair] = firstIn[column]!;
    firstIn[column] = pair;
  }
  const firstOf = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) firstOf[row + 1] = firstOf[row]! + loadOf[row]!;
  const weightOf = weightsOf(problem, { rowOf, columnOf });
  return { distanceOf, limitOf, heap: createHeap(distanceOf), loadOf, firstOf, firstIn, nextAt, weightOf, work: 0 };
}

/** Rows with a free seat must not ask for a partner, and columns must not rather give one up; idle nodes have a fixed price. */
function startAtBounds(
  { rows, columns }: AssignmentProblem,
  { row: rowBounds, column: columnBounds }: Bounds,
  tree: Tree,
  { rowPrice, columnPrice, placement }: PricesProof,
  forced: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const load = tree.loadOf[row]!;
    if (load >= rowBounds.capacity[row]!) continue;
    reach(tree, row, -rowPrice[row]! - worth(rowBounds.minimum[row]!, load + 1, placement, forced));
  }
  for (let column = 0; column < columns; column += 1) {
    if (columnBounds.capacity[column] === 0) continue;
    const load = Math.max(1, tree.loadOf[rows + column]!);
    const least = worth(columnBounds.minimum[column]!, load, placement, forced);
    reach(tree, rows + column, columnPrice[column]! + least);
    tree.limitOf[column] = least;
  }
}

/** Takes the nodes in the order of their distance (Dijkstra). */
function growTree(problem: AssignmentProblem, bounds: Bounds, tree: Tree, assignment: OptimalAssignment): void {
  const { rows } = problem;
  const { rowOf, proof } = assignment;
  const { heap, distanceOf, firstIn, nextAt, weightOf } = tree;
  const { rowPrice, columnPrice } = proof;
  while (heap.size > 0) {
    const node = takeFirst(heap);
    tree.work += 1;
    if (node < rows) {
      leaveRow(problem, bounds, tree, assignment, node);
      continue;
    }
    const reduced = distanceOf[node]! - columnPrice[node - rows]!;
    for (let pair = firstIn[node - rows]!; pair >= 0; pair = nextAt[pair]!) {
      reach(tree, rowOf[pair]!, reduced + weightOf[pair]! - rowPrice[rowOf[pair]!]!);
    }
  }
}

/** Over all edges but chosen ones between two shared nodes: these bound the row alone. */
function leaveRow(
  problem: AssignmentProblem,
  bounds: Bounds,
  tree: Tree,
  { columnOf, proof }: OptimalAssignment,
  row: number,
): void {
  const { capacity } = bounds.column;
  const { distanceOf, limitOf, firstOf } = tree;
  const isShared = bounds.row.capacity[row]! > 1;
  const isSparse = problem.layout === "sparse";
  const first = isSparse ? problem.rowStart[row]! : row * problem.columns;
  const end = isSparse ? problem.rowStart[row + 1]! : first + problem.columns;
  const reduced = distanceOf[row]! + proof.rowPrice[row]!;
  const isChosen = (column: number): boolean => {
    for (let pair = firstOf[row]!; pair < firstOf[row + 1]!; pair += 1) if (columnOf[pair] === column) return true;
    return false;
  };
  tree.work += end - first;
  for (let edge = first; ; edge += 1) {
    edge = isSparse
      ? nextBelow(problem.columnAt, problem.weightAt, limitOf, edge, end, reduced)
      : nextPlaceBelow(problem.weights, limitOf, first, edge, end, reduced);
    if (edge >= end) return;
    const column = isSparse ? problem.columnAt[edge]! : edge - first;
    if (isShared && capacity[column]! > 1 && isChosen(column)) continue;
    const limit = reduced - (isSparse ? problem.weightAt[edge]! : problem.weights[edge]!);
    limitOf[column] = limit;
    reach(tree, problem.rows + column, limit + proof.columnPrice[column]!);
  }
}

/** The first edge from `edge` on that bounds its column more than `limitOf` does, or `end`. */
function nextBelow(
  columnAt: Int32Array,
  weightAt: Int32Array | Float64Array,
  limitOf: Float64Array,
  edge: number,
  end: number,
  reduced: number,
): number {
  let at = edge;
  while (at < end && reduced - weightAt[at]! >= limitOf[columnAt[at]!]!) at += 1;
  return at;
}

/** The same in a matrix whose row begins at `first`. */
function nextPlaceBelow(
  weights: Float64Array,
  limitOf: Float64Array,
  first: number,
  edge: number,
  end: number,
  reduced: number,
): number {
  let at = edge;
  while (at < end && reduced - weights[at]! >= limitOf[at - first]!) at += 1;
  return at;
}

function reach({ distanceOf, heap }: Tree, node: number, distance: number): void {
  if (distance >= distanceOf[node]!) return;
  distanceOf[node] = distance;
  raise(heap, node);
}
