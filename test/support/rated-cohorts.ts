import { criterion, type MatchInput, type MatchOptions, matchPairs, type MatchedResult } from "../../src/index.ts";
import type { FinishedProgramme, Outcome } from "../../src/evaluate/index.ts";

/** A programme whose three criteria are drawn for each pair, matched by the organiser's weights. */
export interface Cohort {
  readonly input: MatchInput;
  readonly options: MatchOptions;
  readonly result: MatchedResult;
}

const NAMES = ["a", "b", "c", "d"];

export function cohortOf(size: number, weights: readonly number[], draw: (below: number) => number): Cohort {
  const ids = Array.from({ length: size }, (_, at) => String(at).padStart(3, "0"));
  // skewed, as values of real programmes are
  const values = weights.map(() => ids.map(() => ids.map(() => 1 - (draw(1000) * draw(1000)) / 1e6)));
  const input: MatchInput = {
    mentors: ids.map((id) => ({ id: `m${id}`, teaches: [] })),
    mentees: ids.map((id) => ({ id: `e${id}`, learns: [] })),
  };
  const at = (id = ""): number => Number(id.slice(1));
  const options: MatchOptions = {
    rules: [],
    criteria: weights.map((weight, k) =>
      criterion(NAMES[k] ?? "", (mentor, mentee) => values[k]?.[at(mentee.id)]?.[at(mentor.id)] ?? 0, { weight }),
    ),
  };
  const result = matchPairs(input, options);
  if (result.status === "infeasible") throw new Error("expected pairs");
  return { input, options, result };
}

/** Ratings from 1 to 5 that follow `truth` by `strength` stars for a whole unit of score, with noise of about a star. */
export function ratedBy(
  cohort: Cohort,
  truth: readonly number[],
  strength: number,
  draw: (below: number) => number,
): FinishedProgramme {
  const scores = cohort.result.pairs.map(({ contributions }) =>
    contributions.reduce((sum, { value }, k) => sum + ((value ?? 0) / 1e6) * (truth[k] ?? 0), 0),
  );
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const outcomes = cohort.result.pairs.map(({ mentorId, menteeId }, at): Outcome => {
    const noise = [0, 1, 2, 3].reduce((sum) => sum + draw(1001) / 1000 - 0.5, 0) * 1.6;
    const rating = Math.min(5, Math.max(1, Math.round(3 + strength * ((scores[at] ?? 0) - mean) + noise)));
    return { mentorId, menteeId, by: "mentee", rating };
  });
  return { ...cohort, outcomes };
}
