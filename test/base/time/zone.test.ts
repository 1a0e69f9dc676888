import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isSignReversedZone, readZone } from "../../../src/base/time/zone.ts";
import { FIRST_INSTANT, offsetPlace, zoneFingerprint, zoneOffsets } from "../../../src/base/time/zone-offsets.ts";
import { runs } from "../../support/runs.ts";

const minutesOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds / 60_000;

function offsetsOf(name: string, from: string, to: string): (readonly [string, number])[] {
  const zone = readZone(name, "/timeZone");
  if ("code" in zone) throw new Error(`no zone: ${zone.code}`);
  const { startOf, offsetOf } = zoneOffsets(zone, minutesOf(from), minutesOf(to));
  return startOf.map((start, place) => [new Date(start * 60_000).toISOString(), offsetOf[place]!] as const);
}

describe("readZone", () => {
  it.each([
    ["Mars/Olympus", "ZONE_UNKNOWN"],
    ["Europe", "ZONE_UNKNOWN"],
    ["", "ZONE_UNKNOWN"],
    ["+15:00", "ZONE_UNKNOWN"],
    ["+03:60", "ZONE_UNKNOWN"],
    ["+3", "ZONE_UNKNOWN"],
    ["TRT", "ZONE_AMBIGUOUS"],
    ["GMT+3", "ZONE_AMBIGUOUS"],
    ["UTC+03:00", "ZONE_AMBIGUOUS"],
    ["EST", "ZONE_AMBIGUOUS"],
    ["ist", "ZONE_AMBIGUOUS"],
    ["CET", "ZONE_AMBIGUOUS"],
    [7, "FIELD_TYPE"],
    [null, "FIELD_TYPE"],
  ])("T11: rows 50, 51: refuses %j as %s", (name, code) => {
    expect(readZone(name, "/mentors/3/timeZone")).toMatchObject({ code, path: "/mentors/3/timeZone" });
  });

  it("T11: row 51: says in a hint how to write an ambiguous zone", () => {
    expect(readZone("TRT", "")).toMatchObject({
      hint: expect.stringContaining("Europe/Istanbul, or +03:00") as string,
    });
  });

  it("T11: takes every IANA name that the engine lists", () => {
    const refused = Intl.supportedValuesOf("timeZone").filter((name) => "code" in readZone(name, ""));
    expect(refused).toEqual([]);
  });

  it("T11: parses fixed offsets itself", () => {
    expect(readZone("+03:00", "")).toEqual({ name: "+03:00", fixedOffset: 180 });
    expect(readZone("-05:30", "")).toEqual({ name: "-05:30", fixedOffset: -330 });
    expect(readZone("-00:00", "")).toEqual({ name: "-00:00", fixedOffset: 0 });
    for (const name of ["UTC", "utc", "Z"]) expect(readZone(name, "")).toEqual({ name, fixedOffset: 0 });
  });

  it("row 52: accepts Etc/GMT+3, which means UTC-3, and can say that its sign is reversed", () => {
    expect(offsetsOf("Etc/GMT+3", "2026-01-01T00:00Z", "2026-02-01T00:00Z")).toEqual([
      ["2026-01-01T00:00:00.000Z", -180],
    ]);
    expect(["Etc/GMT+3", "etc/gmt-14", "Etc/GMT", "Etc/UTC", "Europe/Istanbul"].map(isSignReversedZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("zoneOffsets", () => {
  it("T8: finds each change to the minute", () => {
    expect(offsetsOf("Europe/Berlin", "2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual([
      ["2026-01-01T00:00:00.000Z", 60],
      ["2026-03-29T01:00:00.000Z", 120],
      ["2026-10-25T01:00:00.000Z", 60],
    ]);
    expect(offsetsOf("Pacific/Apia", "2011-12-26T00:00Z", "2012-01-09T00:00Z")).toEqual([
      ["2011-12-26T00:00:00.000Z", -600],
      ["2011-12-30T10:00:00.000Z", 840],
    ]);
  });

  it("T8: has at any minute the offset that the polyfill has, in every zone", () => {
    const restless = ["Africa/Casablanca", "Asia/Gaza", "Africa/Cairo", "Australia/Lord_Howe", "America/St_Johns"];
    const anyZone = fc.oneof(fc.constantFrom(...restless), fc.constantFrom(...Intl.supportedValuesOf("timeZone")));
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 1973, max: 2035 }), fc.nat(730 * 1_440), (name, year, later) => {
        const zone = readZone(name, "");
        if ("code" in zone) throw new Error(`no zone: ${name}`);
        const from = minutesOf(`${year}-01-01T00:00Z`);
        const offsets = zoneOffsets(zone, from, from + 731 * 1_440);
        const instant = Temporal.Instant.fromEpochMilliseconds((from + later) * 60_000);
        const expected = instant.toZonedDateTimeISO(name).offsetNanoseconds / 60e9;
        expect(offsets.offsetOf[offsetPlace(offsets, from + later)]).toBe(expected);
      }),
      runs(400),
    );
  });

  it("T8: finds the shortest stay at an offset, a week of summer time in Boa Vista", () => {
    expect(offsetsOf("America/Boa_Vista", "2000-09-01T00:00Z", "2000-12-01T00:00Z")).toEqual([
      ["2000-09-01T00:00:00.000Z", -240],
      ["2000-10-08T04:00:00.000Z", -180],
      ["2000-10-15T03:00:00.000Z", -240],
    ]);
  });

  it("an offset holds from its first minute on", () => {
    const offsets = { startOf: [0, 100, 200], offsetOf: [60, 120, 60] };
    expect([0, 99, 100, 199, 200, 300].map((instant) => offsetPlace(offsets, instant))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("has whole minutes in every zone from the first instant on, but not a year before", () => {
    const isWhole = (name: string, instant: number): boolean =>
      Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toZonedDateTimeISO(name).offsetNanoseconds % 60e9 === 0;
    const zones = Intl.supportedValuesOf("timeZone");
    expect(zones.filter((name) => !isWhole(name, FIRST_INSTANT))).toEqual([]);
    expect(isWhole("Africa/Monrovia", FIRST_INSTANT - 366 * 1_440)).toBe(false);
    expect(FIRST_INSTANT).toBe(minutesOf("1973-01-01T00:00Z"));
  });
});

describe("zoneFingerprint", () => {
  it("T12: is text that holds the offsets used, whatever the order of the names", () => {
    const [from, to] = [minutesOf("2026-01-05T00:00Z"), minutesOf("2026-06-29T00:00Z")];
    const text = zoneFingerprint(["Europe/Berlin", "+03:00", "Europe/Berlin", "nowhere"], from, to);
    expect(text).toBe(zoneFingerprint(new Set(["+03:00", "Europe/Berlin"]), from, to));
    expect(text).toBe(
      [
        "+03:00",
        "  2026-01-05T00:00:00.000Z 180",
        "Europe/Berlin",
        "  2026-01-05T00:00:00.000Z 60",
        "  2026-03-29T01:00:00.000Z 120",
      ].join("\n"),
    );
  });
});
