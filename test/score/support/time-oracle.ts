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
const DAY = 86_400_000;
const WEEK = 10_080;
/** 1970-01-05, a Monday, in minutes. */
const MONDAY = 4 * 1_440;

/** The date some days after a date. */
export function isoDatePlus(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

const clockTables = new Map<string, Float64Array>();

/**
 * What the clock of a zone shows at each minute of true time, in minutes from 1970-01-01T00:00. The polyfill is asked
 * every five minutes, on which all clocks in these tests change: nothing here looks for transitions.
 */
function clockTable(zone: string, start: string, minutes: number): Float64Array {
  const key = [zone, start, minutes].join();
  const known = clockTables.get(key);
  if (known !== undefined) return known;
  const first = Temporal.Instant.from(`${start}T00:00Z`).epochMilliseconds / MINUTE;
  const clock = new Float64Array(minutes);
  let offset = 0;
  for (let at = 0; at < minutes; at += 1) {
    if (at % 5 === 0) {
      const instant = Temporal.Instant.fromEpochMilliseconds((first + at) * MINUTE);
      offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / (MINUTE * 1e6);
    }
    clock[at] = first + at + offset;
  }
  clockTables.set(key, clock);
  return clock;
}

/** Whether a person is free, for each minute of true time from `start`. */
export function freeMinutes(side: OracleSide, start: string, minutes: number): boolean[] {
  const inWindow = weekTable(side.windows);
  const away = (side.away ?? []).map((days) => [Date.parse(days.start) / DAY, Date.parse(days.end) / DAY] as const);
  return Array.from(clockTable(side.zone, start, minutes), (shown) => {
    const day = Math.floor(shown / 1_440);
    if (away.some(([first, last]) => first <= day && day <= last)) return false;
    return inWindow[(shown - MONDAY) % WEEK]!;
  });
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
