import type { Steps } from "../../base/steps.ts";
import { surveyMatrix } from "./survey.ts";
import { finish } from "./finish.ts";
import { seatAllByLists } from "./list-engine.ts";
import { seatAllByScanning } from "./scan-engine.ts";
import { closeMemory, openMemory } from "./memory.ts";
import { createState, type DenseOneToOneProblem, type DenseOneToOneResult, type DenseState } from "./state.ts";

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
 * A matrix with more rows than columns is copied once, turned; else the memory beside the matrix is at most a tenth of
 * it and 64 words a row.
 */
export function* solveDenseOneToOne(
  problem: DenseOneToOneProblem,
  smallMatrix = SMALL_MATRIX,
  vectors = true,
): Steps<DenseOneToOneResult, number> {
  if (problem.rows > problem.columns) {
    return turnResult(yield* solveDenseOneToOne(turnProblem(problem), smallMatrix, vectors), problem.rows);
  }
  const mayStayAlone = problem.unmatched === "free";
  const memory = vectors ? openMemory(problem) : undefined;
  try {
    let state = createState(problem, memory);
    const isSquare = problem.rows === problem.columns && !mayStayAlone;
    if (!isSquare || !(yield* seatAll(state, mayStayAlone, true, smallMatrix))) {
      const { work } = state;
      state = createState(problem, memory);
      state.work = work;
      yield* seatAll(state, mayStayAlone, false, smallMatrix);
    }
    return finish(problem, state);
  } finally {
    closeMemory(memory);
  }
}

function seatAll(
  state: DenseState,
  mayStayAlone: boolean,
  isFull: boolean,
  smallMatrix: number,
): Steps<boolean, number> {
  if (state.rows * state.columns <= smallMatrix) return seatAllByScanning(state, mayStayAlone, isFull);
  return seatAllByLists(state, mayStayAlone, isFull);
}

function turnProblem({ rows, columns, unmatched, weights, placement = 0 }: DenseOneToOneProblem): DenseOneToOneProblem {
  const turned = new Float64Array(weights.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = weights[row * columns + column]!;
  }
  const matrix = { rows: columns, columns: rows, weights: turned };
  return { ...matrix, unmatched, placement, survey: surveyMatrix(matrix) };
}

function turnResult(result: DenseOneToOneResult, rows: number): DenseOneToOneResult {
  const columnOfRow = new Int32Array(rows).fill(-1);
  result.columnOfRow.forEach((row, column) => {
    if (row >= 0) columnOfRow[row] = column;
  });
  return { ...result, columnOfRow, rowPrice: result.columnPrice, columnPrice: result.rowPrice };
}
