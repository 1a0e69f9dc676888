/**
 * The part of the draws that a build makes of each property, so that it stays within minutes: a quarter, and all of the
 * first ten. `RUNS=1 npm test` makes all of them, and a nightly build ten times as many.
 */
const SHARE = Number(process.env["RUNS"] ?? 0.25);
const ALWAYS = 10;

/** How often a property is tried that is stated for `count` draws. */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: Math.max(Math.min(count, ALWAYS), Math.ceil(count * SHARE)),
});

/** How many of `count` cases a run must have met that draws as `runs` says. */
export const shareOf = (count: number): number => Math.floor(count * Math.min(SHARE, 1) * 0.6);
