/** `tersine/solve`: exact assignment with proof, useful without the rest of the library. */
export type * from "./problem.ts";
export { solveAssignment, type SolveOptions } from "./solve-assignment.ts";
export { workBound } from "./work-bound.ts";
export { verifyOptimality } from "./verify.ts";
export { warmStartFrom } from "./warm-start.ts";
