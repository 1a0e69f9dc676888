import { asPublic } from "../../base/public.ts";
import { swapSides, type Bounds } from "../bounds.ts";
import { serveColumn } from "./column-request.ts";
import type { Steps } from "../../base/steps.ts";
import { createFlow, serveRows, worth, type Flow } from "./flow.ts";
import { findEdge, transpose, type Graph } from "../graph.ts";
import { inverseOf } from "../groups.ts";
import type { Magnitudes } from "../magnitudes.ts";
import type { OptimalAssignment, WarmStart } from "../problem.ts";

/** Prices beyond this are as good as none: the sums in which they take part have to stay exact. */
const LARGEST_PRICE = 2 ** 49;

/**
 * What a solved problem tells about a changed one: its pairs and prices, in the new problem's indices.
 *
 * `oldRowOf[r]` is the old index of the new row `r`, -1 if it is new; without it rows have kept their indices. The same
 * for columns. Weights, capacities and edges may have changed at will.
 */
export function warmStartFrom(previous: OptimalAssignment, oldRowOf?: Int32Array, oldColumnOf?: Int32Array): WarmStart {
  return asPublic("warmStartFrom", () => {
    const { rowPrice, columnPrice, placement } = previous.proof;
    const rowOf = movedTo(previous.rowOf, oldRowOf, rowPrice.length);
    const columnOf = movedTo(previous.columnOf, oldColumnOf, columnPrice.length);
    const isKept = (_: number, pair: number): boolean => rowOf[pair]! >= 0 && columnOf[pair]! >= 0;
    return {
      rowOf: rowOf.filter(isKept),
      columnOf: columnOf.filter(isKept),
      rowPrice: carryOver(rowPrice, oldRowOf),
      columnPrice: carryOver(columnPrice, oldColumnOf),
      placement,
    };
  });
}

/** The same nodes in the new indices, -1 where one is gone. */
function movedTo(nodeOf: Int32Array, oldIndexOf: Int32Array | undefined, oldLength: number): Int32Array {
  if (oldIndexOf === undefined) return nodeOf.slice();
  const newIndexOf = inverseOf(oldIndexOf, oldLength);
  return nodeOf.map((node) => newIndexOf[node]!);
}

/** The prices in the new indices, NaN where a node is new. */
function carryOver(price: Float64Array, oldIndexOf: Int32Array | undefined): Float64Array {
  if (oldIndexOf === undefined) return price.slice();
  return Float64Array.from(oldIndexOf, (old) => (old < 0 ? NaN : price[old]!));
}

/**
 * How many looks at all edges take as long as transposing the graph, by measurement: requests of columns are answered
 * without that until their searches have cost as much.
 */
const TRANSPOSE_COST = 4;

/**
 * Solves from a warm start. Keeps the column prices, gives each row the least price that they allow, and drops the pairs
 * that contradict this. What is left may violate the invariant of `Flow` in one way only: nodes with a free seat whose
 * price says that they want a partner. First such columns ask, while such rows count as full; then those rows ask. Each
 * is one search, so a few changes cost a few searches; and a useless start costs no more than two cold solves.
 */
export function* resume(graph: Graph, bounds: Bounds, magnitudes: Magnitudes, warm: WarmStart): Steps<Flow, number> {
  const flow = createFlow(graph, bounds, magnitudes.placement, magnitudes.forced);
  takePrices(flow, magnitudes, warm);
  enterColumns(flow, magnitudes, warm);
  takePairs(flow, warm.rowOf, warm.columnOf);
  priceRows(flow, magnitudes.rounding);
  liftColumns(flow, magnitudes.rounding);
  yield flow.work;

  const enough = flow.work + TRANSPOSE_COST * graph.columnAt.length;
  for (let column = 0; column < graph.columns; column += 1) {
    if (!doesColumnAsk(flow, column)) continue;
    if (flow.work > enough) {
      const columnsAsk = swapFlow(flow, transpose(graph), swapSides(withoutRowWishes(flow)));
      yield* serveRows(columnsAsk, false);
      const rowsAsk = swapFlow(columnsAsk, graph, bounds);
      yield* serveRows(rowsAsk, false);
      return rowsAsk;
    }
    serveColumn(flow, column);
    yield flow.work;
  }
  yield* serveRows(flow, false);
  return flow;
}

/** Column prices of the warm start, as far as they are known. */
function takePrices(flow: Flow, magnitudes: Magnitudes, warm: WarmStart): void {
  for (let column = 0; column < flow.graph.columns; column += 1) {
    const price = exchanged(warm.columnPrice[column]!, warm, magnitudes);
    if (Math.abs(price) <= LARGEST_PRICE) flow.columnPrice[column] = price;
  }
}

/** A price of the warm start with its placement bonus exchanged for the new one. */
function exchanged(given: number, warm: WarmStart, { isWhole, placement }: Magnitudes): number {
  const bonuses = warm.placement > 0 ? Math.round(given / warm.placement) : 0;
  const price = given + bonuses * (placement - warm.placement);
  return isWhole ? Math.round(price) : price;
}

/**
 * Raises the price of each column of which nothing is known until no row of known price prefers it: else the rows would
 * all drop their pairs for it.
 */
function enterColumns(flow: Flow, magnitudes: Magnitudes, warm: WarmStart): void {
  const { graph, columnPrice } = flow;
  for (let column = 0; column < graph.columns; column += 1) {
    if (!Number.isNaN(warm.columnPrice[column]!)) continue;
    for (let row = 0; row < graph.rows; row += 1) {
      const edge = findEdge(graph, row, column);
      if (edge < 0) continue;
      const price = graph.weightAt[edge]! - exchanged(warm.rowPrice[row]!, warm, magnitudes);
      if (price > columnPrice[column]! && price <= LARGEST_PRICE) columnPrice[column] = price;
    }
  }
}

/** Chooses the given pairs as far as they are edges and the capacities allow. */
export function takePairs(flow: Flow, rowOf: Int32Array, columnOf: Int32Array): void {
  const { graph, bounds, rowLoad, columnLoad, isChosenAt, seatStart, edgeInSeat, rowInSeat } = flow;
  for (let pair = 0; pair < rowOf.length; pair += 1) {
    const row = rowOf[pair]!;
    const column = columnOf[pair]!;
    if (!(row < graph.rows && column < graph.columns)) continue;
    const edge = findEdge(graph, row, column);
    if (edge < 0 || isChosenAt[edge] === 1) continue;
    if (rowLoad[row]! >= bounds.row.capacity[row]! || columnLoad[column]! >= bounds.column.capacity[column]!) continue;
    const seat = seatStart[column]! + columnLoad[column]!;
    isChosenAt[edge] = 1;
    edgeInSeat[seat] = edge;
    rowInSeat[seat] = row;
    rowLoad[row]! += 1;
    columnLoad[column]! += 1;
  }
}

/** Gives each row the least price that its other edges allow; drops chosen edges that it leaves with slack above 0. */
function priceRows(flow: Flow, tolerance: number): void {
  const { graph, bounds, rowPrice, columnPrice, rowLoad, isChosenAt, placement, forced } = flow;
  const { rowStart, columnAt, weightAt } = graph;
  for (let row = 0; row < graph.rows; row += 1) {
    let price = -worth(bounds.row.minimum[row]!, Math.max(1, rowLoad[row]!), placement, forced);
    const end = rowStart[row + 1]!;
    for (let edge = rowStart[row]!; edge < end; edge += 1) {
      const least = weightAt[edge]! - columnPrice[columnAt[edge]!]!;
      if (least > price && isChosenAt[edge] === 0) price = least;
    }
    rowPrice[row] = price;
  }
  for (let column = 0; column < graph.columns; column += 1) dropLooseSeats(flow, column, tolerance);
}

/** Raises the price of each column whose last partner is worth more to it than its price says. */
function liftColumns(flow: Flow, tolerance: number): void {
  const { graph, bounds, columnPrice, columnLoad, placement, forced } = flow;
  for (let column = 0; column < graph.columns; column += 1) {
    const load = columnLoad[column]!;
    if (load === 0) continue;
    const least = -worth(bounds.column.minimum[column]!, load, placement, forced);
    if (columnPrice[column]! >= least) continue;
    columnPrice[column] = least;
    dropLooseSeats(flow, column, tolerance);
  }
}

/** Drops the column's chosen edges whose slack is above the tolerance, and moves the other seats together. */
function dropLooseSeats(flow: Flow, column: number, tolerance: number): void {
  const { graph, rowPrice, columnPrice, rowLoad, columnLoad, isChosenAt, seatStart, edgeInSeat, rowInSeat } = flow;
  const first = seatStart[column]!;
  let kept = first;
  for (let seat = first; seat < first + columnLoad[column]!; seat += 1) {
    const edge = edgeInSeat[seat]!;
    const row = rowInSeat[seat]!;
    if (rowPrice[row]! + columnPrice[column]! - graph.weightAt[edge]! > tolerance) {
      isChosenAt[edge] = 0;
      rowLoad[row]! -= 1;
    } else {
      edgeInSeat[kept] = edge;
      rowInSeat[kept] = row;
      kept += 1;
    }
  }
  columnLoad[column] = kept - first;
}

/** Whether a column has a free seat, and a price that says that it wants a partner. */
function doesColumnAsk({ bounds, columnPrice, columnLoad, placement, forced }: Flow, column: number): boolean {
  const { capacity, minimum } = bounds.column;
  const load = columnLoad[column]!;
  return load < capacity[column]! && columnPrice[column]! + worth(minimum[column]!, load + 1, placement, forced) > 0;
}

/** Bounds under which no row wants a partner: those that do count as full. */
function withoutRowWishes({ bounds, rowPrice, rowLoad, placement, forced }: Flow): Bounds {
  const capacity = bounds.row.capacity.map((most, row) => {
    const wish = rowPrice[row]! + worth(bounds.row.minimum[row]!, rowLoad[row]! + 1, placement, forced);
    return wish > 0 ? rowLoad[row]! : most;
  });
  return { ...bounds, row: { ...bounds.row, capacity } };
}

/** The same choice and prices with rows and columns changing places; `graph` and `bounds` are the new ones. */
function swapFlow(from: Flow, graph: Graph, bounds: Bounds): Flow {
  const flow = createFlow(graph, bounds, from.placement, from.forced);
  flow.rowPrice.set(from.columnPrice);
  flow.columnPrice.set(from.rowPrice);
  const pairs = from.columnLoad.reduce((sum, load) => sum + load, 0);
  const newRowOf = new Int32Array(pairs);
  const newColumnOf = new Int32Array(pairs);
  let pair = 0;
  for (let column = 0; column < from.graph.columns; column += 1) {
    const first = from.seatStart[column]!;
    for (let seat = first; seat < first + from.columnLoad[column]!; seat += 1) {
      newRowOf[pair] = column;
      newColumnOf[pair] = from.rowInSeat[seat]!;
      pair += 1;
    }
  }
  takePairs(flow, newRowOf, newColumnOf);
  flow.work += from.work;
  return flow;
}
