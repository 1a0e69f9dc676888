import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outweighing } from "../../../src/solve/optimum/placement.ts";
import type { OptimalAssignment, SparseProblem } from "../../../src/solve/problem.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { entryPrices } from "../../../src/solve/sensitivity/entry-prices.ts";
import { servingSeats, servingSecondSeats } from "../../../src/solve/sensitivity/serving-seats.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { problems } from "../../support/problems.ts";
import { runs, shareOf } from "../../support/runs.ts";

const LARGEST = 40;

type Weights = readonly (number | undefined)[][];

const weightsOf = ({ rows, columns, rowStart, columnAt, weightAt }: SparseProblem): (number | undefined)[][] =>
  Array.from({ length: rows }, (_, row) => {
    const weights: (number | undefined)[] = Array.from({ length: columns }, () => undefined);
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) weights[columnAt[edge]!] = weightAt[edge];
    return weights;
  });

function withWeights(problem: SparseProblem, weights: Weights): SparseProblem {
  const rowStart = [0];
  const edges: { readonly column: number; readonly weight: number }[] = [];
  for (const row of weights) {
    row.forEach((weight, column) => {
      if (weight !== undefined) edges.push({ column, weight });
    });
    rowStart.push(edges.length);
  }
  return {
    ...problem,
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(edges, ({ column }) => column),
    weightAt: Int32Array.from(edges, ({ weight }) => weight),
  };
}

/** Whether some optimal choice gives an idle row without a minimum a partner. */
function holdsRow(problem: SparseProblem, row: number): boolean {
  const rowMinimum = problem.rowMinimum?.slice() ?? new Int32Array(problem.rows);
  rowMinimum[row] = 1;
  const [free, forced] = [solveAssignment(problem), solveAssignment({ ...problem, rowMinimum })];
  if (free.status === "infeasible") throw new Error("expected a choice");
  if (forced.status === "infeasible") return false;
  const worth = ({ placedRows, placedColumns, total }: OptimalAssignment): readonly number[] =>
    problem.unmatched === "free" ? [total] : [placedRows + placedColumns, total];
  return JSON.stringify(worth(free)) === JSON.stringify(worth(forced));
}

/** Few weights make many rivals equal. */
const drawn = fc.oneof(
  ...[LARGEST, 2].flatMap((max) =>
    [1, 2].map((mostCapacity) =>
      problems({ unmatched: ["last", "free"], weight: fc.integer({ min: 0, max }), mostCapacity, largest: 6 }),
    ),
  ),
);

/** Each idle row of a problem, with an answer whose placement outweighs all that weights can come to. */
function eachIdle(problem: SparseProblem, look: (row: number, answer: OptimalAssignment) => void): void {
  const solved = solveAssignment(problem);
  if (solved.status === "infeasible") throw new Error("expected a choice");
  const answer = outweighing(problem, solved, LARGEST);
  if (answer === undefined) return;
  verifyOptimality(problem, answer);
  for (let row = 0; row < problem.rows; row += 1) {
    if (!solved.rowOf.includes(row) && problem.rowCapacity?.[row] !== 0) look(row, answer);
  }
}

const newWeight = fc.option(fc.oneof(fc.nat(2), fc.nat(LARGEST)), { nil: undefined, freq: 3 });

describe("entryPrices", () => {
  it("tells exactly whether new edges of an idle node place it, by a solve with it and one without", () => {
    const met = { in: 0, out: 0 };
    fc.assert(
      fc.property(drawn, fc.array(newWeight, { minLength: 6, maxLength: 6 }), (problem, fresh) => {
        eachIdle(problem, (row, answer) => {
          const entry = entryPrices(problem, answer, "row", row);
          if (entry === undefined) throw new Error("expected prices");
          const weights = weightsOf(problem);
          weights[row] = fresh.slice(0, problem.columns);
          const costs = weights[row].map((weight, column) =>
            weight === undefined ? Infinity : entry.costOver(column, weight),
          );
          const isIn = Math.min(...costs) <= 0;
          expect(isIn).toBe(holdsRow(withWeights(problem, weights), row));
          met[isIn ? "in" : "out"] += 1;
        });
      }),
      runs(400),
    );
    expect(Math.min(met.in, met.out)).toBeGreaterThan(shareOf(20));
  });

  it("rules out no change at one node of the other side that places the node", () => {
    const met = { ruledOut: 0, placed: 0, not: 0 };
    fc.assert(
      fc.property(drawn, fc.nat(5), fc.array(newWeight, { minLength: 6, maxLength: 6 }), (problem, drawnAt, fresh) => {
        fc.pre(problem.columns > 0);
        const column = drawnAt % problem.columns;
        eachIdle(problem, (row, answer) => {
          const weights = weightsOf(problem);
          const changes = weights.flatMap((of, own) => {
            const weight = fresh[own];
            if (of[column] === weight) return [];
            of[column] = weight;
            return [{ own, weight: weight ?? -Infinity }];
          });
          const shortfall = entryPrices(problem, answer, "row", row)?.shortfall(column, changes) ?? 0;
          const isHeld = holdsRow(withWeights(problem, weights), row);
          if (shortfall > 0) expect(isHeld).toBe(false);
          met[shortfall > 0 ? "ruledOut" : isHeld ? "placed" : "not"] += 1;
        });
      }),
      runs(600),
    );
    expect(met.placed).toBeGreaterThan(shareOf(20));
    expect(met.ruledOut).toBeGreaterThan(met.not);
  });
});

describe("servingSecondSeats", () => {
  it("tells the same as servingSeats where the first seat is there already", () => {
    let listed = 0;
    fc.assert(
      fc.property(drawn, fc.nat(5), (problem, drawnAt) => {
        fc.pre(problem.columns > 0);
        const first = drawnAt % problem.columns;
        eachIdle(problem, (row, answer) => {
          const entry = entryPrices(problem, answer, "row", row);
          const after = servingSecondSeats(
            problem,
            answer,
            "row",
            row,
            (column) => (entry?.rivalsAt(column) ?? 0) <= 1,
          );
          const columnCapacity = problem.columnCapacity?.slice() ?? new Int32Array(problem.columns).fill(1);
          columnCapacity[first]! += 1;
          const wider = { ...problem, columnCapacity };
          const solved = solveAssignment(wider);
          if (solved.status === "infeasible" || after === undefined) throw new Error("expected a choice");
          const { nodes } = after(first);
          expect(nodes).toEqual(servingSeats(wider, solved, "row", row).nodes);
          listed += nodes.length;
        });
      }),
      runs(400),
    );
    expect(listed).toBeGreaterThan(shareOf(20));
  });
});
