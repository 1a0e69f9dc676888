import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { runs } from "./runs.ts";

/** `FAST_CHECK_SEED` repeats the draws of a run; without it each run draws anew, and a failure prints its own seed. */
const given = process.env["FAST_CHECK_SEED"];
/** A file that the number of cases is added to, by `npm run fuzz`. */
const counts = process.env["COUNT_DRAWS"];

/** As fast-check reports itself, with the number of draws added to the file before. */
function countDraws(path: string, details: fc.RunDetails<unknown>): void {
  const file = relative(process.cwd(), expect.getState().testPath ?? "");
  appendFileSync(path, `${file}\t${String(details.numRuns)}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...runs(100),
  ...(given === undefined || given === "" ? {} : { seed: Number(given) }),
  ...(counts === undefined
    ? {}
    : {
        reporter: (details: fc.RunDetails<unknown>) => {
          countDraws(counts, details);
        },
      }),
});
