import { defaultCriteria, foldText, type MatchInput, type MatchOptions, type TopicsCriterion } from "../../index.ts";
import { compareText } from "./groups.ts";

/** Who wishes for and who offers each topic, by its key. */
export interface WishedTopics {
  /** Topics that somebody wishes for, each in the spelling that most wishes have. */
  readonly labels: ReadonlyMap<string, string>;
  readonly wishedBy: (id: string) => ReadonlySet<string>;
  readonly offeredBy: (id: string) => ReadonlySet<string>;
}

type Topic = string | { readonly topic: string };

/** Topics are told apart as by the programme's criterion on topics, with its catalogue, or folded without one. */
export function wishedTopics(
  { mentors, mentees }: Pick<MatchInput, "mentors" | "mentees">,
  { criteria = defaultCriteria() }: MatchOptions,
): WishedTopics {
  const judge = criteria.find(isTopics);
  const keyOf = judge === undefined ? foldText : judge.catalogue.keyOf;
  const textOf = (topic: Topic): string => (typeof topic === "string" ? topic : topic.topic).trim();
  const keysOf = (topics: readonly Topic[]): ReadonlySet<string> => new Set(topics.map(textOf).map(keyOf));
  const wishes = new Map(mentees.map(({ id, learns }) => [id.normalize("NFC"), keysOf(learns)]));
  const offers = new Map(mentors.map(({ id, teaches }) => [id.normalize("NFC"), keysOf(teaches)]));
  const none: ReadonlySet<string> = new Set();
  return {
    labels: labelsOf(
      mentees.flatMap(({ learns }) => learns.map(textOf)),
      keyOf,
    ),
    wishedBy: (id) => wishes.get(id) ?? none,
    offeredBy: (id) => offers.get(id) ?? none,
  };
}

function isTopics(criterion: { readonly maker?: string }): criterion is TopicsCriterion {
  return criterion.maker === "topics";
}

/** The spelling of each topic that is most often written; of several, the first by code units. */
function labelsOf(texts: readonly string[], keyOf: (text: string) => string): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const labels = new Map<string, string>();
  for (const [text] of [...times].sort(([a, n], [b, m]) => m - n || compareText(a, b))) {
    const key = keyOf(text);
    if (!labels.has(key)) labels.set(key, text);
  }
  return labels;
}
