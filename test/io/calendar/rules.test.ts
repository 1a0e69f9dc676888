import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { occurrencesOf } from "../../../src/io/calendar/occurrences.ts";
import { runs, shareOf } from "../../support/runs.ts";

const DAY_NAMES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const dateOf = (day: number): Date => new Date(day * 86_400_000);
const dayOf = (text: string): number => Date.parse(`${text}Z`) / 86_400_000;

interface Rule {
  readonly freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  /** A place in the month, or 0 for each, and a weekday from Sunday 0. */
  readonly byDay?: readonly (readonly [place: number, weekday: number])[];
  readonly byMonthDay?: readonly number[];
  readonly byMonth?: readonly number[];
  readonly bySetPos?: number;
  readonly count?: number;
}

const textOf = ({ freq, interval, byDay, byMonthDay, byMonth, bySetPos, count }: Rule): string =>
  [
    `FREQ=${freq};INTERVAL=${interval}`,
    byDay && `BYDAY=${byDay.map(([place, day]) => `${place === 0 ? "" : place}${DAY_NAMES[day]!}`).join()}`,
    byMonthDay && `BYMONTHDAY=${byMonthDay.join()}`,
    byMonth && `BYMONTH=${byMonth.join()}`,
    bySetPos && `BYSETPOS=${bySetPos}`,
    count && `COUNT=${count}`,
  ]
    .filter((part) => part !== undefined)
    .join(";");

/** Days of a rule from the definitions of RFC 5545, each day asked by itself. */
function daysOf(rule: Rule, start: number, last: number): number[] {
  const first = dateOf(start);
  const monthOf = (day: number): number => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
  const inMonth = (day: number): { place: number; fromEnd: number; length: number } => {
    const date = dateOf(day);
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    return { place: date.getUTCDate(), fromEnd: date.getUTCDate() - length - 1, length };
  };
  const fitsDay = (day: number): boolean => {
    const weekday = dateOf(day).getUTCDay();
    const { place, fromEnd } = inMonth(day);
    if (rule.byDay !== undefined) {
      return rule.byDay.some(
        ([nth, each]) =>
          each === weekday && (nth === 0 || nth === Math.ceil(place / 7) || nth === -Math.ceil(-fromEnd / 7)),
      );
    }
    if (rule.byMonthDay !== undefined) return rule.byMonthDay.some((each) => each === place || each === fromEnd);
    if (rule.freq === "DAILY") return true;
    return rule.freq === "WEEKLY" ? weekday === first.getUTCDay() : place === first.getUTCDate();
  };
  const fits = (day: number): boolean => {
    const months = monthOf(day) - monthOf(start);
    const weekStart = (each: number): number => each - ((dateOf(each).getUTCDay() + 6) % 7);
    switch (rule.freq) {
      case "DAILY":
        return (day - start) % rule.interval === 0 && fitsDay(day);
      case "WEEKLY":
        return ((weekStart(day) - weekStart(start)) / 7) % rule.interval === 0 && fitsDay(day);
      case "MONTHLY":
        return months % rule.interval === 0 && fitsDay(day);
      case "YEARLY": {
        const years = dateOf(day).getUTCFullYear() - first.getUTCFullYear();
        const month = dateOf(day).getUTCMonth() + 1;
        return (
          years % rule.interval === 0 && (rule.byMonth ?? [first.getUTCMonth() + 1]).includes(month) && fitsDay(day)
        );
      }
    }
  };
  const isChosen = (day: number): boolean => {
    if (!fits(day)) return false;
    if (rule.bySetPos === undefined) return true;
    const { place, length } = inMonth(day);
    const set = Array.from({ length }, (_, at) => day - place + 1 + at).filter(fits);
    return set.at(rule.bySetPos > 0 ? rule.bySetPos - 1 : rule.bySetPos) === day;
  };
  const days: number[] = [];
  for (let day = start; day <= last && days.length < (rule.count ?? Infinity); day += 1)
    if (isChosen(day)) days.push(day);
  return days;
}

const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });
const plainDays = weekdays.map((days) => days.map((day) => [0, day] as const));
const placedDay = fc.tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.integer({ min: 0, max: 6 }));
const placedDays = fc.uniqueArray(placedDay, { minLength: 1, maxLength: 3, selector: String });
const monthDays = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), {
  minLength: 1,
  maxLength: 3,
});
const month = fc.tuple(fc.integer({ min: 1, max: 12 }));
const interval = fc.integer({ min: 1, max: 4 });
const count = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });
const of = (freq: Rule["freq"], parts: Partial<Record<keyof Rule, fc.Arbitrary<unknown>>>): fc.Arbitrary<Rule> =>
  fc.record({ freq: fc.constant(freq), interval, count, ...parts } as never);

const RULES: Readonly<Record<string, fc.Arbitrary<Rule>>> = {
  "every day": of("DAILY", {}),
  "days by weekday": of("DAILY", { byDay: plainDays }),
  "every week": of("WEEKLY", {}),
  "weeks by weekday": of("WEEKLY", { byDay: plainDays }),
  "every month": of("MONTHLY", {}),
  "months by date": of("MONTHLY", { byMonthDay: monthDays }),
  "months by weekday": of("MONTHLY", { byDay: plainDays }),
  "months by placed weekday": of("MONTHLY", { byDay: placedDays }),
  "months by place in a set": of("MONTHLY", { byDay: plainDays, bySetPos: fc.constantFrom(1, 2, -1) }),
  "every year": of("YEARLY", {}),
  "years by month and date": of("YEARLY", {
    byMonth: month,
    byMonthDay: fc.tuple(fc.integer({ min: 1, max: 28 })),
  }),
  "years by month and placed weekday": of("YEARLY", { byMonth: month, byDay: fc.tuple(placedDay) }),
};

describe("rules of recurrence", () => {
  it.each(Object.entries(RULES))("T2: %s is expanded as RFC 5545 defines it", (_, rules) => {
    let found = 0;
    fc.assert(
      fc.property(rules, fc.integer({ min: 18_000, max: 21_000 }), (rule, from) => {
        const last = from + 1_500;
        // a start that is no occurrence of the rule gives no defined set
        const [start = Number.NaN] = daysOf({ ...rule, count: undefined } as never, from, last);
        fc.pre(!Number.isNaN(start) && daysOf(rule, start, start)[0] === start);
        fc.pre(rule.freq !== "YEARLY" || !dateOf(start).toISOString().includes("-02-29"));
        const expected = daysOf(rule, start, last);
        const date = dateOf(start).toISOString().slice(0, 10).replaceAll("-", "");
        const lines = ["BEGIN:VEVENT", `DTSTART;VALUE=DATE:${date}`, `RRULE:${textOf(rule)}`, "END:VEVENT"];
        const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as never);
        const expansion = { ical: ICAL, from: 0, to: last * 86_400, timeZone: "UTC", budget: 10_000 };
        const days = occurrencesOf(component, [], expansion).map((each) => dayOf(each.start));
        expect([...days].sort((a, b) => a - b)).toEqual(expected);
        found += days.length;
      }),
      runs(80),
    );
    expect(found).toBeGreaterThan(shareOf(80));
  });

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=1;BYDAY=-1MO,4MO",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=SECONDLY",
    "FREQ=HOURLY;INTERVAL=2",
  ])("%s is refused and does not run for ever", (rule) => {
    const lines = ["BEGIN:VEVENT", "DTSTART:20260105T090000", `RRULE:${rule}`, "END:VEVENT"];
    const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as never);
    const expansion = { ical: ICAL, from: 0, to: 2e9, timeZone: "UTC", budget: 10_000 };
    expect(() => occurrencesOf(component, [], expansion)).toThrow("a rule of recurrence is not read");
  });

  it("a year from 29 February is refused: the library would take 1 March in other years", () => {
    const lines = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY", "END:VEVENT"];
    const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as never);
    const expansion = { ical: ICAL, from: 0, to: 2e9, timeZone: "UTC", budget: 10_000 };
    expect(() => occurrencesOf(component, [], expansion)).toThrow("a rule of recurrence is not read");
  });
});
