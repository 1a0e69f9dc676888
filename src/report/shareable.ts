import { letters, type MatchedResult, type MatchInput, type MatchResult } from "../index.ts";
import { cardTable, escapeText, list, section } from "./html.ts";
import { numeral } from "./numbers.ts";
import { inOrder } from "./order.ts";
import { limited, type Shown } from "./shown.ts";
import { topicTable } from "./tables.ts";
import { filled } from "./words.ts";

/**
 * What people outside the organisers may see: counts, who is paired with whom and why, topics. No score, no rule, no
 * warning, no year of birth, nobody who is left out, and no id where there is a name.
 */
export function shareable(input: MatchInput, result: MatchResult, shown: Shown): string {
  const { words, language } = shown;
  if (result.status === "infeasible") return `<p>${words.noPairs}</p>`;
  const { pairs, placedMentors, mentors, placedMentees, mentees } = result.totals;
  const figures = [
    [words.pairs, numeral(language, pairs)],
    [words.mentors, `${numeral(language, placedMentors)} / ${numeral(language, mentors)}`],
    [words.mentees, `${numeral(language, placedMentees)} / ${numeral(language, mentees)}`],
  ].map(([name = "", figure = ""]) => `<div><dt>${name}</dt><dd>${figure}</dd></div>`);
  const left = mentors - placedMentors + mentees - placedMentees;
  const told = left === 0 ? "" : `<p>${filled(words.withoutPair, { left }, language)}</p>`;
  const parts = [`<dl class="figures">${figures.join("")}</dl>${told}`, pairList(input, result, shown)];
  return [...parts, topicPart(result, shown)].join("\n");
}

/** A figure of fewer people would tell who of them was left out. */
const FEWEST = 5;

/** Topics of which no figure tells about few people. */
function topicPart({ demand }: MatchedResult, shown: Shown): string {
  const told = demand.filter(({ wishedBy, offeredBy, places, servedIn }) =>
    [wishedBy, offeredBy, places, servedIn].every((people) => people >= FEWEST),
  );
  const note =
    told.length === demand.length
      ? ""
      : `<p class="note">${filled(shown.words.fewPeople, { least: FEWEST }, shown.language)}</p>`;
  return told.length === 0 ? section(shown.words.topics, note) : `${topicTable({ demand: told }, shown)}${note}`;
}

/** The pairs as the letters of the two tell them. Where scores are not told, no order by them is. */
function pairList(input: MatchInput, result: MatchedResult, shown: Shown): string {
  const { words, language, people, sort } = shown;
  const nameOf = (id: string): string => escapeText(people.get(id)?.name ?? id);
  const whyOf = new Map(
    letters(result, input, { language }).flatMap(({ id, partners }) =>
      partners.filter(({ role }) => role === "mentor").map((mentor) => [keyOf(id, mentor.id), mentor.why] as const),
    ),
  );
  const pairs = inOrder(result.pairs, people, { language, sort: sort === "score" ? "name" : sort });
  if (pairs.length === 0) return section(words.pairs, `<p>${words.none}</p>`);
  const [first, more] = limited(pairs, shown);
  const rows = first.map(({ pair: { menteeId, mentorId } }) => [
    nameOf(mentorId),
    nameOf(menteeId),
    list((whyOf.get(keyOf(menteeId, mentorId)) ?? []).map(escapeText)),
  ]);
  return section(words.pairs, more, cardTable(words.pairs, [words.mentor, words.mentee, words.why], rows));
}

function keyOf(menteeId: string, mentorId: string): string {
  return JSON.stringify([menteeId, mentorId]);
}
