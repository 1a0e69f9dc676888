import { at } from "../base/at.ts";
import { oncePer } from "../base/memo.ts";
import { drain, forPeople, type Steps } from "../base/steps.ts";
import { compareText, foldText } from "../base/text.ts";
import { loadBounds } from "../model/load-bounds.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { TopicDemand, TopicSupply } from "./result.ts";

interface Tally {
  topic: string;
  offeredBy: number;
  places: number;
  wishedBy: number;
  servedIn: number;
}

/** Topics of an entry by their folded spelling, each with the spelling that comes first. */
const topicsOf = oncePer((entry: Mentor | Mentee): ReadonlyMap<string, string> => {
  const topics = new Map<string, string>();
  for (const item of "teaches" in entry ? entry.teaches : entry.learns) {
    const topic = typeof item === "string" ? item : item.topic;
    const key = foldText(topic);
    const known = topics.get(key) ?? topic;
    topics.set(key, compareText(topic, known) < 0 ? topic : known);
  }
  return topics;
});

interface ChosenPairs {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
}

/**
 * Supply and demand of each topic, sorted by its folded spelling; spellings that fold alike are one topic. Can be
 * paused every few people.
 */
export function* demandOf(program: Program, { rowOf, columnOf }: ChosenPairs): Steps<readonly TopicDemand[]> {
  const { mentors, mentees } = program;
  const tallies = new Map<string, Tally>();
  const tallyOf = (key: string, topic: string): Tally => {
    let tally = tallies.get(key);
    if (tally === undefined) tallies.set(key, (tally = { topic, offeredBy: 0, places: 0, wishedBy: 0, servedIn: 0 }));
    if (topic !== tally.topic && compareText(topic, tally.topic) < 0) tally.topic = topic;
    return tally;
  };
  const offeredOf: ReadonlyMap<string, string>[] = [];
  const wishedOf: ReadonlyMap<string, string>[] = [];
  const { capacity } = loadBounds(program).mentor;
  yield* forPeople(mentors, (person, mentor) => {
    const offered = topicsOf(person);
    offeredOf.push(offered);
    offered.forEach((topic, key) => {
      const tally = tallyOf(key, topic);
      tally.offeredBy += 1;
      tally.places += at(capacity, mentor);
    });
  });
  yield* forPeople(mentees, (person) => {
    const wished = topicsOf(person);
    wishedOf.push(wished);
    wished.forEach((topic, key) => {
      tallyOf(key, topic).wishedBy += 1;
    });
  });
  yield* forPeople([...rowOf], (row, pair) => {
    const offered = at(offeredOf, columnOf[pair]);
    at(wishedOf, row).forEach((topic, key) => {
      if (offered.has(key)) tallyOf(key, topic).servedIn += 1;
    });
  });
  return [...tallies].sort(([a], [b]) => compareText(a, b)).map(([, tally]) => ({ ...tally }));
}

/** Supply and demand of each topic before anybody is paired, in the same order. */
export function topicSupply(program: Program): readonly TopicSupply[] {
  const nobody = new Int32Array();
  return drain(demandOf(program, { rowOf: nobody, columnOf: nobody })).map(
    ({ topic, offeredBy, places, wishedBy }) => ({
      topic,
      offeredBy,
      places,
      wishedBy,
    }),
  );
}
