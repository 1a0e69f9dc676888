import type { LevelPrices } from "./problem.ts";
import { dropClosedEdges, type Network } from "./network.ts";

/**
 * Narrows the network to the choices that are best for its goal, by the potentials of a cheapest routing: an edge whose
 * reduced cost is not 0 is as it is in all of them, and a load only keeps the range over which its cost is least.
 * Says how many edges are left open. O(open edges + nodes).
 */
export function narrowToBest(network: Network): number {
  for (let row = 0; row < network.rows; row++) narrowEdgesOf(network, row);
  for (let node = 0; node < network.hub; node++) narrowLoad(network, node);
  return dropClosedEdges(network);
}

function narrowEdgesOf(network: Network, row: number): void {
  const { columnNodeAt, isOpen, costAt, potential, hubArc, endArc, edgeIn } = network;
  const own = potential[row]!;
  const end = endArc[row]!;
  for (let arc = hubArc[row]! + 1; arc < end; arc++) {
    const edge = edgeIn[arc]!;
    if (costAt[edge]! + own !== potential[columnNodeAt[edge]!]!) isOpen[edge] = 0;
    costAt[edge] = 0;
  }
}

function narrowLoad(network: Network, node: number): void {
  const { lowest, highest, goal } = network;
  const price = priceOf(network, node);
  const first = Math.min(1, highest[node]!);
  const [least, most] = [lowest[node]!, highest[node]!];
  if (price > 0) {
    lowest[node] = most;
  } else if (goal === "placed") {
    if (price === 0) lowest[node] = Math.max(least, first);
    else highest[node] = price === -1 ? Math.max(least, first) : least;
  } else if (price < 0) {
    highest[node] = least;
  }
}

/** What one more partner of the node is worth: its potential against the hub's, in the sense of `LevelsProof`. */
function priceOf({ rows, hub, potential, goal }: Network, node: number): number {
  const above = potential[node]! - potential[hub]!;
  if (node >= rows) return -above;
  // the network charges a pair at the row's hub arc, the proof counts it at the edge
  return goal === "pairs" ? above + 1 : above;
}

/** The prices of the network's goal, without the zeros. */
export function pricesOf(network: Network): LevelPrices {
  const { rows, hub } = network;
  const listed: number[] = [];
  for (let node = 0; node < hub; node++) if (priceOf(network, node) !== 0) listed.push(node);
  const rowNodes = listed.filter((node) => node < rows);
  const columnNodes = listed.filter((node) => node >= rows);
  return {
    rows: Int32Array.from(rowNodes),
    rowPrice: Int32Array.from(rowNodes, (node) => priceOf(network, node)),
    columns: Int32Array.from(columnNodes, (node) => node - rows),
    columnPrice: Int32Array.from(columnNodes, (node) => priceOf(network, node)),
  };
}
