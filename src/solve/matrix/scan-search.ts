import { addressOf, markTaken } from "./memory.ts";
import type { DenseState } from "./state.ts";

/** Arrays of one search, reused by the next. All of length `columns` at least. */
export interface ScanWorkspace {
  /** Least slack of an alternating path from the free row to each column in reach, `Infinity` once it is settled. */
  readonly distance: Float64Array;
  /** Price of each column, `Infinity` where the search is not to go (again): such a column is never found nearer. */
  readonly price: Float64Array;
  /** Row before each column on its path; doubles, since the vector kernel handles nothing else. */
  readonly rowBefore: Float64Array;
  /** Columns in the order they were settled. */
  readonly settled: Int32Array;
  /** Distance of each settled column, in the order of `settled`. */
  readonly settledAt: Float64Array;
}

export function createScanWorkspace({ columns, memory }: DenseState): ScanWorkspace {
  return {
    distance: memory?.distance ?? new Float64Array(columns),
    price: memory?.price ?? new Float64Array(columns),
    rowBefore: memory?.rowBefore ?? new Float64Array(columns),
    settled: new Int32Array(columns),
    settledAt: new Float64Array(columns),
  };
}

/**
 * Seats `freeRow` along a shortest augmenting path, or finds who stays alone instead. Prices and the invariant of
 * `DenseState` hold afterwards. Rows already seated may move.
 *
 * Method: Dijkstra's search over slacks that scans whole rows (Jonker and Volgenant 1987; for rectangles Crouse 2016).
 * Departures: staying alone is one more end of a path; if no path ends, the searched nodes are closed and the search goes
 * on among the closed ones, which takes the place of a very large cost for staying alone.
 *
 * Cost: at most `columns` scans of a row for each of the two kinds.
 */
export function seatByScanning(
  state: DenseState,
  workspace: ScanWorkspace,
  freeRow: number,
  mayStayAlone: boolean,
): boolean {
  if (searchKind(state, workspace, freeRow, 0, mayStayAlone)) return true;
  searchKind(state, workspace, freeRow, 1, true);
  return false;
}

/** One search among the open (0) or the closed (1) columns. False: no path ended, and what was reached is now closed. */
function searchKind(
  state: DenseState,
  workspace: ScanWorkspace,
  freeRow: number,
  kind: 0 | 1,
  mayStayAlone: boolean,
): boolean {
  const { columns, rowPrice, rowOfColumn, columnOfRow } = state;
  const { distance, price, rowBefore, settled, settledAt } = workspace;
  distance.fill(Infinity);
  markTaken(state.memory, state.rowOfColumn);
  copyPrices(state, price, kind);
  let count = 0;
  let row = freeRow;
  let reached = 0;
  let aloneRow = -1;
  let aloneDistance = Infinity;
  for (;;) {
    const offset = reached + rowPrice[row]!;
    if (mayStayAlone && offset < aloneDistance) {
      aloneDistance = offset;
      aloneRow = row;
    }
    state.work += columns;
    const column = relaxRow(state, workspace, row, offset);
    const next = column < 0 ? Infinity : distance[column]!;
    if (aloneDistance < next) {
      raisePrices(state, workspace, freeRow, aloneDistance, count);
      const given = columnOfRow[aloneRow]!;
      columnOfRow[aloneRow] = -1;
      if (given >= 0) augment(state, rowBefore, freeRow, given);
      return true;
    }
    if (column < 0) {
      close(state, workspace, freeRow, count);
      return false;
    }
    const mate = rowOfColumn[column]!;
    if (mate < 0) {
      raisePrices(state, workspace, freeRow, next, count);
      augment(state, rowBefore, freeRow, column);
      return true;
    }
    settled[count] = column;
    settledAt[count] = next;
    count += 1;
    distance[column] = Infinity;
    price[column] = Infinity;
    reached = next;
    row = mate;
  }
}

/** Prices of the columns of one kind; the others are out of reach. */
function copyPrices(
  { columns, columnPrice, columnClosed, closedColumns }: DenseState,
  price: Float64Array,
  kind: 0 | 1,
): void {
  price.set(columnPrice);
  if (kind === 0 && closedColumns === 0) return;
  for (let column = 0; column < columns; column += 1) if (columnClosed[column] !== kind) price[column] = Infinity;
}

/**
 * Shortens distances through one row; returns the nearest column in reach, -1 if there is none. Among equals a free one,
 * which ends the search at once; else the first.
 */
function relaxRow(state: DenseState, workspace: ScanWorkspace, row: number, offset: number): number {
  const { memory, weights } = state;
  const { distance, price, rowBefore } = workspace;
  if (memory === undefined) return scanRow(state, workspace, row, offset);
  const { kernels, rowBytes, taken, out } = memory;
  const weightsAt = addressOf(memory, weights, row);
  const outAt = out.byteOffset;
  kernels.relax(
    weightsAt,
    price.byteOffset,
    distance.byteOffset,
    rowBefore.byteOffset,
    taken.byteOffset,
    rowBytes,
    offset,
    row,
    outAt,
  );
  const least = out[0]!;
  if (least === Infinity) return -1;
  return out[4] === least ? out[6]! : out[2]!;
}

/** `relaxRow` without vectors. */
function scanRow(
  { weights, columns, rowOfColumn }: DenseState,
  { price, distance, rowBefore }: ScanWorkspace,
  row: number,
  offset: number,
): number {
  const first = row * columns;
  let nearest = -1;
  let least = Infinity;
  for (let column = 0; column < price.length; column += 1) {
    const through = offset + price[column]! - weights[first + column]!;
    let known = distance[column]!;
    if (through < known) {
      known = through;
      distance[column] = through;
      rowBefore[column] = row;
    }
    if (known > least) continue;
    if (known < least || (known < Infinity && rowOfColumn[nearest]! >= 0 && rowOfColumn[column]! < 0)) {
      least = known;
      nearest = column;
    }
  }
  return nearest;
}

/** Makes every edge of the path of length `end` tight and keeps the others' slack non-negative. */
function raisePrices(
  state: DenseState,
  { settled, settledAt }: ScanWorkspace,
  freeRow: number,
  end: number,
  count: number,
): void {
  const { rowPrice, columnPrice, rowOfColumn } = state;
  rowPrice[freeRow]! -= end;
  for (let place = 0; place < count; place += 1) {
    const column = settled[place]!;
    const rise = end - settledAt[place]!;
    columnPrice[column]! += rise;
    rowPrice[rowOfColumn[column]!]! -= rise;
  }
}

/** Flips the path that ends at `lastColumn`, whose present mate, if any, has already left it. */
function augment(state: DenseState, rowBefore: Float64Array, freeRow: number, lastColumn: number): void {
  const { columnOfRow, rowOfColumn } = state;
  let column = lastColumn;
  for (;;) {
    const row = rowBefore[column]!;
    rowOfColumn[column] = row;
    const previous = columnOfRow[row]!;
    columnOfRow[row] = column;
    if (row === freeRow) return;
    column = previous;
  }
}

/**
 * Closes all that was reached. The prices move as far as the nearest closed column, or row that would stay alone at
 * price 0, allows: that keeps the invariant among the closed nodes.
 */
function close(state: DenseState, workspace: ScanWorkspace, freeRow: number, count: number): void {
  const { rowPrice, rowOfColumn, rowClosed, columnClosed } = state;
  const { settled, settledAt } = workspace;
  let end = Math.min(rowPrice[freeRow]!, distanceToClosed(state, freeRow, 0));
  for (let place = 0; place < count; place += 1) {
    const row = rowOfColumn[settled[place]!]!;
    const reached = settledAt[place]!;
    end = Math.min(end, reached + rowPrice[row]!, distanceToClosed(state, row, reached));
  }
  raisePrices(state, workspace, freeRow, end, count);
  rowClosed[freeRow] = 1;
  for (let place = 0; place < count; place += 1) {
    const column = settled[place]!;
    columnClosed[column] = 1;
    rowClosed[rowOfColumn[column]!] = 1;
  }
  state.closedColumns += count;
}

/** Distance of the nearest closed column through `row`, which is `reached` away itself. */
function distanceToClosed(state: DenseState, row: number, reached: number): number {
  const { columns, weights, rowPrice, columnPrice, columnClosed, closedColumns } = state;
  if (closedColumns === 0) return Infinity;
  const offset = reached + rowPrice[row]!;
  let least = Infinity;
  for (let column = 0; column < columns; column += 1) {
    if (columnClosed[column] === 0) continue;
    const through = offset + columnPrice[column]! - weights[row * columns + column]!;
    if (through < least) least = through;
  }
  state.work += columns;
  return least;
}
