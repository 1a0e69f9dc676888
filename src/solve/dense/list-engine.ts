import { auctionPhase, createAuction, lineUp, type Auction } from "./auction.ts";
import { createLists, listRow, type CandidateLists } from "./lists.ts";
import { createListSearch, seatByLists } from "./list-search.ts";
import { reduceRows } from "./reduce.ts";
import { matchTies, priceColumns } from "./start.ts";
import type { DenseState } from "./state.ts";

/** Work between two yields: a few milliseconds. */
const SLICE = 1 << 20;

/**
 * Seats all rows over candidate lists. False if that cannot be done: then the state is to be thrown away.
 */
export function* seatAllByLists(state: DenseState, mayStayAlone: boolean): Generator<number, boolean> {
  const { rows, columns } = state;
  const isSquare = rows === columns && !mayStayAlone;
  const isRaised = isSquare && priceColumns(state);
  yield state.work;
  const lists = createLists(rows, columns);
  for (let row = 0; row < rows; row += 1) listRow(state, lists, row, isRaised ? 0 : Infinity);
  yield state.work;
  const left = matchTies(state, lists, mayStayAlone);
  const auction = createAuction(rows);
  if (isRaised && left > rows / 50) {
    const gap = meanGap(state, lists);
    for (const slip of [8 * gap, gap, gap / 8]) {
      if (!(slip > 0)) break;
      lineUp(state, lists, auction, slip);
      const reached = auctionPhase(state, lists, auction, slip, 100 * rows);
      yield state.work;
      if (Number.isNaN(reached)) return false;
    }
  }
  lineUp(state, lists, auction, 0);
  reduceRows(state, lists, auction, mayStayAlone, 16 * rows);
  yield state.work;
  const search = createListSearch(rows, columns);
  priceRows(state);
  let pause = state.work + SLICE;
  (state as any).extra = "left " + left + " searches " + auction.waitingCount;
  for (let place = 0; place < auction.waitingCount; place += 1) {
    if (!seatByLists(state, lists, search, auction, auction.waiting[place]!, mayStayAlone)) return false;
    if (state.work < pause) continue;
    yield state.work;
    pause = state.work + SLICE;
  }
  if (isRaised) liftPrices(state.columnPrice);
  priceRows(state);
  return true;
}

/** Mean difference between neighbouring profits in the lists. */
function meanGap(state: DenseState, lists: CandidateLists): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < state.rows; row += 1) {
    const entries = lists.countOf[row]!;
    if (entries < 2) continue;
    let least = Infinity;
    let most = -Infinity;
    for (let at = row * lists.stride; at < row * lists.stride + entries; at += 1) {
      const profit = lists.weightAt[at]! - state.columnPrice[lists.columnAt[at]!]!;
      least = Math.min(least, profit);
      most = Math.max(most, profit);
    }
    sum += (most - least) / (entries - 1);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Where all columns are matched, only differences of their prices count: makes the least one 0 if it is negative. */
function liftPrices(columnPrice: Float64Array): void {
  let least = 0;
  for (const price of columnPrice) least = Math.min(least, price);
  if (least === 0) return;
  for (let column = 0; column < columnPrice.length; column += 1) columnPrice[column]! -= least;
}

/** Matched rows get the price that makes their edge tight. */
function priceRows({ rows, columns, weights, rowPrice, columnPrice, columnOfRow }: DenseState): void {
  for (let row = 0; row < rows; row += 1) {
    const column = columnOfRow[row]!;
    if (column >= 0) rowPrice[row] = weights[row * columns + column]! - columnPrice[column]!;
  }
}
export type { Auction };
