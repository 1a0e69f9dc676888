import type { CutTable } from "./cuts.ts";
import type { PackingPrices, PackingProblem } from "./problem.ts";

/** What a search makes as large as it can, and what a choice has to count. */
export interface Aim {
  readonly problem: PackingProblem;
  /** Worth of each column: whole numbers of at least 0. */
  readonly weightAt: Float64Array;
  readonly largest: number;
  readonly countAt: Int32Array;
  /** The most that a column counts. */
  readonly largestCount: number;
  /** What a choice has to count at least. */
  readonly least: number;
  /** What none counts more than; columns that count more by themselves are left out. */
  readonly most: number;
  /** Whether that may be relied on in a proof; otherwise the price of a unit counted is at most 0. */
  readonly isLimited: boolean;
  /** Prices are whole multiples of one part in so many: a power of two at which rounding all of them costs less than 1. */
  readonly scale: number;
}

export function aimOf(
  problem: PackingProblem,
  weightAt: Float64Array,
  { least, most, isLimited }: Pick<Aim, "least" | "most" | "isLimited">,
): Aim {
  const { rows, columnStart, countAt } = problem;
  let largest = 1;
  for (let column = 0; column < weightAt.length; column += 1) largest = Math.max(largest, weightAt[column]!);
  const parts = 16 * (rows + most + 1);
  const counts = countAt ?? new Int32Array(columnStart.length - 1);
  const largestCount = counts.reduce((before, count) => Math.max(before, count), 0);
  const scale = 2 ** Math.ceil(Math.log2(parts));
  return { problem, weightAt, largest, countAt: counts, largestCount, least, most, isLimited, scale };
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
 * raised at the first row of a column that still is. `undefined` if sums of them would not be exact, as where rows have to be
 * covered that cannot be.
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
): PackingPrices | undefined {
  const { problem, largest, scale, least, isLimited } = aim;
  const { rows, columnStart, rowAt } = problem;
  const whole = (price: number): number => (Number.isFinite(price) ? Math.ceil(price * largest * scale) : 0);
  const rowPrice = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const price = whole(priceOf[row]!) + 1;
    rowPrice[row] = isAsked(row) ? price : Math.max(0, price);
  }
  const counts = Math.min(isLimited ? Infinity : 0, whole(priceOf[rows]!));
  const cutPrice = Float64Array.from(priceOf.subarray(rows + 1), (price) => Math.max(0, whole(price)));
  const prices = { rowPrice, countPrice: least === 0 ? Math.max(0, counts) : counts, cutPrice };
  if (!isExact(aim, prices)) return undefined;
  for (const column of columns) {
    const slack = slackOf(aim, cuts, prices, column);
    if (slack < 0) rowPrice[rowAt[columnStart[column]!]!]! -= slack;
  }
  return isExact(aim, prices) ? prices : undefined;
}

/** Prices that hold for all columns whatever they are: the first row of each column pays for it. */
export function plainPrices({ problem, weightAt, scale }: Aim, cuts: CutTable): PackingPrices {
  const { rows, columnStart, rowAt } = problem;
  const rowPrice = new Float64Array(rows);
  for (let column = 0; column < weightAt.length; column += 1) {
    const row = rowAt[columnStart[column]!]!;
    rowPrice[row] = Math.max(rowPrice[row]!, scale * weightAt[column]!);
  }
  return { rowPrice, countPrice: 0, cutPrice: new Float64Array(cuts.cuts.length) };
}

/** Whether everything that is summed of prices stays within the whole numbers that doubles hold. */
function isExact(
  { scale, largest, largestCount, most }: Aim,
  { rowPrice, countPrice, cutPrice }: PackingPrices,
): boolean {
  let size = scale * largest + Math.abs(countPrice) * Math.max(most, largestCount);
  for (const prices of [rowPrice, cutPrice]) {
    for (let at = 0; at < prices.length; at += 1) size += Math.abs(prices[at]!);
  }
  return size < Number.MAX_SAFE_INTEGER;
}
