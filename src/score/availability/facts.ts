import { WEEK_MINUTES } from "../../base/time/dates.ts";
import type { Intervals } from "../../base/time/week-hours.ts";
import { addMinutesByWeek, commonBlocks } from "../../base/time/week-runs.ts";
import { type AvailabilityPool, type AvailabilitySide, SILENT, type Timetable } from "./pool.ts";
import { type MeetingWindow, meetingWindows } from "./meetings.ts";
import type { MissingSide } from "../criterion-of.ts";
import { missingEntry, silentSide } from "../settings.ts";

/** Options with their defaults. */
export interface AvailabilitySettings {
  readonly targetMinutes: number;
  readonly minimumBlock: number;
}

export interface AvailabilityFacts {
  readonly kind: "availability";
  readonly missing?: MissingSide;
  /** Mean common minutes a week over the period's whole weeks, rounded down to a whole minute. */
  readonly minutesPerWeek: number;
  /** Minutes a week that make a full score. */
  readonly targetMinutes: number;
  /** Shortest block that counts, in minutes. */
  readonly minimumBlock: number;
  /** Common minutes in the week that has fewest. */
  readonly worstWeekMinutes: number;
  /** Longest stretch of common time, in minutes; a week or more is given as 10,080. */
  readonly longestBlockMinutes: number;
  /** When the two can meet, the most frequent times first. */
  readonly meetings: readonly MeetingWindow[];
}

/** What a pair's points rest on. `people` is absent if nobody of the pool stated windows. */
export function availabilityFacts(
  people: AvailabilityPool | undefined,
  { targetMinutes, minimumBlock }: AvailabilitySettings,
  mentee: number,
  mentor: number,
): AvailabilityFacts {
  const mentorTable = timetableOf(people?.mentors, mentor);
  const menteeTable = timetableOf(people?.mentees, mentee);
  const asked = { kind: "availability", targetMinutes, minimumBlock } as const;
  if (people === undefined || mentorTable === undefined || menteeTable === undefined) {
    const missing = silentSide(menteeTable !== undefined, mentorTable !== undefined);
    return {
      ...asked,
      ...missingEntry(missing),
      minutesPerWeek: 0,
      worstWeekMinutes: 0,
      longestBlockMinutes: 0,
      meetings: [],
    };
  }
  const blocks = commonBlocks(mentorTable.runs, menteeTable.runs, minimumBlock, people.scale);
  const minutesOfWeek = new Int32Array(people.scale.weeks);
  addMinutesByWeek(minutesOfWeek, blocks, people.scale);
  const minutes = minutesOfWeek.reduce((sum, week) => sum + week, 0);
  return {
    ...asked,
    minutesPerWeek: Math.floor(minutes / people.scale.weeks),
    worstWeekMinutes: minutesOfWeek.reduce((least, week) => Math.min(least, week), WEEK_MINUTES),
    longestBlockMinutes: longestBlock(blocks),
    meetings: meetingWindows(blocks, menteeTable, mentorTable, people.scale),
  };
}

function timetableOf(side: AvailabilitySide | undefined, person: number): Timetable | undefined {
  const place = side?.timetableOf[person] ?? SILENT;
  return place === SILENT ? undefined : side?.timetables[place];
}

function longestBlock(blocks: Intervals): number {
  let longest = 0;
  for (let i = 0; i < blocks.length; i += 2) longest = Math.max(longest, blocks[i + 1]! - blocks[i]!);
  return Math.min(longest, WEEK_MINUTES);
}
