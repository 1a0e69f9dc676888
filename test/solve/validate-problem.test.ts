import { describe, expect, it } from "vitest";
import { TersineError } from "../../src/base/error.ts";
import type { AssignmentProblem } from "../../src/solve/problem.ts";
import { solveAssignment } from "../../src/solve/solve-assignment.ts";
import { LARGEST_INDEX } from "../../src/solve/validate-problem.ts";

const graph = {
  layout: "sparse",
  rows: 2,
  columns: 2,
  unmatched: "free",
  rowStart: Int32Array.of(0, 2, 3),
  columnAt: Int32Array.of(0, 1, 1),
  weightAt: Float64Array.of(1, 2, 3),
} as const;
const matrix = {
  layout: "dense",
  rows: 2,
  columns: 2,
  unmatched: "free",
  weights: Float64Array.of(1, 2, 3, 4),
} as const;

function issuesOf(problem: unknown): readonly string[] {
  try {
    solveAssignment(problem as AssignmentProblem);
  } catch (error) {
    if (error instanceof TersineError) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

describe("validateProblem", () => {
  it.each<readonly [what: string, problem: unknown, ...issues: string[]]>([
    ["nothing", undefined, "INPUT_TYPE "],
    ["null", null, "INPUT_TYPE "],
    ["a number", 7, "INPUT_TYPE "],
    ["no fields", {}, "VALUE_UNKNOWN /layout", "FIELD_TYPE /rows", "FIELD_TYPE /columns", "VALUE_UNKNOWN /unmatched"],
    ["a negative size", { ...graph, rows: -1 }, "NUMBER_RANGE /rows"],
    ["a broken size", { ...graph, columns: 1.5 }, "NUMBER_NOT_INTEGER /columns"],
    ["NaN as size", { ...graph, columns: NaN }, "NUMBER_NOT_INTEGER /columns"],
    ["no starts", { ...graph, rowStart: undefined }, "FIELD_MISSING /rowStart"],
    ["plain arrays", { ...graph, columnAt: [0, 1, 1] }, "FIELD_TYPE /columnAt", "GRAPH_SHAPE /weightAt"],
    ["too few starts", { ...graph, rowStart: Int32Array.of(0, 3) }, "GRAPH_SHAPE /rowStart"],
    ["a late start", { ...graph, rowStart: Int32Array.of(1, 2, 3) }, "GRAPH_SHAPE /rowStart/0"],
    ["falling starts", { ...graph, rowStart: Int32Array.of(0, 4, 3) }, "GRAPH_SHAPE /rowStart/2"],
    ["an early end", { ...graph, rowStart: Int32Array.of(0, 1, 2) }, "GRAPH_SHAPE /rowStart/2"],
    ["a column outside", { ...graph, columnAt: Int32Array.of(0, 1, 2) }, "GRAPH_SHAPE /columnAt/2"],
    ["a column twice", { ...graph, columnAt: Int32Array.of(1, 1, 1) }, "GRAPH_SHAPE /columnAt/1"],
    [
      "NaN",
      { ...graph, weightAt: Float64Array.of(1, NaN, -Infinity) },
      "NUMBER_NOT_FINITE /weightAt/1",
      "NUMBER_NOT_FINITE /weightAt/2",
    ],
    ["too few weights", { ...graph, weightAt: Float64Array.of(1, 2) }, "GRAPH_SHAPE /weightAt"],
    [
      "a negative capacity",
      { ...graph, rowCapacity: Int32Array.of(1, -1) },
      "NUMBER_RANGE /rowCapacity/1",
      "LOAD_RANGE /rowMinimum/1",
    ],
    ["a minimum above", { ...graph, columnMinimum: Int32Array.of(0, 2) }, "LOAD_RANGE /columnMinimum/1"],
    ["capacities of another length", { ...graph, columnCapacity: Int32Array.of(1) }, "GRAPH_SHAPE /columnCapacity"],
    ["no matrix", { ...matrix, weights: undefined }, "FIELD_MISSING /weights"],
    ["a ragged matrix", { ...matrix, weights: Float64Array.of(1, 2, 3) }, "GRAPH_SHAPE /weights"],
    ["NaN in a matrix", { ...matrix, weights: Float64Array.of(1, NaN, 3, 4) }, "NUMBER_NOT_FINITE /weights/1"],
    [
      "infinity in a matrix",
      { ...matrix, weights: Float64Array.of(1, 2, 3, Infinity) },
      "NUMBER_NOT_FINITE /weights/3",
    ],
  ])("V1: refuses %s with its position", (_, problem, ...issues) => {
    expect(issuesOf(problem)).toEqual(issues);
  });

  it("V2: lists the first hundred of many issues", () => {
    expect(issuesOf({ ...matrix, rows: 100, columns: 100, weights: new Float64Array(10_000).fill(NaN) })).toHaveLength(
      100,
    );
  });

  it("K5: refuses sizes before it looks at anything large, and takes those at the limit for what they are", () => {
    expect(issuesOf({ ...graph, rows: LARGEST_INDEX, columns: 1 })).toEqual(["LIMIT_ITEMS /columns"]);
    expect(issuesOf({ ...graph, rows: LARGEST_INDEX - 1, columns: 1 })).toEqual(["GRAPH_SHAPE /rowStart"]);
    expect(issuesOf({ ...matrix, rows: 2 ** 16, columns: 2 ** 15 })).toEqual(["LIMIT_PAIRS /weights"]);
    expect(issuesOf({ ...matrix, rows: 2 ** 15, columns: 2 ** 15 })).toEqual(["GRAPH_SHAPE /weights"]);
  });

  it.each(["free", "last"] as const)("L7: refuses whole weights whose sums would not be exact (%s)", (unmatched) => {
    const withLargest = (largest: number): unknown => ({
      ...matrix,
      unmatched,
      weights: Float64Array.of(largest, 1, 1, -largest),
    });
    expect(issuesOf(withLargest(2 ** 44))).toEqual([]);
    expect(issuesOf(withLargest(2 ** 51))).toEqual(["LIMIT_WEIGHTS /weights"]);
    expect(issuesOf(withLargest(1e300))).toEqual(["LIMIT_WEIGHTS /weights"]);
  });
});
