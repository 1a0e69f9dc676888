import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "../../../src/base/time/weekday.ts";
import { availability } from "../../../src/score/criteria/availability.ts";
import { isoDatePlus } from "../support/time-oracle.ts";

interface Overlap {
  readonly overlapMinutes: number;
  readonly longestBlockMinutes: number;
}

interface Side {
  readonly zone: string;
  readonly weekly: readonly { readonly day: number; readonly from: string; readonly to: string }[];
}

interface OverlapCase {
  readonly name: string;
  readonly a: Side;
  readonly b: Side;
  readonly weekStarting: string;
  readonly expected: Overlap;
  readonly expectedIfRecurring?: Overlap;
}

const fixture = new URL("../../fixtures/calendar/weekly-overlap.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(fixture, "utf8")) as { readonly cases: readonly OverlapCase[] };

const profile = ({ zone, weekly }: Side) => ({
  timeZone: zone,
  availability: weekly.map(({ day, from, to }) => ({ day: WEEKDAYS[day]!, start: from, end: to })),
});

describe("availability against overlaps computed from the IANA database by other software", () => {
  it("has all 18 cases", () => {
    expect(cases).toHaveLength(18);
  });

  it.each(cases)("$name", ({ a, b, weekStarting, expected, expectedIfRecurring }) => {
    const context = { period: { start: weekStarting, end: isoDatePlus(weekStarting, 6) } };
    const criterion = availability({ minimumBlock: 1 });
    const facts = criterion.prepare({ mentors: [profile(a)], mentees: [profile(b)], context }).facts(0, 0);
    const { overlapMinutes, longestBlockMinutes } = expectedIfRecurring ?? expected;
    expect(facts).toMatchObject({ minutesPerWeek: overlapMinutes, longestBlockMinutes });
    expect(criterion.value(profile(a), profile(b), context)).toBe(Math.min(1, overlapMinutes / 60));
  });
});
