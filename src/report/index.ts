import type { MatchInput, MatchResult } from "../index.ts";
import { escapeText, page, section } from "./html.ts";
import {
  distributions,
  headline,
  origins,
  pairTable,
  peopleOf,
  quotaTable,
  refusals,
  type Shown,
  topicTable,
  unmatchedTable,
} from "./sections.ts";
import { WORDS } from "./words.ts";

export interface ReportOptions {
  /** @default "en" */
  readonly language?: "en" | "tr";
  /** Heading of the page. @default the language's own */
  readonly title?: string;
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
  const { language = "en", title = WORDS[language].title, maximumRows = 500 } = options;
  const shown: Shown = { input, people: peopleOf(input), language, maximumRows };
  if (result.status === "infeasible") {
    const conflicts = result.conflicts.map((demand) => `<li>${escapeText(demand[language])}</li>`).join("");
    const witness = `<p>${escapeText(result.witness[language])}</p>`;
    const words = WORDS[language];
    const told = section(words.infeasible, witness, `<p>${words.conflicts}</p><ul>${conflicts}</ul>`);
    return page(
      language,
      title,
      [told, unmatchedTable(result, shown), refusals(result, shown), origins(result, shown)].join("\n"),
    );
  }
  const parts = [headline, pairTable, unmatchedTable, quotaTable, topicTable, distributions, refusals, origins];
  return page(language, title, parts.map((part) => part(result, shown)).join("\n"));
}
