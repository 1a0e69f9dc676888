import type { OneToOneResult } from "../engine.ts";
import type { Steps } from "../../base/steps.ts";
import { matrixExtremes } from "./matrix-extremes.ts";
import { finish } from "./finish.ts";
import { compact, expand } from "./compact.ts";
import { CROWDED, seatAllByLists, seatWaitingByLists } from "./list-engine.ts";
import { seatAllByScanning, seatWaiting } from "./scan-engine.ts";
import { reduceWide } from "./scan-reduce.ts";
import { cutDown, fillUp, isFillable } from "./square.ts";
import { closeMemory, openMemory, type VectorMemory } from "./memory.ts";
import { createState, type DenseOneToOneProblem, type DenseState } from "./state.ts";

/** Up to this many entries whole rows are scanned; candidate lists pay above. */
const SMALL_MATRIX = 350 * 350;

/**
 * Best one-to-one assignment of a dense matrix, with the prices that prove it.
 *
 * Yields its work count every few milliseconds, so that a caller can pause or stop it; the result does not depend on
 * that. Whole-number weights are solved exactly as long as every price stays below 2^53; other doubles up to rounding.
 * Throws nothing: the caller has checked lengths and values.
 *
 * `smallMatrix` is the number of entries up to which whole rows are scanned; tests send small matrices to the lists.
 * `vectors` says whether vector kernels are used where the machine has them; the result is the same to the last bit.
 *
 * Rows and columns without an edge are left out, a matrix with more rows than columns is turned, and one whose rows nearly
 * all want the same columns may be filled up to a square; each of these takes a copy. Else the memory beside the matrix is
 * at most a tenth of it and 64 words a row.
 */
export function* solveDenseOneToOne(
  problem: DenseOneToOneProblem,
  smallMatrix = SMALL_MATRIX,
  vectors = true,
): Steps<OneToOneResult, number> {
  if (problem.rows > problem.columns) {
    return turnResult(yield* solveDenseOneToOne(turnProblem(problem), smallMatrix, vectors), problem.rows);
  }
  const part = compact(problem, vectors);
  if (part !== undefined) return expand(yield* solveDenseOneToOne(part.problem, smallMatrix, vectors), part, problem);
  const memory = vectors ? openMemory(problem) : undefined;
  try {
    return yield* solveWithMemory(problem, memory, smallMatrix);
  } finally {
    closeMemory(memory);
  }
}

/** As a square if it is one and can be; else from prices of 0, unless nearly all rows then want the same columns. */
function* solveWithMemory(
  problem: DenseOneToOneProblem,
  memory: VectorMemory | undefined,
  smallMatrix: number,
): Steps<OneToOneResult, number> {
  const { rows, columns, unmatched } = problem;
  const mayStayAlone = unmatched === "free";
  let state = createState(problem, memory);
  if (rows === columns && !mayStayAlone) {
    if (yield* seatSquare(state, smallMatrix)) return finish(problem, state);
    const { work } = state;
    state = createState(problem, memory);
    state.work = work;
  }
  const waiting = new Int32Array(rows);
  const left = reduceWide(state, waiting, mayStayAlone);
  if (left > CROWDED * rows && isFillable(problem)) {
    const filled = yield* solveFilled(problem, memory !== undefined, smallMatrix, state.work);
    if (filled.result !== undefined) return filled.result;
    state.work = filled.work;
  }
  if (rows * columns <= smallMatrix) yield* seatWaiting(state, waiting, left, mayStayAlone, false);
  else yield* seatWaitingByLists(state, waiting, left, mayStayAlone);
  return finish(problem, state);
}

function seatSquare(state: DenseState, smallMatrix: number): Steps<boolean, number> {
  return state.rows * state.columns <= smallMatrix ? seatAllByScanning(state) : seatAllByLists(state);
}

/** By way of a square; without a result not all rows can be matched. `work` is what was done before, and then all. */
function* solveFilled(
  problem: DenseOneToOneProblem,
  vectors: boolean,
  smallMatrix: number,
  work: number,
): Steps<{ readonly result?: OneToOneResult; readonly work: number }, number> {
  const square = fillUp(problem, vectors);
  const memory = vectors ? openMemory(square) : undefined;
  try {
    const state = createState(square, memory);
    state.work = work;
    const areSeated = yield* seatSquare(state, smallMatrix);
    if (!areSeated) return { work: state.work };
    return { result: finish(problem, cutDown(state, problem)), work: state.work };
  } finally {
    closeMemory(memory);
  }
}

function turnProblem({ rows, columns, unmatched, weights, placement = 0 }: DenseOneToOneProblem): DenseOneToOneProblem {
  const turned = new Float64Array(weights.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = weights[row * columns + column]!;
  }
  const matrix = { rows: columns, columns: rows, weights: turned };
  return { ...matrix, unmatched, placement, extremes: matrixExtremes(matrix) };
}

function turnResult(result: OneToOneResult, rows: number): OneToOneResult {
  const columnOfRow = new Int32Array(rows).fill(-1);
  result.columnOfRow.forEach((row, column) => {
    if (row >= 0) columnOfRow[row] = column;
  });
  return { ...result, columnOfRow, rowPrice: result.columnPrice, columnPrice: result.rowPrice };
}
