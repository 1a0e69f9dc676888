import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type TimeSpan, TersineError, weeklyAvailability } from "../../../src/index.ts";
import { runs, shareOf } from "../../support/runs.ts";

const PERIOD = { start: "2027-03-15", end: "2027-04-11" };
const DAYS = 28;
const OWN = "Europe/Istanbul";
/** Quarters of an hour in a day; every time of these tests is a whole number of them. */
const STEPS = 96;
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const plain = (step: number): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.from("2027-03-15T00:00").add({ minutes: 15 * step });

const instantIn = (text: string): number => {
  if (text.endsWith("Z")) return Temporal.Instant.from(text).epochMilliseconds;
  const [, time = "", zone = OWN] = /^([^[]*)(?:\[(.*)\])?$/u.exec(text) ?? [];
  return Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;
};

/** Berlin changes its clock on 28 March 2027; Istanbul never does, so each of its times is one instant. */
const suffix = fc.constantFrom("", "[Europe/Berlin]", "[Asia/Kathmandu]", "Z");

const span: fc.Arbitrary<TimeSpan> = fc
  .tuple(fc.integer({ min: -STEPS, max: DAYS * STEPS }), fc.integer({ min: 1, max: 3 * STEPS }), suffix, fc.boolean())
  .map(([start, length, zone, available]) => ({
    start: `${plain(start).toString()}${zone}`,
    end: `${plain(start + length).toString()}${zone}`,
    available,
  }));

/** Whether each quarter of an hour of each day is free: the last span that covers it says. */
function freeSteps(spans: readonly TimeSpan[]): boolean[][] {
  const read = spans.map(({ start, end, available }) => ({ from: instantIn(start), to: instantIn(end), available }));
  return Array.from({ length: DAYS }, (_, day) =>
    Array.from({ length: STEPS }, (_, step) => {
      const at = instantIn(plain(day * STEPS + step).toString());
      return read.findLast(({ from, to }) => from <= at && at < to)?.available ?? false;
    }),
  );
}

/** What the windows and days away say. */
function statedSteps({ availability: { windows, away } }: ReturnType<typeof weeklyAvailability>): boolean[][] {
  const stepOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / 15;
  return Array.from({ length: DAYS }, (_, day) => {
    const date = plain(day * STEPS)
      .toPlainDate()
      .toString();
    const isAway = away.some(({ start, end }) => start <= date && date <= end);
    const own = windows.filter((window) => window.day === NAMES[day % 7]);
    return Array.from(
      { length: STEPS },
      (_, step) => !isAway && own.some(({ start, end }) => stepOf(start) <= step && step < stepOf(end)),
    );
  });
}

function excess(some: readonly boolean[][], others: readonly boolean[][]) {
  const perDay = some.map((steps, day) => steps.filter((is, step) => is && others[day]![step] !== true).length);
  return {
    days: perDay.filter((steps) => steps > 0).length,
    minutes: 15 * perDay.reduce((sum, steps) => sum + steps, 0),
  };
}

describe("weekly availability of a calendar", () => {
  it("T2: what windows and days away cannot say is counted to the minute", () => {
    let inexact = 0;
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const found = weeklyAvailability(spans, { period: PERIOD, timeZone: OWN });
        const [free, stated] = [freeSteps(spans), statedSteps(found)];
        expect(found.overstated).toEqual(excess(stated, free));
        expect(found.understated).toEqual(excess(free, stated));
        if (found.overstated.days > 0) inexact += 1;
      }),
      runs(60),
    );
    expect(inexact).toBeGreaterThan(shareOf(5));
  });

  it("T2: a minute is in the windows if it is free on at least half of the days that have free time", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const { availability } = weeklyAvailability(spans, { period: PERIOD, timeZone: OWN });
        const free = freeSteps(spans);
        const stated = statedSteps({ availability: { ...availability, away: [] } } as never);
        for (const weekday of NAMES.keys()) {
          const days = free.filter((steps, day) => day % 7 === weekday && steps.includes(true));
          for (let step = 0; step < STEPS; step += 1) {
            const times = days.filter((steps) => steps[step]).length;
            expect(stated[weekday]![step]).toBe(days.length > 0 && 2 * times >= days.length);
          }
        }
      }),
      runs(40),
    );
  });

  const stated = fc.record({
    windows: fc.constantFrom(
      "Mon-Fri 09:00-17:00",
      "Sun 22:00-02:00; Wed 10:00-11:30",
      "Mon 00:00-24:00",
      "Sat 23:45-00:15",
    ),
    away: fc.uniqueArray(fc.integer({ min: 0, max: DAYS - 1 }), { maxLength: 10 }),
  });

  it("T2: a week that repeats but for whole days comes back as it was", () => {
    fc.assert(
      fc.property(stated, ({ windows, away }) => {
        const dates = away.map((day) => plain(day * STEPS).toPlainDate());
        const asDates = dates.map((date) => ({ start: date.toString(), end: date.toString() }));
        const busy = dates.map((date) => ({
          start: date.toString(),
          end: date.add({ days: 1 }).toString(),
          available: false,
        }));
        const options = { period: PERIOD, timeZone: OWN };
        const bySpans = weeklyAvailability(busy, { ...options, availability: windows });
        expect(bySpans.overstated.minutes + bySpans.understated.minutes).toBe(0);
        const availability = { windows, timeZone: OWN, away: asDates };
        expect(weeklyAvailability([], { ...options, availability })).toEqual(bySpans);
        expect(weeklyAvailability([], { ...options, availability: bySpans.availability })).toEqual(bySpans);
      }),
    );
  });

  it("cuts a meeting of every week out of the windows, and leaves a single one with its count", () => {
    const weekly = [15, 22, 29].map((day) => ({
      start: `2027-03-${day}T10:00`,
      end: `2027-03-${day}T10:30`,
      available: false,
    }));
    const once = { start: "2027-03-17T10:00", end: "2027-03-17T11:00", available: false };
    const availability = "Mon 09:00-12:00; Wed 09:00-12:00";
    const found = weeklyAvailability([...weekly, once], { period: PERIOD, timeZone: OWN, availability });
    expect(found.availability.windows).toEqual([
      { day: "Mon", start: "09:00", end: "10:00" },
      { day: "Mon", start: "10:30", end: "12:00" },
      { day: "Wed", start: "09:00", end: "12:00" },
    ]);
    expect(found.availability.away).toEqual([]);
    expect(found.overstated).toEqual({ days: 1, minutes: 60 });
    expect(found.understated).toEqual({ days: 1, minutes: 30 });
  });

  it("rounds seconds so that no busy second is free", () => {
    const spans = [
      { start: "2027-03-15T09:00:01", end: "2027-03-15T10:00:59", available: true },
      { start: "2027-03-15T09:10:59", end: "2027-03-15T09:20:01", available: false },
    ];
    const { windows } = weeklyAvailability(spans, { period: PERIOD, timeZone: OWN }).availability;
    expect(windows.map(({ start, end }) => `${start}-${end}`)).toEqual(["09:01-09:10", "09:21-10:00"]);
  });

  it("refuses what is no time, at its place", () => {
    const spans = [
      { start: "2027-03-15", end: "2027-03-16", available: true },
      { start: "2027-03-15", end: "tomorrow", available: true },
    ];
    expect(() => weeklyAvailability(spans, { period: PERIOD, timeZone: OWN })).toThrow(TersineError);
    expect(() => weeklyAvailability(spans, { period: PERIOD, timeZone: OWN })).toThrow(/^\/spans\/1\/end: /u);
    expect(() => weeklyAvailability([], { period: PERIOD, timeZone: "IST" })).toThrow(/^\/timeZone: /u);
  });
});
