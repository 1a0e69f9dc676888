import { asPublic } from "../../base/public.ts";
import { compareByIds, compareText } from "../../base/text.ts";
import type { InfeasibleResult, Pair, Totals } from "../../explain/result.ts";
import { checkPlans } from "./check-plans.ts";

/** What a comparison reads of a plan; every `MatchedResult` has it. */
export interface PlanFigures {
  /** By mentee id, then mentor id. */
  readonly pairs: readonly PlanPair[];
  readonly totals: Pick<Totals, "pairs" | "placedMentors" | "placedMentees" | "score">;
}

export type PlanPair = Pick<Pair, "mentorId" | "menteeId" | "score">;

/** Two plans side by side. */
export interface Comparison {
  /** In both, by mentee id, then mentor id. */
  readonly kept: readonly ComparedPair[];
  /** Only in the first. */
  readonly lost: readonly ComparedPair[];
  /** Only in the second. */
  readonly gained: readonly ComparedPair[];
  /** Everybody whose partners or scores differ: mentees by id, then mentors by id. */
  readonly people: readonly ChangedPerson[];
  /** Which of the two are infeasible, and count as plans without pairs; absent if neither is. */
  readonly infeasible?: readonly ("first" | "second")[];
  /** Second minus first. */
  readonly difference: {
    readonly pairs: number;
    readonly placedMentors: number;
    readonly placedMentees: number;
    /** Micro-points. */
    readonly score: number;
  };
}

export interface ComparedPair {
  readonly mentorId: string;
  readonly menteeId: string;
  /** Micro-points in the first plan and in the second; `null` where the pair is not in it. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface ChangedPerson {
  readonly id: string;
  readonly side: "mentor" | "mentee";
  /**
   * `gained`: has partners, and had none; `lost`: had some, and has none; `moved`: has other partners; `kept`: has the
   * same ones, with other scores.
   */
  readonly change: "gained" | "lost" | "moved" | "kept";
  /** Partners by id, ascending. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Micro-points of the person's pairs, second minus first: above 0 for those who gain, below 0 for those who lose. */
  readonly score: number;
}

/**
 * What differs between two results, of one programme or of two, by the same options or by others. The first ⊖ `lost` ⊕
 * `gained` is the second. By other criteria or weights the scores of a kept pair may differ; they stand side by side.
 *
 * @throws TersineError FIELD_TYPE, LIST_EXPECTED, ID_TYPE, NUMBER_NOT_FINITE for anything else than plans
 *
 * @example
 * const strict = matchPairs(input, { rules: [noReportingLine(), minimumScore(0.5)] });
 * compareResults(matchPairs(input), strict).lost; // the pairs that the minimum score costs, and those that follow
 */
export function compareResults(
  first: PlanFigures | InfeasibleResult,
  second: PlanFigures | InfeasibleResult,
): Comparison {
  return asPublic("compareResults", () => {
    checkPlans(first, second);
    const infeasible = [
      ...(isInfeasible(first) ? (["first"] as const) : []),
      ...(isInfeasible(second) ? (["second"] as const) : []),
    ];
    const comparison = comparePlans(isInfeasible(first) ? NO_PLAN : first, isInfeasible(second) ? NO_PLAN : second);
    return infeasible.length === 0 ? comparison : { ...comparison, infeasible };
  });
}

const NO_PLAN: PlanFigures = { pairs: [], totals: { pairs: 0, placedMentors: 0, placedMentees: 0, score: 0 } };

function isInfeasible(result: PlanFigures | InfeasibleResult): result is InfeasibleResult {
  return !("pairs" in result);
}

function comparePlans(before: PlanFigures, after: PlanFigures): Comparison {
  const first = byPair(before);
  const second = byPair(after);
  const all = [...new Map([...first, ...second]).values()].sort(compareByIds);
  const pairs = all.map(({ mentorId, menteeId }): ComparedPair => {
    const key = keyOf(mentorId, menteeId);
    return { mentorId, menteeId, before: first.get(key)?.score ?? null, after: second.get(key)?.score ?? null };
  });
  return {
    kept: pairs.filter((pair) => pair.before !== null && pair.after !== null),
    lost: pairs.filter((pair) => pair.after === null),
    gained: pairs.filter((pair) => pair.before === null),
    people: [...changedPeople(pairs, "mentee"), ...changedPeople(pairs, "mentor")],
    difference: {
      pairs: after.totals.pairs - before.totals.pairs,
      placedMentors: after.totals.placedMentors - before.totals.placedMentors,
      placedMentees: after.totals.placedMentees - before.totals.placedMentees,
      score: after.totals.score - before.totals.score,
    },
  };
}

/** The partners come in the same order on both sides, so that equal lists are equal item by item. */
function changeOf(before: readonly string[], after: readonly string[]): ChangedPerson["change"] {
  if (before.length === 0) return "gained";
  if (after.length === 0) return "lost";
  const isKept = before.length === after.length && before.every((id, place) => id === after[place]);
  return isKept ? "kept" : "moved";
}

function keyOf(mentorId: string, menteeId: string): string {
  // the length tells where the first id ends
  return `${menteeId.length} ${menteeId}${mentorId}`;
}

function byPair({ pairs }: PlanFigures): ReadonlyMap<string, PlanPair> {
  return new Map(pairs.map((pair) => [keyOf(pair.mentorId, pair.menteeId), pair]));
}

function changedPeople(pairs: readonly ComparedPair[], side: "mentor" | "mentee"): readonly ChangedPerson[] {
  const [own, other] = side === "mentor" ? (["mentorId", "menteeId"] as const) : (["menteeId", "mentorId"] as const);
  const people = new Map<string, { before: string[]; after: string[]; score: number; isChanged: boolean }>();
  for (const pair of pairs) {
    const person = people.get(pair[own]) ?? { before: [], after: [], score: 0, isChanged: false };
    people.set(pair[own], person);
    if (pair.before !== null) person.before.push(pair[other]);
    if (pair.after !== null) person.after.push(pair[other]);
    person.score += (pair.after ?? 0) - (pair.before ?? 0);
    if (pair.before !== pair.after) person.isChanged = true;
  }
  return [...people]
    .filter(([, { isChanged }]) => isChanged)
    .map(([id, { before, after, score }]) => ({
      id,
      side,
      change: changeOf(before, after),
      before: before.sort(compareText),
      after: after.sort(compareText),
      score,
    }))
    .sort((a, b) => compareText(a.id, b.id));
}
