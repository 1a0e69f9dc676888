import type { Steps } from "../../base/steps.ts";
import { SLICE } from "../../base/steps.ts";
import type { Graph } from "../graph.ts";

/** Some edges of a graph by row: row `r` owns those from `start[r]` up to, not including, `start[r + 1]`, ascending. */
export interface EdgesByRow {
  readonly start: Int32Array;
  /** Edges of the graph. */
  readonly edgeAt: Int32Array;
}

/** The best edges of one row so far, best first; equal ones in the order in which they came. */
interface BestList {
  /** Length: as many as are kept at most. */
  readonly valueAt: Float64Array;
  readonly edgeAt: Int32Array;
  count: number;
  /** What an edge has to be worth more than to be listed. */
  least: number;
}

/** Each row begins at another of its edges, this share of them further on, so that equal ones do not all lead to one column. */
const GOLDEN = 0.618033988749895;

/**
 * For each row the edges that are worth most at some prices of the columns, at most `most` of them, among those worth more
 * than `leastOf(row)`. One look at each edge.
 */
export function* bestOfRows(
  graph: Graph,
  columnPrice: Float64Array,
  leastOf: (row: number) => number,
  most: number,
): Steps<EdgesByRow, number> {
  const { rows, rowStart } = graph;
  const start = new Int32Array(rows + 1);
  const lists: Int32Array[] = [];
  const best = { valueAt: new Float64Array(most), edgeAt: new Int32Array(most), count: 0, least: 0 };
  let pause = SLICE;
  for (let row = 0; row < rows; row += 1) {
    const first = rowStart[row]!;
    const end = rowStart[row + 1]!;
    const middle = first + Math.floor((end - first) * ((row * GOLDEN) % 1));
    best.count = 0;
    best.least = leastOf(row);
    list(graph, columnPrice, middle, end, best);
    list(graph, columnPrice, first, middle, best);
    lists.push(best.edgeAt.slice(0, best.count).sort());
    start[row + 1] = start[row]! + best.count;
    if (end < pause) continue;
    yield end;
    pause = end + SLICE;
  }
  const edgeAt = new Int32Array(start[rows]!);
  lists.forEach((edges, row) => {
    edgeAt.set(edges, start[row]);
  });
  return { start, edgeAt };
}

/** Lists those of the edges from `from` up to `until` that belong to the best. */
function list({ columnAt, weightAt }: Graph, price: Float64Array, from: number, until: number, best: BestList): void {
  const most = best.valueAt.length;
  let least = best.least;
  for (let edge = from; edge < until; edge += 1) {
    const value = weightAt[edge]! - price[columnAt[edge]!]!;
    if (value <= least) continue;
    insert(best, edge, value);
    if (best.count === most) least = best.valueAt[most - 1]!;
  }
  best.least = least;
}

function insert(best: BestList, edge: number, value: number): void {
  const { valueAt, edgeAt } = best;
  if (best.count < valueAt.length) best.count += 1;
  let at = best.count - 1;
  for (; at > 0 && valueAt[at - 1]! < value; at -= 1) {
    valueAt[at] = valueAt[at - 1]!;
    edgeAt[at] = edgeAt[at - 1]!;
  }
  valueAt[at] = value;
  edgeAt[at] = edge;
}

/** For each column its heaviest edges, at most `most` of them, by row. One look at each edge. */
export function bestOfColumns(graph: Graph, most: number): EdgesByRow {
  const { columns, columnAt, weightAt } = graph;
  const valueAt = new Float64Array(columns * most).fill(-Infinity);
  const edgeAt = new Int32Array(columns * most).fill(-1);
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    const first = columnAt[edge]! * most;
    const value = weightAt[edge]!;
    let at = first + most - 1;
    if (valueAt[at]! >= value) continue;
    for (; at > first && valueAt[at - 1]! < value; at -= 1) {
      valueAt[at] = valueAt[at - 1]!;
      edgeAt[at] = edgeAt[at - 1]!;
    }
    valueAt[at] = value;
    edgeAt[at] = edge;
  }
  return byRow(graph, edgeAt.filter((edge) => edge >= 0).sort());
}

/** Groups ascending edges. */
export function byRow({ rows, rowStart }: Graph, edgeAt: Int32Array): EdgesByRow {
  const start = new Int32Array(rows + 1);
  let place = 0;
  for (let row = 0; row < rows; row += 1) {
    while (place < edgeAt.length && edgeAt[place]! < rowStart[row + 1]!) place += 1;
    start[row + 1] = place;
  }
  return { start, edgeAt };
}

/** The edges that are in either. */
export function joined(graph: Graph, { edgeAt: a }: EdgesByRow, { edgeAt: b }: EdgesByRow): EdgesByRow {
  const both = new Int32Array(a.length + b.length);
  let count = 0;
  let place = 0;
  for (const edge of a) {
    while (b[place]! < edge) both[count++] = b[place++]!;
    if (b[place] === edge) place += 1;
    both[count++] = edge;
  }
  while (place < b.length) both[count++] = b[place++]!;
  return byRow(graph, both.subarray(0, count));
}
