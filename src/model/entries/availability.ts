import { pointer, type TersineIssue } from "../../base/error.ts";
import { counted } from "../../base/figures.ts";
import { mapPeople, type Steps } from "../../base/steps.ts";
import { compareText } from "../../base/text.ts";
import { readWeekHours } from "../../base/time/week-hours.ts";
import { readPeriod } from "../../base/time/programme-weeks.ts";
import { isSignReversedZone, readZone } from "../../base/time/zone.ts";
import { normalId } from "../people/ids.ts";
import { placeOfField, type KnownPerson, type Placed } from "../people/people.ts";
import type { MenteeEntry, MentorEntry, Period } from "../input.ts";
import type { Warning } from "../warning.ts";

/** Ids of people whose availability was accepted with a warning. */
export interface Doubts {
  /** Windows that overlap, and count once. */
  readonly overlapping: readonly string[];
  /** Zones whose sign is reversed: `Etc/GMT+3` means UTC-3. */
  readonly reversed: readonly string[];
}

/** What `readAvailability` finds. */
export interface AvailabilityReading extends Doubts {
  /** Windows, dates and zones that cannot be read; availability without a period; a period without a whole week. */
  readonly issues: readonly TersineIssue[];
}

/** Checks when everybody can meet; each person's windows are read once. To be paused every few people. */
export function* readAvailability(
  entries: readonly Placed<MentorEntry | MenteeEntry>[],
  people: readonly KnownPerson[],
  period: Period | undefined,
): Steps<AvailabilityReading> {
  const issues: TersineIssue[] = [];
  const zoneOf = new Map<string, string>();
  const seen = new Set<string>();
  for (const known of people) {
    const { person } = known;
    if (person.timeZone === undefined) continue;
    const zone = readZone(person.timeZone, pointer(placeOfField(known, "timeZone")));
    if ("code" in zone) issues.push(zone);
    // the first look at a name takes the engine a millisecond or more
    if (!seen.has(person.timeZone)) yield;
    seen.add(person.timeZone);
    // an unknown zone is reported once; its windows are read as if in UTC
    zoneOf.set(person.id, "code" in zone ? "UTC" : zone.name);
  }
  yield;
  const stating = entries.filter(({ item }) => item.availability !== undefined);
  const readings = yield* mapPeople(stating, ({ item, list, position }) => {
    const id = normalId(item.id);
    const source = { availability: item.availability, timeZone: zoneOf.get(id) };
    return { id, ...readWeekHours(source, pointer([list, position])) };
  });
  issues.push(...readings.flatMap((reading) => reading.issues), ...periodIssues(period, stating.length > 0));
  return {
    issues,
    overlapping: readings.filter(({ overlapping }) => overlapping).map(({ id }) => id),
    reversed: readings
      .filter(({ hours }) => hours !== undefined && isSignReversedZone(hours.zone.name))
      .map(({ id }) => id),
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

/** The warnings of `Doubts`, in words. */
export function availabilityWarnings({ overlapping, reversed }: Doubts): readonly Warning[] {
  return [...overlapWarnings(sorted(overlapping)), ...signWarnings(sorted(reversed))];
}

function overlapWarnings(ids: readonly string[]): readonly Warning[] {
  if (ids.length === 0) return [];
  const en = `${counted(ids.length, "participant")} ${ids.length === 1 ? "has" : "have"} windows that overlap; common time counts once.`;
  const tr = `${ids.length} katılımcının zaman aralıkları çakışıyor; ortak süre bir kez sayılır.`;
  return [{ code: "WINDOWS_MERGED", en, tr, ids }];
}

function signWarnings(ids: readonly string[]): readonly Warning[] {
  if (ids.length === 0) return [];
  const en = `${counted(ids.length, "participant")} ${ids.length === 1 ? "has" : "have"} a zone such as Etc/GMT+3, which means UTC-3.`;
  const tr = `${ids.length} katılımcının saat dilimi Etc/GMT+3 biçiminde; bu UTC-3 demektir.`;
  return [{ code: "ZONE_SIGN", en, tr, ids }];
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort(compareText);
}
