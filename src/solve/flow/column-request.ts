import { worth, type Flow } from "./flow.ts";
import { clear, raise, takeFirst } from "../heap.ts";

/** Stands for the hub, from which a node is reached that has one partner more, or less. */
const HUB = -1;

/**
 * Answers a column's requests for partners until it is full or wants no more, without seeing the graph from the columns.
 *
 * A hub stands for "one partner more or less": from it, at what that costs, lead paths to rows with a free seat that do not ask
 * for a partner themselves, and to columns that give one up. The shortest path on from there to the asking column,
 * forward over the edges of rows, is the one to take. Prices are kept valid as by `serveRow`: all nodes move by their distance from
 * the hub, up to the length of that path.
 *
 * Rows that ask count as full, and so do other columns that ask. The invariant of `Flow` holds before and after in all
 * other respects. A request looks at each edge at most once; O(edges + nodes log nodes).
 */
export function serveColumn(flow: Flow, column: number): void {
  const { capacity, minimum } = flow.bounds.column;
  while (flow.columnLoad[column]! < capacity[column]!) {
    const next = worth(minimum[column]!, flow.columnLoad[column]! + 1, flow.placement, flow.forced);
    const gain = flow.columnPrice[column]! + next;
    if (!(gain > 0)) return;
    const length = findPathTo(flow, column, gain);
    moveAll(flow, Math.min(length, gain));
    if (!(length < gain)) return;
    augment(flow, column);
  }
}

/** Length of the shortest path from the hub to `target`; Infinity if none is shorter than `limit` (Dijkstra). */
function findPathTo(flow: Flow, target: number, limit: number): number {
  const { rowPrice, columnPrice, columnLoad, isChosenAt, seatStart, edgeInSeat, rowInSeat } = flow;
  const { rows, rowStart, columnAt, weightAt } = flow.graph;
  const { distanceOf, heap, cameOver, cameFrom } = flow.search;
  const goal = rows + target;
  let best = limit;
  let work = startAtHub(flow, limit);
  while (heap.size > 0 && distanceOf[heap.nodeAt[0]!]! < best) {
    const node = takeFirst(heap);
    const distance = distanceOf[node]!;
    work += 1;
    if (node >= rows) {
      const column = node - rows;
      const lastSeat = seatStart[column]! + columnLoad[column]!;
      work += columnLoad[column]!;
      for (let seat = seatStart[column]!; seat < lastSeat; seat += 1) {
        const row = rowInSeat[seat]!;
        let length = distance - (rowPrice[row]! + columnPrice[column]! - weightAt[edgeInSeat[seat]!]!);
        if (length < distance) length = distance;
        if (length >= best || length >= distanceOf[row]!) continue;
        distanceOf[row] = length;
        cameOver[row] = seat;
        raise(heap, row);
      }
      continue;
    }
    const price = distance + rowPrice[node]!;
    const end = rowStart[node + 1]!;
    work += end - rowStart[node]!;
    for (let edge = rowStart[node]!; edge < end; edge += 1) {
      const column = columnAt[edge]!;
      let length = price + columnPrice[column]! - weightAt[edge]!;
      if (length >= best || isChosenAt[edge] === 1) continue;
      if (length < distance) length = distance;
      const reached = rows + column;
      if (length >= distanceOf[reached]!) continue;
      distanceOf[reached] = length;
      cameOver[reached] = edge;
      cameFrom[reached] = node;
      if (reached === goal) best = length;
      raise(heap, reached);
    }
  }
  flow.work += work;
  clear(heap);
  return best < limit ? best : Infinity;
}

/** Lets all nodes wait that the hub leads to in less than `limit`. Returns the work done. */
function startAtHub(flow: Flow, limit: number): number {
  const { graph, bounds, rowPrice, columnPrice, rowLoad, columnLoad, placement, forced } = flow;
  const { distanceOf, heap, cameOver } = flow.search;
  const relax = (node: number, length: number): void => {
    if (!(length >= 0 && length < limit)) return;
    distanceOf[node] = length;
    cameOver[node] = HUB;
    raise(heap, node);
  };
  for (let row = 0; row < graph.rows; row += 1) {
    const load = rowLoad[row]!;
    if (load >= bounds.row.capacity[row]!) continue;
    // negative for a row that asks
    relax(row, -rowPrice[row]! - worth(bounds.row.minimum[row]!, load + 1, placement, forced));
  }
  for (let column = 0; column < graph.columns; column += 1) {
    const load = columnLoad[column]!;
    if (load === 0) continue;
    const loss = columnPrice[column]! + worth(bounds.column.minimum[column]!, load, placement, forced);
    relax(graph.rows + column, Math.max(0, loss));
  }
  return graph.rows + graph.columns;
}

/** Moves the prices by the distances from the hub, at most by `length`, and forgets these. */
function moveAll({ graph, rowPrice, columnPrice, search }: Flow, length: number): void {
  const { distanceOf } = search;
  for (let row = 0; row < graph.rows; row += 1) {
    rowPrice[row]! += Math.min(length, distanceOf[row]!);
    distanceOf[row] = Infinity;
  }
  for (let column = 0; column < graph.columns; column += 1) {
    columnPrice[column]! -= Math.min(length, distanceOf[graph.rows + column]!);
    distanceOf[graph.rows + column] = Infinity;
  }
}

/** Adds and takes away the edges of the path to `target` in turn, backwards from there. */
function augment(flow: Flow, target: number): void {
  const { graph, isChosenAt, edgeInSeat, rowInSeat, columnLoad, rowLoad, seatStart } = flow;
  const { cameOver, cameFrom } = flow.search;
  let column = target;
  let seat = seatStart[column]! + columnLoad[column]!;
  columnLoad[column]! += 1;
  for (;;) {
    const node = graph.rows + column;
    const row = cameFrom[node]!;
    isChosenAt[cameOver[node]!] = 1;
    edgeInSeat[seat] = cameOver[node]!;
    rowInSeat[seat] = row;
    seat = cameOver[row]!;
    if (seat === HUB) {
      rowLoad[row]! += 1;
      return;
    }
    const given = edgeInSeat[seat]!;
    isChosenAt[given] = 0;
    column = graph.columnAt[given]!;
    if (cameOver[graph.rows + column] === HUB) break;
  }
  // the last column on the path back gives up a partner
  columnLoad[column]! -= 1;
  const last = seatStart[column]! + columnLoad[column]!;
  edgeInSeat[seat] = edgeInSeat[last]!;
  rowInSeat[seat] = rowInSeat[last]!;
}
