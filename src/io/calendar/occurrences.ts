import { toUtc } from "../../index.ts";
import { CalendarFault, type Component, firstMoment, type Ical, type Moment, momentsOf, wallOf } from "./moments.ts";

/** A single time at which something of a calendar takes place. */
export interface Occurrence {
  readonly start: string;
  readonly end: string;
}

/** What expanding a calendar may look at. */
export interface Expansion {
  readonly ical: Ical;
  /** First and last second of interest, as any clock shows them. */
  readonly from: number;
  readonly to: number;
  /** The clock of times that name none. */
  readonly timeZone: string;
  /** Occurrences that may still be looked at, in and before the stretch of interest. */
  budget: number;
}

const DAY = 86_400;

/** Parts of rules that are read, by frequency. */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  DAILY: [[], ["BYDAY"]],
  WEEKLY: [[], ["BYDAY"]],
  MONTHLY: [[], ["BYMONTHDAY"], ["BYDAY"], ["BYDAY", "BYSETPOS"]],
  YEARLY: [[], ["BYMONTH", "BYMONTHDAY"], ["BYDAY", "BYMONTH"]],
};

type Rule = InstanceType<Ical["Recur"]>;

/**
 * The times of a component within the stretch of interest: its rule (RRULE) and single times (RDATE) without exceptions
 * (EXDATE) and without those that `moved` gives other times (RECURRENCE-ID). A component that has no end takes a day if it
 * begins on a date, and no time otherwise (RFC 5545, 3.6.1).
 *
 * @throws CalendarFault
 */
export function occurrencesOf(
  component: Component,
  moved: readonly Component[],
  expansion: Expansion,
): readonly Occurrence[] {
  const { ical } = expansion;
  const start = firstMoment(ical, component, "dtstart");
  if (start === undefined) throw new CalendarFault("ICAL_VALUE", "expected DTSTART, got nothing.");
  const end = endOf(ical, component, start);
  const without = [
    ...component.getAllProperties("exdate").flatMap((property) => momentsOf(ical, property)),
    ...moved.flatMap((other) => firstMoment(ical, other, "recurrence-id") ?? []),
  ];
  const excluded = new Set(without.map((moment) => keyOf(moment, start, expansion)));
  const length = Math.max(0, end.wall - start.wall);
  const seen = new Set<string>();
  return startsOf(component, start, expansion, length).flatMap((moment) => {
    const keys = [keyOf(moment, start, expansion), keyOf({ ...moment, isDate: true }, start, expansion)];
    if (keys.some((key) => excluded.has(key)) || seen.has(keys[0] ?? "")) return [];
    seen.add(keys[0] ?? "");
    const isOwnClock = moment.clock.name === start.clock.name;
    const endClock = isOwnClock ? end.clock : moment.clock;
    const endWall = isOwnClock ? end.wall + moment.wall - start.wall : moment.wall + length;
    return [{ start: moment.clock.textOf(moment.wall), end: endClock.textOf(endWall) }];
  });
}

/** Moments are equal if they are one instant, or if one is a date and the other lies on it. */
function keyOf({ wall, clock, isDate }: Moment, start: Moment, { timeZone }: Expansion): string {
  return isDate && !start.isDate ? `date ${Math.floor(wall / DAY)}` : toUtc(clock.textOf(wall), timeZone);
}

function endOf(ical: Ical, component: Component, start: Moment): Moment {
  const end = firstMoment(ical, component, "dtend");
  if (end !== undefined) return end;
  const duration: unknown = component.getFirstPropertyValue("duration");
  if (duration instanceof ical.Duration) return { ...start, wall: start.wall + duration.toSeconds() };
  return { ...start, wall: start.wall + (start.isDate ? DAY : 0) };
}

function startsOf(component: Component, start: Moment, expansion: Expansion, length: number): readonly Moment[] {
  const { ical, from, to } = expansion;
  const rules = component.getAllProperties("rrule").map((property): unknown => property.getFirstValue());
  const dates = component.getAllProperties("rdate").flatMap((property) => momentsOf(ical, property));
  const single = rules.length === 0 ? [start, ...dates] : dates;
  return [
    ...rules.flatMap((rule) => (rule instanceof ical.Recur ? startsOfRule(rule, start, expansion, length) : [])),
    ...single.filter(({ wall }) => wall + length >= from && wall <= to),
  ];
}

function startsOfRule(rule: Rule, start: Moment, expansion: Expansion, length: number): readonly Moment[] {
  const { ical, from, to } = expansion;
  if (!isKnownRule(rule) || (rule.freq === "YEARLY" && isLeapDay(start))) {
    const message = "a rule of recurrence is not read: known are days, weeks, months and years by day or date.";
    throw new CalendarFault("ICAL_RULE", message);
  }
  const isPast = pastOf(rule.until, start, expansion);
  const endless = rule.clone();
  // the library compares UNTIL without knowing zones
  endless.until = null;
  const at = new Date(start.wall * 1_000);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), isDate: start.isDate };
  const time = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
  const iterator = endless.iterator(new ical.Time({ ...date, ...time }, ical.Timezone.localTimezone));
  const found: Moment[] = [];
  for (;;) {
    // one object, changed at each step
    const next = iterator.next() as ReturnType<typeof iterator.next> | null;
    expansion.budget -= 1;
    if (expansion.budget < 0) {
      throw new CalendarFault("LIMIT_OCCURRENCES", "expected fewer occurrences of the calendar's rules.");
    }
    if (next === null) return found;
    const moment = { ...start, wall: wallOf(next) };
    if (moment.wall > to || isPast(moment)) return found;
    if (moment.wall + length >= from) found.push(moment);
  }
}

function isKnownRule({ freq, interval, parts }: Rule): boolean {
  const given = Object.keys(parts).sort();
  const known = PARTS[freq] ?? [];
  if (interval < 1 || !known.some((names) => names.join() === given.join())) return false;
  const { BYDAY: days = [], BYMONTH: months = [], BYMONTHDAY: dates = [] } = parts;
  const isPlaced = days.some((day) => day.length > 2);
  if (freq !== "YEARLY") return !isPlaced || freq === "MONTHLY";
  // of several, or of dates that a month may lack, the library makes other days
  return months.length <= 1 && days.length + dates.length <= 1 && dates.every((date) => date >= 1 && date <= 28);
}

function isLeapDay({ wall }: Moment): boolean {
  return new Date(wall * 1_000).toISOString().slice(5, 10) === "02-29";
}

/** Whether a moment lies after UNTIL, which belongs to the rule's times. */
function pastOf(until: unknown, start: Moment, { ical, timeZone }: Expansion): (moment: Moment) => boolean {
  if (!(until instanceof ical.Time)) return () => false;
  const last = wallOf(until);
  if (until.isDate) return ({ wall }) => Math.floor(wall / DAY) > Math.floor(last / DAY);
  if (until.zone !== ical.Timezone.utcTimezone) return ({ wall }) => wall > last;
  const lastText = new Date(last * 1_000).toISOString().slice(0, 19);
  return ({ wall }) => toUtc(start.clock.textOf(wall), timeZone) > `${lastText}Z`;
}
