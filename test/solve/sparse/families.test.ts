import { describe, expect, it } from "vitest";
import type { OneToOneProblem } from "../../../src/solve/sparse/engine.ts";
import { mentorLike } from "../../../bench/sparse/mentor-like.ts";
import { expectMatching, expectProof, fromEdges, solve } from "./oracle.ts";

type Weight = (row: number, column: number) => number;

const complete = (rows: number, columns: number, weight: Weight): [number, number][][] =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): [number, number] => [column, weight(row, column)]),
  );

/** Row r may take columns r and r + 1, the last row only the column that row 0 wants most: one path through all. */
const chain = (size: number): [number, number][][] =>
  Array.from({ length: size }, (_, row) =>
    row === size - 1
      ? [[0, 1] as [number, number]]
      : [
          [row, 2],
          [row + 1, 1],
        ],
  );

const families: readonly [name: string, columns: number, edges: [number, number][][]][] = [
  ["products i * j, maximised", 120, complete(120, 120, (row, column) => (row + 1) * (column + 1))],
  ["products i * j, minimised (Machol-Wien)", 120, complete(120, 120, (row, column) => -(row + 1) * (column + 1))],
  ["equal weights", 120, complete(120, 120, () => 5)],
  ["equal weights, more rows than columns", 40, complete(120, 40, () => 5)],
  ["more columns than rows", 160, complete(40, 160, (row, column) => (row * 37 + column * 101) % 97)],
  ["two values", 120, complete(120, 120, (row, column) => ((row * 7 + column * 13) % 5 === 0 ? 1 : 100))],
  ["equal rows", 120, complete(120, 120, (_, column) => column)],
  ["one feasible column", 1, complete(3000, 1, (row) => row)],
  ["a long alternating chain", 3000, chain(3000)],
  ["rows without edges", 50, Array.from({ length: 3000 }, () => [])],
  ["large and small weights", 100, complete(100, 100, (row, column) => ((row * 7919 + column * 104_729) % 1009) * 2e6)],
];

describe("sparse one-to-one engine on hard families", () => {
  for (const [name, columns, edges] of families) {
    for (const unmatched of ["free", "last"] as const) {
      it(`A7, D1, D2: proves ${name} (${unmatched}) within its work bound`, () => {
        const problem = fromEdges(columns, edges, unmatched);
        const answer = solve(problem);
        expectMatching(problem, answer);
        expectProof(problem, answer);
        const { rows } = problem;
        expect(answer.work).toBeLessThanOrEqual((rows + columns + 200) * (problem.columnAt.length + rows + columns));
      });
    }
  }

  it("D1, D2: proves a mentor-like graph of 3,000 a side, every row placed", () => {
    const problem = mentorLike(3000);
    const answer = solve(problem);
    expect(expectMatching(problem, answer).pairs).toBe(3000);
    expectProof(problem, answer);
  });

  it("C20: doubles that are whole numbers give the total and the prices of whole numbers", () => {
    const problem = mentorLike(300);
    const doubles: OneToOneProblem = { ...problem, weightAt: Float64Array.from(problem.weightAt) };
    expect(solve(doubles)).toEqual(solve(problem));
  });

  it("L7: refuses whole weights whose price sums could leave 2^53", () => {
    expect(() => solve(fromEdges(2, [[[0, 2 ** 53]], [[1, -(2 ** 53)]]], "last"))).toThrow("2^53");
  });

  it("X1: solves the same problem to the same answer twice", () => {
    expect(solve(mentorLike(500))).toEqual(solve(mentorLike(500)));
  });
});
