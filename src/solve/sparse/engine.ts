import { chooseScale, toUnit } from "./scale.ts";
import { createSearchSpace, settle, type SearchSpace } from "./search.ts";
import { createSide, transposeEdges, type Side } from "./side.ts";

/** A sparse problem whose rows and columns take at most one partner each. Fields as in `SparseProblem`. */
export interface OneToOneProblem {
  readonly rows: number;
  readonly columns: number;
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
  readonly weightAt: Int32Array | Float64Array;
  /** `never` is solved as `last`: whether a row is left over is the caller's to see. */
  readonly unmatched: "free" | "last" | "never";
}

/**
 * An optimal choice and its proof: with slack = rowPrice + columnPrice - weight, every edge has slack >= 0, every chosen
 * edge slack 0, every price is at least -placement, and a node without a partner has exactly that price. All of it
 * holds with === for whole weights, and within `tolerance` of the given weights otherwise.
 */
export interface OneToOneAnswer {
  /** Length `rows`: the partner of each row, -1 without one. */
  readonly columnOfRow: Int32Array;
  /** Length `rows`. Whole numbers if the weights are. */
  readonly rowPrice: Float64Array;
  /** Length `columns`. Whole numbers if the weights are. */
  readonly columnPrice: Float64Array;
  /** Worth of a node's first partner beside its weight; 0 for `free`. */
  readonly placement: number;
  /** Largest violation to expect: 0 for whole weights, else what rounding the weights to a binary grid can cost. */
  readonly tolerance: number;
  /** Edges looked at. */
  readonly work: number;
}

/** Edges looked at between two yields, roughly. */
const SLICE = 1 << 20;

/**
 * Maximum-weight one-to-one assignment on a sparse graph, solved and proved.
 *
 * The state is a pair of price vectors with slack >= 0 on every edge, and a matching of edges with slack 0. It is
 * optimal once every node without a partner has the price -placement; a node that has not is settled by one shortest
 * augmenting path, which disturbs no other. So any start is correct, and a good one leaves little to settle.
 *
 * Yields the work done so far every few milliseconds. Cost: at most (rows + columns) x (edges + nodes x log nodes).
 */
export function* solveSparseOneToOne(input: OneToOneProblem): Generator<number, OneToOneAnswer, void> {
  const { rows, columns, rowStart, columnAt } = input;
  const scale = chooseScale(input.weightAt, input.unmatched !== "free", Math.min(rows, columns));
  const rowSide = createSide(rowStart, columnAt, toUnit(input.weightAt, scale));
  const columnPrice = new Float64Array(columns);
  const columnMate = new Int32Array(columns).fill(-1);
  const floor = -scale.placement;

  columnPrice.fill(floor);
  const columnSide = { ...EDGELESS, nodes: columns, price: columnPrice, mate: columnMate };
  raisePrices(rowSide, columnSide, floor);
  const space = createSearchSpace(Math.max(rows, columns));
  let work = rowStart[rows]!;
  work = yield* settleAll(rowSide, columnSide, floor, space, work);
  if (hasUnsettled(columnSide, floor)) {
    const searchable = { ...columnSide, ...transposeEdges(rowSide, columns) };
    work = yield* settleAll(searchable, rowSide, floor, space, work);
  }
  return {
    columnOfRow: rowSide.mate,
    rowPrice: rowSide.price,
    columnPrice,
    placement: scale.placement,
    tolerance: scale.exact ? 0 : scale.unit,
    work,
  };
}

const EDGELESS = { start: new Int32Array(1), to: new Int32Array(0), weight: new Int32Array(0) };

/** Sets each near price to the least that leaves no negative slack and is not below the floor. */
function raisePrices(near: Side, far: Side, floor: number): void {
  for (let node = 0; node < near.nodes; node++) {
    let price = floor;
    for (let edge = near.start[node]!; edge < near.start[node + 1]!; edge++) {
      const value = near.weight[edge]! - far.price[near.to[edge]!]!;
      if (value > price) price = value;
    }
    near.price[node] = price;
  }
}

function hasUnsettled(side: Side, floor: number): boolean {
  for (let node = 0; node < side.nodes; node++) if (side.mate[node]! < 0 && side.price[node]! > floor) return true;
  return false;
}

/** Settles every near node that has no partner and a price above the floor, in index order. Returns the work so far. */
function* settleAll(
  near: Side,
  far: Side,
  floor: number,
  space: SearchSpace,
  workBefore: number,
): Generator<number, number, void> {
  let work = workBefore;
  let nextYield = work + SLICE;
  for (let node = 0; node < near.nodes; node++) {
    if (near.mate[node]! >= 0 || near.price[node]! <= floor) continue;
    work += settle(near, far, node, floor, space);
    if (work >= nextYield) {
      yield work;
      nextYield = work + SLICE;
    }
  }
  return work;
}
