import fc from "fast-check";
import { expect, test } from "vitest";
import { drain, type Steps } from "../../src/base/steps.ts";
import { type Bounds, boundsOf } from "../../src/solve/bounds.ts";
import { flowByCore, oneToOneByCore, scaleOf } from "../../src/solve/choose-engine.ts";
import type { EngineResult } from "../../src/solve/engine.ts";
import { solveFlow } from "../../src/solve/flow/engine.ts";
import { type Assignment, solveAssignment, type SparseProblem, verifyOptimality } from "../../src/solve/index.ts";
import { measure, type Magnitudes } from "../../src/solve/magnitudes.ts";
import { solveAsMatrix } from "../../src/solve/matrix/of-graph.ts";
import { extremesOf } from "../../src/solve/matrix/extremes.ts";
import { canonicalPrices } from "../../src/solve/optimum/canonical-prices.ts";
import { canonicalChoice } from "../../src/solve/optimum/canonical.ts";
import { assignmentFrom, exchangeChoice } from "../../src/solve/optimum/assignment.ts";
import { atPlacement } from "../../src/solve/optimum/placement.ts";
import { drawer } from "../support/enumerate-fast.ts";

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

function answerOf<Result>(steps: Steps<Result | undefined, number>): Result {
  const answer = drain(steps);
  fc.pre(answer !== undefined);
  return answer;
}

test("whichever engine solves a graph, promising edges first or not, pairs and prices are the same", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const problem = problemOf(draw);
      const bounds = boundsOf(problem);
      const magnitudes = measure(problem, bounds, extremesOf(problem.weightAt));
      const answer = solveAssignment(problem, { ties: "canonical" });
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
    { numRuns: 25, seed: 7 },
  );
});

test("the dense engine's prices, carried to the placement of graphs, prove the same", () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const problem = problemOf({ ...draw, rows: 60, columns: 60, mostCapacity: 1, unmatched: "last" });
      const bounds = boundsOf(problem);
      const { placement, largest } = scaleOf(problem);
      const matrix = answerOf(solveAsMatrix(problem, Infinity));
      const carried = atPlacement(problem, matrix, placement, largest);
      fc.pre(carried !== undefined);
      const answer = assignmentFrom(problem, bounds, carried, 0);
      verifyOptimality(problem, answer);
      expect(answer).toMatchObject({ proof: { placement } });
    }),
    { numRuns: 40, seed: 8 },
  );
});
