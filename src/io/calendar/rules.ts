import { CalendarFault, type Component, type Ical, type Moment } from "./moments.ts";

type Rule = InstanceType<Ical["Recur"]>;

const DAY = 86_400;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Shortest step of a frequency, in seconds. */
const STEP: Readonly<Record<string, number>> = { DAILY: DAY, WEEKLY: 7 * DAY, MONTHLY: 28 * DAY, YEARLY: 365 * DAY };

/** Parts of rules that are read, by frequency. */
const PARTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  DAILY: [[], ["BYDAY"]],
  WEEKLY: [[], ["BYDAY"]],
  MONTHLY: [[], ["BYMONTHDAY"], ["BYDAY"], ["BYDAY", "BYSETPOS"]],
  YEARLY: [[], ["BYMONTH", "BYMONTHDAY"], ["BYDAY", "BYMONTH"]],
};

/** What names of rules are made of while the library parses, which refuses a whole file for one bad rule. */
const MASK = "X-TERSINE-";

/** The text of a calendar with its rules masked; those of zones, which only the library reads, stay. */
export function maskedRules(text: string): string {
  let isZone = false;
  return text.replace(/^(?:(BEGIN|END):VTIMEZONE|(RRULE|EXRULE)(?=[:;]))/gimu, (line, mark?: string, rule?: string) => {
    if (mark !== undefined) isZone = mark.toUpperCase() === "BEGIN";
    return rule === undefined || isZone ? line : `${MASK}${line}`;
  });
}

/** Texts of a component's rules, masked or not. */
export function ruleTexts(component: Component, name: "rrule" | "exrule"): readonly string[] {
  return [name, `${MASK.toLowerCase()}${name}`].flatMap((each) =>
    component.getAllProperties(each).map((property) => String(property.getFirstValue())),
  );
}

/**
 * Reads the text of a rule. White space within it, as some servers write it, and the calendar of everybody (RSCALE,
 * RFC 7529) say nothing.
 *
 * @throws CalendarFault ICAL_RULE
 */
export function ruleOf(ical: Ical, text: string, start: Moment): Rule {
  const parts = text.replace(/\s/gu, "").split(";");
  const said = parts.filter((part) => part !== "" && !/^(?:RSCALE=GREGORIAN|SKIP=.*)$/iu.test(part));
  const fault = new CalendarFault(
    "ICAL_RULE",
    "a rule of recurrence is not read: known are days, weeks, months and years by day or date.",
  );
  let rule: Rule;
  try {
    rule = ical.Recur.fromString(said.join(";"));
  } catch {
    throw fault;
  }
  const isOwn = said.some((part) => /^(?:X-|RSCALE)/iu.test(part));
  if (isOwn || !isKnownRule(rule) || (rule.freq === "YEARLY" && isLeapDay(start))) throw fault;
  return rule;
}

function isKnownRule({ freq, interval, parts }: Rule): boolean {
  const given = Object.keys(parts).sort();
  const known = PARTS[freq] ?? [];
  if (!(interval >= 1) || !known.some((names) => names.join() === given.join())) return false;
  const { BYDAY: days = [], BYMONTH: months = [], BYMONTHDAY: dates = [] } = parts;
  const isPlaced = days.some((day) => day.length > 2);
  if (freq !== "YEARLY") return !isPlaced || freq === "MONTHLY";
  // of several, or of dates that a month may lack, the library makes other days
  return months.length <= 1 && days.length + dates.length <= 1 && dates.every((date) => date >= 1 && date <= 28);
}

function isLeapDay({ wall }: Moment): boolean {
  return new Date(wall * 1_000).toISOString().slice(5, 10) === "02-29";
}

/**
 * The rule in a form that the library ends: it goes through intervals day by day, however long they are, and looks for
 * ever for days that no interval meets. Intervals become no longer than the stretch from the start to `to`, and days
 * that nothing in it meets are left out. `undefined` if no day is left.
 */
export function boundedRule(rule: Rule, start: Moment, to: number): Rule | undefined {
  const bounded = rule.clone();
  const steps = Math.ceil((to - start.wall) / (STEP[rule.freq] ?? DAY)) + 1;
  const interval = Math.min(rule.interval, Math.max(1, steps));
  // a day of the week is met again only if the interval is no number of weeks, which a shorter one must not change
  const isWeeks = rule.freq === "DAILY" && rule.interval % 7 === 0;
  bounded.interval = isWeeks ? Math.ceil(interval / 7) * 7 : interval;
  if (rule.interval > interval && rule.freq === "DAILY" && !isWeeks && bounded.interval % 7 === 0)
    bounded.interval += 1;
  const { BYDAY: days, BYMONTHDAY: dates } = rule.parts;
  if (isWeeks && days !== undefined) return days.includes(weekdayOf(start.wall)) ? bounded : undefined;
  if (rule.freq !== "MONTHLY") return bounded;
  const months = monthsOf(bounded.interval, start, to);
  if (days !== undefined) {
    const met = days.filter((day) => months.some((month) => hasPlaced(month, day)));
    if (met.length === 0) return undefined;
    bounded.parts.BYDAY = met;
  }
  if (dates !== undefined) {
    const met = dates.filter((date) => date !== 0 && months.some(({ length }) => Math.abs(date) <= length));
    if (met.length === 0) return undefined;
    bounded.parts.BYMONTHDAY = met;
  }
  return bounded;
}

function weekdayOf(wall: number): string {
  return WEEKDAYS[new Date(wall * 1_000).getUTCDay()] ?? "";
}

interface Month {
  readonly length: number;
  /** Weekday of its first day, Sunday 0. */
  readonly first: number;
}

/** The months that a rule comes to, from that of its start to that of `to`. */
function monthsOf(interval: number, start: Moment, to: number): readonly Month[] {
  const [from, last] = [new Date(start.wall * 1_000), new Date(to * 1_000)];
  const count = (last.getUTCFullYear() - from.getUTCFullYear()) * 12 + last.getUTCMonth() - from.getUTCMonth();
  return Array.from({ length: Math.floor(Math.max(0, count) / interval) + 1 }, (_, at) => {
    const month = from.getUTCMonth() + at * interval;
    const [first, end] = [0, 1].map((further) => new Date(Date.UTC(from.getUTCFullYear(), month + further, 1)));
    const length = ((end?.getTime() ?? 0) - (first?.getTime() ?? 0)) / 86_400_000;
    return { length, first: first?.getUTCDay() ?? 0 };
  });
}

/** Whether a month has the place of a weekday, such as the fifth Monday; each has the first four. */
function hasPlaced({ length, first }: Month, day: string): boolean {
  const place = Math.abs(Number.parseInt(day, 10) || 1);
  const offset = (WEEKDAYS.indexOf(day.slice(-2)) - first + 7) % 7;
  return offset + 1 + (place - 1) * 7 <= length;
}
