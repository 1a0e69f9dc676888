import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { expectOptimal, pairsOf } from "../support/expect-optimal.ts";
import { problems, toDense } from "../support/problems.ts";
import { runs } from "../support/runs.ts";

describe("solveAssignment", () => {
  it("L2: finds what enumeration finds, capacities on both sides", () => {
    fc.assert(
      fc.property(problems(), (problem) => {
        expectOptimal(problem, solveAssignment(problem));
      }),
      runs(2000),
    );
  });

  it("D7: finds what enumeration finds, minimum loads on both sides, or a witness", () => {
    fc.assert(
      fc.property(problems({ minima: true }), (problem) => {
        expectOptimal(problem, solveAssignment(problem));
      }),
      runs(2000),
    );
  });

  it("X3: the canonical choice is the first of all optimal ones, whatever the layout", () => {
    fc.assert(
      fc.property(problems({ minima: true }), fc.boolean(), (sparse, isDense) => {
        const problem = isDense ? toDense(sparse) : sparse;
        const answer = solveAssignment(problem, { ties: "canonical" });
        const best = expectOptimal(problem, answer);
        if (best !== undefined) expect(pairsOf(answer)).toBe(best.pairs.map((pair) => pair.join("-")).join(" "));
      }),
      runs(3000),
    );
  });

  it("C20: dense and sparse layouts have the same optimum", () => {
    fc.assert(
      fc.property(problems({ minima: true }), (problem) => {
        expectOptimal(toDense(problem), solveAssignment(toDense(problem)));
      }),
      runs(500),
    );
  });
});
