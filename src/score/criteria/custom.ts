import { asPublic } from "../../base/public.ts";
import type { Attributes } from "../../model/input.ts";
import { problem, type TersineError } from "../../base/error.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
  ScoreContext,
} from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { toMicroPoints } from "../micro-points.ts";
import { type CriterionOptions, describe, settle } from "../settings.ts";

/**
 * A caller's own measure of fit: 0 for none, 1 for the best, `undefined` for no information. What attributes hold is the
 * caller's word; nothing checks it.
 */
export type PairFunction<OwnAttributes extends Attributes = Attributes> = {
  // a method, so that a function of people with known attributes is a function of people
  measure(
    mentor: MentorProfile<OwnAttributes>,
    mentee: MenteeProfile<OwnAttributes>,
    context: ScoreContext,
  ): number | undefined;
}["measure"];

export interface CustomOptions extends Omit<CriterionOptions, "name"> {
  /** Distinguishes versions of the function in the manifest. */
  readonly version?: string;
}

export interface CustomFacts {
  readonly kind: "custom";
  readonly missing?: MissingSide;
}

/** Marks a pair that the function has not been asked about. */
const NOT_ASKED = -2;

/**
 * A criterion from a function in one line.
 *
 * The function decides what 0, 0.5 and 1 mean; `undefined` is no information, and the policy decides. It is called at
 * most once for a pair of a pool, and only for pairs that are asked for: scoring a whole pool goes through the mentees in
 * index order and for each through the mentors in index order. The answers are kept, 4 bytes a pair.
 *
 * Errors: `CRITERION_RESULT` if the function returns anything but `undefined` or a number from 0 to 1 (a promise is
 * neither), `CRITERION_THREW` with the cause if it throws. Both name the criterion and the two indices.
 *
 * @example
 * criterion("same office", (mentor, mentee) => (mentor.location === mentee.location ? 1 : 0), { weight: 2 });
 * criterion<{ floor: number }>("same floor", (a, b) => (a.attributes?.floor === b.attributes?.floor ? 1 : 0));
 * @default weight 1, missing "skip"
 */
export function criterion<OwnAttributes extends Attributes = Attributes>(
  name: string,
  measure: PairFunction<OwnAttributes>,
  options: CustomOptions = {},
): CriterionOf<CustomFacts> {
  return asPublic("criterion", () => {
    const settings = settle({ name, weight: 1, missing: "skip" }, { ...options, name }, ["version"]);
    const measureAny: PairFunction = measure;
    const prepare = (pool: ScorePool, path = ""): PreparedCriterionOf<CustomFacts> =>
      prepareCustom(name, measureAny, pool, path);
    return {
      ...settings,
      dependsOn: "chart",
      own: true,
      ...(options.version === undefined ? {} : { version: options.version }),
      prepare,
      value: (mentor, mentee, context = {}) => {
        const result = ask(name, "", 0, 0, () => measureAny(mentor, mentee, context));
        return result === undefined ? undefined : toMicroPoints(result) / FULL_SCORE;
      },
    };
  });
}

function prepareCustom(
  name: string,
  measure: PairFunction,
  pool: ScorePool,
  path: string,
): PreparedCriterionOf<CustomFacts> {
  const { mentors, mentees, context } = pool;
  const answersOf: (Int32Array | undefined)[] = mentees.map(() => undefined);
  const points = (mentee: number, mentor: number): number => {
    const answers = (answersOf[mentee] ??= new Int32Array(mentors.length).fill(NOT_ASKED));
    const known = answers[mentor]!;
    if (known !== NOT_ASKED) return known;
    const result = ask(name, path, mentee, mentor, () => measure(mentors[mentor]!, mentees[mentee]!, context));
    return (answers[mentor] = result === undefined ? NO_INFORMATION : toMicroPoints(result));
  };
  return {
    points,
    facts: (mentee, mentor) =>
      points(mentee, mentor) === NO_INFORMATION ? { kind: "custom", missing: "pair" } : { kind: "custom" },
  };
}

/** Runs a caller's function on a pair and refuses every result that is no value of a criterion. */
function ask(name: string, path: string, mentee: number, mentor: number, measure: () => unknown): number | undefined {
  let result: unknown;
  try {
    result = measure();
  } catch (cause) {
    throw problem("CRITERION_THREW", path, `criterion "${name}" threw for mentor ${mentor} and mentee ${mentee}.`, {
      hint: "The cause is attached.",
      cause,
    });
  }
  if (result === undefined) return undefined;
  if (typeof result === "number" && result >= 0 && result <= 1) return result;
  throw badResult(name, path, mentee, mentor, result);
}

function badResult(name: string, path: string, mentee: number, mentor: number, result: unknown): TersineError {
  return problem(
    "CRITERION_RESULT",
    path,
    `criterion "${name}" must give a number from 0 to 1 or undefined, got ${describeResult(result)} ` +
      `for mentor ${mentor} and mentee ${mentee}.`,
    { hint: "Criteria are synchronous functions; divide by the largest value to come to 1." },
  );
}

function describeResult(result: unknown): string {
  if (result === null) return "null";
  if (result instanceof Promise) return "a promise";
  return typeof result === "object" ? "an object" : describe(result);
}
