import { isRecord, issue } from "../../base/given.ts";
import type { Pair, TersineIssue } from "../../index.ts";
import type { Interval } from "../statistics/proportions.ts";
import { manski, meanInterval, meanOf } from "../statistics/ratings.ts";
import { kaplanMeier, type SurvivalStep } from "../statistics/survival.ts";
import type { PairOutcome } from "./outcome.ts";

/** Ratings from 1 to 5. */
export interface Ratings {
  readonly answers: number;
  readonly mean: number;
  /** Student's. */
  readonly interval: Interval;
  /** The mean of all pairs, if those who did not answer had all given 1, or all 5 (Manski). */
  readonly bounds: Interval;
}

/** Nothing is told of fewer answers. */
export const FEWEST_ANSWERS = 5;

/** What a pair must tell of itself. */
export type RatedPair = Pick<Pair, "mentorId" | "menteeId" | "score" | "contributions">;

/** Whether a list holds pairs of a result. */
export function pairIssues(pairs: unknown, path: string): readonly TersineIssue[] {
  if (!Array.isArray(pairs)) return [issue("LIST_EXPECTED", path, "expected the pairs of a result.")];
  return Array.from<unknown>(pairs).flatMap((pair, place) => {
    const at = `${path}/${place}`;
    if (!isRecord(pair)) return [issue("FIELD_TYPE", at, "expected a pair of a result.")];
    const { mentorId, menteeId, score, contributions } = pair;
    return [
      ...Object.entries({ mentorId, menteeId }).flatMap(([field, id]) =>
        typeof id === "string" ? [] : [issue("ID_TYPE", `${at}/${field}`, "expected an id as text.")],
      ),
      ...(typeof score === "number" ? [] : [issue("FIELD_TYPE", `${at}/score`, "expected a number.")]),
      ...(Array.isArray(contributions) && contributions.every(isRecord)
        ? []
        : [issue("FIELD_TYPE", `${at}/contributions`, "expected the contributions of a pair.")]),
    ];
  });
}

/** What was told of the pairs. */
export interface Context {
  readonly told: readonly PairOutcome<RatedPair>[];
  readonly confidence: number;
}

export function ratingsOf(ratings: readonly number[], all: number, confidence: number): Ratings | null {
  if (ratings.length < FEWEST_ANSWERS) return null;
  const mean = meanOf(ratings);
  const answered = ratings.length;
  return {
    answers: answered,
    mean,
    interval: meanInterval(ratings, confidence),
    bounds: manski({ answered, all, mean }, [1, 5]),
  };
}

/** The share of pairs that still meet, week by week; `null` where fewer than 5 told weeks. */
export function survivalOf(told: Context["told"], confidence: number): readonly SurvivalStep[] | null {
  const known = told.flatMap(({ weeks, ended }) =>
    weeks === undefined ? [] : [{ time: weeks, ended: ended === true }],
  );
  return known.length < FEWEST_ANSWERS ? null : kaplanMeier(known, confidence);
}
