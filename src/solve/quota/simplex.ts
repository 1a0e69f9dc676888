/** A linear programme in standard form: maximise `worth` over `matrix * x = right`, `x >= 0`. */
export interface Programme {
  /** One array of coefficients per row. The first columns of a basis given below are unit columns of it. */
  readonly rows: readonly Float64Array[];
  /** At least 0: the values of the starting basis. */
  readonly right: Float64Array;
  readonly worth: Float64Array;
  /** Column of the unit matrix that each row starts with. */
  readonly basis: Int32Array;
}

/** A vertex at which no column gains. */
export interface Vertex {
  readonly valueOf: Float64Array;
  /** What each column would lose; at least 0 up to rounding. */
  readonly lossOf: Float64Array;
}

/** Smallest gain and pivot that are not taken for rounding. Worths and coefficients are of the size of 1 to 1e4. */
const PRECISION = 1e-9;
/** Pivots per row and column: it takes a fraction of them. */
const MOST_PIVOTS = 4;

/**
 * Primal simplex method on a dense tableau (Dantzig, 1951). Each right-hand side carries a second, generic part that
 * decides between rows that tie, as if it had been moved by an infinitely small step (Charnes, 1952): so in exact
 * arithmetic no basis comes back, and the pivots are counted besides. `undefined` if they run out.
 */
export function solveProgramme({ rows, right, worth, basis }: Programme): Vertex | undefined {
  const columns = worth.length;
  const table = rows.map((row, at) => Float64Array.of(...row, right[at]!, 1 + ((at * 7919) % 1009) / 1009));
  const losses = new Float64Array(columns + 2);
  worth.forEach((value, column) => (losses[column] = -value));
  const inRow = basis.slice();
  table.forEach((row, at) => {
    subtract(losses, row, losses[inRow[at]!]!);
  });
  for (let left = MOST_PIVOTS * (rows.length + columns); left > 0; left -= 1) {
    const entering = mostGaining(losses, columns);
    if (entering < 0) return vertexOf(table, inRow, losses, columns);
    const leaving = firstToEnd(table, entering, columns);
    if (leaving < 0) return undefined;
    pivot(table, losses, leaving, entering);
    inRow[leaving] = entering;
  }
  return undefined;
}

function mostGaining(losses: Float64Array, columns: number): number {
  let found = -1;
  let least = -PRECISION;
  for (let column = 0; column < columns; column += 1) {
    if (losses[column]! >= least) continue;
    least = losses[column]!;
    found = column;
  }
  return found;
}

/** The row whose variable is the first to reach 0 when the column enters; -1 if none does. */
function firstToEnd(table: readonly Float64Array[], entering: number, columns: number): number {
  let found = -1;
  let nearest = Infinity;
  let nearestStep = Infinity;
  table.forEach((row, at) => {
    const coefficient = row[entering]!;
    if (coefficient <= PRECISION) return;
    const ratio = row[columns]! / coefficient;
    const step = row[columns + 1]! / coefficient;
    if (ratio > nearest + PRECISION || (ratio > nearest - PRECISION && step >= nearestStep)) return;
    [found, nearest, nearestStep] = [at, ratio, step];
  });
  return found;
}

function pivot(table: readonly Float64Array[], losses: Float64Array, leaving: number, entering: number): void {
  const row = table[leaving]!;
  const factor = 1 / row[entering]!;
  for (let column = 0; column < row.length; column += 1) row[column]! *= factor;
  row[entering] = 1;
  table.forEach((other, at) => {
    if (at !== leaving) subtract(other, row, other[entering]!);
  });
  subtract(losses, row, losses[entering]!);
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let column = 0; column < row.length; column += 1) from[column]! -= factor * row[column]!;
}

function vertexOf(table: readonly Float64Array[], inRow: Int32Array, losses: Float64Array, columns: number): Vertex {
  const valueOf = new Float64Array(columns);
  table.forEach((row, at) => (valueOf[inRow[at]!] = Math.max(0, row[columns]!)));
  return { valueOf, lossOf: losses.slice(0, columns) };
}
