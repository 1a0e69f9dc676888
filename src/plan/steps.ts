import { type Steps, withProgress } from "../base/steps.ts";

/** How far a match has come. */
export interface Progress {
  readonly phase: "reading" | "scoring" | "solving" | "explaining";
  readonly done: number;
  /** What `done` counts to; `null` where that is not known before: while solving, `done` counts elementary steps. */
  readonly total: number | null;
  /** While solving under quotas: no plan reaches more people, or, among those that place most, more micro-points; with
   * `furtherPartners` less `atLeast` for each pair. */
  readonly bound?: { readonly of: "people" | "points"; readonly atMost: number };
  /** What the bound is above the best plan known, in its unit; absent as long as no plan meets the quotas. */
  readonly gap?: number;
}

/** A part of a match, in steps that say how far it has come. */
export type MatchSteps<Result> = Steps<Result, Progress>;

/** A solve as steps that say how many elementary steps it has taken. */
export function solving<Answer>(solve: Steps<Answer, number>): MatchSteps<Answer> {
  return withProgress(solve, (done) => ({ phase: "solving", done, total: null }));
}
