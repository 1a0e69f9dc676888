import { transpose as transposeGraph } from "../graph.ts";

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
  { nodes, start, to, weight }: Pick<Side, "nodes" | "start" | "to" | "weight">,
  otherNodes: number,
): Pick<Side, "start" | "to" | "weight"> {
  const there = transposeGraph({ rows: nodes, columns: otherNodes, rowStart: start, columnAt: to, weightAt: weight });
  return { start: there.rowStart, to: there.columnAt, weight: there.weightAt };
}
