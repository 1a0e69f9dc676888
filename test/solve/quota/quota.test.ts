import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import {
  solveWithQuotas,
  verifyOptimality,
  type BoundedAssignment,
  type QuotaAssignment,
  type QuotaProblem,
} from "../../../src/solve/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";
import { programmeSolver } from "../../support/linear-programme.ts";
import { drawQuotaProblem } from "../../support/quota-problems.ts";
import { quotaMutants, withMutant } from "../../support/mutants.ts";
import { sparse } from "../../support/problems.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

function boundedAnswer(problem: QuotaProblem, options?: { readonly work?: number }): BoundedAssignment {
  const answer = solveWithQuotas(problem, options);
  if (answer.status === "infeasible") throw new Error("expected a choice");
  return answer;
}

/** Draws of the generator that the known bad instances of javascript-lp-solver were made with. */
function mulberry32(seed: number): () => number {
  const draw = drawer(seed);
  return () => draw(2 ** 32) / 2 ** 32;
}

/** 50 x 50, density 0.3, weights of 4 decimals in ten-thousandths, at most 8 pairs of each of five groups. */
function stallingInstance(): QuotaProblem {
  const draw = mulberry32(3 * 7919 + 50);
  const matrix: number[] = [];
  for (let place = 0; place < 2500; place += 1) {
    matrix.push(draw() < 0.3 ? Math.max(1, Math.round(draw() * 10_000)) : -Infinity);
  }
  const graph = sparse(50, 50, matrix, "free");
  const groups = Array.from({ length: 5 }, (): number[] => []);
  for (let row = 0; row < 50; row += 1) {
    for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
      groups[(row + (graph.columnAt[edge] ?? 0)) % 5]?.push(edge);
    }
  }
  return { ...graph, quotas: groups.map((edges) => ({ edges: Int32Array.from(edges), maximum: 8 })) };
}

/** What `run` returns, or the code of what it throws. */
function safely<Result>(run: () => Result): Result | string {
  try {
    return run();
  } catch (error) {
    if (error instanceof TersineError) return error.code;
    throw error;
  }
}

type Solve = (problem: QuotaProblem, options?: { readonly verify?: boolean }) => QuotaAssignment;
type Verify = (problem: QuotaProblem, answer: QuotaAssignment) => void;

/** Two rows and columns; quota: at most one of the two edges on the diagonal, which would be best. */
const crossed: QuotaProblem = {
  ...sparse(2, 2, [9, 6, 5, 9], "free"),
  quotas: [{ edges: Int32Array.of(0, 3), maximum: 1 }],
};

/** Answers that are false in one way each, with the proof of a true one. */
function falseAnswers(): readonly (readonly [what: string, QuotaProblem, QuotaAssignment])[] {
  const answer = boundedAnswer(crossed);
  const { proof } = answer;
  const diagonal = { rowOf: Int32Array.of(0, 1), columnOf: Int32Array.of(0, 1), total: 18 };
  const single = { rowOf: Int32Array.of(0), columnOf: Int32Array.of(0), placedRows: 1, placedColumns: 1 };
  const less = { ...answer, ...single, total: 9, countOf: Int32Array.of(1), proof: { ...proof, total: 9 } };
  const forgiving = { ...proof.tree, root: { ...proof.tree.root, multipliers: Float64Array.of(-(10 ** 9)) } };
  const plain: QuotaProblem = { ...sparse(1, 2, [4, 3], "free"), quotas: [] };
  const free = { ...crossed, quotas: [{ edges: Int32Array.of(0, 3) }] };
  return [
    [
      "a quota exceeded",
      crossed,
      { ...answer, ...diagonal, countOf: Int32Array.of(2), proof: { ...proof, total: 18 } },
    ],
    ["a worse choice called optimal", crossed, less],
    ["a total that is not that of the pairs", crossed, { ...answer, total: 12, proof: { ...proof, total: 12 } }],
    ["a proof for another problem", free, answer],
    ["an empty tree", crossed, { status: "infeasible", tree: proof.tree, work: 0 }],
    ["a minimum priced that is not asked", crossed, { ...less, proof: { ...less.proof, tree: forgiving } }],
    ["a required edge left out", { ...crossed, required: Int32Array.of(0, 3) }, answer],
    ["one required edge of two left out", { ...plain, required: Int32Array.of(0, 1) }, boundedAnswer(plain)],
  ];
}

/** The quota suite on any copy of the solver. */
async function expectQuotasSound(solve: Solve, verify: Verify): Promise<void> {
  const oracle = await programmeSolver();
  for (let seed = 1; seed <= 40; seed += 1) {
    const problem = drawQuotaProblem(seed, 6);
    if (problem.columnAt.length === 0) continue;
    const answer = solve(problem, { verify: false });
    verify(problem, answer);
    const truth = oracle(problem);
    if (answer.status === "infeasible") expect(truth).toBeUndefined();
    else expect(answer.total).toBe(truth?.total);
  }
  for (const [what, problem, answer] of falseAnswers()) {
    expect(() => {
      verify(problem, answer);
    }, what).toThrow();
  }
}

async function load(folder: string): Promise<readonly [Solve, Verify]> {
  const solver = (await import(`${folder}/quota/solve.mjs`)) as { solveWithQuotas: Solve };
  const verifier = (await import(`${folder}/proof/verify.mjs`)) as { verifyOptimality: Verify };
  return [solver.solveWithQuotas, verifier.verifyOptimality];
}

describe("quotas", () => {
  it(
    "have the objective of an independent integer programme on many random instances",
    { timeout: 240_000 },
    async () => {
      const solve = await programmeSolver();
      let infeasible = 0;
      for (let seed = 1; seed <= runs(120).numRuns; seed += 1) {
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
        if (problem.unmatched !== "free") expect(ours.placedRows + ours.placedColumns).toBe(truth.placed);
      }
      expect(infeasible).toBeGreaterThan(shareOf(2));
    },
  );

  it("D4: a false answer is rejected, whatever true proof it carries", async () => {
    await expectQuotasSound(solveWithQuotas, verifyOptimality);
    for (const [what, problem, answer] of falseAnswers()) {
      const error = thrownBy(() => {
        verifyOptimality(problem, answer);
      });
      expect([what, error.code]).toEqual([what, "PROOF_REJECTED"]);
    }
  });

  it("D4: accepts a copy that is as it was", async () => {
    await withMutant(undefined, async (folder) => {
      await expectQuotasSound(...(await load(folder)));
    });
  });

  it.each(quotaMutants)("D4: turns red: $file: $to", async (mutant) => {
    await withMutant(mutant, async (folder) => {
      await expect(expectQuotasSound(...(await load(folder)))).rejects.toThrow();
    });
  });

  it("are solved where javascript-lp-solver alone stalls and answers 32.9744", () => {
    const answer = boundedAnswer(stallingInstance());
    expect([answer.status, answer.total]).toEqual(["optimal", 371_534]);
  });

  it("are proved where all edges are decided and multipliers alone are left to find", () => {
    const answer = boundedAnswer({
      layout: "sparse",
      rows: 3,
      columns: 3,
      rowStart: Int32Array.of(0, 2, 4, 6),
      columnAt: Int32Array.of(1, 2, 0, 2, 0, 1),
      weightAt: Int32Array.of(0, 0, 1_000_000, 0, 0, 0),
      rowCapacity: Int32Array.of(2, 1, 0),
      columnMinimum: Int32Array.of(0, 0, 1),
      unmatched: "last",
      quotas: [{ edges: Int32Array.of(0, 1, 2, 5), minimum: 1, maximum: 2 }],
      required: Int32Array.of(0),
    });
    expect([answer.status, answer.total, answer.proof.total]).toEqual(["optimal", 0, 0]);
  });

  it("are proved where a part places too few and multipliers eat up all of its weights", () => {
    const answer = boundedAnswer({
      ...sparse(2, 2, [250_000, 0, 500_000, 500_000], "last"),
      rowCapacity: Int32Array.of(2, 2),
      columnCapacity: Int32Array.of(1, 2),
      quotas: [
        { edges: Int32Array.of(1, 2, 3), minimum: 1, maximum: 2 },
        { edges: Int32Array.of(0, 3), maximum: 1 },
      ],
    });
    expect([answer.status, answer.total, answer.proof.total]).toEqual(["optimal", 500_000, 500_000]);
  });

  it("are proved where a part lacks a partner that a minimum demands and multipliers eat up its weights", () => {
    const answer = boundedAnswer({
      ...sparse(2, 2, [0, -Infinity, 0, 750_000], "free"),
      rowCapacity: Int32Array.of(2, 3),
      columnCapacity: Int32Array.of(3, 1),
      rowMinimum: Int32Array.of(0, 1),
      columnMinimum: Int32Array.of(1, 0),
      quotas: [
        { edges: Int32Array.of(1, 2), maximum: 1 },
        { edges: Int32Array.of(1, 2), maximum: 1 },
        { edges: Int32Array.of(0, 2), maximum: 1 },
      ],
    });
    expect([answer.status, answer.total, answer.proof.total]).toEqual(["optimal", 0, 0]);
  });

  it("take graphs without rows, edges or partners", () => {
    for (const unmatched of ["free", "last"] as const) {
      for (const graph of [sparse(0, 0, [], unmatched), sparse(2, 1, [-Infinity, -Infinity], unmatched)]) {
        const answer = boundedAnswer({ ...graph, quotas: [{ edges: new Int32Array(0), maximum: 3 }] });
        expect([answer.status, answer.total, answer.rowOf.length]).toEqual(["optimal", 0, 0]);
        const unmet = solveWithQuotas({ ...graph, quotas: [{ edges: new Int32Array(0), minimum: 1 }] });
        expect(unmet.status).toBe("infeasible");
      }
    }
  });

  it("are infeasible where a row that must be matched has no place", () => {
    const problem = { ...sparse(2, 2, [3, 1, 4, 1], "never"), rowCapacity: Int32Array.of(0, 1), quotas: [] };
    expect(solveWithQuotas(problem).status).toBe("infeasible");
  });

  it("give up placed people only as far as they must, and then take the best total", () => {
    const problem: QuotaProblem = {
      ...sparse(2, 2, [9, 6, 5, 9], "last"),
      quotas: [
        { edges: Int32Array.of(0, 3), maximum: 1 },
        { edges: Int32Array.of(1, 2), maximum: 1 },
      ],
    };
    const answer = boundedAnswer(problem);
    expect([answer.status, answer.placedRows + answer.placedColumns, answer.total]).toEqual(["optimal", 2, 9]);
    expect(answer.proof.placed?.nodes).toBe(2);
  });

  it("K4: without the work for a proof the answer is feasible with a checked gap, or the limit is named", () => {
    const problem = drawQuotaProblem(5, 40);
    const full = boundedAnswer(problem);
    const statuses = new Set<string>();
    for (let share = 0; share < 20; share += 1) {
      const options = { work: (full.work * share) / 20 };
      const answer = safely(() => boundedAnswer(problem, options));
      statuses.add(typeof answer === "string" ? answer : answer.status);
      if (typeof answer !== "string") expect(answer.proof.total).toBeGreaterThanOrEqual(answer.total);
    }
    expect([...statuses].sort()).toEqual(["LIMIT_WORK", "feasible", "optimal"]);
  });

  it("refuse what is not a quota, all faults together", () => {
    const quota = { edges: Int32Array.of(1, 1), minimum: 3, maximum: 2 };
    const wrong = { ...crossed, weightAt: Float64Array.of(1, 0.5, 2, 3), quotas: [quota], required: Int32Array.of(9) };
    const { issues } = thrownBy(() => solveWithQuotas(wrong));
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "NUMBER_NOT_INTEGER /weightAt/1",
      "GRAPH_SHAPE /quotas/0/edges/1",
      "LOAD_RANGE /quotas/0/maximum",
      "GRAPH_SHAPE /required/0",
    ]);
    expect(thrownBy(() => solveWithQuotas(crossed, { work: NaN })).code).toBe("NUMBER_RANGE");
  });
});
