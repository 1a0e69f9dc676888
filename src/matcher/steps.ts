export { drain } from "../base/steps.ts";

/** How far a match has come. */
export interface Progress {
  readonly phase: "reading" | "scoring" | "solving" | "explaining";
  readonly done: number;
  /** What `done` counts to; `null` where that is not known before: while solving, `done` counts elementary steps. */
  readonly total: number | null;
}

/** A calculation that can be paused where it tells how far it has come. */
export type Steps<Result> = Generator<Progress, Result, void>;

/** A calculation whose pauses all tell the same. */
export function* tellingOf<Result>(steps: Generator<unknown, Result, void>, told: Progress): Steps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield told;
  return step.value;
}
