import { asPublic } from "../../base/public.ts";
import { counted } from "../../base/figures.ts";
import { listed } from "../../base/sentence.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { languageKey } from "../../base/text.ts";
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
import { type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

/** Levels of a language in order; the first counts 1. */
export const LANGUAGE_LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2", "native"] as const;

export type LanguageLevel = (typeof LANGUAGE_LEVELS)[number];

export interface LanguageOptions extends CriterionOptions {
  /** Level at which a talk needs nothing more. @default "B2" */
  readonly enough?: LanguageLevel;
}

export interface LanguageFacts {
  readonly kind: "language";
  readonly missing?: MissingSide;
  /** Shared languages in the mentee's spelling, the best first. */
  readonly shared: readonly string[];
}

/**
 * Whether the two can talk in a language that both speak.
 *
 * Of each shared language the lower of the two levels counts, and of all of them the best: 1 if it is `enough`, 0 if no
 * language is shared, below `enough` in equal steps; with B2 as enough, A1 is 0.25, A2 0.5 and B1 0.75. A language
 * without a level counts as enough. Further languages never lower the value.
 *
 * Someone without languages gives no information, and by default the other criteria share the weight.
 * @default weight 1, missing "skip"
 */
export function language(options: LanguageOptions = {}): CriterionOf<LanguageFacts> {
  return asPublic("language", () => {
    const settings = settle({ maker: "language", name: "language", weight: 1, missing: "skip" }, options, ["enough"]);
    const enough = stepOf(options.enough ?? "B2", "/enough");
    const prepare = (pool: ScorePool): PreparedCriterionOf<LanguageFacts> => prepareLanguage(pool, enough);
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

/** What someone speaks: step of the level and own spelling, by `languageKey`. */
type Spoken = ReadonlyMap<string, { readonly step: number; readonly name: string }>;

function prepareLanguage(pool: ScorePool, enough: number): PreparedCriterionOf<LanguageFacts> {
  const mentors = pool.mentors.map((profile, index) => readLanguages(profile, enough, `/mentors/${index}`));
  const mentees = pool.mentees.map((profile, index) => readLanguages(profile, enough, `/mentees/${index}`));
  return {
    points: (mentee, mentor) => {
      const heard = mentors[mentor]!;
      const spoken = mentees[mentee]!;
      if (heard.size === 0 || spoken.size === 0) return NO_INFORMATION;
      let best = 0;
      for (const [key, { step }] of spoken) best = Math.max(best, Math.min(step, heard.get(key)?.step ?? 0));
      return rampPoints(best, 0, enough);
    },
    facts: (mentee, mentor) => {
      const heard = mentors[mentor]!;
      const shared = [...mentees[mentee]!].flatMap(([key, { step, name }]) => {
        const other = heard.get(key);
        return other === undefined ? [] : [{ name, step: Math.min(step, other.step) }];
      });
      const silent = silentSide(mentees[mentee]!.size > 0, heard.size > 0);
      const names = shared.sort((a, b) => b.step - a.step).map(({ name }) => name);
      return { kind: "language", ...missingEntry(silent), shared: names };
    },
  };
}

function readLanguages(profile: MentorProfile | MenteeProfile, enough: number, path: string): Spoken {
  const spoken = new Map<string, { readonly step: number; readonly name: string }>();
  for (const [place, entry] of (profile.languages ?? []).entries()) {
    const { language: name, level } = typeof entry === "string" ? { language: entry, level: undefined } : entry;
    const step = level === undefined ? enough : stepOf(level, `${path}/languages/${place}/level`);
    const key = languageKey(name);
    const known = spoken.get(key);
    if (known === undefined || known.step < step) spoken.set(key, { step, name });
  }
  return spoken;
}

function stepOf(level: LanguageLevel, path: string): number {
  const step = LANGUAGE_LEVELS.indexOf(level) + 1;
  if (step === 0) throw problem("LEVEL_UNKNOWN", path, `expected one of ${LANGUAGE_LEVELS.join(", ")}.`);
  return step;
}

export const languageEntry = /* @__PURE__ */ criterionEntry({
  name: "language",
  title: { en: "languages", tr: "dil" },
  facts: "language",
  options: (z) => ({ enough: z.enum(LANGUAGE_LEVELS).exactOptional() }),
  make: language,
  lacking: { en: "languages are", tr: "bildiği diller" },
  sentences: {
    en: ({ shared }: LanguageFacts) =>
      shared.length === 0
        ? "They share no language."
        : `${counted(shared.length, "shared language")}${listed(shared)}.`,
    tr: ({ shared }) => (shared.length === 0 ? "Ortak dilleri yok." : `${shared.length} ortak dil${listed(shared)}.`),
  },
});
