import { asPublic } from "../../base/public.ts";
import { problem } from "../../base/error.ts";
import type { CriterionOf, MenteeProfile, MentorProfile, ScorePool, PreparedCriterionOf } from "../criterion-of.ts";
import { NO_INFORMATION } from "../criterion-of.ts";
import type { GoalsFacts } from "./goals.ts";
import { toMicroPoints } from "../micro-points.ts";
import { type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

/** A caller's embedding of a text. */
export type GoalVector = readonly number[] | Float32Array | Float64Array;

export interface GoalsByVectorOptions extends CriterionOptions {
  /** The vector of a person's goals, for instance from `attributes`; `undefined` for none. Asked once a person. */
  readonly vectorOf: (profile: MentorProfile | MenteeProfile) => GoalVector | undefined;
}

/**
 * How near the caller's embedding vectors of two people's goals are: the cosine of the angle between them, and 0 where
 * it is negative. 1: the same direction. 0.5: an angle of 60 degrees. 0: a right angle or more. Symmetric; the lengths of
 * the vectors do not matter.
 *
 * Someone without a vector, or with one of zeros only, gives no information, and by default the other criteria share the
 * weight. Time and memory grow with the dimension: each pair costs one product of two vectors.
 *
 * Errors when compiled: `VECTOR_LENGTH` if not all vectors of the pool are equally long, `NUMBER_NOT_FINITE` for an entry
 * that is no finite number.
 * @default name "goals", weight 2, missing "skip"
 */
export function goalsByVector(options: GoalsByVectorOptions): CriterionOf<GoalsFacts> {
  return asPublic("goalsByVector", () => {
    const settings = settle({ maker: "goalsByVector", name: "goals", weight: 2, missing: "skip" }, options, [
      "vectorOf",
    ]);
    const prepare = (pool: ScorePool): PreparedCriterionOf<GoalsFacts> => prepareVectors(pool, options.vectorOf);
    return { ...settings, prepare, value: pairValue(prepare) };
  });
}

function prepareVectors(
  { mentors, mentees }: ScorePool,
  vectorOf: GoalsByVectorOptions["vectorOf"],
): PreparedCriterionOf<GoalsFacts> {
  const given = { mentors: mentors.map(vectorOf), mentees: mentees.map(vectorOf) };
  const length = [...given.mentors, ...given.mentees].find((vector) => vector !== undefined)?.length;
  checkLengths(given.mentors, length, "/mentors");
  checkLengths(given.mentees, length, "/mentees");
  const mentorVectors = given.mentors.map((vector, index) => directionOf(vector, `/mentors/${index}`));
  const menteeVectors = given.mentees.map((vector, index) => directionOf(vector, `/mentees/${index}`));
  return {
    points: (mentee, mentor) => {
      const a = menteeVectors[mentee];
      const b = mentorVectors[mentor];
      if (a === undefined || b === undefined) return NO_INFORMATION;
      let product = 0;
      for (let at = 0; at < a.length; at += 1) product += a[at]! * b[at]!;
      return toMicroPoints(Math.min(1, Math.max(0, product)));
    },
    facts: (mentee, mentor) => {
      const a = menteeVectors[mentee];
      const b = mentorVectors[mentor];
      const silent = silentSide(a !== undefined, b !== undefined);
      return { kind: "goals", ...missingEntry(silent), by: "vector", shared: [] };
    },
  };
}

/** The vector scaled to length 1; `undefined` for zeros, which point nowhere. Scaling by the largest entry first keeps the squares in range. */
function directionOf(vector: GoalVector | undefined, path: string): Float64Array | undefined {
  if (vector === undefined) return undefined;
  const direction = Float64Array.from(vector);
  let largest = 0;
  for (const [at, entry] of direction.entries()) {
    if (!Number.isFinite(entry)) {
      throw problem("NUMBER_NOT_FINITE", path, `expected finite numbers in the vector of goals, got another at ${at}.`);
    }
    largest = Math.max(largest, Math.abs(entry));
  }
  if (largest === 0) return undefined;
  let squares = 0;
  for (const entry of direction) squares += (entry / largest) * (entry / largest);
  const norm = Math.sqrt(squares);
  return direction.map((entry) => entry / largest / norm);
}

function checkLengths(vectors: readonly (GoalVector | undefined)[], length: number | undefined, path: string): void {
  for (const [index, vector] of vectors.entries()) {
    if (vector === undefined || vector.length === length) continue;
    throw problem(
      "VECTOR_LENGTH",
      `${path}/${index}`,
      `expected a vector of goals of ${String(length)} numbers as the first one of the pool, got ${vector.length}.`,
    );
  }
}
