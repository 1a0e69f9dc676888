import { SLICE, type Engine } from "../engine.ts";
import { dropClosedEdges, type Network } from "./network.ts";
import { INFINITE, route, type RouteScratch } from "./route.ts";
import { inStretches } from "../stretches.ts";

/**
 * Goes through the open edges by row and column and keeps each that some choice of the network has together with all
 * kept before. An edge that is not chosen can be if its column finds an alternating path to its row.
 *
 * Where there is none, the set of nodes that the column reaches has no arc out of it; an arc into it is then on no
 * cycle, so all edges between this set and the rest stay as they are. Each failure thus separates nodes that stayed together before, and there
 * are at most as many failures as nodes.
 */
export function* keepFirstPairs(network: Network, scratch: RouteScratch): Engine<void> {
  const { isOpen, isChosen, rowAt, columnNodeAt, excess, highest, hub } = network;
  const kept = new Int32Array(hub);
  const keep = (edge: number): void => {
    kept[rowAt[edge]!]!++;
    kept[columnNodeAt[edge]!]!++;
  };
  yield* inStretches(isOpen.length, network.work, (from, until) => {
    for (let edge = from; edge < until; edge++) if (isChosen[edge] === 1 && isOpen[edge] === 0) keep(edge);
  });
  network.goal = "level";
  network.potential.fill(0);
  yield* dropClosedEdges(network);
  yield network.work;
  let looked = 0;
  let pause = network.work + SLICE;
  for (let edge = nextOpen(isOpen, 0); edge < isOpen.length; edge = nextOpen(isOpen, edge + 1)) {
    looked++;
    if (network.work + looked >= pause) {
      yield network.work;
      pause = network.work + looked + SLICE;
    }
    isOpen[edge] = 0;
    if (isChosen[edge] === 1) {
      keep(edge);
      continue;
    }
    const row = rowAt[edge]!;
    const column = columnNodeAt[edge]!;
    if (kept[row] === highest[row] || kept[column] === highest[column]) continue;
    excess[column]!++;
    excess[row]!--;
    isChosen[edge] = 1;
    if (yield* route(network, scratch)) {
      keep(edge);
      continue;
    }
    isChosen[edge] = 0;
    excess[column]!--;
    excess[row]!++;
    yield* settleEdgesBetween(network, scratch.distance, keep);
  }
}

/** The first open edge from `edge` on, or the number of edges. A look at a stretch takes far less than a millisecond. */
function nextOpen(isOpen: Uint8Array, edge: number): number {
  const found = isOpen.indexOf(1, edge);
  return found < 0 ? isOpen.length : found;
}

/** Closes the edges between the nodes that were reached and those that were not, and keeps the chosen ones. */
function* settleEdgesBetween(
  { isOpen, isChosen, rowAt, columnNodeAt, work }: Network,
  distance: Int32Array,
  keep: (edge: number) => void,
): Engine<void> {
  yield* inStretches(isOpen.length, work, (from, until) => {
    for (let edge = from; edge < until; edge++) {
      if (isOpen[edge] === 0) continue;
      if ((distance[rowAt[edge]!] === INFINITE) === (distance[columnNodeAt[edge]!] === INFINITE)) continue;
      isOpen[edge] = 0;
      if (isChosen[edge] === 1) keep(edge);
    }
  });
}
