import { describe, expect, it } from "vitest";
import { readPublishedPairs, readPublishedPlan } from "../../../src/io/index.ts";

const table = (...scores: readonly string[]): string =>
  ["mentorId;menteeId;score", ...scores.map((score, at) => `m${at};e${at};${score}`)].join("\n");
const list = (...scores: readonly unknown[]): string =>
  JSON.stringify(
    scores.map((score, at) => ({ mentorId: `m${at}`, menteeId: `e${at}`, score })),
    undefined,
    1,
  );

describe("scores of a published plan", () => {
  it("of a table are from 0 to 1, of JSON micro-points", () => {
    for (const [name, text] of [
      ["p.csv", table("0", "0,5", "1.000000")],
      ["p.json", list(0, 500_000, 1_000_000)],
    ] as const) {
      const read = readPublishedPlan({ name, text });
      if (!("plan" in read)) throw new Error(JSON.stringify(read));
      expect(read.plan.pairs.map(({ score }) => score)).toEqual([0, 500_000, 1_000_000]);
    }
  });

  it.each([
    ["p.csv", table("0.5", "7"), 3, "from 0 to 1, got something else"],
    ["p.csv", table("0.5", "82 points"), 3, "from 0 to 1, got something else"],
    ["p.csv", table("0.5", "-0.5"), 3, "from 0 to 1, got something else"],
    ["p.csv", table("0.5", ""), 3, "from 0 to 1, got none"],
    ["p.json", list(500_000, 0.7), 7, "in micro-points, a whole number from 0 to 1000000, got something else"],
    ["p.json", list(500_000, 1_000_001), 7, "in micro-points, a whole number from 0 to 1000000, got something else"],
    ["p.json", list(500_000, "0.7"), 7, "in micro-points, a whole number from 0 to 1000000, got something else"],
  ])("anything else is refused at its line, and does not touch who is paired: %s %s", (name, text, line, says) => {
    const read = readPublishedPlan({ name, text });
    expect(read).toMatchObject({ issues: [{ code: "RESULT_TYPE", line, message: `expected a score ${says}.` }] });
    expect(readPublishedPairs({ name, text })).toEqual({
      plan: { pairs: [0, 1].map((at) => ({ mentorId: `m${at}`, menteeId: `e${at}` })) },
    });
  });
});
