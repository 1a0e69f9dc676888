import type { WrittenTime } from "./tokens.ts";

/** A span of times on a clock of 24 hours, in minutes since midnight; an end of at most the start is on the next day. */
export interface TimesOfDay {
  readonly start: number;
  readonly end: number;
  readonly doubt?: "night" | "long" | "early";
}

const DAY = 1_440;
/** A window of more than twelve hours is seldom meant. */
const LONG = 720;
/** 06:00: what begins earlier, in one digit and without am or pm, may be meant for the afternoon. */
const EARLY = 360;

/**
 * Settles which half of the day is meant. Am or pm at one end only is that at the other which makes the shorter window.
 * Without both, times are those of a clock of 24 hours; an end before the start is then only read where an hour past noon
 * shows such a clock, and never for more than 12 hours. `undefined` where nothing of that is sure.
 */
export function settled(start: WrittenTime, end: WrittenTime): TimesOfDay | undefined {
  const hasHalf = start.half !== undefined || end.half !== undefined;
  const starts = hasHalf ? readingsOf(start) : [start.minutes];
  const ends = hasHalf ? readingsOf(end) : [end.minutes];
  const all = starts.flatMap((from) => ends.map((to) => ({ start: from % DAY, end: to, length: lengthOf(from, to) })));
  const shortest = all.reduce((best, each) => (each.length < best.length ? each : best));
  const isWhole = shortest.start === 0 && shortest.length === DAY;
  if (start.minutes === DAY || (shortest.length === DAY && !isWhole)) return undefined;
  const crosses = shortest.start + shortest.length > DAY;
  if (crosses && !hasHalf && ((start.minutes <= 779 && end.minutes <= 779) || shortest.length > LONG)) return undefined;
  // midnight as an end belongs to the day that it ends
  const times = { start: shortest.start, end: shortest.end === 0 ? DAY : shortest.end };
  if (shortest.length > LONG) return { ...times, doubt: "long" };
  if (crosses && !hasHalf) return { ...times, doubt: "night" };
  const isEarly = !hasHalf && !start.isPadded && start.minutes > 0 && start.minutes < EARLY;
  return isEarly ? { ...times, doubt: "early" } : times;
}

/** What a time may be in minutes: both halves of the day if it has none of its own and is not past 12:59. */
function readingsOf({ minutes, half }: WrittenTime): readonly number[] {
  if (half !== undefined || minutes < 60 || minutes >= 780) return [minutes];
  return [minutes % 720, (minutes % 720) + 720];
}

/** From 1 minute to a day, which is what one time at both ends comes to. */
function lengthOf(start: number, end: number): number {
  return end > start % DAY ? end - (start % DAY) : end + DAY - (start % DAY);
}
