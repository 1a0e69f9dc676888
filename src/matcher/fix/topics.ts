import { mapResult } from "../../base/steps.ts";
import { at } from "../../base/at.ts";
import { compareText, foldText } from "../../base/text.ts";
import type { Mentor } from "../../model/program.ts";
import type { Pool } from "../../plan/pool.ts";
import { type MatchSteps } from "../../plan/steps.ts";
import { namesOf } from "../../plan/topic-names.ts";
import { isTopics } from "../../score/criteria/topics.ts";
import type { SidedPerson } from "../people.ts";
import type { NewWeight } from "../../solve/sensitivity/entry-prices.ts";
import { eachCandidate, type ScoredPairs } from "../variant/candidates.ts";
import { offeredByAll } from "../variant/offered.ts";
import { isLocal, poolWithOffer } from "../variant/offers.ts";
import { canOffer } from "../variant/programme.ts";
import { costOfOwn } from "./entry.ts";
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
  return mapResult(offeredByAll(pool, topic), (everywhere) => {
    const tryOf = triesOfTopic(pool, topic);
    const hopeless = hopelessMentors(plan, everywhere, person);
    return offering
      .filter((index) => !hopeless.has(index))
      .map((index): Try => {
        return { ...tryOf(index), makePool: () => poolWithOffer(pool, everywhere, topic, index) };
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
 * Mentors whose new scores cannot place the person: by what placing them costs at the prices at hand, less what the new
 * scores can bring in the mentor's seats. One pass over both graphs.
 */
function hopelessMentors(
  { pool, entry }: PlanToFix,
  everywhere: ScoredPairs,
  person: SidedPerson,
): ReadonlySet<number> {
  if (entry === undefined) return NOBODY;
  if (person.side === "mentor") {
    return costOfOwn(entry, { program: pool.program, graph: everywhere }, person) > 0
      ? new Set([person.index])
      : NOBODY;
  }
  const hopeless = new Set<number>();
  for (const [mentor, changes] of changesByMentor(pool, everywhere).entries()) {
    if (entry.shortfall(mentor, changes) > 0) hopeless.add(mentor);
  }
  return hopeless;
}

/** For each mentor, the new scores of pairs in which two graphs differ; -Infinity where one is no candidate any more. */
function changesByMentor({ program, graph }: Pool, everywhere: ScoredPairs): readonly (readonly NewWeight[])[] {
  const changes: NewWeight[][] = program.mentors.map(() => []);
  const scoreIn = new Float64Array(program.mentors.length).fill(-Infinity);
  for (const own of program.mentees.keys()) {
    eachCandidate(graph, own, (column, score) => (scoreIn[column] = score));
    eachCandidate(everywhere, own, (column, weight) => {
      if (weight !== at(scoreIn, column)) at(changes, column).push({ own, weight });
      scoreIn[column] = -Infinity;
    });
    // whoever is left is no candidate any more
    scoreIn.forEach((score, column) => {
      if (score > -Infinity) at(changes, column).push({ own, weight: -Infinity });
      scoreIn[column] = -Infinity;
    });
  }
  return changes;
}
