import { SLICE, type Steps } from "../../base/steps.ts";
import type { OneToOneResult } from "../engine.ts";
import { runAuction } from "./auction.ts";
import { createMarket, sortKeys } from "./market.ts";
import { adoptProposal, hasFreeAboveFloor } from "./proposal.ts";
import { chooseScale, type Scale, toUnit } from "./scale.ts";
import { createSearchSpace, augmentFrom, type SearchSpace } from "./search.ts";
import { createEdgelessSide, createSide, transpose, transposeEdges, type Side } from "./side.ts";

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
export interface OneToOneAnswer extends OneToOneResult {
  /** Largest violation to expect: 0 for whole weights, else what rounding the weights to a binary grid can cost. */
  readonly tolerance: number;
}

/**
 * Maximum-weight one-to-one assignment on a sparse graph, solved and proved.
 *
 * The state is a pair of price vectors with slack >= 0 on every edge, and a matching of edges with slack 0. It is
 * optimal once every node without a partner has the price -placement; a node that has not is settled by one shortest
 * augmenting path, which disturbs no other. So any start is correct, and a good one leaves little to settle.
 *
 * For weights that are not whole the caller may give a worth of a placement, a power of two above what is needed; for a part
 * of a problem of whole weights, the scale of the whole problem.
 *
 * Yields the work done so far every few milliseconds. Cost: at most (rows + columns) x (edges + nodes x log nodes).
 */
export function* solveSparseOneToOne(
  input: OneToOneProblem,
  placement?: number,
  known?: Scale,
): Steps<OneToOneAnswer, number> {
  const { rows, columns, rowStart, columnAt } = input;
  const scale = known ?? chooseScale(input.weightAt, input.unmatched !== "free", Math.min(rows, columns), placement);
  const floor = -scale.placement;
  const rowSide = createSide(rowStart, columnAt, toUnit(input.weightAt, scale));
  const columnSide = columns > rows ? transpose(rowSide, columns) : createEdgelessSide(columns);
  // the larger side bids: then hardly an object ends up without a bidder but with a price
  const [near, far] = columns > rows ? [columnSide, rowSide] : [rowSide, columnSide];

  const space = createSearchSpace(Math.max(rows, columns));
  // the market is garbage once its outcome is adopted
  const market = createMarket(near, far.nodes, floor, scale);
  yield* sortKeys(market, 0);
  let work = (yield* runAuction(market, near.to.length)) + 2 * near.to.length;
  adoptProposal(near, far, market, floor, scale);
  work = yield* augmentAll(near, far, floor, space, work);
  if (hasFreeAboveFloor(far, floor)) work = yield* augmentAll(withEdges(far, near), near, floor, space, work);
  if (scale.exact) roundPrices(near, far);
  return {
    columnOfRow: rowSide.mate,
    rowPrice: rowSide.price,
    columnPrice: columnSide.price,
    placement: scale.placement,
    tolerance: scale.exact ? 0 : scale.unit,
    work,
  };
}

/** The far side with the edges from its end, which it has not always, since they are rarely needed. */
function withEdges(far: Side, near: Side): Side {
  return far.to.length === near.to.length ? far : { ...far, ...transposeEdges(near, far.nodes) };
}

/**
 * Makes prices whole: up on one side, down on the other. With whole weights that keeps slack 0 where it is 0 (the
 * fractions add up to 1), slack >= 0 everywhere (a whole number above -1), and whole floors.
 */
function roundPrices(near: Side, far: Side): void {
  for (let node = 0; node < near.nodes; node++) near.price[node] = Math.ceil(near.price[node]!);
  for (let node = 0; node < far.nodes; node++) far.price[node] = Math.floor(far.price[node]!);
}

/** Settles every near node that has no partner and a price above the floor, in index order. Returns the work so far. */
function* augmentAll(
  near: Side,
  far: Side,
  floor: number,
  space: SearchSpace,
  workBefore: number,
): Steps<number, number> {
  let work = workBefore;
  let nextYield = work + SLICE;
  for (let node = 0; node < near.nodes; node++) {
    if (near.mate[node]! >= 0 || near.price[node]! <= floor) continue;
    work += augmentFrom(near, far, node, floor, space);
    if (work >= nextYield) {
      yield work;
      nextYield = work + SLICE;
    }
  }
  return work;
}
