import type { Cut, PackingProblem } from "./problem.ts";

/** Finds which cuts columns meet. */
export interface CutTable {
  readonly cuts: readonly Cut[];
  /** Sum of what the cuts cost that a column meets; `priceAt[offset + cut]` is the price of one. */
  readonly priceOf: (column: number, priceAt: Float64Array, offset: number) => number;
  /** The cuts that a column meets. */
  readonly metBy: (column: number) => readonly number[];
}

/** O(rows of the column × cuts of each row) a column. */
export function cutTable(
  { rows, columnStart, rowAt }: Pick<PackingProblem, "rows" | "columnStart" | "rowAt">,
  cuts: readonly Cut[],
): CutTable {
  const cutsOf: number[][] = Array.from({ length: rows }, () => []);
  cuts.forEach((cut, place) => {
    for (const row of cut) cutsOf[row]!.push(place);
  });
  const held = new Uint8Array(cuts.length);
  return {
    cuts,
    priceOf: (column, priceAt, offset) => {
      if (cuts.length === 0) return 0;
      let sum = 0;
      for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
        for (const cut of cutsOf[rowAt[at]!]!) if (++held[cut]! === 2) sum += priceAt[offset + cut]!;
      }
      for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
        for (const cut of cutsOf[rowAt[at]!]!) held[cut] = 0;
      }
      return sum;
    },
    metBy: (column) => {
      const met: number[] = [];
      const columnRows = rowAt.subarray(columnStart[column], columnStart[column + 1]);
      for (const row of columnRows) for (const cut of cutsOf[row]!) if (++held[cut]! === 2) met.push(cut);
      for (const row of columnRows) for (const cut of cutsOf[row]!) held[cut] = 0;
      return met;
    },
  };
}

/** Violation from which on a cut is worth its row. */
const VIOLATED = 0.02;
/** Cuts of one round, and of one row in it. */
const PER_ROUND = 30;
const PER_ROW = 4;

/** Cuts that shares of columns violate, the most violated first, ties by row. */
export function violatedCuts(
  { rows, columnStart, rowAt }: Pick<PackingProblem, "rows" | "columnStart" | "rowAt">,
  shares: readonly { readonly column: number; readonly share: number }[],
): readonly Cut[] {
  const pairShare = new Map<number, number>();
  const tripleShare = new Map<number, number>();
  const add = (sums: Map<number, number>, key: number, share: number): void =>
    void sums.set(key, (sums.get(key) ?? 0) + share);
  for (const { column, share } of shares) {
    const held = rowAt.subarray(columnStart[column], columnStart[column + 1]);
    for (let a = 0; a < held.length; a += 1) {
      for (let b = a + 1; b < held.length; b += 1) {
        add(pairShare, held[a]! * rows + held[b]!, share);
        for (let c = b + 1; c < held.length; c += 1) {
          add(tripleShare, (held[a]! * rows + held[b]!) * rows + held[c]!, share);
        }
      }
    }
  }
  const nearOf: number[][] = Array.from({ length: rows }, () => []);
  for (const pair of pairShare.keys()) {
    nearOf[Math.floor(pair / rows)]!.push(pair % rows);
    nearOf[pair % rows]!.push(Math.floor(pair / rows));
  }
  const shareOf = (a: number, b: number): number => pairShare.get(Math.min(a, b) * rows + Math.max(a, b)) ?? 0;
  const found = new Map<number, { readonly cut: Cut; readonly share: number }>();
  for (let row = 0; row < rows; row += 1) {
    const near = nearOf[row]!;
    for (let i = 0; i < near.length; i += 1) {
      for (let j = i + 1; j < near.length; j += 1) {
        const sum = shareOf(row, near[i]!) + shareOf(row, near[j]!) + shareOf(near[i]!, near[j]!);
        if (sum <= 1 + VIOLATED) continue;
        const cut = sorted(row, near[i]!, near[j]!);
        const key = (cut[0] * rows + cut[1]) * rows + cut[2];
        const share = sum - 2 * (tripleShare.get(key) ?? 0);
        if (share > 1 + VIOLATED) found.set(key, { cut, share });
      }
    }
  }
  const byViolation = [...found].sort(([a, one], [b, other]) => other.share - one.share || a - b);
  const taken: Cut[] = [];
  const usedBy = new Int32Array(rows);
  for (const [, { cut }] of byViolation) {
    if (taken.length >= PER_ROUND) break;
    if (cut.some((row) => usedBy[row]! >= PER_ROW)) continue;
    for (const row of cut) usedBy[row]! += 1;
    taken.push(cut);
  }
  return taken;
}

function sorted(a: number, b: number, c: number): Cut {
  const [first = a, second = b, third = c] = [a, b, c].sort((one, other) => one - other);
  return [first, second, third];
}
