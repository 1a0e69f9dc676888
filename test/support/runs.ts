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

/**
 * What the cases that a run has met must be more than, of a law that meets `count` in all its draws. A build with a part of the
 * draws asks for less than that part, so that no luck of the draw turns it red.
 */
export const shareOf = (count: number): number => (SHARE < 1 ? Math.floor(0.4 * SHARE * count) - 1 : count - 1);
