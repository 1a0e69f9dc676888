import type { MatchedResult } from "../index.ts";
import { escapeText } from "./html.ts";
import { numeral, points, pointsApart } from "./numbers.ts";
import type { Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** The outcome in one sentence, six figures, and what is proved. */
export function headline(result: MatchedResult, shown: Shown): string {
  const { words, language } = shown;
  const { placedMentors, mentors, placedMentees, mentees, pairs } = result.totals;
  const counts = { placedMentors, mentors, placedMentees, mentees, pairs };
  const sentence = filled(pairs === 0 ? words.noPairsOutcome : words.outcome, counts, language);
  const figures = sixFigures(result, shown).map(
    ([name, figure]) => `<div><dt>${escapeText(name)}</dt><dd>${figure}</dd></div>`,
  );
  const told = proved(result, shown).map((line) => `<p>${escapeText(line)}</p>`);
  return `<p class="lead">${escapeText(sentence)}</p><dl class="figures">${figures.join("")}</dl>${told.join("")}`;
}

function sixFigures({ pairs, totals }: MatchedResult, shown: Shown): readonly (readonly [string, string])[] {
  const { words, language, input } = shown;
  const { placedMentors, mentors, placedMentees, mentees, score } = totals;
  const everybody = new Set([...(input.people ?? []), ...input.mentors, ...input.mentees].map(({ id }) => id));
  const worst = pairs.reduce((least, pair) => Math.min(least, pair.score), 1_000_000);
  const of = (part: number, all: number): string => `${numeral(language, part)}\u00A0/\u00A0${numeral(language, all)}`;
  return [
    [words.people, numeral(language, everybody.size)],
    [words.pairs, numeral(language, totals.pairs)],
    [words.mentors, of(placedMentors, mentors)],
    [words.mentees, of(placedMentees, mentees)],
    [words.mean, pairs.length === 0 ? "–" : points(language, score / pairs.length)],
    [words.worst, pairs.length === 0 ? "–" : points(language, worst)],
  ];
}

/** What the objective gave up, and how far the best may be. */
function proved({ gap, totals, proof }: MatchedResult, { words, language }: Shown): readonly string[] {
  const { price } = totals;
  const scale = proof.kind === "bound" ? (proof.worth?.scale ?? 1) : 1;
  const figures = ({ people, score }: { readonly people: number; readonly score: number }, unit: number) => ({
    people,
    score: pointsApart(language, score, unit),
  });
  return [
    ...(gap === undefined ? [words.best] : [filled(words.gap, figures(gap, scale), language)]),
    ...(price === undefined ? [] : [filled(words.price, figures(price, 1), language)]),
  ];
}
