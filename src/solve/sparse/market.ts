import { SLICE, type Steps } from "../../base/steps.ts";
import type { Scale } from "./scale.ts";
import type { Side } from "./side.ts";

/**
 * What an auction needs of the problem, in 32-bit integers: the nodes of one side bid for those of the other.
 *
 * Within a phase prices only rise, so an edge's value, key - rise, is at most its key; edges of a bidder are sorted by
 * key, largest first, and a scan ends where keys cannot matter any more. `refresh` makes the keys current again.
 */
export interface Market {
  readonly bidders: number;
  readonly objects: number;
  /** Edges of each bidder, as in `Side`; shared with it. */
  readonly start: Int32Array;
  readonly to: Int32Array;
  /** Value of each edge at the prices of the last refresh: (weight - smallest) / step - price. */
  readonly key: Int32Array;
  /** Length `objects`: price at the last refresh, in steps. A new object's is 0. */
  readonly price: Int32Array;
  /** Length `objects`: by how much the price has changed since. */
  readonly rise: Int32Array;
  /** Length `objects`: the bidder who holds each object, -1 without one. */
  readonly owner: Int32Array;
  /** Length `bidders`: the object held, `WAITING` or `OUT`. */
  readonly held: Int32Array;
  /** Value at which a bidder would rather have nothing. */
  readonly outside: number;
  /** Worth of 1 in `key` and `price`: a power of two. */
  readonly step: number;
  /** Mean difference of neighbouring keys of one bidder, at least 1. */
  readonly gap: number;
}

export const WAITING = -1;
export const OUT = -2;

/** Keys stay below this, and `outside` above -16 times this, so no sum leaves 32 bits. */
const LARGEST_KEY = 2 ** 26;
/** A bidder gives up where the price has eaten up this many times the spread of the weights. */
const SPREADS_TO_OUTSIDE = 8;
/** Whole weights are multiplied by at most this, so that small steps between them leave room for smaller bids. */
const FINEST_STEP = 1 / 8;
const GAP_IN_STEPS = 128;

/** Builds the market in which `side`'s nodes bid. Prices start at 0, nobody holds anything, and keys are not sorted yet. */
export function createMarket(side: Side, objects: number, floor: number, scale: Scale): Market {
  const { nodes, start, to, weight } = side;
  const spread = scale.largest - scale.smallest;
  const distance = meanGap(side);
  const step = chooseStep(distance, spread, scale);
  const key = new Int32Array(weight.length);
  const { smallest } = scale;
  for (let edge = 0; edge < key.length; edge++) key[edge] = Math.round((weight[edge]! - smallest) / step);
  const lowest = -SPREADS_TO_OUTSIDE * (spread / step + 1);
  const market: Market = {
    bidders: nodes,
    objects,
    start,
    to: to.slice(),
    key,
    price: new Int32Array(objects),
    rise: new Int32Array(objects),
    owner: new Int32Array(objects).fill(-1),
    held: new Int32Array(nodes).fill(WAITING),
    outside: Math.ceil(Math.max(lowest, (floor - scale.smallest) / step)),
    step,
    gap: Math.max(1, Math.round(distance / step)),
  };
  return market;
}

/** A power of two well below the mean gap, as fine as 32-bit keys and exact sums allow. */
function chooseStep(distance: number, spread: number, scale: Scale): number {
  const finest = scale.unit * (scale.roomForFractions ? FINEST_STEP : 1);
  const wanted = Math.max(finest, spread / LARGEST_KEY, distance / GAP_IN_STEPS);
  let step = finest;
  while (step < wanted && (step * 2 <= wanted || spread / step > LARGEST_KEY)) step *= 2;
  return step;
}

/** Mean distance of neighbouring weights of one bidder; 0 if no bidder has two. */
function meanGap(side: Side): number {
  const { start, weight } = side;
  let spreads = 0;
  let gaps = 0;
  for (let node = 0; node < start.length - 1; node++) {
    const end = start[node + 1]!;
    if (end - start[node]! < 2) continue;
    let low = Infinity;
    let high = -Infinity;
    for (let edge = start[node]!; edge < end; edge++) {
      const value = weight[edge]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    spreads += high - low;
    gaps += end - start[node]! - 1;
  }
  return gaps === 0 ? 0 : spreads / gaps;
}

/** Starts a new phase: drops the price of objects that nobody holds to 0 and makes keys current; they are to be sorted again. */
export function refresh(market: Market): void {
  const { objects, to, key, price, rise, owner } = market;
  for (let object = 0; object < objects; object++) {
    if (owner[object]! < 0) rise[object] = -price[object]!;
    price[object]! += rise[object]!;
  }
  for (let edge = 0; edge < key.length; edge++) key[edge]! -= rise[to[edge]!]!;
  rise.fill(0);
}

/** Edges sorted between two pauses: a few milliseconds. */
const SORTED_AT_A_TIME = SLICE / 4;

/** Sorts each bidder's edges by key, largest first; nearly sorted edges take linear time. Yields `work`. */
export function* sortKeys({ bidders, start, to, key }: Market, work: number): Steps<void, number> {
  let pause = SORTED_AT_A_TIME;
  for (let bidder = 0; bidder < bidders; bidder++) {
    const first = start[bidder]!;
    const end = start[bidder + 1]!;
    if (end - first > 64) for (const gap of SHELL_GAPS) insertionSort(to, key, first, end, gap);
    insertionSort(to, key, first, end, 1);
    if (end < pause) continue;
    yield work;
    pause = end + SORTED_AT_A_TIME;
  }
}

/** Gaps of Ciura's sequence (2001), continued by the factor 2.25, largest first: keeps long rows from quadratic time. */
const SHELL_GAPS = [90927, 40412, 17961, 7983, 3548, 1577, 701, 301, 132, 57, 23, 10, 4];

function insertionSort(to: Int32Array, key: Int32Array, first: number, end: number, gap: number): void {
  for (let edge = first + gap; edge < end; edge++) {
    const value = key[edge]!;
    if (key[edge - gap]! >= value) continue;
    const object = to[edge]!;
    let at = edge;
    for (; at - gap >= first && key[at - gap]! < value; at -= gap) {
      key[at] = key[at - gap]!;
      to[at] = to[at - gap]!;
    }
    key[at] = value;
    to[at] = object;
  }
}
