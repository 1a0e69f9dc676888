import { pointer, problem, throwIssues, type TersineIssue } from "../base/error.ts";
import type { Criterion, MenteeProfile, MentorProfile, ScorePool } from "./criterion.ts";

/** Bounds of what a person may make of a criterion's weight, in whole percent; what lies outside counts as the bound. */
export interface PersonalWeights {
  /** From 1 to 100. */
  readonly min: number;
  /** From 100 to 1,000. */
  readonly max: number;
}

/** What the two people of a pair make of a criterion's weight, in percent. */
export interface PersonalPercents {
  readonly mentor: number;
  readonly mentee: number;
}

/** Percents of one criterion by person, from `min` to `max`, 100 where nothing is said. */
export interface PercentTables {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

/** Refuses bounds other than whole percents around 100. */
export function checkPersonalWeights({ min, max }: PersonalWeights): void {
  if (Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min <= 100 && max >= 100 && max <= 1_000) return;
  throw problem("NUMBER_RANGE", "/personalWeights", "expected whole percents with 1 <= min <= 100 <= max <= 1000.");
}

/** Reads everybody's percents, one pair of tables for each criterion. */
export function percentTables(
  { mentors, mentees }: ScorePool,
  criteria: readonly Criterion[],
  bounds: PersonalWeights,
): PercentTables[] {
  throwIssues([...unknownNames(mentors, criteria, "mentors"), ...unknownNames(mentees, criteria, "mentees")]);
  const read = (profiles: readonly (MentorProfile | MenteeProfile)[], name: string): Int32Array =>
    Int32Array.from(profiles, ({ personalWeights = {} }) => {
      const percent = Object.hasOwn(personalWeights, name) ? personalWeights[name] : undefined;
      return Math.min(bounds.max, Math.max(bounds.min, Math.round(percent ?? 100)));
    });
  return criteria.map(({ name }) => ({ mentors: read(mentors, name), mentees: read(mentees, name) }));
}

function unknownNames(
  profiles: readonly (MentorProfile | MenteeProfile)[],
  criteria: readonly Criterion[],
  side: "mentors" | "mentees",
): TersineIssue[] {
  const names = new Set(criteria.map(({ name }) => name));
  const message = `expected the name of a criterion; they are ${[...names].join(", ")}.`;
  return profiles.flatMap(({ personalWeights = {} }, index) =>
    Object.keys(personalWeights)
      .filter((name) => !names.has(name))
      .map((name) => ({ code: "CRITERION_UNKNOWN", path: pointer([side, index, "personalWeights", name]), message })),
  );
}
