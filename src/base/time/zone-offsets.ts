import { DAY_MINUTES, utcMinutes } from "./dates.ts";
import { compareText } from "../text.ts";
import { readZone, type Zone } from "./zone.ts";

/**
 * A zone's offsets over a stretch of time: `offsetOf[i]` minutes ahead of UTC from instant `startOf[i]` up to
 * `startOf[i + 1]`. The first start is the stretch's own; neighbours differ in offset. Instants are minutes from
 * 1970-01-01T00:00Z.
 */
export interface ZoneOffsets {
  readonly startOf: readonly number[];
  readonly offsetOf: readonly number[];
}

/** First instant from which every zone's offset is a whole number of minutes: 1973-01-01T00:00Z. */
export const FIRST_INSTANT = 1_578_240;

/**
 * Days between two looks at a zone's offset. Since 1973 no zone has gone to another offset and back within six days, so
 * three days miss no change.
 */
const LOOK_DAYS = 3;

/** Entries of a cache before it starts anew. */
const CACHE_SIZE = 1_000;

const offsetsCache = new Map<string, ZoneOffsets>();
const formatCache = new Map<string, Intl.DateTimeFormat>();

/**
 * The offsets of `zone` from instant `from` up to `to`, which must not lie before `FIRST_INSTANT`.
 *
 * What `Intl` knows is looked up every few days and each change is then found to the minute by halving. The result
 * depends on the engine's time zone database alone, never on the machine's own zone or locale.
 */
export function zoneOffsets(zone: Zone, from: number, to: number): ZoneOffsets {
  if (zone.fixedOffset !== undefined) return { startOf: [from], offsetOf: [zone.fixedOffset] };
  const key = `${zone.name}|${from}|${to}`;
  const known = offsetsCache.get(key);
  if (known !== undefined) return known;
  const offsets = findOffsets(zone.name, from, to);
  remember(offsetsCache, key, offsets);
  return offsets;
}

/** 2038-01-01T00:00Z: by then every zone repeats the rules that it has. */
const LAST_INSTANT = 35_765_280;

/** Whether two zones have had one time since 1973, as an alias (`Turkey`) has with its zone (`Europe/Istanbul`). */
export function isSameTime(a: Zone, b: Zone): boolean {
  const [one, other] = [a, b].map((zone) => zoneOffsets(zone, FIRST_INSTANT, LAST_INSTANT));
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Place in `startOf` of the offset that holds at `instant`, which lies in the stretch. */
export function offsetPlace({ startOf }: ZoneOffsets, instant: number): number {
  let place = startOf.length - 1;
  while (place > 0 && startOf[place]! > instant) place -= 1;
  return place;
}

/**
 * What the time zone database says of `names` from instant `from` up to `to`, as text: for each name in code-unit order
 * one line with its offsets in minutes and the instants from which they hold. Two runs with equal text used equal
 * offsets, whatever versions of the database they had. Names that are no zone are left out.
 */
export function zoneFingerprint(names: Iterable<string>, from: number, to: number): string {
  const lines: string[] = [];
  for (const name of [...new Set(names)].sort(compareText)) {
    const zone = readZone(name, "");
    if ("code" in zone) continue;
    const { startOf, offsetOf } = zoneOffsets(zone, from, to);
    const spans = startOf.map((start, place) => `${new Date(start * 60_000).toISOString()} ${offsetOf[place]!}`);
    lines.push([name, ...spans].join("\n  "));
  }
  return lines.join("\n");
}

function findOffsets(name: string, from: number, to: number): ZoneOffsets {
  const offsetAt = offsetReader(name);
  const startOf = [from];
  const offsetOf = [offsetAt(from)];
  for (let seen = from; seen < to - 1;) {
    const next = Math.min(seen + LOOK_DAYS * DAY_MINUTES, to - 1);
    const before = offsetOf.at(-1)!;
    if (offsetAt(next) !== before) {
      const change = firstChange(offsetAt, before, seen, next);
      startOf.push(change);
      offsetOf.push(offsetAt(change));
      seen = change;
    } else seen = next;
  }
  return { startOf, offsetOf };
}

/** First minute after `same` whose offset is not `offset`; at `different` it is another. */
function firstChange(offsetAt: (instant: number) => number, offset: number, same: number, different: number): number {
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    if (offsetAt(middle) === offset) same = middle;
    else different = middle;
  }
  return different;
}

/** Minutes ahead of UTC at an instant: what a clock on the wall shows, read as if it were UTC, minus the instant. */
function offsetReader(name: string): (instant: number) => number {
  const format = wallClock(name);
  return (instant) => {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instant * 60_000)) shown[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = shown;
    return utcMinutes(year, month, day, hour, minute) - instant;
  };
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = formatCache.get(timeZone);
  if (known !== undefined) return known;
  const digits = "2-digit";
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
  });
  remember(formatCache, timeZone, format);
  return format;
}

/** Caches hold nothing that a new look-up would not give; they only spare its time. */
function remember<Value>(cache: Map<string, Value>, key: string, value: Value): void {
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, value);
}
