import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { warmStartFrom } from "../../src/solve/flow/warm-start.ts";
import { enumerate } from "../support/enumerate.ts";
import { pairsOf } from "../support/expect-optimal.ts";
import { toDense } from "../support/problems.ts";
import {
  best,
  mapCells,
  solved,
  tables,
  toProblem,
  transposed,
  withCell,
  withoutColumn,
  withoutRow,
  type Table,
} from "../support/tables.ts";
import { runs } from "../support/runs.ts";

const RUNS = runs(300);
const anyIndex = fc.nat(1000);
/** Weights so wide apart that two choices hardly ever have the same total. */
const wide = fc.integer({ min: 1, max: 1_000_000 });

function check<T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  law: (...values: T) => void,
): void {
  fc.assert(fc.property(...arbitraries, law), RUNS);
}

/** The pairs as `row-column` texts after renaming the indices. */
function renamed(
  table: Table,
  unmatched: "free" | "last",
  row: (r: number) => number,
  column: (c: number) => number,
): string[] {
  const answer = solved(toProblem(table, unmatched));
  return Array.from(answer.rowOf, (r, pair) => `${row(r)}-${column(answer.columnOf[pair]!)}`).sort();
}

describe("comparative statics", () => {
  it("C1: one more row or column never lowers the best total, nor what last counts first", () => {
    check([tables(), anyIndex], (table, at) => {
      const less = withoutRow(table, at % table.cells.length);
      expect(best(table)).toBeGreaterThanOrEqual(best(less));
      const many = solved(toProblem(table, "last"));
      const few = solved(toProblem(less, "last"));
      const gained = many.placedRows + many.placedColumns - few.placedRows - few.placedColumns;
      expect(gained).toBeGreaterThanOrEqual(0);
      if (gained === 0) expect(many.total).toBeGreaterThanOrEqual(few.total);
    });
  });

  it.each(["free", "last"] as const)(
    "C2, C3: with unique optima, a new column unplaces no row and a new row lowers no load (%s)",
    (rule) => {
      let unique = 0;
      check([tables(1, wide), anyIndex], (table, at) => {
        for (const less of [
          withoutColumn(table, at % table.columnCapacity.length),
          withoutRow(table, at % table.cells.length),
        ]) {
          const isUnique = [table, less].every((one) => enumerate(toProblem(one, rule))?.optima === 1);
          if (!isUnique) continue;
          unique += 1;
          const isColumnNew = less.cells.length === table.cells.length;
          const before = solved(toProblem(less, rule));
          const after = solved(toProblem(table, rule));
          if (isColumnNew) expect([...after.rowOf]).toEqual(expect.arrayContaining([...before.rowOf]));
          else expect([...after.columnOf]).toEqual(expect.arrayContaining([...before.columnOf]));
        }
      });
      expect(unique).toBeGreaterThan(RUNS.numRuns);
    },
  );

  it("C4: one place more never lowers the total, and successive places gain less and less", () => {
    check([tables(), anyIndex], (table, at) => {
      const column = at % table.columnCapacity.length;
      const totals = [1, 2, 3, 4].map((places) =>
        best({ ...table, columnCapacity: table.columnCapacity.with(column, places) }),
      );
      const gains = totals.slice(1).map((total, step) => total - totals[step]!);
      gains.forEach((gain, step) => {
        expect(gain).toBeGreaterThanOrEqual(0);
        if (step > 0) expect(gain).toBeLessThanOrEqual(gains[step - 1]!);
      });
    });
  });

  it("C5: a row is worth less once another has joined", () => {
    check([tables()], (table) => {
      fc.pre(table.cells.length >= 2);
      const withoutFirst = withoutRow(table, 0);
      const alone = best(withoutRow(table, 1)) - best(withoutRow(withoutFirst, 0));
      expect(best(table) - best(withoutFirst)).toBeLessThanOrEqual(alone);
    });
  });

  it("C6, C7: raising a weight raises the total by at most as much, and exactly so if the pair is chosen", () => {
    check([tables(), anyIndex, fc.integer({ min: 1, max: 5 })], (table, at, raise) => {
      const row = at % table.cells.length;
      const column = at % table.columnCapacity.length;
      const cell = table.cells[row]![column] ?? null;
      fc.pre(cell !== null);
      const before = solved(toProblem(table));
      const after = best(withCell(table, row, column, cell + raise));
      const isChosen = pairsOf(before).split(" ").includes(`${row}-${column}`);
      expect(after - before.total).toBeGreaterThanOrEqual(isChosen ? raise : 0);
      expect(after - before.total).toBeLessThanOrEqual(raise);
    });
  });

  it("C8: forbidding an unused pair changes nothing, a used one never improves", () => {
    check([tables()], (table) => {
      const before = solved(toProblem(table, "last"));
      const used = pairsOf(before).split(" ");
      table.cells.forEach((line, row) => {
        line.forEach((cell, column) => {
          if (cell === null) return;
          const after = solved(toProblem(withCell(table, row, column, null), "last"));
          if (!used.includes(`${row}-${column}`)) expect(pairsOf(after)).toBe(pairsOf(before));
          expect(after.placedRows).toBeLessThanOrEqual(before.placedRows);
          if (after.placedRows + after.placedColumns === before.placedRows + before.placedColumns) {
            expect(after.total).toBeLessThanOrEqual(before.total);
          }
        });
      });
    });
  });

  it("C9, C10: removing an unplaced row, or a pair, leaves the other pairs as they are", () => {
    check([tables(1)], (table) => {
      const before = solved(toProblem(table));
      const pairs = new Map(Array.from(before.rowOf, (row, pair) => [row, before.columnOf[pair]!]));
      for (let row = 0; row < table.cells.length; row += 1) {
        const column = pairs.get(row);
        const rest = withoutRow(table, row);
        const left = column === undefined ? rest : withoutColumn(rest, column);
        const expected = [...pairs]
          .filter(([r]) => r !== row)
          .map(([r, c]) => `${r}-${c}`)
          .sort();
        const newRow = (r: number): number => (r >= row ? r + 1 : r);
        const newColumn = (c: number): number => (column !== undefined && c >= column ? c + 1 : c);
        if (left.columnCapacity.length > 0) expect(renamed(left, "free", newRow, newColumn)).toEqual(expected);
      }
    });
  });

  it.each(["free", "last"] as const)("C11: multiplying all weights changes no pair (%s)", (rule) => {
    check([tables(), fc.integer({ min: 2, max: 9 })], (table, factor) => {
      const scaled = solved(
        toProblem(
          mapCells(table, (cell) => factor * cell),
          rule,
        ),
      );
      expect(pairsOf(scaled)).toBe(pairsOf(solved(toProblem(table, rule))));
    });
  });

  it("C12: adding a constant changes no pair where placements count first, capacities one", () => {
    check([tables(1), fc.integer({ min: -9, max: 9 })], (table, constant) => {
      const shifted = solved(
        toProblem(
          mapCells(table, (cell) => cell + constant),
          "last",
        ),
      );
      expect(pairsOf(shifted)).toBe(pairsOf(solved(toProblem(table, "last"))));
    });
  });

  it("C13, C14: last <= free in total, and greedy >= half of free", () => {
    check([tables(1, fc.nat(20))], (table) => {
      expect(best(table, "last")).toBeLessThanOrEqual(best(table));
      const edges = table.cells.flatMap((line, row) =>
        line.map((cell, column) => ({ row, column, weight: cell ?? -1 })),
      );
      const takenRows = new Set<number>();
      const takenColumns = new Set<number>();
      let greedy = 0;
      for (const { row, column, weight } of edges.sort((a, b) => b.weight - a.weight)) {
        if (weight < 0 || takenRows.has(row) || takenColumns.has(column)) continue;
        takenRows.add(row);
        takenColumns.add(column);
        greedy += weight;
      }
      expect(2 * greedy).toBeGreaterThanOrEqual(best(table));
    });
  });

  it("C15, C17: reversing rows and columns, or exchanging the sides, changes neither totals nor unique pairs", () => {
    let unique = 0;
    check([tables(3, wide)], (table) => {
      const { length } = table.cells;
      const reversed = { ...table, cells: table.cells.toReversed(), rowCapacity: table.rowCapacity.toReversed() };
      expect(best(reversed)).toBe(best(table));
      expect(best(transposed(table), "last")).toBe(best(table, "last"));
      if (enumerate(toProblem(table))?.optima !== 1) return;
      unique += 1;
      const same = (index: number): number => index;
      expect(renamed(reversed, "free", (row) => length - 1 - row, same)).toEqual(renamed(table, "free", same, same));
    });
    expect(unique).toBeGreaterThan(RUNS.numRuns / 2);
  });

  it("C16: two problems without edges between them are solved as one", () => {
    check([tables(), tables()], (first, second) => {
      const gap = first.columnCapacity.map(() => null);
      const union: Table = {
        cells: [
          ...first.cells.map((row) => [...row, ...second.columnCapacity.map(() => null)]),
          ...second.cells.map((row) => [...gap, ...row]),
        ],
        rowCapacity: [...first.rowCapacity, ...second.rowCapacity],
        columnCapacity: [...first.columnCapacity, ...second.columnCapacity],
      };
      for (const rule of ["free", "last"] as const)
        expect(best(union, rule)).toBe(best(first, rule) + best(second, rule));
    });
  });

  it("C18: a column of capacity two is worth two equal columns, if rows take one partner", () => {
    check([tables(1)], (table) => {
      const double = { ...table, columnCapacity: table.columnCapacity.with(0, 2) };
      const split = {
        ...table,
        cells: table.cells.map((row) => [row[0]!, ...row]),
        columnCapacity: [1, ...table.columnCapacity],
      };
      expect(best(double)).toBe(best(split));
    });
  });

  it("C19: a row without edges changes nothing", () => {
    check([tables()], (table) => {
      const more = {
        ...table,
        cells: [...table.cells, table.columnCapacity.map(() => null)],
        rowCapacity: [...table.rowCapacity, 1],
      };
      for (const rule of ["free", "last"] as const) {
        expect(pairsOf(solved(toProblem(more, rule)))).toBe(pairsOf(solved(toProblem(table, rule))));
      }
    });
  });

  it("C20: dense, sparse and warm-started solves give the same canonical pairs", () => {
    check([tables(), anyIndex, fc.integer({ min: -3, max: 6 })], (table, at, weight) => {
      const row = at % table.cells.length;
      const changed = withCell(table, row, at % table.columnCapacity.length, weight);
      const problem = toProblem(changed, "last");
      const previous = solved(toProblem(table, "last"), { ties: "any" });
      const cold = solved(problem);
      expect(pairsOf(solved(toDense(problem)))).toBe(pairsOf(cold));
      expect(pairsOf(solved(problem, { ties: "canonical", warmStart: warmStartFrom(previous) }))).toBe(pairsOf(cold));
      const less = toProblem(withoutRow(changed, row), "last");
      const rowWas = Int32Array.from({ length: less.rows }, (_, index) => (index >= row ? index + 1 : index));
      const warmStart = warmStartFrom(previous, rowWas);
      expect(pairsOf(solved(less, { ties: "canonical", warmStart }))).toBe(pairsOf(solved(less)));
    });
  });
});
