import * as fc from "fast-check";
import { timeText } from "../../../src/base/time/dates.ts";
import { WEEKDAYS } from "../../../src/base/time/weekday.ts";
import type { MentorProfile } from "../../../src/score/criterion.ts";
import { isoDatePlus, type OracleSide, type OracleWindow } from "./time-oracle.ts";

/** Weeks in which something odd happens to the clocks of `zone`; the programme starts on that Monday. */
export const ODD_WEEKS = [
  { zone: "America/New_York", start: "2026-03-02" },
  { zone: "Europe/Berlin", start: "2026-03-23" },
  { zone: "Europe/Berlin", start: "2026-10-19" },
  { zone: "Australia/Lord_Howe", start: "2026-03-30" },
  { zone: "Australia/Lord_Howe", start: "2026-09-28" },
  { zone: "Pacific/Apia", start: "2011-12-26" },
  { zone: "Europe/Istanbul", start: "2016-10-24" },
  { zone: "Europe/Istanbul", start: "2016-03-21" },
  { zone: "Africa/Casablanca", start: "2026-02-09" },
  { zone: "Africa/Casablanca", start: "2026-03-16" },
  { zone: "Asia/Kathmandu", start: "2026-03-02" },
  { zone: "Asia/Pyongyang", start: "2018-04-30" },
] as const;

export const PLAIN_ZONES = [
  "Europe/Istanbul",
  "Asia/Kathmandu",
  "America/New_York",
  "UTC",
  "Pacific/Honolulu",
] as const;

/** Windows mostly on quarter hours, some anywhere, many near the hours in which clocks change. */
export const window: fc.Arbitrary<OracleWindow> = fc.record({
  day: fc.oneof(fc.nat(6), fc.constant(6)),
  start: fc.oneof(
    fc.nat(95).map((quarter) => quarter * 15),
    fc.nat(1_439),
    fc.integer({ min: 0, max: 240 }),
  ),
  end: fc.oneof(
    fc.nat(95).map((quarter) => quarter * 15),
    fc.nat(1_439),
  ),
});

/** Somebody in `zone` with up to eight windows and at times some days away near `start`. */
export function sideIn(zone: string, start: string, windows = 1): fc.Arbitrary<OracleSide> {
  const away = fc
    .tuple(fc.integer({ min: -9, max: 15 }), fc.nat(4))
    .map(([first, more]) => ({ start: isoDatePlus(start, first), end: isoDatePlus(start, first + more) }));
  return fc.record({
    zone: fc.constant(zone),
    windows: fc.array(window, { minLength: windows, maxLength: 8 }),
    away: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(away, { maxLength: 2 }) },
    ),
  });
}

/** The record that a caller would write. */
export function profileOf({ zone, windows, away = [] }: OracleSide): MentorProfile {
  const texts = windows.map(({ day, start, end }) => ({
    day: WEEKDAYS[day]!,
    start: timeText(start),
    end: timeText(end),
  }));
  return { timeZone: zone, availability: { windows: texts, away: [...away] } };
}
