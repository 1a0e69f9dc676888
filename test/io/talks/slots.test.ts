import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slotsFromRows } from "../../../src/io/index.ts";
import { runs } from "../../support/runs.ts";

const read = (...rows: readonly string[]) =>
  slotsFromRows({ name: "slots.csv", text: ["slot,start,end,time zone", ...rows, ""].join("\n") });

const told = (...rows: readonly string[]): readonly string[] =>
  read(...rows).issues.map(({ code, line }) => `${code} ${line}`);

/** Days of a month, counted without a calendar of the platform. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (value: number): string => String(value).padStart(2, "0");

describe("slots for talks", () => {
  it("takes exactly the days that the calendar has and the times that a clock shows", () => {
    const counts = { taken: 0, refused: 0 };
    const date = fc.tuple(
      fc.integer({ min: 2024, max: 2101 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    const time = fc.tuple(fc.constantFrom(0, 9, 23, 24, 25), fc.constantFrom(0, 30, 59, 60));
    // the ends of months are drawn as often as all other days
    const ends = fc.tuple(
      fc.integer({ min: 2024, max: 2101 }),
      fc.constantFrom(2, 4, 12),
      fc.integer({ min: 28, max: 32 }),
    );
    fc.assert(
      fc.property(fc.oneof(date, ends), time, ([year, month, day], [hour, minute]) => {
        const isReal = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60;
        const start = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
        const { slots, issues } = read(`one,${start},,UTC`);
        expect(issues.map(({ code, line }) => `${code} ${line}`)).toEqual(isReal ? [] : ["TIME_FORMAT 2"]);
        expect(slots[0]?.start).toBe(isReal ? start.replace(" ", "T") : undefined);
        counts[isReal ? "taken" : "refused"] += 1;
      }),
      runs(200),
    );
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(3);
  });

  it("tells zones that nobody knows with their line, and reads those of Windows and offsets", () => {
    expect(
      told("a,2027-03-01 10:00,,Europe/Istanbul", "b,2027-03-01 11:00,,Mars/Phobos", "c,2027-03-01 12:00,,IST"),
    ).toEqual(["ZONE_UNKNOWN 3", "ZONE_AMBIGUOUS 4"]);
    const zones = read("a,2027-03-01 10:00,,Turkey Standard Time", "b,2027-03-01 10:00,,UTC+3").slots;
    expect(zones.map(({ timeZone }) => timeZone)).toEqual(["Europe/Istanbul", "+03:00"]);
  });

  it("counts minutes as they pass, when clocks are changed between start and end", () => {
    const minutes = (...rows: readonly string[]) => read(...rows).slots.map((slot) => slot.minutes);
    expect(
      minutes("a,2027-03-28 00:30,2027-03-28 03:30,Europe/Berlin", "b,2027-10-31 00:30,2027-10-31 03:30,Europe/Berlin"),
    ).toEqual([120, 240]);
    expect(told("a,2027-03-01 10:00,2027-03-01 10:00,UTC", "b,2027-03-01 10:00,2027-03-03 10:00,UTC")).toEqual([
      "TIME_FORMAT 2",
      "TIME_FORMAT 3",
    ]);
  });
});
