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
  /** Entries changed. */
  readonly work: number;
}

/** Smallest gain and pivot that are not taken for rounding. Worths and coefficients are of the size of 1 to 1e4. */
const PRECISION = 1e-9;
/** Pivots per row and column: it takes a fraction of them. */
const MOST_PIVOTS = 4;

/** Rows of `width` entries: a coefficient per column, the right-hand side, and its generic part. */
interface Tableau {
  readonly width: number;
  readonly table: Float64Array;
  /** As a row, with the loss of each column. */
  readonly losses: Float64Array;
  /** Column that stands in each row. */
  readonly inRow: Int32Array;
  /** Places at which the row that is pivoted on is not 0. */
  readonly placesAt: Int32Array;
}

/**
 * Primal simplex method on a dense tableau (Dantzig, 1951). Each right-hand side carries a second, generic part that
 * decides between rows that tie, as if it had been moved by an infinitely small step (Charnes, 1952): so in exact
 * arithmetic no basis comes back, and the pivots are counted besides. `undefined` if they run out.
 */
export function solveProgramme(programme: Programme): Vertex | undefined {
  const tableau = tableauOf(programme);
  const { inRow, width } = tableau;
  let work = inRow.length * width;
  for (let left = MOST_PIVOTS * (inRow.length + width); left > 0; left -= 1) {
    const entering = mostGaining(tableau);
    if (entering < 0) return vertexOf(tableau, work);
    const leaving = firstToEnd(tableau, entering);
    if (leaving < 0) return undefined;
    work += pivot(tableau, leaving, entering);
  }
  return undefined;
}

function tableauOf({ rows, right, worth, basis }: Programme): Tableau {
  const width = worth.length + 2;
  const table = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    const start = at * width;
    table.set(row, start);
    table[start + width - 2] = right[at]!;
    table[start + width - 1] = 1 + ((at * 7919) % 1009) / 1009;
  });
  const losses = new Float64Array(width);
  for (let column = 0; column < worth.length; column += 1) losses[column] = -worth[column]!;
  for (let row = 0; row < rows.length; row += 1) {
    const factor = losses[basis[row]!]!;
    for (let at = 0; at < width; at += 1) losses[at]! -= factor * table[row * width + at]!;
  }
  return { width, table, losses, inRow: basis.slice(), placesAt: new Int32Array(width) };
}

function mostGaining({ losses, width }: Tableau): number {
  let found = -1;
  let least = -PRECISION;
  for (let column = 0; column < width - 2; column += 1) {
    if (losses[column]! >= least) continue;
    least = losses[column]!;
    found = column;
  }
  return found;
}

/** The row whose variable is the first to reach 0 when the column enters; -1 if none does. */
function firstToEnd({ table, width, inRow }: Tableau, entering: number): number {
  let found = -1;
  let nearest = Infinity;
  let nearestStep = Infinity;
  for (let row = 0; row < inRow.length; row += 1) {
    const start = row * width;
    const coefficient = table[start + entering]!;
    if (coefficient <= PRECISION) continue;
    const ratio = table[start + width - 2]! / coefficient;
    const step = table[start + width - 1]! / coefficient;
    if (ratio > nearest + PRECISION || (ratio > nearest - PRECISION && step >= nearestStep)) continue;
    found = row;
    nearest = ratio;
    nearestStep = step;
  }
  return found;
}

/** Returns how many entries it has changed. */
function pivot({ table, width, losses, inRow, placesAt }: Tableau, leaving: number, entering: number): number {
  const from = leaving * width;
  const scale = 1 / table[from + entering]!;
  let places = 0;
  for (let at = 0; at < width; at += 1) {
    if (table[from + at]! === 0) continue;
    table[from + at]! *= scale;
    placesAt[places++] = at;
  }
  let changed = width;
  for (let row = 0; row < inRow.length; row += 1) {
    const start = row * width;
    const factor = table[start + entering]!;
    if (row === leaving || factor === 0) continue;
    changed += places;
    for (let place = 0; place < places; place += 1) {
      const at = placesAt[place]!;
      table[start + at]! -= factor * table[from + at]!;
    }
  }
  const factor = losses[entering]!;
  for (let place = 0; place < places; place += 1) losses[placesAt[place]!]! -= factor * table[from + placesAt[place]!]!;
  inRow[leaving] = entering;
  return changed;
}

function vertexOf({ table, width, losses, inRow }: Tableau, work: number): Vertex {
  const valueOf = new Float64Array(width - 2);
  inRow.forEach((column, row) => (valueOf[column] = Math.max(0, table[row * width + width - 2]!)));
  return { valueOf, lossOf: losses.slice(0, width - 2), work };
}
