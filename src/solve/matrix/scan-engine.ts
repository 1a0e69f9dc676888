import { SLICE, type Steps } from "../../base/steps.ts";
import { freeAll, liftPrices, priceColumns, tightenRows } from "./start.ts";
import { priceBySample } from "./sample.ts";
import { createScanWorkspace, seatByScanning } from "./scan-search.ts";
import { lineUpAll, reduceByScanning, reduceTwice, REDUCTION } from "./scan-reduce.ts";
import type { DenseState } from "./state.ts";

/** Share of rows without a column after the first round of bids from which column maxima are poor start prices. */
const CROWDED = 0.7;

/**
 * Seats all rows of a square by bids and searches that scan whole rows: on small matrices lists and heaps do not pay.
 * Every row and column is to be matched, so that column prices may start anywhere. False: that cannot be, and the state is
 * to be thrown away.
 */
export function* seatAllByScanning(state: DenseState): Steps<boolean, number> {
  const waiting = new Int32Array(state.rows);
  if (!priceColumns(state)) return false;
  let left = reduceSquare(state, waiting);
  // nearly all want the same columns: better start prices
  if (left > CROWDED * state.rows && (yield* priceBySample(state, seatSmallSample))) {
    freeAll(state);
    left = reduceTwice(state, waiting);
  } else left = reduceByScanning(state, waiting, left, false, REDUCTION * state.rows, 0);
  return yield* seatWaiting(state, waiting, left, false, true);
}

/**
 * A search for each of the first `left` rows that wait; the others are seated. `isFull` says that all rows and columns are
 * to be matched; false as above.
 */
export function* seatWaiting(
  state: DenseState,
  waiting: Int32Array,
  left: number,
  mayStayAlone: boolean,
  isFull: boolean,
): Steps<boolean, number> {
  tightenRows(state);
  const workspace = createScanWorkspace(state);
  let pause = state.work + SLICE;
  for (let place = 0; place < left; place += 1) {
    const isSeated = seatByScanning(state, workspace, waiting[place]!, mayStayAlone);
    if (isFull && !isSeated) return false;
    if (state.work < pause) continue;
    yield state.work;
    pause = state.work + SLICE;
  }
  if (isFull) liftPrices(state);
  tightenRows(state);
  return true;
}

/** One round of bids of all rows, where every column will be matched. */
function reduceSquare(state: DenseState, waiting: Int32Array): number {
  lineUpAll(waiting);
  return reduceByScanning(state, waiting, state.rows, false, state.rows, 0);
}

function seatSmallSample(sample: DenseState): Steps<boolean, number> {
  return seatAllByScanning(sample);
}
