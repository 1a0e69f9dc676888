import { asPublic } from "../base/public.ts";
import type { Criterion, MenteeProfile, MentorProfile, ScoreContext } from "./criterion.ts";
import { settleSeniority } from "./seniority.ts";
import { explainPair, type PairScore, prepareParts } from "./pair-score.ts";
import type { WeightedScore } from "./weighted.ts";
import { wholeWeights } from "./weights.ts";

/**
 * Scores one pair, taken apart by criterion: the same whole numbers as in any pool, except for criteria marked
 * `poolRelative`.
 *
 * Takes the criteria, or what `weighted` makes of them with further options. State `context.seniority` to score a pair as in a pool where it is settled by others. To score many pairs, use
 * `prepareScore`: this reads everything anew each time.
 *
 * @example
 * scorePair({ teaches: ["TikTok", "podcasts"] }, { learns: ["Podcasts"] }, [topics()]).score; // 1000000
 */
export function scorePair(
  mentor: MentorProfile,
  mentee: MenteeProfile,
  criteria: readonly Criterion[] | WeightedScore,
  context: ScoreContext = {},
): PairScore {
  return asPublic("scorePair", () => {
    const given = { mentors: [mentor], mentees: [mentee], context };
    if ("prepare" in criteria) return criteria.prepare(given).explainPair(0, 0);
    const pool = { ...given, context: settleSeniority(given) };
    return explainPair(prepareParts(criteria, wholeWeights(criteria), pool), 0, 0);
  });
}
