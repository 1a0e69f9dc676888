import { describe, expect, it } from "vitest";
import {
  createMatcher,
  crossGeneration,
  levelGap,
  type MatchInput,
  matchPairs,
  meetingTime,
  reverse,
  type Rule,
  sharedLanguage,
} from "../../src/index.ts";

/** A mentor of whom all is known; a mentee who knows the same and one who states nothing but a wish. */
const full = { level: 3, birthYear: 1990, languages: ["tr"], availability: "Mon 09:00-10:00" };
const input: MatchInput = {
  mentors: [
    { id: "ada", teaches: ["AI"], ...full },
    { id: "bo", teaches: ["AI"] },
  ],
  mentees: [
    { id: "cem", learns: ["AI"], ...full, languages: ["en"], availability: "Tue 09:00-10:00" },
    { id: "eda", learns: ["AI"] },
  ],
  people: [
    { id: "ada", timeZone: "Europe/Istanbul" },
    { id: "cem", timeZone: "Europe/Istanbul" },
  ],
  period: { start: "2027-03-01", end: "2027-03-28" },
};

const cases: readonly (readonly [Rule, string, string, RegExp])[] = [
  [reverse(), "level", "kademesi", /not at least 1 level/u],
  [levelGap({ min: 1 }), "level", "kademesi", /not at least 1 level/u],
  [sharedLanguage(), "language", "bildiği dil", /share no language/u],
  [meetingTime({ minutes: 30 }), "free time", "uygun zamanı", /30 minutes in common/u],
  [crossGeneration({ minimumYears: 0 }), "generation", "kuşağı", /one generation/u],
];

describe("unknown data is told as unknown", () => {
  it.each(cases)("i: of a pair (%#)", (rule, en, tr, known) => {
    const { explain } = createMatcher(input, { rules: [rule] });
    const told = (mentorId: string, menteeId: string) => {
      const explained = explain(mentorId, menteeId);
      if (explained.status !== "refused") throw new Error("expected a refusal");
      return explained.reasons.map((reason) => [reason.en, reason.tr].join(" | ")).join();
    };
    expect(told("ada", "cem")).toMatch(known);
    expect(told("ada", "cem")).not.toMatch(/not known|bilinmiyor/u);
    expect(told("ada", "eda")).toContain(`the mentee's ${en} is not known`);
    expect(told("ada", "eda")).toContain(`mentee'nin ${tr} bilinmiyor`);
    expect(told("bo", "cem")).toContain(`the mentor's ${en} is not known`);
    expect(told("bo", "eda")).toContain(`neither person's ${en} is known`);
    expect(told("bo", "eda")).not.toMatch(known);
  });

  it.each(cases)("i: of somebody left out, with its count (%#)", (rule, en) => {
    const { unmatched } = matchPairs(input, { rules: [rule] });
    const of = (id: string) => {
      const found = unmatched.find((person) => person.id === id);
      if (found === undefined) throw new Error("expected somebody left out");
      return { refusals: found.evidence.refusals, text: found.reasons.map((reason) => reason.en).join(" ") };
    };
    const counts = (unknown: number) => [{ rule: rule.name, refused: 2, unknown, onlyByThis: 2 }];
    expect(of("cem").refusals).toEqual(counts(1));
    expect(of("cem").text).toContain(`1: the other's ${en} is not known`);
    expect(of("eda").refusals).toEqual(counts(2));
    expect(of("eda").text).toContain(
      `2 are ruled out (this person's ${en} is not known); for all of them it is the only reason.`,
    );
  });
});
