import { asPublic } from "../../base/public.ts";
import { throwIssues, type TersineIssue } from "../../base/error.ts";
import { solveAssignment } from "../solve-assignment.ts";
import { LARGEST_INDEX } from "../validate-problem.ts";

/** Rows of cells; `null`, `undefined` and holes are pairs that may not be chosen. Any array-like rows, typed ones too. */
export type Matrix = readonly ArrayLike<number | null | undefined>[];

export interface AssignOptions {
  /** Whether larger values are better. @default false */
  readonly maximize?: boolean;
}

/** The best assignment of a matrix, with the prices that prove it. */
export interface MatrixAssignment {
  /** Chosen cells as [row, column], ascending by row; each row and each column at most once. */
  readonly pairs: readonly (readonly [row: number, column: number])[];
  /** Sum of the chosen cells. */
  readonly total: number;
  /** Whether the smaller side is fully assigned: `pairs.length` is `Math.min(rows, columns)`. */
  readonly complete: boolean;
  /**
   * One price per row, in the unit of the cells. With `minimize`, `rowPrices[r] + columnPrices[c] <= cell` for every
   * allowed cell; with `maximize`, `>=`; equal on the chosen ones. So no other choice of as many pairs is better.
   */
  readonly rowPrices: readonly number[];
  /** One price per column. */
  readonly columnPrices: readonly number[];
}

/** Most issues that are listed: a matrix with one bad cell often has a million. */
const MOST_ISSUES = 100;

/**
 * Returns the assignment of rows to columns with the most pairs and, among those, the least total (the largest with
 * `maximize`), as SciPy's `linear_sum_assignment` does; but a matrix without a full assignment is no error: `complete`
 * is false then.
 *
 * The matrix may be rectangular or empty. Negative cells are cells like any other. Whole numbers are solved exactly;
 * other doubles up to the rounding that the check states. The same matrix always gives the same pairs. Every answer is
 * checked against its prices before it is returned.
 *
 * Throws `TersineError`, before any work and with the position of each fault, such as `/3/5`: `MATRIX_RAGGED` for rows of
 * different lengths, `NUMBER_NOT_FINITE` for NaN and infinities, `VALUE_TYPE` for what is no number; `LIMIT_WEIGHTS` for
 * numbers too large to be summed exactly.
 *
 * Takes one copy of the matrix (two if it has more rows than columns) and at most O(rows * columns * min(rows, columns))
 * steps; far fewer on most matrices.
 *
 * @example
 * assign([[4, 1, 3], [2, 0, 5], [3, 2, 2]]).pairs; // [[0, 1], [1, 0], [2, 2]], total 5
 */
export function assign(matrix: Matrix, options: AssignOptions = {}): MatrixAssignment {
  return asPublic("assign", () => {
    const maximize = readOptions(options);
    const { rows, columns } = measureMatrix(matrix);
    const weights = readCells(matrix, rows, columns, maximize ? 1 : -1);
    const answer = solveAssignment({ layout: "dense", rows, columns, weights, unmatched: "last" });
    if (answer.status !== "optimal") throw new Error("a problem without minimum loads has an answer");
    const { rowOf, columnOf, total, proof } = answer;
    // written so that no -0 leaves
    const signed = (value: number): number => (maximize ? value + 0 : 0 - value);
    return {
      pairs: Array.from(rowOf, (row, pair) => [row, columnOf[pair]!] as const),
      total: signed(total),
      complete: rowOf.length === Math.min(rows, columns),
      rowPrices: Array.from(proof.rowPrice, signed),
      columnPrices: Array.from(proof.columnPrice, signed),
    };
  });
}

function readOptions(options: AssignOptions): boolean {
  const given: unknown = options;
  if (typeof given !== "object" || given === null) {
    throwIssues([{ code: "INPUT_TYPE", path: "/options", message: "expected an object with options." }]);
  }
  const { maximize = false, ...unknown } = options;
  const issues: TersineIssue[] = Object.keys(unknown).map((key) => ({
    code: "FIELD_UNKNOWN",
    path: `/options/${key}`,
    message: "expected only maximize.",
  }));
  if (typeof maximize !== "boolean") {
    issues.push({ code: "FIELD_TYPE", path: "/options/maximize", message: "expected true or false." });
  }
  throwIssues(issues);
  return maximize;
}

/** Size of the matrix; throws unless all rows are lists of one length. */
function measureMatrix(matrix: Matrix): { readonly rows: number; readonly columns: number } {
  if (!Array.isArray(matrix)) {
    throwIssues([{ code: "INPUT_TYPE", path: "", message: "expected a list of rows." }]);
  }
  const issues: TersineIssue[] = [];
  let columns: number | undefined;
  for (let row = 0; row < matrix.length && issues.length < MOST_ISSUES; row += 1) {
    const length = lengthOf(matrix[row]);
    columns ??= length;
    if (length === undefined) {
      issues.push({ code: "LIST_EXPECTED", path: `/${row}`, message: "expected a list of numbers." });
    } else if (length !== columns) {
      const message = `expected ${columns} cells as in the first row, got ${length}.`;
      issues.push({ code: "MATRIX_RAGGED", path: `/${row}`, message });
    }
  }
  const size = { rows: matrix.length, columns: columns ?? 0 };
  if (size.rows * size.columns > LARGEST_INDEX) {
    issues.push({ code: "LIMIT_PAIRS", path: "", message: `expected at most ${LARGEST_INDEX} cells.` });
  }
  throwIssues(issues);
  return size;
}

function lengthOf(row: unknown): number | undefined {
  return Array.isArray(row) || (ArrayBuffer.isView(row) && "length" in row) ? Number(row.length) : undefined;
}

/** The cells as weights to maximise, row by row; throws if any is neither a finite number nor absent. */
function readCells(matrix: Matrix, rows: number, columns: number, sign: 1 | -1): Float64Array {
  const weights = new Float64Array(rows * columns);
  const issues: TersineIssue[] = [];
  for (let row = 0; row < rows && issues.length < MOST_ISSUES; row += 1) {
    const cells = matrix[row]!;
    let column = copyCells(cells, 0, columns, sign, weights, row * columns);
    while (column < columns && issues.length < MOST_ISSUES) {
      issues.push(faultOf(cells[column], `/${row}/${column}`));
      column = copyCells(cells, column + 1, columns, sign, weights, row * columns);
    }
  }
  throwIssues(issues);
  return weights;
}

/** Copies cells from `from` on; returns the first column whose cell is unfit, or `columns`. */
function copyCells(
  cells: ArrayLike<number | null | undefined>,
  from: number,
  columns: number,
  sign: 1 | -1,
  weights: Float64Array,
  first: number,
): number {
  for (let column = from; column < columns; column += 1) {
    const cell = cells[column];
    if (typeof cell === "number" && cell - cell === 0) weights[first + column] = sign * cell;
    else if (cell === null || cell === undefined) weights[first + column] = -Infinity;
    else return column;
  }
  return columns;
}

function faultOf(cell: unknown, path: string): TersineIssue {
  return typeof cell === "number"
    ? { code: "NUMBER_NOT_FINITE", path, message: "expected a finite number, or null for a forbidden pair." }
    : { code: "VALUE_TYPE", path, message: `expected a number, or null for a forbidden pair, got a ${typeof cell}.` };
}
