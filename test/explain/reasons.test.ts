import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sentence } from "../../src/explain/result.ts";
import { matchPairs } from "../../src/match.ts";
import type { MatchOptions } from "../../src/plan/match-options.ts";
import { crossGeneration, minimumScore, noReportingLine, reverse } from "../../src/rules/index.ts";
import { availability, criterion, goals, hierarchy, topics } from "../../src/score/index.ts";
import { programmes } from "../support/programmes.ts";
import { renamed } from "../support/reordered.ts";
import { runs } from "../support/runs.ts";

const settings: fc.Arbitrary<MatchOptions> = fc.record({
  rules: fc.constantFrom(
    [],
    [noReportingLine(), reverse({ unknown: "allow" }), minimumScore(0.25)],
    [
      crossGeneration({
        unknown: "allow",
        bands: [
          { name: "before", from: null, to: 1980 },
          { name: "after", from: 1981, to: null },
        ],
      }),
    ],
  ),
  criteria: fc.constantFrom(
    [topics(), goals(), availability(), hierarchy()],
    [topics({ missing: 0.5 }), goals({ missing: "zero" }), availability({ missing: "skip" }), hierarchy()],
    [topics(), criterion("own", (mentor) => (mentor.level === undefined ? undefined : 1 / 3), { weight: 0.7 })],
  ),
});

/** All texts in two languages anywhere in a value. */
function textsIn(value: unknown): readonly Sentence[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "en" in value && "tr" in value ? [{ en: String(value.en), tr: String(value.tr) }] : [];
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

const numbersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\d+(\.\d+)?/g), ([number]) => number).sort();

/** Results of programmes in which somebody has a generation or no rule asks for one. */
const results = fc.tuple(programmes({ minima: true }), settings).map(([input, options]) => {
  const marked = renamed(input, (id) => `<${id}>`);
  const people = (marked.people ?? []).map((person) => ({ ...person, birthYear: person.birthYear ?? 1970 }));
  return { input: { ...marked, people }, result: matchPairs({ ...marked, people }, options) };
});

describe("explanations", () => {
  it("E1: contributions sum to the score exactly, and scores and shares are in range", () => {
    fc.assert(
      fc.property(results, ({ result }) => {
        for (const { score, contributions, reasons } of result.status === "optimal" ? result.pairs : []) {
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(Number.isInteger(score) && score >= 0 && score <= 1_000_000).toBe(true);
          for (const { points, weight } of contributions) {
            expect(Number.isInteger(points) && points >= 0).toBe(true);
            expect(weight >= 0 && weight <= 1).toBe(true);
          }
          expect(reasons.map(({ about }) => about)).toEqual(contributions.map(({ criterion: name }) => name));
          reasons.forEach(({ en, tr }, place) => {
            const { missing, points } = contributions[place]!;
            if (missing === "skip") return;
            const told = [
              /([\d.]+) of [\d.]+ points/u.exec(en)?.[1],
              /üzerinden ([\d,]+)\.(?: Kişisel|$)/u.exec(tr)?.[1],
            ];
            for (const text of told) {
              expect(Math.abs(Number(text?.replace(",", ".")) - points / 10_000), en).toBeLessThanOrEqual(0.5);
            }
          });
        }
      }),
      runs(150),
    );
  });

  it("E5: a pair says nothing of anybody else", () => {
    fc.assert(
      fc.property(results, ({ input, result }) => {
        for (const { mentorId, menteeId, ...rest } of result.status === "optimal" ? result.pairs : []) {
          const text = JSON.stringify(rest);
          const others = input.people.filter(({ id }) => id !== mentorId && id !== menteeId);
          expect(others.filter(({ id }) => text.includes(id))).toEqual([]);
        }
      }),
      runs(100),
    );
  });

  it("E6: English and Turkish texts hold the same numbers", () => {
    fc.assert(
      fc.property(results, ({ result }) => {
        for (const { en, tr } of textsIn(result))
          expect(`${en} ${numbersIn(tr).join()}`).toBe(`${en} ${numbersIn(en).join()}`);
      }),
      runs(150),
    );
  });

  it("K1: a result is plain data: a way through JSON changes nothing", () => {
    fc.assert(
      fc.property(results, ({ result }) => {
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      }),
      runs(150),
    );
  });
});
