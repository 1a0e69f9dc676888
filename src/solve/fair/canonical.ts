import { SLICE, type Steps } from "../../base/steps.ts";
import { dropClosedEdges, type Network } from "./network.ts";
import { UNREACHABLE, route, type RouteScratch } from "./route.ts";

/**
 * Goes through the open edges by row and column and keeps each that some choice of the network has together with all
 * kept before. An edge that is not chosen can be if its column finds an alternating path to its row.
 *
 * Where there is none, the set of nodes that the column reaches has no arc out of it; an arc into it is then on no
 * cycle, so all edges between this set and the rest stay as they are. Each failure thus separates nodes that were
 * together before, and there are at most as many failures as nodes.
 */
export function* keepFirstPairs(network: Network, scratch: RouteScratch): Steps<void, number> {
  const { isOpen, isChosen, rowAt, columnNodeAt, excess, highest, hub } = network;
  const kept = new Int32Array(hub);
  const keep = (edge: number): void => {
    kept[rowAt[edge]!]!++;
    kept[columnNodeAt[edge]!]!++;
  };
  for (let edge = 0; edge < isOpen.length; edge++) if (isChosen[edge] === 1 && isOpen[edge] === 0) keep(edge);
  network.goal = "level";
  network.potential.fill(0);
  dropClosedEdges(network);
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
    looked += closeEdgesBetween(network, scratch.distance, keep);
  }
}

/** The first open edge from `edge` on, or the number of edges. */
function nextOpen(isOpen: Uint8Array, edge: number): number {
  const found = isOpen.indexOf(1, edge);
  return found < 0 ? isOpen.length : found;
}

/** Closes the edges between reached nodes and others, and keeps the chosen ones; returns how many were looked at. */
function closeEdgesBetween(
  { isOpen, isChosen, rowAt, columnNodeAt }: Network,
  distance: Int32Array,
  keep: (edge: number) => void,
): number {
  let looked = 0;
  for (let edge = nextOpen(isOpen, 0); edge < isOpen.length; edge = nextOpen(isOpen, edge + 1)) {
    looked++;
    if ((distance[rowAt[edge]!] === UNREACHABLE) === (distance[columnNodeAt[edge]!] === UNREACHABLE)) continue;
    isOpen[edge] = 0;
    if (isChosen[edge] === 1) keep(edge);
  }
  return looked;
}
