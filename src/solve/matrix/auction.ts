import type { CandidateLists } from "./list-entries.ts";
import { listRow } from "./lists.ts";
import type { DenseState } from "./state.ts";

/** Rows waiting for a column, last in first out, and what the last look at a row found. */
export interface Auction {
  readonly waiting: Int32Array;
  waitingCount: number;
  /** Best profit of the row last looked at, and a value that no other column's profit exceeds. */
  readonly offer: Float64Array;
}

export function createAuction(rows: number): Auction {
  return { waiting: new Int32Array(rows), waitingCount: 0, offer: new Float64Array(2) };
}

/**
 * Column of best profit for `row`, -1 if it has no edge; `offer` then holds that profit and a bound on all others. The
 * list serves as long as its best entry is as good as everything outside; then it is made anew.
 */
export function findOffer(state: DenseState, lists: CandidateLists, row: number, offer: Float64Array): number {
  for (;;) {
    const begin = row * lists.stride;
    const end = begin + lists.countOf[row]!;
    state.work += end - begin + 1;
    const at = scanList(state.columnPrice, lists.columnAt, lists.weightAt, begin, end, offer);
    const bound = lists.bound[row]!;
    if (at >= 0 && offer[0]! >= bound) {
      if (offer[1]! < bound) offer[1] = bound;
      return lists.columnAt[at]!;
    }
    if (bound === -Infinity) return -1;
    listRow(state, lists, row, Infinity);
    if (lists.countOf[row] === 0) return -1;
  }
}

function scanList(
  columnPrice: Float64Array,
  columnAt: Int32Array,
  weightAt: Float64Array,
  begin: number,
  end: number,
  offer: Float64Array,
): number {
  let best = -Infinity;
  let second = -Infinity;
  let bestAt = -1;
  for (let at = begin; at < end; at += 1) {
    const profit = weightAt[at]! - columnPrice[columnAt[at]!]!;
    if (profit <= second) continue;
    if (profit > best) {
      second = best;
      best = profit;
      bestAt = at;
    } else second = profit;
  }
  offer[0] = best;
  offer[1] = second;
  return bestAt;
}

/**
 * Frees every row whose column is more than `slip` worse than its best one, and lines up all free rows.
 */
export function lineUp(state: DenseState, lists: CandidateLists, auction: Auction, slip: number): void {
  const { rows, columns, weights, columnPrice, columnOfRow, rowOfColumn } = state;
  auction.waitingCount = 0;
  // the last row in line comes first
  for (let row = rows - 1; row >= 0; row -= 1) {
    const column = columnOfRow[row]!;
    if (column >= 0) {
      findOffer(state, lists, row, auction.offer);
      if (weights[row * columns + column]! - columnPrice[column]! >= auction.offer[0]! - slip) continue;
      columnOfRow[row] = -1;
      rowOfColumn[column] = -1;
    }
    auction.waiting[auction.waitingCount++] = row;
  }
}

/** A phase drags on once it has taken this many bids a row: then its slip grows. */
const PATIENCE = 10;
/** Most bids a row in one phase. */
const MOST_BIDS = 100;

/**
 * One phase of Bertsekas' auction: each waiting row takes its best column and raises the price to where the second best
 * is `slip` better; whoever held the column waits again. At the end every row's column is at most `slip` worse than its
 * best. A phase that drags on is a price war in steps of `slip`: then they become four times larger, again and again,
 * and in the end the phase is left as it is. False: a row has no edge.
 */
export function auctionPhase(state: DenseState, lists: CandidateLists, auction: Auction, slip: number): boolean {
  let step = slip;
  for (let round = 0; round < MOST_BIDS / PATIENCE && auction.waitingCount > 0; round += 1) {
    if (!bid(state, lists, auction, step, PATIENCE * state.rows)) return false;
    step *= 4;
  }
  return true;
}

/** At most `mostBids` bids. False: a row has no edge. */
function bid(state: DenseState, lists: CandidateLists, auction: Auction, slip: number, mostBids: number): boolean {
  const { columnPrice, columnOfRow, rowOfColumn } = state;
  const { waiting, offer } = auction;
  for (let bids = 0; auction.waitingCount > 0 && bids < mostBids; bids += 1) {
    const row = waiting[(auction.waitingCount -= 1)]!;
    const column = findOffer(state, lists, row, offer);
    if (column < 0) return false;
    const second = offer[1]! === -Infinity ? offer[0]! : offer[1]!;
    columnPrice[column]! += offer[0]! - second + slip;
    const holder = rowOfColumn[column]!;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
    if (holder < 0) continue;
    columnOfRow[holder] = -1;
    waiting[auction.waitingCount++] = holder;
  }
  return true;
}
