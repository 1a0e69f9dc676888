import { mapResult, type Steps } from "../../base/steps.ts";
import { type EngineResult, listPairs } from "../engine.ts";
import type { SparseProblem } from "../problem.ts";
import { solveDenseOneToOne } from "./engine.ts";
import { matrixExtremes } from "./matrix-extremes.ts";

/** Most places of a matrix that is made for the solve alone: 512 MiB. */
const MOST_PLACES = 1 << 26;
/** Edges are at least one place in this many. */
const MOST_PLACES_PER_EDGE = 6;
/** Looks at each place before the attempt ends: families of good temper take 1 to 15 of them. */
const MOST_LOOKS = 20;

/**
 * Whether it pays to try a one-to-one graph as a matrix: it is square, and may well have a partner for everybody. Where one
 * row has to stay alone, or there is one row more than columns, the dense engine takes a hundred times longer.
 */
export function fitsMatrix({ rows, columns, rowStart, columnAt, unmatched }: SparseProblem): boolean {
  const places = rows * columns;
  if (rows !== columns || unmatched === "free") return false;
  if (places > MOST_PLACES || places > MOST_PLACES_PER_EDGE * columnAt.length) return false;
  const hasEdge = new Uint8Array(columns);
  for (const column of columnAt) hasEdge[column] = 1;
  for (let row = 0; row < rows; row += 1) if (rowStart[row] === rowStart[row + 1]) return false;
  return !hasEdge.includes(0);
}

/** What an attempt to solve a graph as a matrix has led to. */
export interface MatrixAttempt {
  /** Absent if it took longer than it pays. */
  readonly result?: EngineResult;
  readonly work: number;
}

/**
 * Solves a square graph of whole weights as a matrix, which takes 8 bytes a place; the prices are for a placement of the
 * engine's own.
 */
export function* solveAsMatrix(problem: SparseProblem, mostLooks = MOST_LOOKS): Steps<MatrixAttempt, number> {
  const { rows, columns, unmatched } = problem;
  const weights = weightsOf(problem);
  yield 0;
  const extremes = matrixExtremes({ rows, columns, weights });
  const engine = solveDenseOneToOne({ rows, columns, weights, extremes, unmatched });
  let attempt: MatrixAttempt = { work: 0 };
  const steps = mapResult(engine, (answer) => (attempt = { result: listPairs(answer), work: answer.work }));
  // a loop that is left closes the engine, which then gives its memory back
  for (const work of steps) {
    attempt = { work };
    if (work > mostLooks * weights.length) break;
    yield work;
  }
  return attempt;
}

function weightsOf({ rows, columns, rowStart, columnAt, weightAt }: SparseProblem): Float64Array {
  const weights = new Float64Array(rows * columns).fill(-Infinity);
  for (let row = 0; row < rows; row += 1) {
    const first = row * columns;
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      weights[first + columnAt[edge]!] = weightAt[edge]!;
    }
  }
  return weights;
}
