import { timeOfWeekText, WEEKDAYS } from "../../base/time/weekday.ts";
import type { Language } from "../results/meeting-text.ts";
import { type Occurrence, type Series } from "./series.ts";
import { WORDS } from "./words.ts";

/** Most stretches of weeks that a letter tells; calendars hold them all. */
const MOST_STRETCHES = 6;

const DAY = 1_440;

/** `4 January 2027` of `2027-01-04`. */
export function dateText(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${WORDS[language].months[Number(month) - 1] ?? ""} ${year}`;
}

/**
 * The meetings of a series on the clock of one of the two, with the dates between which they are so:
 * `Monday 10:00–11:00 (4 January 2027 – 22 March 2027); … [Europe/Istanbul]`.
 */
export function meetingText(series: Series, side: "mentor" | "mentee", zone: string, language: Language): string {
  const stretches: { readonly start: number; readonly first: Occurrence; last: Occurrence }[] = [];
  for (const occurrence of series.occurrences) {
    const start = occurrence.onClock[side];
    const open = stretches.at(-1);
    if (open?.start === start) open.last = occurrence;
    else stretches.push({ start, first: occurrence, last: occurrence });
  }
  const told = stretches.slice(0, MOST_STRETCHES).map(({ start, first, last }) => {
    const [from, to] = [first, last].map((each) => dateText(ownDate(each, side), language));
    return WORDS[language].from(hoursText(start, series.minutes, language), from ?? "", to ?? "");
  });
  const more = stretches.length > MOST_STRETCHES ? "; …" : "";
  return `${told.join("; ")}${more} [${zone}]`;
}

function hoursText(start: number, minutes: number, language: Language): string {
  const day = WEEKDAYS[Math.floor(start / DAY)] ?? "Mon";
  return timeOfWeekText({ day, start: clockOf(start % DAY), end: clockOf((start + minutes) % DAY) }, language);
}

function clockOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The date on a clock: of the days around the instant the one that has the clock's weekday. */
function ownDate({ instant, onClock }: Occurrence, side: "mentor" | "mentee"): string {
  const clockDay = Math.floor(onClock[side] / DAY);
  const utcDay = Math.floor(instant / DAY);
  // 1970-01-01 was a Thursday
  const found = [0, -1, 1].map((shift) => utcDay + shift).find((day) => (day + 3) % 7 === clockDay);
  return new Date((found ?? utcDay) * 86_400_000).toISOString().slice(0, 10);
}
