import { TersineError, weeklyAvailability, type WeeklyAvailabilityOptions } from "../../index.ts";
import type { SourceIssue, TextSource } from "../text-source.ts";
import { isZone, readZoneText } from "../values/zones.ts";
import type { Component, Ical } from "./moments.ts";
import { maskedRules } from "./rules.ts";
import type { CalendarOptions, CalendarReader, CalendarReading } from "./sources.ts";
import { type CalendarSpans, spansOf, takesPlace, takesTimeOf } from "./spans.ts";

/** Occurrences of rules that are looked at in one file. */
const MOST_OCCURRENCES = 200_000;
const DAY = 86_400;

/**
 * Loads the package `ical.js`, an optional peer dependency, and gives a function that turns an iCalendar file (RFC 5545,
 * RFC 7953) into weekly windows and days away.
 *
 * Windows come from VAVAILABILITY, and where it says nothing from `availability` of the options. Within the bounds of a
 * VAVAILABILITY only its AVAILABLE times are free, whatever BUSYTYPE the rest has; several count by PRIORITY. Events that
 * are opaque, not cancelled and not declined, and VFREEBUSY but for FBTYPE=FREE, take time out: rules with RDATE, EXDATE,
 * EXRULE and RECURRENCE-ID are expanded over the period. What recurs on at least half of its weekdays is cut out of the windows; a
 * day on which nothing is left is a day away; what is left over is a warning with the days and minutes (see
 * `weeklyAvailability`). A rule of recurrence that is not read is a warning at its component, which is left out.
 *
 * Zones are IANA names, the file's own VTIMEZONE, names of Windows, or UTC; floating times and dates are the person's.
 *
 * Codes of errors: `ICAL_SYNTAX`, `ICAL_VALUE`, `ICAL_ZONE_UNKNOWN`, `LIMIT_OCCURRENCES`, and those of
 * `weeklyAvailability`. Of warnings: `ICAL_RULE`, `ICAL_EMPTY`, `CALENDAR_EMPTY`, `CALENDAR_WITHOUT_WINDOWS`, `CALENDAR_PARTLY_BUSY`,
 * `CALENDAR_PARTLY_FREE`.
 *
 * @throws TersineError ICAL_MISSING if the package is not installed
 *
 * @example
 * const readCalendar = await calendarReader();
 * readCalendar({ name: "ece.ics", text }, { period, timeZone: "Europe/Istanbul", availability: "Mon-Fri 09:00-17:00" });
 */
export async function calendarReader(): Promise<CalendarReader> {
  const ical = await loaded();
  return (source, options) => readCalendar(ical, source, options);
}

async function loaded(): Promise<Ical> {
  try {
    return (await import("ical.js")).default;
  } catch (cause) {
    const message = "calendars need the package ical.js, which is not installed.";
    throw new TersineError([{ code: "ICAL_MISSING", path: "", message, hint: "Run npm install ical.js." }], { cause });
  }
}

function readCalendar(ical: Ical, source: TextSource, options: CalendarOptions): CalendarReading {
  const file = source.name;
  const text = source.text.replace(/^\uFEFF/u, "");
  const roots = rootsOf(ical, file, text);
  if ("code" in roots) return { issues: [roots] };
  const { period, availability, freeTakesTime = false } = options;
  const timeZone = options.timeZone ?? zoneOf(roots) ?? "UTC";
  const [from, to] = [Date.parse(`${period.start}Z`) / 1_000 - 3 * DAY, Date.parse(`${period.end}Z`) / 1_000 + 4 * DAY];
  const lines = lineNumbers(roots, text);
  const settings = { period, timeZone, ...(availability === undefined ? {} : { availability }) };
  try {
    // bad options are told before any rule is expanded over them
    weeklyAvailability([], settings);
    const takesTime = freeTakesTime ? takesPlace : takesTimeOf(ownersOf(file, roots));
    const found = spansOf(roots, { ical, from, to, timeZone, budget: MOST_OCCURRENCES }, takesTime);
    return readingOf(file, found, lines, settings);
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    const issues = error.issues.map(({ code, path, message, hint }): SourceIssue => {
      const told = { code, severity: "error", file, message: path === "" ? message : `${path}: ${message}` } as const;
      return hint === undefined ? told : { ...told, hint };
    });
    return { issues };
  }
}

function readingOf(
  file: string,
  { spans, statesAvailability, faults }: CalendarSpans,
  lines: ReadonlyMap<Component, number>,
  options: WeeklyAvailabilityOptions,
): CalendarReading {
  const issues: SourceIssue[] = faults.map(({ component, fault: { code, message } }) => {
    const severity = code === "ICAL_RULE" ? "warning" : "error";
    const line = lines.get(component);
    return { code, severity, file, ...(line === undefined ? {} : { line }), message };
  });
  const warn = (code: string, message: string): void => {
    issues.push({ code, severity: "warning", file, message });
  };
  if (issues.some(({ severity }) => severity === "error")) return { issues };
  if (!statesAvailability && options.availability === undefined) {
    warn("CALENDAR_WITHOUT_WINDOWS", "the calendar says when the person is busy, and nothing says when they can meet.");
    return { issues };
  }
  if (spans.length === 0) warn("ICAL_EMPTY", "the calendar says nothing about the period.");
  const { availability, overstated, understated } = weeklyAvailability(spans, options);
  const told = "which weekly windows and days away cannot say";
  if (overstated.minutes > 0) {
    const { minutes, days } = overstated;
    warn("CALENDAR_PARTLY_BUSY", `the windows hold ${minutes} minutes on ${days} days that are busy, ${told}.`);
  }
  if (understated.minutes > 0) {
    const { minutes, days } = understated;
    warn("CALENDAR_PARTLY_FREE", `the windows leave out ${minutes} minutes on ${days} days that are free, ${told}.`);
  }
  if (availability.windows.length === 0) warn("CALENDAR_EMPTY", "the calendar leaves no window; nobody can be met.");
  return { availability, issues };
}

/** The outermost components, or why there are none. */
function rootsOf(ical: Ical, file: string, text: string): readonly Component[] | SourceIssue {
  const fault = (line: number): SourceIssue => {
    const message = "expected a calendar as RFC 5545 writes it, got something else.";
    return { code: "ICAL_SYNTAX", severity: "error", file, line, message };
  };
  let parsed: unknown;
  try {
    parsed = ical.parse(maskedRules(text));
  } catch (error) {
    return fault(faultyLine(text, error));
  }
  if (!Array.isArray(parsed) || parsed.length === 0) return fault(1);
  const items = Array.from<unknown>(parsed);
  const roots = typeof items[0] === "string" ? [items] : items;
  return roots.map((root) => new ical.Component(root as ConstructorParameters<Ical["Component"]>[0]));
}

/** The library's message quotes the line that it cannot read; a component without an end is told at the last line. */
function faultyLine(text: string, error: unknown): number {
  const lines = text.trimEnd().split(/\r\n|\r|\n/u);
  const message = error instanceof Error ? error.message : "";
  if (message.includes("did not end")) return lines.length;
  const quoted = lines.filter((line) => line !== "" && ['"', "'"].some((mark) => message.includes(`${mark}${line}`)));
  const longest = quoted.reduce((best, line) => (line.length > best.length ? line : best), "");
  return Math.max(lines.indexOf(longest), 0) + 1;
}

function zoneOf(roots: readonly Component[]): string | undefined {
  const names = roots.map((root): unknown => root.getFirstPropertyValue("x-wr-timezone"));
  const zones = names.flatMap((name) => (typeof name === "string" ? [readZoneText(name).zone] : []));
  return zones.find((zone) => zone.includes("/") && isZone(zone));
}

/** Addresses of the person whose calendar it is: what the file is named after, and what the calendar is called. */
function ownersOf(file: string, roots: readonly Component[]): readonly string[] {
  const names = roots.map((root): unknown => root.getFirstPropertyValue("x-wr-calname"));
  const addresses = names.flatMap((name) => (typeof name === "string" && name.includes("@") ? [name] : []));
  return [file.replace(/\.ics$/iu, ""), ...addresses];
}

/** The line on which each component begins: the file holds them in the order of the tree. */
function lineNumbers(roots: readonly Component[], text: string): ReadonlyMap<Component, number> {
  const begins = text.split(/\r\n|\r|\n/u).flatMap((line, at) => (/^BEGIN:/iu.test(line) ? [at + 1] : []));
  const lineOf = new Map<Component, number>();
  const waiting = [...roots].reverse();
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    lineOf.set(component, begins[lineOf.size] ?? 1);
    for (const below of [...component.getAllSubcomponents()].reverse()) waiting.push(below);
  }
  return lineOf;
}
