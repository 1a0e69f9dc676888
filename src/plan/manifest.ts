import { compareText } from "../base/text.ts";
import { VERSION } from "../base/version.ts";
import { readPeriod } from "../base/time/programme-weeks.ts";
import { WEEK_MINUTES } from "../base/time/dates.ts";
import { zoneFingerprint } from "../base/time/zone-offsets.ts";
import type { Manifest, ManifestPart } from "../explain/result.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { FullOptions } from "./options.ts";
import { hash } from "./input-hash.ts";
import { sortedPins } from "./pins.ts";

/** Records what a result is made from; `sha256` is the hash of the input. */
export function manifestOf(program: Program, options: FullOptions, sha256: string): Manifest {
  const { people, mentors, mentees } = program;
  const {
    criteria,
    rules,
    objective,
    proposer,
    limits,
    personalWeights,
    pins,
    quotas,
    ties,
    fixes,
    coverage,
    furtherPartners,
    worth,
  } = options;
  const zones = zonesOf(program);
  return {
    version: VERSION,
    input: {
      sha256,
      people: people.length,
      mentors: mentors.length,
      mentees: mentees.length,
    },
    options: {
      objective,
      ...(coverage === undefined || coverage === "both" ? {} : { coverage }),
      ...(furtherPartners === undefined ? {} : { furtherPartners }),
      ...(worth === undefined ? {} : { worth: { name: worth.name, ...recorded({ ...worth, own: true }) } }),
      ...(proposer === undefined ? {} : { proposer }),
      criteria: criteria.map((criterion) => {
        const { name, weight, missing } = criterion;
        return { name, weight, missing, ...recorded(criterion) };
      }),
      rules: rules.map((rule) => ({
        name: rule.name,
        ...recorded(
          rule.kind === "pair"
            ? rule
            : {
                ...(rule.own === undefined ? {} : { own: rule.own }),
                ...(rule.version === undefined ? {} : { version: rule.version }),
                settings: { minimum: rule.minimum, except: rule.except, waivable: rule.waivable },
              },
        ),
      })),
      limits,
      ...(ties === undefined ? {} : { ties }),
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

/** Hash of the offsets that hold in the period in all zones in which somebody states times. */
function zonesOf({ mentors, mentees, period }: Program): string | undefined {
  if (period === undefined) return undefined;
  const weeks = readPeriod(period, "/period");
  if (!("start" in weeks)) return undefined;
  const zones = new Set<string>();
  for (const person of [...mentees, ...mentors]) {
    const zone = zoneOf(person);
    if (zone !== undefined) zones.add(zone);
  }
  if (zones.size === 0) return undefined;
  return hash(zoneFingerprint(zones, weeks.start, weeks.start + weeks.count * WEEK_MINUTES));
}

function zoneOf({ availability, timeZone }: Mentor | Mentee): string | undefined {
  if (availability === undefined) return undefined;
  const own = typeof availability === "object" && "timeZone" in availability ? availability.timeZone : undefined;
  return own ?? timeZone;
}
