import type { CoverageProof, SparseProblem } from "../problem.ts";

/** An assignment problem with demands on sets of edges, which make it an integer programme. Weights are whole numbers. */
export interface QuotaProblem extends SparseProblem {
  /** Sets may overlap. The order is the caller's, and that of all results about quotas. */
  readonly quotas: readonly EdgeQuota[];
  /** Edges that must be chosen, ascending. @default none */
  readonly required?: Int32Array;
}

/** How many edges of a set may and must be chosen. */
export interface EdgeQuota {
  /** Edge indices, strictly ascending. */
  readonly edges: Int32Array;
  /** At least 0. @default 0 */
  readonly minimum?: number;
  /** At least 0 and at least `minimum`. @default no limit */
  readonly maximum?: number;
}

/** A proved answer, one with a proved gap, or a proof that there is none. */
export type QuotaAssignment = BoundedAssignment | UnmeetableQuotas;

export interface BoundedAssignment {
  /** `optimal` if the bounds of the proof are reached: no choice is better. `feasible` if the work ran out before. */
  readonly status: "optimal" | "feasible";
  /** Row of each chosen pair. Pairs are sorted by row, then column. */
  readonly rowOf: Int32Array;
  /** Column of each chosen pair. */
  readonly columnOf: Int32Array;
  /** Sum of the chosen weights. */
  readonly total: number;
  readonly placedRows: number;
  readonly placedColumns: number;
  /** Chosen edges of each quota. */
  readonly countOf: Int32Array;
  readonly proof: BoundProof;
  /** Elementary steps taken: a measure that is the same on every machine. */
  readonly work: number;
}

/**
 * Shows that no choice places more than `placed` nodes, and that none which places at least as many as the answer has a
 * larger total than `total`. An answer that reaches both is optimal; else what it misses is its gap.
 */
export interface BoundProof {
  readonly kind: "bound";
  /** Most nodes of both sides that any choice places; absent where `unmatched` is `free`. */
  readonly placed?: PlacedBound;
  /** No choice that places at least as many nodes as the answer has a larger total. */
  readonly total: number;
  /** Why it has not. */
  readonly tree: BoundTree;
}

export interface PlacedBound {
  readonly nodes: number;
  /** Deficient sets, when not even without quotas more nodes could be placed; else a tree of its own. */
  readonly because: CoverageProof | BoundTree;
}

/** No choice meets the quotas: the tree bounds the worth of an empty goal, which every choice reaches, below 0. */
export interface UnmeetableQuotas {
  readonly status: "infeasible";
  readonly tree: BoundTree;
  readonly work: number;
}

/**
 * A search whose every leaf is bounded. Prices and multipliers are whole numbers, and count `scale`-ths of the weights'
 * unit.
 */
export interface BoundTree {
  readonly scale: number;
  readonly root: BoundNode;
}

/**
 * Bounds all choices that contain the edges required and none of those excluded on the way from the root.
 *
 * With `slack(e) = rowPrice + columnPrice + (multipliers of the quotas that hold e) - scale * weight` and
 * `most(node) = max over loads k within its bounds of k * price + (k > 0 ? placement : 0)`, by weak duality none is worth
 * more than
 *
 *     sum of most(node) + sum over required e of -slack(e) + sum over other possible e of max(0, -slack(e))
 *     + sum over quotas of (multiplier > 0 ? multiplier * maximum : multiplier * minimum) - placement * (nodes to place)
 *
 * An edge at a node whose capacity is used up by required edges is not possible, nor one with which the bound, here or
 * nearer to the root, would not exceed the goal: so every node of the tree shortens the list for those below it.
 */
export interface BoundNode {
  /**
   * One per quota, and then one per `split` on the way from the root: positive prices the maximum, negative the minimum.
   */
  readonly multipliers: Float64Array;
  /** Worth of a node's first partner; 0 where placing nodes does not count. */
  readonly placement: number;
  /** Length `rows`. */
  readonly rowPrice: Float64Array;
  /** Length `columns`. */
  readonly columnPrice: Float64Array;
  /** Present where other prices, for the edges that these leave possible, are to be looked at instead. */
  readonly then?: BoundNode;
  /** Present where the bound alone does not do: the two cases of an edge. */
  readonly branch?: { readonly edge: number; readonly required: BoundNode; readonly excluded: BoundNode };
  /** Present where the two cases are how many edges of a set are chosen. */
  readonly split?: CountSplit;
}

/**
 * Two cases, one of which holds: at most `most` edges of the set are chosen, or at least one more. Each counts as a
 * further quota of the nodes in it.
 */
export interface CountSplit {
  /** Edge indices, strictly ascending. */
  readonly edges: Int32Array;
  readonly most: number;
  readonly within: BoundNode;
  readonly beyond: BoundNode;
}
