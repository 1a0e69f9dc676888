import { readFileSync } from "node:fs";
import { build } from "esbuild";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toUtc } from "../../../src/index.ts";
import { calendarReader, type CalendarOptions } from "../../../src/io/index.ts";
import { spansOf } from "../../../src/io/calendar/spans.ts";
import expected from "../../fixtures/calendar/ics-expected.json" with { type: "json" };

const FOLDER = new URL("../../fixtures/calendar/", import.meta.url);
const fixture = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");
const readCalendar = await calendarReader();

const PERIOD = { start: "2027-01-04", end: "2027-01-31" };
const OPTIONS: CalendarOptions = { period: PERIOD, timeZone: "Europe/Istanbul" };
const OFFICE = { ...OPTIONS, availability: "Mon-Fri 09:00-17:00" };

/** A calendar of components, each as its lines. */
const calendar = (...components: readonly (readonly string[])[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...components.flat(), "END:VCALENDAR", ""].join("\r\n");
const part = (name: string, ...lines: readonly string[]): readonly string[] => [
  `BEGIN:${name}`,
  ...lines,
  `END:${name}`,
];
const event = (...lines: readonly string[]): readonly string[] => part("VEVENT", ...lines);

const read = (text: string, options = OPTIONS) => readCalendar({ name: "ece.ics", text }, options);
const windowsOf = (text: string, options = OPTIONS): readonly string[] | undefined =>
  read(text, options).availability?.windows.map(({ day, start, end }) => `${day} ${start}-${end}`);
const busyOf = (text: string, timeZone = "UTC") => {
  const parsed: unknown = ICAL.parse(text);
  const expansion = { ical: ICAL, from: 0, to: 2e9, timeZone, budget: 10_000 };
  const { spans, faults } = spansOf([new ICAL.Component(parsed as never)], expansion);
  expect(faults).toEqual([]);
  return spans.map(({ start, end }) => [toUtc(start, timeZone), toUtc(end, timeZone)]);
};

describe("calendars of others", () => {
  it("RFC 7953: weekly availability over a change of the clock", () => {
    const [{ file, available }] = expected.availability as [(typeof expected.availability)[0]];
    const period = { start: "2011-10-31", end: "2011-11-13" };
    const { availability, issues } = read(fixture(file), { period, timeZone: "America/Montreal" });
    expect(issues).toEqual([]);
    expect(availability).toEqual({
      windows: ["Mon", "Tue", "Wed", "Thu", "Fri"].map((day) => ({ day, start: "09:00", end: "17:00" })),
      timeZone: "America/Montreal",
      away: [],
    });
    const days = available.map(([start = ""]) => Temporal.Instant.from(start).toZonedDateTimeISO("America/Montreal"));
    expect(days.map((day) => `${day.dayOfWeek} ${day.toPlainTime().toString()}`)).toEqual(
      [1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map((day) => `${day} 09:00:00`),
    );
  });

  it("RFC 5545: free/busy times in UTC", () => {
    for (const { file, busy } of expected.freebusy) expect(busyOf(fixture(file))).toEqual(busy);
  });

  it("a daily rule of 100 without three days", () => {
    const busy = busyOf(fixture("ics/recurrence/event_with_recurrence.ics"));
    expect(busy).toHaveLength(97);
    expect(busy.slice(0, 2)).toEqual([
      ["1996-04-01T01:00:00Z", "1996-04-01T02:00:00Z"],
      ["1996-04-05T01:00:00Z", "1996-04-05T02:00:00Z"],
    ]);
  });

  it("a zone that only the file defines", () => {
    expect(busyOf(fixture("ics/timezone/america_new_york.ics"))).toEqual([
      ["2014-08-29T12:00:00Z", "2014-08-29T14:00:00Z"],
    ]);
  });

  it("a zone of the file that the IANA database has too; five days in one event", () => {
    expect(busyOf(fixture("ics/timezone/timezoned.ics"))).toEqual([["2012-02-13T09:00:00Z", "2012-02-17T17:00:00Z"]]);
    const period = { start: "2012-02-06", end: "2012-02-26" };
    const options = { period, timeZone: "Europe/Vienna", availability: "Mon-Fri 10:00-18:00" };
    const { availability, issues } = read(fixture("ics/timezone/timezoned.ics"), options);
    expect(availability?.away).toEqual([{ start: "2012-02-13", end: "2012-02-17" }]);
    expect(issues).toEqual([]);
  });
});

describe("busy times", () => {
  const tuesday = ["DTSTART;TZID=Europe/Istanbul:20270105T100000", "DTEND;TZID=Europe/Istanbul:20270105T110000"];
  const cut = ["Mon 09:00-17:00", "Tue 09:00-10:00", "Tue 11:00-17:00", "Wed 09:00-17:00", "Thu 09:00-17:00"];

  it("T2: a weekly meeting is cut out of the windows, the days of a holiday are days away", () => {
    const text = calendar(
      event(...tuesday, "RRULE:FREQ=WEEKLY"),
      event("DTSTART;VALUE=DATE:20270113", "DTEND;VALUE=DATE:20270116"),
    );
    const { availability, issues } = read(text, OFFICE);
    expect(windowsOf(text, OFFICE)).toEqual([...cut, "Fri 09:00-17:00"]);
    expect(availability?.away).toEqual([{ start: "2027-01-13", end: "2027-01-15" }]);
    expect(issues).toEqual([]);
  });

  it("a single meeting stays in the windows, and its minutes are told", () => {
    const message: unknown = expect.stringContaining("60 minutes on 1 days");
    expect(read(calendar(event(...tuesday)), OFFICE).issues).toMatchObject([
      { code: "CALENDAR_PARTLY_BUSY", severity: "warning", message },
    ]);
  });

  it.each([
    ["TRANSP:TRANSPARENT", 0],
    ["TRANSP:OPAQUE", 1],
    ["STATUS:CANCELLED", 0],
    ["STATUS:TENTATIVE", 1],
    ["RRULE:FREQ=DAILY;COUNT=5", 5],
    ["RRULE:FREQ=DAILY;UNTIL=20270107T070000Z", 3],
    ["RRULE:FREQ=DAILY;UNTIL=20270107T065959Z", 2],
    ["RRULE:FREQ=DAILY;UNTIL=20270107", 3],
    ["RDATE;TZID=Europe/Istanbul:20270106T100000,20270105T100000", 2],
    ["RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE:20270104T000000Z,20270106T070000Z", 4],
    ["RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;TZID=Europe/Istanbul:20270106T100000", 4],
    ["RRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;VALUE=DATE:20270106", 4],
  ])("an event with %j takes place %d times", (line, times) => {
    expect(busyOf(calendar(event(...tuesday, ...line.split("\r\n"))), "Europe/Istanbul")).toHaveLength(times);
  });

  it("a time that is moved, or cancelled, leaves its old place", () => {
    const text = calendar(
      event("UID:a", ...tuesday, "RRULE:FREQ=DAILY;COUNT=3"),
      event("UID:b", ...tuesday),
      event("UID:a", "RECURRENCE-ID:20270106T070000Z", "DTSTART:20270106T120000Z", "DURATION:PT30M"),
      event("UID:a", "RECURRENCE-ID:20270107T070000Z", "DTSTART:20270107T070000Z", "STATUS:CANCELLED"),
    );
    expect(busyOf(text)).toEqual([
      ["2027-01-05T07:00:00Z", "2027-01-05T08:00:00Z"],
      ["2027-01-05T07:00:00Z", "2027-01-05T08:00:00Z"],
      ["2027-01-06T12:00:00Z", "2027-01-06T12:30:00Z"],
    ]);
  });

  it("T6: a meeting keeps its time on the clock of its zone, and an end may be in another", () => {
    const times = ["DTSTART;TZID=Europe/Berlin:20270326T090000", "DTEND;TZID=America/New_York:20270326T050000"];
    expect(busyOf(calendar(event(...times, "RRULE:FREQ=WEEKLY;COUNT=2")))).toEqual([
      ["2027-03-26T08:00:00Z", "2027-03-26T09:00:00Z"],
      ["2027-04-02T07:00:00Z", "2027-04-02T09:00:00Z"],
    ]);
  });

  it("of free/busy times only FREE takes none", () => {
    const text = calendar(
      part(
        "VFREEBUSY",
        "FREEBUSY;FBTYPE=FREE:20270105T070000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270106T070000Z/PT1H,20270107T070000Z/20270107T073000Z",
        "FREEBUSY:20270108T070000Z/PT1H",
      ),
    );
    expect(busyOf(text).map(([start]) => start?.slice(8, 10))).toEqual(["06", "07", "08"]);
  });

  it("without anything that says when the person can meet, says so", () => {
    const { availability, issues } = read(calendar(event(...tuesday)));
    expect(availability).toBeUndefined();
    expect(issues).toMatchObject([{ code: "CALENDAR_WITHOUT_WINDOWS", severity: "warning" }]);
  });
});

describe("availability", () => {
  const available = (...lines: readonly string[]) => part("AVAILABLE", ...lines);
  const mornings = available("DTSTART:20270104T090000", "DTEND:20270104T120000", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU");
  const afternoons = available("DTSTART:20270104T130000", "DURATION:PT3H", "RRULE:FREQ=WEEKLY");

  it("takes floating times as the person's own", () => {
    const text = calendar(part("VAVAILABILITY", ...mornings, ...afternoons));
    expect(windowsOf(text)).toEqual(["Mon 09:00-12:00", "Mon 13:00-16:00", "Tue 09:00-12:00"]);
  });

  it("within its bounds replaces what the person states, and leaves the rest", () => {
    const bounded = part("VAVAILABILITY", "DTSTART:20270104T000000", "DURATION:P1W", ...mornings);
    const { availability, issues } = read(calendar(bounded), {
      ...OPTIONS,
      availability: "Mon-Tue 09:00-12:00; Wed 10:00-11:00",
    });
    expect(availability?.windows.map(({ day }) => day)).toEqual(["Mon", "Tue", "Wed"]);
    expect(availability?.away).toEqual([{ start: "2027-01-06", end: "2027-01-06" }]);
    expect(issues).toEqual([]);
  });

  it("of several the higher priority counts, 1 before 9 before none", () => {
    const layer = (priority: string, ...lines: readonly string[]) =>
      part("VAVAILABILITY", `PRIORITY:${priority}`, "DTSTART:20270101T000000", "BUSYTYPE:BUSY", ...lines);
    for (const order of [
      ["1", "9"],
      ["9", "0"],
      ["2", "5"],
    ] as const) {
      const both = [layer(order[0], ...mornings), layer(order[1], ...afternoons)];
      expect(windowsOf(calendar(...both))).toEqual(["Mon 09:00-12:00", "Tue 09:00-12:00"]);
      expect(windowsOf(calendar(...both.reverse()))).toEqual(["Mon 09:00-12:00", "Tue 09:00-12:00"]);
    }
  });

  it("events are cut out of it", () => {
    const meeting = event("DTSTART:20270104T070000Z", "DTEND:20270104T080000Z", "RRULE:FREQ=WEEKLY");
    const text = calendar(part("VAVAILABILITY", ...mornings), meeting);
    expect(windowsOf(text)).toEqual(["Mon 09:00-10:00", "Mon 11:00-12:00", "Tue 09:00-12:00"]);
  });
});

describe("calendars that cannot be read", () => {
  const CANARY = "canary7391";
  const daily = event("DTSTART:19000101T000000", "RRULE:FREQ=DAILY");
  const CASES: readonly (readonly [string, string, string, number | undefined])[] = [
    ["no calendar", `${CANARY}\nhello`, "ICAL_SYNTAX", 1],
    ["an empty file", "", "ICAL_SYNTAX", 1],
    ["a line without a colon", calendar(event("DTSTART:20270104T070000Z", CANARY)), "ICAL_SYNTAX", 5],
    ["a component without an end", `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:${CANARY}\r\n`, "ICAL_SYNTAX", 3],
    ["a date that is none", calendar(event(), event(`DTSTART:${CANARY}`)), "ICAL_VALUE", 3],
    ["no start", calendar(event(`UID:${CANARY}`)), "ICAL_VALUE", 3],
    ["an unknown zone", calendar(event(`DTSTART;TZID=${CANARY}:20270104T070000`)), "ICAL_ZONE_UNKNOWN", 3],
    ["a year of one digit", calendar(event("DTSTART:00010101T000000", "RRULE:FREQ=DAILY")), "ICAL_VALUE", 3],
    ["a flood", calendar(...Array.from({ length: 5 }, () => daily)), "LIMIT_OCCURRENCES", 19],
  ];

  it.each(CASES)("%s", (_, text, code, line) => {
    const { availability, issues } = read(text, OFFICE);
    expect(availability).toBeUndefined();
    expect(issues[0]).toMatchObject({ code, severity: "error", file: "ece.ics", line });
    expect(JSON.stringify(issues)).not.toContain(CANARY);
  });

  it("a rule that is not read is a warning at its line, and the rest is used", () => {
    const text = calendar(event("DTSTART:20270104T070000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY"));
    const { availability, issues } = read(text, OFFICE);
    expect(availability?.windows).toHaveLength(5);
    expect(issues).toMatchObject([{ code: "ICAL_RULE", severity: "warning", line: 3 }, { code: "ICAL_EMPTY" }]);
  });
});

describe("the optional package", () => {
  afterEach(() => {
    vi.doUnmock("ical.js");
    vi.resetModules();
  });

  it("is asked for by a typed error that says what to install", async () => {
    vi.resetModules();
    vi.doMock("ical.js", () => {
      throw new Error("Cannot find package");
    });
    const { calendarReader: load } = await import("../../../src/io/index.ts");
    const message: unknown = expect.stringContaining("npm install ical.js");
    await expect(load()).rejects.toMatchObject({ code: "ICAL_MISSING", message });
  });

  it("stands in no static import of tersine/io", async () => {
    const { outputFiles } = await build({
      entryPoints: ["src/io/index.ts"],
      bundle: true,
      write: false,
      format: "esm",
      external: ["ical.js"],
    });
    const code = outputFiles[0]?.text ?? "";
    expect(code).toContain('import("ical.js")');
    expect(code).not.toMatch(/from\s*"ical\.js"/u);
  });
});
