import fc from "fast-check";

/** `FAST_CHECK_SEED` repeats the draws of a run; without it each run draws anew, and a failure prints its own seed. */
const given = process.env["FAST_CHECK_SEED"];
if (given !== undefined && given !== "") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(given) });
