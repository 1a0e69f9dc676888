import type { MatchedResult, Pair } from "../index.ts";
import { legend, stackedBar } from "./charts.ts";
import { cardTable, escapeText, list, section } from "./html.ts";
import { criterionName, limited, personCell, points, type Shown } from "./shown.ts";

/** Pairs up to which the reasons of each stand open. */
const OPEN_UP_TO = 50;
/** Meeting times told of each pair. */
const MOST_TIMES = 3;

/** Every pair with what each criterion gave, the reasons, and when the two can meet. */
export function pairTable({ pairs }: MatchedResult, shown: Shown): string {
  const { words } = shown;
  if (pairs.length === 0) return section(words.pairs, `<p>${words.none}</p>`);
  const [first, more] = limited(pairs, shown);
  const isOpen = pairs.length <= OPEN_UP_TO;
  const rows = first.map((pair) => [
    personCell(shown, pair.mentorId),
    personCell(shown, pair.menteeId),
    scoreCell(pair, shown),
    reasonCell(pair, shown, isOpen),
  ]);
  const criteria = pairs[0]?.contributions.map(({ criterion }) => criterionName(shown, criterion)) ?? [];
  const headers = [words.mentor, words.mentee, words.score, words.why];
  return section(words.pairs, legend(criteria), more, cardTable(words.pairs, headers, rows));
}

function scoreCell({ score, contributions, pinned, lacks = [] }: Pair, shown: Shown): string {
  const parts = contributions.map(
    ({ criterion, points: given }) => `${criterionName(shown, criterion)} ${points(shown, given)}`,
  );
  const bar = stackedBar(
    parts.join(", "),
    contributions.map(({ points: given }) => given),
    1_000_000,
  );
  const notes = [...(pinned === true ? [shown.words.pinned] : []), ...lacks.map((lack) => shown.words.lacks[lack])];
  const note = notes.map((text) => ` <span class="note">${text}</span>`).join("");
  return `${points(shown, score)}${note}${bar}`;
}

function reasonCell({ reasons, meetings }: Pair, { language, words }: Shown, isOpen: boolean): string {
  const first = meetings.slice(0, MOST_TIMES);
  const clocks = first.map(({ mentor, mentee, weeks }) => {
    const [own, other] = [mentor, mentee].map(({ day, start, end }) => `${words.days[day]} ${start}–${end}`);
    return { text: own === other ? own : `${own} / ${other}`, isTwo: own !== other, weeks };
  });
  const times = clocks.map(({ text, weeks }) => `${text} (${weeks} ${words.weeks})`).join("; ");
  const heading = clocks.some(({ isTwo }) => isTwo) ? words.meetOnClocks : words.meet;
  const meet = times === "" ? [] : [escapeText(`${heading}: ${times}`)];
  const lines = [...reasons.map((reason) => escapeText(reason[language])), ...meet];
  const [summary = "–"] = lines;
  return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>${list(lines.slice(1))}</details>`;
}
