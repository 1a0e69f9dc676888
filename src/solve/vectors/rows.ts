/** Doubles that the kernels take from a row in one step: rows in their memory are padded to whole steps. */
const STEP_DOUBLES = 4;
/** Shorter rows do not pay for the calls. */
const FEWEST_COLUMNS = 24;
/** Longer rows would need a large memory of their own. */
const MOST_COLUMNS = 1 << 16;

/** Whether rows of this length are work for the kernels. */
export function suitsVectors(columns: number): boolean {
  return columns >= FEWEST_COLUMNS && columns <= MOST_COLUMNS;
}

export function paddedLength(columns: number): number {
  return STEP_DOUBLES * Math.ceil(columns / STEP_DOUBLES);
}

/** Copies `count` rows of a matrix to the beginning of `into`, each padded with -Infinity: no edge. */
export function copyRows(
  into: Float64Array,
  weights: Float64Array,
  from: number,
  count: number,
  columns: number,
): void {
  const padded = paddedLength(columns);
  if (padded === columns) {
    into.set(weights.subarray(from * columns, (from + count) * columns));
    return;
  }
  for (let row = 0; row < count; row += 1) {
    into.set(weights.subarray((from + row) * columns, (from + row + 1) * columns), row * padded);
    into.fill(-Infinity, row * padded + columns, (row + 1) * padded);
  }
}
