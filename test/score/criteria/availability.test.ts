import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availability, type AvailabilityOptions } from "../../../src/score/criteria/availability.ts";
import { FULL_SCORE, type MentorProfile, NO_INFORMATION } from "../../../src/score/criterion.ts";
import type { AvailabilityFacts } from "../../../src/score/index.ts";
import { ODD_WEEKS, PLAIN_ZONES, profileOf, sideIn } from "../support/availability-arbitraries.ts";
import { commonByWeek, isoDatePlus } from "../support/time-oracle.ts";
import { runs } from "../../support/runs.ts";

const weeksFrom = (start: string, weeks: number) => ({ period: { start, end: isoDatePlus(start, weeks * 7 - 1) } });

function factsOf(
  mentor: MentorProfile,
  mentee: MentorProfile,
  context: { readonly period: { readonly start: string; readonly end: string } },
  options: AvailabilityOptions = {},
): AvailabilityFacts {
  const facts = availability(options)
    .prepare({ mentors: [mentor], mentees: [mentee], context })
    .facts(0, 0);
  return facts;
}

const oddPair = fc
  .record({ odd: fc.constantFrom(...ODD_WEEKS), other: fc.constantFrom(...PLAIN_ZONES), same: fc.boolean() })
  .chain(({ odd, other, same }) =>
    fc.record({
      start: fc.constant(odd.start),
      a: sideIn(odd.zone, odd.start),
      b: sideIn(same ? odd.zone : other, odd.start),
      block: fc.constantFrom(1, 15, 30, 45, 60, 90, 240),
    }),
  );

const onDays = (text: string, timeZone = "Europe/Istanbul"): MentorProfile => ({ timeZone, availability: text });

describe("availability against a clock read minute by minute", () => {
  it("T6, T7, T8: has the oracle's minutes in odd weeks, with blocks and days away", () => {
    fc.assert(
      fc.property(oddPair, ({ start, a, b, block }) => {
        const oracle = commonByWeek(a, b, start, 2, block);
        const context = weeksFrom(start, 2);
        const total = oracle.minutesOfWeek.reduce((sum, minutes) => sum + minutes, 0);
        const facts = factsOf(profileOf(a), profileOf(b), context, { minimumBlock: block });
        expect(facts).toMatchObject({
          minutesPerWeek: Math.floor(total / 2),
          worstWeekMinutes: Math.min(...oracle.minutesOfWeek),
          longestBlockMinutes: oracle.longest,
        });
        const options = { minimumBlock: block, targetMinutes: 600 };
        const points = Math.min(FULL_SCORE, Math.round((total * FULL_SCORE) / 1_200));
        expect(availability(options).value(profileOf(a), profileOf(b), context)).toBe(points / FULL_SCORE);
      }),
      runs(400),
    );
  });

  it("T7: sees New York and Berlin an hour closer in the March weeks between their changes", () => {
    const newYork = onDays("Mon-Fri 09:00-17:00", "America/New_York");
    const berlin = onDays("Mon-Fri 09:00-17:00", "Europe/Berlin");
    const minutes = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"].map(
      (start) => factsOf(newYork, berlin, weeksFrom(start, 1)).minutesPerWeek,
    );
    expect(minutes).toEqual([600, 900, 900, 900, 600]);
  });

  it("T6: gives a window in the gap nothing and a repeated hour two", () => {
    const gap = onDays("Sun 02:00-03:00", "Europe/Berlin");
    expect(factsOf(gap, gap, weeksFrom("2026-03-23", 1)).minutesPerWeek).toBe(0);
    expect(factsOf(gap, gap, weeksFrom("2026-10-19", 1)).minutesPerWeek).toBe(120);
    const day = onDays("Sun 00:00-24:00", "Europe/Berlin");
    expect(factsOf(day, day, weeksFrom("2026-03-23", 2)).minutesPerWeek).toBe((23 * 60 + 24 * 60) / 2);
    expect(factsOf(day, day, weeksFrom("2026-10-19", 2)).minutesPerWeek).toBe((25 * 60 + 24 * 60) / 2);
  });

  it("T8: knows that Apia had no 30 December 2011", () => {
    const friday = onDays("Fri 09:00-17:00", "Pacific/Apia");
    expect(factsOf(friday, friday, weeksFrom("2011-12-26", 1)).minutesPerWeek).toBe(0);
    expect(factsOf(friday, friday, weeksFrom("2012-01-02", 1)).minutesPerWeek).toBe(480);
  });
});

describe("laws of availability", () => {
  it("T1: is symmetric, and with oneself it is everything in long enough windows", () => {
    fc.assert(
      fc.property(oddPair, ({ start, a, b }) => {
        const context = weeksFrom(start, 1);
        const one = { minimumBlock: 1 };
        const there = factsOf(profileOf(a), profileOf(b), context, one).minutesPerWeek;
        const back = factsOf(profileOf(b), profileOf(a), context, one).minutesPerWeek;
        const alone = [a, b].map((side) => factsOf(profileOf(side), profileOf(side), context, one).minutesPerWeek);
        expect(there).toBe(back);
        expect(there).toBeLessThanOrEqual(Math.min(...alone));
      }),
    );
  });

  it("T3, T4: depends on the instants alone, not on the zones they are written in", () => {
    const [a, b] = [onDays("Tue 09:00-12:00", "+03:00"), onDays("Tue 10:00-13:00", "+03:00")];
    const inTokyo = onDays("Tue 15:00-18:00", "Asia/Tokyo");
    const inKathmandu = onDays("Tue 12:45-15:45", "Asia/Kathmandu");
    const context = weeksFrom("2026-02-02", 4);
    for (const one of [a, inTokyo]) {
      for (const other of [b, inKathmandu]) expect(factsOf(one, other, context).minutesPerWeek).toBe(120);
    }
  });

  it("T9: splits of a window over midnight or over the week's edge change nothing", () => {
    const context = weeksFrom("2026-03-02", 5);
    const whole = onDays("Sun 21:00-05:00; Wed 22:00-02:00", "America/New_York");
    const split = onDays("Sun 21:00-24:00; Mon 00:00-05:00; Wed 22:00-24:00; Thu 00:00-02:00", "America/New_York");
    const other = onDays("Mon-Sun 00:00-24:00", "Asia/Kathmandu");
    expect(factsOf(whole, other, context)).toEqual(factsOf(split, other, context));
    expect(factsOf(whole, other, context)).toMatchObject({ minutesPerWeek: 720, longestBlockMinutes: 480 });
  });

  it("T11: aliases of a zone and equal fixed offsets are equal", () => {
    const context = weeksFrom("2026-03-02", 26);
    const other = onDays("Mon-Fri 07:00-12:00", "Europe/London");
    for (const [old, now] of [
      ["Asia/Calcutta", "Asia/Kolkata"],
      ["Europe/Kiev", "Europe/Kyiv"],
      ["Europe/Istanbul", "+03:00"],
      ["Etc/GMT+3", "-03:00"],
    ] as const) {
      const text = "Mon-Fri 09:00-18:00";
      expect(factsOf(onDays(text, old), other, context)).toEqual(factsOf(onDays(text, now), other, context));
    }
  });

  it("S6: removing a window, the last one too, never raises a default score", () => {
    const criterion = availability();
    const scoreOf = (a: MentorProfile, b: MentorProfile, start: string): number =>
      criterion.value(a, b, weeksFrom(start, 2)) ?? 0;
    expect(criterion.missing).toBe("zero");
    fc.assert(
      fc.property(oddPair, fc.nat(7), ({ start, a, b }, place) => {
        const fewer = { ...a, windows: a.windows.filter((_, at) => at !== place % a.windows.length) };
        const before = scoreOf(profileOf(a), profileOf(b), start);
        expect(scoreOf(profileOf(fewer), profileOf(b), start)).toBeLessThanOrEqual(before);
        expect(scoreOf(profileOf({ ...a, windows: [] }), profileOf(b), start)).toBe(0);
      }),
    );
  });

  it("S10: a pool gives every pair what the two alone get", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ODD_WEEKS), fc.constantFrom(1, 3, 9), (odd, weeks) => {
        const zones = [odd.zone, ...PLAIN_ZONES];
        const sides = fc.sample(
          fc.constantFrom(...zones).chain((zone) => sideIn(zone, odd.start, 0)),
          8,
        );
        const people = sides.map(profileOf);
        const [mentors, mentees] = [people.slice(0, 4), people.slice(4)];
        const context = weeksFrom(odd.start, weeks);
        const criterion = availability({ minimumBlock: 45, targetMinutes: 500 });
        const prepared = criterion.prepare({ mentors, mentees, context });
        for (const [i, mentor] of mentors.entries()) {
          for (const [j, mentee] of mentees.entries()) {
            const alone = criterion.value(mentor, mentee, context);
            const points = prepared.points(j, i);
            expect(points === NO_INFORMATION ? undefined : points / FULL_SCORE).toBe(alone);
          }
        }
      }),
      runs(60),
    );
  });
});
