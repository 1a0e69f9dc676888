import fc from "fast-check";
import { expect, test } from "vitest";
import { drain, mapResult, type Steps, withProgress } from "../../src/base/steps.ts";
import { type Bounds, boundsOf } from "../../src/solve/bounds.ts";
import { flowByCore, oneToOneByCore, scaleOf } from "../../src/solve/choose-engine.ts";
import { solveByCore } from "../../src/solve/core/core.ts";
import type { EngineResult } from "../../src/solve/engine.ts";
import { solveFlow } from "../../src/solve/flow/engine.ts";
import { type Assignment, solveInSteps, type SparseProblem, verifyOptimality } from "../../src/solve/index.ts";
import { measure, type Magnitudes } from "../../src/solve/magnitudes.ts";
import { solveAsMatrix } from "../../src/solve/matrix/of-graph.ts";
import { extremesOf } from "../../src/solve/matrix/extremes.ts";
import { canonicalPrices } from "../../src/solve/optimum/canonical-prices.ts";
import { canonicalChoice } from "../../src/solve/optimum/canonical.ts";
import { assignmentFrom, exchangeChoice } from "../../src/solve/optimum/assignment.ts";
import { atPlacement } from "../../src/solve/optimum/placement.ts";
import { toDense } from "../support/problems.ts";
import { drawer } from "../support/enumerate-fast.ts";
import { runs } from "../support/runs.ts";

interface Draw {
  readonly seed: number;
  readonly rows: number;
  readonly columns: number;
  /** Whether there are as many columns as rows instead. */
  readonly isSquare: boolean;
  /** Different weights: few make ties. */
  readonly levels: number;
  /** Of a hundred places, those without an edge. */
  readonly gaps: number;
  /** Rows, and columns, without an edge; and rows that all have edges to the same few columns only. */
  readonly empty: number;
  readonly crowded: number;
  readonly mostCapacity: number;
  readonly unmatched: SparseProblem["unmatched"];
}

const draws = fc.record<Draw>({
  seed: fc.nat(1e6),
  rows: fc.integer({ min: 142, max: 190 }),
  columns: fc.integer({ min: 142, max: 190 }),
  isSquare: fc.boolean(),
  levels: fc.constantFrom(1, 3, 1000, 1_000_000),
  gaps: fc.constantFrom(0, 10, 30),
  empty: fc.constantFrom(0, 0, 3),
  crowded: fc.constantFrom(0, 0, 12),
  mostCapacity: fc.constantFrom(1, 1, 3),
  unmatched: fc.constantFrom("free", "last"),
});

function problemOf(given: Draw): SparseProblem {
  const { seed, rows, levels, gaps, empty, crowded, mostCapacity, unmatched } = given;
  const columns = given.isSquare ? rows : given.columns;
  const draw = drawer(seed);
  const rowStart = [0];
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const last = row < empty ? 0 : row < empty + crowded ? Math.min(columns, empty + 5) : columns;
    for (let column = empty; column < last; column += 1) {
      if (draw(100) < gaps) continue;
      columnAt.push(column);
      weightAt.push(draw(levels) - (unmatched === "free" ? Math.floor(levels / 8) : 0));
    }
    rowStart.push(columnAt.length);
  }
  const capacities = (nodes: number): Int32Array =>
    Int32Array.from({ length: nodes }, () => (mostCapacity === 1 ? 1 : draw(mostCapacity + 1)));
  return {
    layout: "sparse",
    rows,
    columns,
    unmatched,
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
    rowCapacity: capacities(rows),
    columnCapacity: capacities(columns),
  };
}

function canonical(problem: SparseProblem, bounds: Bounds, result: EngineResult, { forced }: Magnitudes): Assignment {
  const assignment = assignmentFrom(problem, bounds, result, 0);
  if (assignment.status === "infeasible") return { ...assignment, work: 0 };
  const { choice } = drain(canonicalChoice(problem, bounds, assignment));
  const exchanged = exchangeChoice(problem, assignment, choice, 0);
  return { ...exchanged, proof: canonicalPrices(problem, bounds, exchanged, forced).proof, work: 0 };
}

/** The answer of steps whose work never falls, and is all in the answer. */
function watched<Answer extends { readonly work: number }>(steps: Steps<Answer, number>): Answer {
  let most = 0;
  const answer = drain(
    withProgress(steps, (work) => {
      expect(work).toBeGreaterThanOrEqual(most);
      most = work;
    }),
  );
  expect(answer.work).toBeGreaterThanOrEqual(most);
  return answer;
}

test("whichever engine solves a graph, promising edges first or not, pairs and prices are the same", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const problem = problemOf(draw);
      const bounds = boundsOf(problem);
      const magnitudes = measure(problem, bounds, extremesOf(problem.weightAt));
      const answer = watched(solveInSteps(problem, { ties: "canonical" }));
      verifyOptimality(problem, answer);
      const placement = bounds.isOneToOne ? scaleOf(problem).placement : magnitudes.placement;
      const plain = drain(solveFlow(problem, bounds, { ...magnitudes, placement }));
      const expected = canonical(problem, bounds, plain, magnitudes);
      expect({ ...answer, work: 0 }).toStrictEqual(expected);
      const byCore = bounds.isOneToOne
        ? oneToOneByCore(problem, bounds, magnitudes, scaleOf(problem))
        : flowByCore(problem, bounds, magnitudes);
      expect(canonical(problem, bounds, drain(byCore), magnitudes)).toStrictEqual(expected);
    }),
    { ...runs(25), seed: 7 },
  );
});

test("the dense engine's prices, carried to the placement of graphs, prove the same", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const problem = problemOf({ ...draw, rows: 60, columns: 60, mostCapacity: 1, unmatched: "last" });
      const bounds = boundsOf(problem);
      const { placement, largest } = scaleOf(problem);
      const matrix = drain(solveAsMatrix(problem, Infinity)).result;
      if (matrix === undefined) throw new Error("expected an attempt without a limit to end");
      const carried = atPlacement(problem, matrix, placement, largest);
      fc.pre(carried !== undefined);
      const answer = assignmentFrom(problem, bounds, carried, 0);
      verifyOptimality(problem, answer);
      expect(answer).toMatchObject({ proof: { placement } });
    }),
    { ...runs(40), seed: 8 },
  );
});

/** All rows want the same columns: attempts by a matrix and by promising edges last too long, and end. */
function crowded(rows: number, columns: number, unit: number): SparseProblem {
  const places = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns] as const);
  return {
    layout: "sparse",
    rows,
    columns,
    unmatched: "last",
    rowStart: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
    columnAt: Int32Array.from(places, ([, column]) => column),
    weightAt: Float64Array.from(places, ([row, column]) => (row + 1) * (column + 1) * unit),
  };
}

test("the work of attempts that end early is counted, and what is told of it never falls", () => {
  const square = crowded(160, 160, 1);
  const loads = new Int32Array(160).fill(2);
  const empty = { ...toDense(crowded(40, 60, 1)), unmatched: "last" as const };
  empty.weights.fill(-Infinity, 60 * 20 + 5, 60 * 30);
  for (const problem of [
    square,
    crowded(1200, 50, 1),
    { ...square, rowCapacity: loads, columnCapacity: loads },
    { ...crowded(40, 50, 0.1), rowCapacity: new Int32Array(40).fill(2), columnMinimum: new Int32Array(50).fill(1) },
    crowded(110, 110, 1e-3),
    empty,
  ]) {
    verifyOptimality(problem, watched(solveInSteps(problem, { verify: false })));
  }
  const bounds = boundsOf(square);
  const magnitudes = measure(square, bounds, extremesOf(square.weightAt));
  let known = 0;
  const solved = solveByCore(square, bounds, (part, last) =>
    mapResult(solveFlow(part, bounds, magnitudes, last?.result), (result) => {
      known += result.work;
      return result;
    }),
  );
  expect(watched(solved).work).toBeGreaterThanOrEqual(known);
});
