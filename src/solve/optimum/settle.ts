import type { Bounds, SideBounds } from "../bounds.ts";
import { deficientSet, type Choice } from "./deficient-set.ts";
import type { Engine, EngineResult } from "../engine.ts";
import { findEdge } from "../graph.ts";
import { room } from "./room.ts";
import type { Assignment, AssignmentProblem, CoverageProof, LoadWitness, OptimalAssignment } from "../problem.ts";
import { byNodes } from "../stretches.ts";

/** An assignment before it is decided which of the equally good choices it is to be. */
interface Settled {
  readonly choice: Choice;
  readonly rowLoad: Int32Array;
  readonly columnLoad: Int32Array;
}

/**
 * Turns what an engine found into an assignment: sorts the pairs, sums up, gives idle nodes their price, and adds the
 * evidence that no more nodes can be placed, or that the minimum loads cannot be met. Time O(edges + pairs log pairs).
 */
export function* settle(
  problem: AssignmentProblem,
  bounds: Bounds,
  result: EngineResult,
  tolerance: number,
): Engine<Assignment> {
  const choice = sortPairs(result, problem.columns);
  const rowLoad = loadsOf(choice.rowOf, problem.rows);
  const columnLoad = loadsOf(choice.columnOf, problem.columns);
  const short = bounds.hasMinimum ? findShort(bounds, rowLoad, columnLoad) : undefined;
  if (short !== undefined) {
    const witness = yield* witnessOf(problem, bounds, choice, short);
    return { status: "infeasible", witness, work: result.work };
  }
  const { placement } = result;
  const rowPrice = priceIdle(result.rowPrice, bounds.row, rowLoad, placement);
  const columnPrice = priceIdle(result.columnPrice, bounds.column, columnLoad, placement);
  yield* priceClosed(problem, bounds, rowPrice, columnPrice);
  tightenPairs(weightsOf(problem, choice), bounds, choice, rowPrice, columnPrice);
  const settled = { choice, rowLoad, columnLoad };
  const base = { kind: "prices", rowPrice, columnPrice, placement, tolerance } as const;
  const isFree = problem.unmatched === "free";
  return {
    status: "optimal",
    ...choice,
    ...totalsOf(problem, settled),
    proof: isFree ? base : { ...base, coverage: yield* coverageOf(problem, bounds, settled) },
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
  { choice, rowLoad, columnLoad }: Settled,
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
function sortPairs({ rowOf, columnOf }: Choice, columns: number): Choice {
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
  const settled = price.slice();
  for (let node = 0; node < settled.length; node += 1) {
    if (bounds.capacity[node] === 0) settled[node] = 0 - placement;
    else if (load[node] === 0 && settled[node]! < -placement) settled[node] = 0 - placement;
  }
  return settled;
}

/** Raises the price of nodes of capacity 0, which may be any, until no edge of theirs has negative slack. */
export function* priceClosed(
  problem: AssignmentProblem,
  bounds: Bounds,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
): Engine<void> {
  const isRowClosed = bounds.row.capacity.map((capacity) => (capacity === 0 ? 1 : 0));
  const isColumnClosed = bounds.column.capacity.map((capacity) => (capacity === 0 ? 1 : 0));
  if (!isRowClosed.includes(1) && !isColumnClosed.includes(1)) return;
  const raise = (row: number, column: number, weight: number): void => {
    const lack = weight - rowPrice[row]! - columnPrice[column]!;
    if (lack <= 0) return;
    if (isRowClosed[row] === 1) rowPrice[row]! += lack;
    else if (isColumnClosed[column] === 1) columnPrice[column]! += lack;
  };
  if (problem.layout === "sparse") {
    const { rowStart, columnAt, weightAt } = problem;
    yield* byNodes(rowStart, 0, (from, until) => {
      for (let row = from; row < until; row += 1) {
        for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
          raise(row, columnAt[edge]!, weightAt[edge]!);
        }
      }
    });
    return;
  }
  for (let row = 0; row < problem.rows; row += 1) {
    const first = row * problem.columns;
    for (let column = 0; column < problem.columns; column += 1) raise(row, column, problem.weights[first + column]!);
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

function* coverageOf(
  problem: AssignmentProblem,
  bounds: Bounds,
  { choice, rowLoad, columnLoad }: Settled,
): Engine<CoverageProof> {
  const idleRows = indicesWhere(problem.rows, (row) => rowLoad[row] === 0 && bounds.row.capacity[row]! > 0);
  const idleColumns = indicesWhere(
    problem.columns,
    (column) => columnLoad[column] === 0 && bounds.column.capacity[column]! > 0,
  );
  return {
    rows: yield* deficientSet(problem, choice, "row", idleRows),
    columns: yield* deficientSet(problem, choice, "column", idleColumns),
  };
}

interface Short {
  readonly side: "row" | "column";
  readonly nodes: readonly number[];
}

/** The nodes of the first side on which minimum loads are missed; those above their capacity alone, if there are any. */
function findShort(bounds: Bounds, rowLoad: Int32Array, columnLoad: Int32Array): Short | undefined {
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

function* witnessOf(problem: AssignmentProblem, bounds: Bounds, choice: Choice, short: Short): Engine<LoadWitness> {
  const { side } = short;
  const { capacity, minimum } = bounds[side];
  const isAlone = short.nodes.some((node) => minimum[node]! > capacity[node]!);
  const nodes = isAlone ? Int32Array.from(short.nodes) : yield* deficientSet(problem, choice, side, short.nodes);
  const needed = nodes.reduce((sum, node) => sum + minimum[node]!, 0);
  const most = nodes.reduce((sum, node) => sum + capacity[node]!, 0);
  return { side, nodes, needed, available: Math.min(most, yield* room(problem, bounds, side, nodes)) };
}

function indicesWhere(length: number, holds: (index: number) => boolean): number[] {
  const indices: number[] = [];
  for (let index = 0; index < length; index += 1) if (holds(index)) indices.push(index);
  return indices;
}
