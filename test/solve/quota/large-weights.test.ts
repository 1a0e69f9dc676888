import { expect, test } from "vitest";
import { type QuotaProblem, solveWithQuotas, verifyOptimality } from "../../../src/solve/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";

/** Quotas of four kinds of pairs and a cap on half of all; weights up to two milliards. */
function problemOf(nodes: number, seed: number): QuotaProblem {
  const draw = drawer(seed);
  const rowStart = [0];
  const ends: (readonly [row: number, column: number])[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < nodes; row += 1) {
    for (let column = 0; column < nodes; column += 1) {
      if (draw(10) >= 4) continue;
      ends.push([row, column]);
      weightAt.push(draw(2_000_000_000));
    }
    rowStart.push(ends.length);
  }
  const edgesWhere = (holds: (row: number, column: number) => boolean): Int32Array =>
    Int32Array.from(ends.flatMap(([row, column], edge) => (holds(row, column) ? [edge] : [])));
  const kinds = [0, 1, 2, 3].map((kind) => ({
    edges: edgesWhere((row, column) => row % 4 === kind && column % 4 === kind),
    minimum: Math.round(nodes / 10),
  }));
  const half = { edges: edgesWhere((row, column) => (row + column) % 2 === 0), maximum: Math.round(nodes * 0.55) };
  return {
    layout: "sparse",
    rows: nodes,
    columns: nodes,
    unmatched: "last",
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(ends, ([, column]) => column),
    weightAt: Int32Array.from(weightAt),
    quotas: [...kinds, half],
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "bounds on large weights are exact sums, so that their check passes (seed %i)",
  (seed) => {
    const problem = problemOf(60 + 4 * seed, seed);
    const answer = solveWithQuotas(problem, { work: 10_000_000, verify: false });
    expect(answer.status).not.toBe("infeasible");
    verifyOptimality(problem, answer);
  },
);
