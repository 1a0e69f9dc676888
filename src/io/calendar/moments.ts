import type ICAL from "ical.js";

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
    if (value instanceof ical.Period) return [momentOf(ical, value.start, property)];
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
  if (isIanaName(name)) return { name, textOf: (wall) => `${shown(wall)}[${name}]` };
  const zone: unknown = property.parent.getTimeZoneByID(name);
  if (!(zone instanceof ical.Timezone)) {
    const message = "expected a zone of the IANA database or one that the file defines, got another TZID.";
    throw new CalendarFault("ICAL_ZONE_UNKNOWN", message);
  }
  return ownClock(ical, name, zone);
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

/** Whether a name is one of the IANA database that cannot be taken for an abbreviation. */
export function isIanaName(name: string): boolean {
  if (!/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
