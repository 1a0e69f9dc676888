export type * from "./problem.ts";
