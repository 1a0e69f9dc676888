import { describe, expect, it } from "vitest";
import {
  choices,
  matchPairs,
  sameOrDifferent,
  topics,
  type MatchInput,
  type MatchOptions,
  type Rule,
} from "../../src/index.ts";

const rules: readonly Rule[] = [];
const input: MatchInput = {
  people: [
    { id: "m1", department: "Sales" },
    { id: "n1", department: "Finance" },
  ],
  mentors: [
    { id: "m1", teaches: ["SQL"], personalWeights: { topics: 200 } },
    { id: "m2", teaches: ["SQL"], department: "Finance" },
  ],
  mentees: [{ id: "n1", learns: ["SQL"], choices: ["m2"] }],
};

function match(options: MatchOptions) {
  const result = matchPairs(input, { rules, ...options });
  if (result.status !== "optimal") throw new Error("expected an optimum");
  return result;
}

describe("wishes beside the defaults", () => {
  it("warns of wishes that the run does not use, and names who stated them", () => {
    const { warnings } = match({});
    expect(warnings.filter(({ code }) => code === "WISH_UNUSED").map(({ ids }) => ids)).toEqual([["n1"], ["m1"]]);
  });

  it("uses them once asked to", () => {
    const { warnings, pairs, manifest } = match({
      criteria: [topics(), choices({ missing: "zero" })],
      personalWeights: { min: 50, max: 200 },
    });
    expect(warnings.filter(({ code }) => code === "WISH_UNUSED")).toEqual([]);
    expect(pairs.map(({ mentorId }) => mentorId)).toEqual(["m2"]);
    const about = pairs[0]?.reasons.find((reason) => reason.about === "topics");
    expect(about?.en).not.toContain("Personal weights");
    expect(pairs[0]?.informed).toBe(true);
    expect(manifest.options.personalWeights).toEqual({ min: 50, max: 200 });
  });

  it("E1: shows personal weights in both languages", () => {
    const { pairs } = match({ criteria: [topics()], personalWeights: { min: 50, max: 150 } });
    const [pair] = pairs;
    expect(pair?.mentorId).toBe("m1");
    expect(pair?.reasons[0]?.en).toContain("mentor 150%, mentee 100%");
    expect(pair?.reasons[0]?.tr).toContain("mentor %150, mentee %100");
  });

  it("reads a department from people and from entries alike", () => {
    const { pairs } = match({ criteria: [topics(), sameOrDifferent("department", { want: "different" })] });
    expect(pairs.map(({ mentorId }) => mentorId)).toEqual(["m1"]);
  });

  it("refuses choices of somebody unknown and bounds that are no percents", () => {
    const stray = { ...input, mentees: [{ id: "n1", learns: ["SQL"], choices: ["nobody"] }] };
    expect(() => matchPairs(stray)).toThrow("/mentees/0/choices/0: expected the id of somebody in the input");
    expect(() => match({ personalWeights: { min: 0.5, max: 200 } })).toThrow("/personalWeights/min");
  });
});

describe("words of mixed alphabets", () => {
  it("N7: look-alikes never match in silence, and whole words of one alphabet are no concern", () => {
    const programme = (topic: string): MatchInput => ({
      mentors: [{ id: "m", teaches: [topic] }],
      mentees: [{ id: "n", learns: ["Data", "Данные and Δ"] }],
    });
    const look = matchPairs(programme("D\u0430ta"), { rules });
    const mixed = ({ warnings }: ReturnType<typeof matchPairs>) =>
      warnings.filter(({ code }) => code === "MIXED_SCRIPT").map(({ ids }) => ids);
    expect(mixed(look)).toEqual([["m"]]);
    if (look.status !== "optimal") throw new Error("expected pairs");
    expect(look.pairs[0]?.contributions[0]?.value).toBe(0);
    expect(mixed(matchPairs(programme("data"), { rules }))).toEqual([]);
  });
});
