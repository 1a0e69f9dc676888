import type { InfeasibleAssignment, OptimalAssignment } from "../problem.ts";

/** A proved fair answer, or a proof that no choice meets all minimum loads. */
export type FairResult = FairAssignment | InfeasibleAssignment;

export interface FairAssignment extends Omit<OptimalAssignment, "proof"> {
  readonly proof: LevelsProof;
}

/**
 * A chain of goals, each met as well as possible among the choices that are best for all goals before it: most placed
 * rows and columns; most pairs; then, for weights in ascending order, fewest pairs of that weight, which makes the
 * ascending list of chosen weights lexicographically largest.
 *
 * Every goal has prices that prove it and that say which choices are best for it. A node's price is what one more partner
 * there is worth; `slack = rowPrice + columnPrice - worth`, where the worth of an edge is 0 for `placed`, 1 for `pairs`,
 * and for a level -1 if the edge has the level's weight and otherwise 0. Among the choices still possible:
 * - an edge with slack > 0 is not chosen by any best choice, and is closed; one with slack < 0 is chosen by all;
 * - a node with price > 0 has its highest possible load in all, one with price < 0 its lowest;
 * - for `placed`, a node's first partner is worth 1 by itself: price 0 means a load of at least 1 if that is possible,
 *   -1 means the lowest load or 1, whichever is more, at most; below -1 it is the lowest.
 */
export interface LevelsProof {
  readonly kind: "levels";
  readonly placed: LevelPrices;
  readonly pairs: LevelPrices;
  /**
   * In ascending order of weight. A weight without a level costs nothing to avoid from there on, or its pairs are
   * already certain because of the goals before it.
   */
  readonly levels: readonly Level[];
}

export interface Level extends LevelPrices {
  readonly weight: number;
  /** Chosen pairs of that weight. */
  readonly count: number;
}

/** Whole prices; a node that is not listed has price 0. */
export interface LevelPrices {
  /** Indices, ascending. */
  readonly rows: Int32Array;
  /** One for each listed row. */
  readonly rowPrice: Int32Array;
  /** Indices, ascending. */
  readonly columns: Int32Array;
  /** One for each listed column. */
  readonly columnPrice: Int32Array;
}
