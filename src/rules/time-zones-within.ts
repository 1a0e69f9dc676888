import { asPublic } from "../base/public.ts";
import { ruleEntry } from "./rule-entry.ts";
import { counted, figureText } from "../base/figures.ts";
import { problem } from "../base/error.ts";
import { WEEK_MINUTES } from "../base/time/dates.ts";
import { readPeriod } from "../base/time/programme-weeks.ts";
import { readZone, type Zone } from "../base/time/zone.ts";
import { offsetPlace, zoneOffsets } from "../base/time/zone-offsets.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { PairRule } from "./rule.ts";
import { checkRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "time zones", tr: "saat dilimleri" };

export interface TimeZonesWithinOptions {
  /** What happens to pairs of whom one's zone is not known. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/** Hours between the furthest zones on earth, +14:00 and -12:00. */
const MOST_HOURS = 26;

/**
 * Refuses pairs whose clocks are more than `hours` apart at any moment of the programme's whole weeks, so that daylight
 * saving counts. A person's zone is that of `availability`, otherwise `timeZone`. Its soft sibling is `availability`.
 *
 * @param hours 0 to 26
 * @throws TersineError NUMBER_RANGE, FIELD_UNKNOWN, VALUE_UNKNOWN; when prepared, PERIOD_MISSING and the errors of a period
 */
export function timeZonesWithin(hours: number, options: TimeZonesWithinOptions = {}): PairRule {
  return asPublic("timeZonesWithin", () => {
    checkRuleOptions(options, ["unknown"]);
    const { unknown = "reject" } = options;
    checkUnknown(unknown);
    if (!(hours >= 0 && hours <= MOST_HOURS)) {
      throw problem("NUMBER_RANGE", "/hours", `timeZonesWithin: expected hours from 0 to ${MOST_HOURS}.`);
    }
    return {
      kind: "pair",
      dependsOn: "pair",
      between: "anyTwo",
      name: "timeZonesWithin",
      maker: "timeZonesWithin",
      settings: { hours, ...options },
      because: {
        en: `their clocks are more than ${counted(hours, "hour")} apart`,
        tr: `saatleri arasında ${figureText(hours).tr} saatten fazla fark var`,
      },
      prepare: (program, path) => {
        const zones: Zone[] = [];
        const placeOf = new Map<string, number>();
        const read = (person: Mentor | Mentee): number => {
          const zone = readZone(zoneOf(person), "");
          if ("code" in zone) return -1;
          const place = placeOf.get(zone.name) ?? zones.push(zone) - 1;
          placeOf.set(zone.name, place);
          return place;
        };
        const ofMentor = Int32Array.from(program.mentors, read);
        const ofMentee = Int32Array.from(program.mentees, read);
        const isFar = farZones(zones, program, 60 * hours, path);
        const refusesUnknown = unknown === "reject";
        const isKnown = {
          mentor: (index: number) => ofMentor[index] !== -1,
          mentee: (index: number) => ofMentee[index] !== -1,
        };
        return {
          refuses: (mentee, mentor) => {
            const a = ofMentee[mentee]!;
            const b = ofMentor[mentor]!;
            return a < 0 || b < 0 ? refusesUnknown : isFar[a * zones.length + b] === 1;
          },
          ...unknownData(TITLE, program, isKnown, unknown, NO_ZONE),
        };
      },
    };
  });
}

const NO_ZONE = lacksData({ en: "time zone", tr: "saat dilimi" }, "timeZone");

function zoneOf({ availability, timeZone }: Mentor | Mentee): string | undefined {
  const own = typeof availability === "object" && "timeZone" in availability ? availability.timeZone : undefined;
  return own ?? timeZone;
}

/** 1 for each two zones that are at some moment of the programme more than `minutes` apart, at `a * zones + b`. */
function farZones(zones: readonly Zone[], { period }: Program, minutes: number, path: string): Uint8Array {
  const isFar = new Uint8Array(zones.length ** 2);
  if (zones.length === 0) return isFar;
  if (period === undefined) {
    throw problem("PERIOD_MISSING", path, "timeZonesWithin: expected the programme's period, got nothing.");
  }
  const weeks = readPeriod(period, "/period");
  if (!("start" in weeks)) throw problem(weeks[0]?.code ?? "PERIOD_TOO_SHORT", "/period", weeks[0]?.message ?? "");
  const end = weeks.start + weeks.count * WEEK_MINUTES;
  const offsets = zones.map((zone) => zoneOffsets(zone, weeks.start, end));
  for (const [a, first] of offsets.entries()) {
    for (const [b, second] of offsets.entries()) {
      const moments = [...first.startOf, ...second.startOf];
      const furthest = moments.reduce((most, moment) => {
        const apart = first.offsetOf[offsetPlace(first, moment)]! - second.offsetOf[offsetPlace(second, moment)]!;
        return Math.max(most, Math.abs(apart));
      }, 0);
      if (furthest > minutes) isFar[a * zones.length + b] = 1;
    }
  }
  return isFar;
}

export const timeZonesWithinEntry = ruleEntry({
  name: "timeZonesWithin",
  title: TITLE,
  options: (z) => ({ hours: z.number(), unknown: unknownField(z) }),
  make: ({ hours, ...rest }) => timeZonesWithin(hours, rest),
});
