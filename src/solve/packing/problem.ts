/**
 * Weighted set packing: columns are sets of rows, and those chosen share no row. The best choice counts most first, if
 * columns count, and is then worth most.
 */
export interface PackingProblem {
  readonly rows: number;
  /** Column `c` holds the rows from `columnStart[c]` up to, not including, `columnStart[c + 1]`. Length: columns + 1. */
  readonly columnStart: Int32Array;
  /** Rows of each column, ascending within a column; at least one. */
  readonly rowAt: Int32Array;
  /** Whole numbers of at least 0; what one choice can be worth has to stay below 2 ** 53 / (64 × (rows + 1)). */
  readonly weightAt: Float64Array;
  /**
   * What each column counts: whole numbers of at least 0. The most counted comes before the weight.
   * @default only the weight counts
   */
  readonly countAt?: Int32Array;
  /** No choice may count more. Worth stating also where it follows from the sizes of the columns: it sharpens the bounds. @default no limit */
  readonly mostCounted?: number;
}

/** A choice of disjoint columns, and what is proved about it. */
export interface Packing {
  /** `feasible`: the search ended before the choice was proved to be the best, nearly always because the work ran out. */
  readonly status: "optimal" | "feasible";
  /** The chosen columns, ascending. */
  readonly chosen: Int32Array;
  /** Sum of their weights. */
  readonly total: number;
  /** Sum of what they count; 0 without counts. */
  readonly counted: number;
  readonly proof: PackingProof;
  /** Elementary steps: entries of columns and of the basis looked at. */
  readonly work: number;
}

export interface PackingProof {
  readonly kind: "packing";
  /** No choice counts more than its `atMost`. Absent without counts. */
  readonly counted?: PackingBound;
  /** No choice that counts at least as much as this one is worth more than its `atMost`. */
  readonly total: PackingBound;
}

/**
 * A bound on what a choice can be worth, by cases. Prices are whole multiples of 1 / `scale`. For prices `p` of rows, `s` of
 * cuts and `q` of a unit counted, where for every column of the case
 *
 *   sum of `p` over its rows + sum of `s` over the cuts that it meets + `q` × what it counts >= `scale` × its worth,
 *
 * no choice of the case is worth more than (sum of all `p` and `s` + `q` × the most counted, or the least if `q` < 0) / `scale`.
 * A row that a case does not ask for has a price of at least 0, and so has a cut.
 *
 * A cut is a set of three rows, which a column meets if it holds two or three of them: of disjoint columns at most one does
 * (subset-row inequality; Jepsen, Petersen, Spoorendonk and Pisinger, 2008).
 *
 * The relation need not hold for a column that the prices of `root` rule out: any choice with it is worth at most `atMost`,
 * because its slack there is as large as what the root's bound is above that.
 */
export interface PackingBound {
  readonly atMost: number;
  readonly scale: number;
  readonly cuts: readonly Cut[];
  /** Prices that hold for all columns. */
  readonly root: PackingPrices;
  readonly tree: PackingCase;
}

/** Three rows, ascending. */
export type Cut = readonly [number, number, number];

export interface PackingPrices {
  /** One per row, in units of 1 / scale. */
  readonly rowPrice: Float64Array;
  /** Of a unit counted. */
  readonly countPrice: number;
  /** One per cut. */
  readonly cutPrice: Float64Array;
}

/**
 * All choices of a case, divided in two: a column holds both rows, or none holds both; a column is chosen, or it is not. Or prices
 * that bound them. Where a column holds both rows, and where a column is chosen, the case asks for these rows.
 */
export type PackingCase =
  | { readonly kind: "prices"; readonly prices: PackingPrices }
  | {
      readonly kind: "branch";
      readonly rows: readonly [first: number, second: number];
      readonly together: PackingCase;
      readonly apart: PackingCase;
    }
  | { readonly kind: "column"; readonly column: number; readonly chosen: PackingCase; readonly others: PackingCase };
