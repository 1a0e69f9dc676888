import type { MatchedResult } from "../index.ts";
import { escapeText } from "./html.ts";
import { points, type Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** People, pairs, scores, and what is proved. */
export function headline({ pairs, totals, gap, proof }: MatchedResult, shown: Shown): string {
  const { words, language, input } = shown;
  const { placedMentors, mentors, placedMentees, mentees, score, price } = totals;
  const everybody = new Set([...(input.people ?? []), ...input.mentors, ...input.mentees].map(({ id }) => id));
  const worst = pairs.reduce((least, pair) => Math.min(least, pair.score), 1_000_000);
  const figures: readonly (readonly [string, string])[] = [
    [words.people, String(everybody.size)],
    [words.pairs, String(totals.pairs)],
    [words.mentors, `${placedMentors} / ${mentors}`],
    [words.mentees, `${placedMentees} / ${mentees}`],
    [words.mean, pairs.length === 0 ? "–" : points(shown, Math.round(score / pairs.length))],
    [words.worst, pairs.length === 0 ? "–" : points(shown, worst)],
  ];
  const list = figures.map(([name, figure]) => `<div><dt>${name}</dt><dd>${figure}</dd></div>`).join("");
  const proved = proof.kind === "bound" ? proof[language] : words[proof.kind];
  const lines = [
    gap === undefined ? "" : filled(words.gap, { ...gap }),
    gap === undefined || proof.kind === "bound" ? proved : "",
    price === undefined ? "" : filled(words.price, { ...price }),
  ];
  const told = lines.filter((line) => line !== "").map((line) => `<p>${escapeText(line)}</p>`);
  return `<dl class="figures">${list}</dl>${told.join("")}`;
}
