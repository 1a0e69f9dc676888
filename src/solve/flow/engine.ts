import { swapSides, type Bounds } from "../bounds.ts";
import type { Steps } from "../../base/steps.ts";
import type { EngineResult } from "../engine.ts";
import { createFlow, serveRows, type Flow } from "./flow.ts";
import { transpose, type Graph } from "../graph.ts";
import type { Magnitudes } from "../magnitudes.ts";
import type { WarmStart } from "../problem.ts";
import { resume } from "./warm-start.ts";

/**
 * The engine for every problem: capacities and minimum loads on both sides, any graph. The side that can ask for fewer
 * partners does the asking. A warm start first repairs what it was given, see `resume`.
 *
 * Cost: at most one search per partner that the asking side can have; see `workBound`.
 */
export function* solveFlow(
  graph: Graph,
  bounds: Bounds,
  magnitudes: Magnitudes,
  warm?: WarmStart,
): Steps<EngineResult, number> {
  if (warm !== undefined) return listChoice(yield* resume(graph, bounds, magnitudes, warm));
  const { placement, forced } = magnitudes;
  if (2 * requestsOf(bounds.column.capacity, graph.rows) < requestsOf(bounds.row.capacity, graph.columns)) {
    const flow = createFlow(transpose(graph), swapSides(bounds), placement, forced);
    yield* serveRows(flow, true);
    return swapPairs(listChoice(flow));
  }
  const flow = createFlow(graph, bounds, placement, forced);
  yield* serveRows(flow, true);
  return listChoice(flow);
}

/** Most partners that a side can ask for. */
function requestsOf(capacity: Int32Array, others: number): number {
  let requests = 0;
  for (const most of capacity) requests += Math.min(most, others);
  return requests;
}

/** The pairs by row, then column, read off the seats: most often there are far fewer of these than edges. */
function listChoice(flow: Flow): EngineResult {
  const { graph, rowLoad, columnLoad, seatStart, rowInSeat, rowPrice, columnPrice, placement, work } = flow;
  const nextAt = new Int32Array(graph.rows + 1);
  for (let row = 0; row < graph.rows; row += 1) nextAt[row + 1] = nextAt[row]! + rowLoad[row]!;
  const pairs = nextAt[graph.rows]!;
  const rowOf = new Int32Array(pairs);
  const columnOf = new Int32Array(pairs);
  for (let column = 0; column < graph.columns; column += 1) {
    const first = seatStart[column]!;
    for (let seat = first; seat < first + columnLoad[column]!; seat += 1) {
      const row = rowInSeat[seat]!;
      const pair = nextAt[row]!;
      nextAt[row] = pair + 1;
      rowOf[pair] = row;
      columnOf[pair] = column;
    }
  }
  return { rowOf, columnOf, rowPrice, columnPrice, placement, work };
}

function swapPairs(result: EngineResult): EngineResult {
  const { rowOf, columnOf, rowPrice, columnPrice } = result;
  return { ...result, rowOf: columnOf, columnOf: rowOf, rowPrice: columnPrice, columnPrice: rowPrice };
}
