import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choices,
  defaultCriteria,
  generation,
  goalsByText,
  language,
  type MenteeProfile,
  type MentorProfile,
  type ScorePool,
  prepareScore,
  sameOrDifferent,
  type ScoreContext,
  scorePair,
  topicCatalogue,
  topics,
} from "../../src/score/index.ts";
import { menteeProfile, mentorProfile } from "./arbitraries.ts";
import { runs } from "../support/runs.ts";

const context: ScoreContext = { period: { start: "2026-03-02", end: "2026-05-31" }, seniority: "level" };

const slot = fc
  .tuple(fc.constantFrom("Mon", "Tue", "Wed"), fc.integer({ min: 8, max: 15 }), fc.integer({ min: 1, max: 3 }))
  .map(([day, from, hours]) => ({
    day,
    start: `${String(from).padStart(2, "0")}:00`,
    end: `${String(from + hours).padStart(2, "0")}:00`,
  }));

const timed = fc.record({
  timeZone: fc.constantFrom("Europe/Istanbul", "America/New_York", "+05:45"),
  availability: fc.array(slot, { maxLength: 4 }),
});

const mentor = fc.tuple(mentorProfile, timed).map(([profile, time]): MentorProfile => ({ ...profile, ...time }));
const mentee = fc.tuple(menteeProfile, timed).map(([profile, time]): MenteeProfile => ({ ...profile, ...time }));

/** Sources of the scoring layer and of what it stands on. */
function sources(): { name: string; code: string }[] {
  return ["score", "base"].flatMap((folder) => {
    const url = new URL(`../../src/${folder}/`, import.meta.url);
    const names = readdirSync(url, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    return names.map((name) => ({ name, code: readFileSync(fileURLToPath(new URL(name, url)), "utf8") }));
  });
}

describe("default scores", () => {
  it("S6: taking out a topic, a window or the last of either never raises a score", () => {
    const without = <Item>(list: readonly Item[] | undefined, at: number): Item[] =>
      (list ?? []).filter((_, place) => place !== at % (list?.length ?? 1));
    fc.assert(
      fc.property(mentor, mentee, fc.nat(9), fc.boolean(), (own, other, at, windows) => {
        const slots = Array.isArray(own.availability) ? own.availability : [];
        const fewer: MentorProfile = windows
          ? { ...own, availability: without(slots, at) }
          : { ...own, teaches: without(own.teaches, at) };
        const before = scorePair(own, other, defaultCriteria(), context).score;
        expect(scorePair(fewer, other, defaultCriteria(), context).score).toBeLessThanOrEqual(before);
        const silent: MenteeProfile = windows ? { ...other, availability: [] } : { ...other, learns: [] };
        expect(scorePair(own, silent, defaultCriteria(), context).score).toBeLessThanOrEqual(before);
      }),
      runs(300),
    );
  });

  it("S10, S11: depend on nothing but the two people's own answers", () => {
    fc.assert(
      fc.property(mentor, mentee, mentor, mentee, fc.string(), (own, other, third, fourth, label) => {
        const alone = scorePair(own, other, defaultCriteria(), context);
        const named = { id: label, name: label, birthYear: 1990, attributes: { label } };
        const pool: ScorePool = {
          mentors: [third, { ...own, ...named }],
          mentees: [{ ...other, ...named }, fourth],
          context,
        };
        expect(prepareScore(defaultCriteria(), pool).explainPair(0, 1)).toEqual(alone);
      }),
      runs(200),
    );
  });

  it("S10: criteria of a wish list give the same alone and in a pool", () => {
    const person = fc.record(
      {
        id: fc.constantFrom("a", "b", "c"),
        birthYear: fc.integer({ min: 1950, max: 2005 }),
        department: fc.constantFrom("Sales", "sales", "IT"),
        languages: fc.array(fc.constantFrom("tr", "en", { language: "de", level: "A2" as const }), { maxLength: 3 }),
        choices: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
        goals: fc.array(fc.constantFrom("learn SQL", "SQL and Python", "İklim", "iklim"), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const criteria = [
      generation({ by: "birthYear" }),
      language(),
      choices({ missing: 0.25 }),
      goalsByText(),
      sameOrDifferent("department", { want: "different" }),
    ];
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), fc.array(person, { minLength: 1 }), (a, b) => {
        const prepared = prepareScore(criteria, { mentors: a, mentees: b, context: {} });
        const row = new Int32Array(a.length);
        for (const [e, other] of b.entries()) {
          prepared.scoreRow(e, row);
          for (const [m, own] of a.entries()) {
            expect(prepared.explainPair(e, m)).toEqual(scorePair(own, other, criteria));
            expect(row[m]).toBe(prepared.scoreOf(e, m));
            expect(row[m]).toBe(prepared.explainPair(e, m).score);
          }
        }
      }),
      runs(200),
    );
  });

  it("S15: a fixed pair has the same scores on every engine", () => {
    const own: MentorProfile = {
      level: 2,
      timeZone: "Europe/Istanbul",
      teaches: [{ topic: "TikTok", level: 4 }, "Podcast", { topic: "SEO", level: 2 }],
      goals: ["culture", "sales"],
      availability: "Mon 09:00-12:00; Thu 16:00-18:00",
    };
    const other: MenteeProfile = {
      level: 7,
      timeZone: "America/New_York",
      learns: [{ topic: "seo", priority: 1, level: 3 }, { topic: "tiktok", priority: 2 }, "AI"],
      goals: ["culture", "innovation", "Sales "],
      availability: "Thu 08:30-10:00",
    };
    const { score, contributions } = scorePair(own, other, defaultCriteria(), context);
    expect(contributions.map(({ criterion, value, points }) => [criterion, value, points])).toEqual([
      ["topics", 636_364, 254_546],
      ["goals", 666_667, 133_333],
      ["availability", 1_000_000, 200_000],
      ["hierarchy", 1_000_000, 200_000],
    ]);
    expect(score).toBe(787_879);
  });
});

describe("topics at scale", () => {
  it.each([160, 2_000])("S5: row, pair and plain objects agree on %d topics with a taxonomy", (count) => {
    const name = fc.nat(count - 1).map((place) => (place % 2 === 0 ? `Topic ${place}` : `TOPIC  ${place}`));
    const broader = Object.fromEntries(
      Array.from({ length: count - 1 }, (_, k) => [`topic ${k + 1}`, `topic ${k >> 2}`]),
    );
    const criterion = topics({ catalogue: topicCatalogue([], { broader, strict: true }) });
    const lists = fc.array(fc.array(name, { maxLength: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, lists, (offers, wishes) => {
        const mentors = offers.map((teaches) => ({ teaches }));
        const mentees = wishes.map((learns) => ({ learns }));
        const prepared = criterion.prepare({ mentors, mentees, context: {} });
        const row = new Int32Array(mentors.length);
        for (const [e, other] of mentees.entries()) {
          prepared.pointsRow?.(e, row);
          for (const [m, own] of mentors.entries()) {
            expect(row[m]).toBe(prepared.points(e, m));
            expect(row[m]).toBe(Math.round((criterion.value(own, other) ?? -1e-6) * 1e6));
          }
        }
      }),
      runs(30),
    );
  });
});

describe("sources", () => {
  it("S14: no transcendental function of Math", () => {
    const found = sources().filter(({ code }) =>
      /Math\.(exp|expm1|pow|log\w*|sin\w*|cos\w*|tan\w*|asin\w*|acos\w*|atan\w*|cbrt|hypot)\b|\*\*(?!\/)[^*]/.test(
        code.replace(/\/\*[\s\S]*?\*\//g, ""),
      ),
    );
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it("N4, N10: no comparison or case mapping by locale", () => {
    const found = sources().filter(({ code }) => /toLocale|localeCompare|Intl\.(Collator|Segmenter)/.test(code));
    expect(found.map(({ name }) => name)).toEqual([]);
  });
});
