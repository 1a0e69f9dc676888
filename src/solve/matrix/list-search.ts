import { findOffer, type Auction } from "./auction.ts";
import { clearQueue, createQueue, leastKey, moveUp, takeNearest, type NearestQueue } from "./heap.ts";
import type { CandidateLists } from "./list-entries.ts";
import { listRow } from "./lists.ts";
import type { DenseState } from "./state.ts";

/** What one search over lists knows. */
export interface ListSearch {
  /** Columns in reach. */
  readonly queue: NearestQueue;
  /** Rows by the distance from which on their lists do not suffice. */
  readonly beyond: NearestQueue;
  /** Row before each column on its shortest path. Length `columns`. */
  readonly rowBefore: Int32Array;
  /** Columns in the order they were settled. Length `columns`. */
  readonly settled: Int32Array;
  settledCount: number;
  /** Largest distance that the search has got to: nothing that it still finds counts as nearer. */
  front: number;
  /** Nearest end of a path so far: a free column, or else the column of a row that may stay alone (-1: the free row). */
  endColumn: number;
  /** The row that stays alone if that end is taken, or -1. */
  aloneRow: number;
  endDistance: number;
}

export function createListSearch(rows: number, columns: number): ListSearch {
  return {
    queue: createQueue(columns),
    beyond: createQueue(rows),
    rowBefore: new Int32Array(columns),
    settled: new Int32Array(columns),
    settledCount: 0,
    front: 0,
    endColumn: -1,
    aloneRow: -1,
    endDistance: Infinity,
  };
}

/**
 * Seats `freeRow` along a shortest augmenting path: Dijkstra's search over the candidate lists. What is outside the list
 * of a row is no nearer than the row's bound tells; only when the search gets that far is the row looked at again.
 * False if no path ends; nothing has changed then.
 */
export function seatByLists(
  state: DenseState,
  lists: CandidateLists,
  search: ListSearch,
  auction: Auction,
  freeRow: number,
  mayStayAlone: boolean,
): boolean {
  const { queue, beyond, settled } = search;
  const { rowPrice, columnOfRow, rowOfColumn } = state;
  clearQueue(queue);
  clearQueue(beyond);
  search.settledCount = 0;
  search.front = 0;
  search.endColumn = -1;
  search.aloneRow = -1;
  search.endDistance = Infinity;
  const hasOffer = findOffer(state, lists, freeRow, auction.offer) >= 0;
  rowPrice[freeRow] = hasOffer ? (mayStayAlone ? Math.max(0, auction.offer[0]!) : auction.offer[0]!) : 0;
  enterRow(state, lists, search, freeRow, 0, mayStayAlone);
  for (;;) {
    const distance = leastKey(queue);
    const limit = leastKey(beyond);
    const nearest = Math.min(distance, limit);
    if (nearest >= search.endDistance) break;
    if (nearest > search.front) search.front = nearest;
    // among equals columns come first: they may lead to an end before a whole row has to be looked at
    if (distance <= limit) {
      const column = takeNearest(queue);
      settled[search.settledCount++] = column;
      enterRow(state, lists, search, rowOfColumn[column]!, distance, mayStayAlone);
    } else {
      const row = takeNearest(beyond);
      const reached = row === freeRow ? 0 : queue.key[columnOfRow[row]!]!;
      lookBeyondList(state, lists, search, row, reached);
    }
  }
  if (search.endDistance === Infinity) return false;
  raisePrices(state, search, freeRow);
  flipPath(state, search, freeRow);
  return true;
}

/** Shortens distances through a row that is `reached` away, as far as its list goes. */
function enterRow(
  state: DenseState,
  lists: CandidateLists,
  search: ListSearch,
  row: number,
  reached: number,
  mayStayAlone: boolean,
): void {
  const offset = reached + state.rowPrice[row]!;
  if (mayStayAlone && offset < search.endDistance) {
    search.endDistance = offset;
    search.endColumn = state.columnOfRow[row]!;
    search.aloneRow = row;
  }
  relaxList(state, lists, search, row, reached);
}

function relaxList(state: DenseState, lists: CandidateLists, search: ListSearch, row: number, reached: number): void {
  const offset = reached + state.rowPrice[row]!;
  const { columnPrice } = state;
  const { columnAt, weightAt } = lists;
  const { front } = search;
  const { key } = search.queue;
  const begin = row * lists.stride;
  const end = begin + lists.countOf[row]!;
  for (let at = begin; at < end; at += 1) {
    const column = columnAt[at]!;
    // rounding must not bring a settled column nearer: it would be settled, and priced, twice
    const through = Math.max(front, offset - (weightAt[at]! - columnPrice[column]!));
    if (through < key[column]! && through < search.endDistance) reach(state, search, column, through, row);
  }
  state.work += end - begin + 1;
  const beyond = offset - lists.bound[row]!;
  if (beyond < search.endDistance) moveUp(search.beyond, row, beyond);
}

function reach(state: DenseState, search: ListSearch, column: number, distance: number, row: number): void {
  search.rowBefore[column] = row;
  if (state.rowOfColumn[column]! >= 0) {
    moveUp(search.queue, column, distance);
    return;
  }
  search.queue.key[column] = distance;
  search.endDistance = distance;
  search.endColumn = column;
  search.aloneRow = -1;
}

/** Lists the row anew at the present prices if that reaches farther than before, and else walks over the whole row. */
function lookBeyondList(
  state: DenseState,
  lists: CandidateLists,
  search: ListSearch,
  row: number,
  reached: number,
): void {
  const bound = lists.bound[row]!;
  listRow(state, lists, row, Infinity);
  if (lists.bound[row]! < bound) relaxList(state, lists, search, row, reached);
  else relaxRow(state, search, row, reached);
}

function relaxRow(state: DenseState, search: ListSearch, row: number, reached: number): void {
  const { columns, weights, columnPrice } = state;
  const offset = reached + state.rowPrice[row]!;
  const { front } = search;
  const { key } = search.queue;
  const first = row * columns;
  for (let column = 0; column < columns; column += 1) {
    const through = Math.max(front, offset - (weights[first + column]! - columnPrice[column]!));
    if (through < key[column]! && through < search.endDistance) reach(state, search, column, through, row);
  }
  state.work += columns;
}

function raisePrices(state: DenseState, search: ListSearch, freeRow: number): void {
  const { rowPrice, columnPrice, rowOfColumn } = state;
  const { queue, settled, settledCount, endDistance } = search;
  rowPrice[freeRow]! -= endDistance;
  for (let place = 0; place < settledCount; place += 1) {
    const column = settled[place]!;
    const rise = endDistance - queue.key[column]!;
    columnPrice[column]! += rise;
    rowPrice[rowOfColumn[column]!]! -= rise;
  }
}

function flipPath(state: DenseState, search: ListSearch, freeRow: number): void {
  const { columnOfRow, rowOfColumn } = state;
  let column = search.endColumn;
  if (search.aloneRow >= 0) columnOfRow[search.aloneRow] = -1;
  while (column >= 0) {
    const row = search.rowBefore[column]!;
    const previous = columnOfRow[row]!;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
    if (row === freeRow) return;
    column = previous;
  }
}
