import fc from "fast-check";
import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { calendarReader, type CalendarOptions } from "../../../src/io/index.ts";
import { occurrencesOf } from "../../../src/io/calendar/occurrences.ts";
import { runs, shareOf } from "../../support/runs.ts";

const readCalendar = await calendarReader();
const PERIOD = { start: "2027-01-04", end: "2027-01-31" };
const OPTIONS: CalendarOptions = { period: PERIOD, timeZone: "UTC", availability: "Mon 06:00-14:00" };

const event = (...lines: readonly string[]): string =>
  ["BEGIN:VEVENT", "UID:u", "DTSTAMP:20270101T000000Z", ...lines, "END:VEVENT"].join("\r\n");
const calendar = (...events: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", ...events, "END:VCALENDAR", ""].join("\r\n");

const read = (text: string, options = OPTIONS, name = "ece.ics") => {
  const { availability, issues } = readCalendar({ name, text }, options);
  const windows = availability?.windows.map(({ start, end }) => `${start}-${end}`).join(" ");
  return {
    windows,
    away: availability?.away.map(({ start }) => start.slice(8)),
    codes: issues.map(({ code }) => code),
    issues,
  };
};

const weekly = event("DTSTART:20270104T070000Z", "DTEND:20270104T080000Z", "RRULE:FREQ=WEEKLY");
const following = (...lines: readonly string[]): string =>
  event("RECURRENCE-ID;RANGE=THISANDFUTURE:20270111T070000Z", ...lines);

describe("one occurrence and all that follow", () => {
  it("move, grow longer, or end", () => {
    const moved = following("DTSTART:20270111T110000Z", "DTEND:20270111T120000Z");
    expect(read(calendar(weekly, moved)).windows).toBe("06:00-11:00 12:00-14:00");
    const longer = following("DTSTART:20270111T070000Z", "DTEND:20270111T110000Z");
    expect(read(calendar(weekly, longer)).windows).toBe("06:00-07:00 11:00-14:00");
    const ended = following("DTSTART:20270111T070000Z", "DTEND:20270111T080000Z", "STATUS:CANCELLED");
    expect(read(calendar(weekly, ended)).windows).toBe("06:00-14:00");
    const free = following("DTSTART:20270111T070000Z", "DTEND:20270111T080000Z", "TRANSP:TRANSPARENT");
    expect(read(calendar(weekly, free)).windows).toBe("06:00-14:00");
  });

  it("hold until the next change, and single changes count before them", () => {
    const moved = following("DTSTART:20270111T110000Z", "DTEND:20270111T120000Z");
    const again = event(
      ...["RECURRENCE-ID;RANGE=THISANDFUTURE:20270118T070000Z", "DTSTART:20270118T090000Z", "DTEND:20270118T100000Z"],
    );
    const longer = { ...OPTIONS, period: { start: "2027-01-04", end: "2027-02-14" } };
    expect(read(calendar(weekly, again, moved), longer).windows).toBe("06:00-09:00 10:00-14:00");
    const long = event("RECURRENCE-ID:20270118T070000Z", "DTSTART:20270118T060000Z", "DTEND:20270118T140000Z");
    expect(read(calendar(weekly, moved, long))).toMatchObject({ windows: "06:00-11:00 12:00-14:00", away: ["18"] });
  });

  it("keep the local time over a change of the clock", () => {
    const series = event(
      ...[
        "DTSTART;TZID=Europe/Berlin:20270301T090000",
        "DTEND;TZID=Europe/Berlin:20270301T100000",
        "RRULE:FREQ=WEEKLY",
      ],
    );
    const later = event(
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270308T090000",
      "DTSTART;TZID=Europe/Berlin:20270308T110000",
      "DTEND;TZID=Europe/Berlin:20270308T120000",
    );
    const options = {
      period: { start: "2027-03-08", end: "2027-04-18" },
      timeZone: "Europe/Berlin",
      availability: "Mon 08:00-14:00",
    };
    expect(read(calendar(series, later), options)).toMatchObject({ windows: "08:00-11:00 12:00-14:00", codes: [] });
  });
});

describe("periods of their own length, and exceptions by rule", () => {
  it.each(["20270111T140000Z", "PT8H"])("RDATE periods to %s", (end) => {
    const dates = ["11", "18", "25"].map((day) => `202701${day}T060000Z/${end.replace("0111", `01${day}`)}`).join(",");
    const text = calendar(event("DTSTART:20270104T060000Z", "DTEND:20270104T070000Z", `RDATE;VALUE=PERIOD:${dates}`));
    expect(read(text)).toMatchObject({ windows: "07:00-14:00", away: ["11", "18", "25"] });
  });

  it("EXRULE takes out what its rule makes", () => {
    const daily = event(
      ...["DTSTART:20270104T060000Z", "DTEND:20270104T070000Z", "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY;BYDAY=MO"],
    );
    expect(read(calendar(daily)).windows).toBe("06:00-14:00");
  });
});

describe("events that take no time", () => {
  const all = { ...OPTIONS, freeTakesTime: true };
  const lines = ["DTSTART:20270104T070000Z", "DTEND:20270104T080000Z", "RRULE:FREQ=WEEKLY"];

  it.each([
    ["TRANSP:TRANSPARENT"],
    ["X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
    ["ATTENDEE;PARTSTAT=DECLINED:mailto:ece@x.org"],
    ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@x.org\r\nATTENDEE;PARTSTAT=DECLINED:MAILTO:Ece@x.org"],
    ["ATTENDEE;PARTSTAT=DECLINED:mailto:someone@x.org"],
  ])("%s, unless all are to count", (line) => {
    expect(read(calendar(event(...lines, line))).windows).toBe("06:00-14:00");
    expect(read(calendar(event(...lines, line)), all).windows).toBe("06:00-07:00 08:00-14:00");
  });

  it.each([
    ["TRANSP:OPAQUE"],
    ["X-MICROSOFT-CDO-BUSYSTATUS:BUSY"],
    ["X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"],
    ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:ece@x.org\r\nATTENDEE;PARTSTAT=DECLINED:mailto:bo@x.org"],
    ["ATTENDEE;PARTSTAT=DECLINED:mailto:bo@x.org\r\nATTENDEE:mailto:someone@x.org"],
  ])("but %s", (line) => {
    expect(read(calendar(event(...lines, line))).windows).toBe("06:00-07:00 08:00-14:00");
  });

  it("cancelled ones never take time", () => {
    expect(read(calendar(event(...lines, "STATUS:CANCELLED")), all).windows).toBe("06:00-14:00");
    const message = calendar(event(...lines)).replace("PRODID:x", "PRODID:x\r\nMETHOD:CANCEL");
    expect(read(message, all).windows).toBe("06:00-14:00");
    expect(read(message.replace("CANCEL", "REQUEST"), all).windows).toBe("06:00-07:00 08:00-14:00");
  });
});

describe("files of programmes", () => {
  it.each(["DTEND;VALUE=DATE:20270112", "DTEND;VALUE=DATE:20270111", "DURATION:P1D", "SUMMARY:off"])(
    "a day off is a whole day, however its end is written: %s",
    (end) => {
      expect(read(calendar(event("DTSTART;VALUE=DATE:20270111", end))).away).toEqual(["11"]);
    },
  );

  it("a byte order mark is no part of the calendar", () => {
    expect(read(`\uFEFF${calendar(weekly)}`).windows).toBe("06:00-07:00 08:00-14:00");
  });

  it.each(["Turkey Standard Time", "(UTC+03:00) Istanbul", "/mozilla.org/20050126_1/Europe/Istanbul", "Turkey"])(
    "the zone %s",
    (zone) => {
      const text = event(
        `DTSTART;TZID="${zone}":20270104T100000`,
        `DTEND;TZID="${zone}":20270104T110000`,
        "RRULE:FREQ=WEEKLY",
      );
      expect(read(calendar(text))).toMatchObject({ windows: "06:00-07:00 08:00-14:00", codes: [] });
    },
  );

  it.each([
    ["RRULE:FREQ=FORTNIGHTLY"],
    ["RRULE:RSCALE=CHINESE;FREQ=YEARLY"],
    ["RRULE:FREQ=WEEKLY;BYDAY=XX"],
    ["RRULE:FREQ=WEEKLY;INTERVAL=abc"],
    ["RRULE:"],
    ["EXRULE:FREQ=SOMETIMES"],
    ["RRULE:FREQ=WEEKLY;\r\n BYDAY=QQ"],
  ])("one bad rule is a warning at its event: %s", (line) => {
    const bad = event("DTSTART:20270104T100000Z", "DTEND:20270104T110000Z", line);
    const { windows, issues } = read(calendar(weekly, bad));
    expect(windows).toBe("06:00-07:00 08:00-14:00");
    expect(issues).toMatchObject([{ code: "ICAL_RULE", severity: "warning", line: 11 }]);
  });

  it("spaces in a rule, as some servers write them, and the usual calendar say nothing", () => {
    const spaced = event(
      "DTSTART:20270104T070000Z",
      "DTEND:20270104T080000Z",
      "RRULE:RSCALE=GREGORIAN;FREQ=WEEKLY;BYDAY=MO, TU",
    );
    expect(read(calendar(spaced)).windows).toBe("06:00-07:00 08:00-14:00");
  });

  it("availability that leaves nothing is told", () => {
    const empty = ["BEGIN:VAVAILABILITY", "UID:a", "DTSTAMP:20270101T000000Z", "END:VAVAILABILITY"].join("\r\n");
    expect(read(calendar(empty)).codes).toContain("CALENDAR_EMPTY");
  });
});

describe("no rule hangs", () => {
  /** Steps of the library in one calendar; far more than any rule over some years needs. */
  const MOST_STEPS = 2_000_000;
  const prototype = (
    ICAL as unknown as { RecurIterator: { prototype: Record<string, (...given: readonly unknown[]) => unknown> } }
  ).RecurIterator.prototype;
  const STEPS = ["increment_monthday", "increment_month", "increment_year", "check_contracting_rules", "next_day"];
  const original = new Map<string, (...given: readonly unknown[]) => unknown>();
  let steps = 0;

  // a loop that never ends cannot be stopped from outside, so each of its steps counts
  beforeEach(() => {
    for (const name of STEPS) {
      const step = prototype[name];
      if (step === undefined) throw new Error(`expected the library to have ${name}`);
      original.set(name, step);
      prototype[name] = function (this: unknown, ...given: readonly unknown[]): unknown {
        steps += name === "increment_monthday" ? Number(given[0] ?? 1) : 1;
        if (steps > MOST_STEPS) throw new Error("more steps than any rule needs");
        return Reflect.apply(step, this, given);
      };
    }
  });
  afterEach(() => {
    for (const [name, step] of original) prototype[name] = step;
  });

  const ended = (rule: string, start: string): number => {
    steps = 0;
    const lines = ["BEGIN:VEVENT", `DTSTART:${start}`, "DURATION:PT1H", `RRULE:${rule}`, "END:VEVENT"];
    const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as never);
    const [from, to] = [Date.parse("2027-01-01") / 1_000, Date.parse("2027-04-01") / 1_000];
    return occurrencesOf(component, [], { ical: ICAL, from, to, timeZone: "UTC", budget: 200_000 }).length;
  };

  it.each([
    ["FREQ=DAILY;INTERVAL=7;BYDAY=MO", 0],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=TH", 12],
    ["FREQ=DAILY;INTERVAL=14;BYDAY=MO,TU,WE", 0],
    ["FREQ=DAILY;INTERVAL=1000000000", 1],
    ["FREQ=DAILY;INTERVAL=1000000001;BYDAY=MO,TH", 1],
    ["FREQ=WEEKLY;INTERVAL=100000000", 1],
    ["FREQ=WEEKLY;INTERVAL=100000000;BYDAY=TH,SA", 2],
    ["FREQ=MONTHLY;INTERVAL=100000000", 1],
    ["FREQ=YEARLY;INTERVAL=100000000", 1],
    ["FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=32", 0],
    ["FREQ=MONTHLY;INTERVAL=24;BYDAY=5MO", 0],
    ["FREQ=MONTHLY;BYDAY=5MO", 1],
  ])("%s", (rule, expected) => {
    const start = rule.includes("24") ? "20250206T100000Z" : "20270107T100000Z";
    let found: number;
    try {
      found = ended(rule, start);
    } catch (error) {
      // what the library refuses to parse
      if (!(error instanceof Error) || !error.message.includes("32")) throw error;
      found = 0;
    }
    expect(found).toBe(expected);
  });

  it("whatever the rule", () => {
    const day = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    const placed = fc.tuple(fc.constantFrom("", "1", "4", "5", "-1", "-5"), day).map((parts) => parts.join(""));
    const interval = fc.oneof(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom(7, 12, 24, 48, 364, 1_000_000, 2_147_483_647),
    );
    const part = fc.oneof(
      fc.array(day, { minLength: 1, maxLength: 3 }).map((days) => `BYDAY=${days.join(",")}`),
      fc.array(placed, { minLength: 1, maxLength: 3 }).map((days) => `BYDAY=${days.join(",")}`),
      fc
        .array(fc.integer({ min: -31, max: 31 }), { minLength: 1, maxLength: 3 })
        .map((days) => `BYMONTHDAY=${days.join(",")}`),
      fc
        .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
        .map((months) => `BYMONTH=${months.join(",")}`),
      fc.integer({ min: -8, max: 8 }).map((place) => `BYSETPOS=${place}`),
      fc.integer({ min: -53, max: 53 }).map((week) => `BYWEEKNO=${week}`),
      fc.integer({ min: 1, max: 400 }).map((count) => `COUNT=${count}`),
      day.map((start) => `WKST=${start}`),
    );
    const frequency = fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY");
    const start = fc
      .oneof(fc.integer({ min: 17_000, max: 20_900 }), fc.constantFrom(-25_000, 0))
      .map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
    const parts = fc.uniqueArray(part, { maxLength: 3, selector: (text) => text.split("=")[0] });
    let expanded = 0;
    fc.assert(
      fc.property(frequency, interval, parts, start, (freq, every, further, date) => {
        const rule = [`FREQ=${freq}`, `INTERVAL=${every}`, ...further].join(";");
        try {
          expanded += ended(rule, `${date.replaceAll("-", "")}T100000Z`);
        } catch (error) {
          // rules that are not read, and those of more occurrences than are looked at
          if (!(error instanceof Error) || error.name !== "CalendarFault") throw error;
        }
      }),
      runs(400),
    );
    expect(expanded).toBeGreaterThan(shareOf(50));
  });
});
