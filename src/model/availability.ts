import { pointer, type TersineIssue } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { readWeekHours, type WeekHoursReading } from "../base/week-hours.ts";
import { readPeriod } from "../base/week-period.ts";
import { isSignReversedZone, readZone } from "../base/zone.ts";
import { normalId } from "./ids.ts";
import { placeOfField, type KnownPerson, type Placed } from "./people.ts";
import type { Mentee, Mentor } from "./program.ts";
import type { MenteeEntry, MentorEntry, Period } from "./schema.ts";
import type { Warning } from "./warning.ts";

/**
 * Windows, dates and time zones that cannot be read; availability without a period; a period without a whole week.
 */
export function availabilityIssues(
  entries: readonly Placed<MentorEntry | MenteeEntry>[],
  people: readonly KnownPerson[],
  period: Period | undefined,
): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const zoneOf = new Map<string, string>();
  for (const known of people) {
    const { person } = known;
    if (person.timeZone === undefined) continue;
    const zone = readZone(person.timeZone, pointer(placeOfField(known, "timeZone")));
    if ("code" in zone) issues.push(zone);
    // one issue about a zone is enough: its windows are read as if it were good
    zoneOf.set(person.id, "code" in zone ? "UTC" : zone.name);
  }
  const readings = entries.map(({ item, list, position }) =>
    readWeekHours(
      { availability: item.availability, timeZone: zoneOf.get(normalId(item.id)) },
      pointer([list, position]),
    ),
  );
  issues.push(...readings.flatMap((reading) => reading.issues));
  const isUsed = entries.some(({ item }) => item.availability !== undefined);
  return [...issues, ...periodIssues(period, isUsed)];
}

function periodIssues(period: Period | undefined, isUsed: boolean): readonly TersineIssue[] {
  if (period === undefined) {
    if (!isUsed) return [];
    const message = "expected a period, because people state availability; got nothing.";
    return [{ code: "PERIOD_MISSING", path: "/period", message, hint: "Write its first and last date." }];
  }
  const weeks = readPeriod(period, "/period");
  if ("start" in weeks) return [];
  return isUsed ? weeks : weeks.filter(({ code }) => code !== "PERIOD_TOO_SHORT");
}

/** Overlapping windows, which count once, and zones whose sign is not what it seems to be. */
export function availabilityWarnings(participants: readonly (Mentor | Mentee)[]): readonly Warning[] {
  const reading = (person: Mentor | Mentee): WeekHoursReading => readWeekHours(person, "");
  const stating = participants.filter(({ availability }) => availability !== undefined);
  const overlapping = idsOf(stating.filter((person) => reading(person).overlapping));
  const reversed = idsOf(stating.filter((person) => isSignReversedZone(reading(person).hours?.zone.name ?? "")));
  const warnings: Warning[] = [];
  if (overlapping.length > 0) {
    warnings.push({
      code: "WINDOWS_MERGED",
      en: `${overlapping.length} participants have windows that overlap; common time counts once.`,
      tr: `${overlapping.length} katılımcının zaman aralıkları çakışıyor; ortak süre bir kez sayılır.`,
      ids: overlapping,
    });
  }
  if (reversed.length > 0) {
    warnings.push({
      code: "ZONE_SIGN",
      en: `${reversed.length} participants have a zone such as Etc/GMT+3, which means UTC-3.`,
      tr: `${reversed.length} katılımcının saat dilimi Etc/GMT+3 biçiminde; bu UTC-3 demektir.`,
      ids: reversed,
    });
  }
  return warnings;
}

function idsOf(people: readonly (Mentor | Mentee)[]): readonly string[] {
  return [...new Set(people.map(({ id }) => id))].sort(compareText);
}
