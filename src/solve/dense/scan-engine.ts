import { freeAll, liftPrices, priceColumns, tightenRows } from "./start.ts";
import { priceBySample } from "./sample.ts";
import { createScanWorkspace, seatByScanning } from "./scan-search.ts";
import { lineUpAll, reduceByScanning, reduceWide } from "./scan-reduce.ts";
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
  const waiting = new Int32Array(rows);
  if (isFull && !priceColumns(state)) return false;
  const left = isFull ? yield* reduceSquare(state, waiting) : yield* reduceWide(state, waiting, mayStayAlone);
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

/** Bids of all rows where every column will be matched, at better start prices if nearly all want the same columns. */
function* reduceSquare(state: DenseState, waiting: Int32Array): Generator<number, number> {
  const { rows } = state;
  let most = 0;
  lineUpAll(waiting);
  let left = yield* reduceByScanning(state, waiting, rows, false, rows, most);
  if (left > CROWDED * rows && priceBySample(state, seatSmallSample)) {
    freeAll(state);
    most = Infinity;
    lineUpAll(waiting);
    left = yield* reduceByScanning(state, waiting, rows, false, rows, most);
  }
  return yield* reduceByScanning(state, waiting, left, false, 2 * rows, most);
}

function seatSmallSample(sample: DenseState): boolean {
  const steps = seatAllByScanning(sample, false, true);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
