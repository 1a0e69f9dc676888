import { pointer, type TersineIssue } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { readWeekHours } from "../base/week-hours.ts";
import { readPeriod } from "../base/week-period.ts";
import { isSignReversedZone, readZone } from "../base/zone.ts";
import { normalId } from "./ids.ts";
import { placeOfField, type KnownPerson, type Placed } from "./people.ts";
import type { MenteeEntry, MentorEntry, Period } from "./schema.ts";
import type { Warning } from "./warning.ts";

/** What `readAvailability` finds. */
export interface AvailabilityReading {
  /** Windows, dates and zones that cannot be read; availability without a period; a period without a whole week. */
  readonly issues: readonly TersineIssue[];
  /** Overlapping windows, which count once, and zones whose sign is not what it seems to be. */
  readonly warnings: readonly Warning[];
}

/** Checks when everybody can meet; each person's windows are read once. */
export function readAvailability(
  entries: readonly Placed<MentorEntry | MenteeEntry>[],
  people: readonly KnownPerson[],
  period: Period | undefined,
): AvailabilityReading {
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
  const stating = entries.filter(({ item }) => item.availability !== undefined);
  const readings = stating.map(({ item, list, position }) => {
    const id = normalId(item.id);
    const source = { availability: item.availability, timeZone: zoneOf.get(id) };
    return { id, ...readWeekHours(source, pointer([list, position])) };
  });
  issues.push(...readings.flatMap((reading) => reading.issues), ...periodIssues(period, stating.length > 0));
  return {
    issues,
    warnings: [
      ...overlapWarnings(readings.filter(({ overlapping }) => overlapping)),
      ...signWarnings(readings.filter(({ hours }) => hours !== undefined && isSignReversedZone(hours.zone.name))),
    ],
  };
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

interface Identified {
  readonly id: string;
}

function overlapWarnings(people: readonly Identified[]): readonly Warning[] {
  const ids = idsOf(people);
  if (ids.length === 0) return [];
  const en = `${ids.length} participants have windows that overlap; common time counts once.`;
  const tr = `${ids.length} katılımcının zaman aralıkları çakışıyor; ortak süre bir kez sayılır.`;
  return [{ code: "WINDOWS_MERGED", en, tr, ids }];
}

function signWarnings(people: readonly Identified[]): readonly Warning[] {
  const ids = idsOf(people);
  if (ids.length === 0) return [];
  const en = `${ids.length} participants have a zone such as Etc/GMT+3, which means UTC-3.`;
  const tr = `${ids.length} katılımcının saat dilimi Etc/GMT+3 biçiminde; bu UTC-3 demektir.`;
  return [{ code: "ZONE_SIGN", en, tr, ids }];
}

function idsOf(people: readonly Identified[]): readonly string[] {
  return [...new Set(people.map(({ id }) => id))].sort(compareText);
}
