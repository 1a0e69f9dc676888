import { describe, expect, it } from "vitest";
import { dayOfDate } from "../../../src/base/time/dates.ts";
import { readWeekHours } from "../../../src/base/time/week-hours.ts";
import { periodIssues, readPeriod } from "../../../src/base/time/programme-weeks.ts";

const codesOf = (source: object): (readonly [string, string])[] =>
  readWeekHours(source, "/mentors/3").issues.map(({ code, path }) => [code, path] as const);

describe("readWeekHours", () => {
  it("takes the zone of the availability before the person's", () => {
    const windows = "Mon 09:00-10:00";
    const own = { timeZone: "Europe/Istanbul", availability: { windows, timeZone: "Asia/Tokyo" } };
    expect(readWeekHours(own, "").hours?.zone.name).toBe("Asia/Tokyo");
    expect(readWeekHours({ ...own, availability: { windows } }, "").hours?.zone.name).toBe("Europe/Istanbul");
    expect(readWeekHours({ ...own, availability: windows }, "").hours?.zone.name).toBe("Europe/Istanbul");
  });

  it("reads no window as no information", () => {
    for (const availability of [undefined, "", [], { windows: [] }, { windows: " ; " }]) {
      expect(readWeekHours({ availability }, "")).toEqual({ overlapping: false, issues: [] });
    }
  });

  it("row 56: merges overlapping windows and says so; windows that touch do not overlap", () => {
    const read = (availability: string) => readWeekHours({ timeZone: "Z", availability }, "");
    expect(read("Mon 09:00-11:00; Mon 10:00-12:00")).toMatchObject({ overlapping: true });
    expect([...read("Mon 09:00-11:00; Mon 10:00-12:00").hours!.weekly]).toEqual([540, 720]);
    expect(read("Sun 23:00-02:00; Mon 01:00-03:00").overlapping).toBe(true);
    expect(read("Mon 09:00-11:00; Mon 11:00-12:00").overlapping).toBe(false);
    expect(read("Mon 09:00-12:00; Mon 10:00-11:00; Mon 11:30-12:30").overlapping).toBe(true);
  });

  it("reads dates away, both included", () => {
    const away = [{ start: "2026-08-03", end: "2026-08-03" }];
    const { hours } = readWeekHours({ timeZone: "Z", availability: { windows: "Mon 09:00-10:00", away } }, "");
    const day = dayOfDate("2026-08-03")! * 1_440;
    expect([...hours!.away]).toEqual([day, day + 1_440]);
  });

  it.each([
    [{ availability: "Mon 09:00-10:00" }, [["ZONE_MISSING", "/timeZone"]]],
    [{ availability: "Mon 09:00-10:00", timeZone: "TRT" }, [["ZONE_AMBIGUOUS", "/timeZone"]]],
    [{ timeZone: "Mars/Olympus" }, [["ZONE_UNKNOWN", "/timeZone"]]],
    [{ availability: { windows: "Mon 09:00-10:00", timeZone: 3 } }, [["FIELD_TYPE", "/availability/timeZone"]]],
    [{ availability: null }, [["FIELD_TYPE", "/availability"]]],
    [{ availability: {} }, [["FIELD_TYPE", "/availability/windows"]]],
    [
      { timeZone: "Z", availability: { windows: [{ day: "Funday", start: "25:00", end: "1:00" }] } },
      [
        ["WEEKDAY_UNKNOWN", "/availability/windows/0/day"],
        ["TIME_RANGE", "/availability/windows/0/start"],
        ["TIME_FORMAT", "/availability/windows/0/end"],
      ],
    ],
    [{ timeZone: "Z", availability: { windows: [], away: "August" } }, [["LIST_EXPECTED", "/availability/away"]]],
    [
      {
        timeZone: "Z",
        availability: {
          windows: [],
          away: [{ start: "2026-02-30", end: "2026-03-01" }, null, { start: "2026-03-02", end: "2026-03-01" }],
        },
      },
      [
        ["DATE_FORMAT", "/availability/away/0/start"],
        ["DATE_FORMAT", "/availability/away/1/start"],
        ["DATE_FORMAT", "/availability/away/1/end"],
        ["WINDOW_ORDER", "/availability/away/2/end"],
      ],
    ],
  ])("rows 46-55: %j", (source, expected) => {
    expect(codesOf(source)).toEqual(expected.map(([code, below]) => [code, `/mentors/3${below!}`]));
  });
});

describe("readPeriod", () => {
  const weeksOf = (start: string, end: string) => readPeriod({ start, end }, "/period");
  const monday = dayOfDate("2026-01-05")! * 1_440;

  it("T5: counts whole weeks from Monday to Sunday, in UTC", () => {
    expect(weeksOf("2026-01-05", "2026-01-11")).toEqual({ start: monday, count: 1 });
    expect(weeksOf("2026-01-01", "2026-01-12")).toEqual({ start: monday, count: 1 });
    expect(weeksOf("2025-12-30", "2026-01-18")).toEqual({ start: monday, count: 2 });
  });

  it.each([
    ["2026-01-05", "2026-01-10", "PERIOD_TOO_SHORT", ""],
    ["2026-01-06", "2026-01-17", "PERIOD_TOO_SHORT", ""],
    ["2026-01-05", "2026-01-04", "PERIOD_ORDER", "/end"],
    ["2026-02-30", "2026-03-30", "DATE_FORMAT", "/start"],
    ["2026-01-05", "30.03.2026", "DATE_FORMAT", "/end"],
    ["2026-01-01", "2028-01-02", "LIMIT_PERIOD", ""],
    ["1970-01-01", "1970-06-01", "LIMIT_PERIOD", ""],
    ["9990-01-01", "9990-06-01", "LIMIT_PERIOD", ""],
  ])("rows 54, 55: %s to %s is %s", (start, end, code, below) => {
    const found = weeksOf(start, end);
    expect(found).toMatchObject([{ code, path: `/period${below}` }]);
    expect(periodIssues({ start, end }, "/period")).toEqual(code === "PERIOD_TOO_SHORT" ? [] : found);
  });

  it("takes 731 days, and no other type", () => {
    expect(weeksOf("2026-01-01", "2028-01-01")).toMatchObject({ count: 103 });
    expect(readPeriod("2026", "/period")).toMatchObject([{ code: "FIELD_TYPE", path: "/period" }]);
    expect(readPeriod({ start: new Date(NaN) }, "/period")).toMatchObject([
      { code: "DATE_FORMAT", path: "/period/start" },
      { code: "DATE_FORMAT", path: "/period/end" },
    ]);
  });
});
