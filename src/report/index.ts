import { asPublic } from "../base/public.ts";
export { renderEvaluation, type EvaluationReportOptions } from "./evaluation/evaluation.ts";
import type { InfeasibleResult, MatchedResult, MatchInput, MatchResult } from "../index.ts";
import { distributions } from "./distributions.ts";
import { headline } from "./headline.ts";
import { chapters, escapeText, list, part, section } from "./html.ts";
import { leftOutTable } from "./left-out.ts";
import { needsALook, warningPart } from "./look.ts";
import { numeral } from "./numbers.ts";
import type { PairOrder } from "./order.ts";
import { page } from "./page.ts";
import { pairTable } from "./pairs.ts";
import { peopleIndex } from "./people.ts";
import { pictures } from "./pictures/pictures.ts";
import { shareable } from "./shareable.ts";
import { type Shown, shownOf } from "./shown.ts";
import { origins, ruleTable, topicTable } from "./tables.ts";
import { WORDS } from "./words.ts";

export { renderPolicies, type PolicyReportOptions } from "./policies/policies.ts";
export { type CardOptions, renderCards } from "./cards/cards.ts";
export type { PairOrder } from "./order.ts";

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
  /**
   * Order of the pairs: the best score first, or by the mentee's name or department. The form `shareable` tells no score, so
   * there the default is the name.
   * @default "score"
   */
  readonly sort?: PairOrder;
  /** The date below the heading, as it is to be read; nothing here reads a clock. @default none */
  readonly date?: string;
  /** Most rows of each table; the page says how many there are. @default 500 */
  readonly maximumRows?: number;
}

/**
 * A result as one HTML page for the organisers: the outcome in a sentence and figures, what needs a look, every pair,
 * topics, who meets whom, distributions, the rules in words and how it was made. Scores are told from 0 to 100. No scripts,
 * nothing from the network; names of people stay inert text. It holds personal data.
 *
 * @param input The input that the result was made from: names, levels and years of birth are read from it
 */
export function renderReport(input: MatchInput, result: MatchResult, options: ReportOptions = {}): string {
  return asPublic("renderReport", () => {
    const { language = "en", form = "organiser", sort = "score", maximumRows = 500, date } = options;
    const title = options.title ?? WORDS[language].title;
    const shown = shownOf(input, result, { language, sort, maximumRows });
    return page({ language, title, ...(date === undefined ? {} : { date }) }, contentOf(form, result, shown));
  });
}

function contentOf(form: "organiser" | "shareable", result: MatchResult, shown: Shown): string {
  if (form === "shareable") return shareable(shown.input, result, shown);
  return result.status === "infeasible" ? infeasible(result, shown) : matched(result, shown);
}

function matched(result: MatchedResult, shown: Shown): string {
  const { words } = shown;
  const all = [
    { heading: words.look, anchor: "look", content: needsALook(result, shown) },
    { heading: words.pairs, anchor: "pairs", content: pairTable(result, shown) },
    { heading: words.register, anchor: "people", content: peopleIndex(result, shown) },
    { heading: words.topics, anchor: "topics", content: topicTable(result, shown) },
    { heading: words.pictures, anchor: "pictures", content: pictures(result, shown) },
    { heading: words.distributions, anchor: "distributions", content: distributions(result, shown) },
    { heading: words.refused, anchor: "rules", content: ruleTable(result, shown) },
    { heading: words.manifest, anchor: "made", content: origins(result, shown) },
  ];
  return `${headline(result, shown)}\n${chapters(words.contents, all)}`;
}

function infeasible(result: InfeasibleResult, shown: Shown): string {
  const { words, language } = shown;
  const { conflicts, witness, unmatched } = result;
  const demands = list(conflicts.map((demand) => escapeText(demand[language])));
  const left = unmatched.length === 0 ? "" : leftOutTable(unmatched, shown);
  const parts = [
    section(words.infeasible, `<p>${escapeText(witness[language])}</p>`, `<p>${words.conflicts}</p>`, demands),
    left === "" ? "" : section(words.look, part(words.unmatched, numeral(language, unmatched.length), left)),
    warningPart(result, shown),
    origins(result, shown),
  ];
  return parts.join("\n");
}
