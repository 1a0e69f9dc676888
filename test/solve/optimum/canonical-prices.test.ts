import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssignmentProblem, OptimalAssignment, WarmStart } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { edgesOf } from "../../support/enumerate.ts";
import { problems, sparse } from "../../support/problems.ts";
import { solved } from "../../support/tables.ts";
import { runs } from "../../support/runs.ts";

/** Warm starts that may be wrong in every number. */
function starts({ rows, columns }: AssignmentProblem): fc.Arbitrary<WarmStart> {
  const prices = (length: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(fc.constantFrom(NaN, -64, -3, 0, 1, 2, 64), { minLength: length, maxLength: length })
      .map((list) => Float64Array.from(list));
  const places = (below: number): fc.Arbitrary<number> => fc.nat(Math.max(0, below - 1));
  return fc
    .record({
      pairs: fc.array(fc.tuple(places(rows), places(columns)), { maxLength: 6 }),
      rowPrice: prices(rows),
      columnPrice: prices(columns),
      placement: fc.constantFrom(0, 64),
    })
    .map(({ pairs, ...given }) => ({
      ...given,
      rowOf: Int32Array.from(pairs, ([row]) => row),
      columnOf: Int32Array.from(pairs, ([, column]) => column),
    }));
}

/** What an answer says, apart from how long it took. */
function told(answer: OptimalAssignment): object {
  return { ...answer, work: 0 };
}

/** Best value that a choice can have: `placement` for each placed node beside the weights. */
function bestValue(problem: AssignmentProblem, placement: number): number | undefined {
  const answer = solveAssignment(problem);
  if (answer.status === "infeasible") return undefined;
  return answer.total + placement * (answer.placedRows + answer.placedColumns);
}

describe("canonical prices", () => {
  it("C20: choice, prices and deficient sets are the same from every start", () => {
    fc.assert(
      fc.property(
        problems({ minima: true }).chain((problem) => fc.tuple(fc.constant(problem), starts(problem))),
        ([problem, warmStart]) => {
          const cold = solveAssignment(problem, { ties: "canonical" });
          if (cold.status === "infeasible") return;
          expect(told(solved(problem, { ties: "canonical", warmStart }))).toEqual(told(cold));
        },
      ),
      runs(3_000),
    );
  });

  it("C20: the large engine gives the same as a warm start does", () => {
    let state = 5;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % below;
    };
    for (const [weights, density] of [
      [4, 10],
      [1_000_000, 8],
      [50, 9],
    ] as const) {
      for (const unmatched of ["free", "last"] as const) {
        const [rows, columns] = [120 + draw(20), 130];
        const cells = Array.from({ length: rows * columns }, () => (draw(10) < density ? draw(weights) : -Infinity));
        const problem = sparse(rows, columns, cells, unmatched);
        const cold = solved(problem);
        const nothing = { rowOf: new Int32Array(), columnOf: new Int32Array() };
        const unknown = {
          rowPrice: new Float64Array(rows).fill(NaN),
          columnPrice: new Float64Array(columns).fill(NaN),
        };
        const warmStart = { ...nothing, ...unknown, placement: 0 };
        expect(told(solved(problem, { ties: "canonical", warmStart }))).toEqual(told(cold));
      }
    }
  });

  it("D8: a column's price is what one seat more would add, where nothing is demanded and each row has one place", () => {
    fc.assert(
      fc.property(problems({ unmatched: ["free", "last"] }), fc.nat(5), (given, at) => {
        const problem = { ...given, rowCapacity: new Int32Array(given.rows).fill(1) };
        const column = at % Math.max(1, problem.columns);
        const capacity = problem.columnCapacity?.[column] ?? 0;
        if (capacity === 0) return;
        const answer = solved(problem);
        const price = answer.proof.columnPrice[column]!;
        const load = answer.columnOf.filter((each) => each === column).length;
        if (load === 0) {
          expect(price).toBe(0 - answer.proof.placement);
          return;
        }
        const more = { ...problem, columnCapacity: problem.columnCapacity!.with(column, capacity + 1) };
        // the first seat alone places the column
        const { placement } = answer.proof;
        expect(bestValue(more, placement)! - bestValue(problem, placement)!).toBe(Math.max(0, price));
      }),
      runs(1_000),
    );
  });

  it("D1: no other proof gives a column a lower price", () => {
    fc.assert(
      fc.property(problems({ minima: true, mostCapacity: 2 }), (problem) => {
        const cold = solveAssignment(problem);
        if (cold.status === "infeasible" || edgesOf(problem).length === 0) return;
        const { columnPrice, placement } = solved(problem).proof;
        expect(placement).toBe(cold.proof.placement);
        problem.columnCapacity?.forEach((capacity, column) => {
          if (capacity > 0) expect(columnPrice[column]).toBeLessThanOrEqual(cold.proof.columnPrice[column]!);
        });
      }),
      runs(500),
    );
  });
});
