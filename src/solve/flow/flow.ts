import { SLICE, type Steps } from "../../base/steps.ts";
import type { Bounds } from "../bounds.ts";
import type { Graph } from "../graph.ts";
import { clear, createHeap, raise, takeFirst, type Heap } from "../heap.ts";

/**
 * Maximum-weight choice of edges with capacities and minimum loads on both sides: the state and the step.
 *
 * Method: successive shortest paths with potentials, seen as an assignment problem in which a node may have several
 * partners (Ahuja, Magnanti, Orlin, "Network Flows", 1993, chapter 9; Burkard, Dell'Amico, Martello, "Assignment
 * Problems", 2009, chapters 4 and 5). Rows ask for one partner after the other. Each request is answered by a shortest
 * alternating path, measured in slack, that ends at a column with a free seat, at a row that gives up a partner, or at once,
 * by the asking row's staying as it is.
 *
 * Invariant between requests, over all rows that have entered, with
 * `worth(node, k) = (k <= minimum ? forced : 0) + (k === 1 ? placement : 0)`, what its k-th partner is worth to a node:
 *   slack = rowPrice + columnPrice - weight is >= 0 on edges that are not chosen and <= 0 on chosen ones;
 *   price >= -worth(load) at nodes with a partner; price <= -worth(load + 1) at columns with a free seat.
 * The same bound from above holds for a row once its requests have been answered, and goes on holding, because row
 * prices only fall and a row that loses a partner does so at price -worth(load).
 *
 * Cost: a request looks at each edge at most once in either direction; O(edges + nodes log nodes). All memory is
 * allocated before the first one.
 */
export interface Flow {
  readonly graph: Graph;
  readonly bounds: Bounds;
  readonly placement: number;
  readonly forced: number;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly rowLoad: Int32Array;
  readonly columnLoad: Int32Array;
  /** 1 for each chosen edge. */
  readonly isChosenAt: Uint8Array;
  /** Column `c` has the seats from `seatStart[c]` on; the first `columnLoad[c]` are taken. Length `columns + 1`. */
  readonly seatStart: Int32Array;
  /** Chosen edge in each taken seat. */
  readonly edgeInSeat: Int32Array;
  /** Row of the chosen edge in each taken seat. */
  readonly rowInSeat: Int32Array;
  readonly search: Search;
  /** Edges and queue entries looked at so far. */
  work: number;
}

/** Scratch of one search. Nodes are the rows, then the columns. */
interface Search {
  /** Distance from the asking row, Infinity where none is known. Length nodes; so are all others. */
  readonly distanceOf: Float64Array;
  readonly heap: Heap;
  /** Nodes with a finite distance, in the order of their finding. */
  readonly foundAt: Int32Array;
  found: number;
  /** Rows at the current distance that wait to be scanned. */
  readonly readyAt: Int32Array;
  /** For a column, the edge over which it was found; for a row, the seat. */
  readonly cameOver: Int32Array;
  /** For a column, the row from which it was found. */
  readonly cameFrom: Int32Array;
}

/** Value of `search` if the best end is that the asking row stays as it is. */
const STAYS = -1;

/** A flow without pairs. The prices start at what the first partner is worth to a column; no row has entered. */
export function createFlow(graph: Graph, bounds: Bounds, placement: number, forced: number): Flow {
  const { rows, columns, columnAt } = graph;
  const { capacity, minimum } = bounds.column;
  const seatStart = seatStarts(graph, capacity);
  const columnPrice = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    columnPrice[column] = 0 - worth(minimum[column]!, 1, placement, forced);
  }
  const seats = seatStart[columns]!;
  return {
    graph,
    bounds,
    placement,
    forced,
    rowPrice: new Float64Array(rows),
    columnPrice,
    rowLoad: new Int32Array(rows),
    columnLoad: new Int32Array(columns),
    isChosenAt: new Uint8Array(columnAt.length),
    seatStart,
    edgeInSeat: new Int32Array(seats),
    rowInSeat: new Int32Array(seats),
    search: createSearch(rows + columns),
    work: columnAt.length,
  };
}

/** First seat of each column: as many as its capacity, but never more than it has edges. */
function seatStarts({ rows, columns, columnAt }: Graph, capacity: Int32Array): Int32Array {
  const start = new Int32Array(columns + 1);
  let most = 0;
  for (let column = 0; column < columns; column += 1) most += Math.min(capacity[column]!, rows);
  // counting the edges of each column takes longer than all else here
  if (most <= columnAt.length) start.fill(rows, 1);
  else for (let edge = 0; edge < columnAt.length; edge += 1) start[columnAt[edge]! + 1]! += 1;
  for (let column = 0; column < columns; column += 1) {
    start[column + 1] = start[column]! + Math.min(capacity[column]!, start[column + 1]!);
  }
  return start;
}

/** What the `count`-th partner is worth to a node with this minimum. */
export function worth(minimum: number, count: number, placement: number, forced: number): number {
  return (count <= minimum ? forced : 0) + (count === 1 ? placement : 0);
}

/** Serves all rows, new ones after they have got a price. */
export function* serveRows(flow: Flow, areNew: boolean): Steps<void, number> {
  yield flow.work;
  let pause = flow.work + SLICE;
  for (let row = 0; row < flow.graph.rows; row += 1) {
    if (areNew) enterRow(flow, row);
    serveRow(flow, row);
    if (flow.work < pause) continue;
    yield flow.work;
    pause = flow.work + SLICE;
  }
}

/** Gives a row without partners the least price that leaves no negative slack. */
function enterRow(flow: Flow, row: number): void {
  const { placement, forced, columnPrice, bounds } = flow;
  const { rowStart, columnAt, weightAt } = flow.graph;
  let price = 0 - worth(bounds.row.minimum[row]!, 1, placement, forced);
  for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
    const least = weightAt[edge]! - columnPrice[columnAt[edge]!]!;
    if (least > price) price = least;
  }
  flow.work += rowStart[row + 1]! - rowStart[row]!;
  flow.rowPrice[row] = price;
}

/** Answers a row's requests for partners until it is full or wants no more. */
function serveRow(flow: Flow, row: number): void {
  const capacity = flow.bounds.row.capacity[row]!;
  while (flow.rowLoad[row]! < capacity) {
    if (!serveOnce(flow, row)) return;
  }
}

/** Answers one request. Returns whether the row has one partner more; if not, it wants no more. */
function serveOnce(flow: Flow, row: number): boolean {
  const gain =
    flow.rowPrice[row]! + worth(flow.bounds.row.minimum[row]!, flow.rowLoad[row]! + 1, flow.placement, flow.forced);
  if (!(gain > 0)) return false;
  const distances = flow.search.distanceOf;
  const end = findPath(flow, row, gain);
  const distance = end === STAYS ? gain : endDistance(flow, end);
  for (let at = 0; at < flow.search.found; at += 1) {
    const node = flow.search.foundAt[at]!;
    const shift = distance - distances[node]!;
    if (shift > 0) {
      if (node < flow.graph.rows) flow.rowPrice[node]! -= shift;
      else flow.columnPrice[node - flow.graph.rows]! += shift;
    }
    distances[node] = Infinity;
  }
  flow.search.found = 0;
  clear(flow.search.heap);
  if (end !== STAYS) augment(flow, row, end);
  return end !== STAYS;
}

/** Length of the path that ends at `end`, prices as the search found them. */
function endDistance(flow: Flow, end: number): number {
  const { rows } = flow.graph;
  const { row, column } = flow.bounds;
  const { placement, forced } = flow;
  const reached = flow.search.distanceOf[end]!;
  if (end < rows) {
    return reached + Math.max(0, flow.rowPrice[end]! + worth(row.minimum[end]!, flow.rowLoad[end]!, placement, forced));
  }
  const at = end - rows;
  const next = worth(column.minimum[at]!, flow.columnLoad[at]! + 1, placement, forced);
  return reached + Math.max(0, -flow.columnPrice[at]! - next);
}

/**
 * Finds the node at which the shortest path from `source` ends, or `STAYS` if none is shorter than `limit` (Dijkstra).
 * Lengths are slacks of edges that are not chosen, and negated slacks of chosen ones, so none is negative; those of
 * doubles that rounding made negative count as 0.
 */
function findPath(flow: Flow, source: number, limit: number): number {
  const { rowPrice, columnPrice, rowLoad, columnLoad, isChosenAt, seatStart, edgeInSeat, rowInSeat } = flow;
  const { rows, rowStart, columnAt, weightAt } = flow.graph;
  const { distanceOf, heap, foundAt, readyAt, cameOver, cameFrom } = flow.search;
  const capacityOfColumn = flow.bounds.column.capacity;
  let best = limit;
  let bestEnd = STAYS;
  let found = 0;
  let ready = 1;
  let work = 0;
  distanceOf[source] = 0;
  foundAt[found++] = source;
  readyAt[0] = source;
  for (;;) {
    while (ready > 0) {
      const row = readyAt[--ready]!;
      const distance = distanceOf[row]!;
      if (row !== source && rowLoad[row]! > 0) {
        const length = endDistance(flow, row);
        if (length < best) {
          best = length;
          bestEnd = row;
        }
      }
      if (distance >= best) continue;
      const price = distance + rowPrice[row]!;
      const end = rowStart[row + 1]!;
      work += end - rowStart[row]!;
      for (let edge = rowStart[row]!; edge < end; edge += 1) {
        const column = columnAt[edge]!;
        let length = price + columnPrice[column]! - weightAt[edge]!;
        if (length >= best || isChosenAt[edge] === 1) continue;
        if (length < distance) length = distance;
        const node = rows + column;
        const known = distanceOf[node]!;
        if (length >= known) continue;
        if (known === Infinity) foundAt[found++] = node;
        distanceOf[node] = length;
        cameOver[node] = edge;
        cameFrom[node] = row;
        raise(heap, node);
        // looking for a free seat here, and not when the column is taken from the heap, ends most searches among ties
        if (columnLoad[column]! < capacityOfColumn[column]!) {
          const reached = endDistance(flow, node);
          if (reached < best) {
            best = reached;
            bestEnd = node;
          }
        }
      }
    }
    if (heap.size === 0 || distanceOf[heap.nodeAt[0]!]! >= best) break;
    const node = takeFirst(heap);
    work += 1;
    if (node < rows) {
      readyAt[ready++] = node;
      continue;
    }
    const column = node - rows;
    const distance = distanceOf[node]!;
    const lastSeat = seatStart[column]! + columnLoad[column]!;
    work += columnLoad[column]!;
    for (let seat = seatStart[column]!; seat < lastSeat; seat += 1) {
      const row = rowInSeat[seat]!;
      let length = distance - (rowPrice[row]! + columnPrice[column]! - weightAt[edgeInSeat[seat]!]!);
      if (length < distance) length = distance;
      const known = distanceOf[row]!;
      if (length >= best || length >= known) continue;
      if (known === Infinity) foundAt[found++] = row;
      distanceOf[row] = length;
      cameOver[row] = seat;
      if (length > distance || heap.placeOf[row]! >= 0) raise(heap, row);
      else readyAt[ready++] = row;
    }
  }
  flow.search.found = found;
  flow.work += work;
  return bestEnd;
}

/** Adds and takes away the edges of the path from `source` to `end` in turn. */
function augment(flow: Flow, source: number, end: number): void {
  const { isChosenAt, edgeInSeat, rowInSeat, columnLoad, rowLoad, seatStart, graph } = flow;
  const { cameOver, cameFrom } = flow.search;
  let seat: number;
  let node = end;
  if (end < graph.rows) {
    rowLoad[end]! -= 1;
    seat = cameOver[end]!;
    node = leaveSeat(flow, seat);
  } else {
    const column = end - graph.rows;
    seat = seatStart[column]! + columnLoad[column]!;
    columnLoad[column]! += 1;
  }
  for (;;) {
    const edge = cameOver[node]!;
    const row = cameFrom[node]!;
    isChosenAt[edge] = 1;
    edgeInSeat[seat] = edge;
    rowInSeat[seat] = row;
    if (row === source) break;
    seat = cameOver[row]!;
    node = leaveSeat(flow, seat);
  }
  rowLoad[source]! += 1;
}

/** Takes the edge in `seat` out of the choice; returns the node of its column. The caller fills the seat again. */
function leaveSeat(flow: Flow, seat: number): number {
  const edge = flow.edgeInSeat[seat]!;
  flow.isChosenAt[edge] = 0;
  return flow.graph.rows + flow.graph.columnAt[edge]!;
}

function createSearch(nodes: number): Search {
  const distanceOf = new Float64Array(nodes).fill(Infinity);
  return {
    distanceOf,
    heap: createHeap(distanceOf),
    foundAt: new Int32Array(nodes),
    found: 0,
    readyAt: new Int32Array(nodes),
    cameOver: new Int32Array(nodes),
    cameFrom: new Int32Array(nodes),
  };
}
