import type { MatchedResult, MatchResult } from "../index.ts";
import { cellBar } from "./charts.ts";
import { byLack, tightTopics } from "./findings.ts";
import { cardTable, escapeText, section, table } from "./html.ts";
import { numeral } from "./numbers.ts";
import { supplyPicture } from "./pictures/supply.ts";
import { limited, type Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** Supply and demand of each topic: those that lack most places first. */
export function topicTable({ demand }: Pick<MatchedResult, "demand">, shown: Shown): string {
  const { words, language } = shown;
  if (demand.length === 0) return section(words.topics, `<p>${words.none}</p>`);
  const [first, more] = limited(byLack(demand), shown);
  const most = demand.reduce((largest, { wishedBy, places }) => Math.max(largest, wishedBy, places), 1);
  const rows = first.map(({ topic, offeredBy, places, wishedBy, servedIn }) => [
    escapeText(topic),
    cellBar(language, wishedBy, most),
    cellBar(language, places, most),
    numeral(language, offeredBy),
    numeral(language, servedIn),
  ]);
  const figures = { lacking: tightTopics(demand).length, topics: demand.length };
  const told = `<p>${filled(words.lacking, figures, language)}</p>`;
  const headers = [words.topic, words.wished, words.offeredPlaces, words.offered, words.served];
  const whole = `<details><summary>${words.asTable}</summary>${more}${table(words.topics, headers, rows)}</details>`;
  return section(words.topics, told, supplyPicture(byLack(demand), shown), whole);
}

/** The rules in words, and what each ruled out of all pairs of a mentor and a mentee; then how each quota is met. */
export function ruleTable(result: MatchedResult, shown: Shown): string {
  const { words, language } = shown;
  const { mentors, mentees, candidates, refusals } = result.totals;
  const told = `<p>${filled(words.allowed, { candidates, all: mentors * mentees }, language)}</p>`;
  const ruled = new Map(refusals.map((each) => [each.rule, each]));
  // rules of the options that refuse nobody are rules as well; those in force everywhere stand only where they refuse
  const names = new Set([...result.manifest.options.rules.map(({ name }) => name), ...ruled.keys()]);
  const rows = [...names].map((name) => [
    escapeText(ruleInWords(name, shown)),
    numeral(language, ruled.get(name)?.refused ?? 0),
    numeral(language, ruled.get(name)?.onlyByThis ?? 0),
  ]);
  const rules = rows.length === 0 ? "" : cardTable(words.refused, [words.rule, words.times, words.alone], rows);
  return section(words.refused, told, rules, quotaTable(result, shown));
}

/** A rule in words; the caller's own by its name. */
function ruleInWords(name: string, { words }: Shown): string {
  const told: Readonly<Record<string, string>> = words.rules;
  return Object.hasOwn(told, name) ? (told[name] ?? name) : name;
}

/** How each quota is met. */
function quotaTable({ quotas = [] }: MatchedResult, { words, language }: Shown): string {
  if (quotas.length === 0) return "";
  const rows = quotas.map(({ name, pairs, minimum, maximum }) => [
    escapeText(name),
    numeral(language, pairs),
    `${numeral(language, minimum)} – ${maximum === undefined ? "∞" : numeral(language, maximum)}`,
  ]);
  return `<h3>${words.quotas}</h3>${table(words.quotas, [words.demand, words.pairs, words.bounds], rows)}`;
}

/** How the result was made, for those who want to make it again or to check it; not printed. */
export function origins(result: MatchResult, { words, language }: Shown): string {
  const { manifest } = result;
  const proved =
    result.status === "infeasible"
      ? ""
      : `<p>${escapeText(result.proof.kind === "bound" ? result.proof[language] : words[result.proof.kind])}</p>`;
  const text = escapeText(JSON.stringify(manifest, undefined, 2));
  const version = `<p>tersine ${escapeText(manifest.version)}, SHA-256 <span class="id">${escapeText(manifest.input.sha256)}</span></p>`;
  const content = `<details><summary>${words.all}</summary>${proved}${version}<pre>${text}</pre></details>`;
  return section(words.manifest, content).replace("<section>", '<section class="made">');
}
