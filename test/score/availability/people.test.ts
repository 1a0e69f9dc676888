import { describe, expect, it } from "vitest";
import { TersineError } from "../../../src/base/error.ts";
import { prepareCommonTime } from "../../../src/score/availability/common-time.ts";
import { availability, type AvailabilityOptions } from "../../../src/score/criteria/availability.ts";
import type { MentorProfile, ScoreContext } from "../../../src/score/criterion.ts";
import type { AvailabilityFacts } from "../../../src/score/index.ts";
import { prepareScore } from "../../../src/score/weighted.ts";

const spring = { period: { start: "2026-03-02", end: "2026-04-12" } };
const istanbul = (text: string): MentorProfile => ({ timeZone: "Europe/Istanbul", availability: text });
const berlin = (text: string): MentorProfile => ({ timeZone: "Europe/Berlin", availability: text });

function factsOf(a: MentorProfile, b: MentorProfile, context: ScoreContext): AvailabilityFacts {
  const facts = availability()
    .prepare({ mentors: [a], mentees: [b], context })
    .facts(0, 0);
  return facts;
}

function errorOf(run: () => unknown): TersineError {
  try {
    run();
  } catch (error) {
    if (error instanceof TersineError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("people who state no windows", () => {
  const free = istanbul("Mon 09:00-10:00");

  it("S9: give no information, which counts 0 by default; facts name the silent side", () => {
    const criterion = availability();
    const pool = { mentors: [free, {}], mentees: [free, { availability: [] }], context: spring };
    const prepared = criterion.prepare(pool);
    expect([0, 1].flatMap((i) => [0, 1].map((j) => prepared.facts(j, i).missing))).toEqual([
      undefined,
      "mentee",
      "mentor",
      "both",
    ]);
    expect(criterion.value({}, free, spring)).toBeUndefined();
    const score = prepareScore([criterion], pool);
    expect([0, 1].flatMap((i) => [0, 1].map((j) => score.scoreOf(j, i)))).toEqual([1_000_000, 0, 0, 0]);
  });

  it("S9: `missing` can leave them out or count a stated value", () => {
    const pool = { mentors: [{}], mentees: [free], context: spring };
    expect(prepareScore([availability({ missing: 0.25 })], pool).scoreOf(0, 0)).toBe(250_000);
    expect(prepareScore([availability({ missing: "skip" })], pool).explainPair(0, 0).informed).toBe(false);
  });

  it("a programme without a period and without windows leaves availability out", () => {
    const pool = { mentors: [{}], mentees: [{}], context: {} };
    const { contributions, informed } = prepareScore([availability()], pool).explainPair(0, 0);
    expect(informed).toBe(false);
    expect(contributions).toMatchObject([{ value: null, weight: 0, missing: "skip" }]);
    const withPeriod = prepareScore([availability()], { ...pool, context: spring }).explainPair(0, 0);
    expect(withPeriod.contributions).toMatchObject([{ value: 0, weight: 1, missing: "zero" }]);
  });
});

describe("errors of availability", () => {
  const free = istanbul("Mon 09:00-10:00");

  it("PERIOD_MISSING and PERIOD_TOO_SHORT, only once somebody states windows", () => {
    const criterion = availability();
    expect(errorOf(() => criterion.value(free, {}))).toMatchObject({
      code: "PERIOD_MISSING",
      issues: [{ path: "/period" }],
    });
    const short = { period: { start: "2026-03-03", end: "2026-03-12" } };
    expect(errorOf(() => criterion.value({}, free, short)).code).toBe("PERIOD_TOO_SHORT");
    expect(criterion.value({}, {}, short)).toBeUndefined();
  });

  it("V2: lists all bad windows of the pool with their paths", () => {
    const pool = {
      mentors: [free, istanbul("Mon 25:00-26:00")],
      mentees: [{ availability: "Tue 09:00-10:00" }, { timeZone: "TRT" }],
      context: spring,
    };
    expect(errorOf(() => availability().prepare(pool)).issues.map(({ code, path }) => [code, path])).toEqual([
      ["TIME_RANGE", "/mentors/1/availability"],
      ["TIME_RANGE", "/mentors/1/availability"],
      ["ZONE_MISSING", "/mentees/0/timeZone"],
      ["ZONE_AMBIGUOUS", "/mentees/1/timeZone"],
    ]);
  });

  it.each([
    { targetMinutes: 0 },
    { targetMinutes: 1.5 },
    { targetMinutes: NaN },
    { minimumBlock: 1_441 },
    { weight: -1 },
  ])("refuses %j", (options: AvailabilityOptions) => {
    expect(errorOf(() => availability(options)).issues[0]?.path).toBe(`/${Object.keys(options)[0]!}`);
  });
});

describe("proposed meetings", () => {
  it("T7: show both clocks, and the weeks in which daylight saving moves them", () => {
    const { meetings } = factsOf(istanbul("Mon 09:00-18:00"), berlin("Mon 09:00-17:00"), spring);
    expect(meetings).toEqual([
      {
        mentor: { day: "Mon", start: "11:00", end: "18:00" },
        mentee: { day: "Mon", start: "09:00", end: "16:00" },
        minutes: 420,
        weeks: 4,
        spans: [{ start: "2026-03-02", end: "2026-03-29" }],
        otherTimes: [
          {
            mentor: { day: "Mon", start: "10:00", end: "18:00" },
            mentee: { day: "Mon", start: "09:00", end: "17:00" },
            minutes: 480,
            weeks: 2,
            spans: [{ start: "2026-03-30", end: "2026-04-12" }],
          },
        ],
      },
    ]);
  });

  it("come most frequent first and skip weeks away", () => {
    const windows = "Mon 09:00-10:00; Thu 09:00-11:00; Sun 23:00-02:00";
    const away = [{ start: "2026-03-12", end: "2026-03-22" }];
    const mentor = { timeZone: "Europe/Istanbul", availability: { windows, away } };
    const { meetings, worstWeekMinutes } = factsOf(mentor, istanbul(windows), spring);
    expect(
      meetings.map(({ mentor: { day, start, end }, weeks, spans }) => [day, start, end, weeks, spans.length]),
    ).toEqual([
      ["Mon", "09:00", "10:00", 5, 2],
      ["Sun", "23:00", "02:00", 4, 2],
      ["Thu", "09:00", "11:00", 4, 2],
    ]);
    // of the night to the 23rd only the part after midnight is left
    expect(meetings[1]?.otherTimes).toMatchObject([{ mentor: { day: "Mon", start: "00:00", end: "02:00" }, weeks: 1 }]);
    expect(worstWeekMinutes).toBe(60);
  });
});

describe("prepareCommonTime", () => {
  it("counts the weeks that have enough common time", () => {
    const pool = { mentors: [istanbul("Mon 09:00-18:00"), {}], mentees: [berlin("Mon 09:00-17:00")], context: spring };
    const common = prepareCommonTime(pool);
    expect(common.weeks).toBe(6);
    expect([0, 420, 421, 480, 481].map((minutes) => common.weeksWithAtLeast(0, 0, minutes))).toEqual([6, 6, 2, 2, 0]);
    expect(common.weeksWithAtLeast(0, 1, 1)).toBeUndefined();
    expect(prepareCommonTime({ mentors: [{}], mentees: [{}], context: {} }).weeks).toBe(0);
  });
});
