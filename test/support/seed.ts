import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { runs } from "./runs.ts";

/** `FAST_CHECK_SEED` repeats the draws of a run; without it each run draws anew, and a failure prints its own seed. */
const given = process.env["FAST_CHECK_SEED"];
/** A file that the number of cases is added to, for `npm run fuzz`. */
const counts = process.env["COUNT_DRAWS"];

const countDraws = (path: string): fc.Plugin<unknown> => {
  return () => ({
    onAllRunsComplete: ({ numRuns }) => {
      const file = relative(process.cwd(), expect.getState().testPath ?? "");
      appendFileSync(path, `${file}\t${String(numRuns)}\n`);
    },
  });
};

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...runs(100),
  ...(given === undefined || given === "" ? {} : { seed: Number(given) }),
  ...(counts === undefined ? {} : { plugins: [countDraws(counts)] }),
});
