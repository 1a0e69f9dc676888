import type { MatchedResult, MatchResult } from "../index.ts";
import { cellBar } from "./charts.ts";
import { escapeText, list, section, table } from "./html.ts";
import { limited, type Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** Supply and demand of each topic: those that lack most places first. */
export function topicTable({ demand }: MatchedResult, shown: Shown): string {
  const { words } = shown;
  if (demand.length === 0) return section(words.topics, `<p>${words.none}</p>`);
  const byLack = demand.toSorted((a, b) => b.wishedBy - b.places - (a.wishedBy - a.places));
  const [first, more] = limited(byLack, shown);
  const most = demand.reduce((largest, { wishedBy, places }) => Math.max(largest, wishedBy, places), 1);
  const rows = first.map(({ topic, offeredBy, places, wishedBy, servedIn }) => [
    escapeText(topic),
    cellBar(wishedBy, most),
    cellBar(places, most),
    String(offeredBy),
    String(servedIn),
  ]);
  const lacking = demand.filter(({ wishedBy, places }) => wishedBy > places).length;
  const told = `<p>${filled(words.lacking, { lacking, topics: demand.length })}</p>`;
  const headers = [words.topic, words.wished, words.offeredPlaces, words.offered, words.served];
  return section(words.topics, told, more, table(words.topics, headers, rows));
}

/** What each rule refused, of all pairs of a mentor and a mentee. */
export function refusals({ totals }: MatchedResult, { words }: Shown): string {
  const { mentors, mentees, candidates } = totals;
  const told = `<p>${filled(words.allowed, { candidates, all: mentors * mentees })}</p>`;
  if (totals.refusals.length === 0) return section(words.refused, told);
  const rows = totals.refusals.map(({ rule, refused, onlyByThis }) => [
    escapeText(rule),
    String(refused),
    String(onlyByThis),
  ]);
  return section(words.refused, told, table(words.refused, [words.rule, words.times, words.alone], rows));
}

/** How each quota is met. */
export function quotaTable({ quotas = [] }: MatchedResult, { words }: Shown): string {
  if (quotas.length === 0) return "";
  const rows = quotas.map(({ name, pairs, minimum, maximum }) => [
    escapeText(name),
    String(pairs),
    `${minimum} – ${maximum ?? "∞"}`,
  ]);
  return section(words.quotas, table(words.quotas, [words.demand, words.pairs, words.bounds], rows));
}

/** Doubts and origins. */
export function origins({ warnings, manifest }: MatchResult, { words, language }: Shown): string {
  const told = list(warnings.map((warning) => escapeText(warning[language])));
  const text = escapeText(JSON.stringify(manifest, undefined, 2));
  return [
    section(words.warnings, told === "" ? `<p>${words.none}</p>` : told),
    section(
      words.manifest,
      `<p>tersine ${escapeText(manifest.version)}, SHA-256 <span class="id">${escapeText(manifest.input.sha256)}</span></p>`,
      `<details><summary>${words.all}</summary><pre>${text}</pre></details>`,
    ),
  ].join("\n");
}
