import { freeAll, liftPrices, priceColumns, tightenRows } from "./start.ts";
import { priceBySample } from "./sample.ts";
import { createScanWorkspace, seatByScanning } from "./scan-search.ts";
import { reduceByScanning } from "./scan-reduce.ts";
import { SLICE, type DenseState } from "./state.ts";

/** Share of rows without a column after the first round of bids from which column maxima are poor start prices. */
const CROWDED = 0.7;

/**
 * Seats all rows by bids and searches that scan whole rows: on small matrices lists and heaps do not pay.
 *
 * `isFull` says that every row and column will be matched, so that column prices may start anywhere. False: that was
 * not so, and the state is to be thrown away.
 */
export function* seatAllByScanning(
  state: DenseState,
  mayStayAlone: boolean,
  isFull: boolean,
): Generator<number, boolean> {
  const { rows, columns } = state;
  const waiting = Int32Array.from({ length: rows }, (_, row) => row);
  if (isFull && !priceColumns(state)) return false;
  let most = isFull ? 0 : Infinity;
  let left = yield* reduceByScanning(state, waiting, rows, mayStayAlone, rows, most);
  if (isFull && left > CROWDED * rows && priceBySample(state, seatSmallSample)) {
    freeAll(state);
    most = Infinity;
    waiting.forEach((_, row) => (waiting[row] = row));
    left = yield* reduceByScanning(state, waiting, rows, mayStayAlone, rows, most);
  }
  left = yield* reduceByScanning(state, waiting, left, mayStayAlone, 2 * rows, most);
  tightenRows(state);
  const workspace = createScanWorkspace(columns);
  let pause = SLICE;
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

function seatSmallSample(sample: DenseState): boolean {
  const steps = seatAllByScanning(sample, false, true);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
