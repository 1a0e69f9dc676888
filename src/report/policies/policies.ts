import { asPublic } from "../../base/public.ts";
import type { PolicyComparison } from "../../pool/index.ts";
import { escapeText, list, section, table } from "../html.ts";
import { page } from "../page.ts";
import { type Mark, scatter } from "./picture.ts";
import { type PolicyWords, WORDS } from "./words.ts";

export interface PolicyReportOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
  /** Heading of the page. @default the language's own */
  readonly title?: string;
}

/**
 * Policies of a pool side by side as one HTML page: waits against quality as a picture, and all figures as a table, so that
 * organisers can choose. No script, nothing from the network, and nobody is named.
 */
export function renderPolicies(comparison: PolicyComparison, options: PolicyReportOptions = {}): string {
  return asPublic("renderPolicies", () => {
    const { language = "en", title = WORDS[language].title } = options;
    const words = WORDS[language];
    const { rows } = comparison;
    const marks = [...rows.map((row, place) => markOf(row, place, language)), boundMark(comparison, words, language)];
    const parts = [
      section(
        words.picture,
        `<p class="note">${escapeText(words.how)}</p>`,
        scatter(words.picture, { x: words.waiting, y: words.quality }, marks, (value) => figureText(value, language)),
      ),
      section(
        words.policies,
        policyTable(comparison, words, language),
        list(rows.map((row) => escapeText(row[language]))),
      ),
    ];
    return page({ language, title, kind: "figures" }, parts.join("\n"));
  });
}

type Row = PolicyComparison["rows"][number];
type Language = "en" | "tr";

function markOf({ name, meanScore, waits }: Row, place: number, language: Language): Mark {
  const told = `${name[language]}, ${figureText(waits.mentee.mean, language)}, ${figureText(meanScore / 10_000, language)}`;
  return { label: String(place + 1), told, x: waits.mentee.mean, y: meanScore / 10_000 };
}

function boundMark({ hindsight }: PolicyComparison, words: PolicyWords, language: Language): Mark {
  const { pairs, score, menteeDays } = hindsight;
  const [x, y] = pairs === 0 ? [0, 0] : [menteeDays / pairs, score / pairs / 10_000];
  const told = `${words.hindsight}, ${figureText(x, language)}, ${figureText(y, language)}`;
  return { label: "H", told, x, y, isBound: true };
}

function policyTable({ rows, hindsight }: PolicyComparison, words: PolicyWords, language: Language): string {
  const days = (value: number): string => `${figureText(value, language)} ${words.days}`;
  const cells = rows.map(({ name, pairs, meanScore, waits: { mentee, mentor }, regret }, place) => [
    String(place + 1),
    escapeText(name[language]),
    String(pairs),
    figureText(meanScore / 10_000, language),
    days(mentee.mean),
    days(mentee.median),
    days(mentee.ninety),
    days(mentee.longest),
    String(mentee.joined - mentee.placed + mentor.joined - mentor.placed),
    figureText(pairs === 0 ? 0 : regret.score / pairs / 10_000, language),
  ]);
  const { pairs, score, menteeDays } = hindsight;
  const best = [
    ...["H", escapeText(words.hindsight), String(pairs)],
    figureText(pairs === 0 ? 0 : score / pairs / 10_000, language),
    days(pairs === 0 ? 0 : menteeDays / pairs),
    ...["", "", "", "", ""],
  ];
  const headers = [
    ...[words.number, words.policy, words.pairs, words.points, words.mean, words.median],
    ...[words.ninety, words.longest, words.alone, words.behind],
  ];
  return table(words.policies, headers, [...cells, best]);
}

function figureText(value: number, language: Language): string {
  const text = String(Number(value.toFixed(1)));
  return language === "tr" ? text.replace(".", ",") : text;
}
