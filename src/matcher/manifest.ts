import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { oncePer } from "../base/memo.ts";
import { inTurn } from "../base/steps.ts";
import { compareText } from "../base/text.ts";
import { VERSION } from "../base/version.ts";
import { readPeriod } from "../base/week-period.ts";
import { WEEK_MINUTES } from "../base/calendar.ts";
import { zoneFingerprint } from "../base/zone-offsets.ts";
import type { Manifest, ManifestPart } from "../explain/result.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { SettledOptions } from "./options.ts";
import { sortedPins } from "./pins.ts";

/** Records what a result is made from. A generator that can be paused every few people. */
export function* manifestOf(program: Program, options: SettledOptions): Generator<void, Manifest, void> {
  const { people, mentors, mentees } = program;
  const { criteria, rules, objective, proposer, limits, personalWeights, pins, quotas, fixes } = options;
  const zones = zonesOf(program);
  return {
    version: VERSION,
    input: {
      sha256: yield* inputHash(program),
      people: people.length,
      mentors: mentors.length,
      mentees: mentees.length,
    },
    options: {
      objective,
      ...(proposer === undefined ? {} : { proposer }),
      criteria: criteria.map((criterion) => {
        const { name, weight, missing } = criterion;
        return { name, weight, missing, ...recorded(criterion) };
      }),
      rules: rules.map((rule) => ({
        name: rule.name,
        ...recorded(rule.kind === "pair" ? rule : { settings: { minimum: rule.minimum, except: rule.except } }),
      })),
      limits,
      ...(fixes ? { fixes: true as const } : {}),
      ...(pins.length === 0 ? {} : { pins: sortedPins(pins) }),
      ...(quotas.length === 0 ? {} : { quotas: quotas.map((quota) => ({ name: quota.name, ...recorded(quota) })) }),
      ...(personalWeights === undefined ? {} : { personalWeights }),
    },
    ...(zones === undefined ? {} : { zones }),
  };
}

/** Version and settings of a part. Settings that hold functions (a catalogue, a stem hook) are named, not recorded. */
function recorded({ version, own, settings = {} }: Recordable): Pick<ManifestPart, "version" | "own" | "settings"> {
  const entries = Object.entries(settings).filter(([key, value]) => key !== "version" && value !== undefined);
  entries.sort(([a], [b]) => compareText(a, b));
  const plain = entries.map(([key, value]) => [key, isPlain(value) ? plainCopy(value) : "function"] as const);
  return {
    ...(version === undefined ? {} : { version }),
    ...(own === undefined ? {} : { own }),
    ...(plain.length === 0 ? {} : { settings: Object.fromEntries(plain) }),
  };
}

interface Recordable {
  readonly version?: string;
  readonly own?: true;
  readonly settings?: Readonly<Record<string, unknown>>;
}

function plainCopy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function isPlain(value: unknown): boolean {
  if (typeof value === "object" && value !== null) {
    return (
      (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) && Object.values(value).every(isPlain)
    );
  }
  return typeof value !== "function" && typeof value !== "symbol" && typeof value !== "bigint";
}

export function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Characters hashed between two pauses: about a millisecond. */
const HASHED_AT_A_TIME = 1 << 15;

/** `hash` as a generator that can be paused every few ten thousand characters. */
function* hashInSteps(text: string): Generator<void, string, void> {
  const state = sha256.create();
  let until = 0;
  for (let from = 0; from < text.length; from = until) {
    until = Math.min(from + HASHED_AT_A_TIME, text.length);
    // the two halves of a character beyond U+FFFF stay together
    if ((text.codePointAt(until - 1) ?? 0) > 0xffff) until += 1;
    state.update(utf8ToBytes(text.slice(from, until)));
    yield;
  }
  return bytesToHex(state.digest());
}

/** Lists whose order means nothing; all others keep theirs. */
const SETS: ReadonlySet<string> = new Set(["teaches", "learns", "goals", "avoid", "availability", "windows", "away"]);

/** Fields whose text lists windows. */
const WINDOWS: ReadonlySet<string> = new Set(["availability", "windows"]);

/**
 * One text for all inputs that mean the same: people by id, fields by name, sets by the texts of their items. The
 * caller's own data is taken as written but for the order of fields, because custom functions may read anything in it.
 */
function* canonicalInput({ people, mentors, mentees, period, levels }: Program): Generator<void, string, void> {
  const listed = function* (items: readonly object[]): Generator<void, string, void> {
    const texts = yield* inTurn(items, (item) => [canonicalEntry(item)]);
    return `[${texts.join(",")}]`;
  };
  const fields = [
    `"levels":${canonicalText(levels ?? null)}`,
    `"mentees":${yield* listed(mentees)}`,
    `"mentors":${yield* listed(mentors)}`,
    `"people":${yield* listed(people)}`,
    `"period":${canonicalText(period ?? null)}`,
  ];
  return `{${fields.join(",")}}`;
}

const hashOf = new WeakMap<Program, string>();

/** The hash of a programme, which never changes, is made once. */
function* inputHash(program: Program): Generator<void, string, void> {
  const made = hashOf.get(program) ?? (yield* hashInSteps(yield* canonicalInput(program)));
  hashOf.set(program, made);
  return made;
}

const canonicalEntry = oncePer((entry: object) => canonicalText(entry));

function canonicalText(value: unknown, key = "", isOwnData = false): string {
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value).map((item) => canonicalText(item, "", isOwnData));
    return `[${(!isOwnData && SETS.has(key) ? items.sort(compareText) : items).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, field]) => field !== undefined);
    fields.sort(([a], [b]) => compareText(a, b));
    const texts = fields.map(
      ([name, field]) => `${JSON.stringify(name)}:${canonicalText(field, name, isOwnData || name === "attributes")}`,
    );
    return `{${texts.join(",")}}`;
  }
  if (typeof value === "string" && !isOwnData && WINDOWS.has(key)) return JSON.stringify(sortedWindows(value));
  return JSON.stringify(value);
}

function sortedWindows(text: string): string {
  const windows = text.split(/[;\n]/u).map((window) => window.trim());
  return windows
    .filter((window) => window !== "")
    .sort(compareText)
    .join("; ");
}

function zonesOf({ mentors, mentees, period }: Program): string | undefined {
  if (period === undefined) return undefined;
  const weeks = readPeriod(period, "/period");
  if (!("start" in weeks)) return undefined;
  const names = new Set<string>();
  for (const people of [mentors, mentees]) {
    for (const person of people) {
      const zone = zoneOf(person);
      if (zone !== undefined) names.add(zone);
    }
  }
  if (names.size === 0) return undefined;
  return hash(zoneFingerprint(names, weeks.start, weeks.start + weeks.count * WEEK_MINUTES));
}

function zoneOf({ availability, timeZone }: Mentor | Mentee): string | undefined {
  if (availability === undefined) return undefined;
  const own = typeof availability === "object" && "timeZone" in availability ? availability.timeZone : undefined;
  return own ?? timeZone;
}
