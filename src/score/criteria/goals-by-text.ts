import { asPublic } from "../../base/public.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { compareText, foldText } from "../../base/text.ts";
import type { CriterionOf, MenteeProfile, MentorProfile, ScorePool, PreparedCriterionOf } from "../criterion-of.ts";
import { NO_INFORMATION } from "../criterion-of.ts";
import { GOALS_LACKING, GOALS_SENTENCES, type GoalsFacts } from "./goals.ts";
import { toMicroPoints } from "../micro-points.ts";
import { type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";
import { sharedWeights } from "../shared-weights.ts";
import { termLists, termNumbers } from "../terms.ts";

export interface GoalsByTextOptions extends CriterionOptions {
  /**
   * Gives the stem of a folded term, so that inflected forms meet; the empty text drops the term, as for stop words.
   * @default every term is its own stem
   */
  readonly stem?: (term: string) => string;
}

/**
 * How much the words of two people's goals have in common, for goals written freely.
 *
 * The cosine of the two sets of terms: terms that both use, divided by the square root of the product of the numbers of
 * terms of each. 1: the same terms. 0.5: of four terms each, two are shared. 0: none is. Symmetric; order and repetition
 * do not matter. A term is a run of letters, digits and their marks in the folded text, after `stem`; nothing is
 * translated, and no meaning is guessed.
 *
 * Someone whose goals hold no term gives no information, and by default the other criteria share the weight.
 * @default name "goals", weight 2, missing "skip"
 */
export function goalsByText(options: GoalsByTextOptions = {}): CriterionOf<GoalsFacts> {
  return asPublic("goalsByText", () => {
    const settings = settle({ maker: "goalsByText", name: "goals", weight: 2, missing: "skip" }, options, ["stem"]);
    const { stem = (term: string) => term } = options;
    const prepare = (pool: ScorePool): PreparedCriterionOf<GoalsFacts> => prepareTexts(pool, stem);
    return {
      ...settings,
      dependsOn: "pair",
      settings: { ...settings.settings, measure: "text" },
      prepare,
      value: pairValue(prepare),
    };
  });
}

const TERM = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The distinct stems of a text, in order of appearance. */
export function termsOf(texts: readonly string[], stem: (term: string) => string): string[] {
  const stems = texts.flatMap((text) => foldText(text).match(TERM) ?? []).map(stem);
  return [...new Set(stems)].filter((term) => term !== "");
}

function prepareTexts(pool: ScorePool, stem: (term: string) => string): PreparedCriterionOf<GoalsFacts> {
  const read = (profile: MentorProfile | MenteeProfile): string[] => termsOf(profile.goals ?? [], stem);
  const mentorTerms = pool.mentors.map(read);
  const menteeTerms = pool.mentees.map(read);
  const numbers = termNumbers();
  const number = (terms: readonly string[]): number[] => terms.map(numbers.numberOf).sort((a, b) => a - b);
  const mentors = termLists(mentorTerms.map(number));
  const mentees = termLists(menteeTerms.map(number));
  const { mentorWeight, menteeWeight, pair, row } = sharedWeights(
    mentees,
    mentors,
    new Float64Array(numbers.count()).fill(1),
  );
  const pointsOf = (ofMentee: number, ofMentor: number, shared: number): number => {
    if (ofMentor === 0 || ofMentee === 0) return NO_INFORMATION;
    return shared === 0 ? 0 : toMicroPoints(shared / Math.sqrt(ofMentor * ofMentee));
  };
  return {
    points: (mentee, mentor) => pointsOf(menteeWeight[mentee]!, mentorWeight[mentor]!, pair(mentee, mentor)),
    pointsRow: (mentee, into) => {
      const shared = row(mentee);
      for (let mentor = 0; mentor < shared.length; mentor += 1) {
        into[mentor] = pointsOf(menteeWeight[mentee]!, mentorWeight[mentor]!, shared[mentor]!);
      }
    },
    facts: (mentee, mentor) => {
      const heard = new Set(mentorTerms[mentor]);
      const silent = silentSide(menteeTerms[mentee]!.length > 0, heard.size > 0);
      const shared = menteeTerms[mentee]!.filter((term) => heard.has(term)).sort(compareText);
      return { kind: "goals", ...missingEntry(silent), by: "text", shared };
    },
  };
}

export const goalsByTextEntry = /* @__PURE__ */ criterionEntry({
  name: "goalsByText",
  title: { en: "goals", tr: "hedefler" },
  facts: "goals",
  options: () => ({}),
  make: goalsByText,
  optionsOf: ({ name, settings: { measure, ...rest } }) => (name === "goals" && measure === "text" ? rest : undefined),
  lacking: GOALS_LACKING,
  sentences: GOALS_SENTENCES,
});
