import type { TersineIssue } from "../base/error.ts";
import type { KnownPerson, Placed } from "./people.ts";
import type { MenteeEntry, MentorEntry, Period } from "./schema.ts";

/** Dates that are no dates, a period that ends before it starts, or is too short or too long to count weeks in. */
export function periodIssues(period: Period | undefined): readonly TersineIssue[] {
  return [];
}

/** Windows and time zones that cannot be read, and availability without a period or a time zone. */
export function availabilityIssues(
  entries: readonly Placed<MentorEntry | MenteeEntry>[],
  people: readonly KnownPerson[],
  period: Period | undefined,
): readonly TersineIssue[] {
  return [];
}
