import { DAY_MINUTES, dayOfDate } from "./dates.ts";
import { FIRST_INSTANT, offsetPlace, zoneOffsets } from "./zone-offsets.ts";
import { readZone, type Zone } from "./zone.ts";

/** A moment on some clock. */
export interface DateTime {
  /** Minutes from 1970-01-01T00:00 to what the clock shows; seconds are left out. */
  readonly wall: number;
  readonly seconds: number;
  /** Whose clock; absent if the text does not say. */
  readonly zone?: Zone;
}

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?(?:(Z|[+-]\d{2}:\d{2})|\[([^\]]{1,100})\])?$/;

/** Days on either side of a moment in which its zone's offsets are looked up. */
const AROUND = 32 * DAY_MINUTES;

/**
 * Reads a moment: a date, at midnight, or a date and a time (`2027-01-04T09:00`), either alone or with `Z`, an offset, or
 * the name of a zone in brackets as RFC 9557 writes it (`2027-01-04T09:00[Europe/Istanbul]`). `undefined` for all else.
 */
export function readDateTime(text: string): DateTime | undefined {
  const parts = DATE_TIME.exec(text);
  const day = dayOfDate(parts?.[1] ?? "");
  if (parts === null || day === undefined) return undefined;
  const [, , hours = "0", minutes = "0", seconds = "0", offset, name] = parts;
  const time = { wall: day * DAY_MINUTES + Number(hours) * 60 + Number(minutes), seconds: Number(seconds) };
  const zoneName = offset ?? name;
  if (zoneName === undefined) return time;
  const zone = readZone(zoneName, "");
  return "code" in zone ? undefined : { ...time, zone };
}

/**
 * The instant at which a zone's clock shows a time, in minutes from 1970-01-01T00:00Z. Of a time that the clock shows
 * twice it is the first; a time that the clock skips is read with the offset before the gap (RFC 5545, 3.3.5).
 */
export function instantOf(wall: number, zone: Zone): number {
  if (zone.fixedOffset !== undefined) return wall - zone.fixedOffset;
  // moments of one month share a look-up
  const month = Math.floor(wall / AROUND) * AROUND;
  const offsets = zoneOffsets(
    zone,
    Math.max(FIRST_INSTANT, month - AROUND),
    Math.max(FIRST_INSTANT, month) + 2 * AROUND,
  );
  const { offsetOf } = offsets;
  const shown = offsetOf.map((offset) => wall - offset).filter((at) => at + offsetAt(offsets, at) === wall);
  if (shown.length > 0) return Math.min(...shown);
  return wall - offsetAt(offsets, wall - Math.max(...offsetOf));
}

function offsetAt(offsets: ReturnType<typeof zoneOffsets>, instant: number): number {
  return offsets.offsetOf[offsetPlace(offsets, instant)]!;
}
