import { describe, expect, it } from "vitest";
import { readMatchInput } from "../../../src/io/index.ts";

const read = (cells: readonly string[], options: object) => {
  const rows = cells.map((cell, at) => `${at};AI;"${cell}"`).join("\n");
  const outcome = readMatchInput(
    { mentors: { name: "m.csv", text: `id;teaches;When?\n${rows}\n` } },
    {
      delimiter: ";",
      timeZone: "Europe/Istanbul",
      period: { start: "2027-01-04", end: "2027-03-28" },
      mapping: { availability: "When?" },
      ...options,
    },
  );
  return {
    windows: outcome.input?.mentors.map(({ availability }) => availability),
    codes: outcome.issues.flatMap(({ code }) => (/^(?:SIDE|LEVEL|COLUMN)_/u.test(code) ? [] : [code])),
  };
};

describe("parts of a day", () => {
  it("stand for their hours wherever windows are written", () => {
    const dayParts = {
      morning: "09:00-12:00",
      Afternoon: "13:00-17:00",
      "Late afternoon (4-6)": "16:00-18:00",
      "öğleden sonra": "13:00-17:00",
      SABAH: "09:00-12:00",
      İkindi: "15:00-16:00",
    };
    const cells = [
      ["Monday morning;Tuesday AFTERNOON;", "Monday 09:00-12:00; Tuesday 13:00-17:00"],
      ["Mon, Wed: morning, afternoon", "Mon, Wed 09:00-12:00, 13:00-17:00"],
      ["Friday (Late afternoon (4-6))", "Friday 16:00-18:00"],
      ["Salı ÖĞLEDEN  SONRA | Cuma sabah", "Salı 13:00-17:00; Cuma 09:00-12:00"],
      ["Perşembe ikindi", "Perşembe 15:00-16:00"],
      ["Mon 9-10", "Mon 09:00-10:00"],
    ];
    const { windows, codes } = read(
      cells.map(([cell = ""]) => cell),
      { dayParts },
    );
    expect(codes).toEqual([]);
    expect(windows).toEqual(cells.map(([, expected]) => expected));
  });

  it("that are not named, or are part of another word, are told", () => {
    for (const cell of ["Monday evening", "Monday mornings"])
      expect(read([cell], { dayParts: { morning: "09:00-12:00" } }).codes).toEqual(["WEEKDAY_UNKNOWN"]);
    expect(read(["Monday morning"], {}).codes).toEqual(["WEEKDAY_UNKNOWN"]);
  });

  it("at hours of their own only remark on them", () => {
    const dayParts = {
      morning: "09:00-12:00",
      Afternoon: "13:00-17:00",
      AM: "08:00-12:00",
      PM: "13:00-18:00",
      sabah: "09-12",
    };
    const cells = [
      ["Mon 10:00-11:00 (morning)", "Mon 10:00-11:00"],
      ["Mon 10:00-11:00 morning", "Mon 10:00-11:00"],
      ["Mon morning 10:00-11:00; Tue afternoon", "Mon 10:00-11:00; Tue 13:00-17:00"],
      ["Mon morning (10:00-11:00)", "Mon 10:00-11:00"],
      ["Pazartesi sabah: 10:00-11:30", "Pazartesi 10:00-11:30"],
      ["Mon 9 AM - 11 AM", "Mon 09:00-11:00"],
      ["Mon 9:30AM-1PM", "Mon 09:30-13:00"],
      ["Mon 2pm-4pm (afternoon), Tue AM", "Mon 14:00-16:00; Tue 08:00-12:00"],
      ["Mon 10:00-11:00, afternoon", "Mon 10:00-11:00, 13:00-17:00"],
      ["Mon 10:00-11:00\nTue morning", "Mon 10:00-11:00; Tue 09:00-12:00"],
    ];
    const { windows, codes } = read(
      cells.map(([cell = ""]) => cell),
      { dayParts },
    );
    expect(codes).toEqual([]);
    expect(windows).toEqual(cells.map(([, expected]) => expected));
    // what says two things is told
    for (const cell of ["Mon 14:00-15:00 (morning)", "Mon morning 14:00-15:00"])
      expect(read([cell], { dayParts }).codes).toEqual(["WEEKDAY_UNKNOWN"]);
  });

  it("a grid without a column of its own is a header that no file has, and not passed over", () => {
    expect(read(["Mon 9-10"], { mapping: { availability: { grid: "When?" } } }).codes).toEqual(["MAPPING_HEADER"]);
  });
});
