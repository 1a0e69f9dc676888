import type { MatchedResult, TopicDemand } from "../index.ts";

/** Fewest pairs of which quartiles say something. */
const FEWEST_FOR_QUARTILES = 8;
/** Micro-points that a score lies below the lower quartile at least to be far below. */
const LEAST_DISTANCE = 50_000;

/**
 * The score below which a pair is far below the rest: the lower quartile less one and a half times the distance of the
 * quartiles (Tukey, 1977), and at least 5 points below that quartile. Absent for fewer than 8 pairs.
 */
export function farBelow({ pairs }: Pick<MatchedResult, "pairs">): number | undefined {
  if (pairs.length < FEWEST_FOR_QUARTILES) return undefined;
  const scores = pairs.map(({ score }) => score).sort((a, b) => a - b);
  const quartile = (quarter: number): number => scores[Math.floor(((scores.length - 1) * quarter) / 4)] ?? 0;
  const [lower, upper] = [quartile(1), quartile(3)];
  return lower - Math.max(LEAST_DISTANCE, 1.5 * (upper - lower));
}

/** Topics that more mentees wish for than there are places at mentors who offer them, those that lack most first. */
export function tightTopics(demand: readonly TopicDemand[]): readonly TopicDemand[] {
  return byLack(demand).filter(({ wishedBy, places }) => wishedBy > places);
}

/** Topics that lack most places first. */
export function byLack(demand: readonly TopicDemand[]): readonly TopicDemand[] {
  return demand.toSorted((a, b) => b.wishedBy - b.places - (a.wishedBy - a.places));
}
