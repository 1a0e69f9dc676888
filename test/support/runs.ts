/**
 * How often a property with costly draws is tried: `count` times in a build, more with `RUNS=10 npm test`, which a
 * nightly build does.
 */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(count * Number(process.env["RUNS"] ?? 1)),
});
