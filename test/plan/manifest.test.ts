import { describe, expect, it } from "vitest";
import {
  availability,
  crossGeneration,
  goalsByText,
  matchPairs,
  minimumScore,
  reverse,
  rule,
  topics,
  type MatchInput,
  type MatchOptions,
} from "../../src/index.ts";

const input: MatchInput = {
  mentors: [{ id: "a", level: 1, birthYear: 2000, teaches: ["SQL"] }],
  mentees: [{ id: "b", level: 3, birthYear: 1970, learns: ["SQL"] }],
};
const manifestOf = (options: MatchOptions) => matchPairs(input, options).manifest;

describe("manifest", () => {
  it("X6: tells apart runs whose criteria or rules are set differently", () => {
    const plain = manifestOf({ rules: [reverse()], criteria: [topics()] });
    expect(manifestOf({ rules: [reverse({ minimumGap: 2 })], criteria: [topics()] })).not.toEqual(plain);
    expect(manifestOf({ rules: [reverse()], criteria: [topics({ rarity: true })] })).not.toEqual(plain);
    expect(manifestOf({ rules: [reverse()], criteria: [topics()] })).toEqual(plain);
  });

  it("records settings as given, versions, and the places of functions", () => {
    const { criteria, rules } = manifestOf({
      criteria: [topics(), availability({ targetMinutes: 90 }), goalsByText({ stem: (word) => word })],
      rules: [crossGeneration({ minimumYears: 5 }), minimumScore(0.25), rule("any", () => true, { version: "2" })],
    }).options;
    expect(criteria).toEqual([
      { name: "topics", weight: 4, missing: "zero" },
      { name: "availability", weight: 2, missing: "zero", settings: { targetMinutes: 90 } },
      { name: "goals", weight: 2, missing: "skip", settings: { measure: "text", stem: "function" } },
    ]);
    expect(rules.slice(-3)).toEqual([
      { name: "crossGeneration", settings: { minimumYears: 5 } },
      { name: "minimumScore", settings: { minimum: 250_000 } },
      { name: "any", version: "2", own: true },
    ]);
  });
});
