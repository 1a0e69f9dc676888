import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drain } from "../../../src/base/steps.ts";
import { solveDenseOneToOne } from "../../../src/solve/matrix/engine.ts";
import { matrixExtremes } from "../../../src/solve/matrix/matrix-extremes.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { bestExactly, exactTotal } from "../../support/exact.ts";
import { sparse, toDense } from "../../support/problems.ts";
import { runs } from "../../support/runs.ts";

/** Products of row and column, which all rows want alike, with some noise, absent pairs, and rows and columns without any. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
    absent: fc.constantFrom(0, 0, 0.2),
    shift: fc.constantFrom(0, 12, 40),
    empty: fc.array(fc.nat(5), { maxLength: 2 }),
  })
  .chain(({ rows, columns, absent, shift, empty }) =>
    fc
      .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)), {
        minLength: rows * columns,
        maxLength: rows * columns,
      })
      .map((cells) => {
        const weights = cells.map(([chance, noise], at) => {
          const [row, column] = [Math.floor(at / columns), at % columns];
          const isAbsent = chance < absent || empty[0] === column || empty[1] === row;
          return isAbsent ? -Infinity : (row + 1) * (column + 1) + noise - shift;
        });
        return { rows, columns, weights };
      }),
  );

describe("matrices filled up to a square, and without empty rows and columns", () => {
  it.each([0, 1000])("L2, D1-D3: are solved as exactly as others (whole rows up to %d entries)", (smallMatrix) => {
    fc.assert(
      fc.property(matrices, fc.constantFrom("free", "last"), (matrix, unmatched) => {
        const problem = toDense(sparse(matrix.rows, matrix.columns, matrix.weights, unmatched));
        const best = bestExactly(matrix, unmatched);
        const answer = solveAssignment(problem);
        verifyOptimality(problem, answer);
        if (answer.status !== "optimal") throw new Error("expected an optimal assignment");
        if (unmatched === "last") expect(answer.rowOf.length).toBe(best.pairs);
        expect(exactTotal(matrix, answer)).toBe(best.total);
        const { weights, rows, columns } = problem;
        const extremes = matrixExtremes({ weights, rows, columns });
        const { columnOfRow } = drain(solveDenseOneToOne({ rows, columns, weights, unmatched, extremes }, smallMatrix));
        const rowOf = Int32Array.from(columnOfRow.keys()).filter((row) => columnOfRow[row]! >= 0);
        expect(exactTotal(matrix, { rowOf, columnOf: rowOf.map((row) => columnOfRow[row]!) })).toBe(best.total);
      }),
      runs(300),
    );
  });

  it("L2: products of 90 x 91, 91 x 90 and of 90 x 90 with an empty column have the best totals of their kind", () => {
    const product = (rows: number, columns: number, empty: number): number[] =>
      Array.from({ length: rows * columns }, (_, at) =>
        at % columns === empty ? -Infinity : -(Math.floor(at / columns) + 1) * ((at % columns) + 1),
      );
    // large numbers meet small ones: rearrangement inequality
    const least = (rows: number[], columns: number[]): number =>
      rows.reduce((sum, row, at) => sum + row * columns[columns.length - 1 - at]!, 0);
    const numbers = Array.from({ length: 90 }, (_, at) => at + 1);
    for (const [rows, columns, empty] of [[90, 91, -1], [91, 90, -1]] as const) {
      const answer = solveAssignment(toDense(sparse(rows, columns, product(rows, columns, empty), "last")));
      expect(answer).toMatchObject({ status: "optimal", total: -least(numbers, numbers) });
    } // prettier-ignore
    const answer = solveAssignment(toDense(sparse(90, 90, product(90, 90, 89), "last")));
    expect(answer).toMatchObject({ total: -least(numbers.slice(0, 89), numbers.slice(0, 89)), placedRows: 89 });
  });
});
