import { asPublic } from "../../base/public.ts";
import { criterionEntry } from "../criterion-entry.ts";
import {
  FULL_SCORE,
  NO_INFORMATION,
  type CriterionOf,
  type MissingSide,
  type PreparedCriterionOf,
  type ScorePool,
} from "../criterion-of.ts";
import { rampPoints } from "../micro-points.ts";
import { type CriterionOptions, missingEntry, pairValue, settle } from "../settings.ts";

export interface ReadinessFacts {
  readonly kind: "readiness";
  readonly missing?: MissingSide;
  /** The mentee's readiness, 1 to 5; absent where it is not known. */
  readonly readiness?: number;
  /** Whether the mentor mentors for the first time. */
  readonly firstTime: boolean;
}

/**
 * Whether a first-time mentor meets a mentee who is ready to learn. With a mentor who has done it before (`firstTime` is
 * false) always 1; with a first-time mentor 0 for a `readiness` of 1, 0.5 for 3, 1 for 5. So in the sum over all pairs the
 * readiest seniors go to first-time mentors, and the hesitant ones to those with experience.
 *
 * If the mentee's readiness is not known, there is no information, and by default the other criteria share the weight.
 * @default weight 1, missing "skip"
 */
export function readiness(options: CriterionOptions = {}): CriterionOf<ReadinessFacts> {
  return asPublic("readiness", () => {
    const settings = settle({ maker: "readiness", name: "readiness", weight: 1, missing: "skip" }, options, []);
    return { ...settings, dependsOn: "pair", prepare: prepareReadiness, value: pairValue(prepareReadiness) };
  });
}

/** The scale of `readiness` in the input. */
const [LEAST, MOST] = [1, 5];

function prepareReadiness({ mentors, mentees }: ScorePool): PreparedCriterionOf<ReadinessFacts> {
  const isFirst = mentors.map(({ firstTime }) => firstTime !== false);
  const ready = mentees.map((mentee) => mentee.readiness);
  const pointsOf = ready.map((degree) => (degree === undefined ? NO_INFORMATION : rampPoints(degree, LEAST, MOST)));
  return {
    unused: ready.every((degree) => degree === undefined),
    points: (mentee, mentor) => {
      const points = pointsOf[mentee]!;
      return isFirst[mentor]! || points === NO_INFORMATION ? points : FULL_SCORE;
    },
    facts: (mentee, mentor) => {
      const degree = ready[mentee];
      return {
        kind: "readiness",
        ...missingEntry(degree === undefined ? "mentee" : undefined),
        ...(degree === undefined ? {} : { readiness: degree }),
        firstTime: isFirst[mentor]!,
      };
    },
  };
}

export const readinessEntry = /* @__PURE__ */ criterionEntry({
  name: "readiness",
  title: { en: "readiness", tr: "öğrenmeye açıklık" },
  facts: "readiness",
  options: () => ({}),
  make: readiness,
  lacking: { en: "readiness is", tr: "öğrenmeye ne kadar açık olduğu" },
  sentences: {
    en: ({ readiness: degree, firstTime }: ReadinessFacts) =>
      firstTime
        ? `The mentor is new to it; the mentee's readiness is ${degree} of ${MOST}.`
        : `The mentor has done it before; the mentee's readiness is ${degree} of ${MOST}.`,
    tr: ({ readiness: degree, firstTime }) =>
      firstTime
        ? `Mentor bunu ilk kez yapıyor; mentee'nin öğrenmeye açıklığı ${degree}/${MOST}.`
        : `Mentorun deneyimi var; mentee'nin öğrenmeye açıklığı ${degree}/${MOST}.`,
  },
});
