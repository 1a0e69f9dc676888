import type { MatchedResult, Pair } from "../index.ts";
import { farBelow, tightTopics } from "./findings.ts";
import { escapeText, list, part, section } from "./html.ts";
import { leftOutTable } from "./left-out.ts";
import { numeral, points } from "./numbers.ts";
import { limited, pairLink, type Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** Warnings that the lists of pairs tell already, with names. */
const TOLD_BY_PAIRS: ReadonlySet<string> = new Set(["PAIRS_WITHOUT_TIME", "PAIRS_WITHOUT_TOPIC"]);

/** What somebody has to decide or to ask before the pairs go out, the most pressing first. */
export function needsALook(result: MatchedResult, shown: Shown): string {
  const { words } = shown;
  const lowest = farBelow(result);
  const parts = [
    leftOutPart(result, shown),
    pairPart(words.withoutTime, words.withoutTimeDo, result, shown, ({ lacks = [] }) => lacks.includes("time")),
    pairPart(words.withoutTopic, words.withoutTopicDo, result, shown, ({ lacks = [] }) => lacks.includes("topic")),
    pairPart(words.farBelow, words.farBelowDo, result, shown, ({ score }) => lowest !== undefined && score < lowest),
    topicPart(result, shown),
    warningPart(result, shown),
  ].filter((each) => each !== "");
  return section(words.look, ...(parts.length === 0 ? [`<p>${words.nothing}</p>`] : parts));
}

function leftOutPart({ unmatched }: MatchedResult, shown: Shown): string {
  const { words, language } = shown;
  if (unmatched.length === 0) return "";
  const hint = unmatched.some(({ fix }) => fix !== undefined) ? "" : `<p class="note">${words.askForFixes}</p>`;
  return part(words.unmatched, numeral(language, unmatched.length), leftOutTable(unmatched, shown), hint);
}

function pairPart(
  heading: string,
  action: string,
  { pairs }: MatchedResult,
  shown: Shown,
  isMeant: (pair: Pair) => boolean,
): string {
  const found = pairs.flatMap((pair, place) => (isMeant(pair) ? [{ pair, place }] : []));
  if (found.length === 0) return "";
  const [first, more] = limited(found, shown);
  const lines = first.map(
    ({ pair, place }) => `${pairLink(shown, pair, place)}, ${shown.words.score} ${points(shown.language, pair.score)}`,
  );
  const count = numeral(shown.language, found.length);
  return part(heading, count, `<p>${action}</p>`, more, list(lines));
}

function topicPart({ demand }: MatchedResult, shown: Shown): string {
  const { words, language } = shown;
  const tight = tightTopics(demand);
  if (tight.length === 0) return "";
  const [first, more] = limited(tight, shown);
  const lines = first.map(({ topic, wishedBy, places }) => {
    const told = filled(words.tightTopic, { wished: wishedBy, places }, language);
    return `<b>${escapeText(topic)}</b>: ${told}`;
  });
  return part(words.tight, numeral(language, tight.length), `<p>${words.tightDo}</p>`, more, list(lines));
}

/** What was accepted with a doubt, in words. */
export function warningPart({ warnings }: Pick<MatchedResult, "warnings">, { words, language }: Shown): string {
  const told = warnings.filter(({ code }) => !TOLD_BY_PAIRS.has(code));
  if (told.length === 0) return "";
  return part(words.warnings, numeral(language, told.length), list(told.map((each) => escapeText(each[language]))));
}
