import type { Steps } from "../base/steps.ts";

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

/** A part of a match that can be paused where it tells how far it has come. */
export type MatchSteps<Result> = Steps<Result, Progress>;

/** The same calculation; each of its pauses tells the progress that `progressOf` makes of what it yields. */
export function* reporting<Yielded, Result>(
  steps: Steps<Result, Yielded>,
  progressOf: (yielded: Yielded) => Progress,
): MatchSteps<Result> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield progressOf(step.value);
  return step.value;
}

/** A solve as steps that tell its elementary steps. */
export function solving<Answer>(solve: Steps<Answer, number>): MatchSteps<Answer> {
  return reporting(solve, (done) => ({ phase: "solving", done, total: null }));
}

/** The same calculation with what is made of its result. */
export function* mapResult<Result, Made, Told>(
  steps: Steps<Result, Told>,
  make: (result: Result) => Made,
): Steps<Made, Told> {
  return make(yield* steps);
}
