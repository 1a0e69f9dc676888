import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentProblem, SparseProblem } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { warmStartFrom } from "../../src/solve/flow/warm-start.ts";
import { workBound } from "../../src/solve/work-bound.ts";
import { enumerate } from "../support/enumerate.ts";
import { problems, sparse } from "../support/problems.ts";
import { solved } from "../support/tables.ts";
import { runs } from "../support/runs.ts";

/** Reproducible whole numbers from 0 to 2^32 - 1 (a linear congruence with the constants of Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}

type Weight = (row: number, column: number) => number;
const next = numbers(7);
const factors = Array.from({ length: 400 }, () => 1 + (next() % 1000));

/** Families that make solvers slow; weights to be maximised. */
const families: readonly (readonly [name: string, weight: Weight])[] = [
  ["product", (row, column) => row * column],
  ["negated product (Machol and Wien)", (row, column) => -(row + 1) * (column + 1)],
  ["machine costs", (row, column) => -factors[row]! * factors[column + 100]!],
  ["constant", () => 5],
  ["two-valued", () => (next() % 2 === 0 ? 1 : 100)],
  ["all rows equal", (_, column) => factors[column]!],
  ["one feasible column", (_, column) => (column === 3 ? 1 : -Infinity)],
  ["a chain", (row, column) => (column === row || column === row + 1 ? 1 : -Infinity)],
  ["random", () => next() % 1_000_000],
];

function build(size: number, weight: Weight, unmatched: AssignmentProblem["unmatched"]): SparseProblem {
  const cells = Array.from({ length: size * size }, (_, at) => weight(Math.floor(at / size), at % size));
  return sparse(size, size, cells, unmatched);
}

describe("hard families and limits", () => {
  it.each(families)("A7: stays within the work bound: %s", (_, weight) => {
    for (const unmatched of ["free", "last"] as const) {
      const plain = build(60, weight, unmatched);
      const shared = { ...plain, rowCapacity: new Int32Array(60).fill(2), columnCapacity: new Int32Array(60).fill(3) };
      // the last one is large enough for the engine that large problems get
      for (const problem of [plain, shared, build(110, weight, unmatched)]) {
        const answer = solved(problem);
        expect(answer.work).toBeLessThanOrEqual(workBound(problem));
        const again = solved(problem, { ties: "canonical", warmStart: warmStartFrom(answer) });
        expect(again.work).toBeLessThanOrEqual(workBound(problem));
        expect(again.rowOf).toEqual(answer.rowOf);
        expect(again.columnOf).toEqual(answer.columnOf);
      }
    }
  });

  it("A7: a warm start from the answer itself costs a small part of a cold solve", () => {
    const problem = build(300, (row, column) => row * column, "last");
    const cold = solved(problem, { ties: "any" });
    const warm = solved(problem, { ties: "any", warmStart: warmStartFrom(cold) });
    expect(warm.total).toBe(cold.total);
    expect(warm.work).toBeLessThan(cold.work / 5);
  });

  it("A7, K7: a long alternating chain and 200,000 nodes need no deep stack", () => {
    const size = 100_000;
    const rowStart = Int32Array.from({ length: size + 1 }, (_, row) => Math.max(0, 2 * row - 1));
    const columnAt = Int32Array.from({ length: 2 * size - 1 }, (_, edge) =>
      edge === 0 ? 0 : Math.floor((edge - 1) / 2) + ((edge - 1) % 2),
    );
    const weightAt = new Float64Array(2 * size - 1).fill(1);
    const problem = {
      layout: "sparse",
      rows: size,
      columns: size,
      unmatched: "last",
      rowStart,
      columnAt,
      weightAt,
    } as const;
    expect(solved(problem, { ties: "any" }).placedRows).toBe(size);
  });

  it("A8: empty sides and graphs without edges", () => {
    for (const [rows, columns] of [
      [0, 0],
      [0, 3],
      [3, 0],
      [2, 2],
    ] as const) {
      const cells = new Float64Array(rows * columns).fill(-Infinity);
      for (const unmatched of ["free", "last", "never"] as const) {
        const answer = solveAssignment(sparse(rows, columns, cells, unmatched), { ties: "canonical" });
        if (unmatched === "never" && rows > 0) expect(answer.status).toBe("infeasible");
        else expect(answer).toMatchObject({ status: "optimal", total: 0, placedRows: 0, placedColumns: 0 });
      }
    }
  });

  it("L1: as many rows are placed as a search for augmenting paths finds", () => {
    fc.assert(
      fc.property(problems({ largest: 30, mostCapacity: 1, unmatched: ["last"] }), (problem) => {
        expect(solved(problem).placedRows).toBe(largestMatching(problem));
      }),
      runs(100),
    );
  });

  it("X1, V3: the same answer every time, and nothing that was passed in is changed", () => {
    fc.assert(
      fc.property(problems({ minima: true }), (problem) => {
        const before = structuredClone(problem);
        const first = solveAssignment(problem, { ties: "canonical" });
        expect(solveAssignment(problem, { ties: "canonical" })).toEqual(first);
        expect(problem).toEqual(before);
      }),
      runs(200),
    );
  });

  it("L2: finite doubles are solved up to the stated tolerance", () => {
    // drawn by size, not by bits: a draw by bits lies 300 digits apart, and may be refused
    const weight = fc.integer({ min: -(2 ** 52), max: 2 ** 52 }).map((share) => share / 2 ** 52);
    fc.assert(
      fc.property(problems({ minima: true, weight }), (problem) => {
        const answer = solveAssignment(problem, { ties: "canonical" });
        const best = enumerate(problem);
        expect(answer.status === "optimal").toBe(best !== undefined);
        if (answer.status !== "optimal" || best === undefined) return;
        expect(Math.abs(answer.total - best.total)).toBeLessThan(1e-9);
        if (problem.unmatched !== "free") expect(answer.placedRows).toBe(best.placedRows);
      }),
      runs(1000),
    );
  });
});

/** Size of a largest matching, row by row along augmenting paths (Kuhn 1955). */
function largestMatching({ rows, columns, rowStart, columnAt }: SparseProblem): number {
  const rowOf = new Array<number>(columns).fill(-1);
  const place = (row: number, seen: Set<number>): boolean => {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      if (seen.has(column)) continue;
      seen.add(column);
      if (rowOf[column] === -1 || place(rowOf[column]!, seen)) {
        rowOf[column] = row;
        return true;
      }
    }
    return false;
  };
  return Array.from({ length: rows }, (_, row) => place(row, new Set())).filter(Boolean).length;
}
