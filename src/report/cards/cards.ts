import { asPublic } from "../../base/public.ts";
import type { MatchInput, MatchResult, Pair } from "../../index.ts";
import { escapeText, list } from "../html.ts";
import { meetingText, sharedTopics } from "../meeting.ts";
import type { PairOrder } from "../order.ts";
import { page } from "../page.ts";
import { callOf, type Shown, shownOf } from "../shown.ts";
import { CARD_WORDS } from "./words.ts";

export interface CardOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
  /** Heading of each card. @default the language's own */
  readonly title?: string;
  /** Order of the cards, by the mentee; the score is not told. @default "name" */
  readonly sort?: PairOrder;
  /** The date on the page, as it is to be read; nothing here reads a clock. @default none */
  readonly date?: string;
}

/** Meeting times on a card. */
const MOST_TIMES = 3;

/**
 * A card for the two of each pair, to print or to cut from one HTML page: each on a sheet of its own. It tells who the two
 * are, what they can talk about and when they can meet, and nothing else: no scores, rules, ids of people with names, or
 * words about anybody else. Those who get one card should not be sent the page with all of them.
 *
 * @param input The input that the result was made from: names and departments are read from it
 */
export function renderCards(input: MatchInput, result: MatchResult, options: CardOptions = {}): string {
  return asPublic("renderCards", () => {
    const { language = "en", sort = "name", date } = options;
    const words = CARD_WORDS[language];
    const title = options.title ?? words.title;
    const shown = shownOf(input, result, { language, sort, maximumRows: Infinity });
    const cards = shown.listed.map(({ pair }) => card(pair, title, shown));
    const content = cards.length === 0 ? `<p>${words.none}</p>` : cards.join("\n");
    return page({ language, title, kind: "cards", ...(date === undefined ? {} : { date }) }, content);
  });
}

function card(pair: Pair, title: string, shown: Shown): string {
  const words = CARD_WORDS[shown.language];
  const two = [
    [words.mentor, pair.mentorId],
    [words.mentee, pair.menteeId],
  ] as const;
  const people = two.map(([role, id]) => {
    const department = shown.people.get(id)?.department;
    const more = department === undefined ? "" : `<br><span class="note">${escapeText(department)}</span>`;
    return `<div><dt>${role}</dt><dd>${escapeText(callOf(shown.people, id))}${more}</dd></div>`;
  });
  const topics = sharedTopics(pair, shown);
  const parts = [
    lines(words.topics, topics.length === 0 ? [words.topicsOpen] : topics),
    lines(words.goals, shared(pair, "goals")),
    lines(words.languages, shared(pair, "language")),
    meetings(pair, shown),
    lines(words.start, words.steps),
  ];
  const names = two.map(([, id]) => callOf(shown.people, id)).join(" & ");
  return `<article class="card"><p class="note">${escapeText(title)}</p><h2>${escapeText(names)}</h2><dl class="figures">${people.join("")}</dl>${parts.join("")}</article>`;
}

function lines(heading: string, told: readonly string[]): string {
  return told.length === 0 ? "" : `<h3>${escapeText(heading)}</h3>${list(told.map(escapeText))}`;
}

/** Goals that both chose, or languages that both speak; words found in free text are not told. */
function shared({ contributions }: Pair, kind: "goals" | "language"): readonly string[] {
  return contributions.flatMap(({ facts }) => {
    if (facts.kind === "goals") return kind === "goals" && facts.by === "id" ? facts.shared : [];
    return facts.kind === "language" && kind === "language" ? facts.shared : [];
  });
}

function meetings(pair: Pair, shown: Shown): string {
  const words = CARD_WORDS[shown.language];
  const first = pair.meetings.slice(0, MOST_TIMES);
  if (first.length === 0) return lines(words.meet, [words.meetOpen]);
  const isOnTwoClocks = first.some(({ mentor, mentee }) => mentor.day !== mentee.day || mentor.start !== mentee.start);
  const names = isOnTwoClocks ? [pair.mentorId, pair.menteeId].map((id) => callOf(shown.people, id)).join(" / ") : "";
  const told = first.map((meeting) => meetingText(meeting, shown));
  return lines(isOnTwoClocks ? `${words.meetOnClocks}: ${names}` : words.meet, told);
}
