import { pointer, throwIssues, type TersineIssue } from "../../base/error.ts";
import { describeValue } from "../../model/schema/describe.ts";
import { unknownKey } from "../../model/schema/schema-issues.ts";
import { type PairOfIds, pairListIssues } from "../../rules/ban.ts";
import type { Objective } from "../../plan/match-options.ts";

/** A plan as published: a result, or anything with its pairs. */
export interface PublishedPlan {
  readonly pairs: readonly PairOfIds[];
}

/** What a rematch may change. Without options it is `{ stability: "first" }`. */
export interface RematchOptions {
  /**
   * What keeping one published pair is worth beside the score, in micro-points: a whole number from 0 to 1,000,000,000.
   * `"first"`: more than any score. Under `coverage` the number of people placed comes before both: a published pair is
   * given up where that places more people, never for a score alone. Lock what must stay in any case.
   * @default "first", unless `maximumChanges` is given
   */
  readonly stability?: number | "first";
  /**
   * Instead of `stability`: most published pairs that may be given up, a whole number or `Infinity`; the plan is the best
   * one that gives up no more. Pairs that cannot stay anyway (somebody left, a rule refuses them) do not count. With
   * `Infinity` the plan is as good as a free one.
   */
  readonly maximumChanges?: number;
  /**
   * Published pairs that must stay: `"all"` of those that can, or a list.
   * @default none
   */
  readonly locked?: "all" | readonly PairOfIds[];
}

const NAMES = ["stability", "maximumChanges", "locked"];
const MOST_STABILITY = 1_000_000_000;

/** Refuses what no rematch can be made of; all problems together. Paths of the plan begin with `/previous`. */
export function checkRematch(objective: Objective, previous: unknown, options: unknown): void {
  const issues: TersineIssue[] = [];
  if (objective !== "coverage" && objective !== "score") {
    const message = "expected the objective coverage or score: others cannot weigh pairs that are to stay.";
    issues.push({ code: "OPTION_CONFLICT", path: "/objective", message });
  }
  const pairs: unknown = typeof previous === "object" && previous !== null ? Reflect.get(previous, "pairs") : undefined;
  issues.push(...pairListIssues(pairs, "/previous/pairs"));
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    issues.push({ code: "FIELD_TYPE", path: "", message: `expected an object, got ${describeValue(options)}.` });
    throwIssues(issues);
    return;
  }
  for (const key of Object.keys(options)) {
    if (!NAMES.includes(key)) issues.push({ path: pointer([key]), ...unknownKey(key, NAMES) });
  }
  const { stability, maximumChanges, locked }: { readonly [Name in keyof RematchOptions]?: unknown } = options;
  if (stability !== undefined && stability !== "first" && !isWhole(stability, MOST_STABILITY)) {
    const message = `expected "first" or a whole number from 0 to ${MOST_STABILITY}, got ${describeValue(stability)}.`;
    issues.push({ code: "NUMBER_RANGE", path: "/stability", message });
  }
  if (maximumChanges !== undefined && maximumChanges !== Infinity && !isWhole(maximumChanges, Infinity)) {
    const message = `expected a whole number of at least 0, or Infinity, got ${describeValue(maximumChanges)}.`;
    issues.push({ code: "NUMBER_RANGE", path: "/maximumChanges", message });
  }
  if (stability !== undefined && maximumChanges !== undefined) {
    const message = "expected stability or maximumChanges, got both.";
    issues.push({ code: "OPTION_CONFLICT", path: "/maximumChanges", message });
  }
  if (locked !== undefined && locked !== "all") issues.push(...pairListIssues(locked, "/locked"));
  throwIssues(issues);
}

function isWhole(value: unknown, most: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}
