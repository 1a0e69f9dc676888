import { problem } from "../base/error.ts";
import { compareText, foldText } from "../base/text.ts";
import type { Criterion, MenteeProfile, MentorProfile, Pool, PreparedCriterion } from "./criterion.ts";
import { FULL_SCORE, NO_INFORMATION } from "./criterion.ts";
import type { GoalsFacts } from "./facts.ts";
import { roundedRatio } from "./micro-points.ts";
import { type CriterionOptions, checkWeight, missingEntry, pairValue, settle, silentSide } from "./settings.ts";
import { holdersOf, type TermLists, termLists, termNumbers } from "./terms.ts";

/** Weights of goals are whole multiples of one part in this many; so 1,000 goals sum exactly. */
const GOAL_PARTS = 1_000;

export interface GoalsOptions extends CriterionOptions {
  /** How much each goal of the programme counts; goals not named here count 1. From 0 to 1,000, at most 3 decimals. */
  readonly weights?: Readonly<Record<string, number>>;
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
export function goals(options: GoalsOptions = {}): Criterion {
  const settings = settle({ name: "goals", weight: 2, missing: "skip" }, options, ["weights"]);
  const weightOf = goalWeights(options.weights ?? {});
  const prepare = (pool: Pool): PreparedCriterion => prepareGoals(pool, weightOf);
  return { ...settings, prepare, value: pairValue(prepare) };
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

function prepareGoals(pool: Pool, weightOf: ReadonlyMap<string, number>): PreparedCriterion {
  const numbers = termNumbers();
  const weightOfTerm: number[] = [];
  const read = (profile: MentorProfile | MenteeProfile): number[] => {
    const terms = new Set<number>();
    for (const goal of profile.goals ?? []) {
      const folded = foldText(goal);
      const weight = weightOf.get(folded) ?? GOAL_PARTS;
      if (weight === 0) continue;
      const term = numbers.numberOf(folded);
      weightOfTerm[term] = weight;
      terms.add(term);
    }
    return [...terms].sort((a, b) => a - b);
  };
  const mentors = termLists(pool.mentors.map(read));
  const mentees = termLists(pool.mentees.map(read));
  const shared = sharedWeights(mentors, mentees, Float64Array.from(weightOfTerm));
  const facts = (mentor: number, mentee: number): GoalsFacts => ({
    kind: "goals",
    ...missingEntry(silentSide(isListed(mentors, mentor), isListed(mentees, mentee))),
    by: "id",
    shared: sharedGoals(pool.mentors[mentor]!, pool.mentees[mentee]!, weightOf),
  });
  return { ...jaccard(shared), facts };
}

function isListed({ start }: TermLists, person: number): boolean {
  return start[person] !== start[person + 1];
}

/** Shared goals, each once, in the mentee's spelling that sorts first, so that the order of the entries does not show. */
function sharedGoals(mentor: MentorProfile, mentee: MenteeProfile, weightOf: ReadonlyMap<string, number>): string[] {
  const open = new Set(mentor.goals?.map(foldText));
  const wanted = [...(mentee.goals ?? [])].sort(compareText);
  return wanted.filter((goal) => weightOf.get(foldText(goal)) !== 0 && open.delete(foldText(goal)));
}

/** What two people have in common and each alone, in units of weight. */
export interface SharedWeights {
  readonly mentorWeight: Float64Array;
  readonly menteeWeight: Float64Array;
  readonly pair: (mentor: number, mentee: number) => number;
  /** `pair` of every mentor with one mentee; the array is reused by the next call. */
  readonly row: (mentee: number) => Float64Array;
}

/** Sums the weights of shared terms; `weightOf` is indexed by term. */
export function sharedWeights(mentors: TermLists, mentees: TermLists, weightOf: Float64Array): SharedWeights {
  const holders = holdersOf(mentors, weightOf.length);
  const rowWeight = new Float64Array(mentors.start.length - 1);
  return {
    mentorWeight: ownWeights(mentors, weightOf),
    menteeWeight: ownWeights(mentees, weightOf),
    pair: (mentor, mentee) => {
      const endOfMentor = mentors.start[mentor + 1]!;
      const endOfMentee = mentees.start[mentee + 1]!;
      let sum = 0;
      let a = mentors.start[mentor]!;
      let b = mentees.start[mentee]!;
      while (a < endOfMentor && b < endOfMentee) {
        const difference = mentors.termAt[a]! - mentees.termAt[b]!;
        if (difference === 0) sum += weightOf[mentors.termAt[a]!]!;
        if (difference <= 0) a += 1;
        if (difference >= 0) b += 1;
      }
      return sum;
    },
    row: (mentee) => {
      rowWeight.fill(0);
      for (let entry = mentees.start[mentee]!; entry < mentees.start[mentee + 1]!; entry += 1) {
        const term = mentees.termAt[entry]!;
        for (let at = holders.start[term]!; at < holders.start[term + 1]!; at += 1) {
          rowWeight[holders.personAt[at]!]! += weightOf[term]!;
        }
      }
      return rowWeight;
    },
  };
}

function ownWeights({ start, termAt }: TermLists, weightOf: Float64Array): Float64Array {
  const own = new Float64Array(start.length - 1);
  for (let person = 0; person < own.length; person += 1) {
    for (let entry = start[person]!; entry < start[person + 1]!; entry += 1) own[person]! += weightOf[termAt[entry]!]!;
  }
  return own;
}

/** Shared weight over united weight, as micro-points. */
function jaccard({ mentorWeight, menteeWeight, pair, row }: SharedWeights): Omit<PreparedCriterion, "facts"> {
  const pointsOf = (mentorOwn: number, menteeOwn: number, shared: number): number => {
    if (mentorOwn === 0 || menteeOwn === 0) return NO_INFORMATION;
    return shared === 0 ? 0 : roundedRatio(shared * FULL_SCORE, mentorOwn + menteeOwn - shared);
  };
  return {
    points: (mentor, mentee) => pointsOf(mentorWeight[mentor]!, menteeWeight[mentee]!, pair(mentor, mentee)),
    pointsRow: (mentee, into) => {
      const shared = row(mentee);
      const own = menteeWeight[mentee]!;
      for (let mentor = 0; mentor < shared.length; mentor += 1) {
        into[mentor] = pointsOf(mentorWeight[mentor]!, own, shared[mentor]!);
      }
    },
  };
}
