import { worth, type Flow } from "./flow.ts";
import { clear, createHeap, raise, takeFirst, type Heap } from "../heap.ts";
import { columnLoss, rowLoss } from "./priced-flow.ts";

/** Scratch for searches in the residual graph of a priced flow. Nodes are the rows, then the columns, then the hub. */
export interface ResidualSearch {
  readonly flow: Flow;
  readonly hub: number;
  /** Length of the shortest path known from the last source to each node; Infinity where none is known. */
  readonly distanceOf: Float64Array;
  readonly heap: Heap;
  /** Nodes with a finite distance. */
  readonly foundAt: Int32Array;
  found: number;
}

export function createResidualSearch(flow: Flow): ResidualSearch {
  const hub = flow.graph.rows + flow.graph.columns;
  const distanceOf = new Float64Array(hub + 1).fill(Infinity);
  return { flow, hub, distanceOf, heap: createHeap(distanceOf), foundAt: new Int32Array(hub + 1), found: 0 };
}

/**
 * Finds the shortest paths from `source` to all nodes, or to `target` alone if that is one (Dijkstra). Paths of length
 * `limit` and above count as none. Chosen edges up to `closed` may not be given up. O(edges + nodes log nodes).
 */
export function searchFrom(search: ResidualSearch, source: number, target = -1, limit = Infinity, closed = -1): void {
  begin(search);
  grow(search, [{ node: source, length: 0 }], target, limit, closed);
}

/** Where a search may start, and how long the path there is: of any sign, unlike the lengths from there on. */
export interface Source {
  readonly node: number;
  readonly length: number;
}

/** Finds to each node the shortest of the paths from all sources. O(edges + nodes log nodes). */
export function searchFromAll(search: ResidualSearch, sources: readonly Source[]): void {
  begin(search);
  grow(search, sources, -1, Infinity, -1);
}

function begin({ distanceOf, foundAt, found, heap }: ResidualSearch): void {
  for (let at = 0; at < found; at += 1) distanceOf[foundAt[at]!] = Infinity;
  clear(heap);
}

function grow(search: ResidualSearch, sources: readonly Source[], target: number, limit: number, closed: number): void {
  const { flow, hub, distanceOf, heap, foundAt } = search;
  const { rows } = flow.graph;
  search.found = 0;
  let end = limit;
  const relax = (node: number, length: number): void => {
    const known = distanceOf[node]!;
    if (length >= known || length >= end) return;
    if (known === Infinity) foundAt[search.found++] = node;
    distanceOf[node] = length;
    if (node === target) end = length;
    else raise(heap, node);
  };
  for (const { node, length } of sources) relax(node, length);
  while (heap.size > 0) {
    const node = takeFirst(heap);
    if (distanceOf[node]! >= end) return;
    if (node === hub) leaveHub(search, relax);
    else if (node < rows) leaveRow(search, node, relax);
    else leaveColumn(search, node - rows, closed, relax);
  }
}

type Relax = (node: number, length: number) => void;

/** The row takes an edge, or has one partner less. */
function leaveRow({ flow, hub, distanceOf }: ResidualSearch, row: number, relax: Relax): void {
  const { rowPrice, columnPrice, isChosenAt } = flow;
  const { rows, rowStart, columnAt, weightAt } = flow.graph;
  const price = distanceOf[row]! + rowPrice[row]!;
  for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
    if (isChosenAt[edge] === 1) continue;
    const column = columnAt[edge]!;
    relax(rows + column, price + columnPrice[column]! - weightAt[edge]!);
  }
  relax(hub, distanceOf[row]! + rowLoss(flow, row));
}

/** The column gives up an edge, or has one partner more. */
function leaveColumn({ flow, hub, distanceOf }: ResidualSearch, column: number, closed: number, relax: Relax): void {
  const { graph, bounds, rowPrice, columnPrice, columnLoad, seatStart, edgeInSeat, rowInSeat, placement } = flow;
  const load = columnLoad[column]!;
  const price = distanceOf[graph.rows + column]! - columnPrice[column]!;
  const first = seatStart[column]!;
  for (let seat = first; seat < first + load; seat += 1) {
    const edge = edgeInSeat[seat]!;
    const row = rowInSeat[seat]!;
    if (edge > closed) relax(row, price - rowPrice[row]! + graph.weightAt[edge]!);
  }
  if (load < bounds.column.capacity[column]!) relax(hub, price - worth(0, load + 1, placement, 0));
}

/** A row has one partner more, or a column one less. */
function leaveHub({ flow, hub, distanceOf }: ResidualSearch, relax: Relax): void {
  const { graph, bounds, rowPrice, rowLoad, placement } = flow;
  const distance = distanceOf[hub]!;
  for (let row = 0; row < graph.rows; row += 1) {
    const load = rowLoad[row]!;
    if (load < bounds.row.capacity[row]!) relax(row, distance - rowPrice[row]! - worth(0, load + 1, placement, 0));
  }
  for (let column = 0; column < graph.columns; column += 1) {
    relax(graph.rows + column, distance + columnLoss(flow, column));
  }
}
