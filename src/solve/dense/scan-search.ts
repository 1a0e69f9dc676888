import type { DenseState } from "./state.ts";

/** Arrays of one search, reused by the next. */
export interface ScanWorkspace {
  /** Least slack of an alternating path from the free row to each column. Length `columns`. */
  readonly distance: Float64Array;
  /** Row before each column on that path. Length `columns`. */
  readonly rowBefore: Int32Array;
  /** Columns of the searched kind: first those not reached for good, then the settled ones, latest first. */
  readonly pending: Int32Array;
  /** Price and distance of the pending columns, in the order of `pending`: the hot loop walks them side by side. */
  readonly pendingPrice: Float64Array;
  readonly pendingDistance: Float64Array;
}

export function createScanWorkspace(columns: number): ScanWorkspace {
  return {
    distance: new Float64Array(columns),
    rowBefore: new Int32Array(columns),
    pending: new Int32Array(columns),
    pendingPrice: new Float64Array(columns),
    pendingDistance: new Float64Array(columns),
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
  const { columns, weights, rowPrice, rowOfColumn, columnOfRow } = state;
  const { distance, rowBefore, pending, pendingPrice, pendingDistance } = workspace;
  const size = collectKind(state, workspace, kind);
  let left = size;
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
    state.work += left;
    const nearest = relaxRow(
      weights,
      row * columns,
      offset,
      row,
      rowBefore,
      pending,
      pendingPrice,
      pendingDistance,
      left,
    );
    const next = nearest < 0 ? Infinity : pendingDistance[nearest]!;
    const column = nearest < 0 ? -1 : pending[nearest]!;
    if (aloneDistance < next) {
      raisePrices(state, workspace, freeRow, aloneDistance, left, size);
      const given = columnOfRow[aloneRow]!;
      columnOfRow[aloneRow] = -1;
      if (given >= 0) augment(state, rowBefore, freeRow, given);
      return true;
    }
    if (next === Infinity) {
      close(state, workspace, freeRow, left, size);
      return false;
    }
    const mate = rowOfColumn[column]!;
    if (mate < 0) {
      raisePrices(state, workspace, freeRow, next, left, size);
      augment(state, rowBefore, freeRow, column);
      return true;
    }
    left -= 1;
    pending[nearest] = pending[left]!;
    pending[left] = column;
    pendingPrice[nearest] = pendingPrice[left]!;
    pendingDistance[nearest] = pendingDistance[left]!;
    distance[column] = next;
    reached = next;
    row = mate;
  }
}

function collectKind(state: DenseState, workspace: ScanWorkspace, kind: 0 | 1): number {
  const { columns, columnClosed, columnPrice } = state;
  const { pending, pendingPrice, pendingDistance } = workspace;
  pendingDistance.fill(Infinity);
  let size = 0;
  for (let column = 0; column < columns; column += 1) {
    if (columnClosed[column] !== kind) continue;
    pending[size] = column;
    pendingPrice[size] = columnPrice[column]!;
    size += 1;
  }
  return size;
}

/** Shortens distances through one row; returns the place in `pending` of the nearest column, -1 if none is reachable. */
function relaxRow(
  weights: Float64Array,
  first: number,
  offset: number,
  row: number,
  rowBefore: Int32Array,
  pending: Int32Array,
  pendingPrice: Float64Array,
  pendingDistance: Float64Array,
  left: number,
): number {
  let nearest = -1;
  let least = Infinity;
  for (let place = 0; place < left; place += 1) {
    const column = pending[place]!;
    const through = offset + pendingPrice[place]! - weights[first + column]!;
    let distance = pendingDistance[place]!;
    if (through < distance) {
      distance = through;
      pendingDistance[place] = through;
      rowBefore[column] = row;
    }
    if (distance < least) {
      least = distance;
      nearest = place;
    }
  }
  return nearest;
}

/** Makes every edge of the path of length `end` tight and keeps the others' slack non-negative. */
function raisePrices(
  state: DenseState,
  { distance, pending }: ScanWorkspace,
  freeRow: number,
  end: number,
  left: number,
  size: number,
): void {
  const { rowPrice, columnPrice, rowOfColumn } = state;
  rowPrice[freeRow]! -= end;
  for (let place = left; place < size; place += 1) {
    const column = pending[place]!;
    const rise = end - distance[column]!;
    columnPrice[column]! += rise;
    rowPrice[rowOfColumn[column]!]! -= rise;
  }
}

/** Flips the path that ends at `lastColumn`, whose present mate, if any, has already left it. */
function augment(state: DenseState, rowBefore: Int32Array, freeRow: number, lastColumn: number): void {
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
function close(state: DenseState, workspace: ScanWorkspace, freeRow: number, left: number, size: number): void {
  const { rowPrice, rowOfColumn, rowClosed, columnClosed } = state;
  const { distance, pending } = workspace;
  let end = Math.min(rowPrice[freeRow]!, distanceToClosed(state, freeRow, 0));
  for (let place = left; place < size; place += 1) {
    const column = pending[place]!;
    const row = rowOfColumn[column]!;
    const reached = distance[column]!;
    end = Math.min(end, reached + rowPrice[row]!, distanceToClosed(state, row, reached));
  }
  raisePrices(state, workspace, freeRow, end, left, size);
  rowClosed[freeRow] = 1;
  for (let place = left; place < size; place += 1) {
    const column = pending[place]!;
    columnClosed[column] = 1;
    rowClosed[rowOfColumn[column]!] = 1;
  }
  state.closedColumns += size - left;
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
