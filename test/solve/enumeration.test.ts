import { describe, expect, it } from "vitest";
import type { Assignment, AssignmentProblem, SparseProblem } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { drawer, tryAll } from "../support/enumerate-fast.ts";
import { sparse, toDense } from "../support/problems.ts";
import { runs } from "../support/runs.ts";

const INSTANCES = runs(40_000).numRuns;
const SHARDS = 4;
const MOST_EDGES = 11;

/** A random small problem: sides of 0 to 4, few different weights, some capacities and minima. */
function drawProblem(draw: (below: number) => number): AssignmentProblem {
  const rows = draw(5);
  const columns = draw(5);
  const density = 1 + draw(4);
  const weights = 1 + draw(6);
  let edges = 0;
  const matrix = Array.from({ length: rows * columns }, () => {
    const value = draw(weights) - draw(3);
    if (draw(4) >= density || edges === MOST_EDGES) return -Infinity;
    edges += 1;
    return value;
  });
  const unmatched = (["free", "last", "never"] as const)[draw(3)] ?? "free";
  const capacities = draw(3);
  const nodes = (count: number): Int32Array => Int32Array.from({ length: count }, () => draw(4 - (capacities % 2)));
  const graph = sparse(rows, columns, matrix, unmatched);
  if (capacities === 0) return draw(2) === 0 ? graph : toDense(graph);
  const bounded: SparseProblem = { ...graph, rowCapacity: nodes(rows), columnCapacity: nodes(columns) };
  if (draw(2) === 0) return bounded;
  const minima = (of: Int32Array | undefined): Int32Array =>
    Int32Array.from(of ?? [], (capacity) => Math.min(capacity, Math.max(0, draw(4) - 1)));
  const demanding = {
    ...bounded,
    rowMinimum: minima(bounded.rowCapacity),
    columnMinimum: minima(bounded.columnCapacity),
  };
  return draw(2) === 0 ? demanding : toDense(demanding);
}

function told(problem: AssignmentProblem, answer: Assignment): string {
  if (answer.status === "infeasible") return "infeasible";
  const placed = problem.unmatched === "free" ? 0 : answer.placedRows + answer.placedColumns;
  const pairs = Array.from(answer.rowOf, (row, pair) => `${row}-${String(answer.columnOf[pair])}`).join(" ");
  return `${placed} placed, ${answer.total}: ${pairs}`;
}

function expected(problem: AssignmentProblem): string {
  const best = tryAll(problem);
  return best === undefined ? "infeasible" : `${best.placed} placed, ${best.total}: ${best.pairs}`;
}

describe("solveAssignment against trying all choices", () => {
  it("X3: one pair less never ties with a better total where placements count first", () => {
    const weights = Float64Array.of(-2, -Infinity, -Infinity, -2, -2, -Infinity, -Infinity, -Infinity);
    for (const scale of [0, 1, 2 ** -60]) {
      const problem = {
        layout: "dense",
        rows: 2,
        columns: 4,
        unmatched: "last",
        weights: weights.map((weight) => (weight === -Infinity ? weight : weight * scale)),
      } as const;
      const answer = solveAssignment(problem, { ties: "canonical", verify: false });
      verifyOptimality(problem, answer);
      expect(told(problem, answer)).toMatch(/^4 placed, .*: 0-3 1-0$/u);
    }
  });

  for (let shard = 0; shard < SHARDS; shard += 1) {
    it(`L2, D1-D3, D7, X3: ${INSTANCES / SHARDS} instances, part ${shard + 1} of ${SHARDS}`, () => {
      const draw = drawer(shard);
      const seen = { infeasible: 0, optimal: 0 };
      for (let instance = 0; instance < INSTANCES / SHARDS; instance += 1) {
        const problem = drawProblem(draw);
        const answer = solveAssignment(problem, { ties: "canonical", verify: false });
        verifyOptimality(problem, answer);
        const answered = told(problem, answer);
        const best = expected(problem);
        if (answered !== best) expect(`${instance}: ${answered}`).toBe(`${instance}: ${best}`);
        seen[answer.status] += 1;
      }
      expect(seen.infeasible).toBeGreaterThan(INSTANCES / 200);
      expect(seen.optimal).toBeGreaterThan(INSTANCES / 20);
    });
  }
});
