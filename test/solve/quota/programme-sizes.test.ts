import { beforeAll, describe, expect, it } from "vitest";
import type { SparseProblem } from "../../../src/solve/problem.ts";
import type { QuotaProblem } from "../../../src/solve/quota/problem.ts";
import { solveAssignment, solveWithQuotas, verifyOptimality } from "../../../src/solve/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";
import { programmeSolver } from "../../support/linear-programme.ts";

/*
 * Programmes of the size and shape that people bring: affinities of either sign for a team of 177 and one of 118, and bids
 * of 146 reviewers on 176 papers with conflicts of interest. Numbers are drawn; HiGHS is the judge.
 */

interface Shape {
  readonly rows: number;
  readonly columns: number;
  /** Weight of a pair; `undefined` where it is forbidden. */
  readonly weight: (row: number, column: number) => number | undefined;
}

function problemOf({ rows, columns, weight }: Shape, bounds: Omit<Partial<SparseProblem>, "rows">): SparseProblem {
  const rowStart = new Int32Array(rows + 1);
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const drawn = weight(row, column);
      if (drawn === undefined) continue;
      columnAt.push(column);
      weightAt.push(drawn);
    }
    rowStart[row + 1] = columnAt.length;
  }
  return {
    layout: "sparse",
    rows,
    columns,
    rowStart,
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
    unmatched: "free",
    ...bounds,
  };
}

const filled = (length: number, value: number): Int32Array => new Int32Array(length).fill(value);

function affinities(): SparseProblem {
  const draw = drawer(177_118);
  return problemOf(
    { rows: 177, columns: 118, weight: () => draw(201) - 120 },
    {
      rowCapacity: filled(177, 2),
      columnCapacity: filled(118, 3),
      rowMinimum: filled(177, 1),
      columnMinimum: filled(118, 1),
    },
  );
}

function bids(): SparseProblem {
  const draw = drawer(146_176);
  const worth = [0, 0, 0, 1, 2, 4];
  return problemOf(
    { rows: 146, columns: 176, weight: () => (draw(20) === 0 ? undefined : (worth[draw(worth.length)] ?? 0)) },
    { rowCapacity: filled(146, 4), columnCapacity: filled(176, 3), columnMinimum: filled(176, 3) },
  );
}

/** Overlapping quotas over pairs by the groups of their ends, and some pairs that must be there. */
function withQuotas(problem: SparseProblem, required: readonly number[]): QuotaProblem {
  const rowAt = Int32Array.from(problem.columnAt);
  for (let row = 0; row < problem.rows; row += 1) {
    rowAt.fill(row, problem.rowStart[row], problem.rowStart[row + 1]);
  }
  const edgesWhere = (isIn: (row: number, column: number) => boolean): Int32Array =>
    Int32Array.from(problem.columnAt.keys()).filter((edge) => isIn(rowAt[edge]!, problem.columnAt[edge]!));
  return {
    ...problem,
    quotas: [
      { edges: edgesWhere((row, column) => row % 5 === column % 5), minimum: 60 },
      { edges: edgesWhere((row) => row % 7 === 0), maximum: 45 },
      { edges: edgesWhere((row, column) => row % 3 === 1 && column % 4 === 2), minimum: 20, maximum: 30 },
    ],
    required: Int32Array.from(required),
  };
}

describe("problems of a real size", () => {
  let solve: Awaited<ReturnType<typeof programmeSolver>>;
  beforeAll(async () => {
    solve = await programmeSolver();
  });

  it.each([
    ["affinities of either sign with loads on both sides", affinities],
    ["bids with conflicts, three reviewers for each paper", bids],
  ])("A2, D3: %s have the optimum of HiGHS", (_, make) => {
    const problem = make();
    const answer = solveAssignment(problem);
    verifyOptimality(problem, answer);
    if (answer.status === "infeasible") throw new Error("expected pairs");
    expect(answer.total).toBe(solve(problem)?.total);
  });

  it.each([
    ["affinities of either sign with loads on both sides", affinities],
    ["bids with conflicts, three reviewers for each paper", bids],
  ])("A2, A5, K4: %s, under quotas and with required pairs", (_, make) => {
    const problem = withQuotas(make(), [3, 500, 4_000]);
    const answer = solveWithQuotas(problem);
    verifyOptimality(problem, answer);
    if (answer.status === "infeasible") throw new Error("expected pairs");
    const best = solve(problem)?.total ?? NaN;
    expect(answer.total).toBeLessThanOrEqual(best);
    expect(answer.proof.total).toBeGreaterThanOrEqual(best);
    expect(answer.status).toBe("optimal");
  });
});
