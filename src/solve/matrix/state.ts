import type { MatrixExtremes } from "./extremes.ts";
import type { VectorMemory } from "./memory.ts";

/** The one-to-one problem on a dense matrix: every capacity is 1, and there are no minimum loads but those of `never`. */
export interface DenseOneToOneProblem {
  readonly rows: number;
  readonly columns: number;
  /** As in the assignment problem; `never` is solved as `last`: the caller sees the rows that stay without a partner. */
  readonly unmatched: "free" | "last" | "never";
  /** Row-major, length `rows * columns`, larger is better; `-Infinity` where there is no edge. Never written to. */
  readonly weights: Float64Array;
  /** What is known of the weights. */
  readonly extremes: MatrixExtremes;
  /** A worth of a placement that the prices are to contain if it is large enough; else the engine chooses. @default 0 */
  readonly placement?: number;
}

/**
 * Everything the phases of the engine share.
 *
 * Prices here leave the worth of a placement out. A node is *open* or *closed*: closed rows have edges to closed columns
 * only and outnumber them, so some of them must stay alone, whereas every open row finds a partner. With `placement`
 * as B, the price of an open row means `B + rowPrice`, of an open column `-B + columnPrice`, and of a closed node the
 * other way round. So no large number takes part in any comparison. With `free` there is one kind, and B is 0.
 *
 * Invariant between searches, over rows that were seated or given up: slack = rowPrice + columnPrice - weight >= 0 on
 * every edge between nodes of one kind, 0 on matched ones; open columns have price >= 0, and 0 if unmatched; rows that
 * may stay alone (closed ones, or all with `free`) have price >= 0, and 0 if they do.
 */
export interface DenseState {
  readonly rows: number;
  readonly columns: number;
  readonly weights: Float64Array;
  /** As in the problem. */
  readonly extremes: MatrixExtremes;
  /** Where the vector kernels work; undefined: plain loops do the same. Holds `columnPrice`. */
  readonly memory: VectorMemory | undefined;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  /** -1: unmatched. Length `rows`. */
  readonly columnOfRow: Int32Array;
  /** -1: unmatched. Length `columns`. */
  readonly rowOfColumn: Int32Array;
  /** 1: closed. Length `rows`. */
  readonly rowClosed: Uint8Array;
  /** 1: closed. Length `columns`. */
  readonly columnClosed: Uint8Array;
  closedColumns: number;
  work: number;
}

export function createState(problem: DenseOneToOneProblem, memory: VectorMemory | undefined): DenseState {
  const { rows, columns, weights, extremes } = problem;
  return {
    rows,
    columns,
    weights,
    extremes,
    memory,
    rowPrice: new Float64Array(rows),
    columnPrice: memory?.columnPrice.fill(0) ?? new Float64Array(columns),
    columnOfRow: new Int32Array(rows).fill(-1),
    rowOfColumn: new Int32Array(columns).fill(-1),
    rowClosed: new Uint8Array(rows),
    columnClosed: new Uint8Array(columns),
    closedColumns: 0,
    work: 0,
  };
}
