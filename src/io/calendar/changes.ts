import { toUtc } from "../../index.ts";
import { type Component, endOf, firstMoment, type Ical, type Moment } from "./moments.ts";

/** What happens to an occurrence and to all that follow it, until the next such change. */
export interface Change {
  readonly component: Component;
  /** Instant of the first occurrence that it is about. */
  readonly since: string;
  /** Seconds by which occurrences move. */
  readonly shift: number;
  /** Seconds that they take; absent if the change says nothing of it. */
  readonly length?: number;
}

/** Components with RECURRENCE-ID, by what they change. */
export interface Changes {
  /** Occurrences that others stand in for. */
  readonly single: readonly Moment[];
  /** The latest first. */
  readonly following: readonly Change[];
}

/** Whether a component changes all occurrences from one on (RFC 5545, 3.8.4.4). */
export function isFollowing(component: Component): boolean {
  const range: unknown = component.getFirstProperty("recurrence-id")?.getFirstParameter("range");
  return typeof range === "string" && range.toUpperCase() === "THISANDFUTURE";
}

/** A moment in UTC, so that moments of different clocks can be compared as texts. */
export function instantOf({ wall, clock }: Moment, timeZone: string): string {
  return toUtc(clock.textOf(wall), timeZone);
}

export function changesOf(ical: Ical, moved: readonly Component[], timeZone: string): Changes {
  const single: Moment[] = [];
  const following: Change[] = [];
  for (const component of moved) {
    const anchor = firstMoment(ical, component, "recurrence-id");
    if (anchor === undefined) continue;
    if (isFollowing(component)) following.push(changeOf(ical, component, anchor, timeZone));
    else single.push(anchor);
  }
  following.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));
  return { single, following };
}

function changeOf(ical: Ical, component: Component, anchor: Moment, timeZone: string): Change {
  const since = instantOf(anchor, timeZone);
  const start = firstMoment(ical, component, "dtstart");
  if (start === undefined) return { component, since, shift: 0 };
  const isOneClock = start.clock.name === anchor.clock.name;
  const shift = isOneClock
    ? start.wall - anchor.wall
    : (Date.parse(instantOf(start, timeZone)) - Date.parse(since)) / 1_000;
  return { component, since, shift, length: Math.max(0, endOf(ical, component, start).wall - start.wall) };
}
