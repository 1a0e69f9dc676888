import { describe, expect, it } from "vitest";
import { solveWithQuotas, verifyOptimality, type QuotaProblem } from "../../src/solve/index.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { drawer } from "../support/enumerate-fast.ts";
import { programmeSolver } from "../support/linear-programme.ts";

/** A random graph with up to eight overlapping quotas, ties, negative weights, and sometimes capacities and minima. */
function drawQuotaProblem(seed: number, size: number): QuotaProblem {
  const draw = drawer(seed);
  const rows = 2 + draw(size);
  const columns = 2 + draw(size);
  const density = 20 + draw(81);
  const range = [10, 100, 1000][draw(3)] ?? 10;
  const rowStart = [0];
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (draw(100) >= density) continue;
      columnAt.push(column);
      weightAt.push(draw(range) - (draw(5) === 0 ? range / 2 : 0));
    }
    rowStart.push(columnAt.length);
  }
  const pairs = Math.min(rows, columns);
  const quotas = Array.from({ length: draw(9) }, () => {
    const share = 10 + draw(50);
    const edges = Int32Array.from(columnAt.keys()).filter(() => draw(100) < share);
    const minimum = draw(5) < 3 ? draw(1 + Math.floor(pairs * 0.35)) : 0;
    return draw(5) < 3 ? { edges, minimum, maximum: minimum + draw(1 + Math.floor(pairs / 2)) } : { edges, minimum };
  });
  const base: QuotaProblem = {
    layout: "sparse",
    rows,
    columns,
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
    unmatched: draw(2) === 0 ? "free" : "last",
    quotas,
  };
  if (draw(3) > 0) return base;
  return {
    ...base,
    rowCapacity: Int32Array.from({ length: rows }, () => 1 + draw(2)),
    columnCapacity: Int32Array.from({ length: columns }, () => 1 + draw(3)),
    columnMinimum: Int32Array.from({ length: columns }, () => (draw(10) === 0 ? 1 : 0)),
    ...(draw(2) === 0 && columnAt.length > 0 ? { required: Int32Array.of(draw(columnAt.length)) } : {}),
  };
}

describe("quotas", () => {
  it(
    "have the objective of an independent integer programme on 300 random instances",
    { timeout: 240_000 },
    async () => {
      const solve = await programmeSolver();
      let infeasible = 0;
      for (let seed = 1; seed <= 300; seed += 1) {
        const problem = drawQuotaProblem(seed, seed % 10 === 0 ? 40 : 14);
        if (problem.columnAt.length === 0) continue;
        const ours = solveWithQuotas(problem);
        const truth = solve(problem);
        if (ours.status === "infeasible" || truth === undefined) {
          expect([seed, ours.status], "feasibility").toEqual([seed, truth === undefined ? "infeasible" : "feasible"]);
          infeasible += 1;
          continue;
        }
        expect([seed, ours.status, ours.total]).toEqual([seed, "optimal", truth.total]);
        if (problem.unmatched === "last") expect(ours.placedRows + ours.placedColumns).toBe(truth.placed);
      }
      expect(infeasible).toBeGreaterThan(5);
    },
  );

  it("are proved by a tree that the check rejects once it is tampered with", () => {
    const problem = drawQuotaProblem(11, 14);
    const answer = solveWithQuotas(problem);
    if (answer.status === "infeasible") throw new Error("expected a choice");
    const better = { ...answer, total: answer.total + 1, proof: { ...answer.proof, total: answer.proof.total + 1 } };
    expect(
      thrownBy(() => {
        verifyOptimality(problem, better);
      }).code,
    ).toBe("PROOF_REJECTED");
    const { root } = answer.proof.tree;
    const cheaper = { ...root, rowPrice: root.rowPrice.map((price) => price - 5_000_000) };
    const tree = { ...answer.proof.tree, root: { ...cheaper } };
    const forged = { ...answer, proof: { ...answer.proof, total: answer.proof.total - 1, tree } };
    expect(
      thrownBy(() => {
        verifyOptimality(problem, forged);
      }).code,
    ).toBe("PROOF_REJECTED");
  });
});
