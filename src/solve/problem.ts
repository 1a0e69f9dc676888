/**
 * A weighted bipartite graph, and what may be chosen from it: each edge at most once, each row and each column at most
 * as often as its capacity and at least as often as its minimum load. Larger weights are better.
 *
 * An edge that may not be chosen is absent, in either layout; no weight, however negative, forbids an edge.
 */
export type AssignmentProblem = SparseProblem | DenseProblem;

interface ProblemBounds {
  readonly rows: number;
  readonly columns: number;
  /**
   * What staying without a partner means. `free`: nothing; the best total wins, and an edge of negative weight is only
   * chosen for a minimum load. `last`: most placed rows and columns first (each counts once, however many partners it
   * has), then the best total. `never`: as `last`, but a row without a partner makes the problem infeasible.
   */
  readonly unmatched: "free" | "last" | "never";
  /** Most partners of a row, length `rows`. @default 1 each */
  readonly rowCapacity?: Int32Array;
  /** Most partners of a column, length `columns`. @default 1 each */
  readonly columnCapacity?: Int32Array;
  /** Fewest partners of a row, length `rows`; at most its capacity. @default 0 each */
  readonly rowMinimum?: Int32Array;
  /** Fewest partners of a column, length `columns`; at most its capacity. @default 0 each */
  readonly columnMinimum?: Int32Array;
}

/** Edges grouped by row, in compressed form. */
export interface SparseProblem extends ProblemBounds {
  readonly layout: "sparse";
  /** Row `r` owns the edges from `rowStart[r]` up to, not including, `rowStart[r + 1]`. Length `rows + 1`. */
  readonly rowStart: Int32Array;
  /** Column of each edge, strictly ascending within a row. */
  readonly columnAt: Int32Array;
  /** Weight of each edge: finite. Whole numbers are solved exactly. */
  readonly weightAt: Int32Array | Float64Array;
}

/** All weights in one row-major matrix. */
export interface DenseProblem extends ProblemBounds {
  readonly layout: "dense";
  /** Weight of row `r` and column `c` at `r * columns + c`; `-Infinity` where there is no edge. NaN is refused. */
  readonly weights: Float64Array;
}

/** A proved answer, or a proof that there is none. */
export type Assignment = OptimalAssignment | InfeasibleAssignment;

export interface OptimalAssignment {
  readonly status: "optimal";
  /** Row of each chosen pair. Pairs are sorted by row, then column. */
  readonly rowOf: Int32Array;
  /** Column of each chosen pair. */
  readonly columnOf: Int32Array;
  /** Sum of the chosen weights. */
  readonly total: number;
  /** Rows with at least one partner. */
  readonly placedRows: number;
  /** Columns with at least one partner. */
  readonly placedColumns: number;
  readonly proof: PricesProof;
  /** Elementary steps taken: a measure that is the same on every machine. */
  readonly work: number;
}

/**
 * Dual prices that prove an assignment optimal, checked locally, edge by edge and node by node.
 *
 * With `slack = rowPrice + columnPrice - weight`: every edge that is not chosen has slack >= 0, every chosen one has
 * slack <= 0 (= 0 unless both its ends have a capacity above one; what is missing to 0 is the price of "each pair at
 * most once"). With `worth(k)` = `placement` for a node's first partner and 0 for the others, every node of load k has
 *
 *     price <= -worth(k + 1)   if its load is below its capacity
 *     price >= -worth(k)       if its load is above its minimum
 *
 * so no node gains from one partner more or less. A node without a partner has price -placement, unless its
 * capacity is 0. `verifyOptimality` checks each relation.
 */
export interface PricesProof {
  readonly kind: "prices";
  /** Length `rows`. */
  readonly rowPrice: Float64Array;
  /** Length `columns`. */
  readonly columnPrice: Float64Array;
  /**
   * Worth of a node's first partner, the same for all nodes. 0 for `free`. The prices prove the best of
   * `total + placement * (placedRows + placedColumns)`; since `coverage` proves that no more nodes can be placed, they
   * prove the best total among those that place as many, however large or small `placement` is.
   */
  readonly placement: number;
  /**
   * Share of a price, and of the placement beside it, that rounding may cost: 0 for whole numbers. An edge is allowed the
   * sum of what its two nodes are, so a node counts as often as it can have partners.
   */
  readonly tolerance: number;
  /**
   * What each price lacks to be exact, where one double does not resolve the weights beside it: prices and rests are to be
   * added up. Only for weights that are not whole, and absent where prices say enough.
   */
  readonly rest?: { readonly row: Float64Array; readonly column: Float64Array };
  /** Why no more rows and no more columns can be placed. Present unless `unmatched` is `free`. */
  readonly coverage?: CoverageProof;
}

/**
 * A deficient set per side (König, Hall). The nodes of a set S have room for at most
 * `room(S) = sum over the other side's nodes of min(capacity, edges into S)` pairs. Those of S with a minimum need that
 * much of it, and each other one at least one pair to be placed. So at most
 * `(nodes outside S with capacity) + (nodes of S with a minimum) + room(S) - (sum of minima in S)`
 * nodes of the side can be placed. The proof is that exactly as many are.
 */
export interface CoverageProof {
  /** Row indices, ascending. */
  readonly rows: Int32Array;
  /** Column indices, ascending. */
  readonly columns: Int32Array;
}

/** Why no choice meets all minimum loads: a set of nodes that need more partners than there are for them. */
export interface InfeasibleAssignment {
  readonly status: "infeasible";
  readonly witness: LoadWitness;
  readonly work: number;
}

/**
 * A Hall-type witness: the listed nodes of `side` must have `needed` partners together, but the other side and the
 * capacities leave room for only `available`, and that is less. With `never`, a row's minimum is at least 1.
 *
 * If the minima of the rows can be met, and those of the columns, then both can be met together; so one side suffices.
 */
export interface LoadWitness {
  readonly side: "row" | "column";
  /** Indices of the nodes whose minimum loads cannot be met together, ascending. */
  readonly nodes: Int32Array;
  /** Sum of the nodes' minimum loads. */
  readonly needed: number;
  /** The smaller of: the sum of the nodes' capacities; `room(nodes)` as in `CoverageProof`. */
  readonly available: number;
}

/** Where a solve may start from: pairs and prices of a similar problem, in the indices of the new one. */
export interface WarmStart {
  /** Row of each pair to begin with; pairs that the new problem does not allow are left out. */
  readonly rowOf: Int32Array;
  /** Column of each pair to begin with. */
  readonly columnOf: Int32Array;
  /** Length `rows`; NaN where nothing is known. */
  readonly rowPrice: Float64Array;
  /** Length `columns`; NaN where nothing is known. */
  readonly columnPrice: Float64Array;
  /** `placement` of the proof that the prices come from. */
  readonly placement: number;
}
