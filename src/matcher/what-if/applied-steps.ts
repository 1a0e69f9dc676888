import { TersineError } from "../../base/error.ts";
import type { ChangeStep } from "../../explain/fix.ts";
import { defaultRules } from "../../plan/options.ts";
import type { Pool } from "../../plan/pool.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { exceptFor } from "../../rules/except-for.ts";
import type { Rule } from "../../rules/rule.ts";
import { peopleOf, type Side } from "../people.ts";
import type { Change } from "./change.ts";
import { changedPool } from "./changed-pool.ts";

/** What a programme is refused for that has nothing to do with what somebody states. */
const NOT_OF_DATA = /^(?:ABORTED|INTERNAL|LIMIT_|CRITERION_|RULE_)/u;

/**
 * The pool with every step applied as an organiser would apply it; `undefined` if a rule then refuses a pin, or if the
 * programme cannot hold the data of a step.
 */
export function* appliedPool(pool: Pool, steps: readonly ChangeStep[]): MatchSteps<Pool | undefined> {
  try {
    return (yield* changedPool(pool, changeOf(pool, steps), "trial")).pool;
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    // a value that somebody else states may not go together with what the person states
    const isOfData = steps.some(({ step }) => step === "data") && !NOT_OF_DATA.test(error.code);
    if (error.code === "PAIR_CONFLICT" || isOfData) return undefined;
    throw error;
  }
}

function changeOf({ program, given }: Pool, steps: readonly ChangeStep[]): Change {
  const seats = (side: Side) =>
    steps.flatMap((step) => {
      if (step.step !== "place" || step.side !== side) return [];
      const capacity = peopleOf(program, side).find(({ id }) => id === step.id)?.capacity ?? 0;
      return [{ id: step.id, capacity: capacity + step.places }];
    });
  const topics = steps.flatMap((step) => {
    if (step.step !== "topic") return [];
    const teaches = program.mentors.find(({ id }) => id === step.mentorId)?.teaches ?? [];
    return [{ id: step.mentorId, teaches: [...teaches, step.topic] }];
  });
  const stated = (side: Side) =>
    steps.flatMap((step) =>
      step.step === "data" && step.side === side ? [{ id: step.id, [step.field]: step.value }] : [],
    );
  const exceptions = steps.flatMap((step) => (step.step === "rule" ? [step] : []));
  const exempted = (rule: Rule, position: number): Rule =>
    exceptions.reduce((made, step) => (step.place === position ? exceptFor(made, step.except) : made), rule);
  return {
    mentors: { set: [...seats("mentor"), ...topics, ...stated("mentor")] },
    mentees: { set: [...seats("mentee"), ...stated("mentee")] },
    ...(exceptions.length === 0 ? {} : { options: { rules: (given.rules ?? defaultRules()).map(exempted) } }),
  };
}
