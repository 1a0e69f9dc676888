import type { Availability, Period, WeeklyAvailability } from "../../index.ts";
import type { SourceIssue, TextSource } from "../text-source.ts";

export interface CalendarOptions {
  /** Dates to look at, both included: those of the programme. */
  readonly period: Period;
  /**
   * The person's own zone, in which the windows are written and times without a zone are read.
   * @default X-WR-TIMEZONE of the file if it names a zone, else "UTC"
   */
  readonly timeZone?: string;
  /** When the person can meet as far as the calendar says nothing about it. @default never */
  readonly availability?: Availability;
  /**
   * Whether events take time that are shown as free (TRANSP, X-MICROSOFT-CDO-BUSYSTATUS), and invitations that the person
   * has declined. @default false
   */
  readonly freeTakesTime?: boolean;
}

export interface CalendarReading {
  /** For `availability` of a mentor or mentee; absent if there are errors or nothing says when the person can meet. */
  readonly availability?: WeeklyAvailability["availability"];
  /** Errors, and as warnings what is left out and what weekly windows cannot say. */
  readonly issues: readonly SourceIssue[];
}

/** Reads a calendar of one person; never throws on what the file holds. */
export type CalendarReader = (source: TextSource, options: CalendarOptions) => CalendarReading;

/** Calendars of people, each in a file named after them: `ece.ics`, or `ece@example.org.ics`. */
export interface CalendarSources {
  readonly files: readonly TextSource[];
  /** Files that could not be read as text, with why; the people that they are named after are rejected. */
  readonly broken?: readonly SourceIssue[];
  /** What `calendarReader` gives. */
  readonly read: CalendarReader;
  /** As in `CalendarOptions`. @default false */
  readonly freeTakesTime?: boolean;
}
