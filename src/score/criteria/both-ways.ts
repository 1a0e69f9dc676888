import { asPublic } from "../../base/public.ts";
import { problem } from "../../base/error.ts";
import type { Sentence } from "../../base/sentence.ts";
import { criterionEntry } from "../criterion-entry.ts";
import type { CriterionOf, FactsOfPair, MissingPolicy, PreparedCriterionOf, ScorePool } from "../criterion-of.ts";
import { NO_INFORMATION } from "../criterion-of.ts";
import { roundedRatio, toMicroPoints } from "../micro-points.ts";
import { scaleFigures } from "../scale.ts";
import { turned } from "../roles-changed.ts";
import { type CriterionOptions, pairValue, settle } from "../settings.ts";
import { availability } from "./availability.ts";
import { goals } from "./goals.ts";
import { hierarchy } from "./hierarchy.ts";
import { language } from "./language.ts";
import { topics } from "./topics.ts";

/** What the two directions together are worth. */
export type BothWaysRule = "lower" | "mean";

export interface BothWaysFacts {
  readonly kind: "bothWays";
  readonly missing?: "pair";
  /** Micro-points with the mentor as mentor; `null` if nothing is known. */
  readonly there: number | null;
  /** Micro-points with the roles changed. */
  readonly back: number | null;
  readonly how: BothWaysRule;
}

/** Criteria by name, as a configuration gives them. */
const MAKERS = { topics, goals, availability, hierarchy, language } as const;
const NAMES = ["topics", "goals", "availability", "hierarchy", "language"] as const;

/**
 * A criterion in both directions, for programmes in which the two teach each other: as it is, and with the roles changed, where
 * the mentee offers `teachesInReturn` and the mentor wishes for `learnsInReturn`.
 *
 * `lower`: the lower of the two values, so that 1 needs both. `mean`: their mean, halves of a micro-point up. A direction of which
 * nothing is known counts as the criterion's policy says; if that leaves it out, or nothing is known of either, the other
 * decides, or there is no information.
 *
 * @param criterion One of this library or your own, or the name of `topics`, `goals`, `availability`, `hierarchy` or `language`
 * @default how "lower"; name "bothWays", weight and policy of the criterion
 * @example
 * bothWays(topics(), "lower");
 */
export function bothWays(
  criterion: CriterionOf<FactsOfPair> | (typeof NAMES)[number],
  how: BothWaysRule = "lower",
  options: CriterionOptions = {},
): CriterionOf<BothWaysFacts> {
  return asPublic("bothWays", () => {
    const known = NAMES.find((name) => name === criterion);
    const inner: unknown = known === undefined ? criterion : MAKERS[known]();
    if (!isCriterion(inner)) throw problem("FIELD_TYPE", "/criterion", "expected a criterion, such as topics().");
    // callers without types may pass anything
    if (!["lower", "mean"].includes(how)) throw problem("VALUE_UNKNOWN", "/how", 'expected "lower" or "mean".');
    const { weight, missing } = inner;
    const settings = settle({ maker: "bothWays", name: "bothWays", weight, missing }, options, []);
    const prepare = (pool: ScorePool, path?: string): PreparedCriterionOf<BothWaysFacts> =>
      prepareBoth(inner.prepare(pool, path), inner.prepare(turned(pool), path), inner.missing, how);
    return {
      ...settings,
      ...(inner.dependsOn === undefined ? {} : { dependsOn: inner.dependsOn }),
      ...(inner.poolRelative === undefined ? {} : { poolRelative: inner.poolRelative }),
      // a manifest cannot hold the criterion itself
      ...(known === undefined ? { own: true } : {}),
      settings: { of: known ?? inner.name, how },
      prepare,
      value: pairValue(prepare),
    };
  });
}

function isCriterion(given: unknown): given is CriterionOf<FactsOfPair> {
  return typeof given === "object" && given !== null && "prepare" in given && "missing" in given && "weight" in given;
}

function prepareBoth(
  there: PreparedCriterionOf<FactsOfPair>,
  back: PreparedCriterionOf<FactsOfPair>,
  missing: MissingPolicy,
  how: BothWaysRule,
): PreparedCriterionOf<BothWaysFacts> {
  const whenMissing = missing === "skip" ? NO_INFORMATION : toMicroPoints(missing === "zero" ? 0 : missing);
  const settled = (points: number): number => (points === NO_INFORMATION ? whenMissing : points);
  const points = (mentee: number, mentor: number): number => {
    const [one, other] = [there.points(mentee, mentor), back.points(mentor, mentee)];
    if (one === NO_INFORMATION && other === NO_INFORMATION) return NO_INFORMATION;
    const [a, b] = [settled(one), settled(other)];
    if (a === NO_INFORMATION) return b;
    if (b === NO_INFORMATION) return a;
    return how === "lower" ? Math.min(a, b) : roundedRatio(a + b, 2);
  };
  const known = (value: number): number | null => (value === NO_INFORMATION ? null : value);
  return {
    ...(there.unused === true && back.unused === true ? { unused: true } : {}),
    points,
    facts: (mentee, mentor) => ({
      kind: "bothWays",
      ...(points(mentee, mentor) === NO_INFORMATION ? { missing: "pair" } : {}),
      there: known(there.points(mentee, mentor)),
      back: known(back.points(mentor, mentee)),
      how,
    }),
  };
}

/** The two directions on the scale from 0 to 100. */
function told({ there, back }: BothWaysFacts, language: keyof Sentence): readonly [there: string, back: string] {
  const [one, other] = scaleFigures([there ?? 0, back ?? 0]);
  const unknown = { en: "not known", tr: "bilinmiyor" }[language];
  return [there === null ? unknown : (one?.[language] ?? ""), back === null ? unknown : (other?.[language] ?? "")];
}

export const bothWaysEntry = /* @__PURE__ */ criterionEntry({
  name: "bothWays",
  title: { en: "both ways", tr: "iki yönlü uyum" },
  facts: "bothWays",
  options: (z) => ({ of: z.enum(NAMES), how: z.enum(["lower", "mean"]).exactOptional() }),
  make: ({ of, how, ...rest }) => bothWays(of, how, rest),
  lacking: { en: "data for either direction are", tr: "iki yön için gereken verileri" },
  sentences: {
    en: (facts: BothWaysFacts) => {
      const [there, back] = told(facts, "en");
      const which = facts.how === "lower" ? "the lower" : "the mean";
      return `As mentor and mentee ${there}, with the roles changed ${back}, of 100; ${which} of the two counts.`;
    },
    tr: (facts) => {
      const [there, back] = told(facts, "tr");
      const which = facts.how === "lower" ? "düşük olanı" : "ortalaması";
      return `100 üzerinden mentor ve mentee olarak ${there}, roller değişince ${back}; ikisinin ${which} geçerli.`;
    },
  },
});
