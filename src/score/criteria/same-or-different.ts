import { asPublic } from "../../base/public.ts";
import { criterionEntry, notKnown } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import type { Sentence } from "../../base/sentence.ts";
import { foldText } from "../../base/text.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

export interface SameOrDifferentOptions extends CriterionOptions {
  readonly want: "same" | "different";
}

export interface SameOrDifferentFacts {
  readonly kind: "sameOrDifferent";
  readonly missing?: MissingSide;
  readonly field: string;
  readonly want: "same" | "different";
  readonly same?: boolean;
}

/**
 * Whether two people agree in one field, or differ in it: 1 if it is as wanted, otherwise 0; there is nothing between.
 *
 * `field` is `department`, `location`, `timeZone`, or the name of a field of `attributes`. Texts are compared folded;
 * numbers and yes-or-no values exactly. A list of values agrees with another if they have one in common. If the field of
 * one of the two is absent or an empty list, there is no information, and by default the other criteria share the weight.
 *
 * Errors: `VALUE_UNKNOWN` for another `want`; when compiled, `VALUE_TYPE` for a value that is neither text, number,
 * yes-or-no nor a list of them.
 *
 * @example
 * sameOrDifferent("department", { want: "different" });
 * @default name "different department", weight 1, missing "skip"
 */
export function sameOrDifferent(field: string, options: SameOrDifferentOptions): CriterionOf<SameOrDifferentFacts> {
  return asPublic("sameOrDifferent", () => {
    const { want } = options;
    const settings = settle(
      { maker: "sameOrDifferent", name: `${want} ${field}`, weight: 1, missing: "skip" },
      options,
      ["want"],
    );
    // callers without types may pass anything
    if (!["same", "different"].includes(want))
      throw problem("VALUE_UNKNOWN", "/want", 'expected "same" or "different".');
    const prepare = (pool: ScorePool): PreparedCriterionOf<SameOrDifferentFacts> => prepareSame(pool, field, want);
    return { ...settings, dependsOn: "pair", settings: { field, want }, prepare, value: pairValue(prepare) };
  });
}

function prepareSame(
  pool: ScorePool,
  field: string,
  want: "same" | "different",
): PreparedCriterionOf<SameOrDifferentFacts> {
  const mentors = pool.mentors.map((profile, index) => readValues(profile, field, `/mentors/${index}`));
  const mentees = pool.mentees.map((profile, index) => readValues(profile, field, `/mentees/${index}`));
  const agree = (mentee: number, mentor: number): boolean => {
    for (const value of mentees[mentee]!) if (mentors[mentor]!.has(value)) return true;
    return false;
  };
  const speak = (mentee: number, mentor: number): boolean => mentors[mentor]!.size > 0 && mentees[mentee]!.size > 0;
  return {
    points: (mentee, mentor) => {
      if (!speak(mentee, mentor)) return NO_INFORMATION;
      return agree(mentee, mentor) === (want === "same") ? FULL_SCORE : 0;
    },
    facts: (mentee, mentor) => {
      const silent = silentSide(mentees[mentee]!.size > 0, mentors[mentor]!.size > 0);
      const same = silent === undefined ? { same: agree(mentee, mentor) } : {};
      return { kind: "sameOrDifferent", ...missingEntry(silent), field, want, ...same };
    },
  };
}

function readValues(profile: MentorProfile | MenteeProfile, field: string, path: string): ReadonlySet<unknown> {
  const value: unknown = fieldValue(profile, field);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = new Set<unknown>();
  for (const item of values) {
    if (item === undefined || item === null) continue;
    if (typeof item === "string") read.add(foldText(item));
    else if (typeof item === "number" || typeof item === "boolean") read.add(item);
    else
      throw problem(
        "VALUE_TYPE",
        path,
        "expected text, a number, yes or no, or a list of them in the field to compare.",
      );
  }
  return read;
}

function fieldValue(profile: MentorProfile | MenteeProfile, field: string): unknown {
  if (field === "department" || field === "location" || field === "timeZone") return profile[field];
  const { attributes = {} } = profile;
  return Object.hasOwn(attributes, field) ? attributes[field] : undefined;
}

/** Fields of a person in words; `theirs` begins a sentence about two people. */
const FIELD_WORDS: ReadonlyMap<string, Sentence & { readonly theirs: string }> = new Map([
  ["department", { en: "department", tr: "departman", theirs: "Departmanları" }],
  ["location", { en: "location", tr: "çalışma yeri", theirs: "Çalışma yerleri" }],
  ["timeZone", { en: "time zone", tr: "saat dilimi", theirs: "Saat dilimleri" }],
]);

/** A field of a person in words; of the caller's attributes only their name is known. */
function fieldWords(field: string): Sentence {
  return FIELD_WORDS.get(field) ?? { en: field, tr: `"${field}"` };
}

export const sameOrDifferentEntry = /* @__PURE__ */ criterionEntry({
  name: "sameOrDifferent",
  title: { en: "same or different", tr: "aynı veya farklı" },
  facts: "sameOrDifferent",
  options: (z) => ({ field: z.string(), want: z.enum(["same", "different"]) }),
  make: ({ field, ...rest }) => sameOrDifferent(field, rest),
  // its name in a manifest says which field, so that there can be several
  optionsOf: ({ name, settings }) => (settings["field"] === undefined ? undefined : { ...settings, name }),
  lacking: (missing, { field }) => {
    const { en, tr } = fieldWords(field);
    return notKnown({ en: `${en} is`, tr: `${tr} bilgisi` })(missing);
  },
  sentences: {
    en: ({ same, field }: SameOrDifferentFacts) => `${same === true ? "Same" : "Different"} ${fieldWords(field).en}.`,
    tr: ({ same, field }) => {
      const about = FIELD_WORDS.get(field)?.theirs ?? `İkisinin "${field}" bilgisi`;
      return `${about} ${same === true ? "aynı" : "farklı"}.`;
    },
  },
});
