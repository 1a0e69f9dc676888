import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { denseProblem, enumerate, pairsOf, solveDense, totalOf } from "./dense-support.ts";

const unmatched = fc.constantFrom("free", "last", "never");

/** Small matrices of every kind: ties, negatives, absent edges, empty sides. */
const smallMatrix = fc
  .record({
    rows: fc.integer({ min: 0, max: 7 }),
    columns: fc.integer({ min: 0, max: 7 }),
    range: fc.constantFrom([0, 0], [1, 2], [-1, 1], [0, 9], [-100, 100], [-1e9, 1e9], [5, 9]),
    absentPercent: fc.constantFrom(0, 0, 15, 50, 80),
  })
  .chain(({ rows, columns, range: [min, max], absentPercent }) => {
    const edge = fc.integer({ min: min, max: max });
    const cell =
      absentPercent === 0
        ? edge
        : fc.oneof(
            { weight: absentPercent, arbitrary: fc.constant(null) },
            { weight: 100 - absentPercent, arbitrary: edge },
          );
    return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  });

describe("dense one-to-one engine", () => {
  it("L2, D1-D3: pairs and total equal enumeration, and the prices prove it exactly", () => {
    fc.assert(
      fc.property(smallMatrix, unmatched, (matrix, mode) => {
        const problem = denseProblem(matrix, mode);
        const result = solveDense(problem);
        const best = enumerate(problem);
        expect(totalOf(problem, result)).toBe(best.total);
        if (mode !== "free") expect(pairsOf(result)).toBe(best.pairs);
      }),
      { numRuns: 8000 },
    );
  });
});
