import type { IcsTimezone, IcsTimezoneProp } from "ts-ics";
import { utcOf } from "./series.ts";

const DAY = 1_440;

/** The name of a zone in a calendar; fixed offsets get one without the colon that ends parameters. */
export function zoneName(zone: string): string {
  return /^[A-Za-z]/u.test(zone) ? zone : `UTC${zone.replace(":", "")}`;
}

/** How far a clock is ahead of UTC when it shows `local`, in minutes; both count from 1970-01-01T00:00. */
export function offsetAt(local: number, zone: string): number {
  return local - utcOf(local, zone);
}

/**
 * A zone's offsets from one day to another, each change of a clock by itself (RFC 5545, 3.6.5): no rule of a year to come
 * is guessed.
 *
 * @param from First and last day, in days from 1970-01-01
 */
export function zoneRules(zone: string, from: number, to: number): IcsTimezone {
  let offset = offsetAt(from * DAY, zone);
  const props = [observance(from * DAY, offset, offset)];
  for (let day = from; day < to; day += 1) {
    const next = offsetAt((day + 1) * DAY, zone);
    if (next === offset) continue;
    // a clock that is put forward skips from the onset on; one that is put back shows the onset twice
    const shown = firstWith(next, day * DAY, (day + 1) * DAY, zone);
    props.push(observance(shown - Math.max(0, next - offset), offset, next));
    offset = next;
  }
  return { id: zoneName(zone), props };
}

/** The first minute of a day on the clock that has an offset, by halves. */
function firstWith(offset: number, from: number, to: number, zone: string): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/** An offset from the minute on at which the clock before it shows `onset`. */
function observance(onset: number, from: number, to: number): IcsTimezoneProp {
  return {
    type: to > from ? "DAYLIGHT" : "STANDARD",
    // the library writes this instant by the new offset, and RFC 5545 asks for the old clock
    start: new Date((onset - to) * 60_000),
    offsetFrom: offsetText(from),
    offsetTo: offsetText(to),
  };
}

/** `+0300`. */
export function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${offset < 0 ? "-" : "+"}${digits.join("")}`;
}
