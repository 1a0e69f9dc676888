import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choices,
  criterion,
  type Criterion,
  generation,
  language,
  type MenteeProfile,
  type MentorProfile,
  prepareScore,
  sameOrDifferent,
  scorePair,
  type ScoreContext,
  waiting,
  weighted,
} from "../../../src/score/index.ts";
import { failureOf } from "../support/failure.ts";
import { runs } from "../../support/runs.ts";

type Case = [title: string, mentor: MentorProfile, mentee: MenteeProfile, expected: number | undefined];

const check =
  (own: Criterion, context: ScoreContext = {}) =>
  (_title: string, mentor: MentorProfile, mentee: MenteeProfile, expected: number | undefined) => {
    expect(own.value(mentor, mentee, context)).toBe(expected);
    const { facts, informed } = scorePair(mentor, mentee, [{ ...own, weight: 1 }], context).contributions.map(
      (one) => ({
        facts: one.facts,
        informed: one.missing === undefined,
      }),
    )[0]!;
    expect(facts.missing === undefined).toBe(informed);
  };

describe("generation", () => {
  const years: Case[] = [
    ["no gap", { birthYear: 1990 }, { birthYear: 1990 }, 0],
    ["ten years", { birthYear: 1990 }, { birthYear: 1980 }, 0.5],
    ["ten years the other way", { birthYear: 1980 }, { birthYear: 1990 }, 0.5],
    ["thirty years", { birthYear: 1995 }, { birthYear: 1965 }, 1],
    ["one unknown", {}, { birthYear: 1965 }, undefined],
  ];
  it.each(years)("S8: by birth year, %s", check(generation({ by: "birthYear" })));

  const careers: Case[] = [
    ["five years", { careerStartYear: 2020, birthYear: 1950 }, { careerStartYear: 2015 }, 0.25],
    ["age is not read", { birthYear: 1990 }, { birthYear: 1960 }, undefined],
  ];
  it.each(careers)("S8: by start of career, %s", check(generation({ by: "careerStartYear" })));

  const bands: Case[] = [
    ["one band", { generation: "gen z" }, { generation: "Millennial" }, 0.5],
    ["two bands", { generation: "Gen Z" }, { generation: "Gen X" }, 1],
    ["a band that is not listed", { generation: "Gen A" }, { generation: "Gen X" }, undefined],
  ];
  it.each(bands)("S8: by band, %s", check(generation({ by: "band", bands: ["Gen X", "Millennial", "Gen Z"] })));

  it("refuses what it cannot measure by", () => {
    expect(failureOf(() => generation({ by: "age" as "band" })).code).toBe("VALUE_UNKNOWN");
    expect(failureOf(() => generation({ by: "band" })).code).toBe("FIELD_MISSING");
    expect(failureOf(() => generation({ by: "birthYear", full: 0 })).code).toBe("NUMBER_RANGE");
  });
});

describe("language", () => {
  const cases: Case[] = [
    ["none shared", { languages: ["tr"] }, { languages: ["en"] }, 0],
    ["shared", { languages: ["tr", "en"] }, { languages: ["EN"] }, 1],
    [
      "the lower level",
      { languages: [{ language: "en", level: "A2" }] },
      { languages: [{ language: "en", level: "C1" }] },
      0.5,
    ],
    ["the best language", { languages: [{ language: "en", level: "A1" }, "tr"] }, { languages: ["en", "tr"] }, 1],
    ["silent", {}, { languages: ["en"] }, undefined],
  ];
  it.each(cases)("S8: %s", check(language()));

  it("takes what is enough, and refuses levels off the scale", () => {
    const strict = language({ enough: "native" });
    expect(strict.value({ languages: ["en"] }, { languages: [{ language: "en", level: "B2" }] })).toBe(0.571429);
    expect(failureOf(() => language({ enough: "D1" as "A1" })).code).toBe("LEVEL_UNKNOWN");
  });
});

describe("sameOrDifferent", () => {
  const department: Case[] = [
    ["the same", { department: "Sales" }, { department: "SALES " }, 0],
    ["another", { department: "Sales" }, { department: "Finance" }, 1],
    ["unknown", {}, { department: "Finance" }, undefined],
  ];
  it.each(department)("S8: different department, %s", check(sameOrDifferent("department", { want: "different" })));

  const custom: Case[] = [
    ["one in common", { attributes: { identity: ["A", "b"] } }, { attributes: { identity: "B" } }, 1],
    ["none in common", { attributes: { identity: ["A"] } }, { attributes: { identity: "B" } }, 0],
    ["numbers", { attributes: { identity: 7 } }, { attributes: { identity: 7 } }, 1],
    ["an empty list", { attributes: { identity: [] } }, { attributes: { identity: 7 } }, undefined],
    ["an inherited name is no field", { attributes: {} }, { attributes: {} }, undefined],
  ];
  it.each(custom)("S8: same attribute, %s", check(sameOrDifferent("identity", { want: "same" })));

  it("reads only what the person states, and refuses objects", () => {
    expect(sameOrDifferent("toString", { want: "same" }).value({ attributes: {} }, { attributes: {} })).toBe(undefined);
    const odd = { attributes: { identity: {} } };
    expect(failureOf(() => sameOrDifferent("identity", { want: "same" }).value(odd, odd)).code).toBe("VALUE_TYPE");
    expect(failureOf(() => sameOrDifferent("identity", { want: "equal" as "same" })).code).toBe("VALUE_UNKNOWN");
  });
});

describe("choices", () => {
  const [m, e] = [{ id: "m" }, { id: "e" }];
  const cases: Case[] = [
    ["first choice of both", { ...m, choices: ["e"] }, { ...e, choices: ["m"] }, 1],
    ["first and third", { ...m, choices: ["e"] }, { ...e, choices: ["x", "y", "m"] }, 0.9],
    ["one side only", { ...m, choices: ["x", "e"] }, e, 0.9],
    ["left out is no penalty", { ...m, choices: ["e"] }, { ...e, choices: ["x"] }, 1],
    ["a late choice", { ...m, choices: ["1", "2", "3", "4", "5", "6", "7", "8", "e"] }, e, 0.5],
    ["neither chose", { ...m, choices: ["x"] }, e, undefined],
    ["a choice named twice", { ...m, choices: ["e", "x", "e"] }, e, 1],
  ];
  it.each(cases)("S8: %s", check(choices()));

  it("counts being left out only if asked to", () => {
    const strict = choices({ leftOutCountsZero: true });
    expect(strict.value({ ...m, choices: ["e"] }, { ...e, choices: ["x"] })).toBe(0.5);
    expect(strict.value({ ...m, choices: ["x"] }, e)).toBe(0);
    expect(strict.value(m, { ...e, choices: [] })).toBe(undefined);
  });
});

describe("waiting", () => {
  const cases: Case[] = [
    ["both half a year", { waitingSince: "2026-01-01" }, { waitingSince: "2025-12-01" }, 1],
    ["the mean of the two", { waitingSince: "2026-04-01" }, { waitingSince: "2026-06-30" }, 0.25],
    ["one known", { waitingSince: "2026-04-01" }, {}, 0.5],
    ["a day to come", { waitingSince: "2026-07-15" }, {}, 0],
    ["neither known", {}, {}, undefined],
  ];
  it.each(cases)("S8: %s", check(waiting({ until: "2026-06-30" })));

  it("is rounded once, from the days of both", () => {
    const day = (days: number): string =>
      new Date(Date.UTC(2026, 5, 30) - days * 86_400_000).toISOString().slice(0, 10);
    const until = "2026-06-30";
    expect(waiting({ until }).value({ waitingSince: day(287) }, { waitingSince: day(111) })).toBe(0.808333);
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.integer({ min: 1, max: 365 }), (mentor, mentee, fullDays) => {
        const sum = BigInt(Math.min(mentor, fullDays) + Math.min(mentee, fullDays));
        // half up of sum · 1,000,000 ÷ (2 · fullDays)
        const whole = Number((sum * 1_000_000n + BigInt(fullDays)) / (2n * BigInt(fullDays)));
        const own = waiting({ until, fullDays });
        expect(own.value({ waitingSince: day(mentor) }, { waitingSince: day(mentee) })).toBe(whole / 1_000_000);
      }),
      runs(200),
    );
  });

  it("counts to the start of the period, and says when there is none", () => {
    const context = { period: { start: "2026-06-30", end: "2026-12-31" } };
    expect(waiting().value({ waitingSince: "2026-04-01" }, {}, context)).toBe(0.5);
    expect(failureOf(() => waiting().value({ waitingSince: "2026-04-01" }, {})).code).toBe("PERIOD_MISSING");
    const bad = failureOf(() => waiting().value({}, { waitingSince: "2026-02-30" }, context)).issues[0];
    expect(bad).toMatchObject({ code: "DATE_FORMAT", path: "/mentees/0/waitingSince" });
  });
});

describe("personalWeights", () => {
  const list = (a: number, b: number): Criterion[] => [
    criterion("a", () => a, { weight: 3 }),
    criterion("b", () => b, { weight: 1.5 }),
  ];
  const bounds = { personalWeights: { min: 50, max: 200 } };
  const percent = fc.integer({ min: 0, max: 300 });

  it("S2: a pair's weight is the programme's times the mean of the two percents, exactly", () => {
    fc.assert(
      fc.property(
        percent,
        percent,
        percent,
        fc.nat(1_000_000),
        fc.nat(1_000_000),
        (mentorA, menteeA, menteeB, a, b) => {
          const mentor = { personalWeights: { a: mentorA } };
          const mentee = { personalWeights: { a: menteeA, b: menteeB } };
          const clamp = (value: number): bigint => BigInt(Math.min(200, Math.max(50, value)));
          const weightA = 2n * (clamp(mentorA) + clamp(menteeA));
          const weightB = 100n + clamp(menteeB);
          const total = weightA + weightB;
          const expected = Number((2n * (weightA * BigInt(a) + weightB * BigInt(b)) + total) / (2n * total));
          const pool = { mentors: [{}, mentor], mentees: [mentee], context: {} };
          const prepared = prepareScore(list(a / 1e6, b / 1e6), pool, bounds);
          const row = new Int32Array(2);
          prepared.scoreRow(0, row);
          expect(prepared.scoreOf(0, 1)).toBe(expected);
          expect(row[1]).toBe(expected);
          const explained = prepared.explainPair(0, 1);
          expect(explained.score).toBe(expected);
          expect(explained.contributions[0]?.personal).toEqual({
            mentor: Number(clamp(mentorA)),
            mentee: Number(clamp(menteeA)),
          });
          expect(explained.contributions[0]?.weight).toBe(Number(weightA) / Number(total));
        },
      ),
    );
  });

  it("S4: changes nothing where nobody uses it, and is not read where it is off", () => {
    expect(scorePair({}, {}, weighted(list(0.3, 0.7), bounds)).score).toBe(scorePair({}, {}, list(0.3, 0.7)).score);
    const eager = { personalWeights: { a: 200 } };
    const off = scorePair(eager, eager, list(0.3, 0.7));
    expect(off).toEqual(scorePair({}, {}, list(0.3, 0.7)));
    expect(off.contributions[0]).not.toHaveProperty("personal");
  });

  it("refuses bounds off 100 and names of no criterion", () => {
    for (const personalWeights of [
      { min: 0, max: 200 },
      { min: 50, max: 99 },
      { min: 50.5, max: 200 },
    ]) {
      expect(failureOf(() => scorePair({}, {}, weighted(list(0, 0), { personalWeights }))).code).toBe("NUMBER_RANGE");
    }
    const unknown = failureOf(() => scorePair({}, { personalWeights: { c: 100 } }, weighted(list(0, 0), bounds)))
      .issues[0];
    expect(unknown).toMatchObject({ code: "CRITERION_UNKNOWN", path: "/mentees/0/personalWeights/c" });
  });
});
