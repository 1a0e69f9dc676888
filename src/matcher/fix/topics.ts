import { mapResult } from "../../base/steps.ts";
import { at } from "../../base/at.ts";
import { compareText, foldText } from "../../base/text.ts";
import type { Mentor } from "../../model/program.ts";
import type { Pool } from "../../plan/pool.ts";
import { type MatchSteps } from "../../plan/steps.ts";
import { namesOf } from "../../plan/topic-names.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";
import { isTopics } from "../../score/criteria/topics.ts";
import type { SidedPerson } from "../people.ts";
import type { NetworkPlan } from "../priced-plan.ts";
import { eachCandidate } from "../variant/candidates.ts";
import { isLocal, poolWithOffer } from "../variant/offers.ts";
import { canOffer, withTopic } from "../variant/programme.ts";
import { rescored } from "../variant/rescored.ts";
import { seatsFor } from "./seats.ts";
import type { Budget, Look, PlanToFix, Try } from "./tries.ts";

/** One more topic offered by one mentor: one look for each topic that could bring the person somebody. */
export function oneMoreTopic(plan: PlanToFix, person: SidedPerson, budget: Budget): readonly Look[] {
  const { pool } = plan;
  const { mentors } = pool.program;
  return topicsFor(pool, person).flatMap((topic): readonly Look[] => {
    const offering = [...mentors.entries()]
      .filter(([index]) => person.side === "mentee" || index === person.index)
      .filter(([, mentor]) => canOffer(mentor, topic))
      .map(([index]) => index);
    if (offering.length === 0) return [];
    // one pool of all who could offer it serves them one by one, where scores depend on the two people alone
    if (isLocal(pool)) return [() => triesWith(plan, person, topic, offering, budget)];
    return [offering.map(triesOfTopic(pool, topic))];
  });
}

const NOBODY: ReadonlySet<number> = new Set();

/** The tries for one topic, each by the index of the mentor who is to offer it. */
function triesOfTopic(pool: Pool, topic: string): (mentor: number) => Try {
  const offersRelated = relatedTo(pool, topic);
  return (mentor) => {
    const { id: mentorId, teaches } = at(pool.program.mentors, mentor);
    const isClose = offersRelated(teaches);
    return { kind: "oneTopic", change: [{ step: "topic", mentorId, topic }], ...(isClose ? {} : { isAside: true }) };
  };
}

/** Whether a mentor offers a topic above, below or beside this one in the catalogue: such mentors are asked first. */
function relatedTo({ options }: Pool, topic: string): (teaches: Mentor["teaches"]) => boolean {
  const { keyOf, serves } = options.criteria.find(isTopics)?.catalogue ?? {};
  if (keyOf === undefined || serves === undefined) return () => false;
  const near = new Set(serves(keyOf(topic)).flatMap(({ key }) => serves(key).map((related) => related.key)));
  return (teaches) => teaches.some((offer) => near.has(keyOf(typeof offer === "string" ? offer : offer.topic)));
}

function triesWith(
  plan: PlanToFix,
  person: SidedPerson,
  topic: string,
  offering: readonly number[],
  budget: Budget,
): MatchSteps<readonly Try[]> {
  const { pool } = plan;
  const { mentors, mentees } = pool.program;
  budget.left -= mentors.length * mentees.length;
  const offeredByAll = withTopic(pool.program, topic, () => true);
  return mapResult(rescored(pool, offeredByAll), (everywhere) => {
    const tryOf = triesOfTopic(pool, topic);
    const hopeless = plan.priced === undefined ? NOBODY : hopelessMentors(plan.priced, everywhere.graph, person);
    return offering
      .filter((index) => !hopeless.has(index))
      .map((index): Try => {
        return { ...tryOf(index), makePool: () => poolWithOffer(pool, everywhere.graph, topic, index) };
      });
  });
}

/** Topics that could bring the person somebody: the mentee's own wishes, or what anybody wishes, by folded spelling. */
function topicsFor(pool: Pool, { side, index }: SidedPerson): readonly string[] {
  const { mentees } = pool.program;
  const wishes = side === "mentee" ? (mentees[index]?.learns ?? []) : mentees.flatMap(({ learns }) => learns);
  const keys = new Set(wishes.map((wish) => foldText(typeof wish === "string" ? wish : wish.topic)));
  return [...keys].sort(compareText).map(namesOf(pool));
}

/**
 * Mentors whose new scores cannot place the person. If no score falls and no candidate is new, a plan with the person gains
 * on the plan at hand at most by the scores that rise in the mentor's seats, and needs to gain what placing the person
 * costs. One pass over both graphs.
 */
function hopelessMentors(
  { pool, answer }: NetworkPlan,
  everywhere: CandidateGraph,
  person: SidedPerson,
): ReadonlySet<number> {
  return mentorsBelow(seatsFor(pool, answer, person).cost, pool, everywhere);
}

/** Mentors whose scores, if they only rise, rise by less than `cost` in their seats. */
function mentorsBelow(cost: number, { program, graph }: Pool, everywhere: CandidateGraph): ReadonlySet<number> {
  const { mentors, mentees } = program;
  const rises = largestPerList(mentors.map(({ capacity }) => Math.min(capacity, mentees.length)));
  const isOpen = new Uint8Array(mentors.length);
  const scoreIn = new Int32Array(mentors.length);
  for (const row of mentees.keys()) {
    scoreIn.fill(-1);
    eachCandidate(graph, row, (column, score) => (scoreIn[column] = score));
    eachCandidate(everywhere, row, (column, score) => {
      const before = at(scoreIn, column);
      if (before < 0 || score < before) isOpen[column] = 1;
      else if (score > before) rises.add(column, score - before);
      scoreIn[column] = -1;
    });
    // whoever is left is no candidate any more
    scoreIn.forEach((score, column) => {
      if (score >= 0) isOpen[column] = 1;
    });
  }
  return new Set([...mentors.keys()].filter((column) => isOpen[column] === 0 && rises.sumOf(column) < cost));
}

/** For each of some lists, the sum of its largest numbers: as many as `counts` says. Numbers are above 0. */
function largestPerList(counts: readonly number[]): {
  readonly add: (list: number, value: number) => void;
  readonly sumOf: (list: number) => number;
} {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, list) => (start[list + 1] = at(start, list) + count));
  // of each list the largest so far, descending
  const largest = new Int32Array(at(start, counts.length));
  return {
    add: (list, value) => {
      const first = at(start, list);
      let place = at(start, list + 1) - 1;
      if (place < first || value <= at(largest, place)) return;
      for (; place > first && value > at(largest, place - 1); place -= 1) largest[place] = at(largest, place - 1);
      largest[place] = value;
    },
    sumOf: (list) => largest.subarray(start[list], start[list + 1]).reduce((sum, value) => sum + value, 0),
  };
}
