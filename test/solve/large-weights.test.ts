import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../src/base/error.ts";
import type { SparseProblem } from "../../src/solve/problem.ts";
import { assign } from "../../src/solve/matrix/assign.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { bestExactly, exactTotal } from "../support/exact.ts";
import { sparse, toDense } from "../support/problems.ts";
import { runs, shareOf } from "../support/runs.ts";

/** The hint of the weights that are too large; `undefined` if they are not. */
function hintOf(solve: () => unknown): string | undefined {
  try {
    solve();
    return undefined;
  } catch (error) {
    if (!(error instanceof TersineError) || error.code !== "LIMIT_WEIGHTS") throw error;
    return error.issues[0]?.hint;
  }
}

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
      runs(300),
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
    expect(() => assign([[2 ** 52, 1], [1, 2]])).toThrow("Divide them by 4 or more and round them."); // prettier-ignore
    expect(() => assign([[2 ** 52 + 2, 2 ** 52], [2 ** 52, 2 ** 52]])).toThrow(/^.*Subtract what all weights have in common, .*, or divide them by 8 or more and round them\.$/u); // prettier-ignore
  });

  /** Weights that are too large for the sums, with what bonuses, capacities and minimum loads add to them. */
  const tooLarge = fc
    .record({
      size: fc.integer({ min: 2, max: 5 }),
      power: fc.integer({ min: 44, max: 1015 }),
      isWhole: fc.boolean(),
      unmatched: fc.constantFrom(...unmatchedRules),
      demands: fc.constantFrom("none", "capacities", "minima", "open"),
    })
    .map(({ size, power, isWhole, unmatched, demands }) => {
      const unit = 2 ** (isWhole ? Math.min(power, 52) : Math.max(power, 1010));
      const matrix = Array.from({ length: size * size }, (_, at) => (at % 7 === 3 ? 0.5 : 1 + (at % 5) / 4) * unit);
      const numbers = isWhole ? matrix : matrix.map((weight, at) => (at === 1 ? 0.1 : weight));
      const all = (load: number): Int32Array => new Int32Array(size).fill(load);
      const loads = {
        none: {},
        capacities: { rowCapacity: all(2), columnCapacity: all(3) },
        minima: { rowCapacity: all(2), columnMinimum: all(1) },
        open: { rowCapacity: all(2 ** 31 - 1), columnCapacity: all(2 ** 31 - 1) },
      };
      return { ...sparse(size, size, numbers, unmatched), ...loads[demands] };
    });

  it("L7: weights divided by what the hint says are solved, with an eighth of it they are not", () => {
    let refused = 0;
    fc.assert(
      fc.property(tooLarge, (problem) => {
        const hint = hintOf(() => solveAssignment(problem));
        fc.pre(hint !== undefined);
        refused += 1;
        const [, factor = "", isRounded] = /ivide them by (\S+) or more( and round them)?\.$/u.exec(hint) ?? [];
        expect(isRounded !== undefined).toBe(problem.weightAt.every((weight) => Number.isInteger(weight)));
        expect(hint.startsWith("Subtract")).toBe(hint.includes("have in common"));
        const isOneToOne = problem.rowCapacity === undefined && problem.columnCapacity === undefined;
        if (problem.unmatched === "free" || !isOneToOne) expect(hint).toMatch(/^Divide/u);
        const divided = (by: number): SparseProblem => ({
          ...problem,
          weightAt: problem.weightAt.map((weight) => (isRounded === undefined ? weight / by : Math.round(weight / by))),
        });
        verifyOptimality(divided(Number(factor)), solveAssignment(divided(Number(factor))));
        if (Number(factor) > 8) expect(hintOf(() => solveAssignment(divided(Number(factor) / 8)))).toBeDefined();
      }),
      runs(100),
    );
    expect(refused).toBeGreaterThan(shareOf(25));
  });

  it("L7: capacities beyond the other side's number of nodes leave as much room for weights as it", () => {
    const open = new Int32Array(3).fill(2 ** 31 - 1);
    const problem = {
      ...sparse(
        3,
        3,
        [5, 1, 2, 3, 4, 5, 6, 7, 9].map((each) => each * 2 ** 36),
        "last",
      ),
    };
    const answer = solveAssignment({ ...problem, rowCapacity: open, columnCapacity: open });
    expect(answer).toMatchObject({ status: "optimal", total: 42 * 2 ** 36 });
  });
});
