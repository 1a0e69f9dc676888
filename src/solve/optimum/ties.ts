import type { Bounds, SideBounds } from "../bounds.ts";
import type { AssignmentProblem, OptimalAssignment, PricesProof } from "../problem.ts";

/**
 * All optimal choices at once. By complementary slackness a choice is optimal if and only if it holds the `certain`
 * pairs (those of negative slack), besides them only edges listed here (those of slack 0), and gives every node a load
 * between `least` and `most`. One of the optimal choices is kept, and changed while the canonical one is looked for.
 */
export interface Ties {
  readonly rows: number;
  readonly columns: number;
  /** Row `r` owns the tight edges from `start[r]` up to, not including, `start[r + 1]`, columns ascending. */
  readonly start: Int32Array;
  readonly columnAt: Int32Array;
  readonly rowAt: Int32Array;
  /** 1 for the edges of the choice as it is now. */
  readonly isChosenAt: Uint8Array;
  /** Chosen tight edges of each column that may still be given up, as a doubly linked list; -1 ends it. */
  readonly firstIn: Int32Array;
  readonly nextAt: Int32Array;
  readonly previousAt: Int32Array;
  readonly row: Loads;
  readonly column: Loads;
  /** Chosen pairs that belong to every optimal choice. */
  readonly certain: (readonly [row: number, column: number])[];
}

/** Load of each node now, and what it is in some optimal choice at least and at most. */
export interface Loads {
  readonly load: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** Reads the tight edges and the intervals of the loads off the prices. Time O(edges + nodes). */
export function createTies(problem: AssignmentProblem, bounds: Bounds, assignment: OptimalAssignment): Ties {
  const { rows, columns } = problem;
  const { proof } = assignment;
  const { start, columnAt, isChosenAt, certain } = findTight(problem, assignment);
  const count = columnAt.length;
  const rowAt = new Int32Array(count);
  for (let row = 0; row < rows; row += 1) {
    for (let edge = start[row]!; edge < start[row + 1]!; edge += 1) rowAt[edge] = row;
  }
  const ties: Ties = {
    rows,
    columns,
    start,
    columnAt,
    rowAt,
    isChosenAt,
    firstIn: new Int32Array(columns).fill(-1),
    nextAt: new Int32Array(count).fill(-1),
    previousAt: new Int32Array(count).fill(-1),
    row: loadsOf(assignment.rowOf, bounds.row, proof.rowPrice, proof),
    column: loadsOf(assignment.columnOf, bounds.column, proof.columnPrice, proof),
    certain,
  };
  for (let edge = 0; edge < count; edge += 1) if (isChosenAt[edge] === 1) link(ties, edge);
  return ties;
}

/** Makes a chosen edge one that its column may give up. */
export function link({ firstIn, nextAt, previousAt, columnAt }: Ties, edge: number): void {
  const column = columnAt[edge]!;
  const first = firstIn[column]!;
  nextAt[edge] = first;
  previousAt[edge] = -1;
  if (first >= 0) previousAt[first] = edge;
  firstIn[column] = edge;
}

/** The reverse of `link`. */
export function unlink({ firstIn, nextAt, previousAt, columnAt }: Ties, edge: number): void {
  const next = nextAt[edge]!;
  const previous = previousAt[edge]!;
  if (next >= 0) previousAt[next] = previous;
  if (previous >= 0) nextAt[previous] = next;
  else firstIn[columnAt[edge]!] = next;
}

/** The tight edges, found in one look at each edge. Chosen ones of negative slack are certain. */
function findTight(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
): Pick<Ties, "start" | "columnAt" | "isChosenAt" | "certain"> {
  const { rowOf, columnOf, proof } = assignment;
  const { rowPrice, columnPrice, tolerance } = proof;
  const start = new Int32Array(problem.rows + 1);
  const certain: [number, number][] = [];
  // without heavy ties there are hardly more tight edges than nodes
  let columnAt = new Int32Array(4 * (problem.rows + problem.columns));
  let isChosenAt = new Uint8Array(columnAt.length);
  let pair = 0;
  let tight = 0;
  const findIn = (row: number): void => {
    const isSparse = problem.layout === "sparse";
    const first = isSparse ? problem.rowStart[row]! : row * problem.columns;
    const end = isSparse ? problem.rowStart[row + 1]! : first + problem.columns;
    const price = rowPrice[row]!;
    for (let edge = first; ; edge += 1) {
      edge = isSparse
        ? nextTight(problem.columnAt, problem.weightAt, columnPrice, edge, end, price, tolerance)
        : nextTightPlace(problem.weights, columnPrice, first, edge, end, price, tolerance);
      if (edge >= end) break;
      const column = isSparse ? problem.columnAt[edge]! : edge - first;
      const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
      const isChosen = rowOf[pair] === row && columnOf[pair] === column;
      if (isChosen) pair += 1;
      if (isChosen && price + columnPrice[column]! - weight < -tolerance) {
        certain.push([row, column]);
        continue;
      }
      if (tight === columnAt.length) {
        columnAt = doubled(columnAt, Int32Array);
        isChosenAt = doubled(isChosenAt, Uint8Array);
      }
      columnAt[tight] = column;
      isChosenAt[tight] = isChosen ? 1 : 0;
      tight += 1;
    }
    start[row + 1] = tight;
  };
  for (let row = 0; row < problem.rows; row += 1) findIn(row);
  return { start, columnAt: columnAt.slice(0, tight), isChosenAt: isChosenAt.slice(0, tight), certain };
}

/** The first edge from `edge` on whose slack is at most `most`, or `end`. */
function nextTight(
  columnAt: Int32Array,
  weightAt: Int32Array | Float64Array,
  columnPrice: Float64Array,
  edge: number,
  end: number,
  price: number,
  most: number,
): number {
  let at = edge;
  while (at < end && price + columnPrice[columnAt[at]!]! - weightAt[at]! > most) at += 1;
  return at;
}

/** The same in a matrix whose row begins at `first`. */
function nextTightPlace(
  weights: Float64Array,
  columnPrice: Float64Array,
  first: number,
  edge: number,
  end: number,
  price: number,
  most: number,
): number {
  let at = edge;
  while (at < end && price + columnPrice[at - first]! - weights[at]! > most) at += 1;
  return at;
}

/** The same entries and space for as many more. */
function doubled<Entries extends Int32Array | Uint8Array>(
  entries: Entries,
  make: new (length: number) => Entries,
): Entries {
  const more = new make(2 * entries.length);
  more.set(entries);
  return more;
}

function loadsOf(nodeOf: Int32Array, bounds: SideBounds, prices: Float64Array, proof: PricesProof): Loads {
  const load = new Int32Array(prices.length);
  for (const node of nodeOf) load[node]! += 1;
  const { placement, tolerance } = proof;
  const interval = (threshold: number): Int32Array =>
    bounds.capacity.map((capacity, node) => {
      const minimum = bounds.minimum[node]!;
      const price = prices[node]!;
      if (capacity === 0 || (minimum === 0 && !(price + placement > threshold))) return minimum;
      return price > threshold ? capacity : Math.max(1, minimum);
    });
  // a partner is taken for sure if its worth is above the tolerance, and perhaps if it is not below it
  return { load, least: interval(tolerance), most: interval(-tolerance - Number.MIN_VALUE) };
}
