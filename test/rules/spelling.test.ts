import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchInput, Person } from "../../src/index.ts";
import {
  crossGeneration,
  differentDepartment,
  generation,
  language,
  matchPairs,
  reverse,
  type MatchOptions,
  sharedLanguage,
  topics,
} from "../../src/index.ts";
import { runs, shareOf } from "../support/runs.ts";

/** Other spellings of a text, which mean the same. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLocaleUpperCase("tr"),
  (text) => text.toLocaleLowerCase("tr"),
  (text) => text.normalize("NFD"),
  (text) => `  ${text.replaceAll(" ", "  ")} `,
  (text) => text.replaceAll(" ", "\u00A0"),
];
const spelling = fc.constantFrom(...spellings);

const LADDER = ["Kıdemsiz Uzman", "Uzman", "Müdür", "İcra Direktörü"];
const BANDS = ["Gen Z", "Işık Kuşağı", "Boomer"];

type Facts = Pick<Person, "level" | "generation" | "department">;
const facts: fc.Arbitrary<Facts> = fc.record({
  level: fc.constantFrom(...LADDER),
  generation: fc.constantFrom(...BANDS),
  department: fc.constantFrom("İnsan Kaynakları", "IT Services"),
});
const people = fc.array(facts, { minLength: 3, maxLength: 4 });

const inputOf = (mentors: readonly Facts[], mentees: readonly Facts[]): MatchInput => ({
  mentors: mentors.map((each, at) => ({ id: `m${at}`, teaches: ["x"], ...each })),
  mentees: mentees.map((each, at) => ({ id: `n${at}`, learns: ["x"], ...each })),
  levels: LADDER,
});

const pairsOf = (input: MatchInput, options: MatchOptions) => {
  const result = matchPairs(input, options);
  if (result.status === "infeasible") throw new Error("expected pairs");
  return result.pairs;
};

const OPTIONS: Readonly<Record<string, MatchOptions>> = {
  generations: { rules: [crossGeneration({ by: "generation" })] },
  levels: { rules: [reverse()] },
  departments: { rules: [differentDepartment()] },
  "bands in a criterion": { rules: [], criteria: [topics(), generation({ by: "band", bands: BANDS })] },
};

describe("texts that differ in case, form and spaces are one, in rules and in criteria", () => {
  it.each(Object.entries(OPTIONS))("%s", (_, options) => {
    let found = 0;
    fc.assert(
      fc.property(people, people, fc.array(spelling, { minLength: 24, maxLength: 24 }), (mentors, mentees, ways) => {
        const respelt = (each: Facts, at: number): Facts => ({
          level: ways[3 * at]?.(each.level as string) ?? "",
          generation: ways[3 * at + 1]?.(each.generation ?? "") ?? "",
          department: ways[3 * at + 2]?.(each.department ?? "") ?? "",
        });
        const expected = pairsOf(inputOf(mentors, mentees), options).map(({ mentorId, menteeId, score }) => ({
          mentorId,
          menteeId,
          score,
        }));
        const other = inputOf(
          mentors.map(respelt),
          mentees.map((each, at) => respelt(each, mentors.length + at)),
        );
        expect(pairsOf(other, options)).toMatchObject(expected);
        found += expected.length;
      }),
      runs(60),
    );
    expect(found).toBeGreaterThan(shareOf(20));
  });

  it.each([
    ["tr", "tr-TR"],
    ["tr_TR", "TR"],
    ["tur", "tr"],
    ["en_US", "en-GB"],
    ["zh-Hant-TW", "zh"],
    ["de-CH-1901", "de"],
    ["de-u-co-phonebk", "de-AT"],
    ["Türkçe", "TÜRKÇE "],
  ])("languages: %s and %s are one", (a, b) => {
    const input: MatchInput = {
      mentors: [{ id: "a", teaches: ["x"], languages: [a] }],
      mentees: [{ id: "b", learns: ["x"], languages: [b] }],
    };
    const [pair] = pairsOf(input, { rules: [sharedLanguage()], criteria: [language()] });
    expect(pair?.score).toBe(1_000_000);
  });

  it.each([
    ["tr", "az"],
    ["sr", "hr"],
    ["old Norse", "old English"],
    ["Turkish", "tr"],
  ])("languages: %s and %s are two", (a, b) => {
    const input: MatchInput = {
      mentors: [{ id: "a", teaches: ["x"], languages: [a] }],
      mentees: [{ id: "b", learns: ["x"], languages: [b] }],
    };
    expect(pairsOf(input, { rules: [sharedLanguage()] })).toEqual([]);
  });
});

describe("levels that run the wrong way", () => {
  const chart = (levels: readonly number[]): MatchInput => ({
    people: levels.map((level, at) => ({
      id: `p${at}`,
      level,
      ...(at === 0 ? {} : { managerId: `p${(at - 1) >> 1}` }),
    })),
    mentors: [{ id: "p5", teaches: ["x"] }],
    mentees: [{ id: "p1", learns: ["x"] }],
  });
  const warned = (input: MatchInput): boolean =>
    matchPairs(input, { rules: [] }).warnings.some(({ code }) => code === "LEVELS_REVERSED");

  it("warn where most managers have the smaller level, and say nothing otherwise", () => {
    expect(warned(chart([1, 2, 2, 3, 3, 3, 3]))).toBe(true);
    expect(warned(chart([3, 2, 2, 1, 1, 1, 1]))).toBe(false);
    expect(warned(chart([3, 2, 2, 3, 1, 1, 1]))).toBe(false);
    expect(warned(chart([2, 2, 2, 2, 2, 2, 2]))).toBe(false);
  });
});
