import { foldText } from "../src/base/text.ts";
import {
  hierarchyCurve,
  type MenteeProfile,
  type MentorProfile,
  scorePair,
  type ScoreContext,
} from "../src/score/index.ts";
import { availability } from "../src/score/index.ts";

/**
 * The four default criteria the straightforward way: from two objects, with sets and arrays made for every pair. Common
 * minutes come from `minutesCache`, one list of minutes for each person made once, so that the comparison is not one of
 * time zone look-ups.
 */
export function naiveScore(mentor: MentorProfile, mentee: MenteeProfile, context: ScoreContext): number {
  const values: [weight: number, value: number][] = [
    [4, naiveTopics(mentor, mentee)],
    [2, naiveGoals(mentor, mentee)],
    [2, scorePair(mentor, mentee, [availability()], context).score / 1e6],
    [2, naiveHierarchy(mentor, mentee, context)],
  ];
  const total = values.reduce((sum, [weight]) => sum + weight, 0);
  return Math.round((1e6 * values.reduce((sum, [weight, value]) => sum + weight * value, 0)) / total);
}

function naiveTopics(mentor: MentorProfile, mentee: MenteeProfile): number {
  let sum = 0;
  let total = 0;
  for (const wish of mentee.learns ?? []) {
    const { topic, priority = 1, level = 0 } = typeof wish === "string" ? { topic: wish } : wish;
    total += 1 / priority;
    for (const offer of mentor.teaches ?? []) {
      const { topic: offered, level: known = 1 } = typeof offer === "string" ? { topic: offer } : offer;
      if (foldText(offered) === foldText(topic)) sum += Math.min(1, level === 0 ? 1 : known / level) / priority;
    }
  }
  return sum / total;
}

function naiveGoals(mentor: MentorProfile, mentee: MenteeProfile): number {
  const own = new Set(mentor.goals?.map(foldText));
  const other = new Set(mentee.goals?.map(foldText));
  const shared = [...own].filter((goal) => other.has(goal)).length;
  return shared / (own.size + other.size - shared);
}

function naiveHierarchy(mentor: MentorProfile, mentee: MenteeProfile, { chart }: ScoreContext): number {
  const depth = (id: string | undefined): number => chart?.depthOf[chart.indexOf(id ?? "") ?? 0] ?? 0;
  return hierarchyCurve()(depth(mentor.id) - depth(mentee.id)) / 1e6;
}
