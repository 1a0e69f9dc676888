import type { PackingProgramme } from "./simplex.ts";

/**
 * Of each row the few columns that gain most at some prices, all together ascending.
 *
 * @param columns Those to look at; a number stands for the first so many. Those ruled out are left out
 * @param above Gains that do not count, in units of the largest worth
 */
export function bestColumns(
  { columns: { rows, columnStart, rowAt }, cuts, worth, countAt, blocked }: PackingProgramme,
  priceOf: Float64Array,
  columns: Int32Array | number,
  { perRow, above }: { readonly perRow: number; readonly above: number },
): readonly number[] {
  const columnOf = new Int32Array(rows * perRow).fill(-1);
  const gainOf = new Float64Array(rows * perRow).fill(above);
  const countPrice = priceOf[rows]!;
  const length = typeof columns === "number" ? columns : columns.length;
  for (let place = 0; place < length; place += 1) {
    const column = typeof columns === "number" ? place : columns[place]!;
    if (blocked[column]! > 0) continue;
    const end = columnStart[column + 1]!;
    let gain = worth[column]! - countAt[column]! * countPrice;
    for (let at = columnStart[column]!; at < end; at += 1) gain -= priceOf[rowAt[at]!]!;
    if (gain <= above) continue;
    gain -= cuts.priceOf(column, priceOf, rows + 1);
    if (gain <= above) continue;
    for (let at = columnStart[column]!; at < end; at += 1) {
      const from = rowAt[at]! * perRow;
      if (gain > gainOf[from + perRow - 1]!) insert(columnOf, gainOf, from, from + perRow - 1, column, gain);
    }
  }
  return [...new Set(columnOf)].filter((column) => column >= 0).sort((a, b) => a - b);
}

/** Puts a column into a row's short list, which holds the largest gain first. */
function insert(
  columnOf: Int32Array,
  gainOf: Float64Array,
  from: number,
  last: number,
  column: number,
  gain: number,
): void {
  let at = last;
  for (; at > from && gain > gainOf[at - 1]!; at -= 1) {
    gainOf[at] = gainOf[at - 1]!;
    columnOf[at] = columnOf[at - 1]!;
  }
  gainOf[at] = gain;
  columnOf[at] = column;
}
