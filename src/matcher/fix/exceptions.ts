import { at } from "../../base/at.ts";
import { otherSide, peopleOf, type SidedPerson } from "../people.ts";
import { withCandidates, withPair } from "../variant/candidates.ts";
import { isUnderQuotas } from "../variant/rescored.ts";
import type { PlanToFix, Try } from "./tries.ts";

/**
 * One waivable rule that makes an exception for one pair, which it alone refuses; pairs with the highest score first. With
 * prices, a pair whose score lies below the two prices is in no best plan, and one that costs more than it brings places
 * nobody: these are not tried.
 */
export function onePairException(plan: PlanToFix, person: SidedPerson): readonly Try[] {
  const { graph, options, program, score } = plan.pool;
  const others = peopleOf(program, otherSide(person.side));
  const tries = [...others.keys()].flatMap((other): readonly { readonly points: number; readonly made: Try }[] => {
    if (at(others, other).capacity === 0) return [];
    const [row, column] = person.side === "mentee" ? [person.index, other] : [other, person.index];
    const [rule, second] = graph.rulesAgainst(row, column);
    if (rule === undefined || second !== undefined || rule.waivable === false) return [];
    const place = graph.rules.indexOf(rule) - options.standingRules;
    const points = score.scoreOf(row, column);
    if (place < 0 || !mayBeBest(plan, row, column, points)) return [];
    if (plan.entry !== undefined && plan.entry.costOver(other, points) > 0) return [];
    const except = { mentorId: at(program.mentors, column).id, menteeId: at(program.mentees, row).id };
    const change = [{ step: "rule", rule: rule.name, place, except }] as const;
    const makePool = () => withCandidates(plan.pool, withPair(graph, row, column, points));
    return [{ points, made: { kind: "oneRule", change, makePool } }];
  });
  return tries.sort((a, b) => b.points - a.points).map(({ made }) => made);
}

/** Whether a plan with a new candidate pair may be at least as good: it adds at most the pair's score less the two prices. */
function mayBeBest({ pool, priced }: PlanToFix, row: number, column: number, points: number): boolean {
  if (priced === undefined || isUnderQuotas(pool)) return true;
  const { rowPrice, columnPrice } = priced.answer.proof;
  return points >= at(rowPrice, row) + at(columnPrice, column);
}
