import { SLICE, type Engine } from "./engine.ts";
import { dropClosedEdges, type Network } from "./fair-network.ts";
import { INFINITE, route, type RouteScratch } from "./fair-route.ts";

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
  isChosen.forEach((chosen, edge) => {
    if (chosen === 1 && isOpen[edge] === 0) keep(edge);
  });
  network.goal = "level";
  network.potential.fill(0);
  dropClosedEdges(network);
  yield network.work;
  let pause = network.work + SLICE;
  for (let edge = 0; edge < isOpen.length; edge++) {
    if (isOpen[edge] === 0) continue;
    if (network.work >= pause) {
      yield network.work;
      pause = network.work + SLICE;
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
    settleEdgesBetween(network, scratch.distance, keep);
  }
}

/** Closes the edges between the nodes that were reached and those that were not, and keeps the chosen ones. */
function settleEdgesBetween(
  { isOpen, isChosen, rowAt, columnNodeAt }: Network,
  distance: Int32Array,
  keep: (edge: number) => void,
): void {
  for (let edge = 0; edge < isOpen.length; edge++) {
    if (isOpen[edge] === 0) continue;
    if ((distance[rowAt[edge]!] === INFINITE) !== (distance[columnNodeAt[edge]!] === INFINITE)) {
      isOpen[edge] = 0;
      if (isChosen[edge] === 1) keep(edge);
    }
  }
}
