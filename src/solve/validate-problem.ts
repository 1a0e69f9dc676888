import { problem as error, throwIssues, type ErrorCode, type TersineIssue } from "../base/error.ts";
import type { AssignmentProblem, DenseProblem, SparseProblem } from "./problem.ts";
import { matrixExtremes } from "./matrix/matrix-extremes.ts";
import { extremesOf, type MatrixExtremes, type Extremes } from "./matrix/extremes.ts";

/** Most nodes of both sides together, and most places of a matrix: indices fit 31 bits. */
export const LARGEST_INDEX = 2 ** 31 - 2;
/** Most issues that are listed: a problem with one bad weight often has a million. */
const MOST_ISSUES = 100;

/** Collects what is wrong, in the order of the fields. */
type Report = (code: ErrorCode, path: string, message: string, hint?: string) => void;

/**
 * Checks shapes, ranges and values before any work, and throws the issues together (the first hundred). Callers without
 * types may pass anything. Returns what else the walk over the weights told.
 */
export function validateProblem(problem: AssignmentProblem): Extremes | MatrixExtremes {
  const issues: TersineIssue[] = [];
  const report: Report = (code, path, message, hint) => {
    if (issues.length < MOST_ISSUES)
      issues.push(hint === undefined ? { code, path, message } : { code, path, message, hint });
  };
  if (isObject(problem)) checkHead(problem, report);
  else report("INPUT_TYPE", "", "expected a problem with a layout, rows and columns, got something else.");
  throwIssues(issues);
  checkSide(problem, "row", report);
  checkSide(problem, "column", report);
  const extremes = problem.layout === "dense" ? checkMatrix(problem, report) : checkGraph(problem, report);
  throwIssues(issues);
  if (extremes === undefined) throw error("INTERNAL", "", "expected an issue where weights were not read.");
  return extremes;
}

function checkHead(problem: AssignmentProblem, report: Report): void {
  checkWord(problem.layout, ["sparse", "dense"], "/layout", report);
  checkCount(problem.rows, "/rows", report);
  checkCount(problem.columns, "/columns", report);
  checkWord(problem.unmatched, ["free", "last", "never"], "/unmatched", report);
  if (!Number.isInteger(problem.rows) || !Number.isInteger(problem.columns)) return;
  if (problem.rows + problem.columns > LARGEST_INDEX) {
    report("LIMIT_ITEMS", "/columns", `expected at most ${LARGEST_INDEX} rows and columns together.`);
  } else if (problem.layout === "dense" && problem.rows * problem.columns > LARGEST_INDEX) {
    report("LIMIT_PAIRS", "/weights", `expected at most ${LARGEST_INDEX} weights.`, "Use the sparse layout.");
  }
}

function checkWord(value: unknown, words: readonly string[], path: string, report: Report): void {
  if (typeof value !== "string" || !words.includes(value)) {
    report("VALUE_UNKNOWN", path, `expected one of ${words.join(", ")}.`);
  }
}

function checkCount(value: unknown, path: string, report: Report): void {
  if (typeof value !== "number") report("FIELD_TYPE", path, `expected a number, got ${nameOf(value)}.`);
  else if (!Number.isInteger(value)) report("NUMBER_NOT_INTEGER", path, "expected a whole number.");
  else if (value < 0) report("NUMBER_RANGE", path, "expected at least 0, got a negative number.");
}

function checkSide(problem: AssignmentProblem, side: "row" | "column", report: Report): void {
  const length = side === "row" ? problem.rows : problem.columns;
  const capacity = side === "row" ? problem.rowCapacity : problem.columnCapacity;
  const minimum = side === "row" ? problem.rowMinimum : problem.columnMinimum;
  const isCapacityFit = checkArray(capacity, ["Int32Array"], length, `/${side}Capacity`, report);
  const isMinimumFit = checkArray(minimum, ["Int32Array"], length, `/${side}Minimum`, report);
  if (!isCapacityFit || !isMinimumFit || (capacity === undefined && minimum === undefined)) return;
  for (let node = 0; node < length; node += 1) {
    const most = capacity?.[node] ?? 1;
    const least = minimum?.[node] ?? 0;
    if (most < 0) report("NUMBER_RANGE", `/${side}Capacity/${node}`, "expected at least 0, got a negative number.");
    if (least < 0) report("NUMBER_RANGE", `/${side}Minimum/${node}`, "expected at least 0, got a negative number.");
    else if (least > most) {
      report("LOAD_RANGE", `/${side}Minimum/${node}`, `expected at most the capacity of the ${side}, got more.`);
    }
  }
}

/** Whether an optional field is absent or an array of one of these kinds and this length. */
function checkArray(value: unknown, kinds: readonly string[], length: number, path: string, report: Report): boolean {
  if (value === undefined) return true;
  const kind = nameOf(value);
  if (!kinds.includes(kind)) {
    report("FIELD_TYPE", path, `expected an ${kinds.join(" or ")}, got ${kind}.`);
    return false;
  }
  const actual = (value as ArrayLike<unknown>).length;
  if (actual !== length) report("GRAPH_SHAPE", path, `expected ${length} entries, got ${actual}.`);
  return actual === length;
}

function checkMatrix({ rows, columns, weights }: DenseProblem, report: Report): MatrixExtremes | undefined {
  if ((weights as unknown) === undefined) report("FIELD_MISSING", "/weights", "expected a Float64Array, got nothing.");
  else if (checkArray(weights, ["Float64Array"], rows * columns, "/weights", report)) {
    const extremes = matrixExtremes({ rows, columns, weights });
    if (extremes.isFit) return extremes;
    for (let at = 0; at < weights.length; at += 1) {
      if (weights[at]! < Infinity) continue;
      const place = `in row ${Math.floor(at / columns)}, column ${at % columns}`;
      report("NUMBER_NOT_FINITE", `/weights/${at}`, `expected a finite number or -Infinity ${place}.`);
    }
  }
  return undefined;
}

function checkGraph(problem: SparseProblem, report: Report): Extremes | undefined {
  const { rows, rowStart, columnAt, weightAt } = problem;
  const fields = [
    ["/rowStart", rowStart, ["Int32Array"], rows + 1],
    ["/columnAt", columnAt, ["Int32Array"], lengthOf(columnAt)],
    ["/weightAt", weightAt, ["Int32Array", "Float64Array"], lengthOf(columnAt)],
  ] as const;
  let isFit = true;
  for (const [path, value, kinds, length] of fields) {
    const isMissing = (value as unknown) === undefined;
    if (isMissing) report("FIELD_MISSING", path, `expected an ${kinds.join(" or ")}, got nothing.`);
    isFit = !isMissing && checkArray(value, kinds, length, path, report) && isFit;
  }
  if (!isFit || !checkRowStart(problem, report)) return undefined;
  checkColumnAt(problem, report);
  for (let edge = 0; weightAt instanceof Float64Array && edge < weightAt.length; edge += 1) {
    if (!Number.isFinite(weightAt[edge])) report("NUMBER_NOT_FINITE", `/weightAt/${edge}`, "expected a finite number.");
  }
  return extremesOf(weightAt);
}

function checkRowStart({ rows, rowStart, columnAt }: SparseProblem, report: Report): boolean {
  const bad: (readonly [row: number, message: string])[] = [];
  if (rowStart[0] !== 0) bad.push([0, "expected 0."]);
  for (let row = 0; row < rows; row += 1) {
    if (rowStart[row + 1]! < rowStart[row]!) bad.push([row + 1, "expected at least the entry before it."]);
  }
  if (bad.length === 0 && rowStart[rows] !== columnAt.length) bad.push([rows, "expected the number of edges."]);
  for (const [row, message] of bad) report("GRAPH_SHAPE", `/rowStart/${row}`, message);
  return bad.length === 0;
}

function checkColumnAt({ rows, columns, rowStart, columnAt }: SparseProblem, report: Report): void {
  for (let row = 0; row < rows; row += 1) {
    let previous = -1;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      const column = columnAt[edge]!;
      if (column < 0 || column >= columns) {
        report("GRAPH_SHAPE", `/columnAt/${edge}`, `expected a column index below ${columns} in row ${row}.`);
      } else if (column <= previous) {
        report("GRAPH_SHAPE", `/columnAt/${edge}`, `expected strictly ascending columns in row ${row}.`);
      }
      previous = column;
    }
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function lengthOf(value: unknown): number {
  return ArrayBuffer.isView(value) && "length" in value && typeof value.length === "number" ? value.length : 0;
}

/** What kind of value it is, without saying which: the class of an array, else the type. */
function nameOf(value: unknown): string {
  if (value === null) return "null";
  return typeof value === "object" ? Object.prototype.toString.call(value).slice(8, -1) : typeof value;
}
