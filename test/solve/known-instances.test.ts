import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DenseProblem, OptimalAssignment } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";

interface Case {
  readonly name: string;
  readonly maximize: boolean;
  readonly matrix: readonly (readonly (number | string | null)[])[];
  readonly expected: {
    readonly objective?: number;
    readonly size?: number;
    readonly error?: string;
    readonly maxCardinality?: number;
    readonly maxWeight?: { readonly objective: number; readonly pairs: number };
    readonly maxCardinalityThenWeight?: { readonly objective: number; readonly pairs: number };
  };
}

const fixture = (path: string): Buffer => readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
const readCases = (file: string): readonly Case[] =>
  (JSON.parse(fixture(`assignment-cases/${file}.json`).toString()) as { readonly cases: readonly Case[] }).cases;

function problemOf(
  { matrix, maximize }: Pick<Case, "matrix" | "maximize">,
  unmatched: "free" | "last" = "last",
): DenseProblem {
  const cells = matrix.flat().map((cell) => (cell === null ? -Infinity : Number(cell) * (maximize ? 1 : -1)));
  return {
    layout: "dense",
    rows: matrix.length,
    columns: matrix[0]?.length ?? 0,
    weights: Float64Array.from(cells),
    unmatched,
  };
}

function proved(problem: DenseProblem): OptimalAssignment {
  const assignment = solveAssignment(problem);
  verifyOptimality(problem, assignment);
  if (assignment.status !== "optimal") throw new Error("expected an optimal assignment");
  return assignment;
}

const minimum = (rows: readonly (readonly number[])[]): number => {
  const problem = problemOf({ matrix: rows, maximize: false });
  const assignment = proved(problem);
  expect(assignment.placedRows).toBe(rows.length);
  return -assignment.total;
};

const isNumeric = ({ matrix }: Case): boolean =>
  matrix.every((row) => Array.isArray(row) && row.every((cell) => cell === null || typeof cell === "number"));

describe("known instances", () => {
  const cases = ["scipy", "pathfinding", "networkx"].flatMap(readCases);
  const solvable = cases.filter(isNumeric);

  it("takes most of the published cases", () => {
    expect(cases.length).toBe(68);
    expect(solvable.length).toBeGreaterThanOrEqual(62);
  });

  it.each(solvable.map((each) => [each.name, each] as const))("D1, A1: %s", (_, given) => {
    const { expected, matrix, maximize } = given;
    const sign = maximize ? 1 : -1;
    const problem = problemOf(given);
    const assignment = proved(problem);
    const most = Math.min(problem.rows, problem.columns);
    if (expected.error !== undefined) expect(assignment.placedRows).toBeLessThan(most);
    const size = expected.size ?? expected.maxCardinality ?? expected.maxCardinalityThenWeight?.pairs;
    if (size !== undefined) expect(assignment.placedRows).toBe(size);
    const best = expected.objective ?? expected.maxCardinalityThenWeight?.objective;
    if (best !== undefined) expect(sign * assignment.total).toBeCloseTo(best, 9);
    if (expected.maxWeight !== undefined) {
      const free = problemOf({ matrix, maximize }, "free");
      const freely = proved(free);
      expect(freely.total).toBe(expected.maxWeight.objective);
      expect(freely.placedRows).toBe(expected.maxWeight.pairs);
    }
  });

  it("D1: lap-dense-100 has the minimum 198", () => {
    const text = gunzipSync(fixture("assignment-cases/lap-dense-100.csv.gz")).toString();
    expect(
      minimum(
        text
          .trim()
          .split("\n")
          .map((line) => line.split(",").map(Number)),
      ),
    ).toBe(198);
  });

  it.each([
    ["assign100", 305],
    ["assign200", 475],
  ])("D1: OR-Library %s has the minimum %i", (name, best) => {
    const [size = 0, ...costs] = gunzipSync(fixture(`orlib/${name}.txt.gz`))
      .toString()
      .trim()
      .split(/\s+/)
      .map(Number);
    expect(costs.length).toBe(size * size);
    expect(minimum(Array.from({ length: size }, (_, row) => costs.slice(row * size, (row + 1) * size)))).toBe(best);
  });
});
