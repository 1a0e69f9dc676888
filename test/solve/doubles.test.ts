import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TersineError } from "../../src/base/error.ts";
import { assign } from "../../src/solve/matrix/assign.ts";
import type { DenseProblem, OptimalAssignment, SparseProblem } from "../../src/solve/problem.ts";
import { solveAssignment, type SolveOptions } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import {
  bestExactly,
  bestOfEqualLoads,
  exactOf,
  exactSizes,
  exactTotal,
  leastExactly,
  mostLoss,
  type ExactMatrix,
} from "../support/exact.ts";
import { pairsOf } from "../support/expect-optimal.ts";
import { problems, sparse, toDense } from "../support/problems.ts";
import { runs } from "../support/runs.ts";

const TIES = ["any", "canonical"] as const;

/** Optimal answers of every layout and engine that takes the problem, each checked. */
function answersOf(problem: SparseProblem, options: SolveOptions): OptimalAssignment[] {
  const dense = toDense(problem);
  const both = [problem, dense].map((each) => ({ each, answer: solveAssignment(each, options) }));
  const first = both[0]!.answer;
  if (first.status !== "optimal") throw new Error("expected an optimal assignment");
  const { rowOf, columnOf, proof } = first;
  const { rowPrice, columnPrice, placement } = proof;
  const warmStart = { rowOf, columnOf, rowPrice, columnPrice, placement };
  both.push({ each: problem, answer: solveAssignment(problem, { ...options, warmStart }) });
  const ones = new Int32Array(problem.rows).fill(1);
  const forced = { ...problem, rowMinimum: new Int32Array(problem.rows), rowCapacity: ones };
  both.push({ each: forced, answer: solveAssignment(forced, options) });
  return both.map(({ each, answer }) => {
    verifyOptimality(each, answer);
    if (answer.status !== "optimal") throw new Error("expected an optimal assignment");
    return answer;
  });
}

/** Throws unless every engine finds as many pairs as there can be, and loses no more than doubles cannot tell. */
function expectNoLoss(matrix: ExactMatrix, unmatched: "free" | "last"): void {
  const best = bestExactly(matrix, unmatched);
  if (isExtreme(matrix) && isRefused(matrix, unmatched)) return;
  const problem = sparse(matrix.rows, matrix.columns, matrix.weights, unmatched);
  const most = mostLoss(matrix);
  for (const ties of TIES) {
    for (const answer of answersOf(problem, { ties })) {
      if (unmatched === "last") expect(answer.rowOf.length).toBe(best.pairs);
      const loss = best.total - exactTotal(matrix, answer);
      const { size, least } = exactSizes(matrix, answer);
      expect(loss <= most || loss <= size >> 79n || loss <= (BigInt(best.pairs) * least) >> 26n).toBe(true);
    }
  }
}

/** Sizes more than 16 digits apart may be refused, as two doubles a price do not tell them all; so may large whole ones. */
function isExtreme({ weights }: ExactMatrix): boolean {
  const sizes = Array.from(weights, Math.abs).filter((size) => size > 0 && size < Infinity);
  if (sizes.every((size) => Number.isInteger(size))) return true;
  return Math.max(...sizes) > 1e16 * Math.min(...sizes);
}

function isRefused({ rows, columns, weights }: ExactMatrix, unmatched: "free" | "last"): boolean {
  const problem = sparse(rows, columns, weights, unmatched);
  return TIES.some((ties) =>
    [problem, toDense(problem)].some((each) => codeOf(() => solveAssignment(each, { ties })) === "LIMIT_WEIGHTS"),
  );
}

function codeOf(run: () => unknown): string {
  try {
    run();
    return "";
  } catch (error) {
    if (error instanceof TersineError) return error.code;
    throw error;
  }
}

/** A double of a random size between 10 ** `least` and 10 ** `most`, of either sign where `signed`. */
const sized = (least: number, most: number, signed: boolean): fc.Arbitrary<number> =>
  fc
    .tuple(fc.double({ min: least, max: most, noNaN: true }), fc.boolean())
    .map(([exponent, isNegative]) => (signed && isNegative ? -1 : 1) * 10 ** exponent);

/**
 * Each row and column of a square has `each` partners, of which two disjoint choices exist. The one that is worth less, by
 * up to what all its edges are allowed together, and prices as large as `height` that hide it.
 */
function forgedTwins(
  size: number,
  each: number,
  height: number,
  loose: number,
): { readonly problem: DenseProblem; readonly forged: OptimalAssignment } {
  const tolerance = 2 ** -38;
  const less = loose * 1.98 * tolerance * height;
  const isChosen = (row: number, column: number): boolean => (column - row + size) % size < each;
  const places = Array.from({ length: size * size }, (_, at) => [Math.floor(at / size), at % size] as const);
  const weights = Float64Array.from(places, ([row, column]) => (isChosen(row, column) ? 1 - less : 1 + less));
  const loads = new Int32Array(size).fill(each);
  const chosen = places.filter(([row, column]) => isChosen(row, column));
  return {
    problem: {
      layout: "dense",
      rows: size,
      columns: size,
      weights,
      unmatched: "free",
      rowCapacity: loads,
      rowMinimum: loads,
      columnCapacity: loads,
    },
    forged: {
      status: "optimal",
      rowOf: Int32Array.from(chosen, ([row]) => row),
      columnOf: Int32Array.from(chosen, ([, column]) => column),
      total: chosen.reduce((sum, [row, column]) => sum + weights[row * size + column]!, 0),
      placedRows: size,
      placedColumns: size,
      work: 0,
      proof: {
        kind: "prices",
        rowPrice: new Float64Array(size).fill(-height),
        columnPrice: new Float64Array(size).fill(height + 1),
        placement: 0,
        tolerance,
      },
    },
  };
}

const scales: readonly (readonly [least: number, most: number])[] = [
  [-300, -290],
  [-12, -6],
  [-1, 0],
  [8, 9],
  [0, 15],
  [-8, 8],
  [290, 300],
];

const matrices = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
    scale: fc.constantFrom(...scales),
    absent: fc.constantFrom(0, 0.3, 0.7),
    signed: fc.boolean(),
  })
  .chain(({ rows, columns, scale, absent, signed }) =>
    fc
      .array(
        fc
          .tuple(fc.double({ min: 0, max: 1, noNaN: true }), sized(scale[0], scale[1], signed))
          .map(([chance, weight]) => (chance < absent ? -Infinity : weight)),
        { minLength: rows * columns, maxLength: rows * columns },
      )
      .map((weights): ExactMatrix => ({ rows, columns, weights })),
  );

describe("doubles of any size", () => {
  it("L2: lose nothing beside exact arithmetic, in every engine, with canonical ties or any", () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom("free", "last"), (matrix, unmatched) => {
        expectNoLoss(matrix, unmatched);
      }),
      runs(60),
    );
  });

  it("D4: a choice that loses more than doubles hide is refused, whatever share of its prices rounding is said to cost", () => {
    const square = fc
      .constantFrom(...scales)
      .chain(([least, most]) => fc.array(sized(least, most, true), { minLength: 9, maxLength: 9 }));
    fc.assert(
      fc.property(
        square,
        fc.constantFrom(2 ** -38, 2 ** -30, 2 ** -10, 1),
        fc.constantFrom(1, 2),
        (weights, share, turn) => {
          const matrix = { rows: 3, columns: 3, weights };
          fc.pre(!isExtreme(matrix));
          const problem = sparse(3, 3, weights, "last");
          const answer = solveAssignment(problem);
          if (answer.status !== "optimal") throw new Error("expected an optimal assignment");
          const columnOf = answer.columnOf.map((column) => (column + turn) % 3);
          const changed = { ...answer, columnOf };
          const loss = exactTotal(matrix, answer) - exactTotal(matrix, changed);
          fc.pre(loss > mostLoss(matrix) && loss > exactSizes(matrix, changed).size >> 20n);
          const total = columnOf.reduce((sum, column, row) => sum + weights[3 * row + column]!, 0);
          const forged = { ...changed, total, proof: { ...answer.proof, tolerance: share } };
          expect(codeOf(() => { verifyOptimality(problem, forged); })).toBe("PROOF_REJECTED"); // prettier-ignore
        },
      ),
      runs(200),
    );
  });

  it("D4: nodes with several partners cost rounding once for each of them", () => {
    const shape = fc.constantFrom([4, 2], [5, 2], [6, 2]);
    const share = fc.double({ min: 0.1, max: 1, noNaN: true });
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(shape, share, share, ([size = 0, each = 0], height, loose) => {
        const { problem, forged } = forgedTwins(size, each, 2048 * each * height, loose);
        const worth = exactSizes(problem, forged).size;
        const loss = bestOfEqualLoads(problem, each) - exactTotal(problem, forged);
        const isRefused = codeOf(() => { verifyOptimality(problem, forged); }) === "PROOF_REJECTED"; // prettier-ignore
        seen[isRefused ? "refused" : "accepted"] += 1;
        expect(isRefused || loss <= worth >> 25n).toBe(true);
      }),
      runs(60),
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(0);
  });

  it("L2: an incomplete matrix of small doubles has an answer", () => {
    expect(assign([[null, 2e-6], [null, null]])).toMatchObject({ pairs: [[0, 1]], total: 2e-6, complete: false }); // prettier-ignore
  });
});

describe("whole weights made small by a power of two", () => {
  const weight = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -1e6, max: 1e6 }));
  const anyProblem = problems({ minima: true, largest: 5, weight });

  it("L2: have the same choices, with capacities, minimum loads and every meaning of unmatched", () => {
    fc.assert(
      fc.property(anyProblem, fc.constantFrom(-21, -60, -500, -900), (problem, power) => {
        const unit = 2 ** power;
        const small = { ...problem, weightAt: Float64Array.from(problem.weightAt, (each) => each * unit) };
        for (const ties of TIES) {
          for (const [whole, fine] of [
            [problem, small],
            [toDense(problem), toDense(small)],
          ] as const) {
            const expected = solveAssignment(whole, { ties });
            const answer = solveAssignment(fine, { ties });
            verifyOptimality(fine, answer);
            expect(answer.status).toBe(expected.status);
            if (answer.status === "infeasible" || expected.status === "infeasible") continue;
            expect(answer.total).toBe(expected.total * unit);
            if (ties === "canonical") expect(pairsOf(answer)).toBe(pairsOf(expected));
          }
        }
      }),
      runs(60),
    );
  });
});

describe("tiny weights", () => {
  it("L2: are solved as if edges that cannot be chosen were not there, whatever their weight", () => {
    const large = fc.constantFrom(1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 0.5);
    fc.assert(
      fc.property(problems({ minima: true }), large, (whole, closedWeight) => {
        const isOpen = (row: number, edge: number): boolean =>
          whole.rowCapacity?.[row] !== 0 && whole.columnCapacity?.[whole.columnAt[edge]!] !== 0;
        const weightAt = Float64Array.from(whole.weightAt, (weight) => weight * 2 ** -900);
        for (let row = 0; row < whole.rows; row += 1) {
          for (let edge = whole.rowStart[row]!; edge < whole.rowStart[row + 1]!; edge += 1) {
            if (!isOpen(row, edge)) weightAt[edge] = closedWeight;
          }
        }
        const expected = solveAssignment(whole);
        for (const problem of [{ ...whole, weightAt }, toDense({ ...whole, weightAt })]) {
          const answer = solveAssignment(problem);
          verifyOptimality(problem, answer);
          expect(answer.status).toBe(expected.status);
          if (answer.status === "infeasible" || expected.status === "infeasible") continue;
          expect(answer.total).toBe(expected.total * 2 ** -900);
        }
      }),
      runs(60),
    );
  });
});

/** Pairs of the constant, and the exact total of the others. */
function partsOf(problem: SparseProblem, { rowOf, columnOf }: OptimalAssignment, constant: number): unknown[] {
  const weights = Array.from(rowOf, (row, pair) => {
    const edges = problem.columnAt.subarray(problem.rowStart[row], problem.rowStart[row + 1]);
    return problem.weightAt[problem.rowStart[row]! + edges.indexOf(columnOf[pair]!)]!;
  });
  const others = weights.filter((weight) => weight !== constant);
  return [weights.length - others.length, others.reduce((sum, weight) => sum + exactOf(weight), 0n)];
}

describe("networks beside a constant that is to forbid", () => {
  const UNIT = 2 ** 20;
  const weight = fc.option(fc.integer({ min: -UNIT, max: -1 }), { nil: -UNIT * 64, freq: 4 });

  it("L2: lose nothing beside whole weights with a constant that exact sums can hold", () => {
    fc.assert(
      fc.property(problems({ minima: true, weight }), fc.constantFrom(1e6, 1e9, 1e12), (whole, constant) => {
        const weightAt = Float64Array.from(whole.weightAt, (each) => (each < -UNIT ? -constant : each / UNIT));
        const problem = { ...whole, weightAt };
        const expected = solveAssignment(whole);
        for (const ties of TIES) {
          const answer = solveAssignment(problem, { ties });
          verifyOptimality(problem, answer);
          expect(answer.status).toBe(expected.status);
          if (answer.status === "infeasible" || expected.status === "infeasible") continue;
          expect(partsOf(problem, answer, -constant)).toEqual(partsOf(problem, expected, -constant));
        }
      }),
      runs(150),
    );
  });
});

/** Costs in [0, 1), a share of them a constant that is to say "never". */
function withForbidden(size: number, constant: number, share: number, seed: number): Float64Array {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Float64Array.from({ length: size * size }, () => {
    const cost = (random() + random() / 2 ** 16) / 2;
    return random() < share ? constant : cost;
  });
}

describe("costs beside a constant that is to forbid", () => {
  const cases = [1e6, 1e9, 1e12, 1e15].flatMap((constant) => [0.3, 0.95].map((share) => [constant, share] as const));

  it.each(cases)("L2: %d at a share of %d loses nothing at 50 a side, in every engine", (constant, share) => {
    const size = 50;
    const costs = withForbidden(size, constant, share, 7);
    const best = leastExactly(size, costs);
    const weights = costs.map((cost) => -cost);
    const matrix = { rows: size, columns: size, weights };
    const most = mostLoss(matrix);
    const problem = sparse(size, size, weights, "last");
    for (const ties of TIES) {
      for (const answer of answersOf(problem, { ties })) {
        expect(answer.rowOf.length).toBe(size);
        expect(-exactTotal(matrix, answer) - best <= most).toBe(true);
      }
    }
  });
});
