import type { EdgeList } from "../graph.ts";

/**
 * The flow network behind the fair objective. One unit of flow is one pair: hub -> row -> column -> hub. Nodes are
 * numbered rows first, then columns, then the hub. An edge carries 0 or 1; the hub arc of a node carries its load, from
 * `lowest` to `highest`.
 *
 * While units are being routed, `excess[node]` is what a node has received and not yet passed on (negative: still owes).
 */
export interface Network {
  readonly rows: number;
  readonly columns: number;
  /** rows + columns; also the number of nodes before it. */
  readonly hub: number;
  /** Row of each edge. */
  readonly rowAt: Int32Array;
  /** Node of the column of each edge: rows + its index. */
  readonly columnNodeAt: Int32Array;
  /** 1 if the edge is chosen. */
  readonly isChosen: Uint8Array;
  /** 1 while an optimum of all goals so far may have the edge and another may not. */
  readonly isOpen: Uint8Array;
  /** What the present goal charges for choosing the edge: 0 or 1. */
  readonly costAt: Uint8Array;
  readonly load: Int32Array;
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
  /**
   * A row or column owns the arcs from `hubArc[node]`, its arc to the hub, up to, not including, `endArc[node]`. Behind
   * the hub arc come edges: those of a row all, those of a column only while they are chosen, because no other leads out
   * of it. The hub has one arc for each node, numbered from 0.
   */
  readonly hubArc: Int32Array;
  readonly endArc: Int32Array;
  /** Edge of each arc that does not lead to the hub. */
  readonly edgeIn: Int32Array;
  /** The other end of each arc. */
  readonly headIn: Int32Array;
  /** The arc of a chosen open edge among those of its column. */
  readonly columnArcAt: Int32Array;
  readonly excess: Int32Array;
  /** reduced cost of a residual arc = cost + potential[tail] - potential[head] >= 0. */
  readonly potential: Int32Array;
  /** What the present goal charges at the hub arcs; see `seatCost`. */
  goal: Goal;
  /** Arcs looked at so far. */
  work: number;
}

/** `placed`: a node's first partner is worth 1. `pairs`: every pair is worth 1. `level`: an edge of cost 1 costs 1. */
export type Goal = "placed" | "pairs" | "level";

/** Stands for the reduced cost of an arc that can take no further unit. */
export const NO_ARC = -1;

/** What one more partner costs a node that has `load` of them: 0 or -1, and never less than for a smaller load. */
function seatCost(network: Network, node: number, load: number): number {
  if (network.goal === "placed") return load === 0 ? -1 : 0;
  return network.goal === "pairs" && node < network.rows ? -1 : 0;
}

/** The reduced cost of an arc of a node, or `NO_ARC` if it can take no further unit. */
export function reducedCost(network: Network, node: number, arc: number): number {
  const { hub, rows, potential, load, lowest, highest } = network;
  const head = headOf(network, node, arc);
  const rise = potential[node]! - potential[head]!;
  if (node !== hub && head !== hub) {
    const edge = network.edgeIn[arc]!;
    const fromRow = node < rows;
    if (network.isOpen[edge] === 0 || (network.isChosen[edge] === 1) === fromRow) return NO_ARC;
    return (fromRow ? network.costAt[edge]! : -network.costAt[edge]!) + rise;
  }
  const end = node === hub ? head : node;
  const present = load[end]!;
  if (end < rows === (node === hub)) return present < highest[end]! ? seatCost(network, end, present) + rise : NO_ARC;
  return present > lowest[end]! ? rise - seatCost(network, end, present - 1) : NO_ARC;
}

/** The other end of an arc of a node. */
export function headOf(network: Network, node: number, arc: number): number {
  return node === network.hub ? arc : network.headIn[arc]!;
}

/** Sends one unit along an arc of a node that can take one. */
export function push(network: Network, node: number, arc: number): void {
  const { hub, rows, load } = network;
  if (node !== hub && arc > network.hubArc[node]!) {
    if (node < rows) choose(network, network.edgeIn[arc]!);
    else release(network, network.edgeIn[arc]!);
  } else {
    load[node === hub ? arc : node]! += (node === hub ? arc < rows : node >= rows) ? 1 : -1;
  }
}

/** Chooses an open edge. The loads and the excess are the caller's. */
export function choose(network: Network, edge: number): void {
  network.isChosen[edge] = 1;
  setColumnArc(network, edge, network.endArc[network.columnNodeAt[edge]!]!++);
}

/** Undoes `choose`. */
export function release(network: Network, edge: number): void {
  network.isChosen[edge] = 0;
  const lastArc = --network.endArc[network.columnNodeAt[edge]!]!;
  setColumnArc(network, network.edgeIn[lastArc]!, network.columnArcAt[edge]!);
}

function setColumnArc({ rowAt, edgeIn, headIn, columnArcAt }: Network, edge: number, arc: number): void {
  edgeIn[arc] = edge;
  headIn[arc] = rowAt[edge]!;
  columnArcAt[edge] = arc;
}

/** The first arc of a node, and the one behind its last. */
export function firstArcOf(network: Network, node: number): number {
  return node === network.hub ? 0 : network.hubArc[node]!;
}
export function endArcOf(network: Network, node: number): number {
  return node === network.hub ? network.hub : network.endArc[node]!;
}

/** Takes the edges that are no longer open out of the nodes' arcs; says how many are left. O(edges listed). */
export function dropClosedEdges(network: Network): number {
  let openEdges = 0;
  for (let node = 0; node < network.hub; node++) openEdges += dropClosedOf(network, node);
  return openEdges;
}

/** The same for one node; columns count none, as their edges are rows' too. */
function dropClosedOf(network: Network, node: number): number {
  const { rows, hubArc, endArc, edgeIn, headIn, isOpen, columnArcAt } = network;
  const first = hubArc[node]! + 1;
  const last = endArc[node]!;
  let end = first;
  for (let arc = first; arc < last; arc++) {
    const edge = edgeIn[arc]!;
    if (isOpen[edge] === 0) continue;
    if (node >= rows) columnArcAt[edge] = end;
    headIn[end] = headIn[arc]!;
    edgeIn[end++] = edge;
  }
  endArc[node] = end;
  return node < rows ? end - first : 0;
}

/** Fewest and most partners of each node: the rows, then the columns. */
export interface LoadBounds {
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/**
 * A network without pairs. `edgeOrder` lists all edges; each row keeps its edges in the reverse of that order, so the
 * search meets the best ones first if the order is from worst to best.
 */
export function emptyNetwork(
  { rows, columns, rowAt, columnAt }: EdgeList,
  edgeOrder: Int32Array,
  { lowest, highest }: LoadBounds,
): Network {
  const hub = rows + columns;
  const edges = rowAt.length;
  const columnNodeAt = new Int32Array(edges);
  const hubArc = new Int32Array(hub + 1);
  for (let edge = 0; edge < edges; edge++) {
    const node = rows + columnAt[edge]!;
    columnNodeAt[edge] = node;
    hubArc[node + 1]!++;
    hubArc[rowAt[edge]! + 1]!++;
  }
  for (let node = 0; node < hub; node++) hubArc[node + 1]! += hubArc[node]! + 1;
  const endArc = Int32Array.from({ length: hub }, (_, node) => hubArc[node]! + 1);
  const edgeIn = new Int32Array(hubArc[hub]!);
  const headIn = new Int32Array(edgeIn.length);
  for (let node = 0; node < hub; node++) headIn[hubArc[node]!] = hub;
  for (let at = edges - 1; at >= 0; at--) {
    const edge = edgeOrder[at]!;
    const arc = endArc[rowAt[edge]!]!++;
    edgeIn[arc] = edge;
    headIn[arc] = columnNodeAt[edge]!;
  }
  return {
    rows,
    columns,
    hub,
    rowAt,
    columnNodeAt,
    isChosen: new Uint8Array(edges),
    isOpen: new Uint8Array(edges).fill(1),
    costAt: new Uint8Array(edges),
    load: new Int32Array(hub),
    lowest,
    highest,
    hubArc,
    endArc,
    edgeIn,
    headIn,
    columnArcAt: new Int32Array(edges),
    excess: new Int32Array(hub + 1),
    potential: new Int32Array(hub + 1),
    goal: "placed",
    work: 0,
  };
}
