import { SLICE, type Steps } from "../../base/steps.ts";
import { auctionPhase, createAuction, lineUp, type Auction } from "./auction.ts";
import type { CandidateLists } from "./list-entries.ts";
import { clearLists, createLists, listRow, meanGap } from "./lists.ts";
import { createListSearch, seatByLists } from "./list-search.ts";
import { reduceRows } from "./reduce.ts";
import { reduceTwice } from "./scan-reduce.ts";
import { priceBySample } from "./sample.ts";
import { createScanWorkspace, seatByScanning } from "./scan-search.ts";
import { seatAllByScanning, seatWaiting } from "./scan-engine.ts";
import { freeAll, liftPrices, matchTies, priceColumns, tightenRows } from "./start.ts";
import type { DenseState } from "./state.ts";
import { moveTies, seatTies } from "./ties.ts";

/** Share of rows without a column of their best profit from which column maxima are poor start prices. */
export const CROWDED = 0.7;
/** Share of free rows from which phases with slip pay. */
const FREE_ENOUGH = 0.02;
/** Share of free rows from which the first phase needs a large slip to end soon. */
const CONTESTED = 0.25;
/** Slips of the auction's phases, in mean gaps between neighbouring candidates; contested matrices start with the first. */
const SLIPS = [16, 2, 1 / 4];
/**
 * The same where start prices come from a sample: neighbours differ by little there, and prices are far from final. The
 * slip falls slowly, since each phase starts a price war where the one before has left much to do.
 */
const CROWDED_SLIPS = [1024, 256, 64, 16, 4, 1];
/** Share of rows that searches alone may seat after a sample. */
const FEW = 0.1;
/** Samples of fewer rows are scanned. */
const SMALL_SAMPLE = 350;
/** Rows without a tied column at start prices up to which others are asked to move. */
const WORTH_MOVING = 100;
/** Rows left then up to which searches over whole rows are cheaper than lists. */
const HARDLY_ANY = 16;
/** Steps a row of the reduction without slip: searches are cheaper than long price wars. */
const REDUCTION = 2;

/**
 * Seats all rows of a large square. Every row and column is to be matched, so that column prices may start anywhere and
 * columns may be left for a while. False: that cannot be, and the state is to be thrown away.
 */
export function* seatAllByLists(state: DenseState): Steps<boolean, number> {
  const lists = createLists(state);
  const auction = createAuction(state.rows);
  const outcome = yield* bidForAll(state, lists, auction);
  if (outcome === "impossible") return false;
  if (outcome === "crowded") return yield* seatAllByScanning(state);
  if (outcome === "few") return yield* seatWaiting(state, auction.waiting, auction.waitingCount, false, true);
  yield state.work;
  tightenRows(state);
  if (!(yield* searchRows(state, lists, auction, false, true))) return false;
  liftPrices(state);
  tightenRows(state);
  return true;
}

/**
 * Seats the first `left` rows that wait where columns that nobody takes must keep their price, or says who stays alone.
 * Lists are made when a search needs one.
 */
export function* seatWaitingByLists(
  state: DenseState,
  waiting: Int32Array,
  left: number,
  mayStayAlone: boolean,
): Steps<boolean, number> {
  const lists = createLists(state);
  const auction = createAuction(state.rows);
  auction.waiting.set(waiting);
  auction.waitingCount = left;
  yield state.work;
  tightenRows(state);
  yield* searchRows(state, lists, auction, mayStayAlone, false);
  tightenRows(state);
  return true;
}

/**
 * Start prices and lists, ties, auction phases with falling slip, and row reduction without: all that comes before the
 * searches. `impossible`: a row or a column has no edge. `crowded`: nearly all rows want the same few columns, and no
 * better start prices were found; lists run out at once then, and whole rows are better. `few`: with ties or with better
 * start prices there is hardly anything left to do, and it is not worth while to make lists.
 */
function* bidForAll(
  state: DenseState,
  lists: CandidateLists,
  auction: Auction,
): Steps<"done" | "few" | "impossible" | "crowded", number> {
  const { rows } = state;
  if (!priceColumns(state)) return "impossible";
  auction.waitingCount = seatTies(state, auction.waiting, WORTH_MOVING);
  yield state.work;
  if (auction.waitingCount <= WORTH_MOVING) {
    auction.waitingCount = moveTies(state, auction.waiting, auction.waitingCount);
    if (auction.waitingCount <= HARDLY_ANY) return "few";
  }
  freeAll(state);
  listAllRows(state, lists, 0);
  const left = matchTies(state, lists);
  let slips = left > CONTESTED * rows ? SLIPS : SLIPS.slice(1);
  if (left > CROWDED * rows) {
    freeAll(state);
    if (!(yield* priceBySample(state, seatSample))) return "crowded";
    yield state.work;
    clearLists(lists);
    auction.waitingCount = reduceTwice(state, auction.waiting);
    yield state.work;
    if (auction.waitingCount <= FEW * rows) return "few";
    listAllRows(state, lists, Infinity);
    slips = CROWDED_SLIPS;
  }
  if (left > FREE_ENOUGH * rows && !auctionRows(state, lists, auction, slips)) return "impossible";
  lineUp(state, lists, auction, 0);
  reduceRows(state, lists, auction, REDUCTION * rows);
  return "done";
}

function seatSample(sample: DenseState): Steps<boolean, number> {
  return sample.rows < SMALL_SAMPLE ? seatAllByScanning(sample) : seatAllByLists(sample);
}

function listAllRows(state: DenseState, lists: CandidateLists, most: number): void {
  for (let row = 0; row < state.rows; row += 1) listRow(state, lists, row, most);
}

/** The phases with slip. False: a row has no edge. */
function auctionRows(state: DenseState, lists: CandidateLists, auction: Auction, slips: readonly number[]): boolean {
  const gap = meanGap(state, lists);
  let last = Infinity;
  for (const gaps of slips) {
    // whole weights keep whole prices
    const slip = state.extremes.isWhole ? Math.max(1, Math.round(gaps * gap)) : gaps * gap;
    if (!(slip > 0 && slip < last)) break;
    last = slip;
    lineUp(state, lists, auction, slip);
    if (!auctionPhase(state, lists, auction, slip)) return false;
  }
  return true;
}

/** A search for each row that waits. Once a row can only take a place from another, whole rows are scanned instead. */
function* searchRows(
  state: DenseState,
  lists: CandidateLists,
  auction: Auction,
  mayStayAlone: boolean,
  isFull: boolean,
): Steps<boolean, number> {
  const search = createListSearch(state.rows, state.columns);
  const workspace = createScanWorkspace(state);
  let isOpen = true;
  let pause = state.work + SLICE;
  for (let place = 0; place < auction.waitingCount; place += 1) {
    const row = auction.waiting[place]!;
    if (isOpen && !seatByLists(state, lists, search, auction, row, mayStayAlone)) isOpen = false;
    if (!isOpen && isFull) return false;
    if (!isOpen) seatByScanning(state, workspace, row, mayStayAlone);
    if (state.work < pause) continue;
    yield state.work;
    pause = state.work + SLICE;
  }
  return true;
}
