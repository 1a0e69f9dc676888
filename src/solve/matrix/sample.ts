import { type Steps, withProgress } from "../../base/steps.ts";
import { matrixExtremes } from "./matrix-extremes.ts";
import { closeMemory, openMemory } from "./memory.ts";
import { createState, type DenseState } from "./state.ts";

/** Rows and columns taken into the sample: every fourth. */
const SAMPLE_STEP = 4;
/** Smaller samples tell too little. */
const LEAST_SAMPLE = 16;

/** Seats all rows of a state whose columns will all be matched; false if that cannot be done. */
type SeatAll = (sample: DenseState) => Steps<boolean, number>;

/**
 * Start prices for a square matrix in which nearly all rows want the same columns: solves the problem of every fourth
 * row and column, and prices each column at the most that a sampled row would pay at its own price there. False, and
 * prices as they were, if the sample is too small or has no full assignment, or a column no edge to it.
 *
 * The sample takes a sixteenth of the matrix's memory, and samples of samples less.
 */
export function* priceBySample(state: DenseState, seatAll: SeatAll): Steps<boolean, number> {
  const { rows, columns, weights, columnPrice } = state;
  const size = Math.floor(rows / SAMPLE_STEP);
  if (size < LEAST_SAMPLE) return false;
  const taken = { rows: size, columns: size, weights: takeSample(state, size) };
  const hasVectors = state.memory !== undefined;
  const extremes = matrixExtremes(taken, hasVectors);
  const memory = hasVectors ? openMemory(taken) : undefined;
  try {
    const sample = createState({ ...taken, unmatched: "last", extremes }, memory);
    const isSeated = yield* withProgress(seatAll(sample), (work) => state.work + work);
    state.work += sample.work + size * (size + columns);
    if (!isSeated) return false;
    const offered = new Float64Array(columns).fill(-Infinity);
    for (let row = 0; row < size; row += 1) {
      raiseToOffers(weights, row * SAMPLE_STEP * columns, offered, sample.rowPrice[row]!);
    }
    if (offered.includes(-Infinity)) return false;
    columnPrice.set(offered);
    return true;
  } finally {
    closeMemory(memory);
  }
}

function raiseToOffers(weights: Float64Array, first: number, offered: Float64Array, rowPrice: number): void {
  for (let column = 0; column < offered.length; column += 1) {
    const offer = weights[first + column]! - rowPrice;
    if (offer > offered[column]!) offered[column] = offer;
  }
}

function takeSample({ weights, columns }: DenseState, size: number): Float64Array {
  const taken = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const first = row * SAMPLE_STEP * columns;
    for (let column = 0; column < size; column += 1) {
      taken[row * size + column] = weights[first + column * SAMPLE_STEP]!;
    }
  }
  return taken;
}
