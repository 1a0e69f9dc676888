import { compareText, foldText } from "../base/text.ts";
import type { Program } from "../model/program.ts";
import type { TopicDemand, TopicSupply } from "./result.ts";

interface Tally {
  topic: string;
  readonly mentors: Set<number>;
  readonly mentees: Set<number>;
}

/** Supply and demand of each topic, sorted by its folded spelling; spellings that fold alike are one topic. */
export function topicSupply(program: Program): readonly TopicSupply[] {
  return talliesOf(program).map((tally) => supplyOf(tally, program));
}

/** `topicSupply`, and in how many of the chosen pairs each topic is both offered and wished. */
export function topicDemand(
  program: Program,
  { rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): readonly TopicDemand[] {
  return talliesOf(program).map((tally) => ({
    ...supplyOf(tally, program),
    servedIn: rowOf.reduce(
      (sum, row, pair) => sum + (tally.mentees.has(row) && tally.mentors.has(columnOf[pair] ?? -1) ? 1 : 0),
      0,
    ),
  }));
}

function supplyOf({ topic, mentors: offering, mentees }: Tally, { mentors }: Program): TopicSupply {
  const places = [...offering].reduce((sum, mentor) => sum + (mentors[mentor]?.capacity ?? 0), 0);
  return { topic, offeredBy: offering.size, places, wishedBy: mentees.size };
}

function talliesOf({ mentors, mentees }: Program): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  const count = (item: string | { readonly topic: string }, side: "mentors" | "mentees", person: number): void => {
    const topic = typeof item === "string" ? item : item.topic;
    const key = foldText(topic);
    const tally = tallies.get(key) ?? { topic, mentors: new Set(), mentees: new Set() };
    tallies.set(key, tally);
    if (compareText(topic, tally.topic) < 0) tally.topic = topic;
    tally[side].add(person);
  };
  mentors.forEach(({ teaches }, person) => {
    for (const item of teaches) count(item, "mentors", person);
  });
  mentees.forEach(({ learns }, person) => {
    for (const item of learns) count(item, "mentees", person);
  });
  return [...tallies].sort(([a], [b]) => compareText(a, b)).map(([, tally]) => tally);
}
