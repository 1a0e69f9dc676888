/** Minutes in a day of 24 hours. */
export const DAY_MINUTES = 1_440;
/** Minutes in a week of seven such days. */
export const WEEK_MINUTES = 10_080;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to a date written `YYYY-MM-DD`; `undefined` if the calendar has no such date. */
export function dayOfDate(text: string): number | undefined {
  const parts = DATE.exec(text);
  if (parts === null) return undefined;
  const day = Math.floor(utcMinutes(Number(parts[1]), Number(parts[2]), Number(parts[3]), 0, 0) / DAY_MINUTES);
  return dateOfDay(day) === text ? day : undefined;
}

/** The date, `YYYY-MM-DD`, that many days after 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MINUTES * 60_000).toISOString().slice(0, 10);
}

/** December 9999, in months from the year 0; dates are compared as texts of one length. */
const LAST_MONTH = 9999 * 12 + 11;

/** The same day so many months later, or the last day of that month if it has no such day; at most in December 9999. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const count = Math.min(year * 12 + (month - 1) + months, LAST_MONTH);
  const prefix = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}-`;
  let last = day;
  while (dayOfDate(prefix + String(last).padStart(2, "0")) === undefined) last -= 1;
  return prefix + String(last).padStart(2, "0");
}

/** Minutes from 1970-01-01T00:00Z to a time of day in UTC. Months count from 1. */
export function utcMinutes(year: number, month: number, day: number, hour: number, minute: number): number {
  const instant = new Date(0);
  // `Date.UTC` reads years below 100 as those of the twentieth century
  instant.setUTCFullYear(year, month - 1, day);
  return Math.floor(instant.getTime() / 60_000) + hour * 60 + minute;
}

/** Minutes since the latest Monday 00:00, of a count of minutes from 1970-01-01T00:00 (a Thursday). */
export function minuteOfWeek(minutes: number): number {
  const since = (minutes + 3 * DAY_MINUTES) % WEEK_MINUTES;
  return since < 0 ? since + WEEK_MINUTES : since;
}

/** `HH:MM` of a minute of the day, from 0 to 1440 (`24:00`). */
export function timeText(minuteOfDay: number): string {
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${digits(Math.floor(minuteOfDay / 60))}:${digits(minuteOfDay % 60)}`;
}
