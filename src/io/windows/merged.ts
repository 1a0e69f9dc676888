import { WEEKDAYS } from "../../base/time/weekday.ts";
import type { DaysAndTimes } from "./grammar.ts";
import type { TimesOfDay } from "./spans.ts";
import { shortName } from "./words.ts";

const DAY = 1_440;

/** Longest text of windows that the model takes; longer ones become a list. */
const LONGEST = 1_000;

/** The windows as they stand, or, if some of a day touch, day by day with those as one. */
export function merged(windows: readonly DaysAndTimes[]): readonly DaysAndTimes[] {
  if (!mayTouch(windows)) return windows;
  const ofDay: readonly TimesOfDay[][] = WEEKDAYS.map(() => []);
  for (const { days, times } of windows) {
    for (const day of days.flatMap(daysIn)) for (const each of times) ofDay[day]?.push(each);
  }
  const joined = ofDay.map(touching);
  if (joined.every((times, day) => times.length === ofDay[day]?.length)) return windows;
  return joined.flatMap((times, day) =>
    times.length === 0 ? [] : [{ days: [{ first: day, last: day, text: shortName(day) }], times }],
  );
}

/** Whether one may begin at the minute at which another ends: most answers have no two such, and stay as they are. */
function mayTouch(windows: readonly DaysAndTimes[]): boolean {
  const ends = new Set<number>();
  for (const { times } of windows) for (const { end } of times) ends.add(end);
  return windows.some(({ times }) => times.some(({ start }) => ends.has(start)));
}

function daysIn({ first, last }: DaysAndTimes["days"][number]): readonly number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, at) => (first + at) % 7);
}

/** Times of one day in order, each begun where another ends as one with it. */
function touching(times: readonly TimesOfDay[]): readonly TimesOfDay[] {
  const found: TimesOfDay[] = [];
  for (const each of [...times].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last !== undefined && last.end === each.start && last.end > last.start) {
      found[found.length - 1] = { start: last.start, end: each.end };
    } else found.push(each);
  }
  return found;
}

/** Windows as text, or as a list where the text would be too long. */
export function written(windows: readonly DaysAndTimes[]): unknown {
  const text = windows
    .map(({ days, times }) => {
      const span = times.map(({ start, end }) => `${clock(start)}-${clock(end)}`).join(", ");
      return `${days.map((day) => day.text).join(", ")} ${span}`;
    })
    .join("; ");
  if (text.length <= LONGEST) return text;
  return windows.flatMap(({ days, times }) =>
    days
      .flatMap(daysIn)
      .flatMap((day) => times.map(({ start, end }) => ({ day: shortName(day), start: clock(start), end: clock(end) }))),
  );
}

function clock(minutes: number): string {
  const digits = (value: number): string => String(value).padStart(2, "0");
  return minutes === DAY ? "24:00" : `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}
