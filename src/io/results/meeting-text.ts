import { timeOfWeekText } from "../../base/time/weekday.ts";
import type { MeetingTime, MeetingWindow } from "../../index.ts";

export type Language = "en" | "tr";

const WEEKS = { en: ["week", "weeks"], tr: ["hafta", "hafta"] } as const;
const MORE = { en: "more", tr: "tane daha" } as const;

/** Most meetings of a pair that are told. */
const MOST_MEETINGS = 5;

/**
 * When two people can meet, for people to read, the most frequent time first: `Monday 10:00–11:00, 24 weeks`. Where their
 * clocks differ both times are told. A slash divides the times of one meeting that daylight saving or days away move.
 */
export function meetingLines(meetings: readonly MeetingWindow[], language: Language): readonly string[] {
  const lines = meetings
    .slice(0, MOST_MEETINGS)
    .map(({ otherTimes, ...main }) => [main, ...otherTimes].map((time) => timeText(time, language)).join(" / "));
  const more = meetings.length - MOST_MEETINGS;
  return more > 0 ? [...lines, `+ ${more} ${MORE[language]}`] : lines;
}

function timeText({ mentor, mentee, weeks }: MeetingTime, language: Language): string {
  const count = `${weeks} ${WEEKS[language][weeks === 1 ? 0 : 1]}`;
  const own = timeOfWeekText(mentor, language);
  const other = timeOfWeekText(mentee, language);
  if (own === other) return `${own}, ${count}`;
  const hours = mentor.day === mentee.day ? `${mentee.start}–${mentee.end}` : other;
  return `${own} (mentor), ${hours} (mentee), ${count}`;
}
