import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weeklyAvailability, type Availability } from "../../../src/index.ts";
import { readWindowsText } from "../../../src/io/windows/reader.ts";
import { isInTurkish, tokensOf } from "../../../src/io/windows/tokens.ts";
import { runs } from "../../support/runs.ts";

const read = (text: string): { readonly value: unknown; readonly doubts: readonly string[] } => {
  const cell = readWindowsText(text);
  if ("code" in cell) return { value: cell.code, doubts: [] };
  return { value: cell.value, doubts: (cell.doubts ?? []).map(({ code }) => code) };
};

/** What the model makes of windows: days and times, without the spelling of days. */
const meaning = (text: string): readonly string[] => {
  const { value } = read(text);
  const period = { start: "2027-01-04", end: "2027-01-31" };
  const { availability } = weeklyAvailability([], { period, timeZone: "UTC", availability: value as Availability });
  return availability.windows.map(({ day, start, end }) => `${day} ${start}-${end}`);
};

describe("windows as people write them", () => {
  it.each([
    ["6:00-7:00pm Th", "Thu 18:00-19:00"],
    ["9-10am Sun; Mon 6pm - 7pm", "Sun 09:00-10:00; Mon 18:00-19:00"],
    ["Mon 09:00-11:30 | Wed 14:00-16:00", "Mon 09:00-11:30; Wed 14:00-16:00"],
    ["Pzt 09:00-11:30", "Pzt 09:00-11:30"],
    ["Pazartesi 9.00-11.30", "Pazartesi 09:00-11:30"],
    ["18:00-19:00 Perşembe", "Perşembe 18:00-19:00"],
    ["6:00-7:00pm Th, 8:00-9:00pm M", "Thu 18:00-19:00; Mon 20:00-21:00"],
    ["Mon 9:00 to 11:00, Wed 2pm-4pm, Fri 10:00-11:00", "Mon 09:00-11:00; Wed 14:00-16:00; Fri 10:00-11:00"],
    ["Mon, Wed 9:00-10:00, 14:00-15:00", "Mon, Wed 09:00-10:00, 14:00-15:00"],
    ["Mon-Fri 9am-5pm", "Mon-Fri 09:00-17:00"],
    ["Mon, Wed 9-10am", "Mon, Wed 09:00-10:00"],
    ["1:00-2:00pm M-F", "Mon-Fri 13:00-14:00"],
    ["T 9:00-10:00", "Tue 09:00-10:00"],
    ["9:00-10:00 T", "Tue 09:00-10:00"],
    ["Mon/Wed 9-11", "Mon, Wed 09:00-11:00"],
    ["MWF 9:00-10:00", "Mon, Wed, Fri 09:00-10:00"],
    ["TTh 1pm–2pm", "Tue, Thu 13:00-14:00"],
    ["Mondays and Fridays from 9 to 11:30", "Mon, Fri 09:00-11:30"],
    ["Monday: between 9 and 11", "Monday 09:00-11:00"],
    ["Every Tuesday (9 a.m. – 5 p.m.)", "Tuesday 09:00-17:00"],
    ["weekdays 9am-noon", "Mon-Fri 09:00-12:00"],
    ["9a-5p weekdays", "Mon-Fri 09:00-17:00"],
    ["every day 10:00–11:00", "Mon-Sun 10:00-11:00"],
    ["Sat & Sun 0900-1030", "Sat, Sun 09:00-10:30"],
    ["Fri-Mon 9h-17h", "Fri-Mon 09:00-17:00"],
    ["hafta içi 09:00-17:00", "Mon-Fri 09:00-17:00"],
    ["HAFTA SONU 10.00 – 12.00", "Sat-Sun 10:00-12:00"],
    ["Her gün 10-11", "Mon-Sun 10:00-11:00"],
    ["Pts 09:00-10:00", "Mon 09:00-10:00"],
    ["Çarş 9-10; Prş 9-10", "Wed 09:00-10:00; Thu 09:00-10:00"],
    ["Pzt-Cum 09.00-17.00", "Pzt-Cum 09:00-17:00"],
    ["SALI ve PERŞEMBE 9-10", "SALI, PERŞEMBE 09:00-10:00"],
    ["Pazartesi günleri saat 9-11 arası", "Pazartesi 09:00-11:00"],
    ["Cuma 09:00'dan 11:00'e kadar", "Cuma 09:00-11:00"],
    ["Mon 9-10 or Tue 14-15", "Mon 09:00-10:00; Tue 14:00-15:00"],
    ["Pazartesi 9-10 veya 14-15", "Pazartesi 09:00-10:00, 14:00-15:00"],
    ["Salı ya da Cuma 10 ila 11", "Salı, Cuma 10:00-11:00"],
    ["Salı 2-4 ÖS", "Salı 14:00-16:00"],
    ["Pt, Sa 9:00-10:00", "Mon, Tue 09:00-10:00"],
    ["Sa, Su 9:00-10:00", "Sat, Sun 09:00-10:00"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual({ value: expected, doubts: [] });
    expect(() => meaning(text)).not.toThrow();
  });

  it.each([
    ["9am-5", "09:00-17:00"],
    ["10am-2", "10:00-14:00"],
    ["11pm-1", "23:00-01:00"],
    ["9-5pm", "09:00-17:00"],
    ["11:00-1:00pm", "11:00-13:00"],
    ["12-1pm", "12:00-13:00"],
    ["12pm-1", "12:00-13:00"],
    ["9am-12", "09:00-12:00"],
    ["10pm-12", "22:00-24:00"],
    ["8-12am", "20:00-24:00"],
    ["9am-9", "09:00-21:00"],
    ["10pm-midnight", "22:00-24:00"],
    ["noon-5", "12:00-17:00"],
    ["9am-17:00", "09:00-17:00"],
  ])("am or pm at one end makes the shorter window: %s", (text, expected) => {
    expect(read(`Mon ${text}`)).toEqual({ value: `Mon ${expected}`, doubts: [] });
    expect(read(`${text} Mon`)).toEqual({ value: `Mon ${expected}`, doubts: [] });
  });

  it.each([
    ["Mon 22:00-02:00", "Mon 22:00-02:00", "WINDOW_NIGHT"],
    ["Mon 00:00-24:00", "Mon 00:00-24:00", "WINDOW_LONG"],
    ["Mon 8am-10pm", "Mon 08:00-22:00", "WINDOW_LONG"],
    ["Mon 2-4", "Mon 02:00-04:00", "WINDOW_EARLY"],
    ["Mon 1:00-3:00", "Mon 01:00-03:00", "WINDOW_EARLY"],
  ])("told: %s", (text, expected, code) => {
    expect(read(text)).toEqual({ value: expected, doubts: [code] });
  });

  it.each([
    ["Mon 9:00-5:00", "WINDOW_END"],
    ["9-5 M", "WINDOW_END"],
    ["10:00-2:00 T", "WINDOW_END"],
    ["Mon 09:00-05:00", "WINDOW_END"],
    ["Mon 17-9", "WINDOW_END"],
    ["Mon 09:00-09:00", "WINDOW_END"],
    ["Mon 9am-9am", "WINDOW_END"],
    ["Mon 24:00-01:00", "WINDOW_END"],
    ["S 9-10", "WEEKDAY_UNKNOWN"],
    ["Mon 9-10 EST", "WEEKDAY_UNKNOWN"],
    ["not Mon 9-10", "WEEKDAY_UNKNOWN"],
    ["Pazartesi hariç 9-10", "WEEKDAY_UNKNOWN"],
    ["Mon 25:00-26:00", "TIME_RANGE"],
    ["Mon 9:75-10:00", "TIME_RANGE"],
    ["Mon 9:5-10:00", "TIME_FORMAT"],
    ["Mon", "WINDOW_FORMAT"],
    ["9-10", "WINDOW_FORMAT"],
    ["Mon 9am", "WINDOW_FORMAT"],
    ["Mon 9-10 Tue", "WINDOW_FORMAT"],
    ["Mon 9-10-11", "WINDOW_FORMAT"],
    ["Pazartesi ile Cuma 9-10", "WINDOW_FORMAT"],
  ])("refused: %s", (text, code) => {
    expect(read(text).value).toBe(code);
  });

  it("half-hour slots of a poll become the windows that they make", () => {
    const clock = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const slots = ["Mon", "Tue", "Wed", "Thu", "Fri"].flatMap((day) =>
      Array.from({ length: 14 }, (_, at) => `${day} ${clock(540 + 30 * at)}-${clock(570 + 30 * at)}`),
    );
    const expected = ["Mon", "Tue", "Wed", "Thu", "Fri"].map((day) => `${day} 09:00-16:00`);
    expect(read(slots.join("; ")).value).toBe(expected.join("; "));
    expect(read([...slots].reverse().join(", ")).value).toBe(expected.join("; "));
  });

  it("many windows that do not touch become a list, and more than a thousand are too many", () => {
    const windows = (count: number): string =>
      Array.from({ length: count }, (_, at) => {
        const hour = String(at % 24).padStart(2, "0");
        return `${["Mon", "Tue", "Wed"][Math.floor(at / 24) % 3] ?? "Sun"} ${hour}:00-${hour}:30`;
      }).join("; ");
    expect(read(windows(72)).value).toHaveLength(72);
    expect(read(windows(1_001)).value).toBe("LIMIT_LIST_LENGTH");
  });

  it("means what it says: days and times written in any form are the same windows", () => {
    const names = [
      ["Mon", "Monday", "M", "Pzt", "PAZARTESİ", "Pts"],
      ["Tue", "tuesday", "Tu", "Salı", "SALI"],
      ["Wed", "W", "Çarşamba", "Çar", "Çarş"],
      ["Thu", "Th", "R", "Perşembe", "Prş"],
      ["Fri", "F", "Cuma", "CUM"],
      ["Sat", "Saturday", "Cmt", "Cumartesi", "Cts"],
      ["Sun", "Su", "Pazar", "Paz"],
    ];
    const digits = (value: number): string => String(value).padStart(2, "0");
    const times: readonly ((hour: number, minute: number) => string)[] = [
      (hour, minute) => `${digits(hour)}:${digits(minute)}`,
      (hour, minute) => `${digits(hour)}.${digits(minute)}`,
      (hour, minute) =>
        `${(hour + 11) % 12 === 0 ? 1 : ((hour + 11) % 12) + 1}:${digits(minute)}${hour < 12 ? "am" : " p.m."}`,
    ];
    const window = fc.record({
      days: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(5)), { minLength: 1, maxLength: 3, selector: ([day]) => day }),
      start: fc.integer({ min: 12, max: 42 }),
      length: fc.integer({ min: 1, max: 4 }),
      form: fc.nat(2),
      dash: fc.constantFrom("-", " – ", " to ", "—"),
      joint: fc.constantFrom(", ", "/", " & ", " and ", " ve "),
      timesFirst: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), (windows) => {
        const parts = windows.map(({ days, start, length, form, dash, joint, timesFirst }) => {
          const written = [start, start + length].map((half) => times[form]!(Math.floor(half / 2), (half % 2) * 30));
          const named = days.map(([day, name]) => names[day]![name % names[day]!.length]!).join(joint);
          return timesFirst ? `${written.join(dash)} ${named}` : `${named} ${written.join(dash)}`;
        });
        const plain = windows.flatMap(({ days, start, length }) =>
          days.map(([day]) => {
            const [from, to] = [start, start + length].map((half) => times[0]!(Math.floor(half / 2), (half % 2) * 30));
            return `${["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day] ?? ""} ${from ?? ""}-${to ?? ""}`;
          }),
        );
        expect(meaning(parts.join("; "))).toEqual(meaning(plain.join("; ")));
      }),
      runs(300),
    );
  });

  it("any text ends, and what is read the model takes", () => {
    const piece = fc.constantFrom(
      "Mon",
      "Fri",
      "Sa",
      "weekdays",
      "9",
      "17:00",
      "9am",
      "-",
      ",",
      ";",
      " ",
      "to",
      "'dan",
      "(",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join(" ");
        expect(Array.isArray(tokensOf(text, isInTurkish(text)))).toBe(true);
        if (!("code" in readWindowsText(text))) expect(() => meaning(text)).not.toThrow();
      }),
      runs(500),
    );
  });
});
