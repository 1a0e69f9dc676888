/** `tersine/solve`: exact assignment with proof, useful without the rest of the library. */
export type * from "./problem.ts";
export { assign, type AssignOptions, type Matrix, type MatrixAssignment } from "./matrix/assign.ts";
export { blockingPairs, type PairLists } from "./stable/blocking-pairs.ts";
export type * from "./fair/problem.ts";
export { solveFair, type FairOptions } from "./fair/fair.ts";
export { solveAssignment, solveInSteps, type SolveOptions } from "./solve-assignment.ts";
export { preferencesFromWeights, type RankedChoices } from "./stable/preferences.ts";
export type {
  NoBlockingPairProof,
  PreferenceLists,
  Proposer,
  StableAssignment,
  StableProblem,
} from "./stable/problem.ts";
export { solveStable, type StableOptions } from "./stable/stable.ts";
export type * from "./quota/problem.ts";
export { solveWithQuotas, type KnownBounds, type QuotaOptions } from "./quota/solve.ts";
export type * from "./packing/problem.ts";
export { solvePacking, type PackingOptions } from "./packing/solve.ts";
export { verifyPacking } from "./proof/packing.ts";
export { workBound } from "./work-bound.ts";
export { verifyOptimality } from "./proof/verify.ts";
export { warmStartFrom } from "./flow/warm-start.ts";
