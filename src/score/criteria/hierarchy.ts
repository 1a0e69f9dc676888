import { asPublic } from "../../base/public.ts";
import { counted, figureText } from "../../base/figures.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import type { CriterionOf, MissingSide, ScorePool, ScoreContext, PreparedCriterionOf } from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { levelsOf, settleSeniority } from "../seniority.ts";
import { linePoints, toMicroPoints } from "../micro-points.ts";
import { type CriterionOptions, checkKeys, checkNumber, pairValue, settle, silentSide } from "../settings.ts";

/** Corners of the curve over the level gap: how far the mentee stands above the mentor. */
export interface HierarchyCurve {
  /**
   * What gaps are measured in: levels, or shares of the ladder from its lowest to its highest level (of the names in
   * `levels`, else of all levels in the pool, else of the depth of the chart). As shares, corners mean the same in
   * organisations with few and with many levels, and the criterion is pool-relative. @default "levels"
   */
  readonly unit?: "levels" | "ladder";
  /** Below this gap, the pair is too near: 0. @default 1; 0 if `ideal` begins at 1 or below it, and for shares of the ladder */
  readonly tooNear?: number;
  /** Value at `tooNear`, from 0 to 1; straight from there to 1. @default 0.5 where `tooNear` is 1 by default, else 0 */
  readonly nearValue?: number;
  /**
   * From the first to the second gap, both included, the distance is ideal: 1. `null`: no gap is too far. Needed for shares
   * of the ladder. @default [2, null], or [2, 4] if `tooFar` or `farValue` is stated
   */
  readonly ideal?: readonly [number, number | null];
  /** At this gap and above it, `farValue`; straight from 1 to there. Counts only below an end of `ideal`. @default 8 levels, or 1, the whole ladder */
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
  /** Present if the gap is counted in places in the chart, and not in levels of the data. */
  readonly by?: "depth";
  /** Mentee's level minus mentor's: how many levels, or places in the chart, the mentee stands above. */
  readonly levelGap?: number;
  /** Levels, or places, from one end of the ladder to the other; present if the curve measures in shares of it. */
  readonly ladder?: number;
}

/**
 * How well the distance in seniority suits reverse mentoring.
 *
 * The level gap is the mentee's level minus the mentor's. 0: below one level; so is every pair whose mentor is the senior.
 * 0.5: one level. 1: two levels and more, with no upper end, since a graduate with an executive is what reverse mentoring is
 * for. `curve` moves the corners: 0 below `tooNear`, straight from `nearValue` there to 1 in the `ideal` band, and, where
 * the band has an upper end, straight down to `farValue` at `tooFar`.
 *
 * Levels are numbers, names on `context.levels`, or, if no profile of the pool states one, depth in `context.chart`.
 * If the level of one of the two is unknown, there is no information, and by default the other criteria share the
 * weight.
 *
 * Errors: `NUMBER_RANGE` unless tooNear < ideal[0] <= ideal[1] < tooFar, `FIELD_MISSING` for shares of the ladder without
 * `ideal`, and those of levels.
 * @default weight 2, missing "skip"
 */
export function hierarchy(options: HierarchyOptions = {}): CriterionOf<HierarchyFacts> {
  return asPublic("hierarchy", () => {
    const settings = settle({ maker: "hierarchy", name: "hierarchy", weight: 2, missing: "skip" }, options, ["curve"]);
    const pointsAt = hierarchyCurve(options.curve);
    const isOfLadder = options.curve?.unit === "ladder";
    const prepare = (pool: ScorePool): PreparedCriterionOf<HierarchyFacts> =>
      prepareHierarchy(pool, pointsAt, isOfLadder);
    return {
      ...settings,
      ...(isOfLadder ? { poolRelative: true } : { dependsOn: "pair" }),
      prepare,
      value: pairValue(prepare),
    };
  });
}

/** The curve as a function from the gap, in its unit, to micro-points. */
export function hierarchyCurve(curve: HierarchyCurve = {}): (levelGap: number) => number {
  return asPublic("hierarchyCurve", () => {
    const { tooNear, nearValue, ideal, tooFar, farValue } = cornersOf(curve);
    const [from, to] = ideal;
    const near = toMicroPoints(nearValue);
    const far = toMicroPoints(farValue);
    return (gap) => {
      if (gap < tooNear) return 0;
      if (to === null || gap <= to) return linePoints(gap, [tooNear, near], [from, FULL_SCORE]);
      return linePoints(gap, [to, FULL_SCORE], [tooFar, far]);
    };
  });
}

/** All corners, with the defaults of their unit. */
function cornersOf(curve: HierarchyCurve): Required<Omit<HierarchyCurve, "unit">> {
  checkKeys(curve, ["unit", "tooNear", "nearValue", "ideal", "tooFar", "farValue"]);
  const { unit = "levels", farValue = 0.25 } = curve;
  if (!["levels", "ladder"].includes(unit))
    throw problem("VALUE_UNKNOWN", "/curve/unit", 'expected "levels" or "ladder".');
  const isOfLadder = unit === "ladder";
  if (isOfLadder && curve.ideal === undefined) {
    throw problem("FIELD_MISSING", "/curve/ideal", "expected the ideal band as shares of the ladder.");
  }
  const isBounded = curve.tooFar !== undefined || curve.farValue !== undefined;
  const { ideal = [2, isBounded ? 4 : null] as const, tooFar = isOfLadder ? 1 : 8 } = curve;
  const isFromZero = isOfLadder || ideal[0] <= 1;
  const { tooNear = isFromZero ? 0 : 1 } = curve;
  const { nearValue = isFromZero || curve.tooNear !== undefined ? 0 : 0.5 } = curve;
  checkCorners(tooNear, ideal, tooFar);
  checkNumber(nearValue, "/curve/nearValue", 0, 1);
  checkNumber(farValue, "/curve/farValue", 0, 1);
  return { tooNear, nearValue, ideal, tooFar, farValue };
}

function checkCorners(tooNear: number, [from, to]: readonly [number, number | null], tooFar: number): void {
  const isOrdered = tooNear < from && (to === null || (from <= to && to < tooFar));
  if (isOrdered && Number.isFinite(tooNear) && Number.isFinite(from) && Number.isFinite(tooFar)) return;
  throw problem("NUMBER_RANGE", "/curve", "expected tooNear < ideal[0] <= ideal[1] < tooFar, all of them finite.");
}

function prepareHierarchy(
  pool: ScorePool,
  pointsAt: (gap: number) => number,
  isOfLadder: boolean,
): PreparedCriterionOf<HierarchyFacts> {
  const context = settleSeniority(pool);
  const mentorLevel = levelsOf(pool.mentors, context, "/mentors");
  const menteeLevel = levelsOf(pool.mentees, context, "/mentees");
  const ladder = isOfLadder ? ladderOf(context, [mentorLevel, menteeLevel]) : 1;
  const by = context.seniority === "depth" ? ({ by: "depth" } as const) : {};
  return {
    points: (mentee, mentor) => {
      const gap = menteeLevel[mentee]! - mentorLevel[mentor]!;
      return Number.isNaN(gap) ? NO_INFORMATION : pointsAt(gap / ladder);
    },
    facts: (mentee, mentor) => {
      const levelGap = menteeLevel[mentee]! - mentorLevel[mentor]!;
      const silent = silentSide(!Number.isNaN(menteeLevel[mentee]), !Number.isNaN(mentorLevel[mentor]));
      if (silent !== undefined) return { kind: "hierarchy", ...by, missing: silent };
      return { kind: "hierarchy", ...by, levelGap, ...(isOfLadder ? { ladder } : {}) };
    },
  };
}

/** Levels from the lowest to the highest, at least 1. */
function ladderOf({ seniority, levels, chart }: ScoreContext, known: readonly Float64Array[]): number {
  if (seniority === "depth") return chart === undefined ? 1 : Math.max(1, longest(chart.depthOf));
  if (levels !== undefined) return Math.max(1, levels.length - 1);
  let [lowest, highest] = [Infinity, -Infinity];
  for (const list of known) {
    for (const level of list) {
      if (level < lowest) lowest = level;
      if (level > highest) highest = level;
    }
  }
  return highest > lowest ? highest - lowest : 1;
}

function longest(depths: Int32Array): number {
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}

export const hierarchyEntry = /* @__PURE__ */ criterionEntry({
  name: "hierarchy",
  title: { en: "levels", tr: "kademe" },
  facts: "hierarchy",
  options: (z) => ({
    curve: z
      .strictObject({
        unit: z.enum(["levels", "ladder"]).exactOptional(),
        tooNear: z.number().exactOptional(),
        nearValue: z.number().exactOptional(),
        ideal: z.tuple([z.number(), z.number().nullable()]).exactOptional(),
        tooFar: z.number().exactOptional(),
        farValue: z.number().exactOptional(),
      })
      .exactOptional(),
  }),
  make: hierarchy,
  lacking: { en: "level is", tr: "kademesi" },
  sentences: {
    en: ({ levelGap = 0, by, ladder }: HierarchyFacts) => {
      if (levelGap === 0)
        return `The two stand at the same level${by === "depth" ? " of the organisation chart" : ""}.`;
      const far = counted(
        Math.abs(levelGap),
        by === "depth" ? "step of the chart" : "level",
        by === "depth" ? "steps of the chart" : undefined,
      );
      const span = ladder === undefined ? "" : ` (of ${figureText(ladder).en})`;
      return `The mentee stands ${far}${span} ${levelGap > 0 ? "above" : "below"} the mentor.`;
    },
    tr: ({ levelGap = 0, by, ladder }) => {
      if (levelGap === 0)
        return by === "depth" ? "İkisi organizasyon şemasında aynı basamakta." : "İkisi aynı kademede.";
      const far = `${figureText(Math.abs(levelGap)).tr} ${by === "depth" ? "basamak" : "kademe"}`;
      const span = ladder === undefined ? "" : ` (toplam ${figureText(ladder).tr})`;
      return `Mentee, ${by === "depth" ? "organizasyon şemasında " : ""}mentordan ${far}${span} ${levelGap > 0 ? "üstte" : "altta"}.`;
    },
  },
});
