import { drain } from "../src/base/steps.ts";
import { foldText } from "../src/base/text.ts";
import { minutesRunByRun } from "../src/score/availability/common-minutes.ts";
import { availabilityPool } from "../src/score/availability/pool.ts";
import {
  hierarchyCurve,
  type MenteeProfile,
  type MentorProfile,
  type ScorePool,
  type ScoreContext,
} from "../src/score/index.ts";

/**
 * The four default criteria the straightforward way: from the two people's objects, with sets and arrays made for every
 * pair. Only everybody's windows are turned into runs of UTC minutes beforehand, so that time zone look-ups do not count;
 * two people's runs are then intersected for every pair.
 */
export function naiveScorer(pool: ScorePool): (mentor: number, mentee: number) => number {
  const time = drain(availabilityPool(pool));
  if (time === undefined) throw new Error("the pool states no windows");
  const minutes = minutesRunByRun(time, 30);
  return (m, e) => {
    const mentor = pool.mentors[m]!;
    const mentee = pool.mentees[e]!;
    const common = minutes.pair(time.mentees.timetableOf[e]!, time.mentors.timetableOf[m]!);
    const values: [weight: number, value: number][] = [
      [4, naiveTopics(mentor, mentee)],
      [2, naiveGoals(mentor, mentee)],
      [2, Math.min(1, common / (60 * time.scale.weeks))],
      [2, naiveHierarchy(mentor, mentee, pool.context)],
    ];
    const total = values.reduce((sum, [weight]) => sum + weight, 0);
    return Math.round((1e6 * values.reduce((sum, [weight, value]) => sum + weight * value, 0)) / total);
  };
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
