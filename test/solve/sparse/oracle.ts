import { expect } from "vitest";
import { solveSparseOneToOne, type OneToOneAnswer, type OneToOneProblem } from "../../../src/solve/sparse/engine.ts";

/** Runs the engine to its end. */
export function solve(problem: OneToOneProblem): OneToOneAnswer {
  const steps = solveSparseOneToOne(problem);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A problem from rows of [column, weight] edges. */
export function fromEdges(
  columns: number,
  edgesOfRow: readonly (readonly (readonly [column: number, weight: number])[])[],
  unmatched: OneToOneProblem["unmatched"],
): OneToOneProblem {
  const edges = edgesOfRow.flatMap((row) => [...row].sort((a, b) => a[0] - b[0]));
  const rowStart = new Int32Array(edgesOfRow.length + 1);
  edgesOfRow.forEach((row, index) => (rowStart[index + 1] = rowStart[index]! + row.length));
  const weights = edges.map(([, weight]) => weight);
  const whole = weights.every((weight) => Number.isInteger(weight) && Math.abs(weight) < 2 ** 31);
  return {
    rows: edgesOfRow.length,
    columns,
    rowStart,
    columnAt: Int32Array.from(edges, ([column]) => column),
    weightAt: whole ? Int32Array.from(weights) : Float64Array.from(weights),
    unmatched,
  };
}

export interface PairsAndTotal {
  readonly pairs: number;
  readonly total: number;
}

/** Pairs and total of an answer, from the pairs alone; throws unless they are edges and no column is taken twice. */
export function expectMatching(problem: OneToOneProblem, answer: OneToOneAnswer): PairsAndTotal {
  const taken = new Set<number>();
  let total = 0;
  expect(answer.columnOfRow).toHaveLength(problem.rows);
  answer.columnOfRow.forEach((column, row) => {
    if (column < 0) return;
    expect(taken.has(column)).toBe(false);
    taken.add(column);
    const edge = problem.columnAt.indexOf(column, problem.rowStart[row]);
    expect(edge).toBeGreaterThanOrEqual(problem.rowStart[row]!);
    expect(edge).toBeLessThan(problem.rowStart[row + 1]!);
    total += problem.weightAt[edge]!;
  });
  return { pairs: taken.size, total };
}

/** Throws unless the prices prove the answer: the relations of `OneToOneAnswer`, each checked on its own. */
export function expectProof(problem: OneToOneProblem, answer: OneToOneAnswer): void {
  const { rowPrice, columnPrice, columnOfRow, placement, tolerance } = answer;
  const faults: string[] = [];
  const isMatched = new Uint8Array(problem.columns);
  for (let row = 0; row < problem.rows; row++) {
    const mate = columnOfRow[row]!;
    for (let edge = problem.rowStart[row]!; edge < problem.rowStart[row + 1]!; edge++) {
      const column = problem.columnAt[edge]!;
      const slack = rowPrice[row]! + columnPrice[column]! - problem.weightAt[edge]!;
      if (slack < -tolerance) faults.push(`slack ${slack} at row ${row}, column ${column}`);
      if (mate === column && Math.abs(slack) > tolerance) faults.push(`chosen edge of row ${row} has slack ${slack}`);
    }
    if (mate >= 0) isMatched[mate] = 1;
    if (mate < 0 ? rowPrice[row] !== -placement : rowPrice[row]! < -placement) faults.push(`price of row ${row}`);
  }
  columnPrice.forEach((price, column) => {
    if (isMatched[column] === 0 ? price !== -placement : price < -placement) faults.push(`price of column ${column}`);
  });
  if (tolerance === 0) {
    expect([...rowPrice, ...columnPrice].every(Number.isInteger)).toBe(true);
  }
  expect(faults).toEqual([]);
}

/** The best choice by trying all subsets of columns, row by row: at most about 12 columns. */
export function enumerate(problem: OneToOneProblem): PairsAndTotal {
  const counted = problem.unmatched !== "free";
  const better = (a: PairsAndTotal, b: PairsAndTotal | undefined): boolean =>
    b === undefined || (counted && a.pairs !== b.pairs ? a.pairs > b.pairs : a.total > b.total);
  let best = new Map<number, PairsAndTotal>([[0, { pairs: 0, total: 0 }]]);
  for (let row = 0; row < problem.rows; row++) {
    const next = new Map(best);
    for (const [used, { pairs, total }] of best) {
      for (let edge = problem.rowStart[row]!; edge < problem.rowStart[row + 1]!; edge++) {
        const bit = 1 << problem.columnAt[edge]!;
        if ((used & bit) !== 0) continue;
        const choice = { pairs: pairs + 1, total: total + problem.weightAt[edge]! };
        if (better(choice, next.get(used | bit))) next.set(used | bit, choice);
      }
    }
    best = next;
  }
  let winner: PairsAndTotal = { pairs: 0, total: 0 };
  for (const choice of best.values()) if (better(choice, winner)) winner = choice;
  return winner;
}
