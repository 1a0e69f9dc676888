/**
 * Prices of the rows, then of the columns, each as the unevaluated sum of two doubles: some 106 binary digits. `rest` is
 * below the last digit of `high`.
 */
export interface PrecisePrices {
  readonly high: Float64Array;
  readonly rest: Float64Array;
}

/** Slack of an edge between two nodes, rounded about once at its own size. */
export function preciseSlack({ high, rest }: PrecisePrices, row: number, column: number, weight: number): number {
  const sum = high[row]! + high[column]!;
  const slack = sum - weight;
  const lost = errorOfSum(high[row]!, high[column]!, sum) + errorOfSum(sum, -weight, slack);
  return slack + (lost + (rest[row]! + rest[column]!));
}

/** Adds a number to the price of a node. */
export function addToPrice({ high, rest }: PrecisePrices, node: number, change: number): void {
  const sum = high[node]! + change;
  const lost = errorOfSum(high[node]!, change, sum) + rest[node]!;
  high[node] = sum + lost;
  rest[node] = lost - (high[node] - sum);
}

/** What `sum`, the rounded sum of two numbers, lacks (Knuth, "The Art of Computer Programming", volume 2, 4.2.2). */
function errorOfSum(first: number, second: number, sum: number): number {
  const part = sum - first;
  return first - (sum - part) + (second - part);
}
