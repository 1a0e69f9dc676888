import type { Bounds, SideBounds } from "../bounds.ts";
import { deficientSet, type Choice } from "./deficient-set.ts";
import type { EngineResult } from "../engine.ts";
import { findEdge, graphOf } from "../graph.ts";
import { pairLimit } from "./pair-limit.ts";
import type { Assignment, AssignmentProblem, CoverageProof, LoadWitness, OptimalAssignment } from "../problem.ts";

/** A choice and the partners of each node in it. */
interface LoadedChoice {
  readonly choice: Choice;
  readonly rowLoad: Int32Array;
  readonly columnLoad: Int32Array;
}

/**
 * Turns what an engine found into an assignment: sorts the pairs, sums up, gives idle nodes their price, and adds the
 * evidence that no more nodes can be placed, or that the minimum loads cannot be met. Time O(edges + pairs log pairs).
 */
export function assignmentFrom(
  problem: AssignmentProblem,
  bounds: Bounds,
  result: EngineResult,
  tolerance: number,
): Assignment {
  const choice = sortPairs(result, problem.columns);
  const rowLoad = loadsOf(choice.rowOf, problem.rows);
  const columnLoad = loadsOf(choice.columnOf, problem.columns);
  const lacking = bounds.hasMinimum ? findLacking(bounds, rowLoad, columnLoad) : undefined;
  if (lacking !== undefined) {
    return { status: "infeasible", witness: witnessOf(problem, bounds, choice, lacking), work: result.work };
  }
  const { placement } = result;
  const rowPrice = priceIdle(result.rowPrice, bounds.row, rowLoad, placement);
  const columnPrice = priceIdle(result.columnPrice, bounds.column, columnLoad, placement);
  priceClosed(problem, bounds, rowPrice, columnPrice);
  tightenPairs(weightsOf(problem, choice), bounds, choice, rowPrice, columnPrice);
  const loaded = { choice, rowLoad, columnLoad };
  const base = { kind: "prices", rowPrice, columnPrice, placement, tolerance } as const;
  const isFree = problem.unmatched === "free";
  return {
    status: "optimal",
    ...choice,
    ...totalsOf(problem, loaded),
    proof: isFree ? base : { ...base, coverage: coverageOf(problem, bounds, loaded) },
    work: result.work,
  };
}

/**
 * The same assignment with another choice that its prices prove as well, and `work` more steps. The deficient sets serve
 * it too: as many nodes are placed.
 */
export function exchangeChoice(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  choice: Choice,
  work: number,
): OptimalAssignment {
  const sorted = sortPairs(choice, problem.columns);
  const rowLoad = loadsOf(sorted.rowOf, problem.rows);
  const columnLoad = loadsOf(sorted.columnOf, problem.columns);
  const totals = totalsOf(problem, { choice: sorted, rowLoad, columnLoad });
  return { ...assignment, ...sorted, ...totals, work: assignment.work + work };
}

/** Sums the chosen weights in the order of the pairs, and counts the placed nodes. */
function totalsOf(
  problem: AssignmentProblem,
  { choice, rowLoad, columnLoad }: LoadedChoice,
): Pick<OptimalAssignment, "total" | "placedRows" | "placedColumns"> {
  const total = weightsOf(problem, choice).reduce((sum, weight) => sum + weight, 0);
  return { total, placedRows: countPlaced(rowLoad), placedColumns: countPlaced(columnLoad) };
}

/** Weight of each pair of a sorted choice. */
export function weightsOf(problem: AssignmentProblem, { rowOf, columnOf }: Choice): Float64Array {
  const weightOf = new Float64Array(rowOf.length);
  for (let pair = 0; pair < rowOf.length; pair += 1) {
    const row = rowOf[pair]!;
    const column = columnOf[pair]!;
    if (problem.layout === "dense") {
      weightOf[pair] = problem.weights[row * problem.columns + column]!;
      continue;
    }
    weightOf[pair] = problem.weightAt[findEdge(problem, row, column)]!;
  }
  return weightOf;
}

function countPlaced(load: Int32Array): number {
  return load.reduce((count, partners) => count + (partners > 0 ? 1 : 0), 0);
}

function loadsOf(nodeOf: Int32Array, nodes: number): Int32Array {
  const load = new Int32Array(nodes);
  for (const node of nodeOf) load[node]! += 1;
  return load;
}

/** The pairs by row, then column. Engines mostly hand them over so. */
export function sortPairs({ rowOf, columnOf }: Choice, columns: number): Choice {
  const isBehind = (pair: number): boolean =>
    rowOf[pair]! > rowOf[pair - 1]! || (rowOf[pair]! === rowOf[pair - 1]! && columnOf[pair]! > columnOf[pair - 1]!);
  let sorted = 1;
  while (sorted < rowOf.length && isBehind(sorted)) sorted += 1;
  if (sorted >= rowOf.length) return { rowOf, columnOf };
  const keys = Float64Array.from(rowOf, (row, pair) => row * columns + columnOf[pair]!).sort();
  return {
    rowOf: Int32Array.from(keys, (key) => Math.floor(key / columns)),
    columnOf: Int32Array.from(keys, (key) => key % columns),
  };
}

/** Gives a node without a partner the price -placement; no edge of it is chosen, so a higher price harms nothing. */
function priceIdle(price: Float64Array, bounds: SideBounds, load: Int32Array, placement: number): Float64Array {
  return price.map((given, node) => {
    const isBelow = load[node] === 0 && given < -placement;
    return isBelow || bounds.capacity[node] === 0 ? 0 - placement : given;
  });
}

/** Raises the price of nodes of capacity 0, which may be any, until no edge of theirs has negative slack. */
export function priceClosed(
  problem: AssignmentProblem,
  bounds: Bounds,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
): void {
  const isRowClosed = bounds.row.capacity.map((capacity) => (capacity === 0 ? 1 : 0));
  const isColumnClosed = bounds.column.capacity.map((capacity) => (capacity === 0 ? 1 : 0));
  if (!isRowClosed.includes(1) && !isColumnClosed.includes(1)) return;
  const { rows, rowStart, columnAt, weightAt } = graphOf(problem);
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      const lack = weightAt[edge]! - rowPrice[row]! - columnPrice[column]!;
      if (lack <= 0) continue;
      if (isRowClosed[row] === 1) rowPrice[row]! += lack;
      else if (isColumnClosed[column] === 1) columnPrice[column]! += lack;
    }
  }
}

/**
 * Raises the price of a full node of capacity 1 until its one pair has slack 0, so that only pairs between two nodes of
 * greater capacity need a price of their own.
 */
function tightenPairs(
  weightOf: Float64Array,
  bounds: Bounds,
  { rowOf, columnOf }: Choice,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
): void {
  for (let pair = 0; pair < weightOf.length; pair += 1) {
    const row = rowOf[pair]!;
    const column = columnOf[pair]!;
    const lack = weightOf[pair]! - rowPrice[row]! - columnPrice[column]!;
    if (lack <= 0) continue;
    if (bounds.row.capacity[row] === 1) rowPrice[row]! += lack;
    else if (bounds.column.capacity[column] === 1) columnPrice[column]! += lack;
  }
}

function coverageOf(
  problem: AssignmentProblem,
  bounds: Bounds,
  { choice, rowLoad, columnLoad }: LoadedChoice,
): CoverageProof {
  const idleRows = indicesWhere(problem.rows, (row) => rowLoad[row] === 0 && bounds.row.capacity[row]! > 0);
  const idleColumns = indicesWhere(
    problem.columns,
    (column) => columnLoad[column] === 0 && bounds.column.capacity[column]! > 0,
  );
  return {
    rows: deficientSet(problem, choice, "row", idleRows),
    columns: deficientSet(problem, choice, "column", idleColumns),
  };
}

/** Nodes of a side whose minimum loads are missed. */
interface Lacking {
  readonly side: "row" | "column";
  readonly nodes: readonly number[];
}

/** The nodes of the first side on which minimum loads are missed; those above their capacity alone, if there are any. */
function findLacking(bounds: Bounds, rowLoad: Int32Array, columnLoad: Int32Array): Lacking | undefined {
  for (const [side, load] of [
    ["row", rowLoad],
    ["column", columnLoad],
  ] as const) {
    const { capacity, minimum } = bounds[side];
    const impossible = indicesWhere(load.length, (node) => minimum[node]! > capacity[node]!);
    if (impossible.length > 0) return { side, nodes: impossible };
    const nodes = indicesWhere(load.length, (node) => load[node]! < minimum[node]!);
    if (nodes.length > 0) return { side, nodes };
  }
  return undefined;
}

function witnessOf(problem: AssignmentProblem, bounds: Bounds, choice: Choice, lacking: Lacking): LoadWitness {
  const { side } = lacking;
  const { capacity, minimum } = bounds[side];
  const isAlone = lacking.nodes.some((node) => minimum[node]! > capacity[node]!);
  const nodes = isAlone ? Int32Array.from(lacking.nodes) : deficientSet(problem, choice, side, lacking.nodes);
  const needed = nodes.reduce((sum, node) => sum + minimum[node]!, 0);
  const most = nodes.reduce((sum, node) => sum + capacity[node]!, 0);
  return { side, nodes, needed, available: Math.min(most, pairLimit(problem, bounds, side, nodes)) };
}

function indicesWhere(length: number, holds: (index: number) => boolean): number[] {
  const indices: number[] = [];
  for (let index = 0; index < length; index += 1) if (holds(index)) indices.push(index);
  return indices;
}
