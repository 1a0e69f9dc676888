export { renderEvaluation, type EvaluationReportOptions } from "./evaluation/evaluation.ts";
import type { InfeasibleResult, MatchInput, MatchResult } from "../index.ts";
import { distributions } from "./distributions.ts";
import { headline } from "./headline.ts";
import { escapeText, list, section } from "./html.ts";
import { leftOut } from "./left-out.ts";
import { page } from "./page.ts";
import { pairTable } from "./pairs.ts";
import { shareable } from "./shareable.ts";
import { type Shown, shownOf } from "./shown.ts";
import { origins, quotaTable, refusals, topicTable } from "./tables.ts";
import { WORDS } from "./words.ts";

export interface ReportOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
  /** Heading of the page. @default the language's own */
  readonly title?: string;
  /**
   * Who reads it: `organiser`, all of it; `shareable`, only what everybody in the programme may see.
   * @default "organiser"
   */
  readonly form?: "organiser" | "shareable";
  /** Most rows of each table; the page says how many there are. @default 500 */
  readonly maximumRows?: number;
}

/**
 * A result as one HTML page for the organisers: figures, distributions, every pair and everybody left out with reasons,
 * topics, refusals, warnings and the manifest. No scripts, nothing from the network; names of people stay inert text. It
 * holds personal data.
 *
 * @param input The input that the result was made from: names, levels and years of birth are read from it
 */
export function renderReport(input: MatchInput, result: MatchResult, options: ReportOptions = {}): string {
  const { language = "en", title = WORDS[language].title, maximumRows = 500, form = "organiser" } = options;
  const shown = shownOf(input, language, maximumRows);
  if (form === "shareable") return page(language, title, shareable(input, result, shown));
  if (result.status === "infeasible") {
    const parts = [conflicts(result, shown), leftOut(result, shown), origins(result, shown)];
    return page(language, title, parts.join("\n"));
  }
  const parts = [headline, distributions, pairTable, leftOut, quotaTable, topicTable, refusals, origins];
  return page(language, title, parts.map((part) => part(result, shown)).join("\n"));
}

function conflicts({ conflicts, witness }: InfeasibleResult, { words, language }: Shown): string {
  const demands = list(conflicts.map((demand) => escapeText(demand[language])));
  return section(words.infeasible, `<p>${escapeText(witness[language])}</p>`, `<p>${words.conflicts}</p>`, demands);
}
