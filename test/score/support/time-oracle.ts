import { Temporal } from "temporal-polyfill";

/** A weekly window as numbers: weekday from Monday 0, minutes of the day; an end at or before the start is next day's. */
export interface OracleWindow {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

export interface OracleSide {
  readonly zone: string;
  readonly windows: readonly OracleWindow[];
  /** First and last date away. */
  readonly away?: readonly { readonly start: string; readonly end: string }[];
}

const MINUTE = 60_000;
const WEEK = 10_080;

/** The date some days after a date. */
export function isoDatePlus(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** What the clocks of a zone show, minute by minute: minute of the week from Monday 00:00, and date. */
interface ClockTable {
  readonly minuteOfWeek: readonly number[];
  readonly date: readonly string[];
}

const clockTables = new Map<string, ClockTable>();

/** The clock of a zone read through the polyfill at each minute of true time: nothing here knows of transitions. */
function clockTable(zone: string, start: string, minutes: number): ClockTable {
  const key = [zone, start, minutes].join();
  const known = clockTables.get(key);
  if (known !== undefined) return known;
  const first = Temporal.Instant.from(`${start}T00:00Z`).epochMilliseconds;
  const minuteOfWeek: number[] = [];
  const date: string[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const clock = Temporal.Instant.fromEpochMilliseconds(first + minute * MINUTE).toZonedDateTimeISO(zone);
    minuteOfWeek.push((clock.dayOfWeek - 1) * 1_440 + clock.hour * 60 + clock.minute);
    date.push(clock.toPlainDate().toString());
  }
  clockTables.set(key, { minuteOfWeek, date });
  return { minuteOfWeek, date };
}

/** Whether a person is free, for each minute of true time from `start`. */
export function freeMinutes(side: OracleSide, start: string, minutes: number): boolean[] {
  const inWindow = weekTable(side.windows);
  const { minuteOfWeek, date } = clockTable(side.zone, start, minutes);
  const isAway = (day: string): boolean => side.away?.some(({ start, end }) => start <= day && day <= end) === true;
  return minuteOfWeek.map((minute, at) => inWindow[minute]! && !isAway(date[at]!));
}

function weekTable(windows: readonly OracleWindow[]): boolean[] {
  const table = new Array<boolean>(WEEK).fill(false);
  for (const { day, start, end } of windows) {
    const length = end > start ? end - start : end - start + 1_440;
    for (let minute = 0; minute < length; minute += 1) table[(day * 1_440 + start + minute) % WEEK] = true;
  }
  return table;
}

/** Common minutes of each whole UTC week from the Monday `start`, in blocks of at least `minimumBlock`, minute by minute. */
export function commonByWeek(
  a: OracleSide,
  b: OracleSide,
  start: string,
  weeks: number,
  minimumBlock: number,
): { readonly minutesOfWeek: number[]; readonly longest: number } {
  const before = isoDatePlus(start, -7);
  const length = (weeks + 2) * WEEK;
  const freeOfA = freeMinutes(a, before, length);
  const freeOfB = freeMinutes(b, before, length);
  const minutesOfWeek = new Array<number>(weeks).fill(0);
  let longest = 0;
  for (let minute = 0; minute < length;) {
    let end = minute;
    while (end < length && freeOfA[end]! && freeOfB[end]!) end += 1;
    if (end - minute >= minimumBlock && end > WEEK && minute < length - WEEK) longest = Math.max(longest, end - minute);
    for (let at = minute; at < end && end - minute >= minimumBlock; at += 1) {
      const week = Math.floor(at / WEEK) - 1;
      if (week >= 0 && week < weeks) minutesOfWeek[week]! += 1;
    }
    minute = Math.max(end, minute + 1);
  }
  return { minutesOfWeek, longest: Math.min(longest, WEEK) };
}
