import type ICAL from "ical.js";
import { isZone, readZoneText } from "../values/zones.ts";

export type Ical = typeof ICAL;
export type Component = InstanceType<Ical["Component"]>;
export type Property = InstanceType<Ical["Property"]>;
export type IcalTime = InstanceType<Ical["Time"]>;
type IcalZone = InstanceType<Ical["Timezone"]>;

/** How the times of one clock are written as those of `TimeSpan`. */
export interface Clock {
  /** Equal for two times on one clock. */
  readonly name: string;
  readonly textOf: (wall: number) => string;
}

/** A time of a calendar. */
export interface Moment {
  /** Seconds from 1970-01-01T00:00:00 to what the clock shows. */
  readonly wall: number;
  readonly clock: Clock;
  readonly isDate: boolean;
  /** Seconds that it takes, of a period of its own. */
  readonly length?: number;
}

/** Something of a calendar that cannot be read; messages hold no value of the calendar. */
export class CalendarFault extends Error {
  override readonly name = "CalendarFault";
  readonly code: "ICAL_VALUE" | "ICAL_ZONE_UNKNOWN" | "ICAL_RULE" | "LIMIT_OCCURRENCES";

  constructor(code: CalendarFault["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** Text of what a clock shows, with seconds. */
function shown(wall: number): string {
  return new Date(wall * 1_000).toISOString().slice(0, 19);
}

/** 1900-01-01T00:00:00. */
const FIRST_WALL = -2_208_988_800;

const FLOATING: Clock = { name: "", textOf: shown };
const UTC: Clock = { name: "UTC", textOf: (wall) => `${shown(wall)}Z` };

/** What a clock shows, in seconds from 1970-01-01T00:00:00. */
export function wallOf({ year, month, day, isDate, hour, minute, second }: IcalTime): number {
  const date = new Date(0);
  // `Date.UTC` reads years below 100 as those of the twentieth century
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 1_000 + (isDate ? 0 : hour * 3_600 + minute * 60 + second);
}

/**
 * The times of a property. A zone is looked up by its name in the IANA database, then among the file's own; times without
 * one are on the person's clock, as dates are.
 */
export function momentsOf(ical: Ical, property: Property): readonly Moment[] {
  return property.getValues().flatMap((value: unknown) => {
    if (value instanceof ical.Period) {
      const start = momentOf(ical, value.start, property);
      return [{ ...start, length: Math.max(0, momentOf(ical, value.getEnd(), property).wall - start.wall) }];
    }
    return value instanceof ical.Time ? [momentOf(ical, value, property)] : [];
  });
}

/** A time that stands in a property. */
export function momentOf(ical: Ical, time: IcalTime, property: Property): Moment {
  return { wall: wallOf(time), clock: clockOf(ical, time, property), isDate: time.isDate };
}

/** The first time of a property of a component; `undefined` without the property. */
export function firstMoment(ical: Ical, component: Component, name: string): Moment | undefined {
  const property = component.getFirstProperty(name);
  if (property === null) return undefined;
  const [moment] = momentsOf(ical, property);
  if (moment === undefined || Number.isNaN(moment.wall)) {
    throw new CalendarFault("ICAL_VALUE", `expected a date or a time in ${name.toUpperCase()}, got something else.`);
  }
  // the library's steps through years of two digits are neither right nor quick
  if (moment.wall < FIRST_WALL) {
    throw new CalendarFault("ICAL_VALUE", `expected a year from 1900 in ${name.toUpperCase()}, got an earlier one.`);
  }
  return moment;
}

function clockOf(ical: Ical, time: IcalTime, property: Property): Clock {
  if (time.isDate) return FLOATING;
  if (time.zone === ical.Timezone.utcTimezone) return UTC;
  const name: unknown = property.getFirstParameter("tzid");
  if (typeof name !== "string" || name === "") return FLOATING;
  const known = ianaNameOf(name);
  if (known !== undefined) return namedClock(known);
  const zone: unknown = property.parent.getTimeZoneByID(name);
  if (!(zone instanceof ical.Timezone)) {
    const { zone: meant } = readZoneText(name);
    if (isZone(meant)) return namedClock(meant);
    const message = "expected a zone of the IANA database or one that the file defines, got another TZID.";
    throw new CalendarFault("ICAL_ZONE_UNKNOWN", message);
  }
  return ownClock(ical, name, zone);
}

function namedClock(name: string): Clock {
  return { name, textOf: (wall) => `${shown(wall)}[${name}]` };
}

/** A clock that the file defines. */
function ownClock(ical: Ical, name: string, zone: IcalZone): Clock {
  const textOf = (wall: number): string => {
    const at = new Date(wall * 1_000);
    const data = {
      ...{ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() },
      ...{ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: false },
    };
    return UTC.textOf(new ical.Time(data, zone).toUnixTime());
  };
  return { name: `file ${name}`, textOf };
}

/** A name of the IANA database that cannot be taken for an abbreviation, alone or behind the path of a library. */
function ianaNameOf(name: string): string | undefined {
  const parts = name.split("/");
  const tails = name.startsWith("/") ? [parts.slice(-3), parts.slice(-2)] : [parts];
  return tails
    .map((tail) => tail.join("/"))
    .find((tail) => /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/u.test(tail) && isZone(tail));
}

/** When a component ends that begins at `start`: a day later if that is a date, at once otherwise, if it does not say. */
export function endOf(ical: Ical, component: Component, start: Moment): Moment {
  const end = firstMoment(ical, component, "dtend");
  // programmes that take the last day for the end write a day off as one from itself to itself
  const isDayAlone = end?.isDate === true && start.isDate && end.wall === start.wall;
  if (end !== undefined && !isDayAlone) return end;
  const duration: unknown = component.getFirstPropertyValue("duration");
  if (duration instanceof ical.Duration) return { ...start, wall: start.wall + duration.toSeconds() };
  return { ...start, wall: start.wall + (start.isDate ? 86_400 : 0) };
}
