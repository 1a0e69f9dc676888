import type { OneToOneResult } from "../../../src/solve/engine.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveDenseOneToOne } from "../../../src/solve/matrix/engine.ts";
import type { DenseOneToOneProblem } from "../../../src/solve/matrix/state.ts";
import { drain } from "../../../src/base/steps.ts";
import { takeWorkspace } from "../../../src/solve/vectors/workspace.ts";
import { matrixExtremes } from "../../../src/solve/matrix/matrix-extremes.ts";
import type { WeightMatrix } from "../../../src/solve/matrix/extremes.ts";
import { expectDenseProof } from "../matrix/dense-support.ts";
import { runs } from "../../support/runs.ts";

/** A generator of whole numbers below a limit that needs nothing but its seed. */
function drawer(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

const kinds = ["ties", "zeros of both signs", "crowd", "product", "whole", "doubles", "huge and tiny"] as const;

/** Matrices of lengths that do and do not fill whole turns of the kernels, of all kinds that lead to other branches. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 1, max: 110 }),
    columns: fc.integer({ min: 20, max: 130 }),
    isSquare: fc.boolean(),
    kind: fc.constantFrom(...kinds),
    absentPercent: fc.constantFrom(0, 0, 10, 60, 97),
    seed: fc.nat(),
  })
  .map(({ rows, columns, isSquare, kind, absentPercent, seed }) => {
    const next = drawer(seed);
    const weightOf: Record<typeof kind, (row: number, column: number) => number> = {
      ties: () => next(3),
      "zeros of both signs": () => [0, -0, -1][next(3)]!,
      crowd: (row, column) => (column < 20 ? 50 + next(3) : next(4) - (row % 3)),
      product: (row, column) => -(row + 1) * (column + 1) - next(2),
      whole: () => next(1e9) - 5e8,
      doubles: () => next(1e6) / 1e6 - 0.3,
      "huge and tiny": () => (next(2) - 0.5) * 10 ** (next(20) - 10),
    };
    const height = isSquare ? columns : rows;
    const weights = new Float64Array(height * columns);
    for (let at = 0; at < weights.length; at += 1) {
      const weight = weightOf[kind](Math.floor(at / columns), at % columns);
      weights[at] = next(100) < absentPercent ? -Infinity : weight;
    }
    return { rows: height, columns, weights };
  });

function solve(problem: DenseOneToOneProblem, smallMatrix: number, vectors: boolean): OneToOneResult {
  return drain(solveDenseOneToOne(problem, smallMatrix, vectors));
}

describe("vector kernels", () => {
  it("run on this machine, so that the other tests here say something", () => {
    expect(takeWorkspace(1)).toBeDefined();
  });

  it("X5: tell the same of a matrix as plain loops, to the last bit", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expect(matrixExtremes(matrix, true)).toStrictEqual(matrixExtremes(matrix, false));
      }),
      runs(300),
    );
  });

  it("find NaN and Infinity wherever they are", () => {
    fc.assert(
      fc.property(matrices, fc.nat(), fc.constantFrom(NaN, Infinity), (matrix, place, value) => {
        const weights = matrix.weights.slice();
        weights[place % weights.length] = value;
        const extremes = (vectors: boolean): boolean => matrixExtremes({ ...matrix, weights }, vectors).isFit;
        expect([extremes(true), extremes(false)]).toEqual([false, false]);
      }),
    );
  });

  it("X5, D1-D3: lead to the same pairs, prices and work as plain loops, to the last bit", () => {
    fc.assert(
      fc.property(
        matrices,
        fc.constantFrom("free" as const, "last" as const),
        fc.constantFrom(0, 1e6),
        (matrix: WeightMatrix, unmatched, smallMatrix) => {
          const problem = { ...matrix, unmatched, extremes: matrixExtremes(matrix) };
          const result = solve(problem, smallMatrix, true);
          expectDenseProof(problem, result, problem.extremes.isWhole ? 0 : problem.extremes.largest * 1e-10);
          expect(result).toStrictEqual(solve(problem, smallMatrix, false));
        },
      ),
      runs(600),
    );
  });

  it("X1: serve solves that are under way side by side, and solves that are given up", () => {
    const next = drawer(5);
    const problems = [30, 41, 400, 52].map((size) => {
      const matrix = {
        rows: size,
        columns: size,
        weights: Float64Array.from({ length: size * size }, () => next(1000)),
      };
      return { ...matrix, unmatched: "last" as const, extremes: matrixExtremes(matrix) };
    });
    const alone = problems.map((problem) => solve(problem, 100 * 100, true));
    const [given] = problems.map((problem) => solveDenseOneToOne(problem, 0));
    given!.next();
    given!.return(alone[0]!);
    const engines = problems.map((problem) => solveDenseOneToOne(problem, 100 * 100));
    const results: OneToOneResult[] = [];
    while (results.filter((result) => (result as OneToOneResult | undefined) !== undefined).length < engines.length) {
      engines.forEach((engine, at) => {
        const step = engine.next();
        if (step.done === true && results[at] === undefined) results[at] = step.value;
      });
    }
    expect(results).toStrictEqual(alone);
  });
});
