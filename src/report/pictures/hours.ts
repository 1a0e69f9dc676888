import { WEEKDAYS } from "../../base/time/weekday.ts";
import type { Pair } from "../../index.ts";
import { picture, round } from "../charts.ts";
import { escapeText, table } from "../html.ts";
import { numeral } from "../numbers.ts";
import type { Shown } from "../shown.ts";

const [WIDTH, LABEL, HEAD, ROW] = [340, 46, 20, 22];
/** Darkest cell: letters on it stay easy to read. */
const DARKEST = 0.55;

/** How many pairs can meet in each hour of the week, on the mentors' clocks. */
export function hoursPicture(pairs: readonly Pair[], shown: Shown): string {
  const { words, language } = shown;
  const counts = countsOf(pairs);
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    counts.some((day) => (day[hour] ?? 0) > 0),
  );
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return "";
  const rows = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  // five days of work always, the others if somebody can meet on them
  const days = WEEKDAYS.flatMap((day, at) => (at < 5 || counts[at]?.some((count) => count > 0) ? [{ day, at }] : []));
  const most = Math.max(1, ...counts.flat());
  const wide = (WIDTH - LABEL) / days.length;
  const heads = days.map(({ day }, column) => text(LABEL + (column + 0.5) * wide, 14, words.days[day]));
  const cells = rows.flatMap((hour, row) => {
    const y = HEAD + row * ROW;
    const drawn = days.map(({ at }, column) => {
      const count = counts[at]?.[hour] ?? 0;
      const x = LABEL + column * wide;
      const rect = `<rect x="${round(x + 1)}" y="${y + 1}" width="${round(wide - 2)}" height="${ROW - 2}" fill-opacity="${round((count / most) * DARKEST * 10) / 10}"/>`;
      return rect + (count === 0 ? "" : text(x + wide / 2, y + 15, numeral(language, count)));
    });
    return [`<text x="0" y="${y + 15}">${clock(hour)}</text>`, ...drawn];
  });
  const told = days.map(
    ({ day, at }) =>
      `${words.days[day]}: ${rows.map((hour) => `${clock(hour)} ${numeral(language, counts[at]?.[hour] ?? 0)}`).join(", ")}`,
  );
  const frame = { title: words.hours, told: told.join("; "), width: WIDTH, height: HEAD + rows.length * ROW };
  const lines = rows.map((hour) => [clock(hour), ...days.map(({ at }) => numeral(language, counts[at]?.[hour] ?? 0))]);
  const whole = table(words.hours, [words.hour, ...days.map(({ day }) => words.days[day])], lines);
  return `<figure><figcaption>${escapeText(words.hours)}</figcaption>${picture(frame, [...heads, ...cells].join(""), "drawing")}<details><summary>${words.asTable}</summary>${whole}</details></figure>`;
}

/** Pairs by day and hour: each counts once where a meeting time of theirs touches the hour. */
function countsOf(pairs: readonly Pair[]): readonly (readonly number[])[] {
  const counts = WEEKDAYS.map(() => new Array<number>(24).fill(0));
  for (const { meetings } of pairs) {
    const touched = new Set(meetings.flatMap(({ mentor }) => hoursOf(mentor.day, mentor.start, mentor.end)));
    for (const hour of touched) {
      const day = counts[Math.floor(hour / 24)];
      if (day !== undefined) day[hour % 24] = (day[hour % 24] ?? 0) + 1;
    }
  }
  return counts;
}

/** Hours since Monday 00:00 that a time touches; an end at or before the start is on the next day. */
function hoursOf(day: (typeof WEEKDAYS)[number], start: string, end: string): readonly number[] {
  const [from, until] = [minutes(start), minutes(end)];
  const to = until <= from ? until + 1_440 : until;
  const first = Math.floor(from / 60);
  const length = Math.ceil(to / 60) - first;
  return Array.from({ length }, (_, at) => (WEEKDAYS.indexOf(day) * 24 + first + at) % 168);
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

function text(x: number, y: number, told: string): string {
  return `<text x="${round(x)}" y="${y}" text-anchor="middle">${escapeText(told)}</text>`;
}
