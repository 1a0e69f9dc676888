import { generateIcsCalendar, type IcsDateObject, type IcsEvent } from "ts-ics";
import { dayOf, type PairZones, type Series, utcOf } from "./series.ts";
import { offsetAt, offsetText, zoneName, zoneRules } from "./zone-rules.ts";

/** A person as an invitation names them. */
export interface Invited {
  readonly id: string;
  readonly name: string;
  /** E-mail address, where the data hold one. */
  readonly address: string | undefined;
}

/** What the calendar of a pair is made from. */
export interface PairMeeting {
  readonly mentor: Invited;
  readonly mentee: Invited;
  readonly zones: PairZones;
  readonly series: Series;
  readonly period: { readonly start: string; readonly end: string };
  readonly summary: string;
  readonly description: string;
}

/**
 * The weekly meeting of a pair as an iCalendar file (RFC 5545): a rule on one person's clock with the offsets of its zone,
 * meetings that are moved, weeks that are left out. It is stamped with the first day of the programme and known by the ids
 * of the two, so that it is the same whenever it is made.
 *
 * The mentor invites, where both addresses are known; otherwise it names nobody by address, since people who attend need
 * an organiser (RFC 5545, 3.8.4.1 and 3.8.4.3).
 */
export function calendarText(meeting: PairMeeting): string {
  const { series, zones, period } = meeting;
  const zone = zones[series.clock];
  const text = generateIcsCalendar({
    version: "2.0",
    prodId: "-//tersine//invitations//EN",
    timezones: [zoneRules(zone, dayOf(period.start) - 7, dayOf(period.end) + 8)],
    events: eventsOf(meeting, zone),
  });
  return folded(text);
}

function eventsOf({ series, ...meeting }: PairMeeting, zone: string): IcsEvent[] {
  const { mentor, mentee, period, summary, description } = meeting;
  const [first] = series.occurrences;
  const last = series.occurrences.at(-1);
  if (first === undefined || last === undefined) return [];
  const common = {
    uid: `${encodeURIComponent(mentor.id)}/${encodeURIComponent(mentee.id)}@tersine.invalid`,
    stamp: { date: new Date(`${period.start}T00:00:00Z`) },
    summary,
    description,
    ...invited(mentor, mentee),
  };
  const duration = { hours: Math.floor(series.minutes / 60), minutes: series.minutes % 60 };
  const until = { date: new Date(utcOf(minuteOf(last.planned), zone) * 60_000) };
  const moved = series.occurrences.filter(({ isMoved }) => isMoved);
  return [
    {
      ...common,
      start: onClock(first.planned, zone),
      duration,
      recurrenceRule: { frequency: "WEEKLY", until },
      ...(series.skipped.length === 0 ? {} : { exceptionDates: series.skipped.map((time) => onClock(time, zone)) }),
    },
    ...moved.map(({ instant, planned }) => ({
      ...common,
      start: { date: new Date(instant * 60_000) },
      duration,
      recurrenceId: { value: onClock(planned, zone) },
    })),
  ];
}

function invited(mentor: Invited, mentee: Invited): Pick<IcsEvent, "organizer" | "attendees"> {
  if (mentor.address === undefined || mentee.address === undefined) return {};
  const [organizer, attendee] = [mentor, mentee].map(({ name, address = "" }) => ({
    name: name.replaceAll('"', "'"),
    email: address,
  }));
  return organizer === undefined || attendee === undefined ? {} : { organizer, attendees: [attendee] };
}

function minuteOf(time: string): number {
  return Date.parse(`${time}Z`) / 60_000;
}

/** A time on the clock of a zone, as the library takes it: what the clock shows, written as if it were UTC. */
function onClock(time: string, zone: string): IcsDateObject {
  const local = minuteOf(time);
  const shown = new Date(local * 60_000);
  return {
    date: new Date(utcOf(local, zone) * 60_000),
    local: { date: shown, timezone: zoneName(zone), tzoffset: offsetText(offsetAt(local, zone)) },
  };
}

/** Bytes of a line (RFC 5545, 3.1); the library counts letters, of which Turkish ones have two. */
const LINE_BYTES = 75;

function folded(text: string): string {
  const lines = text.replace(/\r\n[ \t]/gu, "").split(/\r\n/u);
  return lines.map(foldedLine).join("\r\n");
}

function foldedLine(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      // the blank that marks what goes on counts too
      [part, bytes] = ["", 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
