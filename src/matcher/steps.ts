/** How far a match has come. */
export interface Progress {
  readonly phase: "reading" | "scoring" | "solving" | "explaining";
  readonly done: number;
  /** What `done` counts to; `null` where that is not known before: while solving, `done` counts elementary steps. */
  readonly total: number | null;
}

/** A calculation that can be paused where it tells how far it has come. */
export type Steps<Result> = Generator<Progress, Result, void>;

/** Runs a calculation without pauses. */
export function drain<Result>(steps: Generator<unknown, Result, void>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
