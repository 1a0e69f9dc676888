import { asPublic } from "../../base/public.ts";
import { counted } from "../../base/figures.ts";
import { listed, type Sentence } from "../../base/sentence.ts";
import { criterionEntry, type FactSentences } from "../criterion-entry.ts";
import { problem } from "../../base/error.ts";
import { mapPeople, type Steps } from "../../base/steps.ts";
import { compareText, foldText } from "../../base/text.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { roundedRatio } from "../micro-points.ts";
import { pausable } from "../pausable.ts";
import { type CriterionOptions, checkWeight, missingEntry, pairValue, settle, silentSide } from "../settings.ts";
import { type SharedWeights, sharedWeights } from "../shared-weights.ts";
import { termLists, termNumbers } from "../terms.ts";

/** Weights of goals are whole multiples of one part in this many; so 1,000 goals sum exactly. */
const GOAL_PARTS = 1_000;

export interface GoalsOptions extends CriterionOptions {
  /** How much each goal of the programme counts; goals not named here count 1. From 0 to 1,000, at most 3 decimals. */
  readonly weights?: Readonly<Record<string, number>>;
}

export interface GoalsFacts {
  readonly kind: "goals";
  readonly missing?: MissingSide;
  /** What the goals are compared by. */
  readonly by: "id" | "text" | "vector";
  /** Shared goals in the mentee's spelling, or for free text the shared terms; empty for vectors. */
  readonly shared: readonly string[];
}

/**
 * How many of their goals two people share.
 *
 * The weight of the goals that both have, divided by the weight of the goals that at least one has (Jaccard's measure,
 * weighted): 1 if both have the same goals, 0.5 if half of all the goals named between them are shared, 0 if none is.
 * Symmetric; order and repetition do not matter, and goals are compared folded. Ticking every goal is no advantage.
 *
 * Someone without goals (or only with goals of weight 0) gives no information, and by default the other criteria share
 * the weight.
 *
 * Errors: `WEIGHT_RANGE` for a bad weight of a goal, `FIELD_CONFLICT` for two spellings of one goal.
 * @default weight 2, missing "skip"
 */
export function goals(options: GoalsOptions = {}): CriterionOf<GoalsFacts> {
  return asPublic("goals", () => {
    const settings = settle({ maker: "goals", name: "goals", weight: 2, missing: "skip" }, options, ["weights"]);
    const weightOf = goalWeights(options.weights ?? {});
    const prepare = pausable((pool) => prepareGoals(pool, weightOf));
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

/** Weights by folded goal, in whole parts. */
function goalWeights(weights: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const weightOf = new Map<string, number>();
  for (const [goal, weight] of Object.entries(weights)) {
    checkWeight(weight, "/weights", GOAL_PARTS);
    const folded = foldText(goal);
    if (weightOf.has(folded)) throw problem("FIELD_CONFLICT", "/weights", "two entries are spellings of one goal.");
    weightOf.set(folded, Math.round(weight * GOAL_PARTS));
  }
  return weightOf;
}

function foldedGoals({ goals = [] }: MentorProfile | MenteeProfile): readonly string[] {
  return goals.map(foldText);
}

function* prepareGoals(pool: ScorePool, weightOf: ReadonlyMap<string, number>): Steps<PreparedCriterionOf<GoalsFacts>> {
  const goalsOf = pool.keep?.(foldedGoals) ?? foldedGoals;
  const numbers = termNumbers();
  const weightOfTerm: number[] = [];
  const read = (profile: MentorProfile | MenteeProfile): number[] => {
    const terms = new Set<number>();
    for (const folded of goalsOf(profile)) {
      const weight = weightOf.get(folded) ?? GOAL_PARTS;
      if (weight === 0) continue;
      const term = numbers.numberOf(folded);
      weightOfTerm[term] = weight;
      terms.add(term);
    }
    return [...terms].sort((a, b) => a - b);
  };
  const mentors = termLists(yield* mapPeople(pool.mentors, read));
  const mentees = termLists(yield* mapPeople(pool.mentees, read));
  const shared = sharedWeights(mentees, mentors, Float64Array.from(weightOfTerm));
  const facts = (mentee: number, mentor: number): GoalsFacts => ({
    kind: "goals",
    ...missingEntry(silentSide(shared.menteeWeight[mentee] !== 0, shared.mentorWeight[mentor] !== 0)),
    by: "id",
    shared: sharedGoals(pool.mentees[mentee]!, pool.mentors[mentor]!, weightOf),
  });
  return { ...jaccard(shared), facts };
}

/** Shared goals, each once, in the mentee's spelling that sorts first, so that the order of the entries does not show. */
function sharedGoals(mentee: MenteeProfile, mentor: MentorProfile, weightOf: ReadonlyMap<string, number>): string[] {
  const open = new Set(mentor.goals?.map(foldText));
  const wanted = [...(mentee.goals ?? [])].sort(compareText);
  return wanted.filter((goal) => weightOf.get(foldText(goal)) !== 0 && open.delete(foldText(goal)));
}

/** Shared weight over united weight, as micro-points. */
function jaccard({
  mentorWeight,
  menteeWeight,
  pair,
  row,
}: SharedWeights): Omit<PreparedCriterionOf<GoalsFacts>, "facts"> {
  const pointsOf = (menteeOwn: number, mentorOwn: number, shared: number): number => {
    if (mentorOwn === 0 || menteeOwn === 0) return NO_INFORMATION;
    return shared === 0 ? 0 : roundedRatio(shared * FULL_SCORE, mentorOwn + menteeOwn - shared);
  };
  return {
    points: (mentee, mentor) => pointsOf(menteeWeight[mentee]!, mentorWeight[mentor]!, pair(mentee, mentor)),
    pointsRow: (mentee, into) => {
      const shared = row(mentee);
      const own = menteeWeight[mentee]!;
      for (let mentor = 0; mentor < shared.length; mentor += 1) {
        into[mentor] = pointsOf(own, mentorWeight[mentor]!, shared[mentor]!);
      }
    },
  };
}

export const GOALS_SENTENCES: FactSentences<GoalsFacts> = {
  en: ({ by, shared }, { value }) => {
    if (by === "vector") return `Their goals are near each other by ${nearness(value)} of 100.`;
    const count = shared.length;
    if (by === "id") return count === 0 ? "They share no goal." : `${counted(count, "shared goal")}${listed(shared)}.`;
    const words = count === 0 ? "they share no word" : `${counted(count, "shared word")}${listed(shared)}`;
    return `The words of their goals are near each other by ${nearness(value)} of 100; ${words}.`;
  },
  tr: ({ by, shared }, { value }) => {
    if (by === "vector") return `Hedeflerinin yakınlığı 100 üzerinden ${nearness(value)}.`;
    const count = shared.length;
    if (by === "id") return count === 0 ? "Ortak hedefleri yok." : `${count} ortak hedef${listed(shared)}.`;
    const words = count === 0 ? "ortak sözcük yok" : `${count} ortak sözcük${listed(shared)}`;
    return `Hedeflerinin sözcükçe yakınlığı 100 üzerinden ${nearness(value)}; ${words}.`;
  },
};

export const GOALS_LACKING: Sentence = { en: "goals are", tr: "hedefleri" };

/** Micro-points on the scale that people read. */
function nearness(value: number | null): number {
  return Math.round((value ?? 0) / (FULL_SCORE / 100));
}

export const goalsEntry = /* @__PURE__ */ criterionEntry({
  name: "goals",
  title: { en: "goals", tr: "hedefler" },
  facts: "goals",
  options: (z) => ({ weights: z.record(z.string(), z.number()).exactOptional() }),
  make: goals,
  optionsOf: ({ name, settings: { measure, ...rest } }) => (name === "goals" && measure !== "text" ? rest : undefined),
  lacking: GOALS_LACKING,
  sentences: GOALS_SENTENCES,
});
