import { finish } from "./finish.ts";
import { seatAllByLists } from "./list-engine.ts";
import { createScanWorkspace, seatByScanning } from "./scan-search.ts";
import { createState, type DenseOneToOneProblem, type DenseOneToOneResult } from "./state.ts";

/** Work between two yields: about a millisecond. */
const SLICE = 1 << 20;

/**
 * Best one-to-one assignment of a dense matrix, with the prices that prove it.
 *
 * Yields its work count every now and then, so that a caller can pause or stop it; the result does not depend on that.
 * Whole-number weights are solved exactly as long as every price stays below 2^53; other doubles up to rounding.
 * Throws nothing: the caller has checked lengths and values.
 */
export function* solveDenseOneToOne(problem: DenseOneToOneProblem): Generator<number, DenseOneToOneResult> {
  const mayStayAlone = problem.unmatched === "free";
  if (problem.rows <= problem.columns && !process.env["SCAN"]) {
    const state = createState(problem);
    if (yield* seatAllByLists(state, mayStayAlone)) {
      const r = finish(problem, state);
      (r as any).extra = (state as any).extra;
      return r;
    }
  }
  const state = createState(problem);
  const workspace = createScanWorkspace(problem.columns);
  let pause = SLICE;
  for (let row = 0; row < state.rows; row += 1) {
    seatByScanning(state, workspace, row, mayStayAlone);
    if (state.work >= pause) {
      yield state.work;
      pause = state.work + SLICE;
    }
  }
  return finish(problem, state);
}
