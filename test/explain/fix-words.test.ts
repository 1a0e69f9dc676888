import { describe, expect, it } from "vitest";
import { fixInWords } from "../../src/explain/fix-words.ts";
import type { DataValue } from "../../src/explain/fix.ts";

const fixWith = (value: DataValue) => {
  const change = [{ step: "data", side: "mentee", id: "e1", field: "availability", value }] as const;
  const outcome = {
    change,
    pairs: [{ mentorId: "m1", menteeId: "e1", score: 800_000 }],
    displaced: [],
    othersLose: 0,
  };
  return fixInWords({ kind: "data", ...outcome, outcomes: [outcome], isLeast: true });
};

describe("the sentence of a fix", () => {
  it.each<[string, DataValue]>([
    ["a text", "Mon 09:00-10:00"],
    ["windows", [{ day: "Mon", start: "09:00", end: "10:00" }]],
    ["windows with a zone", { windows: "Mon 09:00-10:00", timeZone: "Europe/Istanbul" }],
  ])("names days in its own language: %s", (_, value) => {
    const { en, tr } = fixWith(value);
    expect(en).toMatch(/With Monday 09:00.10:00: new pair/u);
    expect(tr).toMatch(/Pazartesi 09:00.10:00 ise: yeni eşleşme/u);
  });
});
