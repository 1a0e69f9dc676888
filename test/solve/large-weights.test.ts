import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "../../src/solve/matrix/assign.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { bestExactly, exactTotal } from "../support/exact.ts";
import { sparse, toDense } from "../support/problems.ts";

const unmatchedRules = ["free", "last", "never"] as const;

/** Whole weights near a large number that they have in common, or up to a quarter of 2 ** 51 for each pair. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.integer({ min: 2, max: 6 }),
    base: fc.constantFrom(0, 1.7e12, -1.7e12, 3e14),
    bits: fc.integer({ min: 30, max: 49 }),
    absent: fc.constantFrom(0, 0.2, 0.6),
  })
  .chain(({ rows, columns, base, bits, absent }) => {
    const most = Math.floor(2 ** Math.min(bits, base === 0 ? 49 : 40) / Math.min(rows, columns));
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const weight = fc.integer({ min: -most, max: most });
    return fc
      .array(fc.tuple(chance, weight), { minLength: rows * columns, maxLength: rows * columns })
      .map((cells) => ({
        rows,
        columns,
        weights: cells.map(([drawn, value]) => (drawn < absent ? -Infinity : base + value)),
      }));
  });

describe("large whole weights", () => {
  it("L2: are solved exactly in both layouts, with the same canonical pairs and prices", () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(...unmatchedRules), (matrix, unmatched) => {
        const best = bestExactly(matrix, unmatched === "free" ? "free" : "last");
        const graph = sparse(matrix.rows, matrix.columns, matrix.weights, unmatched);
        const both = [graph, toDense(graph)].map((problem) => {
          const answer = solveAssignment(problem, { ties: "canonical" });
          verifyOptimality(problem, answer);
          if (answer.status === "infeasible") return "infeasible";
          if (unmatched !== "free") expect(answer.rowOf.length).toBe(best.pairs);
          expect(exactTotal(matrix, answer)).toBe(best.total);
          const { rowPrice, columnPrice, placement } = answer.proof;
          return { rowOf: answer.rowOf, columnOf: answer.columnOf, rowPrice, columnPrice, placement };
        });
        expect(both[0]).toEqual(both[1]);
      }),
      { numRuns: 300 },
    );
  });

  it("L2: times in milliseconds of 50 a side, and numbers near 2 ** 51 in a square of two", () => {
    const start = 1_764_500_000_000;
    const times = Array.from({ length: 50 }, (_, row) =>
      Array.from({ length: 50 }, (__, column) => start + ((row * 7919 + column * 104_729 + row * column * 31) % 31_536_000) * 1000),
    ); // prettier-ignore
    const early = times.map((row) => row.map((time) => time - start));
    expect(assign(times).total).toBe(assign(early).total + 50 * start);
    expect(assign([[1.7e15, 1.7e15 + 3], [1.7e15 + 2, 1.7e15]]).pairs).toEqual([[0, 0], [1, 1]]); // prettier-ignore
  });

  it("L7: the hint tells by how much to divide", () => {
    expect(() => assign([[2 ** 52, 1], [1, 2]])).toThrow(/divide them by 4 or more/u); // prettier-ignore
  });
});
