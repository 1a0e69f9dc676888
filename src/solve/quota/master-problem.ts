/** A choice of edges as the master sees it. */
export interface MasterChoice {
  /** What it is worth in the goal. */
  readonly value: number;
  /** Chosen edges of each set; placed nodes. */
  readonly countOf: Int32Array;
}

/** One side of a row: at least `limit` (sign -1) or at most (sign 1). */
export interface Side {
  readonly row: number;
  readonly quota: number;
  readonly sign: -1 | 1;
  readonly limit: number;
}

/** What a simplex method says of a master. */
export interface MasterVertex {
  readonly shareOf: Float64Array;
  /** Price of each side, at least 0, in units of the penalty. */
  readonly priceOf: Float64Array;
  readonly work: number;
}
