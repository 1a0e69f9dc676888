import { asPublic } from "../../base/public.ts";
import type { Zod } from "../../model/schema/option-forms.ts";
import { counted, figureText } from "../../base/figures.ts";
import type { Sentence } from "../../base/sentence.ts";
import { criterionEntry, notKnown } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { NO_INFORMATION } from "../criterion-of.ts";
import { rampPoints } from "../micro-points.ts";
import { checkNumber, type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

export interface OrgDistanceOptions extends CriterionOptions {
  /** Lines up to which two people are near. */
  readonly near?: number;
  /** Lines from which they are far. */
  readonly far?: number;
}

export interface OrgDistanceFacts {
  readonly kind: "treeDistance" | "commonManager";
  readonly missing?: MissingSide;
  /** `treeDistance`: lines between the two. `commonManager`: levels up to the common manager from the one further away. */
  readonly steps?: number;
}

/**
 * How far apart two people are in the organisation, in solid lines between them. 0: `near` lines or fewer. 1: `far` lines
 * or more. Straight in between; with the defaults 4 lines give 0.5. Two colleagues of one team are 2 lines apart.
 *
 * Without a chart, for people outside it, and for people without a common head there is no information, and by default
 * the other criteria share the weight. Errors: `NUMBER_RANGE` unless 0 <= near < far.
 * @default weight 1, missing "skip", near 2, far 6
 */
export function treeDistance(options: OrgDistanceOptions = {}): CriterionOf<OrgDistanceFacts> {
  return asPublic("treeDistance", () => {
    const settings = settle({ maker: "treeDistance", name: "treeDistance", weight: 1, missing: "skip" }, options, [
      "near",
      "far",
    ]);
    const { near, far } = readBand(options, { near: 2, far: 6 });
    const prepare = (pool: ScorePool): PreparedCriterionOf<OrgDistanceFacts> =>
      prepareSteps("treeDistance", pool, linesBetween(pool), (steps) => rampPoints(steps, near, far));
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

/**
 * How near the lowest common manager of two people is, in levels up from the one further away. 1: `near` levels or fewer,
 * with the defaults people who report to the same manager, or one to the other. 0: `far` levels or more. Straight in
 * between; with the defaults 3 levels give 0.5.
 *
 * Missing data and errors as for `treeDistance`.
 * @default weight 1, missing "skip", near 1, far 5
 */
export function commonManager(options: OrgDistanceOptions = {}): CriterionOf<OrgDistanceFacts> {
  return asPublic("commonManager", () => {
    const settings = settle({ maker: "commonManager", name: "commonManager", weight: 1, missing: "skip" }, options, [
      "near",
      "far",
    ]);
    const { near, far } = readBand(options, { near: 1, far: 5 });
    const prepare = (pool: ScorePool): PreparedCriterionOf<OrgDistanceFacts> =>
      prepareSteps("commonManager", pool, levelsUp(pool), (steps) => rampPoints(steps, far, near));
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

function readBand(options: OrgDistanceOptions, defaults: { near: number; far: number }): { near: number; far: number } {
  const { near = defaults.near, far = defaults.far } = options;
  checkNumber(near, "/near", 0, 1_000_000);
  checkNumber(far, "/far", 0, 1_000_000);
  if (near >= far) throw problem("NUMBER_RANGE", "/far", "expected more lines than `near`.");
  return { near, far };
}

/** Steps between two people of the chart; NaN without a common head. Takes positions in the chart. */
type Steps = (mentee: number, mentor: number) => number;

function linesBetween({ context: { chart } }: ScorePool): Steps {
  return (a, b) => chart?.distance(a, b) ?? Number.NaN;
}

function levelsUp({ context: { chart } }: ScorePool): Steps {
  return (a, b) => {
    const common = chart?.commonManager(a, b);
    if (chart === undefined || common === undefined) return Number.NaN;
    return Math.max(chart.depthOf[a]!, chart.depthOf[b]!) - chart.depthOf[common]!;
  };
}

const OUTSIDE = -1;

function prepareSteps(
  kind: OrgDistanceFacts["kind"],
  pool: ScorePool,
  stepsBetween: Steps,
  pointsAt: (steps: number) => number,
): PreparedCriterionOf<OrgDistanceFacts> {
  const mentors = Int32Array.from(pool.mentors, (profile) => placeInChart(profile, pool));
  const mentees = Int32Array.from(pool.mentees, (profile) => placeInChart(profile, pool));
  const stepsOf = (mentee: number, mentor: number): number => {
    const a = mentees[mentee]!;
    const b = mentors[mentor]!;
    return a === OUTSIDE || b === OUTSIDE ? Number.NaN : stepsBetween(a, b);
  };
  return {
    points: (mentee, mentor) => {
      const steps = stepsOf(mentee, mentor);
      return Number.isNaN(steps) ? NO_INFORMATION : pointsAt(steps);
    },
    facts: (mentee, mentor) => {
      const steps = stepsOf(mentee, mentor);
      if (!Number.isNaN(steps)) return { kind, steps };
      const silent: MissingSide | undefined = silentSide(mentees[mentee] !== OUTSIDE, mentors[mentor] !== OUTSIDE);
      return { kind, ...missingEntry(silent ?? "pair") };
    },
  };
}

function placeInChart({ id }: MentorProfile | MenteeProfile, { context: { chart } }: ScorePool): number {
  const person = id === undefined ? undefined : chart?.indexOf(id);
  return person === undefined || chart?.hasLine[person] !== 1 ? OUTSIDE : person;
}

const distanceFields = (z: Zod) => ({ near: z.number().exactOptional(), far: z.number().exactOptional() });

function outsideChart(missing: MissingSide): Sentence {
  if (missing === "pair") {
    return { en: "No reporting line joins the two.", tr: "Organizasyon şemasında ikisini bağlayan bir hat yok." };
  }
  return notKnown({ en: "place in the chart is", tr: "organizasyon şemasındaki yeri" })(missing);
}

export const treeDistanceEntry = /* @__PURE__ */ criterionEntry({
  name: "treeDistance",
  title: { en: "distance in the organisation", tr: "organizasyon uzaklığı" },
  facts: "treeDistance",
  options: distanceFields,
  make: treeDistance,
  lacking: outsideChart,
  sentences: {
    en: ({ steps = 0 }: OrgDistanceFacts) => `They are ${counted(steps, "reporting step")} apart.`,
    tr: ({ steps = 0 }) => `Organizasyon şemasında aralarında ${figureText(steps).tr} basamak var.`,
  },
});

export const commonManagerEntry = /* @__PURE__ */ criterionEntry({
  name: "commonManager",
  title: { en: "common manager", tr: "ortak yönetici" },
  facts: "commonManager",
  options: distanceFields,
  make: commonManager,
  lacking: outsideChart,
  sentences: {
    en: ({ steps = 0 }: OrgDistanceFacts) => `Their closest common manager is ${counted(steps, "level")} above.`,
    tr: ({ steps = 0 }) => `En yakın ortak yöneticileri ${figureText(steps).tr} kademe yukarıda.`,
  },
});
