export * from "./criterion.ts";
export type * from "./facts.ts";
