import fc from "fast-check";
import type { AssignmentProblem, OptimalAssignment, SparseProblem } from "../../src/solve/problem.ts";
import { solveAssignment, type SolveOptions } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { sparse } from "./problems.ts";

/** A problem as a table that tests can change: a list of rows, null where there is no edge. */
export interface Table {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
}

export type Rule = AssignmentProblem["unmatched"];

/** Random tables of 1 to 5 rows and columns; capacities 1 to `mostCapacity`. */
export function tables(mostCapacity = 3, weight = fc.integer({ min: -3, max: 6 })): fc.Arbitrary<Table> {
  const size = fc.integer({ min: 1, max: 5 });
  const capacity = fc.integer({ min: 1, max: mostCapacity });
  return fc.tuple(size, size).chain(([rows, columns]) =>
    fc.record({
      cells: list(list(fc.option(weight, { freq: 4 }), columns), rows),
      rowCapacity: list(capacity, rows),
      columnCapacity: list(capacity, columns),
    }),
  );
}

function list<T>(item: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: length, maxLength: length });
}

export function toProblem(table: Table, unmatched: Rule = "free"): SparseProblem {
  const columns = table.columnCapacity.length;
  const matrix = table.cells.flatMap((row) => row.map((cell) => cell ?? -Infinity));
  return {
    ...sparse(table.cells.length, columns, matrix, unmatched),
    rowCapacity: Int32Array.from(table.rowCapacity),
    columnCapacity: Int32Array.from(table.columnCapacity),
  };
}

/** Solves and checks; throws if infeasible. */
export function solved(problem: AssignmentProblem, options: SolveOptions = { ties: "canonical" }): OptimalAssignment {
  const answer = solveAssignment(problem, options);
  verifyOptimality(problem, answer);
  if (answer.status !== "optimal") throw new Error("expected an optimal assignment");
  return answer;
}

/** Best total of a table. */
export function best(table: Table, unmatched: Rule = "free"): number {
  return solved(toProblem(table, unmatched)).total;
}

export function withoutRow(table: Table, row: number): Table {
  return {
    ...table,
    cells: table.cells.filter((_, at) => at !== row),
    rowCapacity: table.rowCapacity.filter((_, at) => at !== row),
  };
}

export function withoutColumn(table: Table, column: number): Table {
  return transposed(withoutRow(transposed(table), column));
}

export function transposed({ cells, rowCapacity, columnCapacity }: Table): Table {
  return {
    cells: columnCapacity.map((_, column) => cells.map((row) => row[column] ?? null)),
    rowCapacity: columnCapacity,
    columnCapacity: rowCapacity,
  };
}

/** The table with one cell, or every cell, changed. */
export function withCell(table: Table, row: number, column: number, cell: number | null): Table {
  return { ...table, cells: table.cells.map((line, r) => (r === row ? line.with(column, cell) : line)) };
}

export function mapCells(table: Table, change: (cell: number) => number): Table {
  return { ...table, cells: table.cells.map((row) => row.map((cell) => (cell === null ? null : change(cell)))) };
}
