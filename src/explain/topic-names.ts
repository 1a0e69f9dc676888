import { oncePer } from "../base/memo.ts";
import { compareText, foldText, tidyText } from "../base/text.ts";
import type { TopicCatalogue } from "../score/topics/catalogue.ts";
import type { Program } from "../model/program.ts";

/** Letters up to which capitals alone are an abbreviation. */
const LONGEST_ABBREVIATION = 4;

/** How each topic of a programme is shown, by any of its spellings. */
export const topicNamer = oncePer(({ mentors, mentees }: Program): ((text: string) => string) => {
  let names: ReadonlyMap<string, string> | undefined;
  const topicOf = (entry: string | { readonly topic: string }): string =>
    typeof entry === "string" ? entry : entry.topic;
  const read = (): ReadonlyMap<string, string> =>
    bestSpellings(
      [...mentors.flatMap(({ teaches }) => teaches), ...mentees.flatMap(({ learns }) => learns)].map(topicOf),
    );
  return (text) => (names ??= read()).get(foldText(text)) ?? tidyText(text);
});

/** The same with the labels of a catalogue, where a label is a spelling of the topic. */
export function catalogueNamer(
  program: Program,
  { keyOf, labelsOf }: Pick<TopicCatalogue, "keyOf" | "labelsOf">,
): (text: string) => string {
  const nameOf = topicNamer(program);
  if (labelsOf === undefined) return nameOf;
  return (text) => {
    const { en, tr } = labelsOf(keyOf(text)) ?? {};
    return [en, tr].find((label) => label !== undefined && foldText(label) === foldText(text)) ?? nameOf(text);
  };
}

/**
 * The spelling in which each topic is shown, by its folded text: the most frequent one. Among equally frequent ones that
 * which starts with a capital, then that without one, then capitals throughout; so the order of the texts does not show.
 */
export function bestSpellings(texts: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const key = foldText(text);
    const spellings = counts.get(key) ?? new Map<string, number>();
    const spelling = tidyText(text);
    counts.set(key, spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1));
  }
  return new Map(Array.from(counts, ([key, spellings]) => [key, mostFrequent(spellings)]));
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [best] = [...spellings].sort(
    ([a, countA], [b, countB]) => countB - countA || roughness(a) - roughness(b) || compareText(b, a),
  );
  return best?.[0] ?? "";
}

/** 0 for a spelling that reads well, more for one that does not. */
function roughness(text: string): number {
  const letters = Array.from(text.matchAll(/\p{L}/gu), ([letter]) => letter);
  const isCapital = letters.map((letter) => /\p{Lu}/u.test(letter));
  if (letters.length > LONGEST_ABBREVIATION && isCapital.every(Boolean)) return 2;
  return isCapital[0] === false ? 1 : 0;
}
