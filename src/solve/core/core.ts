import { countedOn, type Steps } from "../../base/steps.ts";
import type { Bounds } from "../bounds.ts";
import type { EngineResult } from "../engine.ts";
import { findEdge, type Graph } from "../graph.ts";
import { bestOfColumns, bestOfRows, byRow, joined, type EdgesByRow } from "./promising.ts";

/** Edges of each row, the most promising ones, with which an engine begins, and as many that a round adds at most. */
const CORE_DEGREE = 14;
/** The same of each column, where nothing is known of prices. */
const COLUMN_DEGREE = 8;
/** Graphs with fewer edges than this, in all and per row, are solved as they are. */
const LARGE_FROM = 20_000;
const DENSE_FROM = 3 * CORE_DEGREE;
/** Rounds, and the share of all edges in the part, up to which a part can pay. */
const MOST_ROUNDS = 12;
const MOST_SHARE = 1 / 3;

/** Whether it pays to look at the promising edges first. */
export function hasCore({ rows, columnAt }: Graph): boolean {
  return columnAt.length >= LARGE_FROM && columnAt.length >= DENSE_FROM * rows;
}

/** What a round starts from: the answer to the part before it, and how many edges it has more. */
export interface LastRound {
  readonly result: EngineResult;
  readonly added: number;
}

/**
 * Solves a graph by way of a part of it: the edges that promise most, then also those that the part's own prices show to
 * be missing, until none is. So the prices hold for all edges, and the choice is the best of all. If that goes on for too
 * long, the graph is solved as it is.
 *
 * Edges promise much that are worth most at given column prices; without such, the heaviest of each row and column.
 */
export function* solveByCore(
  graph: Graph,
  bounds: Bounds,
  solve: (part: Graph, last: LastRound | undefined) => Steps<EngineResult, number>,
  columnPrice?: Float64Array,
): Steps<EngineResult, number> {
  let inside = yield* promisingEdges(graph, columnPrice);
  let work = graph.columnAt.length;
  let last: LastRound | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (inside.edgeAt.length > MOST_SHARE * graph.columnAt.length) break;
    const part = partOf(graph, inside);
    const result = yield* countedOn(work, solve(part, last));
    work += result.work;
    const missing = yield* countedOn(work, missingEdges(graph, bounds, part, result));
    work += graph.columnAt.length;
    if (missing.edgeAt.length === 0) return { ...result, work };
    inside = joined(graph, inside, missing);
    last = { result, added: missing.edgeAt.length };
  }
  const result = yield* countedOn(work, solve(graph, undefined));
  return { ...result, work: work + result.work };
}

function* promisingEdges(graph: Graph, columnPrice: Float64Array | undefined): Steps<EdgesByRow, number> {
  const price = columnPrice ?? new Float64Array(graph.columns);
  const ofRows = yield* bestOfRows(graph, price, () => -Infinity, CORE_DEGREE);
  return columnPrice === undefined ? joined(graph, ofRows, bestOfColumns(graph, COLUMN_DEGREE)) : ofRows;
}

function partOf({ rows, columns, columnAt, weightAt }: Graph, { start, edgeAt }: EdgesByRow): Graph {
  const columnThere = new Int32Array(edgeAt.length);
  const weightThere = new Float64Array(edgeAt.length);
  for (let place = 0; place < edgeAt.length; place += 1) {
    columnThere[place] = columnAt[edgeAt[place]!]!;
    weightThere[place] = weightAt[edgeAt[place]!]!;
  }
  return { rows, columns, rowStart: start, columnAt: columnThere, weightAt: weightThere };
}

/** The edges outside that are worth more than the prices say, of each row the worst. */
function* missingEdges(
  graph: Graph,
  { row: { capacity: rowCapacity }, column: { capacity: columnCapacity } }: Bounds,
  part: Graph,
  { rowOf, rowPrice, columnPrice }: EngineResult,
): Steps<EdgesByRow, number> {
  // what nobody may choose is worth nothing, whatever its price
  const price = columnPrice.map((value, column) => (columnCapacity[column] === 0 ? Infinity : value));
  const leastOf = (row: number): number => (rowCapacity[row] === 0 ? Infinity : rowPrice[row]!);
  // a pair of two nodes of greater capacity may be worth more than both prices
  const found = yield* bestOfRows(graph, price, leastOf, CORE_DEGREE + mostPairs(rowOf, graph.rows));
  let row = 0;
  const isOutside = (edge: number): boolean => {
    while (edge >= graph.rowStart[row + 1]!) row += 1;
    return findEdge(part, row, graph.columnAt[edge]!) < 0;
  };
  return byRow(graph, found.edgeAt.filter(isOutside));
}

/** Most pairs of one row. */
function mostPairs(rowOf: Int32Array, rows: number): number {
  const load = new Int32Array(rows);
  let most = 0;
  for (const row of rowOf) most = Math.max(most, ++load[row]!);
  return most;
}
