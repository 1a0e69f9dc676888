import type { TersineIssue } from "../error.ts";

/** A time zone whose name is known to be good. */
export interface Zone {
  /** As the caller wrote it. */
  readonly name: string;
  /** Minutes ahead of UTC, for `UTC`, `Z` and offsets such as `+03:00`; absent for names of the IANA database. */
  readonly fixedOffset?: number;
}

const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
const OFFSET_ON_UTC = /^(?:utc|gmt) ?[+-]/iu;
const ABBREVIATION = /^[a-z]{2,5}$/iu;
const SIGN_REVERSED = /^etc\/gmt[+-][1-9]/iu;

/** Short IANA names that are no abbreviations of a time: they mean one place, or UTC. */
const SHORT_NAMES: ReadonlySet<string> = new Set(
  "utc uct gmt gmt0 zulu prc roc rok nz gb cuba egypt eire iran israel japan libya".split(" "),
);

/** Names remembered before the memory starts anew; there are some 600 zones and aliases. */
const MAX_KNOWN_NAMES = 1_000;

/** Furthest offset in use anywhere, in minutes: +14:00 (Kiritimati). */
const MAX_OFFSET = 14 * 60;

/**
 * Reads a zone's name: an IANA name (`Europe/Istanbul`, old aliases too), `UTC`, `Z`, or a fixed offset such as `+03:00`.
 *
 * Engines accept abbreviations (`IST`, `PST`) and disagree on which; an abbreviation means different times to different
 * readers, so all are refused.
 *
 * Issues: `FIELD_TYPE` for anything but text, `ZONE_AMBIGUOUS` for abbreviations and for offsets written on UTC or GMT,
 * `ZONE_UNKNOWN` for the rest.
 */
export function readZone(name: unknown, path: string): Zone | TersineIssue {
  if (typeof name !== "string") {
    return { code: "FIELD_TYPE", path, message: "expected the name of a time zone as text, got another type." };
  }
  if (name === "Z" || name.toUpperCase() === "UTC") return { name, fixedOffset: 0 };
  const parts = OFFSET.exec(name);
  if (parts !== null) return fixedZone(name, parts, path);
  if (OFFSET_ON_UTC.test(name) || (ABBREVIATION.test(name) && !SHORT_NAMES.has(name.toLowerCase()))) {
    const message = "expected the name of a time zone, got an abbreviation that can mean several.";
    return { code: "ZONE_AMBIGUOUS", path, message, hint: "Write a region and city as Europe/Istanbul, or +03:00." };
  }
  if (isKnownToEngine(name)) return { name };
  const message = "expected the name of a time zone, got one that the IANA database does not hold.";
  return { code: "ZONE_UNKNOWN", path, message, hint: "Write a region and city as Europe/Istanbul, or +03:00." };
}

/** Whether a good zone name is one such as `Etc/GMT+3`, whose sign means the opposite of what it seems to: UTC-3. */
export function isSignReversedZone(name: string): boolean {
  return SIGN_REVERSED.test(name);
}

function fixedZone(name: string, [, sign, hours, minutes]: readonly string[], path: string): Zone | TersineIssue {
  const offset = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) >= 60 || offset > MAX_OFFSET) {
    return { code: "ZONE_UNKNOWN", path, message: "expected an offset from -14:00 to +14:00, got one outside." };
  }
  return { name, fixedOffset: sign === "-" ? 0 - offset : offset };
}

const knownNames = new Map<string, boolean>();

/** Asks `Intl` once a name; the memory, of bounded size, only spares the time of asking again. */
function isKnownToEngine(name: string): boolean {
  let isKnown = knownNames.get(name);
  if (isKnown === undefined) {
    isKnown = isAccepted(name);
    if (knownNames.size >= MAX_KNOWN_NAMES) knownNames.clear();
    knownNames.set(name, isKnown);
  }
  return isKnown;
}

function isAccepted(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
