import { toUtc } from "../../index.ts";
import type { Told } from "./numbers.ts";
import { plainWords } from "./spelling.ts";
import { WINDOWS_ZONES, ZONE_ALIASES } from "../tables/zones.ts";

/** The zone that a text means, as the model writes it, and what is doubtful about it; the text itself if it means none. */
export interface ZoneReading {
  readonly zone: string;
  readonly doubt?: Told;
}

let names: ReadonlyMap<string, string> | undefined;

/** Names of today by any other name of a zone, in plain words: older names, and those of Windows. */
function knownNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...ZONE_ALIASES.split("\n"), ...WINDOWS_ZONES.split("\n")].flatMap((line) => {
      const [name = "", ...others] = line.split("|");
      return [name, ...others].map((other) => [plainWords(other), name] as const);
    }),
  );
  return names;
}

/** Zones that Windows shows without a city, by what it shows. */
const SHOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "atlantic time (canada)": "America/Halifax",
    arizona: "America/Phoenix",
    alaska: "America/Anchorage",
    hawaii: "Pacific/Honolulu",
    newfoundland: "America/St_Johns",
    "indiana (east)": "America/Indiana/Indianapolis",
    saskatchewan: "America/Regina",
    "coordinated universal time": "UTC",
    turkiye: "Europe/Istanbul",
  }),
);

const REGIONS = ["Europe", "Asia", "Africa", "America", "Australia", "Pacific", "Atlantic", "Indian"];

const OFFSET = /(?:\b(?:UTC|GMT)\s*)?(?<![\d/])([+\-−–]|±)\s*([0-9]{1,2})(?:[:.]?([0-9]{2}))?(?![0-9.:])/giu;

/** Longer texts name no zone. */
const LONGEST = 100;

/**
 * Reads a zone as people and programmes write it: names of the IANA database of today and before, names of Windows,
 * offsets (`+3`, `+0300`, `UTC+3`, `UTC±0`), and an offset with a name behind or before it (`(UTC+03:00) Istanbul`). A
 * name counts more than the offset beside it, which knows no daylight saving.
 */
export function readZoneText(written: string): ZoneReading {
  const text = written.trim().replace(/\s+/gu, " ");
  if (text.length > LONGEST) return { zone: text };
  const known = namedZone(text) ?? SHOWN.get(plainWords(text));
  if (known !== undefined) return { zone: known };
  if (/^Z$/iu.test(text)) return { zone: "UTC" };
  const found = [...text.matchAll(OFFSET)];
  const [offset] = found;
  const hasOne = found.length === 1 && offset !== undefined;
  const bare = hasOne ? text.replace(offset[0], " ") : text;
  const name = bare
    .replace(/[()[\]]|\b(?:UTC|GMT)\b(?!\/)/giu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:\-–]+|[\s,;:\-–]+$/gu, "");
  if (!hasOne && !/\b(?:UTC|GMT)\b(?!\/)/iu.test(text)) return { zone: text };
  if (found.length > 1) return { zone: text };
  const fixed = hasOne ? offsetText(offset) : "UTC";
  if (name === "" || /^[±+\-−]?0{1,2}(?::?00)?$/u.test(name)) return { zone: fixed };
  // digits that are no part of an offset are an hour too, or a word that nobody knows
  if (/[0-9]/u.test(name)) return { zone: text };
  const zone =
    namedZone(name) ?? SHOWN.get(plainWords(name)) ?? SHOWN.get(plainWords(labelWithin(bare))) ?? cityZone(name, fixed);
  if (zone !== undefined) return { zone };
  const message =
    "the zone is read as its offset; what stands beside it is not known, and an offset has no daylight saving.";
  return { zone: fixed, doubt: { code: "ZONE_FIXED", message, hint: "Write a region and city as Europe/Istanbul." } };
}

/** A zone by a name of its own. */
function namedZone(text: string): string | undefined {
  const plain = text.replace(/\s*\/\s*/gu, "/").replaceAll(" ", "_");
  const known = knownNames().get(plainWords(text)) ?? knownNames().get(plainWords(plain));
  if (known !== undefined) return known;
  return /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/u.test(plain) && isZone(plain) ? plain : undefined;
}

/** What stands behind the brackets of an offset, its own brackets kept. */
function labelWithin(bare: string): string {
  return bare.replace(/^\s*[([]\s*(?:UTC|GMT)?\s*[)\]]\s*/iu, "");
}

/** The zone of one of the cities that a text lists, if its clock shows that offset in January or July. */
function cityZone(text: string, offset: string): string | undefined {
  const cities = text
    .split(/,|\//u)
    .map((city) => plainWords(city).replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()));
  for (const city of cities) {
    for (const region of REGIONS) {
      const name = `${region}/${city.replaceAll(" ", "_")}`;
      if (/^[A-Za-z_]+\/[A-Za-z_-]+$/u.test(name) && isZone(name) && showsOffset(name, offset)) {
        return knownNames().get(plainWords(name)) ?? name;
      }
    }
  }
  return undefined;
}

function showsOffset(zone: string, offset: string): boolean {
  return ["2026-01-15T12:00:00", "2026-07-15T12:00:00"].some((time) => toUtc(time, zone) === toUtc(time, offset));
}

/** Whether the model knows a zone. */
export function isZone(name: string): boolean {
  try {
    toUtc("2026-01-15T12:00:00", name);
    return true;
  } catch {
    return false;
  }
}

function offsetText([, sign = "+", hours = "0", minutes = "00"]: RegExpMatchArray | RegExpExecArray): string {
  if (Number(hours) === 0 && Number(minutes) === 0) return "UTC";
  return `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}`;
}
