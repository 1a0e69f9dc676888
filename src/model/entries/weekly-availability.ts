import { asPublic } from "../../base/public.ts";
import { dayOfDate } from "../../base/time/dates.ts";
import { type DateTime, instantOf, readDateTime } from "../../base/time/date-time.ts";
import { problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import {
  type FreeDays,
  freeDays,
  lay,
  layHours,
  layInstants,
  type WeeklyPattern,
  weeklyPattern,
} from "../../base/time/free-days.ts";
import { readWeekHours } from "../../base/time/week-hours.ts";
import { periodIssues } from "../../base/time/programme-weeks.ts";
import { readZone, type Zone } from "../../base/time/zone.ts";
import type { Availability, Period, WeeklyWindow } from "../input.ts";

/**
 * A span of time in which somebody can meet, or cannot.
 *
 * `start` and `end` (not included) are dates or times: `2027-01-04T09:00` on the person's own clock,
 * `2027-01-04T09:00[Europe/Berlin]` on another, `2027-01-04T08:00Z`, or `2027-01-04` for midnight. A span that does not
 * end after its start holds no time.
 */
export interface TimeSpan {
  readonly start: string;
  readonly end: string;
  readonly available: boolean;
}

export interface WeeklyAvailabilityOptions {
  /** Dates to look at, both included. */
  readonly period: Period;
  /** The person's own zone: an IANA name, `UTC` or an offset. The zone of `availability` goes before it. */
  readonly timeZone: string;
  /** What the person states already, which the spans change. @default no time at all */
  readonly availability?: Availability;
}

export interface WeeklyAvailability extends Pick<WeeklyPattern, "overstated" | "understated"> {
  /** Windows, days away, and always the zone. */
  readonly availability: {
    readonly windows: readonly WeeklyWindow[];
    readonly timeZone: string;
    readonly away: WeeklyPattern["away"];
  };
}

/**
 * The weekly windows and days away that are nearest to a calendar of single dates.
 *
 * Spans are laid over each other in their order, the later over the earlier, on the days of the period. A minute of a
 * weekday is in the windows if it is free on at least half of those days of its kind that have any free time; a day on
 * which nothing of its windows is free is a day away. A calendar that repeats every week but for whole days is given
 * back exactly; what is left of any other is counted in `overstated` and `understated`.
 *
 * Cost: linear in the period's minutes and in the minutes of the spans.
 *
 * @example
 * const busy = { start: "2027-03-01", end: "2027-03-06", available: false };
 * weeklyAvailability([busy], { period, timeZone: "Europe/Istanbul", availability: "Mon-Fri 09:00-17:00" }).availability.away;
 * // [{ start: "2027-03-01", end: "2027-03-05" }]
 *
 * @throws TersineError DATE_FORMAT at the span; the errors of a period, of a zone and of `availability`
 */
export function weeklyAvailability(spans: readonly TimeSpan[], options: WeeklyAvailabilityOptions): WeeklyAvailability {
  return asPublic("weeklyAvailability", () => {
    const { period, timeZone, availability } = options;
    throwIssues(periodIssues(period, "/period"));
    const zone = readZone(timeZone, "/timeZone");
    if ("code" in zone) throw problem(zone.code, zone.path, zone.message);
    const { hours, issues } = readWeekHours({ availability, timeZone }, "");
    throwIssues(issues);
    const first = checkedDay(period.start);
    const days = freeDays(first, checkedDay(period.end) - first + 1, hours?.zone ?? zone);
    if (hours !== undefined) layHours(days, hours);
    const read = spans.map(readSpan);
    throwIssues(read.flatMap((span) => ("code" in span ? [span] : [])));
    for (const span of read) if (!("code" in span)) laySpan(days, span);
    const { windows, away, ...counts } = weeklyPattern(days);
    return { availability: { windows, timeZone: days.zone.name, away }, ...counts };
  });
}

/**
 * A moment, written as those of `TimeSpan`, in UTC: `2027-01-04T06:00:00Z`. Of a time that a clock shows twice it is the
 * first; a time that it skips is read with the offset before the gap.
 *
 * @param timeZone The clock of times that name none
 * @throws TersineError DATE_FORMAT, and the errors of a zone
 */
export function toUtc(time: string, timeZone: string): string {
  return asPublic("toUtc", () => {
    const read = readDateTime(time);
    if (read === undefined) throw problem("DATE_FORMAT", "", TIME_EXPECTED);
    const zone = read.zone ?? readZone(timeZone, "/timeZone");
    if ("code" in zone) throw problem(zone.code, zone.path, zone.message);
    const instant = new Date((instantOf(read.wall, zone) * 60 + read.seconds) * 1_000);
    return `${instant.toISOString().slice(0, 19)}Z`;
  });
}

const TIME_EXPECTED = "expected a date or a time such as 2027-01-04T09:00, with Z or a zone in brackets or without.";

/** Days from 1970-01-01 to a date that has been checked. */
function checkedDay(date: string): number {
  const day = dayOfDate(date);
  if (day === undefined)
    throw problem("DATE_FORMAT", "/period", "expected dates that stay as they are while they are read.");
  return day;
}

interface ReadSpan {
  readonly start: DateTime;
  readonly end: DateTime;
  readonly available: boolean;
}

function readSpan({ start, end, available }: TimeSpan, position: number): ReadSpan | TersineIssue {
  const [from, to] = [readDateTime(start), readDateTime(end)];
  if (from !== undefined && to !== undefined) return { start: from, end: to, available };
  const path = `/spans/${position}/${from === undefined ? "start" : "end"}`;
  return { code: "DATE_FORMAT", path, message: TIME_EXPECTED };
}

function laySpan(days: FreeDays, { start, end, available }: ReadSpan): void {
  const value = available ? 1 : 0;
  // of a minute that begins or ends within, nothing is free
  const startUp = available && start.seconds > 0 ? 1 : 0;
  const endUp = !available && end.seconds > 0 ? 1 : 0;
  const isOwn = (zone: Zone | undefined): boolean => zone === undefined || zone.name === days.zone.name;
  if (isOwn(start.zone) && isOwn(end.zone)) {
    lay(days, start.wall + startUp, end.wall + endUp, value);
    return;
  }
  const from = instantOf(start.wall, start.zone ?? days.zone) + startUp;
  const to = instantOf(end.wall, end.zone ?? days.zone) + endUp;
  layInstants(days, from, to, value);
}
