import { WEEKDAYS } from "../../base/time/weekday.ts";
import { toUtc, type MeetingTime, type MeetingWindow } from "../../index.ts";

/** Zones of the two people of a pair. */
export interface PairZones {
  readonly mentee: string;
  readonly mentor: string;
}

/** One meeting of a series. */
export interface Occurrence {
  /** Start, in minutes from 1970-01-01T00:00Z. */
  readonly instant: number;
  /** Where the series has this meeting: its time of the week on the clock of the series, as `2027-01-04T10:00`. */
  readonly planned: string;
  /** Start on the clock of each of the two, in minutes from Monday 00:00. */
  readonly onClock: { readonly mentee: number; readonly mentor: number };
  /** Whether it is held at another time than planned, which is not free for both in this week. */
  readonly isMoved: boolean;
}

/** A weekly meeting, at one time of the week on one clock as far as both are free then. */
export interface Series {
  /** Whose clock it goes by. */
  readonly clock: "mentee" | "mentor";
  readonly minutes: number;
  /** In order of time, at least one. */
  readonly occurrences: readonly Occurrence[];
  /** Planned times of weeks without a meeting between the first and the last one. */
  readonly skipped: readonly string[];
}

/** A stretch of common time in one week. */
interface Block {
  readonly monday: number;
  readonly instant: number;
  readonly time: MeetingTime;
}

/** A time of the week on one of the two clocks. */
interface Anchor {
  readonly clock: "mentee" | "mentor";
  readonly minute: number;
}

const DAY = 1_440;
const WEEK = 7 * DAY;

/**
 * The weekly meeting that most weeks have room for: at one time on the mentee's or on the mentor's clock, moved in weeks in
 * which both are free at another time only, left out in weeks without enough common time. Of equal ones the first of the
 * meetings counts, then the clock of the mentee. `undefined` where the two have no common time.
 *
 * @param minutes How long a meeting is; less where no common time is as long
 */
export function weeklySeries(
  meetings: readonly MeetingWindow[],
  zones: PairZones,
  minutes: number,
): Series | undefined {
  let best: Series | undefined;
  let most = 0;
  for (const { otherTimes, ...main } of meetings) {
    const length = Math.min(minutes, main.minutes);
    const times = [main, ...otherTimes].filter((time) => time.minutes >= length);
    const blocks = blocksOf(times, zones);
    for (const anchor of anchorsOf(times)) {
      const inTime = blocks.filter((block) => isWithin(block, instantOf(block.monday, anchor, zones), length)).length;
      if (inTime * 1_000 + blocks.length <= most) continue;
      most = inTime * 1_000 + blocks.length;
      best = seriesOf(blocks, anchor, zones, length);
    }
  }
  return best;
}

/** Every start of the times on either clock, once: a time that fits most weeks can be moved to one of them. */
function anchorsOf(times: readonly MeetingTime[]): readonly Anchor[] {
  const anchors = (["mentee", "mentor"] as const).flatMap((clock) =>
    times.map((time): Anchor => ({ clock, minute: startOf(time, clock) })),
  );
  return [...new Map(anchors.map((anchor) => [`${anchor.clock} ${anchor.minute}`, anchor])).values()];
}

/** Minutes from Monday 00:00 on a clock. */
function startOf(time: MeetingTime, clock: Anchor["clock"]): number {
  const { day, start } = time[clock];
  const [hours = 0, minutes = 0] = start.split(":").map(Number);
  return WEEKDAYS.indexOf(day) * DAY + hours * 60 + minutes;
}

/** The common time of each week, in order; a week that has several of the times keeps the first that is listed. */
function blocksOf(times: readonly MeetingTime[], zones: PairZones): readonly Block[] {
  const blocks = new Map<number, Block>();
  for (const time of times) {
    for (const { start, end } of time.spans) {
      for (let monday = dayOf(start); monday <= dayOf(end); monday += 7) {
        const instant = instantOf(monday, { clock: "mentee", minute: startOf(time, "mentee") }, zones);
        const onOther = instantOf(monday, { clock: "mentor", minute: startOf(time, "mentor") }, zones);
        // an hour that a clock shows twice is no time to meet at
        if (instant === onOther && !blocks.has(monday)) blocks.set(monday, { monday, instant, time });
      }
    }
  }
  return [...blocks.values()].sort((a, b) => a.monday - b.monday);
}

/** Whether a meeting from `instant` on lies in a stretch of common time. */
function isWithin({ instant: start, time }: Block, instant: number, length: number): boolean {
  return instant >= start && instant + length <= start + time.minutes;
}

function seriesOf(blocks: readonly Block[], anchor: Anchor, zones: PairZones, minutes: number): Series | undefined {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const blockOf = new Map(blocks.map((block) => [block.monday, block]));
  const occurrences: Occurrence[] = [];
  const skipped: string[] = [];
  for (let { monday } = first; monday <= last.monday; monday += 7) {
    const block = blockOf.get(monday);
    const planned = clockText(localOf(monday, anchor, zones));
    if (block === undefined) {
      skipped.push(planned);
      continue;
    }
    const meant = instantOf(monday, anchor, zones);
    const isMoved = !isWithin(block, meant, minutes);
    const instant = isMoved ? block.instant : meant;
    const onClock = {
      mentee: (startOf(block.time, "mentee") + instant - block.instant) % WEEK,
      mentor: (startOf(block.time, "mentor") + instant - block.instant) % WEEK,
    };
    occurrences.push({ instant, planned, onClock, isMoved });
  }
  return { clock: anchor.clock, minutes, occurrences, skipped };
}

/** The instant in the week from `monday` 00:00 UTC on at which a clock shows a time of the week. */
function instantOf(monday: number, anchor: Anchor, zones: PairZones): number {
  return utcOf(localOf(monday, anchor, zones), zones[anchor.clock]);
}

/** What the clock shows then, in minutes from 1970-01-01T00:00 on it; weeks are divided in UTC. */
function localOf(monday: number, { clock, minute }: Anchor, zones: PairZones): number {
  const local = monday * DAY + minute;
  const instant = utcOf(local, zones[clock]);
  if (instant < monday * DAY) return local + WEEK;
  return instant >= monday * DAY + WEEK ? local - WEEK : local;
}

/** Minutes from 1970-01-01T00:00Z. */
export function utcOf(local: number, zone: string): number {
  return Date.parse(toUtc(clockText(local), zone)) / 60_000;
}

/** `2027-01-04T10:00` of minutes from 1970-01-01T00:00. */
export function clockText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

/** Days from 1970-01-01 to a date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}
