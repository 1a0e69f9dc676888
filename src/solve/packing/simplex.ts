import { addRow, basisOf, invert, leavingPlace, pivot } from "./basis.ts";
import type { CutTable } from "./cuts.ts";
import type { PackingProblem } from "./problem.ts";

/** A linear programme over the columns of a packing, whose costs a search changes as it goes. */
export interface PackingProgramme {
  readonly columns: Pick<PackingProblem, "rows" | "columnStart" | "rowAt">;
  readonly cuts: CutTable;
  /** Worth of each column, at most 1. */
  readonly worth: Float64Array;
  /** Columns of which this is above 0 are ruled out. */
  readonly blocked: Int32Array;
  /** Rows of which this is above 0 have to be covered; the entry after the rows is that of the count, then come the cuts. */
  readonly asked: Int32Array;
  /** What each column counts. */
  readonly countAt: Int32Array;
  /** Right-hand side of the count: the most counted, or what has to be counted if `asked` says so. */
  readonly counted: number;
  /** Whether more than `counted` may be counted. */
  readonly mayCountMore: boolean;
}

/** The state of the simplex method on a programme. */
export interface PackingSimplex {
  /** One per row, that of a unit counted, one per cut: prices at which no candidate gains once `optimise` is done. */
  readonly priceOf: Float64Array;
  /** Begins anew with the costs as they are now, from the basis at hand. */
  readonly reprice: () => void;
  /** Takes candidates in until none gains; false if it takes more than this many steps. */
  readonly optimise: (candidates: readonly number[], mostWork: number) => boolean;
  /** Columns of the basis with their shares, ascending by column; those below a millionth are left out. */
  readonly shares: () => readonly Share[];
  /** Whether a row that has to be covered is not. */
  readonly isShort: () => boolean;
  readonly isBasic: (column: number) => boolean;
  work: number;
}

export interface Share {
  readonly column: number;
  readonly share: number;
}

/** Smallest gain, in units of the largest worth, and smallest pivot, that are not taken for rounding. */
const GAIN = 1e-10;
const PIVOT = 1e-9;
/** Right-hand sides are moved by generic amounts of this size, so that no basis comes back. */
const STEP = 1e-7;
/** Empty place of a row that counts as one. */
const SHORT = 1e-3;
/** Pivots after which the inverse is made anew. */
const FRESH = 250;
/** Candidates that one look at all of them brings. */
const AT_A_TIME = 16;

/**
 * Revised primal simplex method with a dense inverse of the basis (Dantzig and Orchard-Hays, 1954) and multiple pricing.
 * Right-hand sides are perturbed against cycling (Charnes, 1952). Costs change between calls and the basis stays: a column that
 * is ruled out, or an empty place of a row that has to be covered, costs more than all columns together are worth; the former
 * more than all the empty places that it could fill, so that it never stands in for them.
 *
 * Doubles: whoever uses the prices makes whole numbers of them and checks those.
 *
 * @param start Disjoint columns that keep within the programme, to begin with
 */
export function packingSimplex(programme: PackingProgramme, start: readonly number[]): PackingSimplex {
  const { columns, cuts, worth, blocked, asked, countAt, mayCountMore } = programme;
  const { rows, columnStart, rowAt } = columns;
  const size = rows + 1 + cuts.cuts.length;
  const firstCut = rows + 1;
  const penalty = rows + 1;
  const right = rightSides(rows, size, programme.counted);
  const basis = basisOf(size);
  const { inverse, value, priceOf, entries } = basis;
  // a column; or below 0 the empty place of row -1 - variable; `beyond`, what is counted beyond what is asked
  const inPlace = Int32Array.from({ length: size }, (_, row) => -1 - row);
  const beyond = -1 - size;
  const basic = new Set<number>();
  const looked = new Float64Array(AT_A_TIME);
  let sinceFresh = 0;

  const blockedCost = (column: number): number =>
    -penalty * (1 + columnStart[column + 1]! - columnStart[column]! + countAt[column]!);
  const costOf = (variable: number): number => {
    if (variable >= 0) return blocked[variable]! > 0 ? blockedCost(variable) : worth[variable]!;
    if (variable === beyond) return 0;
    return asked[-1 - variable]! > 0 ? -penalty : 0;
  };
  const reprice = (): void => {
    const costs = Float64Array.from(inPlace, costOf);
    for (let row = 0; row < size; row += 1) {
      let price = 0;
      for (let place = 0; place < size; place += 1) price += costs[place]! * inverse[row * size + place]!;
      priceOf[row] = price;
    }
    simplex.work += size * size;
  };
  const gainOf = (column: number): number => {
    if (blocked[column]! > 0) return 0;
    const end = columnStart[column + 1]!;
    let gain = worth[column]! - countAt[column]! * priceOf[rows]!;
    for (let at = columnStart[column]!; at < end; at += 1) gain -= priceOf[rowAt[at]!]!;
    return gain > GAIN ? gain - cuts.priceOf(column, priceOf, firstCut) : gain;
  };
  /** The candidates that gain most. */
  const look = (candidates: readonly number[]): readonly number[] => {
    simplex.work += 4 * candidates.length;
    const found: number[] = [];
    for (const column of candidates) {
      const gain = gainOf(column);
      if (gain <= GAIN || (found.length === AT_A_TIME && gain <= looked[AT_A_TIME - 1]!)) continue;
      let at = Math.min(found.length, AT_A_TIME - 1);
      for (; at > 0 && looked[at - 1]! < gain; at -= 1) {
        looked[at] = looked[at - 1]!;
        found[at] = found[at - 1]!;
      }
      looked[at] = gain;
      found[at] = column;
    }
    return found;
  };
  const bestOf = (few: readonly number[]): { readonly variable: number; readonly gain: number } => {
    let variable = 0;
    let gain = GAIN;
    const take = (other: number, otherGain: number): void => {
      if (otherGain <= gain) return;
      gain = otherGain;
      variable = other;
    };
    for (const column of few) take(column, gainOf(column));
    for (let row = 0; row < size; row += 1) take(-1 - row, costOf(-1 - row) - priceOf[row]!);
    if (mayCountMore) take(beyond, priceOf[rows]!);
    simplex.work += size;
    return { variable, gain };
  };
  /** Entries of a variable by row. */
  const forEntries = (variable: number, take: (row: number, entry: number) => void): void => {
    if (variable === beyond) take(rows, -1);
    else if (variable < 0) take(-1 - variable, 1);
    else {
      if (countAt[variable] !== 0) take(rows, countAt[variable]!);
      for (let at = columnStart[variable]!; at < columnStart[variable + 1]!; at += 1) take(rowAt[at]!, 1);
      for (const cut of cuts.metBy(variable)) take(firstCut + cut, 1);
    }
  };
  const refresh = (): void => {
    sinceFresh = 0;
    invert(basis, (place, set) => {
      forEntries(inPlace[place]!, set);
    });
    value.fill(0);
    for (let row = 0; row < size; row += 1) {
      for (let place = 0; place < size; place += 1) value[place]! += inverse[row * size + place]! * right[row]!;
    }
    simplex.work += size * size * 4;
    reprice();
  };
  /** False if the programme turns out to be unbounded, which only rounding can make it. */
  const enter = (variable: number, gain: number): boolean => {
    entries.fill(0);
    forEntries(variable, (row, entry) => {
      addRow(basis, row, entry);
    });
    const out = leavingPlace(basis, PIVOT);
    if (out < 0) return false;
    simplex.work += pivot(basis, out, gain) + 4 * size;
    basic.delete(inPlace[out]!);
    basic.add(variable);
    inPlace[out] = variable;
    sinceFresh += 1;
    if (sinceFresh >= FRESH) refresh();
    return true;
  };
  const simplex: PackingSimplex = {
    work: 0,
    priceOf,
    reprice,
    isBasic: (column) => basic.has(column),
    optimise: (candidates, mostWork) => {
      let few = look(candidates);
      for (;;) {
        let { variable, gain } = bestOf(few);
        if (gain === GAIN) {
          few = look(candidates);
          ({ variable, gain } = bestOf(few));
          if (gain === GAIN) return true;
        }
        if (simplex.work > mostWork || !enter(variable, gain)) return false;
      }
    },
    isShort: () => inPlace.some((variable, place) => variable < 0 && costOf(variable) < 0 && value[place]! > SHORT),
    shares: () => {
      const shareOf = new Float64Array(size);
      for (let row = 0; row < size; row += 1) {
        const side = row === rows ? programme.counted : 1;
        for (let place = 0; place < size; place += 1) shareOf[place]! += side * inverse[row * size + place]!;
      }
      return Array.from(inPlace, (column, place): Share => ({ column, share: shareOf[place]! }))
        .filter(({ column, share }) => column >= 0 && share > 1e-6)
        .sort((a, b) => a.column - b.column);
    },
  };
  let counted = 0;
  for (const column of start) {
    let place = rowAt[columnStart[column]!]!;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
      if (right[rowAt[at]!]! < right[place]!) place = rowAt[at]!;
    }
    inPlace[place] = column;
    basic.add(column);
    counted += countAt[column]!;
  }
  if (counted > programme.counted) inPlace[rows] = beyond;
  refresh();
  return simplex;
}

/** Right-hand sides, moved so that the start is inside: those of cuts by more than those of rows. */
function rightSides(rows: number, size: number, counted: number): Float64Array {
  const right = Float64Array.from({ length: size }, (_, row) => 1 + STEP * (1 + ((row * 7919) % 1009) / 1009));
  for (let cut = rows + 1; cut < size; cut += 1) right[cut]! += 2 * STEP;
  right[rows] = counted * (1 + 3 * STEP);
  return right;
}
