import { criterionEntry } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import type { CriterionOf, MissingSide, ScorePool, PreparedCriterionOf } from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { levelsOf, settleSeniority } from "../seniority.ts";
import { rampPoints, toMicroPoints } from "../micro-points.ts";
import { type CriterionOptions, checkKeys, checkNumber, pairValue, settle, silentSide } from "../settings.ts";

/** Corners of the curve over the level gap, in levels that the mentee stands above the mentor. */
export interface HierarchyCurve {
  /** At this gap and below it, the pair is too near: 0. @default 0 */
  readonly tooNear?: number;
  /** From the first to the second gap, both included, the distance is ideal: 1. @default [2, 4] */
  readonly ideal?: readonly [number, number];
  /** At this gap and above it, the pair is as far apart as it matters: `farValue`. @default 8 */
  readonly tooFar?: number;
  /** Value from `tooFar` on, from 0 to 1. @default 0.25 */
  readonly farValue?: number;
}

export interface HierarchyOptions extends CriterionOptions {
  readonly curve?: HierarchyCurve;
}

export interface HierarchyFacts {
  readonly kind: "hierarchy";
  readonly missing?: MissingSide;
  /** Mentee's level minus mentor's: how many levels the mentee stands above. */
  readonly levelGap?: number;
}

/**
 * How well the distance in seniority suits reverse mentoring.
 *
 * The level gap is the mentee's level minus the mentor's. 1: the gap lies in the `ideal` band. 0: it is at or below
 * `tooNear`; so is every pair whose mentor is the senior. In between the curve is straight: with the defaults a gap of 1
 * gives 0.5. Above the band it falls in a straight line to `farValue` at `tooFar` and stays there.
 *
 * Levels are numbers, names on `context.levels`, or, if no profile of the pool states one, depth in `context.chart`.
 * If the level of one of the two is unknown, there is no information, and by default the other criteria share the
 * weight.
 *
 * Errors: `NUMBER_RANGE` unless tooNear < ideal[0] <= ideal[1] < tooFar, and those of levels.
 * @default weight 2, missing "skip"
 */
export function hierarchy(options: HierarchyOptions = {}): CriterionOf<HierarchyFacts> {
  const settings = settle({ name: "hierarchy", weight: 2, missing: "skip" }, options, ["curve"]);
  const pointsAt = hierarchyCurve(options.curve);
  const prepare = (pool: ScorePool): PreparedCriterionOf<HierarchyFacts> => prepareHierarchy(pool, pointsAt);
  return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
}

/** The curve as a function from level gap to micro-points. */
export function hierarchyCurve(curve: HierarchyCurve = {}): (levelGap: number) => number {
  checkKeys(curve, ["tooNear", "ideal", "tooFar", "farValue"]);
  const { tooNear = 0, ideal = [2, 4], tooFar = 8, farValue = 0.25 } = curve;
  const [from, to] = ideal;
  if (!(tooNear < from && from <= to && to < tooFar && Number.isFinite(tooFar - tooNear))) {
    throw problem("NUMBER_RANGE", "/curve", "expected tooNear < ideal[0] <= ideal[1] < tooFar, all of them finite.");
  }
  checkNumber(farValue, "/curve/farValue", 0, 1);
  const far = toMicroPoints(farValue);
  return (gap) => {
    if (gap <= to) return rampPoints(gap, tooNear, from);
    return far + Math.round(((FULL_SCORE - far) * rampPoints(gap, tooFar, to)) / FULL_SCORE);
  };
}

function prepareHierarchy(
  pool: ScorePool,
  pointsAt: (levelGap: number) => number,
): PreparedCriterionOf<HierarchyFacts> {
  const context = settleSeniority(pool);
  const mentorLevel = levelsOf(pool.mentors, context, "/mentors");
  const menteeLevel = levelsOf(pool.mentees, context, "/mentees");
  return {
    points: (mentee, mentor) => {
      const gap = menteeLevel[mentee]! - mentorLevel[mentor]!;
      return Number.isNaN(gap) ? NO_INFORMATION : pointsAt(gap);
    },
    facts: (mentee, mentor) => {
      const levelGap = menteeLevel[mentee]! - mentorLevel[mentor]!;
      const silent = silentSide(!Number.isNaN(menteeLevel[mentee]), !Number.isNaN(mentorLevel[mentor]));
      return { kind: "hierarchy", ...(silent === undefined ? { levelGap } : { missing: silent }) };
    },
  };
}

export const hierarchyEntry = /* @__PURE__ */ criterionEntry({
  name: "hierarchy",
  facts: "hierarchy",
  options: (z) => ({
    curve: z
      .strictObject({
        tooNear: z.number().exactOptional(),
        ideal: z.tuple([z.number(), z.number()]).exactOptional(),
        tooFar: z.number().exactOptional(),
        farValue: z.number().exactOptional(),
      })
      .exactOptional(),
  }),
  make: hierarchy,
  lacking: { en: "level is", tr: "kademesi" },
  sentences: {
    en: ({ levelGap = 0 }: HierarchyFacts) => `Level gap ${levelGap}.`,
    tr: ({ levelGap = 0 }) => `Kademe farkı ${levelGap}.`,
  },
});
