import type { OneToOneResult } from "../../../src/solve/engine.ts";
import { expect } from "vitest";
import { solveDenseOneToOne } from "../../../src/solve/matrix/engine.ts";
import type { DenseOneToOneProblem } from "../../../src/solve/matrix/state.ts";
import { matrixExtremes } from "../../../src/solve/matrix/matrix-extremes.ts";

export function denseProblem(
  matrix: readonly (readonly (number | null)[])[],
  unmatched: DenseOneToOneProblem["unmatched"],
): DenseOneToOneProblem {
  const rows = matrix.length;
  const columns = matrix[0]?.length ?? 0;
  const weights = Float64Array.from(matrix.flat(), (weight) => weight ?? -Infinity);
  return { rows, columns, unmatched, weights, extremes: matrixExtremes({ rows, columns, weights }) };
}

/** Runs the engine to its end and checks the proof before handing the result out. */
export function solveDense(problem: DenseOneToOneProblem, tolerance = 0, smallMatrix?: number): OneToOneResult {
  const steps = solveDenseOneToOne(problem, smallMatrix);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expectDenseProof(problem, step.value, tolerance);
  return step.value;
}

export function totalOf(problem: DenseOneToOneProblem, result: OneToOneResult): number {
  let total = 0;
  result.columnOfRow.forEach((column, row) => {
    if (column >= 0) total += problem.weights[row * problem.columns + column]!;
  });
  return total;
}

export function pairsOf(result: OneToOneResult): number {
  return result.columnOfRow.reduce((count, column) => count + (column >= 0 ? 1 : 0), 0);
}

/** Checks feasibility and every price relation; throws at the first that fails. Counts first, so that 4000² is quick. */
export function expectDenseProof(problem: DenseOneToOneProblem, result: OneToOneResult, tolerance = 0): void {
  const { rows, columns, weights, unmatched } = problem;
  const { columnOfRow, rowPrice, columnPrice, placement } = result;
  const rowOfColumn = new Map<number, number>();
  let broken = 0;
  for (let row = 0; row < rows; row += 1) {
    const mate = columnOfRow[row]!;
    for (let column = 0; column < columns; column += 1) {
      const slack = rowPrice[row]! + columnPrice[column]! - weights[row * columns + column]!;
      if (!(slack >= -tolerance)) broken += 1;
      if (column === mate && !(Math.abs(slack) <= tolerance)) broken += 1;
    }
    if (mate >= 0) {
      expect(rowOfColumn.has(mate), "a column is used once").toBe(false);
      rowOfColumn.set(mate, row);
      if (!(rowPrice[row]! >= -placement - tolerance)) broken += 1;
    } else if (!(Math.abs(rowPrice[row]! + placement) <= tolerance)) broken += 1;
  }
  for (let column = 0; column < columns; column += 1) {
    const price = columnPrice[column]! + placement;
    if (!(rowOfColumn.has(column) ? price >= -tolerance : Math.abs(price) <= tolerance)) broken += 1;
  }
  expect(broken, "broken price relations").toBe(0);
  expect(placement >= 0 && placement <= Number.MAX_SAFE_INTEGER, "placement").toBe(true);
  if (unmatched === "free") expect(placement).toBe(0);
}

/** Best pairs and total by trying everything: row by row over sets of used columns. At most 20 columns. */
export function enumerate(problem: Omit<DenseOneToOneProblem, "extremes">): {
  readonly pairs: number;
  readonly total: number;
} {
  const { rows, columns, weights } = problem;
  const countsPairs = problem.unmatched !== "free";
  type Best = { readonly pairs: number; readonly total: number };
  let bestOf = new Map<number, Best>([[0, { pairs: 0, total: 0 }]]);
  for (let row = 0; row < rows; row += 1) {
    const next = new Map(bestOf);
    for (const [used, { pairs, total }] of bestOf) {
      for (let column = 0; column < columns; column += 1) {
        const weight = weights[row * columns + column]!;
        if ((used & (1 << column)) !== 0 || weight === -Infinity) continue;
        const found = { pairs: pairs + 1, total: total + weight };
        const known = next.get(used | (1 << column));
        if (known === undefined || found.total > known.total) next.set(used | (1 << column), found);
      }
    }
    bestOf = next;
  }
  let best: Best = { pairs: 0, total: 0 };
  for (const found of bestOf.values()) {
    const better = countsPairs && found.pairs !== best.pairs ? found.pairs > best.pairs : found.total > best.total;
    if (better) best = found;
  }
  return best;
}
