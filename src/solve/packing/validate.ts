import { throwIssues, type ErrorCode, type TersineIssue } from "../../base/error.ts";
import type { PackingProblem } from "./problem.ts";

const MOST_ISSUES = 100;
/** Most rows: the inverse of a basis takes 8 bytes for each pair of them. */
const MOST_ROWS = 5_000;

/** Checks shapes, ranges and values before any work, and throws the issues together (the first hundred). */
export function validatePacking(problem: PackingProblem): void {
  const issues: TersineIssue[] = [];
  const report = (code: ErrorCode, path: string, message: string): void => {
    if (issues.length < MOST_ISSUES) issues.push({ code, path, message });
  };
  const { rows, columnStart, rowAt, weightAt, countAt, mostCounted } = problem;
  if (!Number.isInteger(rows) || rows < 0) report("NUMBER_RANGE", "/rows", "expected a whole number of at least 0.");
  else if (rows > MOST_ROWS) report("LIMIT_ITEMS", "/rows", `expected at most ${MOST_ROWS} rows.`);
  const isTyped = columnStart instanceof Int32Array && rowAt instanceof Int32Array && weightAt instanceof Float64Array;
  if (!isTyped) report("FIELD_TYPE", "", "expected columnStart and rowAt as Int32Array and weightAt as Float64Array.");
  if (countAt !== undefined && !(countAt instanceof Int32Array)) {
    report("FIELD_TYPE", "/countAt", "expected an Int32Array.");
  }
  throwIssues(issues);
  const columns = columnStart.length - 1;
  if (columns < 0 || columnStart[0] !== 0 || columnStart[columns] !== rowAt.length) {
    report("GRAPH_SHAPE", "/columnStart", "expected to begin with 0 and to end with the number of entries.");
  }
  if (weightAt.length !== columns) report("GRAPH_SHAPE", "/weightAt", "expected one weight per column.");
  if (countAt !== undefined && countAt.length !== columns) {
    report("GRAPH_SHAPE", "/countAt", "expected one count per column.");
  }
  if (mostCounted !== undefined && !(Number.isSafeInteger(mostCounted) && mostCounted >= 0)) {
    report("NUMBER_RANGE", "/mostCounted", "expected a whole number of at least 0.");
  }
  throwIssues(issues);
  checkColumns(problem, report);
  throwIssues(issues);
  checkSums(problem, report);
  throwIssues(issues);
}

type Report = (code: ErrorCode, path: string, message: string) => void;

function checkColumns({ rows, columnStart, rowAt, weightAt, countAt }: PackingProblem, report: Report): void {
  for (let column = 0; column < weightAt.length; column += 1) {
    const from = columnStart[column]!;
    const end = columnStart[column + 1]!;
    if (end <= from) report("GRAPH_SHAPE", `/columnStart/${column}`, "expected at least one row in each column.");
    for (let at = from; at < end; at += 1) {
      const row = rowAt[at]!;
      if (row < 0 || row >= rows) report("GRAPH_SHAPE", `/rowAt/${at}`, `expected a row below ${rows}.`);
      else if (at > from && row <= rowAt[at - 1]!) {
        report("GRAPH_SHAPE", `/rowAt/${at}`, "expected strictly ascending rows within a column.");
      }
    }
    const weight = weightAt[column]!;
    if (!Number.isSafeInteger(weight)) report("NUMBER_NOT_INTEGER", `/weightAt/${column}`, "expected a whole number.");
    else if (weight < 0) report("NUMBER_RANGE", `/weightAt/${column}`, "expected at least 0.");
    if (countAt !== undefined && countAt[column]! < 0) {
      report("NUMBER_RANGE", `/countAt/${column}`, "expected at least 0.");
    }
  }
}

/** Sums of prices, which are multiples of one part in 32 × (rows + counted), have to be exact. */
function checkSums(problem: PackingProblem, report: Report): void {
  const { rows, weightAt, countAt } = problem;
  const counts = countAt === undefined ? 0 : largestOf(countAt);
  const most = countAt === undefined ? 0 : countLimit(problem, countAt);
  // with the weights in which a unit counted is worth more than any column
  const together = Math.max(1, largestOf(weightAt) + 2 * (largestOf(weightAt) + 1) * counts);
  if (together * (rows + 1) * 32 * (rows + most + 1) < 2 ** 53) return;
  report("LIMIT_WEIGHTS", "/weightAt", "expected weights and counts small enough for exact sums, got larger ones.");
}

function largestOf(numbers: Float64Array | Int32Array): number {
  let largest = 0;
  for (let at = 0; at < numbers.length; at += 1) largest = Math.max(largest, numbers[at]!);
  return largest;
}

/** The limit on what is counted that is stated, if it can bind; otherwise one that never does. */
export function countLimit({ rows, columnStart, mostCounted }: PackingProblem, countAt: Int32Array): number {
  let perRow = 0;
  for (let column = 0; column < countAt.length; column += 1) {
    perRow = Math.max(perRow, Math.ceil(countAt[column]! / (columnStart[column + 1]! - columnStart[column]!)));
  }
  const most = perRow * rows;
  // at one more the price of a unit counted is 0, which needs no limit to be proved by
  return mostCounted === undefined || mostCounted > most ? most + 1 : mostCounted;
}
