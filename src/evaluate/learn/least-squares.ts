/** Rows of values and what is told of each, both centred on their means: what the fit reads. */
export interface Centred {
  /** Sums of products of two criteria. */
  readonly products: readonly (readonly number[])[];
  /** Sums of products of a criterion and the rating. */
  readonly withRating: readonly number[];
  readonly squaresOfRating: number;
  readonly rows: number;
}

/** Coefficients from 0 up, and what is known of how sure they are. */
export interface Fit {
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients but for the variance of the ratings. */
  readonly covariance: readonly (readonly number[])[];
  /** Variance of the ratings that the fit leaves; `undefined` without rows to spare. */
  readonly variance: number | undefined;
}

/**
 * Least squares with coefficients of at least 0, drawn towards a direction: the penalty is `worth` × the mean variance of a
 * criterion × the squared length of the part of the coefficients that is not along `direction`. Sums, products and square
 * roots only, so that every engine gives the same digits.
 *
 * Method: active sets (Lawson & Hanson 1974), on the normal equations of a handful of criteria.
 */
export function fitTowards(data: Centred, direction: readonly number[], worth: number, groups: number): Fit {
  const { products, withRating, squaresOfRating, rows } = data;
  const size = direction.length;
  const spread = direction.reduce((sum, _, at) => sum + cell(products, at, at), 0) / rows / size;
  const length = direction.reduce((sum, each) => sum + each * each, 0);
  const penalty = worth * spread;
  const matrix = direction.map((own, i) =>
    direction.map((other, j) => cell(products, i, j) + penalty * ((i === j ? 1 : 0) - (own * other) / length)),
  );
  const coefficients = nonNegative(matrix, withRating);
  const explained = direction.reduce((sum, _, i) => {
    const row = direction.reduce((all, __, j) => all + cell(products, i, j) * (coefficients[j] ?? 0), 0);
    return sum + (coefficients[i] ?? 0) * (2 * (withRating[i] ?? 0) - row);
  }, 0);
  const degrees = rows - size - groups;
  const own = inverse(matrix);
  return {
    coefficients,
    covariance: product(product(own, products), own),
    variance: degrees > 0 ? Math.max(0, squaresOfRating - explained) / degrees : undefined,
  };
}

/** The minimum of x'Ax/2 - b'x over x >= 0, for a positive definite matrix. */
function nonNegative(matrix: readonly (readonly number[])[], target: readonly number[]): readonly number[] {
  const size = target.length;
  let x = new Array<number>(size).fill(0);
  const free = new Set<number>();
  const slopeAt = (at: number): number =>
    (target[at] ?? 0) - x.reduce((sum, value, other) => sum + cell(matrix, at, other) * value, 0);
  const small = 1e-12 * target.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  // each round frees one coefficient, and no set of free ones comes twice
  for (let round = 0; round < 2 ** Math.min(size, 20); round += 1) {
    const steepest = target.map((_, at) => (free.has(at) ? -Infinity : slopeAt(at)));
    const best = steepest.reduce((most, each) => Math.max(most, each), -Infinity);
    if (best <= small) return x;
    free.add(steepest.indexOf(best));
    for (;;) {
      const places = [...free].sort((a, b) => a - b);
      const found = solve(
        places.map((i) => places.map((j) => cell(matrix, i, j))),
        places.map((i) => target[i] ?? 0),
      );
      const next = new Array<number>(size).fill(0);
      places.forEach((place, at) => (next[place] = found[at] ?? 0));
      const negative = places.filter((place) => (next[place] ?? 0) <= 0);
      if (negative.length === 0) {
        x = next;
        break;
      }
      // as far as the first coefficient that would fall below 0
      const share = negative.reduce((least, place) => {
        const now = x[place] ?? 0;
        return Math.min(least, now / (now - (next[place] ?? 0)) || 0);
      }, 1);
      x = x.map((value, place) => value + share * ((next[place] ?? 0) - value));
      for (const place of places) {
        if ((x[place] ?? 0) > 1e-14) continue;
        x[place] = 0;
        free.delete(place);
      }
      if (free.size === 0) break;
    }
  }
  return x;
}

/** Gauss's elimination with the largest pivot of each column. */
export function solve(matrix: readonly (readonly number[])[], target: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, target[at] ?? 0]);
  const size = target.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(cell(rows, row, column)) > Math.abs(cell(rows, pivot, column))) pivot = row;
    }
    const [high, low] = [rows[pivot] ?? [], rows[column] ?? []];
    rows[column] = high;
    rows[pivot] = low;
    for (let row = column + 1; row < size; row += 1) {
      const factor = cell(rows, row, column) / cell(rows, column, column);
      rows[row] = (rows[row] ?? []).map((value, at) => value - factor * (high[at] ?? 0));
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = x.reduce((sum, value, at) => (at > row ? sum + cell(rows, row, at) * value : sum), 0);
    x[row] = (cell(rows, row, size) - known) / cell(rows, row, row);
  }
  return x;
}

function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return matrix.map((_, at) =>
    solve(
      matrix,
      matrix.map((__, other) => (at === other ? 1 : 0)),
    ),
  );
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return a.map((row) => a.map((_, column) => row.reduce((sum, value, at) => sum + value * cell(b, at, column), 0)));
}

export function cell(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/** Centres rows on the means of their group, so that each group has a level of its own. */
export function centred(
  groups: readonly (readonly { readonly values: readonly number[]; readonly rating: number }[])[],
): Centred {
  const size = groups[0]?.[0]?.values.length ?? 0;
  const products = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const withRating = new Array<number>(size).fill(0);
  let [squaresOfRating, rows] = [0, 0];
  for (const group of groups) {
    const mean = group.reduce((sum, { rating }) => sum + rating, 0) / group.length;
    const means = withRating.map(
      (_, at) => group.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / group.length,
    );
    for (const { values, rating } of group) {
      rows += 1;
      const y = rating - mean;
      squaresOfRating += y * y;
      const x = means.map((each, at) => (values[at] ?? 0) - each);
      x.forEach((one, i) => {
        withRating[i] = (withRating[i] ?? 0) + one * y;
        x.forEach((two, j) => {
          const row = products[i];
          if (row !== undefined) row[j] = (row[j] ?? 0) + one * two;
        });
      });
    }
  }
  return { products, withRating, squaresOfRating, rows };
}
