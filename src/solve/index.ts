export type * from "./problem.ts";
export { blockingPairs, type PairLists } from "./blocking-pairs.ts";
export { preferencesFromWeights, type RankedChoices } from "./stable-preferences.ts";
export type * from "./stable-problem.ts";
export { solveStable, type StableOptions } from "./stable.ts";
export type * from "./fair-problem.ts";
export { solveFair, type FairOptions } from "./fair.ts";
export { faultOfFair } from "./verify-levels.ts";
export { faultOfStable } from "./verify-stable.ts";
