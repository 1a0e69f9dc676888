import { figureText } from "../base/figures.ts";
import { timeOfWeekText } from "../base/time/weekday.ts";
import { type MatchedResult, type MatchInput, namesOf, type Pair, type Unmatched } from "../index.ts";
import type { Language } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const WORDS = {
  en: {
    heads: ["Score", "Mentee", "Mentor", "Can meet"],
    noTopic: "no shared topic",
    noTime: "no common time",
    none: "No pair could be made.",
    more: (count: string) => `… and ${count} more; --out pairs.csv writes all`,
    leftOut: "Left out",
    sides: { mentor: "mentor", mentee: "mentee" },
    askFixes: "What would place them: tersine match --fixes",
    next: "Next: tersine match --report report.html",
  },
  tr: {
    heads: ["Puan", "Mentee", "Mentor", "Görüşebilecekleri zaman"],
    noTopic: "ortak konu yok",
    noTime: "ortak zaman yok",
    none: "Hiç eşleşme yapılamadı.",
    more: (count: string) => `… ve ${count} eşleşme daha; hepsi için --out pairs.csv`,
    leftOut: "Eşleşemeyenler",
    sides: { mentor: "mentor", mentee: "mentee" },
    askFixes: "Eşleşmelerini sağlayacak değişiklikler: tersine match --fixes",
    next: "Sonraki adım: tersine match --report report.html",
  },
} as const;

/** Widths of the score, of a name, and of the whole: the narrowest usual terminal. */
const SCORE = 5;
const NAME = 22;
const WIDTH = 80;
/** Pairs, and people left out, that a terminal shows; files hold all. */
const MOST = 100;

/** Reasons of somebody left out; the report has all. */
const MOST_REASONS = 2;

/** The pairs by name, the best first, then who is left out and what would help, then what to do next. */
export function pairTable(result: MatchedResult, input: MatchInput, language: Language): string {
  const words = WORDS[language];
  const names = namesOf(input);
  const called = (id: string): string => names.get(id) ?? id;
  const pairs = result.pairs.toSorted((a, b) => b.score - a.score);
  const shown = pairs.slice(0, MOST).flatMap((pair) => linesOf(pair, called, language));
  const more = pairs.length - MOST;
  const table = pairs.length === 0 ? [words.none] : [row(words.heads), ...shown];
  return [
    ...table,
    ...(more > 0 ? [words.more(figureText(more)[language])] : []),
    "",
    ...leftOut(result.unmatched, called, language),
    words.next,
    "",
  ].join("\n");
}

function linesOf(pair: Pair, called: (id: string) => string, language: Language): readonly string[] {
  const { score, menteeId, mentorId, meetings, contributions } = pair;
  const words = WORDS[language];
  const topics = contributions.flatMap(({ facts }) =>
    facts.kind === "topics" ? facts.shared.map(({ topic, labels }) => labels?.[language] ?? topic) : [],
  );
  const [first] = meetings;
  const knowsTime = contributions.some(({ facts }) => facts.kind === "availability");
  const time = first === undefined ? (knowsTime ? words.noTime : "") : timeOfWeekText(first.mentor, language);
  const points = String(Math.round(score / 10_000)).padStart(SCORE);
  const why = topics.length === 0 ? words.noTopic : topics.join(", ");
  const indent = SCORE + 2;
  return [row([points, called(menteeId), called(mentorId), time]), ...hanging(why, indent)];
}

function leftOut(
  unmatched: readonly Unmatched[],
  called: (id: string) => string,
  language: Language,
): readonly string[] {
  if (unmatched.length === 0) return [];
  const words = WORDS[language];
  const lines = unmatched.slice(0, MOST).flatMap(({ id, side, fix, reasons }) => {
    // where nothing small would help, what stands in the way says more
    const all = fix === undefined || fix.kind === "none" ? reasons.slice(0, MOST_REASONS) : [fix];
    const told = all.map((each) => each[language]).join(" ");
    return [`  ${called(id)} (${words.sides[side]})`, ...hanging(told, SCORE + 2)];
  });
  const isAsked = unmatched.some(({ fix }) => fix !== undefined);
  const head = `${words.leftOut}: ${figureText(unmatched.length)[language]}`;
  return [head, ...lines, ...(isAsked ? [] : [words.askFixes]), ""];
}

/** A name that is longer than its column pushes the others on; none is cut. */
function row([score = "", mentee = "", mentor = "", time = ""]: readonly string[]): string {
  return `${score.padEnd(SCORE)}  ${mentee.padEnd(NAME)}  ${mentor.padEnd(NAME)}  ${time}`.trimEnd();
}

function hanging(text: string, indent: number): readonly string[] {
  return wrapped(text, WIDTH - indent).map((line) => `${" ".repeat(indent)}${line}`);
}
