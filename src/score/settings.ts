import { type ErrorCode, problem } from "../base/error.ts";
import { asPublic } from "../base/public.ts";
import type {
  CriterionOf,
  FactsOfPair,
  MenteeProfile,
  MentorProfile,
  MissingPolicy,
  ScorePool,
  PreparedCriterionOf,
  ScoreContext,
} from "./criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "./criterion-of.ts";

/** Options that every criterion takes. */
export interface CriterionOptions {
  /** Names the criterion in results; each name once among the criteria of a programme. */
  readonly name?: string;
  /** At least 0, at most 6 decimals; only the ratio to the other weights matters. */
  readonly weight?: number;
  /** What happens to a pair that the criterion has no data for. */
  readonly missing?: MissingPolicy;
}

/** Weights are whole multiples of one part in this many. */
export const WEIGHT_PARTS = 1_000_000;

/** Largest weight: with it, every sum of products stays a whole number that doubles hold exactly. */
export const MAX_WEIGHT = 1_000;

/** Refuses a weight that is no number from 0 to `MAX_WEIGHT` in whole multiples of 1 / `parts`. */
export function checkWeight(weight: unknown, path: string, parts = WEIGHT_PARTS): void {
  const valid =
    typeof weight === "number" && weight >= 0 && weight <= MAX_WEIGHT && Math.round(weight * parts) / parts === weight;
  if (valid) return;
  throw problem(
    "WEIGHT_RANGE",
    path,
    `expected a number from 0 to ${MAX_WEIGHT} with at most ${String(parts).length - 1} decimals, got ${describe(weight)}.`,
  );
}

/** Refuses a policy for missing data that is none of `skip`, `zero` and a number from 0 to 1. */
export function checkMissing(missing: unknown, path: string): void {
  if (missing === "skip" || missing === "zero") return;
  if (typeof missing === "number" && missing >= 0 && missing <= 1) return;
  const code: ErrorCode = typeof missing === "number" ? "NUMBER_RANGE" : "VALUE_UNKNOWN";
  throw problem(code, path, `expected "skip", "zero" or a number from 0 to 1, got ${describe(missing)}.`);
}

/** Refuses an options object with a key that nothing would honour. */
export function checkKeys(options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    throw problem("FIELD_UNKNOWN", "", `an option is unknown here; known are ${known.join(", ")}.`);
  }
}

/** Refuses anything but a finite number from `from` to `to`. */
export function checkNumber(value: unknown, path: string, from: number, to: number): void {
  if (typeof value === "number" && value >= from && value <= to) return;
  throw problem("NUMBER_RANGE", path, `expected a number from ${from} to ${to}, got ${describe(value)}.`);
}

/** Refuses anything but a whole number from `from` to `to`. */
export function checkWhole(value: unknown, path: string, from: number, to: number): void {
  if (Number.isInteger(value) && Number(value) >= from && Number(value) <= to) return;
  throw problem("NUMBER_RANGE", path, `expected a whole number from ${from} to ${to}, got ${describe(value)}.`);
}

/** A value as error texts may show it: its kind, never the value itself. */
export function describe(value: unknown): string {
  if (typeof value !== "number") return `a ${typeof value}`;
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return "an infinity";
  return value < 0 ? "a negative number" : "another number";
}

/** What a criterion is where its caller says nothing. */
interface CriterionDefaults extends Required<CriterionOptions> {
  /** Absent for a function of the caller's. */
  readonly maker?: string;
}

/** Settles the common options of a criterion over its defaults and refuses bad ones. */
export function settle(
  defaults: CriterionDefaults,
  options: CriterionOptions,
  ownKeys: readonly string[],
): Required<CriterionOptions> & Pick<CriterionOf<FactsOfPair>, "maker" | "settings"> {
  checkKeys(options, ["name", "weight", "missing", ...ownKeys]);
  const { name = defaults.name, weight = defaults.weight, missing = defaults.missing } = options;
  if (typeof name !== "string" || name === "")
    throw problem("TEXT_EMPTY", "/name", "expected a text that is not empty.");
  checkWeight(weight, "/weight");
  checkMissing(missing, "/missing");
  const own = Object.entries(options).filter(([key, value]) => ownKeys.includes(key) && value !== undefined);
  const maker = defaults.maker === undefined ? {} : { maker: defaults.maker };
  return { name, ...maker, weight, missing, ...(own.length === 0 ? {} : { settings: Object.fromEntries(own) }) };
}

/** `value` of a criterion that is defined by how it is compiled: the two people are a pool of their own. */
export function pairValue(
  prepare: (pool: ScorePool) => PreparedCriterionOf<FactsOfPair>,
): CriterionOf<FactsOfPair>["value"] {
  return (mentor: MentorProfile, mentee: MenteeProfile, context: ScoreContext = {}) =>
    asPublic("value", () => {
      const points = prepare({ mentors: [mentor], mentees: [mentee], context }).points(0, 0);
      return points === NO_INFORMATION ? undefined : points / FULL_SCORE;
    });
}

/** Which side gave no data, from whether each did. */
export function silentSide(menteeSpoke: boolean, mentorSpoke: boolean): "mentor" | "mentee" | "both" | undefined {
  if (menteeSpoke) return mentorSpoke ? undefined : "mentor";
  return mentorSpoke ? "mentee" : "both";
}

/** The `missing` entry of a criterion's facts, or no entry. */
export function missingEntry<Side extends string>(side: Side | undefined): { readonly missing?: Side } {
  return side === undefined ? {} : { missing: side };
}
