import type { CutTable } from "./cuts.ts";
import type { PackingPrices, PackingProblem } from "./problem.ts";

/** What a search makes as large as it can, and what a choice has to count. */
export interface Aim {
  readonly problem: PackingProblem;
  /** Worth of each column: whole numbers of at least 0. */
  readonly weightAt: Float64Array;
  readonly largest: number;
  readonly countAt: Int32Array;
  /** What a choice has to count at least. */
  readonly least: number;
  /** What none counts more than. */
  readonly most: number;
  /** Prices are whole multiples of one part in so many: a power of two at which rounding all of them costs less than 1. */
  readonly scale: number;
}

export function aimOf(
  problem: PackingProblem,
  weightAt: Float64Array,
  { least, most }: { readonly least: number; readonly most: number },
): Aim {
  const { rows, columnStart, countAt } = problem;
  let largest = 1;
  for (let column = 0; column < weightAt.length; column += 1) largest = Math.max(largest, weightAt[column]!);
  const parts = 16 * (rows + most + 1);
  const counts = countAt ?? new Int32Array(columnStart.length - 1);
  return { problem, weightAt, largest, countAt: counts, least, most, scale: 2 ** Math.ceil(Math.log2(parts)) };
}

/** A set of disjoint columns. */
export interface Choice {
  readonly columns: readonly number[];
  /** By the weights of the aim. */
  readonly worth: number;
  readonly counted: number;
}

export function choiceOf(aim: Pick<Aim, "weightAt" | "countAt">, columns: readonly number[]): Choice {
  let worth = 0;
  let counted = 0;
  for (const column of columns) {
    worth += aim.weightAt[column]!;
    counted += aim.countAt[column]!;
  }
  return { columns, worth, counted };
}

/** What the prices leave of a column beyond its worth, in units of 1 / scale. */
export function slackOf(
  { problem, weightAt, countAt, scale }: Aim,
  cuts: CutTable,
  prices: PackingPrices,
  column: number,
): number {
  const { columnStart, rowAt } = problem;
  let slack = prices.countPrice * countAt[column]! - scale * weightAt[column]!;
  slack += cuts.priceOf(column, prices.cutPrice, 0);
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) slack += prices.rowPrice[rowAt[at]!]!;
  return slack;
}

/** The most that a choice can be worth by these prices, in units of 1 / scale. */
export function boundOf({ least, most }: Aim, { rowPrice, countPrice, cutPrice }: PackingPrices): number {
  const sum = [rowPrice, cutPrice].reduce((all, prices) => prices.reduce((before, price) => before + price, all), 0);
  return sum + countPrice * (countPrice < 0 ? least : most);
}

/**
 * Whole prices near those of a vertex, at which no column of `columns` is worth more than its rows cost: rounded up, and
 * raised at the first row of a column that still is.
 *
 * @param priceOf In units of the largest weight: one per row, that of a unit counted, one per cut
 * @param isAsked Whether a row has to be covered, so that its price may be below 0
 */
export function wholePrices(
  aim: Aim,
  cuts: CutTable,
  priceOf: Float64Array,
  isAsked: (row: number) => boolean,
  columns: Iterable<number>,
): PackingPrices {
  const { problem, largest, scale, least } = aim;
  const { rows, columnStart, rowAt } = problem;
  const whole = (price: number): number => (Number.isFinite(price) ? Math.ceil(price * largest * scale) : 0);
  const rowPrice = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const price = whole(priceOf[row]!) + 1;
    rowPrice[row] = isAsked(row) ? price : Math.max(0, price);
  }
  const counts = whole(priceOf[rows]!);
  const cutPrice = Float64Array.from(priceOf.subarray(rows + 1), (price) => Math.max(0, whole(price)));
  const prices = { rowPrice, countPrice: least === 0 ? Math.max(0, counts) : counts, cutPrice };
  for (const column of columns) {
    const slack = slackOf(aim, cuts, prices, column);
    if (slack < 0) rowPrice[rowAt[columnStart[column]!]!]! -= slack;
  }
  return prices;
}
