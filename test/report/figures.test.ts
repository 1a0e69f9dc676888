import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, matchPairs, type MatchedResult, type MatchInput } from "../../src/index.ts";
import { renderCards, renderReport } from "../../src/report/index.ts";
import { pointsApart } from "../../src/report/numbers.ts";
import { company, matched } from "./programmes.ts";
import { runs } from "../support/runs.ts";

const languages = ["en", "tr"] as const;
const drawn = fc.record({
  size: fc.integer({ min: 2, max: 14 }),
  seed: fc.nat(10_000),
  language: fc.constantFrom(...languages),
});

/** What stands between two texts of a page. */
function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  if (from < 0) throw new Error(`no ${start} on the page`);
  return html.slice(from, html.indexOf(end, from));
}

function wordsOf(topics: readonly (string | { readonly topic: string })[]): readonly string[] {
  return topics.map((each) => foldText(typeof each === "string" ? each : each.topic));
}

/** Pairs without a topic that one offers and the other wishes for: from the input alone. */
function withoutTopic(input: MatchInput, { pairs }: MatchedResult): number {
  return pairs.filter(({ mentorId, menteeId }) => {
    const offered = wordsOf(input.mentors.find(({ id }) => id === mentorId)?.teaches ?? []);
    return !wordsOf(input.mentees.find(({ id }) => id === menteeId)?.learns ?? []).some((topic) =>
      offered.includes(topic),
    );
  }).length;
}

/** Pairs of which both told times, and none is common: from the input and the meetings. */
function withoutTime(input: MatchInput, { pairs }: MatchedResult): number {
  return pairs.filter(({ mentorId, menteeId, meetings }) => {
    const told = [input.mentors.find(({ id }) => id === mentorId), input.mentees.find(({ id }) => id === menteeId)];
    return told.every((person) => person?.availability !== undefined) && meetings.length === 0;
  }).length;
}

/** A plan without rules: pairs that lack something are among those of every size. */
function planOf(input: MatchInput): MatchedResult {
  return matched(matchPairs(input, { rules: [] }));
}

describe("figures of the report", () => {
  it("are the same in sentence, bar and data, in both languages", () => {
    fc.assert(
      fc.property(drawn, ({ size, seed, language }) => {
        const input = company(size, seed);
        const result = planOf(input);
        const html = renderReport(input, result, { language });
        result.pairs.forEach(({ score, contributions }, place) => {
          const row = between(html, `<tr id="pair-${place + 1}"`, "</tr>");
          expect(row).toContain(`<span class="figure">${Math.round(score / 10_000)}</span>`);
          const bars = [...row.matchAll(/class="s\d" x="([\d.]+)" y="0" width="([\d.]+)"/gu)];
          expect(bars.length).toBe(contributions.filter(({ points }) => points > 0).length);
          const end = bars.reduce((sum, [, , width]) => sum + Number(width), 0);
          expect(Math.abs(end - score / 10_000)).toBeLessThan(0.051 * Math.max(1, bars.length));
        });
        const counts = [...html.matchAll(/<h3>([^<]*) <span class="count">(\d+)<\/span><\/h3>/gu)];
        const countOf = (heading: string): number => Number(counts.find(([, name]) => name === heading)?.[2] ?? 0);
        const isEnglish = language === "en";
        expect(countOf(isEnglish ? "Left out" : "Eşleşemeyenler")).toBe(result.unmatched.length);
        expect(countOf(isEnglish ? "Pairs without a shared topic" : "Ortak konusu olmayan eşleşmeler")).toBe(
          withoutTopic(input, result),
        );
        expect(countOf(isEnglish ? "Pairs without common time" : "Ortak zamanı olmayan eşleşmeler")).toBe(
          withoutTime(input, result),
        );
        expect(countOf(isEnglish ? "Topics with too few places" : "Kontenjanı yetmeyen konular")).toBe(
          result.demand.filter(({ wishedBy, places }) => wishedBy > places).length,
        );
      }),
      runs(25),
    );
  });

  it("of the picture of departments count every pair once, and its bands are as high as their departments", () => {
    fc.assert(
      fc.property(drawn, ({ size, seed, language }) => {
        const input = company(size, seed);
        const result = planOf(input);
        fc.pre(result.pairs.length > 0);
        const html = renderReport(input, result, { language });
        const title = language === "en" ? "Pairs by department" : "Departmanlara göre eşleşmeler";
        const picture = between(html, `<title>${title}</title>`, "</svg>");
        const told = between(picture, "<desc>", "</desc>").split("; ");
        expect(told.reduce((sum, each) => sum + Number(/: (\d+)$/u.exec(each)?.[1]), 0)).toBe(result.pairs.length);
        const heights = [...picture.matchAll(/<rect class="s\d" [^>]*height="([\d.]+)"/gu)].map(([, height]) =>
          Number(height),
        );
        const bands = [...picture.matchAll(/V([\d.]+)C\S+ ([\d.]+) \S+ [\d.]+ \S+ [\d.]+Z/gu)];
        const sum = heights.reduce((all, height) => all + height, 0);
        expect(bands).toHaveLength(told.length);
        expect(Math.abs(sum - result.pairs.length * Math.min(20, 260 / result.pairs.length))).toBeLessThan(0.6);
      }),
      runs(10),
    );
  });

  it("are the same bytes for the same result, and every link has its place", () => {
    const input = company(14, 5);
    const result = planOf(input);
    for (const sort of ["score", "name", "department"] as const) {
      const html = renderReport(input, result, { sort, maximumRows: 6 });
      expect(renderReport(input, result, { sort, maximumRows: 6 })).toBe(html);
      const anchors = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
      const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
      expect(links.length).toBeGreaterThan(6);
      expect(links.filter((id) => !anchors.has(id))).toEqual([]);
    }
  });

  it("sort pairs by score, name or department, in the order of the Turkish alphabet", () => {
    const input = company(14, 5);
    const result = planOf(input);
    const alphabet = new Intl.Collator("tr");
    const rowsOf = (sort: "score" | "name" | "department") =>
      [...renderReport(input, result, { language: "tr", sort }).matchAll(/<tr id="pair-(\d+)"/gu)].map(
        ([, place]) => result.pairs[Number(place) - 1]!,
      );
    const nameOf = (menteeId: string): string => input.mentees.find(({ id }) => id === menteeId)?.name ?? menteeId;
    const scores = rowsOf("score").map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const names = rowsOf("name").map(({ menteeId }) => nameOf(menteeId));
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual(names.toSorted(alphabet.compare));
  });

  it("tell small differences with the decimals that they need", () => {
    expect([0, 1, 60, 3_400, 10_000, 12_345_678].map((score) => pointsApart("en", score))).toEqual([
      "0",
      "0.0001",
      "0.006",
      "0.3",
      "1",
      "1,235",
    ]);
    expect(pointsApart("tr", 12_345_678)).toBe("1.235");
    expect(pointsApart("tr", 3_400)).toBe("0,3");
  });
});

describe("cards", () => {
  it("hold what the two may read: no score, no rule, nobody else, no id of those with a name", () => {
    fc.assert(
      fc.property(drawn, ({ size, seed, language }) => {
        const input = company(size, seed);
        const result = planOf(input);
        const html = renderCards(input, result, { language });
        const cards = html.match(/<article class="card">.*?<\/article>/gsu) ?? [];
        expect(cards).toHaveLength(result.pairs.length);
        const everybody = [...input.mentors, ...input.mentees];
        for (const card of cards) {
          const [mentor, mentee] = [...card.matchAll(/<dd>(.*?)(?:<|$)/gu)].map(([, name]) => name);
          const others = everybody.filter(({ name }) => name !== mentor && name !== mentee);
          expect(others.filter(({ name }) => card.includes(name!))).toEqual([]);
          expect(everybody.filter(({ id }) => card.includes(id))).toEqual([]);
          expect(card).not.toMatch(/score|puan|noReportingLine|crossGeneration|19\d\d|weight|ağırlık/iu);
        }
      }),
      runs(15),
    );
  });
});
