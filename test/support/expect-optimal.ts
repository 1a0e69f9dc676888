import { expect } from "vitest";
import type { Assignment, AssignmentProblem } from "../../src/solve/problem.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { enumerate, type Enumerated } from "./enumerate.ts";

/** Throws unless the answer passes its own proof and equals what trying all choices finds. Returns the latter. */
export function expectOptimal(problem: AssignmentProblem, assignment: Assignment): Enumerated | undefined {
  verifyOptimality(problem, assignment);
  const best = enumerate(problem);
  expect(assignment.status).toBe(best === undefined ? "infeasible" : "optimal");
  if (assignment.status === "infeasible" || best === undefined) return best;
  expect(assignment.total).toBe(best.total);
  if (problem.unmatched !== "free") {
    expect(assignment.placedRows).toBe(best.placedRows);
    expect(assignment.placedColumns).toBe(best.placedColumns);
  }
  return best;
}

/** The pairs of an answer as text, for comparing; throws if it is infeasible. */
export function pairsOf(assignment: Assignment): string {
  if (assignment.status !== "optimal") throw new Error("expected an optimal assignment");
  return Array.from(assignment.rowOf, (row, pair) => `${row}-${assignment.columnOf[pair]!}`).join(" ");
}
