import { toUtc } from "../../index.ts";
import { type Change, changesOf, instantOf } from "./changes.ts";
import {
  CalendarFault,
  type Component,
  endOf,
  firstMoment,
  type Ical,
  type Moment,
  momentsOf,
  wallOf,
} from "./moments.ts";
import { boundedRule, ruleOf, ruleTexts } from "./rules.ts";

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

/** A stretch of seconds, as any clock shows them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400;

type Rule = InstanceType<Ical["Recur"]>;

/**
 * The times of a component within the stretch of interest: its rules (RRULE) and single times or periods (RDATE) without
 * exceptions (EXDATE, EXRULE), and with what `moved` says of one occurrence, or of one and all that follow (RECURRENCE-ID,
 * RANGE=THISANDFUTURE). A component that has no end takes a day if it begins on a date, and no time otherwise (RFC 5545,
 * 3.6.1).
 *
 * @param takesTime Whether a component takes time at all
 * @throws CalendarFault
 */
export function occurrencesOf(
  component: Component,
  moved: readonly Component[],
  expansion: Expansion,
  takesTime: (component: Component) => boolean = () => true,
): readonly Occurrence[] {
  const { ical, timeZone } = expansion;
  const start = firstMoment(ical, component, "dtstart");
  if (start === undefined) throw new CalendarFault("ICAL_VALUE", "expected DTSTART, got nothing.");
  const end = endOf(ical, component, start);
  const length = Math.max(0, end.wall - start.wall);
  const { single, following } = changesOf(ical, moved, timeZone);
  const stretch = stretchOf(expansion, following);
  const keys = (moment: Moment): string => keyOf(moment, start, timeZone);
  const excluded = new Set([...exceptionsOf(component, start, stretch, expansion), ...single].map(keys));
  const isShown = takesTime(component);
  const seen = new Set<string>();
  return startsOf(component, start, length, stretch, expansion).flatMap((moment): readonly Occurrence[] => {
    const key = keys(moment);
    if (excluded.has(key) || excluded.has(keys({ ...moment, isDate: true })) || seen.has(key)) return [];
    seen.add(key);
    const at = following.length === 0 ? "" : instantOf(moment, timeZone);
    const change = following.find(({ since }) => since <= at);
    if (!(change === undefined ? isShown : takesTime(change.component))) return [];
    const seconds = change?.length ?? moment.length;
    const isOfStart = seconds === undefined && moment.clock.name === start.clock.name;
    const wall = moment.wall + (change?.shift ?? 0);
    // an event may end on another clock than it begins
    const [endClock, endWall] = isOfStart
      ? [end.clock, end.wall + wall - start.wall]
      : [moment.clock, wall + (seconds ?? length)];
    return [{ start: moment.clock.textOf(wall), end: endClock.textOf(endWall) }];
  });
}

/** The stretch of interest, and what changes may move into it. */
function stretchOf({ from, to }: Expansion, following: readonly Change[]): Stretch {
  let most = 0;
  for (const { shift, length = 0 } of following) most = Math.max(most, Math.abs(shift) + length);
  return { from: from - most, to: to + most };
}

/** Moments are equal if they are one instant, or if one is a date and the other lies on it. */
function keyOf(moment: Moment, start: Moment, timeZone: string): string {
  return moment.isDate && !start.isDate ? `date ${Math.floor(moment.wall / DAY)}` : instantOf(moment, timeZone);
}

function exceptionsOf(component: Component, start: Moment, stretch: Stretch, expansion: Expansion): readonly Moment[] {
  const dates = component.getAllProperties("exdate").flatMap((property) => momentsOf(expansion.ical, property));
  return [...dates, ...rulesOf(component, "exrule", start, 0, stretch, expansion)];
}

function startsOf(
  component: Component,
  start: Moment,
  length: number,
  stretch: Stretch,
  expansion: Expansion,
): readonly Moment[] {
  const dates = component.getAllProperties("rdate").flatMap((property) => momentsOf(expansion.ical, property));
  const single = ruleTexts(component, "rrule").length > 0 ? dates : [start, ...dates];
  const { from, to } = stretch;
  return [
    ...single.filter((moment) => moment.wall + (moment.length ?? length) >= from && moment.wall <= to),
    ...rulesOf(component, "rrule", start, length, stretch, expansion),
  ];
}

/** The times of all rules of one name, within the stretch. */
function rulesOf(
  component: Component,
  name: "rrule" | "exrule",
  start: Moment,
  length: number,
  stretch: Stretch,
  expansion: Expansion,
): readonly Moment[] {
  return ruleTexts(component, name).flatMap((text) =>
    startsOfRule(ruleOf(expansion.ical, text, start), start, length, stretch, expansion),
  );
}

function startsOfRule(
  rule: Rule,
  start: Moment,
  length: number,
  { from, to }: Stretch,
  expansion: Expansion,
): readonly Moment[] {
  const { ical, timeZone } = expansion;
  const isPast = pastOf(rule.until, start, ical, timeZone);
  const endless = boundedRule(rule, start, to);
  if (endless === undefined) return [];
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

/** Whether a moment lies after UNTIL, which belongs to the rule's times. */
function pastOf(until: unknown, start: Moment, ical: Ical, timeZone: string): (moment: Moment) => boolean {
  if (!(until instanceof ical.Time)) return () => false;
  const last = wallOf(until);
  if (until.isDate) return ({ wall }) => Math.floor(wall / DAY) > Math.floor(last / DAY);
  if (until.zone !== ical.Timezone.utcTimezone) return ({ wall }) => wall > last;
  const lastText = new Date(last * 1_000).toISOString().slice(0, 19);
  return ({ wall }) => toUtc(start.clock.textOf(wall), timeZone) > `${lastText}Z`;
}
