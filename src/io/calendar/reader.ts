import {
  type Availability,
  type Period,
  TersineError,
  weeklyAvailability,
  type WeeklyAvailability,
  type WeeklyAvailabilityOptions,
} from "../../index.ts";
import type { SourceIssue, TextSource } from "../source.ts";
import { type Component, type Ical, isIanaName } from "./moments.ts";
import { type CalendarSpans, spansOf } from "./spans.ts";

export interface CalendarOptions {
  /** Dates to look at, both included: those of the programme. */
  readonly period: Period;
  /**
   * The person's own zone, in which the windows are written and times without a zone are read.
   * @default X-WR-TIMEZONE of the file if it is an IANA name, else "UTC"
   */
  readonly timeZone?: string;
  /** When the person can meet as far as the calendar says nothing about it. @default never */
  readonly availability?: Availability;
}

export interface CalendarReading {
  /** For `availability` of a mentor or mentee; absent if there are errors or nothing says when the person can meet. */
  readonly availability?: WeeklyAvailability["availability"];
  /** Errors, and as warnings what is left out and what weekly windows cannot say. */
  readonly issues: readonly SourceIssue[];
}

/** Reads a calendar of one person; never throws on what the file holds. */
export type CalendarReader = (source: TextSource, options: CalendarOptions) => CalendarReading;

/** Occurrences of rules that are looked at in one file. */
const MOST_OCCURRENCES = 200_000;
const DAY = 86_400;

/**
 * Loads the package `ical.js`, an optional peer dependency, and gives a function that turns an iCalendar file (RFC 5545,
 * RFC 7953) into weekly windows and days away.
 *
 * Windows come from VAVAILABILITY, and where it says nothing from `availability` of the options. Within the bounds of a
 * VAVAILABILITY only its AVAILABLE times are free, whatever BUSYTYPE the rest has; several count by PRIORITY. Events that
 * are opaque and not cancelled, and VFREEBUSY but for FBTYPE=FREE, take time out: rules with RDATE, EXDATE and
 * RECURRENCE-ID are expanded over the period. What recurs on at least half of its weekdays is cut out of the windows; a
 * day on which nothing is left is a day away; what is left over is a warning with the days and minutes (see
 * `weeklyAvailability`). A rule of recurrence that is not read is a warning at its component, which is left out.
 *
 * Zones are IANA names, the file's own VTIMEZONE, or UTC; floating times and dates are the person's.
 *
 * Codes of errors: `ICAL_SYNTAX`, `ICAL_VALUE`, `ICAL_ZONE_UNKNOWN`, `LIMIT_OCCURRENCES`, and those of
 * `weeklyAvailability`. Of warnings: `ICAL_RULE`, `ICAL_EMPTY`, `CALENDAR_WITHOUT_WINDOWS`, `CALENDAR_PARTLY_BUSY`,
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

function readCalendar(ical: Ical, { name: file, text }: TextSource, options: CalendarOptions): CalendarReading {
  const roots = rootsOf(ical, file, text);
  if ("code" in roots) return { issues: [roots] };
  const { period, availability } = options;
  const timeZone = options.timeZone ?? zoneOf(roots) ?? "UTC";
  const [from, to] = [Date.parse(`${period.start}Z`) / 1_000 - 3 * DAY, Date.parse(`${period.end}Z`) / 1_000 + 4 * DAY];
  const lines = lineNumbers(roots, text);
  const settings = { period, timeZone, ...(availability === undefined ? {} : { availability }) };
  try {
    // bad options are told before any rule is expanded over them
    weeklyAvailability([], settings);
    const found = spansOf(roots, { ical, from, to, timeZone, budget: MOST_OCCURRENCES });
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
    parsed = ical.parse(text);
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
  return names.find((name) => typeof name === "string" && isIanaName(name)) as string | undefined;
}

/** The line on which each component begins: the file holds them in the order of the tree. */
function lineNumbers(roots: readonly Component[], text: string): ReadonlyMap<Component, number> {
  const begins = text.split(/\r\n|\r|\n/u).flatMap((line, at) => (/^BEGIN:/iu.test(line) ? [at + 1] : []));
  const lineOf = new Map<Component, number>();
  const waiting = [...roots].reverse();
  for (let component = waiting.pop(); component !== undefined; component = waiting.pop()) {
    lineOf.set(component, begins[lineOf.size] ?? 1);
    waiting.push(...[...component.getAllSubcomponents()].reverse());
  }
  return lineOf;
}
