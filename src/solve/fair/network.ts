import type { Engine } from "../engine.ts";
import { STRETCH } from "../stretch.ts";
import { inStretches } from "../stretches.ts";

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
   * The arcs of a row or column are at the places from `hubPlace[node]`, which is its hub arc, up to, not including,
   * `endPlace[node]`. Behind the hub arc come edges: those of a row all, those of a column only while they are chosen,
   * because no other leads out of it. The hub has one arc for each node, at the places from 0.
   */
  readonly hubPlace: Int32Array;
  readonly endPlace: Int32Array;
  /** Edge at each place that is no hub arc. */
  readonly edgeIn: Int32Array;
  /** The other end of the arc at each place. */
  readonly headIn: Int32Array;
  /** Place of a chosen open edge among the arcs of its column. */
  readonly columnPlaceAt: Int32Array;
  readonly excess: Int32Array;
  /** reduced cost of a residual arc = cost + potential[tail] - potential[head] >= 0. */
  readonly potential: Int32Array;
  /** What the present goal charges at the hub arcs; see `firstSeatCost` and `seatCost`. */
  goal: Goal;
  /** Arcs looked at so far. */
  work: number;
}

/** `placed`: a node's first partner is worth 1. `pairs`: every pair is worth 1. `level`: an edge of cost 1 costs 1. */
export type Goal = "placed" | "pairs" | "level";

/** Stands for an arc without room. */
export const NO_ARC = -1;

/** What one more partner costs a node that has `load` of them: 0 or -1, and never less than for a smaller load. */
function seatCost(network: Network, node: number, load: number): number {
  if (network.goal === "placed") return load === 0 ? -1 : 0;
  return network.goal === "pairs" && node < network.rows ? -1 : 0;
}

/** The reduced cost of the arc at `place` of a node's arcs, or `NO_ARC` if it has no room. */
export function reducedCost(network: Network, node: number, place: number): number {
  const { hub, rows, potential, load, lowest, highest } = network;
  const head = headOf(network, node, place);
  const rise = potential[node]! - potential[head]!;
  if (node !== hub && head !== hub) {
    const edge = network.edgeIn[place]!;
    const fromRow = node < rows;
    if (network.isOpen[edge] === 0 || (network.isChosen[edge] === 1) === fromRow) return NO_ARC;
    return (fromRow ? network.costAt[edge]! : -network.costAt[edge]!) + rise;
  }
  const end = node === hub ? head : node;
  const present = load[end]!;
  if (end < rows === (node === hub)) return present < highest[end]! ? seatCost(network, end, present) + rise : NO_ARC;
  return present > lowest[end]! ? rise - seatCost(network, end, present - 1) : NO_ARC;
}

/** The other end of the arc at `place` of a node's arcs. */
export function headOf(network: Network, node: number, place: number): number {
  return node === network.hub ? place : network.headIn[place]!;
}

/** Sends one unit along the arc at `place` of a node's arcs; the arc must have room. */
export function push(network: Network, node: number, place: number): void {
  const { hub, rows, load } = network;
  if (node !== hub && place > network.hubPlace[node]!) {
    if (node < rows) choose(network, network.edgeIn[place]!);
    else release(network, network.edgeIn[place]!);
  } else {
    load[node === hub ? place : node]! += (node === hub ? place < rows : node >= rows) ? 1 : -1;
  }
}

/** Chooses an open edge. The loads and the excess are the caller's. */
export function choose(network: Network, edge: number): void {
  network.isChosen[edge] = 1;
  putIntoColumn(network, edge, network.endPlace[network.columnNodeAt[edge]!]!++);
}

/** Undoes `choose`. */
export function release(network: Network, edge: number): void {
  network.isChosen[edge] = 0;
  const lastPlace = --network.endPlace[network.columnNodeAt[edge]!]!;
  putIntoColumn(network, network.edgeIn[lastPlace]!, network.columnPlaceAt[edge]!);
}

function putIntoColumn({ rowAt, edgeIn, headIn, columnPlaceAt }: Network, edge: number, place: number): void {
  edgeIn[place] = edge;
  headIn[place] = rowAt[edge]!;
  columnPlaceAt[edge] = place;
}

/** The first place of a node's arcs, and the place behind the last. */
export function firstPlaceOf(network: Network, node: number): number {
  return node === network.hub ? 0 : network.hubPlace[node]!;
}
export function endPlaceOf(network: Network, node: number): number {
  return node === network.hub ? network.hub : network.endPlace[node]!;
}

/** Takes the edges that are no longer open out of the nodes' arcs; says how many are left. O(edges listed). */
export function* dropClosedEdges(network: Network): Engine<number> {
  let openEdges = 0;
  let listed = 0;
  for (let node = 0; node < network.hub; node++) {
    listed += network.endPlace[node]! - network.hubPlace[node]!;
    openEdges += dropClosedOf(network, node);
    if (listed < STRETCH) continue;
    yield network.work;
    listed = 0;
  }
  return openEdges;
}

/** The same for one node; columns count none, as their edges are rows' too. */
function dropClosedOf(network: Network, node: number): number {
  const { rows, hubPlace, endPlace, edgeIn, headIn, isOpen, columnPlaceAt } = network;
  const first = hubPlace[node]! + 1;
  const last = endPlace[node]!;
  let end = first;
  for (let place = first; place < last; place++) {
    const edge = edgeIn[place]!;
    if (isOpen[edge] === 0) continue;
    if (node >= rows) columnPlaceAt[edge] = end;
    headIn[end] = headIn[place]!;
    edgeIn[end++] = edge;
  }
  endPlace[node] = end;
  return node < rows ? end - first : 0;
}

/**
 * A network without pairs. `edgeOrder` lists all edges; each row keeps its edges in the reverse of that order, so the
 * search meets the best ones first if the order is from worst to best.
 */
export function* emptyNetwork(
  rows: number,
  columns: number,
  rowAt: Int32Array,
  columnAt: Int32Array,
  edgeOrder: Int32Array,
  lowest: Int32Array,
  highest: Int32Array,
): Engine<Network> {
  const hub = rows + columns;
  const edges = rowAt.length;
  const columnNodeAt = new Int32Array(edges);
  const hubPlace = new Int32Array(hub + 1);
  yield* inStretches(edges, 0, (from, until) => {
    for (let edge = from; edge < until; edge++) {
      const node = rows + columnAt[edge]!;
      columnNodeAt[edge] = node;
      hubPlace[node + 1]!++;
      hubPlace[rowAt[edge]! + 1]!++;
    }
  });
  for (let node = 0; node < hub; node++) hubPlace[node + 1]! += hubPlace[node]! + 1;
  const endPlace = Int32Array.from({ length: hub }, (_, node) => hubPlace[node]! + 1);
  const edgeIn = new Int32Array(hubPlace[hub]!);
  const headIn = new Int32Array(edgeIn.length);
  for (let node = 0; node < hub; node++) headIn[hubPlace[node]!] = hub;
  yield 0;
  // the edges lie anywhere in memory
  const list = (from: number, until: number): void => {
    for (let at = from; at < until; at++) {
      const edge = edgeOrder[edges - 1 - at]!;
      const place = endPlace[rowAt[edge]!]!++;
      edgeIn[place] = edge;
      headIn[place] = columnNodeAt[edge]!;
    }
  };
  yield* inStretches(edges, 0, list, STRETCH / 4);
  yield 0;
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
    hubPlace,
    endPlace,
    edgeIn,
    headIn,
    columnPlaceAt: new Int32Array(edges),
    excess: new Int32Array(hub + 1),
    potential: new Int32Array(hub + 1),
    goal: "placed",
    work: 0,
  };
}
