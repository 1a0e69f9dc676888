export { drain } from "../base/steps.ts";

/** How far a match has come. */
export interface Progress {
  readonly phase: "reading" | "scoring" | "solving" | "explaining";
  readonly done: number;
  /** What `done` counts to; `null` where that is not known before: while solving, `done` counts elementary steps. */
  readonly total: number | null;
  /** While solving under quotas: no plan reaches more people, or, among those that place most, more micro-points. */
  readonly bound?: { readonly of: "people" | "points"; readonly atMost: number };
  /** What the bound is above the best plan known, in its unit; absent as long as no plan meets the quotas. */
  readonly gap?: number;
}

/** A calculation that can be paused where it tells how far it has come. */
export type Steps<Result> = Generator<Progress, Result, void>;

/** A calculation whose pauses all tell the same. */
export function* tellingOf<Result>(steps: Generator<unknown, Result, void>, told: Progress): Steps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield told;
  return step.value;
}
