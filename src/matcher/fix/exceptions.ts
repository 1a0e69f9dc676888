import type { PersonOfSide } from "../../rules/rule.ts";
import { idOf, type SidedPerson } from "../people.ts";
import { withCandidates, withoutRule } from "../variant/candidates.ts";
import type { PlanToFix, Try } from "./tries.ts";

/** One rule that makes an exception. Only a rule that alone refuses somebody can bring the person a candidate. */
export function oneException({ pool }: PlanToFix, person: SidedPerson): readonly Try[] {
  const { graph, options } = pool;
  const { side, index } = person;
  const { onlyBy } = side === "mentor" ? graph.refusals.mentors : graph.refusals.mentees;
  const id = idOf(pool, person);
  const except: PersonOfSide = side === "mentor" ? { mentorId: id } : { menteeId: id };
  return graph.rules.flatMap(({ name }, rule): readonly Try[] => {
    const place = rule - options.standingRules;
    if (place < 0 || (onlyBy[rule]?.[index] ?? 0) === 0) return [];
    const change = [{ step: "rule", rule: name, place, except }] as const;
    return [{ kind: "oneRule", change, makePool: () => withCandidates(pool, withoutRule(pool, rule, person)) }];
  });
}
