import { compareText, foldText } from "../base/text.ts";
import type { Program } from "../model/program.ts";
import type { TopicDemand } from "./result.ts";

interface Tally {
  topic: string;
  readonly mentors: Set<number>;
  readonly mentees: Set<number>;
}

/** Supply and demand of each topic, sorted by its folded spelling; spellings that fold alike are one topic. */
export function topicDemand(
  { mentors, mentees }: Program,
  { rowOf, columnOf }: { readonly rowOf: Int32Array; readonly columnOf: Int32Array },
): readonly TopicDemand[] {
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
  return [...tallies.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, tally]) => ({
      topic: tally.topic,
      offeredBy: tally.mentors.size,
      places: [...tally.mentors].reduce((sum, mentor) => sum + (mentors[mentor]?.capacity ?? 0), 0),
      wishedBy: tally.mentees.size,
      servedIn: rowOf.reduce(
        (sum, row, pair) => sum + (tally.mentees.has(row) && tally.mentors.has(columnOf[pair] ?? -1) ? 1 : 0),
        0,
      ),
    }));
}
