import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { solveWithQuotas, verifyOptimality, type QuotaProblem } from "../../../src/solve/index.ts";
import { solveMaster, type MasterRow } from "../../../src/solve/quota/master.ts";
import type { MasterChoice } from "../../../src/solve/quota/master-problem.ts";
import { drawer } from "../../support/enumerate-fast.ts";

const indices = z.array(z.int()).transform((list) => Int32Array.from(list));
const recorded = z.object({
  rows: z.int(),
  columns: z.int(),
  rowStart: indices,
  columnAt: indices,
  weightAt: indices,
  quotas: z.array(z.object({ edges: indices, minimum: z.int().default(0), maximum: z.int().default(2 ** 31) })),
});

function recordedProblem(name: string): QuotaProblem {
  const text = readFileSync(new URL(`../../fixtures/quotas/${name}`, import.meta.url), "utf8");
  return { layout: "sparse", unmatched: "last", ...recorded.parse(JSON.parse(text)) };
}

interface Master {
  readonly choices: readonly MasterChoice[];
  readonly rows: readonly MasterRow[];
  readonly penalty: number;
}

/** Many choices with the same counts, so that rows tie and vertices are degenerate. */
function drawMaster(seed: number): Master {
  const draw = drawer(seed);
  const quotas = 1 + draw(21);
  const most = 5 + draw(40);
  const largest = [0, 1, 10, 1_000_000][draw(4)] ?? 0;
  const usual = Array.from({ length: quotas }, () => draw(most));
  const choices = Array.from({ length: 1 + draw(seed % 10 === 0 ? 160 : 30) }, () => ({
    value: draw(largest + 1) * most,
    countOf: Int32Array.from(usual, (count) => (draw(3) === 0 ? draw(most) : count)),
  }));
  const rows = usual.map((_, quota) => {
    const minimum = draw(most);
    return { quota, minimum, maximum: draw(2) === 0 ? minimum + draw(3) : Infinity };
  });
  return { choices, rows, penalty: 4 * Math.max(1, largest) };
}

describe("the master problem of quotas", () => {
  it("ends where a foreign simplex method went round for ever", () => {
    const problem = recordedProblem("endless-master.json");
    const answer = solveWithQuotas(problem, { work: 500_000 });
    verifyOptimality(problem, answer);
    expect(answer.status).not.toBe("infeasible");
  });

  it.each([false, true])("is answered with a certificate 2,000 times of 2,000 (quickly: %s)", (isQuick) => {
    const unanswered: number[] = [];
    for (let seed = 1; seed <= 2000; seed += 1) {
      const { choices, rows, penalty } = drawMaster(seed);
      if (solveMaster(choices, rows, penalty, isQuick) === undefined) unanswered.push(seed);
    }
    expect(unanswered).toEqual([]);
  });
});
