import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { timeOfWeekText } from "../base/time/weekday.ts";
import type { MatchInput } from "../model/input.ts";
import { normalId } from "../model/people/ids.ts";
import type { TopicsFacts } from "../score/criteria/topics.ts";
import { audienceOfReason, NEUTRAL } from "./audience.ts";
import { namesOf } from "./names.ts";
import { groundOf } from "./reasons.ts";
import type { MatchResult, Pair } from "./result.ts";

export interface LetterOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
}

/** What one participant may read of a result, and nothing else. */
export interface Letter {
  readonly id: string;
  /** The name; the id where there is none. */
  readonly name: string;
  /** The partners on both sides, mentors first; empty for somebody who is left out. */
  readonly partners: readonly LetterPartner[];
  /** The whole letter as plain text. */
  readonly text: string;
}

export interface LetterPartner {
  readonly id: string;
  /** The name; the id where there is none. */
  readonly name: string;
  /** What the partner is to the reader. */
  readonly role: "mentor" | "mentee";
  /** Why the two are paired. */
  readonly why: readonly string[];
  /** What to talk about first, in the mentee's order. */
  readonly topics: readonly string[];
  /** Times at which both are free, on the reader's clock, the most frequent first. */
  readonly times: readonly string[];
}

/** Topics and times that a letter proposes. */
const MOST_TOPICS = 3;
const MOST_TIMES = 3;

/**
 * One letter for everybody who registered, by id: with whom they are paired, why, what to talk about first, and when both
 * are free. No other person, no score and no rule; whoever has no pair reads one neutral sentence, whatever the reason.
 *
 * @param input The input that the result was made from: names are read from it
 * @throws TersineError VALUE_UNKNOWN for another language
 *
 * @example
 * for (const { id, text } of letters(result, input, { language: "tr" })) send(id, text);
 */
export function letters(result: MatchResult, input: MatchInput, options: LetterOptions = {}): readonly Letter[] {
  return asPublic("letters", () => {
    const { language = "en" } = options;
    if (!["en", "tr"].includes(language)) throw problem("VALUE_UNKNOWN", "/language", 'expected "en" or "tr".');
    const names = namesOf(input);
    const partnersOf = new Map<string, LetterPartner[]>();
    const add = (id: string, partner: LetterPartner): void => {
      partnersOf.set(id, [...(partnersOf.get(id) ?? []), partner]);
    };
    for (const pair of result.status === "infeasible" ? [] : result.pairs) {
      const { mentorId, menteeId } = pair;
      add(menteeId, partnerOf(pair, "mentor", names, language));
      add(mentorId, partnerOf(pair, "mentee", names, language));
    }
    const ids = new Set([...input.mentors, ...input.mentees].map(({ id }) => normalId(id)));
    return [...ids].sort(compareText).map((id): Letter => {
      const partners = [...(partnersOf.get(id) ?? [])].sort((a, b) => compareText(b.role, a.role));
      const name = names.get(id) ?? id;
      return { id, name, partners, text: letterText(name, partners, language) };
    });
  });
}

type Language = NonNullable<LetterOptions["language"]>;

function partnerOf(
  pair: Pair,
  role: "mentor" | "mentee",
  names: ReadonlyMap<string, string>,
  language: Language,
): LetterPartner {
  const id = role === "mentor" ? pair.mentorId : pair.menteeId;
  const own = role === "mentor" ? "mentee" : "mentor";
  const readable = pair.contributions.filter(
    (contribution) => contribution.points > 0 && audienceOfReason(contribution) !== "organiser",
  );
  return {
    id,
    name: names.get(id) ?? id,
    role,
    // how many topics were asked for, and at what level, is for the organisers: what is shared follows by itself
    why: readable.filter(({ facts }) => facts.kind !== "topics").map((each) => groundOf(each)[language]),
    topics: readable.flatMap(({ facts }) => (facts.kind === "topics" ? topicsIn(facts, language) : [])),
    times: pair.meetings.slice(0, MOST_TIMES).map((window) => timeOfWeekText(window[own], language)),
  };
}

function topicsIn({ shared }: TopicsFacts, language: Language): readonly string[] {
  return shared.slice(0, MOST_TOPICS).map(({ topic, labels }) => labels?.[language] ?? topic);
}

function letterText(name: string, partners: readonly LetterPartner[], language: Language): string {
  const words = WORDS[language];
  const greeting = words.greeting(name);
  if (partners.length === 0) return [greeting, "", NEUTRAL.person[language], words.thanks].join("\n");
  const parts = partners.flatMap(({ name: partner, role, why, topics, times }) => [
    "",
    words[role](partner),
    ...why,
    ...(topics.length === 0 ? [] : [`${words.first}: ${topics.join(", ")}.`]),
    ...(times.length === 0 ? [] : [`${words.times}: ${times.join("; ")}.`]),
  ]);
  return [greeting, ...parts].join("\n");
}

const WORDS = {
  en: {
    greeting: (name: string) => `Dear ${name},`,
    mentor: (name: string) => `Your mentor in this round is ${name}.`,
    mentee: (name: string) => `Your mentee in this round is ${name}.`,
    first: "To talk about first",
    times: "You are both free",
    thanks: "Thank you for registering. Please ask the organisers if you would like to know more.",
  },
  tr: {
    greeting: (name: string) => `Merhaba ${name},`,
    mentor: (name: string) => `Bu turdaki mentorunuz: ${name}.`,
    mentee: (name: string) => `Bu turdaki mentee'niz: ${name}.`,
    first: "İlk konuşulacaklar",
    times: "İkinizin de uygun olduğu zamanlar",
    thanks: "Başvurunuz için teşekkür ederiz. Sorularınız için program ekibine yazabilirsiniz.",
  },
} as const;
