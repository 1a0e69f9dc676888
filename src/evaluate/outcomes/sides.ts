import type { Side } from "../sentence.ts";
import { type Context, FEWEST_ANSWERS, type Ratings, ratingsOf } from "./ratings.ts";
import { tellsFew, toldSets } from "./told-sets.ts";

/**
 * Ratings of pairs and of each side. A pair's is the mean of its two, so beside a side's they tell of other answers: the
 * side of fewer answers is hidden, or the other, or both, where something would follow of fewer than 5 pairs.
 */
export function ratingsOfSides({ told, confidence }: Context): Readonly<Record<"pair" | Side, Ratings | null>> {
  const answersOf = (side: Side): readonly number[] => told.flatMap(({ ratings }) => ratings[side] ?? []);
  const sides = (["mentor", "mentee"] as const).filter((side) => answersOf(side).length >= FEWEST_ANSWERS);
  const byAnswers = sides.toSorted((a, b) => answersOf(b).length - answersOf(a).length);
  const isRated = ({ rating }: Context["told"][number]): boolean => rating !== undefined;
  const shown = [byAnswers, ...byAnswers.map((side) => [side])].find(
    (tried) => !tellsFew(toldSets(told, isRated, tried)),
  );
  const of = (side: Side): Ratings | null =>
    ratingsOf(shown?.includes(side) === true ? answersOf(side) : [], told.length, confidence);
  const pair = ratingsOf(
    told.flatMap(({ rating }) => rating ?? []),
    told.length,
    confidence,
  );
  return { pair, mentor: of("mentor"), mentee: of("mentee") };
}
