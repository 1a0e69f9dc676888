import type { MatchedResult, Pair } from "../index.ts";
import { legend, stackedBar } from "./charts.ts";
import { cardTable, escapeText, list, section } from "./html.ts";
import { meetingText, sharedTopics } from "./meeting.ts";
import { numeral, points } from "./numbers.ts";
import { pairAnchor } from "./order.ts";
import { criterionName, personCell, type Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** Meeting times told of each pair. */
const MOST_TIMES = 3;

/** Every pair with a bar and one line; what each criterion gave, and when the two can meet, unfolds. */
export function pairTable({ pairs }: MatchedResult, shown: Shown): string {
  const { words, language, listed } = shown;
  if (pairs.length === 0) return section(words.pairs, `<p>${words.none}</p>`);
  const figures = { shown: listed.length, all: pairs.length };
  const more = listed.length < pairs.length ? `<p class="note">${filled(words.more, figures, language)}</p>` : "";
  const rows = listed.map(({ pair }) => [
    personCell(shown, pair.mentorId),
    personCell(shown, pair.menteeId),
    scoreCell(pair, shown),
    reasonCell(pair, shown),
  ]);
  const criteria = pairs[0]?.contributions.map(({ criterion }) => criterionName(shown, criterion)) ?? [];
  const headers = [words.mentor, words.mentee, words.score, words.why];
  const anchors = listed.map(({ place }) => pairAnchor(place));
  return section(
    words.pairs,
    `<p class="note">${words.sorted[shown.sort]}</p>`,
    legend(criteria),
    more,
    cardTable(words.pairs, headers, rows, anchors),
  );
}

function scoreCell({ score, contributions, pinned }: Pair, shown: Shown): string {
  const parts = contributions.map(
    ({ criterion, points: given }) => `${criterionName(shown, criterion)} ${points(shown.language, given)}`,
  );
  const bar = stackedBar(
    parts.join(", "),
    contributions.map(({ points: given }) => given),
    1_000_000,
  );
  const note = pinned === true ? ` <span class="note">${shown.words.pinned}</span>` : "";
  return `<span class="figure">${points(shown.language, score)}</span>${note}${bar}`;
}

function reasonCell(pair: Pair, shown: Shown): string {
  const { reasons, meetings } = pair;
  const { language, words } = shown;
  const times = meetings
    .slice(0, MOST_TIMES)
    .map((meeting) => `${meetingText(meeting, shown)} (${numeral(language, meeting.weeks)} ${words.weeks})`);
  const isOnTwoClocks = meetings
    .slice(0, MOST_TIMES)
    .some(({ mentor, mentee }) => mentor.day !== mentee.day || mentor.start !== mentee.start);
  const heading = isOnTwoClocks ? words.meetOnClocks : words.meet;
  const meet = times.length === 0 ? [] : [escapeText(`${heading}: ${times.join("; ")}`)];
  const lines = [...reasons.map((reason) => escapeText(reason[language])), ...meet];
  return `<details><summary>${inOneLine(pair, shown)}</summary>${list(lines)}</details>`;
}

/** What the two share, and when they can meet first; what is missing is marked. */
function inOneLine(pair: Pair, shown: Shown): string {
  const { words } = shown;
  const topics = sharedTopics(pair, shown);
  const [first] = pair.meetings;
  const mark = (text: string): string => `<strong class="mark">${text}</strong>`;
  const { lacks = [] } = pair;
  const told = [
    lacks.includes("topic") ? mark(words.lacks.topic) : escapeText(topics.join(", ")),
    lacks.includes("time") ? mark(words.lacks.time) : first === undefined ? "" : escapeText(meetingText(first, shown)),
  ].filter((text) => text !== "");
  return told.length === 0 ? words.details : told.join(" · ");
}
