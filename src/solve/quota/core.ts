import type { Steps } from "../../base/steps.ts";
import type { EngineResult } from "../engine.ts";
import type { Graph } from "../graph.ts";
import type { WarmStart } from "../problem.ts";

/** Edges of each row, the most promising ones, with which an engine begins. */
const CORE_DEGREE = 14;
/** Graphs with fewer edges than this, in all and per row, are solved as they are. */
const LARGE_FROM = 20_000;
const DENSE_FROM = 3 * CORE_DEGREE;
const MOST_ROUNDS = 8;

/** Whether it pays to look at the promising edges first. */
export function hasCore({ rows, columnAt }: Graph, warm: WarmStart | undefined): warm is WarmStart {
  return warm !== undefined && columnAt.length >= LARGE_FROM && columnAt.length >= DENSE_FROM * rows;
}

/**
 * Solves a graph by way of a part of it: the edges that the prices of a similar problem favour, then also those that the
 * part's own prices show to be missing, until none is. So the prices hold for all edges. If that goes on for too
 * long, the graph is solved as it is.
 */
export function* solveByCore(
  graph: Graph,
  warm: WarmStart,
  solve: (part: Graph) => Steps<EngineResult, number>,
): Steps<EngineResult, number> {
  const isInside = new Uint8Array(graph.columnAt.length);
  let work = graph.columnAt.length;
  takePromising(graph, warm, isInside);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const part = partOf(graph, isInside);
    const result = yield* solve(part);
    work += result.work + graph.columnAt.length;
    if (!takeMissing(graph, result, isInside)) return { ...result, work };
  }
  return yield* solve(graph);
}

/** Marks the edges of each row that are worth most at these prices. */
function takePromising(graph: Graph, { columnPrice }: WarmStart, isInside: Uint8Array): void {
  const { rowStart, columnAt, weightAt, columns } = graph;
  const worth = new Float64Array(columns);
  for (let row = 0; row < rowStart.length - 1; row += 1) {
    const start = rowStart[row]!;
    const degree = rowStart[row + 1]! - start;
    for (let at = 0; at < degree; at += 1) worth[at] = weightAt[start + at]! - columnPrice[columnAt[start + at]!]!;
    if (degree <= CORE_DEGREE) {
      isInside.fill(1, start, start + degree);
      continue;
    }
    const least = worth.slice(0, degree).sort()[degree - CORE_DEGREE]!;
    for (let at = 0; at < degree; at += 1) if (worth[at]! >= least) isInside[start + at] = 1;
  }
}

function partOf({ rows, columns, rowStart, columnAt, weightAt }: Graph, isInside: Uint8Array): Graph {
  const start = new Int32Array(rows + 1);
  let count = 0;
  for (let edge = 0; edge < isInside.length; edge += 1) count += isInside[edge]!;
  const columnThere = new Int32Array(count);
  const weightThere = new Float64Array(count);
  let place = 0;
  for (let row = 0; row < rowStart.length - 1; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      if (isInside[edge] === 0) continue;
      columnThere[place] = columnAt[edge]!;
      weightThere[place] = weightAt[edge]!;
      place += 1;
    }
    start[row + 1] = place;
  }
  return { rows, columns, rowStart: start, columnAt: columnThere, weightAt: weightThere };
}

/** Marks the edges outside that are worth more than the prices say; false if there is none. */
function takeMissing(
  { rowStart, columnAt, weightAt }: Graph,
  { rowPrice, columnPrice }: EngineResult,
  isInside: Uint8Array,
): boolean {
  let isMissing = false;
  for (let row = 0; row < rowStart.length - 1; row += 1) {
    const price = rowPrice[row]!;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      if (isInside[edge] === 1 || weightAt[edge]! - price - columnPrice[columnAt[edge]!]! <= 0) continue;
      isInside[edge] = 1;
      isMissing = true;
    }
  }
  return isMissing;
}
