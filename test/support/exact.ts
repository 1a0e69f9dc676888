/*
 * Oracles in exact arithmetic: every double is a whole multiple of 2 ** -1074, so sums of whole numbers decide.
 */

const UNITS = 1074n;

/** The double as a whole number of units of 2 ** -1074. */
export function exactOf(value: number): bigint {
  if (!Number.isFinite(value)) throw new Error("expected a finite number");
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n === 1n ? -size : size;
}

/** Nearest double to a number of units, for messages and ratios. */
export function toNumber(units: bigint): number {
  const sign = units < 0n ? -1 : 1;
  let size = units < 0n ? -units : units;
  let shift = 0n;
  while (size >= 1n << 60n) {
    size >>= 8n;
    shift += 8n;
  }
  return sign * Number(size) * 2 ** Number(shift - UNITS);
}

/** A one-to-one problem as a matrix of weights to be maximised; -Infinity where there is no edge. */
export interface ExactMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly weights: ArrayLike<number>;
}

export interface ExactBest {
  readonly pairs: number;
  readonly total: bigint;
}

/** Most pairs and their best total (`last`), or the best total alone (`free`): row by row over sets of used columns. */
export function bestExactly({ rows, columns, weights }: ExactMatrix, unmatched: "free" | "last"): ExactBest {
  let bestOf = new Map<number, ExactBest>([[0, { pairs: 0, total: 0n }]]);
  for (let row = 0; row < rows; row += 1) {
    const next = new Map(bestOf);
    for (const [used, { pairs, total }] of bestOf) {
      for (let column = 0; column < columns; column += 1) {
        const weight = weights[row * columns + column]!;
        if ((used & (1 << column)) !== 0 || weight === -Infinity) continue;
        const found = { pairs: pairs + 1, total: total + exactOf(weight) };
        const known = next.get(used | (1 << column));
        if (known === undefined || found.total > known.total) next.set(used | (1 << column), found);
      }
    }
    bestOf = next;
  }
  let best: ExactBest = { pairs: 0, total: 0n };
  for (const found of bestOf.values()) {
    const isMore = unmatched === "last" && found.pairs !== best.pairs;
    if (isMore ? found.pairs > best.pairs : found.total > best.total) best = found;
  }
  return best;
}

/** Best total where each row of a square matrix has exactly `load` partners, and so has each column: row by row over loads. */
export function bestOfEqualLoads({ rows, columns, weights }: ExactMatrix, load: number): bigint {
  const sets = Array.from({ length: 1 << columns }, (_, set) =>
    Array.from({ length: columns }, (_, column) => column).filter((column) => (set & (1 << column)) !== 0),
  ).filter((set) => set.length === load);
  let bestOf = new Map<string, bigint>([["0".repeat(columns), 0n]]);
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<string, bigint>();
    for (const [key, total] of bestOf) {
      for (const set of sets) {
        const loads = Array.from(key, (digit, column) => Number(digit) + (set.includes(column) ? 1 : 0));
        if (loads.some((each) => each > load)) continue;
        const found = set.reduce((sum, column) => sum + exactOf(weights[row * columns + column]!), total);
        const known = next.get(loads.join(""));
        if (known === undefined || found > known) next.set(loads.join(""), found);
      }
    }
    bestOf = next;
  }
  const best = bestOf.get(String(load).repeat(columns));
  if (best === undefined) throw new Error("expected a choice of equal loads");
  return best;
}

/** Least exact total of a complete assignment of a square matrix of costs: shortest augmenting paths on whole numbers. */
export function leastExactly(size: number, costs: ArrayLike<number>): bigint {
  const cost = Array.from({ length: size * size }, (_, at) => exactOf(costs[at]!));
  const columnPrice = new Array<bigint>(size + 1).fill(0n);
  const rowPrice = new Array<bigint>(size + 1).fill(0n);
  const rowOfColumn = new Array<number>(size + 1).fill(-1);
  for (let start = 0; start < size; start += 1) {
    rowOfColumn[size] = start;
    let column = size;
    const least = new Array<bigint | undefined>(size).fill(undefined);
    const before = new Array<number>(size).fill(size);
    const isDone = new Array<boolean>(size + 1).fill(false);
    while (rowOfColumn[column]! >= 0) {
      isDone[column] = true;
      const row = rowOfColumn[column]!;
      let step: bigint | undefined;
      let nearest = -1;
      for (let other = 0; other < size; other += 1) {
        if (isDone[other]!) continue;
        const slack = cost[row * size + other]! - rowPrice[row]! - columnPrice[other]!;
        if (least[other] === undefined || slack < least[other]!) {
          least[other] = slack;
          before[other] = column;
        }
        if (step === undefined || least[other]! < step) {
          step = least[other];
          nearest = other;
        }
      }
      for (let other = 0; other <= size; other += 1) {
        if (isDone[other]!) {
          rowPrice[rowOfColumn[other]!]! += step!;
          columnPrice[other]! -= step!;
        } else if (least[other] !== undefined) least[other]! -= step!;
      }
      column = nearest;
    }
    while (column !== size) {
      rowOfColumn[column] = rowOfColumn[before[column]!]!;
      column = before[column]!;
    }
  }
  let total = 0n;
  for (let column = 0; column < size; column += 1) total += cost[rowOfColumn[column]! * size + column]!;
  return total;
}

/** Exact total of chosen pairs. */
export function exactTotal(
  { columns, weights }: ExactMatrix,
  { rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): bigint {
  let total = 0n;
  rowOf.forEach((row, pair) => (total += exactOf(weights[row * columns + columnOf[pair]!]!)));
  return total;
}

/** Exact sum of the sizes of chosen weights, and the least of them. */
export function exactSizes(
  { columns, weights }: ExactMatrix,
  { rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): { readonly size: bigint; readonly least: bigint } {
  const sizes = Array.from(rowOf, (row, pair) => exactOf(Math.abs(weights[row * columns + columnOf[pair]!]!)));
  const size = sizes.reduce((sum, each) => sum + each, 0n);
  return { size, least: sizes.reduce((least, each) => (each < least ? each : least), size) };
}

/** What a choice of doubles may lose, unless it is lost in the last digit of the total: 2 ** -26 of the sum of each row's least weight that is not 0, by size. */
export function mostLoss({ rows, columns, weights }: ExactMatrix): bigint {
  let sum = 0n;
  for (let row = 0; row < rows; row += 1) {
    let least = Infinity;
    for (let column = 0; column < columns; column += 1) {
      const size = Math.abs(weights[row * columns + column]!);
      if (size > 0 && size < least) least = size;
    }
    if (least < Infinity) sum += exactOf(least);
  }
  return sum >> 26n;
}
