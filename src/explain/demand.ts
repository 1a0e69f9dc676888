import { at } from "../base/at.ts";
import { oncePer } from "../base/memo.ts";
import { drain, forPeople, type Steps } from "../base/steps.ts";
import { compareText, foldText } from "../base/text.ts";
import { loadBounds } from "../model/entries/load-bounds.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import { topicNamer } from "./topic-names.ts";
import type { TopicDemand, TopicSupply } from "./result.ts";

interface Tally {
  readonly topic: string;
  offeredBy: number;
  places: number;
  wishedBy: number;
  servedIn: number;
}

/** Topics of an entry by their folded spelling. */
const topicsOf = oncePer((entry: Mentor | Mentee): ReadonlySet<string> => {
  const items = "teaches" in entry ? entry.teaches : entry.learns;
  return new Set(items.map((item) => foldText(typeof item === "string" ? item : item.topic)));
});

interface ChosenPairs {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
}

/**
 * Supply and demand of each topic, sorted by its folded spelling; spellings that fold alike are one topic. Can be
 * paused every few people.
 */
export function* demandOf(
  program: Program,
  { rowOf, columnOf }: ChosenPairs,
  nameOf: (topic: string) => string = topicNamer(program),
): Steps<readonly TopicDemand[]> {
  const { mentors, mentees } = program;
  const tallies = new Map<string, Tally>();
  const tallyOf = (key: string): Tally => {
    let tally = tallies.get(key);
    if (tally === undefined) {
      tallies.set(key, (tally = { topic: nameOf(key), offeredBy: 0, places: 0, wishedBy: 0, servedIn: 0 }));
    }
    return tally;
  };
  const offeredOf: ReadonlySet<string>[] = [];
  const wishedOf: ReadonlySet<string>[] = [];
  const { capacity } = loadBounds(program).mentor;
  yield* forPeople(mentors, (person, mentor) => {
    const offered = topicsOf(person);
    offeredOf.push(offered);
    offered.forEach((key) => {
      const tally = tallyOf(key);
      tally.offeredBy += 1;
      tally.places += at(capacity, mentor);
    });
  });
  yield* forPeople(mentees, (person) => {
    const wished = topicsOf(person);
    wishedOf.push(wished);
    wished.forEach((key) => {
      tallyOf(key).wishedBy += 1;
    });
  });
  yield* forPeople([...rowOf], (row, pair) => {
    const offered = at(offeredOf, columnOf[pair]);
    at(wishedOf, row).forEach((key) => {
      if (offered.has(key)) tallyOf(key).servedIn += 1;
    });
  });
  return [...tallies].sort(([a], [b]) => compareText(a, b)).map(([, tally]) => ({ ...tally }));
}

/** Supply and demand of each topic before anybody is paired, in the same order. */
export function topicSupply(program: Program, nameOf?: (topic: string) => string): readonly TopicSupply[] {
  const nobody = new Int32Array();
  return drain(demandOf(program, { rowOf: nobody, columnOf: nobody }, nameOf)).map(
    ({ topic, offeredBy, places, wishedBy }) => ({
      topic,
      offeredBy,
      places,
      wishedBy,
    }),
  );
}
