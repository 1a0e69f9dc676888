/**
 * One side of the bipartite graph as the kernels see it: its nodes, their edges to the other side in compressed form,
 * and the solver's state of each node. Rows and columns have the same shape, so every kernel runs in both directions.
 *
 * Node `n` owns the edges `start[n]` up to, not including, `start[n + 1]`; `to[edge]` is the node at the other end.
 */
export interface Side {
  readonly nodes: number;
  /** Length `nodes + 1`. */
  readonly start: Int32Array;
  /** Length: edges. */
  readonly to: Int32Array;
  /** Length: edges. Multiples of one power of two, so that sums and differences are exact. */
  readonly weight: Int32Array | Float64Array;
  /** Length `nodes`. */
  readonly price: Float64Array;
  /** Length `nodes`: the partner on the other side, -1 without one. */
  readonly mate: Int32Array;
}

/** A side without prices or partners yet. */
export function createSide(start: Int32Array, to: Int32Array, weight: Int32Array | Float64Array): Side {
  const nodes = start.length - 1;
  return { nodes, start, to, weight, price: new Float64Array(nodes), mate: new Int32Array(nodes).fill(-1) };
}

/** A side that is only looked at from the other one: all its nodes seem to have no edges. */
export function createEdgelessSide(nodes: number): Side {
  return createSide(new Int32Array(nodes + 1), new Int32Array(0), new Int32Array(0));
}

/** The other side of `side`, without prices or partners yet. */
export function transpose(side: Side, otherNodes: number): Side {
  const { start, to, weight } = transposeEdges(side, otherNodes);
  return createSide(start, to, weight);
}

/** The same edges grouped by their other end, ascending in `to` within a node. Time and memory: nodes + edges. */
export function transposeEdges(
  side: Pick<Side, "nodes" | "start" | "to" | "weight">,
  otherNodes: number,
): Pick<Side, "start" | "to" | "weight"> {
  const { nodes, start, to, weight } = side;
  const edges = start[nodes]!;
  const otherStart = new Int32Array(otherNodes + 1);
  for (let edge = 0; edge < edges; edge++) otherStart[to[edge]! + 1]! += 1;
  for (let node = 0; node < otherNodes; node++) otherStart[node + 1]! += otherStart[node]!;

  const next = otherStart.slice(0, otherNodes);
  const otherTo = new Int32Array(edges);
  const otherWeight = weight instanceof Int32Array ? new Int32Array(edges) : new Float64Array(edges);
  for (let node = 0; node < start.length - 1; node++) {
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      const place = next[to[edge]!]!++;
      otherTo[place] = node;
      otherWeight[place] = weight[edge]!;
    }
  }
  return { start: otherStart, to: otherTo, weight: otherWeight };
}
