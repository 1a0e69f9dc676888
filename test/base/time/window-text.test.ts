import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfDate, dateOfDay, minuteOfWeek, timeText } from "../../../src/base/time/dates.ts";
import { WEEKDAYS, weekdayOf } from "../../../src/base/time/weekday.ts";
import { mergeIntervals, weeklyIntervals } from "../../../src/base/time/week-hours.ts";
import { readWindows } from "../../../src/base/time/window-text.ts";
import { runs } from "../../support/runs.ts";

const MONDAY_9 = 9 * 60;

const windowsOf = (given: unknown) => {
  const { windows, issues } = readWindows(given, "/availability");
  if (issues.length > 0) throw new Error(`unexpected ${issues[0]!.code}`);
  return windows.map(({ start, end }) => [start, end]);
};

const issuesOf = (given: unknown) => readWindows(given, "/availability").issues.map(({ code, path }) => [code, path]);

describe("weekdayOf", () => {
  it.each([
    ["Mon Monday MONDAY mon. Pzt Pazartesi PAZARTESİ pazartesi", 0],
    ["Tue Tues Tuesday Sal Salı SALI sali", 1],
    ["Wed Wednesday Çar ÇAR Çarşamba ÇARŞAMBA carsamba", 2],
    ["Thu Thurs Thursday Per Perşembe PERŞEMBE", 3],
    ["Fri FRIDAY Cum Cuma", 4],
    ["Sat SATURDAY Cmt Cumartesi CUMARTESİ", 5],
    ["Sun sunday Paz Pazar", 6],
  ])("N4, N5: reads %s in any case, composed or not", (names, day) => {
    for (const name of names.split(" ")) {
      expect([name, weekdayOf(name), weekdayOf(name.normalize("NFD"))]).toEqual([name, day, day]);
    }
  });

  it.each(["Funday", "8", "", "Pa", "M", "__proto__"])("row 49: does not know %j", (name) => {
    expect(weekdayOf(name)).toBeUndefined();
  });
});

describe("readWindows", () => {
  it("reads text and objects alike", () => {
    const objects = [
      { day: "Mon", start: "09:00", end: "11:30" },
      { day: "Çarşamba", start: "14:00", end: "16:00" },
    ];
    const minutes = [
      [MONDAY_9, MONDAY_9 + 150],
      [2 * 1_440 + 14 * 60, 2 * 1_440 + 16 * 60],
    ];
    expect(windowsOf(objects)).toEqual(minutes);
    expect(windowsOf("Mon 09:00-11:30; Wed 14:00-16:00")).toEqual(minutes);
    expect(windowsOf(" pzt  09:00 – 11:30;\nÇar 14:00-16:00;")).toEqual(minutes);
  });

  it("reads ranges and lists of days, and several times of a day", () => {
    expect(windowsOf("Mon-Fri 09:00-12:00")).toHaveLength(5);
    expect(windowsOf("Sat-Mon 09:00-12:00").map(([start]) => Math.floor(start! / 1_440))).toEqual([5, 6, 0]);
    expect(windowsOf("Mon, Wed-Thu 09:00-12:00, 13:00-17:00")).toHaveLength(6);
    expect(windowsOf("")).toEqual([]);
    expect(windowsOf([])).toEqual([]);
  });

  it("row 46: ends at or before the start are on the next day, and 24:00 is an end", () => {
    expect(windowsOf("Mon 22:00-02:00; Mon 09:00-09:00; Mon 00:00-24:00; Mon 23:00-00:00")).toEqual([
      [1_320, 1_560],
      [540, 1_980],
      [0, 1_440],
      [1_380, 1_440],
    ]);
  });

  it.each([
    [
      [{ day: "Mon", start: "25:00", end: "26:00" }],
      [
        ["TIME_RANGE", "/0/start"],
        ["TIME_RANGE", "/0/end"],
      ],
    ],
    [[{ day: "Mon", start: "24:00", end: "24:00" }], [["TIME_RANGE", "/0/start"]]],
    [
      [{ day: "Mon", start: "09:60", end: "24:01" }],
      [
        ["TIME_RANGE", "/0/start"],
        ["TIME_RANGE", "/0/end"],
      ],
    ],
    [
      [{ day: "Mon", start: "9:5", end: 10 }],
      [
        ["TIME_FORMAT", "/0/start"],
        ["TIME_FORMAT", "/0/end"],
      ],
    ],
    [[{ day: "Funday", start: "09:00", end: "10:00" }], [["WEEKDAY_UNKNOWN", "/0/day"]]],
    [[{ day: 8, start: "09:00", end: "10:00" }], [["WEEKDAY_UNKNOWN", "/0/day"]]],
    [
      [{}],
      [
        ["FIELD_MISSING", "/0/day"],
        ["FIELD_MISSING", "/0/start"],
        ["FIELD_MISSING", "/0/end"],
      ],
    ],
    [
      [null, 3],
      [
        ["FIELD_TYPE", "/0"],
        ["FIELD_TYPE", "/1"],
      ],
    ],
    [new Array(1), [["FIELD_TYPE", "/0"]]],
    [7, [["FIELD_TYPE", ""]]],
    ["Mon", [["WINDOW_FORMAT", ""]]],
    ["09:00-10:00", [["WINDOW_FORMAT", ""]]],
    ["Mon 09:00", [["WINDOW_FORMAT", ""]]],
    ["Mon 09:00-10:00-11:00", [["WINDOW_FORMAT", ""]]],
    ["Mon-Tue-Wed 09:00-10:00", [["WINDOW_FORMAT", ""]]],
    [
      "Mon 9:00-10:00; Fun 25:00-26:00; Tue 25:00-26:00",
      [
        ["TIME_FORMAT", ""],
        ["WEEKDAY_UNKNOWN", ""],
        ["TIME_RANGE", ""],
        ["TIME_RANGE", ""],
      ],
    ],
  ])("rows 46-49: %j", (given, expected) => {
    expect(issuesOf(given)).toEqual(expected.map(([code, below]) => [code, `/availability${below!}`]));
  });

  it("V1, V8: never throws, whatever it is given, and says nothing of what the text held", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^[MonTueçş 0-9:,;-]{0,40}$/)), (given) => {
        const { issues } = readWindows(given, "/w");
        for (const { message, path } of issues) {
          expect(path.startsWith("/w")).toBe(true);
          if (typeof given === "string" && given.length > 12) expect(message).not.toContain(given);
        }
      }),
      runs(1_000),
    );
  });
});

describe("stretches of time", () => {
  const stretch = fc.tuple(fc.nat(200), fc.nat(40)).map(([start, length]) => [start, start + length] as const);
  const minutes = (stretches: Int32Array): Set<number> => {
    const held = new Set<number>();
    for (let at = 0; at < stretches.length; at += 2) {
      for (let minute = stretches[at]!; minute < stretches[at + 1]!; minute += 1) held.add(minute);
    }
    return held;
  };

  it("T2: hold the same minutes, sorted, with a gap between any two", () => {
    fc.assert(
      fc.property(fc.array(stretch), (list) => {
        const merged = mergeIntervals(list);
        const expected = new Set(
          list.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)),
        );
        expect(minutes(merged)).toEqual(expected);
        for (let at = 1; at < merged.length; at += 1) expect(merged[at]!).toBeGreaterThan(merged[at - 1]!);
      }),
    );
  });

  it("T2: windows over the week's edge come in two parts", () => {
    expect([...weeklyIntervals(readWindows("Sun 22:00-02:00; Mon 01:00-03:00", "").windows)]).toEqual([
      0, 180, 9_960, 10_080,
    ]);
  });
});

describe("calendar", () => {
  it("knows which dates there are", () => {
    expect(dayOfDate("1970-01-01")).toBe(0);
    expect(
      ["2026-02-30", "2025-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-00-10", "tomorrow"].map(dayOfDate),
    ).toEqual(Array.from({ length: 7 }, () => undefined));
    expect(dayOfDate("2024-02-29")).toBeDefined();
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (day) => dayOfDate(dateOfDay(day)) === day));
  });

  it("counts weeks from Monday", () => {
    expect(minuteOfWeek(dayOfDate("2026-11-23")! * 1_440)).toBe(0);
    expect(minuteOfWeek(dayOfDate("1969-12-28")! * 1_440)).toBe(6 * 1_440);
    expect(timeText(65)).toBe("01:05");
    expect(WEEKDAYS.map(weekdayOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
