import type { DenseState } from "./state.ts";

/**
 * Augmenting row reduction over whole rows (Jonker and Volgenant 1987), for matrices too small for candidate lists. A
 * row takes its best column and raises the price until its second best is as good; whoever held the column goes next.
 * A row that could only turn another out at the same price waits for the search, and so do all after `mostSteps` steps.
 *
 * `waiting` holds the rows to seat, `count` of them; those left come first afterwards and their number is returned.
 * Matched rows sit on a column of their best profit throughout.
 */
export function reduceByScanning(
  state: DenseState,
  waiting: Int32Array,
  count: number,
  mayStayAlone: boolean,
  mostSteps: number,
): number {
  const { columns, weights, columnPrice, columnOfRow, rowOfColumn } = state;
  const offer = new Float64Array(2);
  let kept = 0;
  let next = 0;
  let steps = 0;
  for (; next < count && steps < mostSteps; steps += 1) {
    const row = waiting[next++]!;
    const column = findBestTwo(weights, row * columns, columnPrice, rowOfColumn, offer);
    const best = offer[0]!;
    if (best === -Infinity || (mayStayAlone && best <= 0)) {
      waiting[kept++] = row;
      continue;
    }
    const second = mayStayAlone && offer[1]! < 0 ? 0 : offer[1]!;
    const holder = rowOfColumn[column]!;
    const price = second === -Infinity ? columnPrice[column]! : columnPrice[column]! + (best - second);
    if (holder >= 0) {
      if (!(price > columnPrice[column]!)) {
        waiting[kept++] = row;
        continue;
      }
      columnOfRow[holder] = -1;
      waiting[(next -= 1)] = holder;
    }
    columnPrice[column] = price;
    rowOfColumn[column] = row;
    columnOfRow[row] = column;
  }
  while (next < count) waiting[kept++] = waiting[next++]!;
  state.work += steps * columns;
  return kept;
}

/** Column of best profit, a free one among equals; `offer` gets that profit and the best among the other columns. */
function findBestTwo(
  weights: Float64Array,
  first: number,
  columnPrice: Float64Array,
  rowOfColumn: Int32Array,
  offer: Float64Array,
): number {
  let best = -Infinity;
  let second = -Infinity;
  let bestColumn = 0;
  for (let column = 0; column < columnPrice.length; column += 1) {
    const profit = weights[first + column]! - columnPrice[column]!;
    if (profit < second) continue;
    if (profit > best) {
      second = best;
      best = profit;
      bestColumn = column;
    } else if (profit < best) second = profit;
    else {
      second = best;
      if (rowOfColumn[bestColumn]! >= 0 && rowOfColumn[column]! < 0) bestColumn = column;
    }
  }
  offer[0] = best;
  offer[1] = second;
  return bestColumn;
}
