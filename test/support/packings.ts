import fc from "fast-check";
import type { PackingProblem } from "../../src/solve/index.ts";

/** A problem from its columns. */
export function packingOf(
  rows: number,
  columns: readonly { readonly rows: readonly number[]; readonly weight: number; readonly count?: number }[],
  mostCounted?: number,
): PackingProblem {
  const start = [0];
  for (const { rows: held } of columns) start.push((start.at(-1) ?? 0) + held.length);
  const hasCounts = columns.some(({ count }) => count !== undefined);
  return {
    rows,
    columnStart: Int32Array.from(start),
    rowAt: Int32Array.from(columns.flatMap(({ rows: held }) => [...held].sort((a, b) => a - b))),
    weightAt: Float64Array.from(columns, ({ weight }) => weight),
    ...(hasCounts ? { countAt: Int32Array.from(columns, ({ count = 0 }) => count) } : {}),
    ...(mostCounted === undefined ? {} : { mostCounted }),
  };
}

/** Problems of a few rows with columns of one to four of them; weights tie often. Of those with counts a column counts its rows. */
export function packings(isCounted: boolean): fc.Arbitrary<PackingProblem> {
  return fc.integer({ min: 3, max: 9 }).chain((rows) =>
    fc
      .uniqueArray(
        fc.record({
          rows: fc.uniqueArray(fc.nat(rows - 1), { minLength: 1, maxLength: 4 }),
          weight: fc.oneof(fc.nat(12), fc.nat(1_000_000)),
        }),
        { minLength: 1, maxLength: 18, selector: ({ rows: held }) => [...held].sort((a, b) => a - b).join() },
      )
      .map((columns) =>
        packingOf(
          rows,
          columns.map((column) => (isCounted ? { ...column, count: column.rows.length } : column)),
        ),
      ),
  );
}

/** Problems of all kinds: equal columns, columns of one row, any counts or none, limits that bind or not. */
export function anyPackings(weight: fc.Arbitrary<number>): fc.Arbitrary<PackingProblem> {
  const column = fc.record({
    mask: fc.oneof(
      fc.integer({ min: 1, max: 63 }),
      fc.nat(5).map((row) => 1 << row),
    ),
    weight,
    count: fc.oneof(fc.nat(3), fc.nat(9)),
  });
  return fc
    .record({
      rows: fc.integer({ min: 1, max: 6 }),
      columns: fc.array(column, { maxLength: 9 }),
      isCounted: fc.boolean(),
      most: fc.option(fc.nat(12), { nil: undefined }),
    })
    .map(({ rows, columns, isCounted, most }) => {
      const fit = columns.flatMap(({ mask, weight: worth, count }) => {
        const held = Array.from({ length: rows }, (_, row) => row).filter((row) => (mask & (1 << row)) !== 0);
        return held.length === 0 ? [] : [{ rows: held, weight: worth, ...(isCounted ? { count } : {}) }];
      });
      return packingOf(rows, fit, isCounted ? most : undefined);
    });
}

/** The best choice by trying every set of columns: the most counted, then the largest total. */
export function bestPacking(problem: PackingProblem): { readonly counted: number; readonly total: number } {
  const { columnStart, rowAt, weightAt, countAt, mostCounted = Infinity } = problem;
  const columns = Array.from(weightAt, (weight, column) => ({
    weight,
    count: countAt?.[column] ?? 0,
    mask: rowAt.subarray(columnStart[column], columnStart[column + 1]).reduce((mask, row) => mask | (1 << row), 0),
  }));
  let best = { counted: 0, total: 0 };
  const walk = (at: number, mask: number, counted: number, total: number): void => {
    const column = columns[at];
    if (column === undefined) {
      if (counted > mostCounted) return;
      if (counted > best.counted || (counted === best.counted && total > best.total)) best = { counted, total };
      return;
    }
    walk(at + 1, mask, counted, total);
    if ((mask & column.mask) === 0) walk(at + 1, mask | column.mask, counted + column.count, total + column.weight);
  };
  walk(0, 0, 0, 0);
  return best;
}
