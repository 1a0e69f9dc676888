import { findOffer, type Auction } from "./auction.ts";
import type { CandidateLists } from "./lists.ts";
import type { DenseState } from "./state.ts";

/**
 * Jonker and Volgenant's augmenting row reduction: an auction without slip. A waiting row takes its best column and
 * raises the price until the second best is as good. It leaves the row to the search if that raises nothing and would
 * only turn another row out; at most `mostSteps` steps. Exact relations hold throughout: matched rows sit on a column
 * of their best profit.
 */
export function reduceRows(
  state: DenseState,
  lists: CandidateLists,
  auction: Auction,
  mayStayAlone: boolean,
  mostSteps: number,
): void {
  const { columnPrice, columnOfRow, rowOfColumn } = state;
  const { waiting, offer } = auction;
  let kept = 0;
  let next = 0;
  const count = auction.waitingCount;
  for (let steps = 0; next < count; steps += 1) {
    const row = waiting[next++]!;
    const column = steps < mostSteps ? findOffer(state, lists, row, offer) : -1;
    // staying alone is an offer of profit 0
    if (column < 0 || (mayStayAlone && offer[0]! <= 0)) {
      waiting[kept++] = row;
      continue;
    }
    const second = mayStayAlone && offer[1]! < 0 ? 0 : offer[1]!;
    const rise = second === -Infinity ? 0 : offer[0]! - second;
    const holder = rowOfColumn[column]!;
    const price = columnPrice[column]! + rise;
    if (holder >= 0 && !(price > columnPrice[column]!)) {
      waiting[kept++] = row;
      continue;
    }
    columnPrice[column] = price;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
    if (holder < 0) continue;
    columnOfRow[holder] = -1;
    waiting[(next -= 1)] = holder;
  }
  auction.waitingCount = kept;
}
