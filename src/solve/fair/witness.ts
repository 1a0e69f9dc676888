import type { LoadWitness } from "../problem.ts";
import type { Network } from "./network.ts";
import { UNREACHABLE } from "./route.ts";

/**
 * Why the minimum loads cannot be met, from a search that got stuck: `distance` is finite for the nodes that the rest of
 * the excess reaches. If that is not the hub, the reached rows need more partners than the reached columns have seats and
 * the others have edges; if it is, the same holds for the columns that are not reached.
 */
export function loadWitness(network: Network, distance: Int32Array): LoadWitness {
  const { rows, hub, lowest, highest, rowAt, columnNodeAt } = network;
  const side = distance[hub] === UNREACHABLE ? "row" : "column";
  const isListed = (node: number): boolean =>
    lowest[node]! > 0 && node < rows === (side === "row") && (distance[node] === UNREACHABLE) === (side === "column");
  const nodes: number[] = [];
  for (let node = 0; node < hub; node++) if (isListed(node)) nodes.push(node);
  const edgesTo = new Int32Array(hub);
  rowAt.forEach((row, edge) => {
    const [node, other] = side === "row" ? [row, columnNodeAt[edge]!] : [columnNodeAt[edge]!, row];
    if (isListed(node)) edgesTo[other]!++;
  });
  return {
    side,
    nodes: Int32Array.from(nodes, (node) => (side === "row" ? node : node - rows)),
    needed: nodes.reduce((sum, node) => sum + lowest[node]!, 0),
    available: edgesTo.reduce((sum, edges, node) => sum + Math.min(edges, highest[node]!), 0),
  };
}
