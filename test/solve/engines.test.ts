import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf } from "../../src/solve/bounds.ts";
import { canonicalChoice } from "../../src/solve/optimum/canonical.ts";
import { drain } from "../../src/base/steps.ts";
import { listPairs, type EngineResult } from "../../src/solve/engine.ts";
import { graphOf } from "../../src/solve/graph.ts";
import type { Assignment, SparseProblem } from "../../src/solve/problem.ts";
import { assignmentFrom, exchangeChoice } from "../../src/solve/optimum/assignment.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { solveSparseOneToOne } from "../../src/solve/sparse/engine.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { expectOptimal, pairsOf } from "../support/expect-optimal.ts";
import { problems } from "../support/problems.ts";
import { runs } from "../support/runs.ts";

/** The engines for one-to-one problems, at every size; `solveAssignment` uses them from some size on only. */
const engines: readonly (readonly [name: string, solve: (problem: SparseProblem) => EngineResult])[] = [
  ["sparse", (problem) => listPairs(drain(solveSparseOneToOne({ ...graphOf(problem), unmatched: problem.unmatched })))],
];

function settled(problem: SparseProblem, solve: (problem: SparseProblem) => EngineResult): Assignment {
  const bounds = boundsOf(problem);
  const answer = assignmentFrom(problem, bounds, solve(problem), 0);
  if (answer.status === "infeasible") return answer;
  verifyOptimality(problem, answer);
  const { choice, work } = drain(canonicalChoice(problem, bounds, answer));
  return exchangeChoice(problem, answer, choice, work);
}

describe.each(engines)("the %s engine", (_, solve) => {
  it("C20, X3: finds what enumeration finds, and leads to the canonical pairs of the general engine", () => {
    fc.assert(
      fc.property(problems({ mostCapacity: 1 }), (problem) => {
        const answer = settled(problem, solve);
        const best = expectOptimal(problem, answer);
        if (best === undefined) return;
        expect(pairsOf(answer)).toBe(best.pairs.map((pair) => pair.join("-")).join(" "));
        expect(pairsOf(solveAssignment(problem, { ties: "canonical" }))).toBe(pairsOf(answer));
      }),
      runs(1000),
    );
  });

  it("C20: gives the pairs and totals of the general engine at the size where it takes over", () => {
    for (const unmatched of ["free", "last", "never"] as const) {
      const weight = fc.integer({ min: -5, max: 20 });
      const shape = { mostCapacity: 1, largest: 40, unmatched: [unmatched], weight };
      for (const problem of fc.sample(problems(shape), { ...runs(30), seed: 5 })) {
        const answer = settled(problem, solve);
        const general = solveAssignment(problem, { ties: "canonical" });
        expect(answer.status).toBe(general.status);
        if (general.status === "optimal") expect(pairsOf(answer)).toBe(pairsOf(general));
      }
    }
  });
});
