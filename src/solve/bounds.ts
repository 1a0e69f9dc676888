import type { AssignmentProblem } from "./problem.ts";

/** How many partners the nodes of one side may and must have; both of the side's length. */
export interface SideBounds {
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
}

/** The bounds of both sides with all defaults filled in. */
export interface Bounds {
  readonly row: SideBounds;
  readonly column: SideBounds;
  /** Whether every capacity is exactly 1 and every given minimum 0 (`never` allowed): the assignment problem proper. */
  readonly isOneToOne: boolean;
  /** Whether any node has a minimum, that of `never` included. */
  readonly hasMinimum: boolean;
}

/** Fills in the defaults; `never` makes every row's minimum at least 1. */
export function boundsOf(problem: AssignmentProblem): Bounds {
  const row = {
    capacity: problem.rowCapacity ?? new Int32Array(problem.rows).fill(1),
    minimum: rowMinimumOf(problem),
  };
  const column = {
    capacity: problem.columnCapacity ?? new Int32Array(problem.columns).fill(1),
    minimum: problem.columnMinimum ?? new Int32Array(problem.columns),
  };
  const hasMinimum = row.minimum.some(isPositive) || column.minimum.some(isPositive);
  const isDemanding = [problem.rowMinimum, problem.columnMinimum].some((minimum) => minimum?.some(isPositive) ?? false);
  const isOneToOne = !isDemanding && row.capacity.every(isOne) && column.capacity.every(isOne);
  return { row, column, isOneToOne, hasMinimum };
}

/** The bounds as they look from the other side. */
export function swapSides(bounds: Bounds): Bounds {
  return { ...bounds, row: bounds.column, column: bounds.row };
}

function rowMinimumOf(problem: AssignmentProblem): Int32Array {
  const minimum = problem.rowMinimum ?? new Int32Array(problem.rows);
  return problem.unmatched === "never" ? minimum.map((least) => Math.max(1, least)) : minimum;
}

function isPositive(value: number): boolean {
  return value > 0;
}

function isOne(value: number): boolean {
  return value === 1;
}
