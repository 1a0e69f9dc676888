import fc from "fast-check";
import { linearSumAssignment } from "linear-sum-assignment";
import munkres from "munkres";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { assign, type Matrix, type MatrixAssignment } from "../../../src/solve/matrix/assign.ts";
import { TersineError } from "../../../src/base/error.ts";
import { enumerate } from "./dense-support.ts";
import { runs } from "../../support/runs.ts";

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

/** Solves, and checks pairs, total and prices against the matrix itself; 0 for whole numbers. */
function solved(matrix: Matrix, maximize = false, tolerance = 0): MatrixAssignment {
  const answer = assign(matrix, { maximize });
  const { pairs, total, rowPrices, columnPrices } = answer;
  const sign = maximize ? 1 : -1;
  const columns = matrix[0]?.length ?? 0;
  expect(rowPrices).toHaveLength(matrix.length);
  expect(columnPrices).toHaveLength(columns);
  let violations = 0;
  for (let row = 0; row < matrix.length; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = matrix[row]![column];
      if (typeof cell !== "number") continue;
      if (!(sign * (rowPrices[row]! + columnPrices[column]! - cell) >= -tolerance)) violations += 1;
    }
  }
  expect(violations, "cells that beat their prices").toBe(0);
  expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
  expect(pairs.map(([row]) => row)).toEqual([...new Set(pairs.map(([row]) => row))].sort((a, b) => a - b));
  let sum = 0;
  for (const [row, column] of pairs) {
    const cell = matrix[row]![column];
    if (typeof cell !== "number") throw new Error("a forbidden pair was chosen");
    expect(Math.abs(rowPrices[row]! + columnPrices[column]! - cell)).toBeLessThanOrEqual(tolerance);
    sum += cell;
  }
  expect(Math.abs(total - sum)).toBeLessThanOrEqual(tolerance);
  expect(answer.complete).toBe(pairs.length === Math.min(matrix.length, columns));
  return answer;
}

const issuesOf = (run: () => unknown): readonly string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof TersineError) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  throw new Error("expected an error");
};

/** A small generator of whole numbers below `limit`, the same in every run. */
function wholeNumbers(seed: number, limit: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

const filled = (rows: number, columns: number, cellAt: (row: number, column: number) => number): number[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cellAt(row, column)));

const munkresTotal = (matrix: readonly (readonly number[])[]): number =>
  munkres(matrix.map((row) => [...row])).reduce((sum, [row, column]) => sum + matrix[row]![column]!, 0);

const wholeMatrix = (largest: number): fc.Arbitrary<(number | null)[][]> =>
  fc
    .record({
      rows: fc.integer({ min: 0, max: largest }),
      columns: fc.integer({ min: 0, max: largest }),
      range: fc.constantFrom({ min: 0, max: 0 }, { min: 0, max: 1 }, { min: -9, max: 9 }, { min: 0, max: 1e6 }),
      forbidden: fc.constantFrom(0, 0, 20, 60),
    })
    .chain(({ rows, columns, range, forbidden }) => {
      const cell = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer(range));
      const row = fc.array(
        cell.map(([chance, value]) => (chance < forbidden ? null : value)),
        { minLength: columns, maxLength: columns },
      );
      return fc.array(row, { minLength: rows, maxLength: rows });
    });

describe("assign", () => {
  it("L2: equals enumeration on small matrices: most pairs, then the best total", () => {
    fc.assert(
      fc.property(wholeMatrix(6), fc.boolean(), (matrix, maximize) => {
        const answer = solved(matrix, maximize);
        const weights = matrix.flat().map((cell) => (cell === null ? -Infinity : maximize ? cell : -cell));
        const best = enumerate({
          rows: matrix.length,
          columns: matrix[0]?.length ?? 0,
          weights: Float64Array.from(weights),
          unmatched: "last",
        });
        expect(answer.pairs).toHaveLength(best.pairs);
        expect(answer.total).toBe((maximize ? best.total : -best.total) + 0);
      }),
      runs(4000),
    );
  });

  it("L2: equals munkres and linear-sum-assignment on full matrices", () => {
    const full = wholeMatrix(40).filter((matrix) => matrix.length > 0 && (matrix[0]?.length ?? 0) > 0);
    const counted = fc.tuple(full, fc.boolean()).map(([matrix, wide]) => {
      const numbers = matrix.map((row) => row.map((cell) => cell ?? 7));
      const isWide = numbers.length <= numbers[0]!.length;
      return isWide === wide ? numbers : numbers[0]!.map((_, column) => numbers.map((row) => row[column]!));
    });
    fc.assert(
      fc.property(counted, (matrix) => {
        const { total } = solved(matrix);
        expect(total).toBe(munkresTotal(matrix));
        if (matrix.length > 1 && matrix[0]!.length > 1) {
          const { rowAssignments } = linearSumAssignment(matrix, { maximaze: false });
          const peer = Array.from(rowAssignments, (column, row) => (column < 0 ? 0 : matrix[row]![column]!));
          expect(total).toBe(peer.reduce((sum, cell) => sum + cell, 0));
        }
      }),
      runs(300),
    );
  });

  it("C11, C17: scaling keeps the pairs' total in proportion, and turning the matrix keeps the total", () => {
    fc.assert(
      fc.property(wholeMatrix(12), fc.integer({ min: 1, max: 1000 }), (matrix, scale) => {
        const { total, pairs } = solved(matrix);
        const scaled = solved(matrix.map((row) => row.map((cell) => (cell === null ? null : cell * scale))));
        expect(scaled.total).toBe(total * scale);
        expect(scaled.pairs).toHaveLength(pairs.length);
        if (matrix.length === 0) return;
        const turned = solved(matrix[0]!.map((_, column) => matrix.map((row) => row[column]!)));
        expect(turned.pairs.length === pairs.length || matrix[0]!.length === 0).toBe(true);
        expect(turned.total).toBe(total);
      }),
      runs(1500),
    );
  });

  it("V3, X1: leaves a frozen matrix alone and answers the same twice", () => {
    const next = wholeNumbers(3, 10);
    const matrix = filled(60, 60, next);
    for (const row of matrix) Object.freeze(row);
    Object.freeze(matrix);
    expect(assign(matrix)).toEqual(assign(matrix));
  });

  it("takes typed rows, holes, undefined and null", () => {
    // eslint-disable-next-line no-sparse-arrays
    const matrix = [[1, undefined, 5], Float64Array.of(2, 1, 9), [, null, 3]];
    expect(solved(matrix)).toMatchObject({ total: 5, complete: true });
    expect(assign([])).toEqual({ pairs: [], total: 0, complete: true, rowPrices: [], columnPrices: [] });
    expect(solved([[], []])).toMatchObject({ pairs: [], complete: true });
    expect(solved([[null, null]])).toMatchObject({ pairs: [], total: 0, complete: false });
  });
});

describe("assign on known instances", () => {
  interface Case {
    readonly name: string;
    readonly maximize: boolean;
    readonly matrix: Matrix;
    readonly expected: {
      readonly objective?: number;
      readonly error?: string;
      readonly assignment?: readonly number[];
      readonly maxCardinality?: number;
      readonly maxCardinalityThenWeight?: { readonly objective: number; readonly pairs: number };
    };
  }
  const cases = ["scipy", "pathfinding", "networkx"].flatMap(
    (file) =>
      (JSON.parse(fixture(`assignment-cases/${file}.json`).toString()) as { readonly cases: readonly Case[] }).cases,
  );
  const isRefused = ({ expected }: Case): boolean => /^invalid/.test(expected.error ?? "");
  const hasText = ({ matrix }: Case): boolean => JSON.stringify(matrix).includes('"');
  const solvable = cases.filter((known) => !isRefused(known) && !hasText(known));

  it("counts the cases", () => {
    expect([cases.length, solvable.length]).toEqual([68, 64]);
  });

  it.each(solvable)("D1-D3, A7: $name", ({ matrix, maximize, expected }) => {
    const tolerance = matrix.every((row) => Array.from(row).every((cell) => Number.isInteger(cell ?? 0))) ? 0 : 1e-9;
    const answer = solved(matrix, maximize, tolerance);
    if (expected.objective !== undefined) expect(answer.total).toBeCloseTo(expected.objective, 9);
    if (expected.error === "infeasible") expect(answer.complete).toBe(false);
    if (expected.maxCardinality !== undefined) expect(answer.pairs).toHaveLength(expected.maxCardinality);
    if (expected.maxCardinalityThenWeight !== undefined) {
      expect(answer.pairs).toHaveLength(expected.maxCardinalityThenWeight.pairs);
      expect(answer.total).toBe(expected.maxCardinalityThenWeight.objective);
    }
  });

  it("D1-D3: the 100 x 100 costs of lap have minimum 198", () => {
    const text = gunzipSync(fixture("assignment-cases/lap-dense-100.csv.gz")).toString();
    const matrix = text
      .trim()
      .split("\n")
      .map((line) => line.split(",").map(Number));
    expect(solved(matrix)).toMatchObject({ total: 198, complete: true });
  });

  it.each([
    [100, 305],
    [200, 475],
  ])("D1-D3: OR-Library's assign%i has minimum %i", (size, least) => {
    const [rows, ...cells] = gunzipSync(fixture(`orlib/assign${size}.txt.gz`))
      .toString()
      .trim()
      .split(/\s+/)
      .map(Number);
    expect(rows).toBe(size);
    expect(solved(filled(size, size, (row, column) => cells[row * size + column]!))).toMatchObject({ total: least });
  });
});

describe("assign on hard matrices", () => {
  const size = 330;
  const mixed = wholeNumbers(5, 1000);
  const factors = Array.from({ length: 2 * size }, () => 1 + mixed());
  const families: readonly (readonly [string, number[][]])[] = [
    ["product", filled(size, size, (row, column) => (row + 1) * (column + 1))],
    ["machine", filled(size, size, (row, column) => factors[row]! * factors[size + column]!)],
    ["Machol-Wien", filled(size, size, (row, column) => row * column + Math.max(row, column))],
    ["constant", filled(size, size, () => 5)],
    ["two-valued", filled(size, size, () => (mixed() < 500 ? 1 : 100))],
    ["all rows equal", filled(size, size, (_, column) => (column * 7919) % 1000)],
    ["uniform", filled(size, size, mixed)],
    ["wide", filled(150, 4 * 150, mixed)],
    ["tall", filled(4 * 150, 150, mixed)],
    ["nearly square", filled(size, size + 1, (row, column) => (row + 1) * (column + 1))],
  ];

  it.each(families)("D1-D3, A7: %s: proved, and as good as munkres'", (_, matrix) => {
    expect(solved(matrix)).toMatchObject({ total: munkresTotal(matrix), complete: true });
  });

  it("L1: one feasible column, and a hole in every place but one row", () => {
    const narrow = filled(size, size, (row) => row).map((row) =>
      row.map((cell, column) => (column === 7 ? cell : null)),
    );
    expect(solved(narrow)).toMatchObject({ pairs: [[0, 7]], total: 0, complete: false });
    const chain = filled(size, size, () => 0).map((cells, row) =>
      cells.map((_, column) => (column === row || column === row + 1 ? row + column : null)),
    );
    expect(solved(chain)).toMatchObject({ complete: true });
  });

  it("L1: a large matrix with idle rows and columns keeps most pairs first", () => {
    const matrix = filled(size, size, mixed).map((cells, row) =>
      cells.map((cell, column) => (row % 50 === 3 || column % 110 === 9 || (row + column) % 7 === 0 ? null : cell)),
    );
    const idleRows = Array.from({ length: size }, (_, row) => row).filter((row) => row % 50 === 3).length;
    expect(solved(matrix).pairs).toHaveLength(size - idleRows);
  });

  it("A7: a 368 x 368 matrix of doubles of very different sizes ends, within the rounding of the largest", () => {
    const matrix = filled(368, 368, () => (mixed() + 0.123) * 10 ** ((mixed() % 9) - 8) + mixed() / 3);
    const { total } = solved(matrix, false, 1e-8);
    expect(Math.abs(total - munkresTotal(matrix))).toBeLessThan(1e-6);
  });

  it("D1-D3, A7: 1000 x 1000 whole numbers, products with a little noise, are proved exactly", () => {
    const matrix = filled(1000, 1000, (row, column) => (row + 1) * (column + 1) * 10 + (mixed() % 10));
    expect(solved(matrix).complete).toBe(true);
  });
});

describe("assign refuses", () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      "NaN and infinities with their position",
      [
        [1, 2],
        [NaN, 3],
        [4, -Infinity],
      ],
      ["NUMBER_NOT_FINITE /1/0", "NUMBER_NOT_FINITE /2/1"],
    ],
    ["ragged rows", [[1, 2], [3], [4, 5, 6]], ["MATRIX_RAGGED /1", "MATRIX_RAGGED /2"]],
    [
      "what is no number",
      [
        [1, "2"],
        [3n, {}],
      ],
      ["VALUE_TYPE /0/1", "VALUE_TYPE /1/0", "VALUE_TYPE /1/1"],
    ],
    ["rows that are no lists", [[1], null, "5"], ["LIST_EXPECTED /1", "LIST_EXPECTED /2"]],
    ["what is no matrix", { length: 1, 0: [1] }, ["INPUT_TYPE "]],
    [
      "numbers too large to sum exactly",
      [
        [2 ** 53, 1],
        [1, 2 ** 53],
      ],
      ["LIMIT_WEIGHTS /weights"],
    ],
  ])("V1: %s", (_, matrix, expected) => {
    expect(issuesOf(() => assign(matrix as Matrix))).toEqual(expected);
  });

  it("V5: unknown options and a maximize that is no boolean", () => {
    expect(issuesOf(() => assign([[1]], { maximise: true } as object))).toEqual(["FIELD_UNKNOWN /options/maximise"]);
    expect(issuesOf(() => assign([[1]], { maximize: 1 } as object))).toEqual(["FIELD_TYPE /options/maximize"]);
  });
});
