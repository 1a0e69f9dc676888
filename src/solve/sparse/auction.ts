import { SLICE, type Steps } from "../../base/steps.ts";
import { OUT, refresh, sortKeys, WAITING, type Market } from "./market.ts";

/** Bids between two yields. */
const BIDS_PER_SLICE = SLICE / 16;
/** From this many bidders on, and while many wait, bidders bid in the order of their indices: their edges then come from memory in order. */
const SWEEP_FROM = 100_000;
/** Sweeps go on while at least one bidder of this many waits; a queue serves the last ones. */
const SWEEP_SHARE = 32;
/** After this many bids a bidder, a phase raises its smallest increment fourfold: price wars end. */
const BIDS_BEFORE_RAISE = 10;
/** After this many bids a bidder, a phase ends; what is left is settled exactly. */
const BIDS_PER_PHASE = 40;
/** The last phase only moves along ties and exact differences; it is cut sooner. */
const BIDS_IN_LAST_PHASE = 16;

/** Smallest increments of the phases before the last, in mean gaps. */
const SHARES_OF_GAP = [4, 1 / 2, 1 / 16, 1 / 128];

/** Who waits to bid, and what the bids have cost. */
interface Bidding {
  readonly queue: Int32Array;
  head: number;
  waiting: number;
  bids: number;
  looked: number;
}

/**
 * Auction with eps scaling (Bertsekas 1988): bidders take their best object and raise its price to where their second
 * best would do as well, plus an increment. It falls from phase to phase and is 0 in the last, which makes nearly all
 * held edges exactly tight. The prices and the holdings are only a proposal: nothing after it relies on their quality.
 *
 * Yields the edges looked at so far and returns them. At most 4 x 40 + 16 bids a bidder.
 */
export function* runAuction(market: Market, workBefore: number): Steps<number, number> {
  let work = workBefore;
  const bidding: Bidding = { queue: new Int32Array(market.bidders), head: 0, waiting: 0, bids: 0, looked: 0 };
  const increments = [...SHARES_OF_GAP.map((share) => Math.max(1, Math.round(share * market.gap))), 0];
  for (const [phase, increment] of increments.entries()) {
    if (phase > 0) {
      refresh(market);
      yield* sortKeys(market, work);
      work += market.key.length;
      yield work;
    }
    releaseAllBut(market, increment);
    bidding.bids = 0;
    work = yield* runPhase(market, bidding, increment, work);
  }
  return work;
}

/** Lets everybody wait whose object is more than `increment` below the best one. Keys must be current. */
function releaseAllBut(market: Market, increment: number): void {
  const { bidders, start, to, key, owner, held, outside } = market;
  for (let bidder = 0; bidder < bidders; bidder++) {
    const object = held[bidder]!;
    held[bidder] = WAITING;
    if (object < 0) continue;
    owner[object] = -1;
    const least = Math.max(key[start[bidder]!]!, outside) - increment;
    for (let edge = start[bidder]!; edge < start[bidder + 1]! && key[edge]! >= least; edge++) {
      if (to[edge] !== object) continue;
      held[bidder] = object;
      owner[object] = bidder;
      break;
    }
  }
}

function* runPhase(
  market: Market,
  bidding: Bidding,
  firstIncrement: number,
  workBefore: number,
): Steps<number, number> {
  let increment = firstIncrement;
  const most = (increment === 0 ? BIDS_IN_LAST_PHASE : BIDS_PER_PHASE) * market.bidders;
  let raiseAt = increment === 0 ? Infinity : BIDS_BEFORE_RAISE * market.bidders;
  bidding.looked = 0;
  countWaiting(market, bidding);
  while (market.bidders >= SWEEP_FROM && bidding.waiting * SWEEP_SHARE > market.bidders && bidding.bids < most) {
    for (let from = 0; from < market.bidders; from += BIDS_PER_SLICE) {
      sweep(market, bidding, from, Math.min(from + BIDS_PER_SLICE, market.bidders), increment);
      yield workBefore + bidding.looked;
    }
    countWaiting(market, bidding);
  }
  fillQueue(market, bidding);
  while (bidding.waiting > 0 && bidding.bids < most) {
    serveQueue(market, bidding, Math.min(most - bidding.bids, BIDS_PER_SLICE), increment);
    yield workBefore + bidding.looked;
    if (bidding.bids >= raiseAt) {
      increment *= 4;
      raiseAt += BIDS_BEFORE_RAISE * market.bidders;
    }
  }
  return workBefore + bidding.looked;
}

function countWaiting({ held }: Market, bidding: Bidding): void {
  let waiting = 0;
  for (const object of held) if (object === WAITING) waiting += 1;
  bidding.waiting = waiting;
}

function sweep(market: Market, bidding: Bidding, from: number, end: number, increment: number): void {
  const { held } = market;
  for (let bidder = from; bidder < end; bidder++) if (held[bidder] === WAITING) bid(market, bidding, bidder, increment);
}

function fillQueue({ bidders, held }: Market, bidding: Bidding): void {
  bidding.head = 0;
  bidding.waiting = 0;
  for (let bidder = 0; bidder < bidders; bidder++)
    if (held[bidder] === WAITING) bidding.queue[bidding.waiting++] = bidder;
}

/** Serves up to `bids` waiting bidders, first come first served; who loses an object goes to the end of the queue. */
function serveQueue(market: Market, bidding: Bidding, bids: number, increment: number): void {
  const { queue } = bidding;
  const size = queue.length;
  for (let count = 0; count < bids && bidding.waiting > 0; count++) {
    const bidder = queue[bidding.head]!;
    bidding.head = bidding.head + 1 === size ? 0 : bidding.head + 1;
    bidding.waiting -= 1;
    const loser = bid(market, bidding, bidder, increment);
    if (loser < 0) continue;
    const tail = bidding.head + bidding.waiting;
    queue[tail >= size ? tail - size : tail] = loser;
    bidding.waiting += 1;
  }
}

/** One waiting bidder takes its best object, or leaves. Returns the bidder who held the object, -1 if nobody. */
function bid(market: Market, bidding: Bidding, bidder: number, increment: number): number {
  const { start, to, key, rise, owner, held, outside } = market;
  const first = start[bidder]!;
  const end = start[bidder + 1]!;
  let best = outside - 1;
  let second = outside - 1;
  let object = -1;
  let secondObject = -1;
  let edge = first;
  for (; edge < end; edge++) {
    const bound = key[edge]!;
    if (bound <= second) break;
    const other = to[edge]!;
    const value = bound - rise[other]!;
    if (value > best) {
      second = best;
      secondObject = object;
      best = value;
      object = other;
    } else if (value > second) {
      second = value;
      secondObject = other;
    }
  }
  bidding.bids += 1;
  bidding.looked += edge - first + 1;
  if (object < 0) {
    held[bidder] = OUT;
    return -1;
  }
  // a tie goes to the object that nobody holds, so that exact phases do not evict without need
  if (best === second && owner[object]! >= 0 && secondObject >= 0 && owner[secondObject]! < 0) object = secondObject;
  const loser = owner[object]!;
  rise[object]! += best - Math.max(second, outside) + increment;
  owner[object] = bidder;
  held[bidder] = object;
  if (loser >= 0) held[loser] = WAITING;
  return loser;
}
