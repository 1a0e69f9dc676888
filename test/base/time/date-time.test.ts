import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { instantOf, readDateTime } from "../../../src/base/time/date-time.ts";
import { runs } from "../../support/runs.ts";

const ZONES = ["Europe/Istanbul", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"];

describe("moments on a clock", () => {
  it("T6, T8: an instant is what Temporal finds, in gaps and in repeated hours too", () => {
    const wall = fc.integer({ min: 4_000_000, max: 33_000_000 });
    fc.assert(
      fc.property(wall, fc.constantFrom(...ZONES), (minutes, name) => {
        const shown = new Date(minutes * 60_000).toISOString().slice(0, 16);
        const read = readDateTime(`${shown}[${name}]`);
        expect(read).toMatchObject({ wall: minutes, seconds: 0, zone: { name } });
        const expected = Temporal.PlainDateTime.from(shown).toZonedDateTime(name, { disambiguation: "compatible" });
        expect(instantOf(minutes, { name })).toBe(expected.epochMilliseconds / 60_000);
      }),
      runs(2_000),
    );
  });

  it.each([
    ["2026-03-08T02:30[America/New_York]", "2026-03-08T07:30Z"],
    ["2026-11-01T01:30[America/New_York]", "2026-11-01T05:30Z"],
    ["2026-01-01T00:15+05:45", "2025-12-31T18:30Z"],
    ["2026-01-01Z", "2026-01-01T00:00Z"],
  ])("%s is %s", (text, utc) => {
    const { wall = Number.NaN, zone } = readDateTime(text) ?? {};
    expect(zone && instantOf(wall, zone)).toBe(readDateTime(utc)?.wall);
  });

  it.each(["", "2026-02-30", "2026-1-1", "2026-01-01T24:00", "2026-01-01T09:00[Mars/Base]", "2026-01-01T09:00[IST]"])(
    "%j is no moment",
    (text) => {
      expect(readDateTime(text)).toBeUndefined();
    },
  );
});
