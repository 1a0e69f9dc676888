import { letters, type MatchInput, type MatchResult } from "../index.ts";
import { cardTable, escapeText, list, section } from "./html.ts";
import { numeral } from "./numbers.ts";
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
  return [...parts, topicTable(result, shown)].join("\n");
}

/** The pairs as the letters of the two tell them. */
function pairList(input: MatchInput, result: MatchResult, shown: Shown): string {
  const { words, language, people } = shown;
  const nameOf = (id: string): string => escapeText(people.get(id)?.name ?? id);
  const pairs = letters(result, input, { language }).flatMap(({ id, partners }) =>
    partners.filter(({ role }) => role === "mentor").map((mentor) => ({ menteeId: id, mentor })),
  );
  if (pairs.length === 0) return section(words.pairs, `<p>${words.none}</p>`);
  const [first, more] = limited(pairs, shown);
  const rows = first.map(({ menteeId, mentor: { id, why } }) => [
    nameOf(id),
    nameOf(menteeId),
    list(why.map(escapeText)),
  ]);
  return section(words.pairs, more, cardTable(words.pairs, [words.mentor, words.mentee, words.why], rows));
}
