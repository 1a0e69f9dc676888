import { asPublic } from "../../base/public.ts";
import { counted } from "../../base/figures.ts";
import type { Sentence } from "../../base/sentence.ts";
import { criterionEntry, notKnown } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";
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

export interface GenerationOptions extends CriterionOptions {
  /**
   * What the gap is measured by: years between birth years, years between starts of the career, or places between the
   * bands that `generation` names. Only the chosen field is read: with anything but `birthYear`, no age is used.
   */
  readonly by: "birthYear" | "careerStartYear" | "band";
  /** Names of the bands in order, compared folded; needed for `band`. */
  readonly bands?: readonly string[];
  /** Gap from which the value is 1. @default 20 years, or 2 bands */
  readonly full?: number;
}

export interface GenerationFacts {
  readonly kind: "generation";
  readonly missing?: MissingSide;
  /** Unit of `gap`. */
  readonly by: "birthYear" | "careerStartYear" | "band";
  /** Years or bands between the two, never negative. */
  readonly gap?: number;
}

/**
 * How far two people are apart in generation, in either direction.
 *
 * 0: no gap. 0.5: half of `full`. 1: `full` or more; straight in between. It rewards difference and says nothing about
 * who is the senior: that is `hierarchy`. If the field of one of the two is absent, or its band is not listed, there is
 * no information, and by default the other criteria share the weight.
 *
 * Errors: `FIELD_MISSING` for `band` without `bands`, `NUMBER_RANGE` unless `full` is positive, `VALUE_UNKNOWN` for
 * another `by`.
 * @default weight 1, missing "skip"
 */
export function generation(options: GenerationOptions): CriterionOf<GenerationFacts> {
  return asPublic("generation", () => {
    const settings = settle({ maker: "generation", name: "generation", weight: 1, missing: "skip" }, options, [
      "by",
      "bands",
      "full",
    ]);
    const { by, bands = [], full = by === "band" ? 2 : 20 } = options;
    if (!["birthYear", "careerStartYear", "band"].includes(by)) {
      throw problem("VALUE_UNKNOWN", "/by", 'expected "birthYear", "careerStartYear" or "band".');
    }
    if (by === "band" && bands.length === 0) throw problem("FIELD_MISSING", "/bands", "expected the bands in order.");
    checkNumber(full, "/full", Number.MIN_VALUE, 1_000);
    const placeOf = new Map(bands.map((band, place) => [foldText(band), place]));
    const read = (profile: MentorProfile | MenteeProfile): number => {
      const value = by === "band" ? placeOf.get(foldText(profile.generation ?? "")) : profile[by];
      return value ?? Number.NaN;
    };
    const prepare = (pool: ScorePool): PreparedCriterionOf<GenerationFacts> => prepareGeneration(pool, by, full, read);
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

function prepareGeneration(
  pool: ScorePool,
  by: GenerationOptions["by"],
  full: number,
  read: (profile: MentorProfile | MenteeProfile) => number,
): PreparedCriterionOf<GenerationFacts> {
  const mentorAt = Float64Array.from(pool.mentors, read);
  const menteeAt = Float64Array.from(pool.mentees, read);
  const gapOf = (mentee: number, mentor: number): number => Math.abs(mentorAt[mentor]! - menteeAt[mentee]!);
  return {
    points: (mentee, mentor) => {
      const gap = gapOf(mentee, mentor);
      return Number.isNaN(gap) ? NO_INFORMATION : rampPoints(gap, 0, full);
    },
    facts: (mentee, mentor) => {
      const gap = gapOf(mentee, mentor);
      const silent = silentSide(!Number.isNaN(menteeAt[mentee]), !Number.isNaN(mentorAt[mentor]));
      return { kind: "generation", ...missingEntry(silent), by, ...(Number.isNaN(gap) ? {} : { gap }) };
    },
  };
}

const BIRTH: Sentence = { en: "birth year is", tr: "doğum yılı" };
const CAREER: Sentence = { en: "year of starting work is", tr: "işe başlama yılı" };
const BAND: Sentence = { en: "generation is", tr: "kuşağı" };

/** `gap` counts steps: of two that are two steps apart, one generation lies between them. */
function bandsApart(gap: number): Sentence {
  if (gap === 0) return { en: "The two are of one generation.", tr: "İkisi aynı kuşaktan." };
  if (gap === 1) {
    return {
      en: "Their generations follow each other; none lies between.",
      tr: "Kuşakları art arda; arada kuşak yok.",
    };
  }
  const between = gap - 1;
  return {
    en: `Between their generations ${between === 1 ? "lies" : "lie"} ${between} other${between === 1 ? "" : "s"}.`,
    tr: `Kuşakları arasında ${between} kuşak daha var.`,
  };
}

export const generationEntry = /* @__PURE__ */ criterionEntry({
  name: "generation",
  title: { en: "generations", tr: "kuşak" },
  facts: "generation",
  options: (z) => ({
    by: z.enum(["birthYear", "careerStartYear", "band"]),
    bands: z.array(z.string()).exactOptional(),
    full: z.number().exactOptional(),
  }),
  make: (options) => generation(options),
  lacking: (missing, { by }) => notKnown(by === "careerStartYear" ? CAREER : by === "band" ? BAND : BIRTH)(missing),
  sentences: {
    en: ({ gap = 0, by }: GenerationFacts) => {
      const years = counted(gap, "year");
      if (by === "birthYear")
        return gap === 0 ? "They were born in the same year." : `Their birth years are ${years} apart.`;
      if (by === "careerStartYear" && gap === 0) return "They started work in the same year.";
      return by === "careerStartYear" ? `They started work ${years} apart.` : bandsApart(gap).en;
    },
    tr: ({ gap = 0, by }) => {
      if (by === "birthYear") return gap === 0 ? "Doğum yılları aynı." : `Doğum yılları arasında ${gap} yıl var.`;
      if (by === "careerStartYear" && gap === 0) return "İşe başlama yılları aynı.";
      return by === "careerStartYear" ? `İşe başlama yılları arasında ${gap} yıl var.` : bandsApart(gap).tr;
    },
  },
});
