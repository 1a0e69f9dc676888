import { describe, expect, it } from "vitest";
import type { SparseProblem } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { drawer } from "../support/enumerate-fast.ts";
import { programmeSolver } from "../support/linear-programme.ts";
import { sparse } from "../support/problems.ts";

const solveProgramme = await programmeSolver();

/** Capacities and minima on both sides, 6 to 25 nodes each, a tenth to all of the edges, few different weights. */
function drawProblem(draw: (below: number) => number): SparseProblem {
  const rows = 6 + draw(20);
  const columns = 6 + draw(20);
  const density = 1 + draw(10);
  const weights = 2 + draw(200);
  const matrix = Array.from({ length: rows * columns }, () => {
    const value = draw(weights) - draw(40);
    return draw(10) < density ? value : -Infinity;
  });
  const graph = sparse(rows, columns, matrix, (["free", "last", "never"] as const)[draw(3)]);
  const capacities = (count: number): Int32Array => Int32Array.from({ length: count }, () => 1 + draw(4));
  const rowCapacity = capacities(rows);
  const columnCapacity = capacities(columns);
  const demanding = draw(3);
  const minima = (of: Int32Array): Int32Array =>
    of.map((capacity) => (draw(10) < demanding ? Math.min(capacity, 1 + draw(2)) : 0));
  return {
    ...graph,
    rowCapacity,
    columnCapacity,
    rowMinimum: minima(rowCapacity),
    columnMinimum: minima(columnCapacity),
  };
}

describe("solveAssignment against linear programming", () => {
  it("L2, A2, D1-D3, D7: 300 problems with capacities and minimum loads on both sides", () => {
    const draw = drawer(177);
    const seen = { optimal: 0, infeasible: 0 };
    for (let instance = 0; instance < 300; instance += 1) {
      const problem = drawProblem(draw);
      const answer = solveAssignment(problem, { verify: false });
      verifyOptimality(problem, answer);
      seen[answer.status] += 1;
      const best = solveProgramme(problem);
      if (answer.status === "infeasible") expect(best, `${instance}`).toBeUndefined();
      else {
        const placed = problem.unmatched === "free" ? 0 : answer.placedRows + answer.placedColumns;
        expect({ instance, placed, total: answer.total }).toEqual({ instance, ...best });
      }
    }
    expect(Math.min(seen.optimal, seen.infeasible)).toBeGreaterThan(30);
  });
});
