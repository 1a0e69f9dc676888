import { withProgress } from "../../base/steps.ts";
import type { MatchedResult, Unmatched } from "../../explain/result.ts";
import type { Pool } from "../../plan/pool.ts";
import type { Matching } from "../../plan/solve.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { peopleOf } from "../people.ts";
import { fixFor, planToFix } from "./fix.ts";

/** The result with the smallest change that would place each unmatched person. */
export function* withFixes(pool: Pool, matching: Matching, result: MatchedResult): MatchSteps<MatchedResult> {
  const total = result.unmatched.length;
  const plan = yield* withProgress(planToFix(pool, matching), () => ({ phase: "explaining", done: 0, total }));
  const unmatched: Unmatched[] = [];
  for (const person of result.unmatched) {
    const { side, id } = person;
    const index = peopleOf(pool.program, side).findIndex((each) => each.id === id);
    const done = unmatched.length;
    const steps = fixFor(plan, { side, index });
    unmatched.push({ ...person, fix: yield* withProgress(steps, () => ({ phase: "explaining", done, total })) });
  }
  return { ...result, unmatched };
}
