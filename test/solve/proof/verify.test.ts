import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assignment, AssignmentProblem, OptimalAssignment } from "../../../src/solve/problem.ts";
import { solveAssignment } from "../../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../../src/solve/proof/verify.ts";
import { edgesOf, enumerate } from "../../support/enumerate.ts";
import { problems, sparse } from "../../support/problems.ts";
import { best, solved, tables, toProblem } from "../../support/tables.ts";
import { runs, shareOf } from "../../support/runs.ts";

const anyProblem = problems({ minima: true, largest: 5 });

function isAccepted(problem: AssignmentProblem, assignment: Assignment): boolean {
  try {
    verifyOptimality(problem, assignment);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "PROOF_REJECTED" });
    return false;
  }
}

/** Best that the prices allow: the dual objective, node by node over all loads and edge by edge. */
function dualValue(problem: AssignmentProblem, { proof }: OptimalAssignment): number {
  const { rowPrice, columnPrice, placement } = proof;
  let value = 0;
  for (const { row, column, weight } of edgesOf(problem)) {
    value += Math.max(0, weight - rowPrice[row]! - columnPrice[column]!);
  }
  const side = (prices: Float64Array, capacity?: Int32Array, minimum?: Int32Array, least = 0): number =>
    prices.reduce((sum, price, node) => {
      const loads = Array.from({ length: (capacity?.[node] ?? 1) + 1 }, (_, load) => load);
      const allowed = loads.filter((load) => load >= Math.max(least, minimum?.[node] ?? 0));
      return sum + Math.max(...allowed.map((load) => price * load + (load > 0 ? placement : 0)));
    }, 0);
  value += side(rowPrice, problem.rowCapacity, problem.rowMinimum, problem.unmatched === "never" ? 1 : 0);
  return value + side(columnPrice, problem.columnCapacity, problem.columnMinimum);
}

describe("the proof", () => {
  it("D1, D2: prices are at least 0 where unmatched is free and nothing is demanded; slack has the right sign", () => {
    fc.assert(
      fc.property(problems({ unmatched: ["free"] }), (problem) => {
        const answer = solved(problem);
        const { rowPrice, columnPrice } = answer.proof;
        answer.rowOf.forEach((row, pair) => {
          expect(rowPrice[row]).toBeGreaterThanOrEqual(0);
          expect(columnPrice[answer.columnOf[pair]!]).toBeGreaterThanOrEqual(0);
        });
        const chosen = new Set(Array.from(answer.rowOf, (row, pair) => `${row}-${answer.columnOf[pair]!}`));
        for (const { row, column, weight } of edgesOf(problem)) {
          const slack = rowPrice[row]! + columnPrice[column]! - weight;
          const isShared = problem.rowCapacity![row]! > 1 && problem.columnCapacity![column]! > 1;
          if (!chosen.has(`${row}-${column}`)) expect(slack).toBeGreaterThanOrEqual(0);
          else if (!isShared) expect(slack).toBe(0);
          else expect(slack).toBeLessThanOrEqual(0);
        }
      }),
      runs(500),
    );
  });

  it("D3, D5: what the prices allow equals what was reached, in the given weights", () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const answer = solveAssignment(problem);
        if (answer.status === "infeasible") return;
        const reached = answer.total + answer.proof.placement * (answer.placedRows + answer.placedColumns);
        expect(dualValue(problem, answer)).toBe(reached);
      }),
      runs(1000),
    );
  });

  it("D4: any other set of pairs is refused unless it is as good", () => {
    let refused = 0;
    fc.assert(
      fc.property(anyProblem, fc.nat(), fc.nat(), (problem, at, other) => {
        const answer = solveAssignment(problem);
        const edges = edgesOf(problem);
        if (answer.status === "infeasible" || edges.length === 0) return;
        const chosen = new Set(Array.from(answer.rowOf, (row, pair) => `${row}-${answer.columnOf[pair]!}`));
        for (const { row, column } of [edges[at % edges.length]!, edges[other % edges.length]!]) {
          const name = `${row}-${column}`;
          if (!chosen.delete(name)) chosen.add(name);
          const kept = edges.filter((edge) => chosen.has(`${edge.row}-${edge.column}`));
          const total = kept.reduce((sum, edge) => sum + edge.weight, 0);
          const placedRows = new Set(kept.map((edge) => edge.row)).size;
          const placedColumns = new Set(kept.map((edge) => edge.column)).size;
          const rowOf = Int32Array.from(kept, (edge) => edge.row);
          const columnOf = Int32Array.from(kept, (edge) => edge.column);
          const tampered = { ...answer, rowOf, columnOf, total, placedRows, placedColumns };
          if (isAccepted(problem, tampered)) expect(total).toBe(enumerate(problem)!.total);
          else refused += 1;
        }
      }),
      runs(1000),
    );
    expect(refused).toBeGreaterThan(shareOf(200));
  });

  it("D4: wrong totals, counts, order, sets and repeated pairs are refused", () => {
    const problem = sparse(3, 2, [4, 1, 2, 3, 5, 5], "last");
    const answer = solved(problem);
    const { proof } = answer;
    const tampered: Assignment[] = [
      { ...answer, total: answer.total + 1 },
      { ...answer, placedRows: answer.placedRows - 1 },
      { ...answer, placedColumns: answer.placedColumns + 1 },
      { ...answer, rowOf: answer.rowOf.toReversed(), columnOf: answer.columnOf.toReversed() },
      { ...answer, rowOf: Int32Array.of(0, 0, 2), columnOf: Int32Array.of(0, 0, 1) },
      { ...answer, rowOf: Int32Array.of(0, 7), columnOf: Int32Array.of(0, 1) },
      { ...answer, columnOf: answer.columnOf.slice(0, 1) },
      { ...answer, proof: { ...proof, tolerance: 1 } },
      { ...answer, proof: { ...proof, tolerance: NaN } },
      { ...answer, proof: { ...proof, placement: 0 } },
      { ...answer, proof: { ...proof, coverage: { rows: Int32Array.of(), columns: Int32Array.of() } } },
      { ...answer, proof: { ...proof, coverage: { rows: Int32Array.of(2, 1, 0), columns: Int32Array.of() } } },
      { ...answer, proof: { ...proof, rowPrice: proof.rowPrice.map(() => NaN) } },
      { ...answer, proof: { ...proof, rowPrice: proof.rowPrice.slice(1) } },
      { status: "infeasible", witness: { side: "row", nodes: Int32Array.of(0), needed: 1, available: 0 }, work: 0 },
    ];
    expect(isAccepted(problem, answer)).toBe(true);
    tampered.forEach((one, at) => {
      expect([at, isAccepted(problem, one)]).toEqual([at, false]);
    });
  });

  it("D4: a price that is changed where it matters is refused", () => {
    const problem = sparse(2, 2, [5, 3, 4, 4]);
    const answer = solved(problem);
    for (const field of ["rowPrice", "columnPrice"] as const) {
      for (const node of [0, 1]) {
        for (const change of [-1, 1, 0.5]) {
          const prices = answer.proof[field].with(node, answer.proof[field][node]! + change);
          expect(isAccepted(problem, { ...answer, proof: { ...answer.proof, [field]: prices } })).toBe(false);
        }
      }
    }
  });

  it("D6: the deficient sets prove the number of placed rows and columns on their own", () => {
    let deficient = 0;
    fc.assert(
      fc.property(problems({ unmatched: ["last"], minima: true }), (problem) => {
        const answer = solveAssignment(problem);
        if (answer.status === "infeasible") return;
        const { coverage } = answer.proof;
        if (coverage === undefined) throw new Error("expected deficient sets");
        deficient += coverage.rows.length + coverage.columns.length;
        const emptied = { ...coverage, rows: new Int32Array(0) };
        const isNeeded = coverage.rows.length > 0;
        const without = { ...answer, proof: { ...answer.proof, coverage: emptied } };
        expect(isAccepted(problem, without)).toBe(!isNeeded);
      }),
      runs(500),
    );
    expect(deficient).toBeGreaterThan(shareOf(100));
  });

  it("D7: a witness of missed minimum loads is checked, and refused once its numbers are changed", () => {
    let infeasible = 0;
    fc.assert(
      fc.property(problems({ minima: true }), (problem) => {
        const answer = solveAssignment(problem);
        expect(answer.status === "infeasible").toBe(enumerate(problem) === undefined);
        if (answer.status !== "infeasible") return;
        infeasible += 1;
        const { witness } = answer;
        verifyOptimality(problem, answer);
        for (const change of [
          { needed: witness.needed + 1 },
          { available: witness.available - 1 },
          { nodes: new Int32Array(0) },
        ]) {
          expect(isAccepted(problem, { ...answer, witness: { ...witness, ...change } })).toBe(false);
        }
      }),
      runs(500),
    );
    expect(infeasible).toBeGreaterThan(shareOf(50));
  });

  it("D8: a column's price lies between what one place more gains and one place less costs", () => {
    fc.assert(
      fc.property(tables(), fc.nat(), (table, at) => {
        const column = at % table.columnCapacity.length;
        const { proof, total } = solved(toProblem(table));
        const places = table.columnCapacity[column]!;
        const withPlaces = (count: number): number =>
          best({ ...table, columnCapacity: table.columnCapacity.with(column, count) });
        const price = Math.max(0, proof.columnPrice[column]!);
        expect(withPlaces(places + 1) - total).toBeLessThanOrEqual(price);
        expect(total - withPlaces(places - 1)).toBeGreaterThanOrEqual(price);
      }),
      runs(500),
    );
  });
});
