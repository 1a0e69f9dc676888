/**
 * The basis of a linear programme by its inverse. Entry of place `p` of the basis and row `r` of the programme at
 * `inverse[r * size + p]`.
 */
export interface Basis {
  readonly size: number;
  readonly inverse: Float64Array;
  /** Of each place. */
  readonly value: Float64Array;
  /** Of each row. */
  readonly priceOf: Float64Array;
  /** The column that is about to enter, in terms of the basis. */
  readonly entries: Float64Array;
  /** Places at which the entering column is not 0. */
  readonly placeAt: Int32Array;
}

export function basisOf(size: number): Basis {
  return {
    size,
    inverse: new Float64Array(size * size),
    value: new Float64Array(size),
    priceOf: new Float64Array(size),
    entries: new Float64Array(size),
    placeAt: new Int32Array(size),
  };
}

/** Adds a multiple of a row's unit column to the entering one. */
export function addRow({ size, inverse, entries }: Basis, row: number, factor: number): void {
  const from = row * size;
  for (let place = 0; place < size; place += 1) entries[place]! += factor * inverse[from + place]!;
}

/** The place that is the first to come to 0 as the entering column grows, that with the largest pivot of equals; -1 if none does. */
export function leavingPlace({ size, entries, value }: Basis, leastPivot: number): number {
  let found = -1;
  let nearest = Infinity;
  for (let place = 0; place < size; place += 1) {
    if (entries[place]! <= leastPivot) continue;
    const ratio = Math.max(0, value[place]!) / entries[place]!;
    if (ratio > nearest || (ratio === nearest && entries[place]! <= entries[found]!)) continue;
    nearest = ratio;
    found = place;
  }
  return found;
}

/** Entries that are taken for the rounding of 0. */
const NOTHING = 1e-13;

/**
 * Lets the entering column take a place.
 *
 * @param gain What a unit of it adds
 * @returns Entries changed
 */
export function pivot({ size, inverse, value, priceOf, entries, placeAt }: Basis, out: number, gain: number): number {
  const scale = 1 / entries[out]!;
  const share = Math.max(0, value[out]!) * scale;
  let filled = 0;
  for (let place = 0; place < size; place += 1) {
    const entry = entries[place]!;
    if (place === out || (entry < NOTHING && entry > -NOTHING)) continue;
    value[place]! -= entry * share;
    placeAt[filled++] = place;
  }
  value[out] = share;
  let changed = size;
  for (let row = 0; row < size; row += 1) {
    const from = row * size;
    const own = inverse[from + out]! * scale;
    if (own < NOTHING && own > -NOTHING) {
      inverse[from + out] = 0;
      continue;
    }
    for (let at = 0; at < filled; at += 1) {
      const place = placeAt[at]!;
      inverse[from + place]! -= entries[place]! * own;
    }
    inverse[from + out] = own;
    priceOf[row]! += gain * own;
    changed += filled;
  }
  return changed;
}

/**
 * Makes the inverse anew by elimination with the largest pivots.
 *
 * @param fill Tells the entries of one place of the basis by row
 */
export function invert(
  { size, inverse }: Basis,
  fill: (place: number, set: (row: number, entry: number) => void) => void,
): void {
  const matrix = new Float64Array(size * size);
  for (let place = 0; place < size; place += 1) {
    fill(place, (row, entry) => (matrix[place * size + row]! += entry));
  }
  inverse.fill(0);
  for (let at = 0; at < size; at += 1) inverse[at * size + at] = 1;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[best * size + column]!)) best = row;
    }
    const scale = 1 / matrix[best * size + column]!;
    for (const table of [matrix, inverse]) {
      if (best !== column) swapRows(table, size, best, column);
      for (let at = column * size; at < (column + 1) * size; at += 1) table[at]! *= scale;
    }
    for (let row = 0; row < size; row += 1) {
      const factor = matrix[row * size + column]!;
      if (row === column || factor === 0) continue;
      subtractRow(matrix, size, row, column, factor);
      subtractRow(inverse, size, row, column, factor);
    }
  }
}

function subtractRow(table: Float64Array, size: number, row: number, from: number, factor: number): void {
  const to = row * size;
  const own = from * size;
  for (let at = 0; at < size; at += 1) {
    const entry = table[own + at]!;
    if (entry !== 0) table[to + at]! -= factor * entry;
  }
}

function swapRows(table: Float64Array, size: number, a: number, b: number): void {
  for (let at = 0; at < size; at += 1) {
    const kept = table[a * size + at]!;
    table[a * size + at] = table[b * size + at]!;
    table[b * size + at] = kept;
  }
}
