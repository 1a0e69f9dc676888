import { asPublic } from "../../base/public.ts";
import type { Audit, AuditRow, AuditSide, Evaluation } from "../../evaluate/index.ts";
import { escapeText, list, section, table } from "../html.ts";
import { numeral, percent, points } from "../numbers.ts";
import { page } from "../page.ts";
import { type Dot, dotChart, stepChart } from "./charts.ts";
import { type EvaluationWords, WORDS } from "./words.ts";

export interface EvaluationReportOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
  /** Heading of the page. @default the language's own */
  readonly title?: string;
}

interface Shown {
  readonly language: "en" | "tr";
  readonly words: EvaluationWords;
}

/**
 * An audit, an evaluation or both as one HTML page for the organisers: how groups fare at each stage as dots and lines, what
 * pairs told, how ratings go with predicted scores, how long pairs meet. No script, nothing from the network, no person, and
 * no figure that the audit or the evaluation hides.
 */
export function renderEvaluation(
  found: { readonly audit?: Audit; readonly evaluation?: Evaluation },
  options: EvaluationReportOptions = {},
): string {
  return asPublic("renderEvaluation", () => {
    const { language = "en", title = WORDS[language].title } = options;
    const shown = { language, words: WORDS[language] };
    const parts = [
      ...(found.audit === undefined ? [] : [auditPart(found.audit, shown)]),
      ...(found.evaluation === undefined ? [] : [evaluationPart(found.evaluation, shown)]),
    ];
    return page({ language, title, kind: "figures" }, parts.join("\n"));
  });
}

function auditPart(audit: Audit, shown: Shown): string {
  const { words, language } = shown;
  const plans = audit.sides.flatMap(({ groups }) => groups.flatMap(({ placeable }) => placeable?.[language] ?? []));
  const causes = audit.attribution.map((each) => each[language]);
  return [
    `<p><strong>${escapeText(audit[language])}</strong></p><p class="note">${escapeText(words.how)}</p>`,
    ...audit.sides.filter(({ stages }) => stages.length > 0).map((side) => sidePart(side, shown)),
    ...(plans.length === 0 ? [] : [section(words.plans, list(plans.map(escapeText)))]),
    ...(causes.length === 0 ? [] : [section(words.causes, list(causes.map(escapeText)))]),
  ].join("\n");
}

function sidePart({ side, stages }: AuditSide, shown: Shown): string {
  const { words, language } = shown;
  const drawn = stages.flatMap(({ stage, rows }) => {
    const name = words.stages[stage];
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => percent(language, share));
    const cells = rows.map((row) => [
      escapeText(nameOf(row, words)),
      row.n === null ? words.hidden : String(row.n),
      row.k === null ? words.hidden : String(row.k),
      row.rate === null ? "" : percent(language, row.rate),
      escapeText(row[language]),
    ]);
    const headers = [words.group, words.people, words.reached, words.share, words.says];
    return [
      `<h3>${escapeText(name)}</h3>`,
      dotChart(
        name,
        rows.map((row) => dotOf(row, shown)),
        [0, 1],
        ticks,
      ),
      table(name, headers, cells),
    ];
  });
  return section(words[side], ...drawn);
}

function nameOf({ kind, group }: AuditRow, words: EvaluationWords): string {
  return kind === "merged" ? words.other : kind === "unknown" ? words.unknown : group;
}

function dotOf(row: AuditRow, { words, language }: Shown): Dot {
  const label = nameOf(row, words);
  if (row.rate === null || row.interval === null) return { label, told: words.hidden };
  return { label, told: percent(language, row.rate), value: row.rate, ...row.interval };
}

function evaluationPart(evaluation: Evaluation, shown: Shown): string {
  const { words, language } = shown;
  const told = list(evaluation.sentences.map((sentence) => escapeText(sentence[language])));
  return [section(words.answers, told), ratingsPart(evaluation, shown), survivalPart(evaluation, shown)].join("\n");
}

function ratingsPart({ byScore: { bands } }: Evaluation, { words, language }: Shown): string {
  if (bands.length === 0) return "";
  const range = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    `${points(language, from)}–${points(language, to)}`;
  const dots = bands.map((band): Dot => {
    if (band.ratings === null) return { label: range(band), told: words.tooFew };
    const { mean, interval } = band.ratings;
    const [low, high] = [Math.max(1, interval.low), Math.min(5, interval.high)];
    return { label: range(band), told: numeral(language, mean, 1), value: mean, low, high };
  });
  const rows = bands.map((band, at) => [String(at + 1), range(band), String(band.pairs), dots[at]?.told ?? ""]);
  const headers = [words.band, words.ratings, words.pairs, words.rating];
  const chart = dotChart(words.ratings, dots, [1, 5], ["1", "2", "3", "4", "5"]);
  return section(words.ratings, chart, table(words.ratings, headers, rows));
}

function survivalPart({ survival }: Evaluation, { words, language }: Shown): string {
  if (survival === null) return section(words.survival, `<p>${escapeText(words.tooFew)}</p>`);
  if (survival.length === 0) return section(words.survival, `<p>${words.none}</p>`);
  const told = survival.map(({ time, share }) => `${words.week} ${time}: ${percent(language, share)}`).join("; ");
  return section(words.survival, stepChart(words.survival, told, survival));
}
