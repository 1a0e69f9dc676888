import { DAY_MINUTES, dateOfDay, minuteOfWeek, timeText, WEEK_MINUTES } from "../../base/time/dates.ts";
import { type Weekday, WEEKDAYS } from "../../base/time/weekday.ts";
import type { Intervals } from "../../base/time/week-hours.ts";
import { type ProgrammeScale, scaleOffsets } from "../../base/time/week-runs.ts";
import { offsetPlace } from "../../base/time/zone-offsets.ts";
import type { Timetable } from "./pool.ts";

/** A time of the week on one person's own clock; an end at or before the start is on the next day. */
export interface ClockWindow {
  readonly day: Weekday;
  /** `HH:MM`. */
  readonly start: string;
  /** `HH:MM`, up to `24:00`. */
  readonly end: string;
}

/** A time at which both are free, in some weeks. */
export interface MeetingTime {
  readonly mentor: ClockWindow;
  readonly mentee: ClockWindow;
  /** True minutes from start to end. */
  readonly minutes: number;
  /** In how many of the programme's weeks. */
  readonly weeks: number;
  /** In which: Mondays to Sundays, `YYYY-MM-DD`, both included. */
  readonly spans: readonly { readonly start: string; readonly end: string }[];
}

/** A time at which two people can meet again and again. */
export interface MeetingWindow extends MeetingTime {
  /** The same meeting in weeks in which daylight saving or days away move or cut it, in order of time. */
  readonly otherTimes: readonly MeetingTime[];
}

/** A time of the week at which both are free, as both clocks show it, with the weeks in which it is so. */
interface ClockVariant {
  readonly mentor: ClockStretch;
  readonly mentee: ClockStretch;
  readonly minutes: number;
  /** Counted weeks in which it starts, ascending. */
  readonly weeks: number[];
}

/** In minutes since Monday 00:00 on one clock; `end` may lie beyond the week. */
interface ClockStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The times at which two people can meet, most frequent first, then longest, then earliest in the mentor's week.
 *
 * Blocks that both clocks show at the same times are one variant. The most frequent variants stand for themselves; a
 * variant that overlaps one of those on either clock is the same meeting at another time, as when daylight saving moves
 * one of the two clocks, and is listed below it. A block over the edge of a week belongs to the week it starts in.
 */
export function meetingWindows(
  blocks: Intervals,
  mentee: Timetable,
  mentor: Timetable,
  scale: ProgrammeScale,
): MeetingWindow[] {
  const groups: { readonly main: ClockVariant; readonly others: ClockVariant[] }[] = [];
  for (const variant of clockVariants(blocks, mentee, mentor, scale).sort(compareVariants)) {
    const group = groups.find(
      ({ main }) => overlaps(main.mentor, variant.mentor) || overlaps(main.mentee, variant.mentee),
    );
    if (group === undefined) groups.push({ main: variant, others: [] });
    else group.others.push(variant);
  }
  return groups.map(({ main, others }) => ({
    ...meetingTime(main, scale),
    otherTimes: others.sort((a, b) => a.weeks[0]! - b.weeks[0]!).map((variant) => meetingTime(variant, scale)),
  }));
}

function clockVariants(blocks: Intervals, mentee: Timetable, mentor: Timetable, scale: ProgrammeScale): ClockVariant[] {
  const variants = new Map<string, ClockVariant>();
  const clocks = [mentee, mentor].map(({ hours }) => clockReader(scaleOffsets(hours, scale), scale.origin));
  for (let at = 0; at < blocks.length; at += 2) {
    const [onMentee, onMentor] = clocks.map((read) => read(blocks[at]!, blocks[at + 1]!));
    const minutes = blocks[at + 1]! - blocks[at]!;
    const key = [onMentor!.start, onMentor!.end, onMentee!.start, onMentee!.end, minutes].join();
    const week = Math.max(0, Math.floor((blocks[at]! - scale.from) / WEEK_MINUTES));
    const known = variants.get(key);
    if (known === undefined) variants.set(key, { mentor: onMentor!, mentee: onMentee!, minutes, weeks: [week] });
    else if (known.weeks.at(-1) !== week) known.weeks.push(week);
  }
  return [...variants.values()];
}

/** Reads the clock of one zone at the two ends of a block on the programme's scale. */
function clockReader(
  offsets: ReturnType<typeof scaleOffsets>,
  origin: number,
): (start: number, end: number) => ClockStretch {
  const offsetAt = (minute: number): number => offsets.offsetOf[offsetPlace(offsets, minute + origin)]!;
  return (start, end) => {
    const onClock = minuteOfWeek(start + origin + offsetAt(start));
    // an end belongs to the clock of the minute before it
    const length = end + offsetAt(end - 1) - start - offsetAt(start);
    return { start: onClock, end: onClock + length };
  };
}

function compareVariants(a: ClockVariant, b: ClockVariant): number {
  return b.weeks.length - a.weeks.length || b.minutes - a.minutes || a.mentor.start - b.mentor.start;
}

/** Whether two intervals share a minute of the week, also around its edge. */
function overlaps(a: ClockStretch, b: ClockStretch): boolean {
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((shift) => a.start < b.end + shift && b.start + shift < a.end);
}

function meetingTime({ mentee, mentor, minutes, weeks }: ClockVariant, scale: ProgrammeScale): MeetingTime {
  return {
    mentor: clockWindow(mentor),
    mentee: clockWindow(mentee),
    minutes,
    weeks: weeks.length,
    spans: weekSpans(weeks, scale),
  };
}

function clockWindow({ start, end }: ClockStretch): ClockWindow {
  const endOfDay = end % DAY_MINUTES;
  return {
    day: WEEKDAYS[Math.floor(start / DAY_MINUTES)]!,
    start: timeText(start % DAY_MINUTES),
    end: endOfDay === 0 ? "24:00" : timeText(endOfDay),
  };
}

/** Neighbouring weeks made one span, from a Monday to a Sunday. */
function weekSpans(weeks: readonly number[], { origin, from }: ProgrammeScale): MeetingTime["spans"] {
  const mondayOf = (week: number): number => (origin + from) / DAY_MINUTES + 7 * week;
  const spans: { start: string; end: string }[] = [];
  let first = weeks[0]!;
  for (const [place, week] of weeks.entries()) {
    if (weeks[place + 1] === week + 1) continue;
    spans.push({ start: dateOfDay(mondayOf(first)), end: dateOfDay(mondayOf(week) + 6) });
    first = weeks[place + 1]!;
  }
  return spans;
}
