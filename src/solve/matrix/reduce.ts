import { findOffer, type Auction } from "./auction.ts";
import { placeBid } from "./scan-reduce.ts";
import type { CandidateLists } from "./list-entries.ts";
import type { DenseState } from "./state.ts";

/**
 * Jonker and Volgenant's augmenting row reduction: an auction without slip. A waiting row takes its best column and
 * raises the price until the second best is as good. It leaves the row to the search if that raises nothing and would
 * only turn another row out; at most `mostSteps` steps. Exact relations hold throughout: matched rows sit on a column
 * of their best profit.
 */
export function reduceRows(state: DenseState, lists: CandidateLists, auction: Auction, mostSteps: number): void {
  const { waiting, offer } = auction;
  let kept = 0;
  let next = 0;
  const count = auction.waitingCount;
  for (let steps = 0; next < count; steps += 1) {
    const row = waiting[next++]!;
    const column = steps < mostSteps ? findOffer(state, lists, row, offer) : -1;
    if (column < 0) {
      waiting[kept++] = row;
      continue;
    }
    const out = placeBid(state, row, column, offer[0]!, offer[1]!, false);
    if (out === row) waiting[kept++] = row;
    else if (out >= 0) waiting[(next -= 1)] = out;
  }
  auction.waitingCount = kept;
}
