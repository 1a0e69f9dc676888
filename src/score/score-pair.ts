import type { Criterion, MenteeProfile, MentorProfile, ScoreContext } from "./criterion.ts";
import type { PairScore } from "./pair-score.ts";
import { prepareScore, type ScoreOptions } from "./weighted.ts";

/**
 * Scores one pair, taken apart by criterion: the same whole numbers as in any pool, except for criteria marked
 * `poolRelative`.
 *
 * State `context.seniority` to score a pair as in a pool where it is settled by others. To score many pairs, use
 * `prepareScore`: this reads everything anew each time.
 *
 * @example
 * scorePair({ teaches: ["TikTok", "podcasts"] }, { learns: ["Podcasts"] }, [topics()]).score; // 1000000
 */
export function scorePair(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  criteria: readonly Criterion[],
  context: ScoreContext = {},
  options: ScoreOptions = {},
): PairScore {
  return prepareScore(criteria, { mentors: [mentor], mentees: [mentee], context }, options).explain(0, 0);
}
