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
  /** Edges of each node in `edgeIn`, from `firstEdge[node]` up to, not including, `endEdge[node]`. */
  readonly firstEdge: Int32Array;
  readonly endEdge: Int32Array;
  readonly edgeIn: Int32Array;
  readonly excess: Int32Array;
  /** reduced cost of a residual arc = cost + potential[tail] - potential[head] >= 0. */
  readonly potential: Int32Array;
  /** What the present goal charges at the hub arcs; see `firstSeatCost` and `seatCost`. */
  goal: Goal;
  /** Head of the arc that `reducedCost` looked at last. */
  head: number;
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

/**
 * The reduced cost of the arc at `place` of a node's arcs, or `NO_ARC`; its other end is left in `network.head`. The arcs
 * of a row or column are its edges, then the hub arc at `endEdge[node]`; those of the hub are one for each node.
 */
export function reducedCost(network: Network, node: number, place: number): number {
  const { hub, rows, potential, load, lowest, highest } = network;
  if (node !== hub && place < network.endEdge[node]!) {
    const edge = network.edgeIn[place]!;
    const fromRow = node < rows;
    if (network.isOpen[edge] === 0 || (network.isChosen[edge] === 1) === fromRow) return NO_ARC;
    const head = fromRow ? network.columnNodeAt[edge]! : network.rowAt[edge]!;
    network.head = head;
    return (fromRow ? network.costAt[edge]! : -network.costAt[edge]!) + potential[node]! - potential[head]!;
  }
  const head = node === hub ? place : hub;
  const end = node === hub ? place : node;
  network.head = head;
  const present = load[end]!;
  if (end < rows === (node === hub)) {
    if (present >= highest[end]!) return NO_ARC;
    return seatCost(network, end, present) + potential[node]! - potential[head]!;
  }
  if (present <= lowest[end]!) return NO_ARC;
  return -seatCost(network, end, present - 1) + potential[node]! - potential[head]!;
}

/** Sends one unit along the arc at `place` of a node's arcs; the arc must have room. Returns its head. */
export function push(network: Network, node: number, place: number): number {
  const { hub, rows, load } = network;
  if (node !== hub && place < network.endEdge[node]!) {
    const edge = network.edgeIn[place]!;
    network.isChosen[edge] = node < rows ? 1 : 0;
    return node < rows ? network.columnNodeAt[edge]! : network.rowAt[edge]!;
  }
  const end = node === hub ? place : node;
  load[end]! += end < rows === (node === hub) ? 1 : -1;
  return node === hub ? place : hub;
}

/** The places of a node's arcs: from the first up to, not including, the second. */
export function firstPlace(network: Network, node: number): number {
  return node === network.hub ? 0 : network.firstEdge[node]!;
}
export function endPlace(network: Network, node: number): number {
  return node === network.hub ? network.hub : network.endEdge[node]! + 1;
}

/** Takes the edges that are no longer open out of the nodes' lists. O(edges listed). */
export function dropClosedEdges({ hub, firstEdge, endEdge, edgeIn, isOpen }: Network): void {
  for (let node = 0; node < hub; node++) {
    let end = firstEdge[node]!;
    for (let place = end; place < endEdge[node]!; place++) {
      if (isOpen[edgeIn[place]!] === 1) edgeIn[end++] = edgeIn[place]!;
    }
    endEdge[node] = end;
  }
}

/**
 * A network without pairs. `edgeOrder` lists all edges; each node keeps its edges in that order, so the search meets the
 * best ones first if the order is from best to worst.
 */
export function emptyNetwork(
  rows: number,
  columns: number,
  rowAt: Int32Array,
  columnAt: Int32Array,
  edgeOrder: Int32Array,
  lowest: Int32Array,
  highest: Int32Array,
): Network {
  const hub = rows + columns;
  const columnNodeAt = columnAt.map((column) => rows + column);
  const firstEdge = new Int32Array(hub + 1);
  for (const row of rowAt) firstEdge[row + 1]!++;
  for (const node of columnNodeAt) firstEdge[node + 1]!++;
  for (let node = 0; node < hub; node++) firstEdge[node + 1]! += firstEdge[node]!;
  const endEdge = firstEdge.slice(0, hub);
  const edgeIn = new Int32Array(2 * rowAt.length);
  for (const edge of edgeOrder) {
    edgeIn[endEdge[rowAt[edge]!]!++] = edge;
    edgeIn[endEdge[columnNodeAt[edge]!]!++] = edge;
  }
  return {
    rows,
    columns,
    hub,
    rowAt,
    columnNodeAt,
    isChosen: new Uint8Array(rowAt.length),
    isOpen: new Uint8Array(rowAt.length).fill(1),
    costAt: new Uint8Array(rowAt.length),
    load: new Int32Array(hub),
    lowest,
    highest,
    firstEdge,
    endEdge,
    edgeIn,
    excess: new Int32Array(hub + 1),
    potential: new Int32Array(hub + 1),
    goal: "placed",
    head: 0,
    work: 0,
  };
}
