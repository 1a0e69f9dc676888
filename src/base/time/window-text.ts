import { DAY_MINUTES } from "./dates.ts";
import type { TersineIssue } from "../error.ts";
import { weekdayOf } from "./weekday.ts";

/** A window that recurs every week, in minutes since Monday 00:00 on the local clock; `end` may lie beyond the week. */
export interface WeekWindow {
  readonly start: number;
  readonly end: number;
}

/** What `readWindows` found; `windows` holds the good ones, in the order given. */
export interface WindowsReading {
  readonly windows: readonly WeekWindow[];
  readonly issues: readonly TersineIssue[];
}

type Report = (code: TersineIssue["code"], field: string, message: string, hint?: string) => void;

const DASH = /[-–—]/u;
const TIME = /^(\d{2}):(\d{2})$/;
const EXAMPLE = 'Write "Mon 09:00-11:30; Wed 14:00-16:00".';

/**
 * Reads weekly windows, as a list of `{ day, start, end }` or as text.
 *
 * Times are `HH:MM` from `00:00` to `23:59`, and an end may also be `24:00`. An end at or before the start means the
 * next day, so `22:00-02:00` runs over midnight and `09:00-09:00` around the clock. Days are English or Turkish, full or
 * short. Text holds windows separated by semicolons or line ends; each is days (`Mon`, `Mon-Fri`, `Mon, Wed`) and times
 * (`09:00-12:00`, or several after commas). Text without a window is no windows.
 *
 * Issues, at `path` or below: `FIELD_TYPE`, `FIELD_MISSING`, `WINDOW_FORMAT`, `WEEKDAY_UNKNOWN`, `TIME_FORMAT`,
 * `TIME_RANGE`.
 */
export function readWindows(given: unknown, path: string): WindowsReading {
  const windows: WeekWindow[] = [];
  const issues: TersineIssue[] = [];
  const add = (code: TersineIssue["code"], at: string, message: string, hint?: string): void => {
    issues.push(hint === undefined ? { code, path: at, message } : { code, path: at, message, hint });
  };
  if (typeof given === "string") {
    const parts = given.split(/[;\n]/u).map((part) => part.trim());
    for (const [place, part] of parts.entries()) {
      if (part === "") continue;
      readTextWindow(part, windows, (code, _, message, hint) => {
        add(code, path, `window ${place + 1}: ${message}`, hint);
      });
    }
  } else if (Array.isArray(given)) {
    for (const [place, item] of Array.from<unknown>(given).entries()) {
      readObjectWindow(item, windows, (code, field, message, hint) => {
        add(code, `${path}/${place}${field}`, message, hint);
      });
    }
  } else add("FIELD_TYPE", path, "expected windows as text or as a list, got another type.", EXAMPLE);
  return { windows, issues };
}

function readObjectWindow(item: unknown, windows: WeekWindow[], report: Report): void {
  if (typeof item !== "object" || item === null) {
    report("FIELD_TYPE", "", "expected a window with day, start and end, got another type.");
    return;
  }
  const { day, start, end } = item as { readonly day?: unknown; readonly start?: unknown; readonly end?: unknown };
  const from = readDay(day, report);
  const times = [readTime(start, "/start", report), readTime(end, "/end", report)] as const;
  if (from !== undefined) addWindow(windows, from, ...times);
}

function readTextWindow(text: string, windows: WeekWindow[], report: Report): void {
  const digit = text.search(/\d/u);
  const days = readDays(digit < 0 ? "" : text.slice(0, digit), report);
  if (days === undefined) return;
  for (const span of text.slice(digit).split(",")) {
    const [start, end, ...rest] = span.split(DASH).map((time) => time.trim());
    if (end === undefined || rest.length > 0) {
      report("WINDOW_FORMAT", "", "expected a start and an end with a dash between.", EXAMPLE);
      continue;
    }
    const times = [readTime(start, "/start", report), readTime(end, "/end", report)] as const;
    for (const day of days) addWindow(windows, day, ...times);
  }
}

/** The days of `Mon`, `Mon-Fri`, `Sat-Mon` or `Mon, Wed`; `undefined` after reporting a fault. */
function readDays(text: string, report: Report): number[] | undefined {
  if (text.trim() === "") {
    report("WINDOW_FORMAT", "", "expected a day and then times.", EXAMPLE);
    return undefined;
  }
  const days: number[] = [];
  for (const span of text.split(",")) {
    const names = span.split(DASH).map((name) => name.trim());
    const [first, last = first] = names.map((name) => readDay(name, report));
    if (first === undefined || last === undefined) return undefined;
    if (names.length > 2) {
      report("WINDOW_FORMAT", "", "expected at most one dash between days.", EXAMPLE);
      return undefined;
    }
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

function readDay(day: unknown, report: Report): number | undefined {
  const known = typeof day === "string" ? weekdayOf(day.trim()) : undefined;
  if (known !== undefined) return known;
  if (day === undefined) report("FIELD_MISSING", "/day", "expected the name of a day, got nothing.");
  else report("WEEKDAY_UNKNOWN", "/day", "expected the name of a day in English or Turkish.", "Write Mon or Pzt.");
  return undefined;
}

/** Minutes since midnight; `undefined` after reporting a fault. */
function readTime(time: unknown, field: "/start" | "/end", report: Report): number | undefined {
  if (time === undefined) {
    report("FIELD_MISSING", field, "expected a time as HH:MM, got nothing.");
    return undefined;
  }
  const digits = typeof time === "string" ? TIME.exec(time) : null;
  if (digits === null) {
    report("TIME_FORMAT", field, "expected a time as HH:MM with two digits each.", "Write 09:05.");
    return undefined;
  }
  const minutes = Number(digits[1]) * 60 + Number(digits[2]);
  const last = field === "/end" ? DAY_MINUTES : DAY_MINUTES - 1;
  if (Number(digits[2]) < 60 && minutes <= last) return minutes;
  report("TIME_RANGE", field, `expected a time from 00:00 to ${field === "/end" ? "24:00" : "23:59"}.`);
  return undefined;
}

function addWindow(windows: WeekWindow[], day: number, start: number | undefined, end: number | undefined): void {
  if (start === undefined || end === undefined) return;
  const midnight = day * DAY_MINUTES;
  windows.push({ start: midnight + start, end: midnight + end + (end <= start ? DAY_MINUTES : 0) });
}
