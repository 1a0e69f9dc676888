import {
  criterionTitle,
  type Matcher,
  type MatchResult,
  type PairExplanation,
  type PairOfIds,
  TersineError,
} from "../../index.ts";
import type { PairAnswer, ShownCriterion } from "../protocol.ts";
import { differenceOf, meetingText, sentenceOf } from "./plan.ts";

/** Points of a whole score. */
const FULL = 1_000_000;
const MOST_MEETINGS = 4;

/** Why two people are or are not a pair, and what the plan would be if that were changed. */
export function pairAnswer(matcher: Matcher, { mentorId, menteeId }: PairOfIds): PairAnswer {
  const pair = { mentorId, menteeId };
  const isChosen = pairsOf(matcher.match()).some((each) => each.mentorId === mentorId && each.menteeId === menteeId);
  const told = explained(matcher, pair);
  if (told.status === "refused") {
    return { ...pair, status: "refused", criteria: [], refusals: told.reasons.map(sentenceOf), meetings: [] };
  }
  const criteria = told.contributions.map(({ criterion, points, weight }, place): ShownCriterion => ({
    ...{ name: criterion, title: criterionTitle(criterion), points, most: Math.round(weight * FULL) },
    reason: sentenceOf(told.reasons[place] ?? { en: "", tr: "" }),
  }));
  return {
    ...{ ...pair, status: isChosen ? "chosen" : "possible", score: told.score, criteria, refusals: [] },
    meetings: told.meetings.slice(0, MOST_MEETINGS).map(meetingText),
    ...otherwise(matcher, pair, isChosen),
  };
}

function pairsOf(result: MatchResult): readonly PairOfIds[] {
  return result.status === "infeasible" ? [] : result.pairs;
}

/** Under objectives without prices the pair is explained by a plan that has them: rules and scores are the same. */
function explained(matcher: Matcher, { mentorId, menteeId }: PairOfIds): PairExplanation {
  try {
    return matcher.explain(mentorId, menteeId);
  } catch (error) {
    if (!(error instanceof TersineError) || error.code !== "NO_PRICES") throw error;
    const options = { objective: "coverage", quotas: undefined, pins: undefined } as const;
    return matcher.whatIf({ options }).matcher.explain(mentorId, menteeId);
  }
}

function otherwise(
  matcher: Matcher,
  pair: PairOfIds,
  isChosen: boolean,
): Pick<PairAnswer, "otherwise" | "isImpossible"> {
  try {
    const { result, comparison } = matcher.whatIf(isChosen ? { ban: [pair] } : { pin: [pair] });
    if (comparison !== undefined) return { otherwise: differenceOf(comparison) };
    return result.status === "infeasible" ? { isImpossible: true } : {};
  } catch (error) {
    // a pinned pair cannot be forbidden as well, and some objectives take no pins
    if (error instanceof TersineError) return {};
    throw error;
  }
}
