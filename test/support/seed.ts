import fc from "fast-check";
import { runs } from "./runs.ts";

/** `FAST_CHECK_SEED` repeats the draws of a run; without it each run draws anew, and a failure prints its own seed. */
const given = process.env["FAST_CHECK_SEED"];
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...runs(100),
  ...(given === undefined || given === "" ? {} : { seed: Number(given) }),
});
