import type { Availability, Period } from "../../index.ts";
import type { SourceIssue, TextSource } from "../text-source.ts";
import type { CalendarSources } from "./sources.ts";

/** A registration, as far as calendars change it; not yet checked. */
export type Registration = Readonly<Record<string, unknown>>;

export interface CalendarPlaces {
  /** Ids by what files are named after. */
  readonly resolve: (name: string) => unknown;
  /** The zone that a person has elsewhere than in the registration. */
  readonly zoneOf: (id: string) => unknown;
  readonly period: Period | undefined;
}

/** Lays calendars over registrations. */
export interface AppliedCalendars {
  /** The registration with the availability of its calendar, and whether that has errors. */
  readonly apply: (registration: Registration) => { readonly registration: Registration; readonly hasErrors: boolean };
  /** Everything found so far; once all registrations are through, with the files that nobody has. */
  readonly issues: () => readonly SourceIssue[];
}

/** Finds each person's calendar. What a registration states already is what its calendar changes. */
export function appliedCalendars(
  { files, broken = [], read, freeTakesTime = false }: CalendarSources,
  places: CalendarPlaces,
): AppliedCalendars {
  const idOf = (file: string): unknown => places.resolve(file.replace(/\.ics$/iu, "").normalize("NFC"));
  const found: SourceIssue[] = [];
  const brokenIds = new Set<unknown>();
  for (const issue of broken) {
    brokenIds.add(idOf(issue.file));
    found.push({ ...issue, severity: "error" });
  }
  const fileOf = new Map<unknown, TextSource>();
  for (const file of files) {
    const id = idOf(file.name);
    if (fileOf.has(id)) {
      const message = "expected one calendar for each person, got a second.";
      found.push({ code: "CALENDAR_TWICE", severity: "error", file: file.name, message });
    } else fileOf.set(id, file);
  }
  const used = new Set<TextSource>();
  const { period } = places;
  const apply = (registration: Registration): ReturnType<AppliedCalendars["apply"]> => {
    const { id, availability, timeZone } = registration;
    const key = typeof id === "string" ? id.normalize("NFC") : id;
    const file = fileOf.get(key);
    if (brokenIds.has(key)) return { registration, hasErrors: true };
    if (file === undefined || typeof id !== "string") return { registration, hasErrors: false };
    used.add(file);
    if (period === undefined) return { registration, hasErrors: false };
    const zone = timeZone ?? places.zoneOf(id);
    const reading = read(file, {
      period,
      freeTakesTime,
      ...(typeof zone === "string" ? { timeZone: zone } : {}),
      // checked by the reader
      ...(availability === undefined ? {} : { availability: availability as Availability }),
    });
    for (const issue of reading.issues) found.push(issue);
    const hasErrors = reading.issues.some(({ severity }) => severity === "error");
    const changed = reading.availability === undefined ? {} : { availability: reading.availability };
    return { registration: { ...registration, ...changed }, hasErrors };
  };
  const issues = (): readonly SourceIssue[] => {
    const message = "the file is named after nobody who registered; it is not used.";
    const unused = [...fileOf.values()].filter((file) => !used.has(file));
    const warnings = unused.map(({ name }): SourceIssue => ({
      code: "CALENDAR_UNUSED",
      severity: "warning",
      file: name,
      message,
      hint: "Name it by id, employee number, e-mail address or name: ece.ics.",
    }));
    if (used.size === 0 || period !== undefined) return [...found, ...warnings];
    const missing = "expected a period, over which calendars are read; got nothing.";
    const issue: SourceIssue = { code: "PERIOD_MISSING", severity: "error", file: "", message: missing };
    return [...found, ...warnings, issue];
  };
  return { apply, issues };
}
