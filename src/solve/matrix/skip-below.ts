/**
 * The first from `column` on of four columns, or of the last few, of which one may have a profit of at least `limit`.
 * Most of the engine's time goes by here: four at a time, and no branch that turns often, halve it.
 */
export function skipBelow(
  weights: Float64Array,
  first: number,
  columnPrice: Float64Array,
  column: number,
  until: number,
  limit: number,
): number {
  for (; column + 3 < until; column += 4) {
    const areBelow =
      weights[first + column]! - columnPrice[column]! < limit &&
      weights[first + column + 1]! - columnPrice[column + 1]! < limit &&
      weights[first + column + 2]! - columnPrice[column + 2]! < limit &&
      weights[first + column + 3]! - columnPrice[column + 3]! < limit;
    if (!areBelow) break;
  }
  return column;
}
