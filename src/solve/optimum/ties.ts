import type { Bounds, SideBounds } from "../bounds.ts";
import type { AssignmentProblem, OptimalAssignment, PricesProof } from "../problem.ts";
import { preciseSlack, type PrecisePrices } from "./double-double.ts";

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
    row: loadsOf(assignment.rowOf, bounds.row, "row", proof),
    column: loadsOf(assignment.columnOf, bounds.column, "column", proof),
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
  const prices = loosen(proof);
  const { lowRow, lowColumn } = prices;
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
    const price = lowRow[row]!;
    for (let edge = first; ; edge += 1) {
      if (prices.precise !== undefined) edge = nextTightPrecisely(problem, prices, row, first, edge, end);
      else {
        edge = isSparse
          ? nextTight(problem.columnAt, problem.weightAt, lowColumn, edge, end, price)
          : nextTightPlace(problem.weights, lowColumn, first, edge, end, price);
      }
      if (edge >= end) break;
      const column = isSparse ? problem.columnAt[edge]! : edge - first;
      const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
      const isChosen = rowOf[pair] === row && columnOf[pair] === column;
      if (isChosen) pair += 1;
      if (isChosen && isBelow(prices, row, column, weight)) {
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

/** Prices less what rounding may cost, and the same as a whole where they have a rest. */
interface LoosePrices {
  readonly proof: PricesProof;
  readonly lowRow: Float64Array;
  readonly lowColumn: Float64Array;
  readonly precise: PrecisePrices | undefined;
}

function loosen(proof: PricesProof): LoosePrices {
  const { rowPrice, columnPrice, tolerance, rest } = proof;
  const lowered = (prices: Float64Array): Float64Array =>
    tolerance === 0 ? prices : prices.map((price) => price - allowanceOf(proof, price));
  const precise =
    rest === undefined ? undefined : { high: join(rowPrice, columnPrice), rest: join(rest.row, rest.column) };
  return { proof, lowRow: lowered(rowPrice), lowColumn: lowered(columnPrice), precise };
}

/** What rounding may cost at a node. */
function allowanceOf({ tolerance, placement }: PricesProof, price: number): number {
  return tolerance * (Math.abs(price) + placement);
}

function join(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** What rounding may cost at an edge. */
function allowanceBetween({ proof }: LoosePrices, row: number, column: number): number {
  return allowanceOf(proof, proof.rowPrice[row]!) + allowanceOf(proof, proof.columnPrice[column]!);
}

/** Whether the slack of an edge is negative for sure. */
function isBelow(prices: LoosePrices, row: number, column: number, weight: number): boolean {
  const { precise, proof } = prices;
  const { rowPrice, columnPrice } = proof;
  const slack =
    precise === undefined
      ? rowPrice[row]! + columnPrice[column]! - weight
      : preciseSlack(precise, row, rowPrice.length + column, weight);
  return slack < -allowanceBetween(prices, row, column);
}

/** The first edge from `edge` on whose slack is 0 or less, or may be, where prices have a rest; or `end`. */
function nextTightPrecisely(
  problem: AssignmentProblem,
  prices: LoosePrices,
  row: number,
  first: number,
  edge: number,
  end: number,
): number {
  const { precise } = prices;
  const isSparse = problem.layout === "sparse";
  for (let at = edge; precise !== undefined && at < end; at += 1) {
    const column = isSparse ? problem.columnAt[at]! : at - first;
    const weight = isSparse ? problem.weightAt[at]! : problem.weights[at]!;
    if (weight === -Infinity) continue;
    const slack = preciseSlack(precise, row, problem.rows + column, weight);
    if (slack <= allowanceBetween(prices, row, column)) return at;
  }
  return end;
}

/** The first edge from `edge` on whose slack is at most 0, or `end`. */
function nextTight(
  columnAt: Int32Array,
  weightAt: Int32Array | Float64Array,
  columnPrice: Float64Array,
  edge: number,
  end: number,
  price: number,
): number {
  let at = edge;
  while (at < end && price + columnPrice[columnAt[at]!]! - weightAt[at]! > 0) at += 1;
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
): number {
  let at = edge;
  while (at < end && price + columnPrice[at - first]! - weights[at]! > 0) at += 1;
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

function loadsOf(nodeOf: Int32Array, bounds: SideBounds, side: "row" | "column", proof: PricesProof): Loads {
  const prices = side === "row" ? proof.rowPrice : proof.columnPrice;
  const load = new Int32Array(prices.length);
  for (const node of nodeOf) load[node]! += 1;
  const { placement } = proof;
  // a partner is taken for sure if its worth is above what rounding may cost, and perhaps if it is not below minus that
  const interval = (isMost: boolean): Int32Array =>
    bounds.capacity.map((capacity, node) => {
      const minimum = bounds.minimum[node]!;
      const price = prices[node]!;
      const rest = proof.rest?.[side][node] ?? 0;
      const allowance = allowanceOf(proof, price);
      const isTaken = (worth: number): boolean => {
        const gain = price + worth + rest;
        return isMost ? gain >= -allowance : gain > allowance;
      };
      if (capacity === 0 || (minimum === 0 && !isTaken(placement))) return minimum;
      return isTaken(0) ? capacity : Math.max(1, minimum);
    });
  return { load, least: interval(false), most: interval(true) };
}
