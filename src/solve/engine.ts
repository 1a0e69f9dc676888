/**
 * What every engine hands back, to be made an assignment and checked: an optimal choice and prices that satisfy
 * the relations of `PricesProof`, except that minimum loads may be missed; then the problem is infeasible.
 */
export interface EngineResult {
  /** Row of each chosen pair, in any order. */
  readonly rowOf: Int32Array;
  /** Column of each chosen pair. */
  readonly columnOf: Int32Array;
  /** Length `rows`. */
  readonly rowPrice: Float64Array;
  /** Length `columns`. */
  readonly columnPrice: Float64Array;
  /** Worth of a node's first partner that the prices are for. */
  readonly placement: number;
  /** Edges and queue entries looked at: the same on every machine. */
  readonly work: number;
}

/** What an engine for one-to-one problems hands back. */
export interface OneToOneResult {
  /** Column of each row, -1 without one. Length `rows`. */
  readonly columnOfRow: Int32Array;
  /** Length `rows`. Whole numbers if the weights are. */
  readonly rowPrice: Float64Array;
  /** Length `columns`. Whole numbers if the weights are. */
  readonly columnPrice: Float64Array;
  /** Worth of a node's first partner beside its weight; 0 for `free`. */
  readonly placement: number;
  /** Edges, matrix entries and list entries looked at: the same on every machine. */
  readonly work: number;
}

/** The pairs of a one-to-one result as lists. */
export function listPairs(result: OneToOneResult): EngineResult {
  const { columnOfRow, rowPrice, columnPrice, placement, work } = result;
  const rowOf = new Int32Array(columnOfRow.length);
  const columnOf = new Int32Array(columnOfRow.length);
  let pairs = 0;
  for (let row = 0; row < columnOfRow.length; row += 1) {
    const column = columnOfRow[row]!;
    if (column < 0) continue;
    rowOf[pairs] = row;
    columnOf[pairs] = column;
    pairs += 1;
  }
  return { rowOf: rowOf.slice(0, pairs), columnOf: columnOf.slice(0, pairs), rowPrice, columnPrice, placement, work };
}
