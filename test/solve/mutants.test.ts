import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assignment, AssignmentProblem, OptimalAssignment } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { expectOptimal, pairsOf } from "../support/expect-optimal.ts";
import { mutants, withMutant } from "../support/mutants.ts";
import { problems, sparse } from "../support/problems.ts";

interface Solver {
  readonly solve: typeof solveAssignment;
  readonly verify: (problem: AssignmentProblem, assignment: Assignment) => void;
}

/** Always all of them: some comparisons matter to few. */
const sample = fc.sample(problems({ minima: true, largest: 4 }), { numRuns: 300, seed: 11 });

/** The core of the suite on any copy of the solver: answers against enumeration, proofs against tampering. */
function expectSound({ solve, verify }: Solver): void {
  for (const problem of sample) {
    const best = expectOptimal(problem, solve(problem, { verify: false }));
    const canonical = solve(problem, { ties: "canonical", verify: false });
    expectOptimal(problem, canonical);
    if (best !== undefined) expect(pairsOf(canonical)).toBe(best.pairs.map((pair) => pair.join("-")).join(" "));
    verify(problem, solveAssignment(problem));
  }
  const problem = sparse(3, 2, [4, 1, 2, 3, 5, 5], "last");
  const answer = solveAssignment(problem) as OptimalAssignment;
  const { proof } = answer;
  const higher = { ...proof, columnPrice: proof.columnPrice.map((price) => price + 1) };
  const idle = {
    ...answer,
    rowOf: new Int32Array(0),
    columnOf: new Int32Array(0),
    total: 0,
    placedRows: 0,
    placedColumns: 0,
  };
  const level = { rowPrice: new Float64Array(3).fill(5), columnPrice: new Float64Array(2), placement: 0 };
  const all = { rowOf: Int32Array.of(0, 0, 1, 1, 2, 2), columnOf: Int32Array.of(0, 1, 0, 1, 0, 1), total: 20 };
  const shared = {
    ...problem,
    unmatched: "free",
    rowCapacity: new Int32Array(3).fill(2),
    columnCapacity: new Int32Array(2).fill(3),
  } as const;
  const tooMuch = {
    rowPrice: new Float64Array(3),
    columnPrice: Float64Array.of(-9, -9),
    placement: 0,
    tolerance: 0,
    kind: "prices",
  } as const;
  const witness = { side: "row", nodes: Int32Array.of(0), needed: 0, available: 1 } as const;
  const bad: (readonly [AssignmentProblem, Assignment])[] = [
    [problem, { ...answer, placedRows: 3 }],
    [problem, { ...answer, proof: higher }],
    [problem, { ...answer, proof: { ...proof, coverage: { rows: new Int32Array(0), columns: new Int32Array(0) } } }],
    [
      { ...problem, unmatched: "free" },
      { ...idle, proof: { kind: "prices", tolerance: 0, ...level } },
    ],
    [shared, { ...answer, ...all, placedRows: 3, placedColumns: 2, proof: tooMuch }],
    [problem, { status: "infeasible", witness, work: 0 }],
    [
      { ...problem, rowMinimum: Int32Array.of(1, 0, 0) },
      { status: "infeasible", witness: { ...witness, needed: 1 }, work: 0 },
    ],
  ];
  for (const [asked, wrong] of bad) {
    expect(() => {
      verify(asked, wrong);
    }).toThrow();
  }
}

async function load(folder: string): Promise<Solver> {
  const solver = (await import(`${folder}/solve-assignment.mjs`)) as { solveAssignment: Solver["solve"] };
  const verifier = (await import(`${folder}/proof/verify.mjs`)) as { verifyOptimality: Solver["verify"] };
  return { solve: solver.solveAssignment, verify: verifier.verifyOptimality };
}

describe("the suite notices a flipped comparison", () => {
  it("D4: accepts the solver as it is", async () => {
    await withMutant(undefined, async (folder) => {
      expectSound(await load(folder));
    });
  });

  it.each(mutants)("D4: turns red: $file: $to", async (mutant) => {
    await withMutant(mutant, async (folder) => {
      const solver = await load(folder);
      expect(() => {
        expectSound(solver);
      }).toThrow();
    });
  });
});
