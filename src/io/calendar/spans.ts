import { type TimeSpan, toUtc } from "../../index.ts";
import { isFollowing } from "./changes.ts";
import { CalendarFault, type Component, firstMoment, type Ical, momentOf, type Property } from "./moments.ts";
import { type Expansion, type Occurrence, occurrencesOf } from "./occurrences.ts";

/** What a calendar says, in the order in which it counts. */
export interface CalendarSpans {
  readonly spans: readonly TimeSpan[];
  /** Whether the calendar says when the person can meet, and not only when not. */
  readonly statesAvailability: boolean;
  /** Components that are left out, and why. */
  readonly faults: readonly { readonly component: Component; readonly fault: CalendarFault }[];
}

/**
 * Availability (VAVAILABILITY, RFC 7953) with the highest PRIORITY last, then what is busy: events that are opaque and
 * not cancelled, and free/busy times of any type but FREE. Whatever is only tentatively busy counts as busy.
 */
export function spansOf(
  roots: readonly Component[],
  expansion: Expansion,
  takesTime: TakesTime = takesTimeOf([]),
): CalendarSpans {
  const components = roots.flatMap((root) => (root.name === "vcalendar" ? root.getAllSubcomponents() : [root]));
  const faults: { readonly component: Component; readonly fault: CalendarFault }[] = [];
  const guarded = (component: Component, read: () => readonly TimeSpan[]): readonly TimeSpan[] => {
    try {
      return read();
    } catch (error) {
      faults.push({ component, fault: faultOf(error) });
      return [];
    }
  };
  const named = (name: string): readonly Component[] => components.filter((each) => each.name === name);
  const availabilities = [...named("vavailability")].sort((a, b) => rankOf(b) - rankOf(a));
  const spans = [
    ...availabilities.flatMap((each) => availabilitySpans(each, expansion, guarded)),
    ...recurring(named("vevent"), { expansion, guarded, takesTime }, { available: false }),
    ...named("vfreebusy").flatMap((each) => guarded(each, () => freeBusySpans(each, expansion.ical))),
  ];
  return { spans, statesAvailability: availabilities.length > 0, faults };
}

type Guard = (component: Component, read: () => readonly TimeSpan[]) => readonly TimeSpan[];

/** The library says in its own words what it cannot read; they may hold values of the calendar. */
function faultOf(error: unknown): CalendarFault {
  if (error instanceof CalendarFault) return error;
  return new CalendarFault("ICAL_VALUE", "expected dates, durations and rules as RFC 5545 writes them.");
}

/** PRIORITY from 1, the highest, to 9; none and 0 come after them all. */
function rankOf(availability: Component): number {
  const priority = Number(availability.getFirstPropertyValue("priority") ?? 0);
  return priority === 0 ? 10 : priority;
}

/** Within its bounds an availability takes all time away that its AVAILABLE parts do not give. */
function availabilitySpans(availability: Component, expansion: Expansion, guarded: Guard): readonly TimeSpan[] {
  const range = guarded(availability, () => [{ ...boundsOf(availability, expansion), available: false }]);
  const parts = availability.getAllSubcomponents("available");
  const given = recurring(parts, { expansion, guarded, takesTime: takesPlace }, { available: true });
  // without good bounds nothing is given
  return range.flatMap((bounds) => [bounds, ...given.flatMap((span) => clipped(span, bounds, expansion))]);
}

function boundsOf(availability: Component, { ical, from, to }: Expansion): Occurrence {
  const start = firstMoment(ical, availability, "dtstart");
  const end = firstMoment(ical, availability, "dtend");
  const duration: unknown = availability.getFirstPropertyValue("duration");
  const textOf = (wall: number): string => new Date(wall * 1_000).toISOString().slice(0, 19);
  const first = start === undefined ? textOf(from) : start.clock.textOf(start.wall);
  if (end !== undefined) return { start: first, end: end.clock.textOf(end.wall) };
  if (start === undefined || !(duration instanceof ical.Duration)) return { start: first, end: textOf(to) };
  return { start: first, end: start.clock.textOf(start.wall + duration.toSeconds()) };
}

/** The part of a span within bounds, in UTC where it is cut. */
function clipped(span: TimeSpan, bounds: Occurrence, { timeZone }: Expansion): readonly TimeSpan[] {
  const [start, end] = [toUtc(span.start, timeZone), toUtc(span.end, timeZone)];
  const [first, last] = [toUtc(bounds.start, timeZone), toUtc(bounds.end, timeZone)];
  if (first <= start && end <= last) return [span];
  const cut = { ...span, start: first > start ? first : start, end: last < end ? last : end };
  return cut.start < cut.end ? [cut] : [];
}

/** What components are expanded with. */
interface Reading {
  readonly expansion: Expansion;
  readonly guarded: Guard;
  readonly takesTime: TakesTime;
}

/** Components that may recur; those with RECURRENCE-ID change times of one of the component with the same UID. */
function recurring(
  components: readonly Component[],
  { expansion, guarded, takesTime }: Reading,
  kind: Pick<TimeSpan, "available">,
): readonly TimeSpan[] {
  const uidOf = (component: Component): unknown => component.getFirstPropertyValue("uid");
  const isMoved = (component: Component): boolean => component.hasProperty("recurrence-id");
  const movedOf = new Map<unknown, Component[]>();
  const masters = new Set<unknown>();
  for (const each of components) {
    if (!isMoved(each)) masters.add(uidOf(each));
    else if (movedOf.get(uidOf(each))?.push(each) === undefined) movedOf.set(uidOf(each), [each]);
  }
  return components.flatMap((component) =>
    guarded(component, () => {
      if (isMoved(component)) {
        // it is read with the component that it changes
        if (isFollowing(component) && masters.has(uidOf(component))) return [];
        if (!takesTime(component)) return [];
      }
      const moved = isMoved(component) ? [] : (movedOf.get(uidOf(component)) ?? []);
      const times = occurrencesOf(component, moved, expansion, takesTime);
      return times.map((each) => ({ ...each, ...kind }));
    }),
  );
}

/** Whether a component takes time. */
export type TakesTime = (component: Component) => boolean;

function says(component: Component, name: string, value: string): boolean {
  return String(component.getFirstPropertyValue(name) ?? "").toUpperCase() === value;
}

/** Whether a component is not cancelled, alone or by a message that cancels all it holds (RFC 5546, 3.2.5). */
export function takesPlace(component: Component): boolean {
  const message = parentOf(component);
  return !says(component, "status", "CANCELLED") && !(message !== null && says(message, "method", "CANCEL"));
}

/** The package types a parent as always there; the outermost component has none. */
function parentOf(component: Component): Component | null {
  return component.parent;
}

function isDeclined(guest: Property): boolean {
  const answer: unknown = guest.getFirstParameter("partstat");
  return typeof answer === "string" && answer.toUpperCase() === "DECLINED";
}

/**
 * Whether an event takes time of a person: it takes place, is not shown as free, and is no invitation that the person
 * has declined. The person is known by addresses; without one of them among the guests, by being the only kind of guest.
 */
export function takesTimeOf(owners: readonly string[]): TakesTime {
  const own = new Set(owners.map((owner) => owner.toLowerCase()));
  return (component) => {
    if (!takesPlace(component) || says(component, "transp", "TRANSPARENT")) return false;
    if (says(component, "x-microsoft-cdo-busystatus", "FREE")) return false;
    const guests = component.getAllProperties("attendee").map((property) => ({
      address: String(property.getFirstValue() ?? "")
        .replace(/^mailto:/iu, "")
        .toLowerCase(),
      hasDeclined: isDeclined(property),
    }));
    const self = guests.filter(({ address }) => own.has(address) || own.has(address.replace(/@.*$/u, "")));
    const asked = self.length > 0 ? self : guests;
    return asked.length === 0 || !asked.every(({ hasDeclined }) => hasDeclined);
  };
}

/** FBTYPE is BUSY unless it says something else; only FREE takes no time. */
function freeBusySpans(freeBusy: Component, ical: Ical): readonly TimeSpan[] {
  return freeBusy.getAllProperties("freebusy").flatMap((property) => {
    const type: unknown = property.getFirstParameter("fbtype");
    if (typeof type === "string" && type.toUpperCase() === "FREE") return [];
    return property.getValues().map((period: unknown) => busyPeriod(period, property, ical));
  });
}

function busyPeriod(period: unknown, property: Property, ical: Ical): TimeSpan {
  if (!(period instanceof ical.Period)) throw new CalendarFault("ICAL_VALUE", "expected periods in FREEBUSY.");
  const [start, end] = [momentOf(ical, period.start, property), momentOf(ical, period.getEnd(), property)];
  return { start: start.clock.textOf(start.wall), end: end.clock.textOf(end.wall), available: false };
}
