import type { MatchedResult, MatchInput, Pair } from "../index.ts";
import { type Bar, barChart, histogram } from "./charts.ts";
import { escapeText, section } from "./html.ts";
import { numeral } from "./numbers.ts";
import type { Person, Shown } from "./shown.ts";
import { filled } from "./words.ts";

/** Distributions over the pairs: scores, level gaps, years between the two, meeting times, loads. */
export function distributions(result: MatchedResult, shown: Shown): string {
  const { words } = shown;
  const { pairs, totals } = result;
  if (pairs.length === 0) return "";
  const charts: readonly (readonly [string, readonly Bar[], string?])[] = [
    [words.scores, scoreBars(pairs)],
    [words.levelGap, levelBars(pairs, shown)],
    [words.yearGap, yearBars(pairs, shown)],
    [words.minutes, ...minuteBars(pairs, shown)],
    [words.load, loadBars(pairs, shown), spareOf(totals, shown)],
  ];
  const drawn = charts.map(
    ([title, bars, note = ""]) =>
      `<div><h3>${escapeText(title)}</h3>${barChart(shown.language, title, withoutEmptyEnds(bars))}${note === "" ? "" : `<p class="note">${note}</p>`}</div>`,
  );
  return section(words.distributions, `<div class="charts">${drawn.join("")}</div>`);
}

function scoreBars(pairs: readonly Pair[]): readonly Bar[] {
  const bounds = Array.from({ length: 10 }, (_, tenth) => tenth * 100_000);
  // as they are told: in whole points
  const scores = pairs.map(({ score }) => Math.min(Math.round(score / 10_000) * 10_000, 990_000));
  return histogram(
    scores,
    bounds,
    bounds.map((from) => `${from / 10_000}–${from / 10_000 + (from === 900_000 ? 10 : 9)}`),
  );
}

function levelBars(pairs: readonly Pair[], shown: Shown): readonly Bar[] {
  const counts = new Map<number | undefined, number>();
  for (const pair of pairs) {
    const gap = levelGapOf(pair, shown);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return inOrder(counts).map(([gap, value]) => ({
    label: gap === undefined ? shown.words.unknown : numeral(shown.language, gap, Number.isInteger(gap) ? 0 : 1),
    value,
  }));
}

/** The bars from the first to the last that counts anybody. */
export function withoutEmptyEnds(bars: readonly Bar[]): readonly Bar[] {
  const isFilled = ({ value }: Bar): boolean => value > 0;
  return bars.slice(Math.max(0, bars.findIndex(isFilled)), bars.findLastIndex(isFilled) + 1);
}

/** What a criterion found, and else the difference of the levels as given. */
function levelGapOf({ contributions, mentorId, menteeId }: Pair, { input, people }: Shown): number | undefined {
  for (const { facts } of contributions) if (facts.kind === "hierarchy") return facts.levelGap;
  const [low, high] = [levelOf(people.get(mentorId), input), levelOf(people.get(menteeId), input)];
  return low === undefined || high === undefined ? undefined : high - low;
}

function levelOf(person: Person | undefined, { levels = [] }: MatchInput): number | undefined {
  const level = person?.level;
  if (typeof level !== "string") return level;
  const place = levels.indexOf(level);
  return place < 0 ? undefined : place;
}

function yearBars(pairs: readonly Pair[], { people, words }: Shown): readonly Bar[] {
  const years = pairs.flatMap(({ mentorId, menteeId }) => {
    const [mentor, mentee] = [people.get(mentorId)?.birthYear, people.get(menteeId)?.birthYear];
    return mentor === undefined || mentee === undefined ? [] : [Math.abs(mentor - mentee)];
  });
  const fives = Array.from({ length: 9 }, (_, at) => at * 5);
  const labels = fives.map((from) => (from === 40 ? "40+" : `${from}–${from + 4}`));
  return [...histogram(years, fives, labels), { label: words.unknown, value: pairs.length - years.length }];
}

/** Common minutes a week of the pairs, and how many have a week without any. */
function minuteBars(pairs: readonly Pair[], { words, language }: Shown): readonly [readonly Bar[], string] {
  const known = pairs.flatMap(({ contributions }) =>
    contributions.flatMap(({ facts }) => (facts.kind === "availability" && facts.missing === undefined ? [facts] : [])),
  );
  const bounds = [0, 1, 30, 60, 90, 120, 180];
  const labels = ["0", "1–29", "30–59", "60–89", "90–119", "120–179", "180+"];
  const minutes = known.map(({ minutesPerWeek }) => minutesPerWeek);
  const unknown = { label: words.unknown, value: pairs.length - known.length };
  const without = known.filter(({ worstWeekMinutes }) => worstWeekMinutes === 0).length;
  return [[...histogram(minutes, bounds, labels), unknown], filled(words.emptyWeeks, { pairs: without }, language)];
}

function loadBars(pairs: readonly Pair[], { input }: Shown): readonly Bar[] {
  const partners = new Map<string, number>();
  for (const { mentorId } of pairs) partners.set(mentorId, (partners.get(mentorId) ?? 0) + 1);
  const loads = new Map<number | undefined, number>();
  for (const { id } of input.mentors) {
    const load = partners.get(id.normalize("NFC")) ?? 0;
    loads.set(load, (loads.get(load) ?? 0) + 1);
  }
  return inOrder(loads).map(([load, value]) => ({ label: String(load), value }));
}

function spareOf({ spare }: MatchedResult["totals"], { words, language }: Shown): string {
  const of = (side: "mentor" | "mentee"): number =>
    spare.reduce((sum, each) => sum + (each.side === side ? each.places : 0), 0);
  return filled(words.spare, { mentors: of("mentor"), mentees: of("mentee") }, language);
}

function inOrder(counts: ReadonlyMap<number | undefined, number>): readonly (readonly [number | undefined, number])[] {
  return [...counts].sort(([a = Infinity], [b = Infinity]) => a - b);
}
