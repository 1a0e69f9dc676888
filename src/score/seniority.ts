import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { foldText } from "../base/text.ts";
import type { MenteeProfile, MentorProfile, ScorePool, ScoreContext } from "./criterion-of.ts";

type Profile = MentorProfile | MenteeProfile;

/** The pool's context with `seniority` settled, so that it means the same for every pair. */
export function settleSeniority(pool: ScorePool): ScoreContext {
  return asPublic("settleSeniority", () => {
    const { mentors, mentees, context } = pool;
    if (context.seniority !== undefined) return context;
    const byLevel = mentors.some(statesLevel) || mentees.some(statesLevel);
    return { ...context, seniority: byLevel ? "level" : "depth" };
  });
}

/**
 * Seniority of each profile as one number, larger for more senior; NaN if it is not known.
 *
 * By `level`: a number stands for itself, a name for its place on `context.levels`, 0 for the most junior. By `depth`: the
 * number of managers above, negated, so that the head of a chart has 0; people outside the chart are unknown. Without
 * `context.seniority`, levels decide if one of the profiles has one: settle it first to compare two lists.
 *
 * Errors: `LEVEL_TYPE` for a name without a ladder or a number that is not finite, `LEVEL_UNKNOWN` for a name that is not
 * on it; `path` is where the profiles stand in the input.
 */
export function levelsOf(profiles: readonly Profile[], context: ScoreContext, path = ""): Float64Array {
  return asPublic("levelsOf", () => {
    const seniority = context.seniority ?? (profiles.some(statesLevel) ? "level" : "depth");
    const levels = new Float64Array(profiles.length).fill(Number.NaN);
    if (seniority === "depth") {
      for (const [index, profile] of profiles.entries()) levels[index] = chartLevel(profile, context);
      return levels;
    }
    const placeOf = new Map(context.levels?.map((name, place) => [foldText(name), place]));
    for (const [index, { level }] of profiles.entries()) {
      if (level !== undefined) levels[index] = statedLevel(level, placeOf, `${path}/${index}/level`);
    }
    return levels;
  });
}

function statesLevel(profile: Profile): boolean {
  return profile.level !== undefined;
}

function chartLevel({ id }: Profile, { chart }: ScoreContext): number {
  const person = id === undefined ? undefined : chart?.indexOf(id);
  if (chart === undefined || person === undefined || chart.hasLine[person] !== 1) return Number.NaN;
  return 0 - chart.depthOf[person]!;
}

function statedLevel(level: number | string, placeOf: ReadonlyMap<string, number>, path: string): number {
  if (typeof level === "number") {
    if (Number.isFinite(level)) return level;
    throw problem("LEVEL_TYPE", path, "expected a finite number or a name on the ladder, got another number.");
  }
  const place = placeOf.get(foldText(level));
  if (place !== undefined) return place;
  if (placeOf.size > 0)
    throw problem("LEVEL_UNKNOWN", path, `expected one of the ${placeOf.size} levels of the ladder.`);
  throw problem("LEVEL_TYPE", path, "expected a number, got text.", {
    hint: "Give `levels`, the names from junior to senior.",
  });
}
