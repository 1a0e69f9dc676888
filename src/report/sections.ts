import type { MatchedResult, MatchInput, MatchResult, Pair } from "../index.ts";
import { barChart, histogram } from "./charts.ts";
import { escapeText, section, table } from "./html.ts";
import { filled, type Language, WORDS } from "./words.ts";

/** What all sections are made from. */
export interface Shown {
  readonly input: MatchInput;
  /** Everybody of the input by id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly language: Language;
  readonly maximumRows: number;
}

type Person = NonNullable<MatchInput["people"]>[number];

/** Fields of everybody by id, those on an entry beside those in `people`. */
export function peopleOf({ people = [], mentors, mentees }: MatchInput): ReadonlyMap<string, Person> {
  const known = new Map<string, Person>();
  for (const person of [...people, ...mentors, ...mentees]) {
    const id = person.id.normalize("NFC");
    known.set(id, { ...known.get(id), ...person });
  }
  return known;
}

function points(score: number): string {
  return (score / 1_000_000).toFixed(3);
}

function nameOf(people: ReadonlyMap<string, Person>, id: string): string {
  const name = people.get(id)?.name;
  if (name === undefined) return escapeText(id);
  return `${escapeText(name)} <span class="id">${escapeText(id)}</span>`;
}

function limited<Item>(items: readonly Item[], { language, maximumRows }: Shown): readonly [readonly Item[], string] {
  if (items.length <= maximumRows) return [items, ""];
  const told = filled(WORDS[language].more, { shown: maximumRows, all: items.length });
  return [items.slice(0, maximumRows), `<p class="note">${told}</p>`];
}

/** People, pairs, scores and what is proved. */
export function headline(result: MatchedResult, { language }: Shown): string {
  const words = WORDS[language];
  const { pairs, totals, gap, proof } = result;
  const { placedMentors, mentors, placedMentees, mentees, score } = totals;
  const worst = pairs.reduce((least, pair) => Math.min(least, pair.score), 1_000_000);
  const figures: readonly (readonly [string, string])[] = [
    [words.pairs, String(totals.pairs)],
    [words.mentors, `${placedMentors} / ${mentors}`],
    [words.mentees, `${placedMentees} / ${mentees}`],
    [words.mean, pairs.length === 0 ? "–" : points(Math.round(score / pairs.length))],
    [words.worst, pairs.length === 0 ? "–" : points(worst)],
  ];
  const list = figures.map(([name, figure]) => `<div><dt>${name}</dt><dd>${figure}</dd></div>`).join("");
  const status = gap === undefined ? words.proved : filled(words.gap, { ...gap });
  const shown = proof.kind === "bound" ? ` ${escapeText(proof[language])}` : "";
  return `<dl class="figures">${list}</dl><p>${words.proof}: ${status} (${proof.kind}).${shown}</p>`;
}

/** Distributions: scores, gaps, meeting times, loads. */
export function distributions({ pairs }: MatchedResult, { input, people, language }: Shown): string {
  const words = WORDS[language];
  const tenths = Array.from({ length: 10 }, (_, at) => at * 100_000);
  const scoreBars = histogram(
    pairs.map(({ score }) => Math.min(score, 999_999)),
    tenths,
    tenths.map((from) => `${(from / 1e6).toFixed(1)} – ${((from + 100_000) / 1e6).toFixed(1)}`),
  );
  const levels = new Map<string, number>();
  const years: number[] = [];
  let unknownYears = 0;
  for (const { mentorId, menteeId } of pairs) {
    const [mentor, mentee] = [people.get(mentorId), people.get(menteeId)];
    const [low, high] = [levelOf(mentor, input), levelOf(mentee, input)];
    const gap = low === undefined || high === undefined ? words.unknown : String(high - low);
    levels.set(gap, (levels.get(gap) ?? 0) + 1);
    if (mentor?.birthYear === undefined || mentee?.birthYear === undefined) unknownYears += 1;
    else years.push(Math.abs(mentor.birthYear - mentee.birthYear));
  }
  const levelBars = [...levels]
    .map(([label, value]) => ({ label, value }))
    .sort((a, b) => Number(a.label) - Number(b.label) || 0);
  const fives = Array.from({ length: 9 }, (_, at) => at * 5);
  const yearBars = histogram(
    years,
    fives,
    fives.map((from) => (from === 40 ? "40+" : `${from} – ${from + 4}`)),
  );
  const partners = new Map<string, number>();
  for (const { mentorId } of pairs) partners.set(mentorId, (partners.get(mentorId) ?? 0) + 1);
  const loads = new Map<number, number>();
  for (const { id } of input.mentors) {
    const load = partners.get(id.normalize("NFC")) ?? 0;
    loads.set(load, (loads.get(load) ?? 0) + 1);
  }
  const loadBars = [...loads]
    .sort(([a], [b]) => a - b)
    .map(([load, value]) => ({ label: `${load} ${words.places}`, value }));
  const meeting = pairs.filter(({ meetings }) => meetings.length > 0).length;
  return [
    section(words.scores, barChart(words.scores, scoreBars)),
    section(words.levelGap, barChart(words.levelGap, levelBars)),
    section(words.yearGap, barChart(words.yearGap, [...yearBars, { label: words.unknown, value: unknownYears }])),
    section(words.coverage, barChart(words.coverage, [{ label: words.pairs, value: meeting, of: pairs.length }])),
    section(words.load, barChart(words.load, loadBars)),
  ].join("\n");
}

function levelOf(person: Person | undefined, { levels = [] }: MatchInput): number | undefined {
  const level = person?.level;
  if (typeof level !== "string") return level;
  const place = levels.indexOf(level);
  return place < 0 ? undefined : place;
}

/** Every pair with what each criterion gave and when the two can meet. */
export function pairTable({ pairs }: MatchedResult, shown: Shown): string {
  const words = WORDS[shown.language];
  const { people } = shown;
  const [first, more] = limited(pairs, shown);
  const rows = first.map((pair) => [
    nameOf(people, pair.mentorId),
    nameOf(people, pair.menteeId),
    points(pair.score),
    reasonsOf(pair, shown.language),
  ]);
  return section(words.pairs, more, table(words.pairs, [words.mentor, words.mentee, words.score, words.why], rows));
}

function reasonsOf({ contributions, reasons, meetings }: Pair, language: Language): string {
  const bars = contributions.map(({ criterion, points: given }) => ({ label: criterion, value: given }));
  const lines = reasons.map((reason) => `<li>${escapeText(reason[language])}</li>`);
  const times = meetings
    .slice(0, 3)
    .map(({ mentor }) => `<li>${escapeText(`${mentor.day} ${mentor.start}-${mentor.end}`)}</li>`);
  const summary = bars.filter(({ value }) => value > 0).map(({ label, value }) => `${label} ${points(value)}`);
  const told = summary.length === 0 ? "–" : summary.join(", ");
  return `<details><summary>${escapeText(told)}</summary>${barChart(WORDS[language].score, bars)}<ul>${lines.join("")}${times.join("")}</ul></details>`;
}

/** Everybody left out, each with code and reasons. */
export function unmatchedTable({ unmatched }: MatchResult, shown: Shown): string {
  const words = WORDS[shown.language];
  const { people } = shown;
  const [first, more] = limited(unmatched, shown);
  if (unmatched.length === 0) return section(words.unmatched, `<p>${words.none}</p>`);
  const rows = first.map(({ id, side, code, reasons }) => [
    nameOf(people, id),
    side === "mentor" ? words.mentorSide : words.menteeSide,
    code,
    reasons.map((reason) => escapeText(reason[shown.language])).join(" "),
  ]);
  return section(
    words.unmatched,
    more,
    table(words.unmatched, [words.person, words.side, words.code, words.why], rows),
  );
}

/** Supply and demand for each topic. */
export function topicTable({ demand }: MatchedResult, shown: Shown): string {
  const words = WORDS[shown.language];
  const byWish = demand.toSorted((a, b) => b.wishedBy - a.wishedBy || (a.topic < b.topic ? -1 : 1));
  const [first, more] = limited(byWish, shown);
  const bars = byWish
    .slice(0, 15)
    .map(({ topic, wishedBy, servedIn }) => ({ label: topic, value: servedIn, of: Math.max(wishedBy, servedIn) }));
  const rows = first.map(({ topic, offeredBy, wishedBy, servedIn }) => [
    escapeText(topic),
    String(offeredBy),
    String(wishedBy),
    String(servedIn),
  ]);
  const headers = [words.topic, words.offered, words.wished, words.served];
  return section(words.topics, barChart(words.topics, bars), more, table(words.topics, headers, rows));
}

/** What each rule refused to those who are left out. */
export function refusals({ unmatched }: MatchResult, { language }: Shown): string {
  const words = WORDS[language];
  const counts = new Map<string, { refused: number; alone: number }>();
  for (const { evidence } of unmatched) {
    for (const { rule, refused, onlyByThis } of evidence.refusals) {
      const known = counts.get(rule) ?? { refused: 0, alone: 0 };
      counts.set(rule, { refused: known.refused + refused, alone: known.alone + onlyByThis });
    }
  }
  if (counts.size === 0) return section(words.refused, `<p>${words.none}</p>`);
  const rows = [...counts].map(([rule, { refused, alone }]) => [escapeText(rule), String(refused), String(alone)]);
  return section(words.refused, table(words.refused, [words.rule, words.times, words.alone], rows));
}

/** How each quota is met. */
export function quotaTable({ quotas = [] }: MatchedResult, { language }: Shown): string {
  const words = WORDS[language];
  if (quotas.length === 0) return "";
  const rows = quotas.map(({ name, pairs, minimum, maximum }) => [
    escapeText(name),
    String(pairs),
    `${minimum} – ${maximum ?? "∞"}`,
  ]);
  return section(words.quotas, table(words.quotas, [words.demand, words.pairs, words.quotas], rows));
}

/** Doubts and origins. */
export function origins({ warnings, manifest }: MatchResult, { language }: Shown): string {
  const words = WORDS[language];
  const told = warnings.map((warning) => `<li>${escapeText(warning[language])}</li>`).join("");
  return [
    section(words.warnings, told === "" ? `<p>${words.none}</p>` : `<ul>${told}</ul>`),
    section(words.manifest, `<pre>${escapeText(JSON.stringify(manifest, undefined, 2))}</pre>`),
  ].join("\n");
}
