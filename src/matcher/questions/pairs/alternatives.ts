import { at } from "../../../base/at.ts";
import { compareByIds } from "../../../base/text.ts";
import type { Alternative } from "../../../explain/pair-explanation.ts";
import type { Pin } from "../../../plan/pins.ts";
import { candidatesOf, type SidedPerson } from "../../people.ts";
import type { PricedPlan } from "../../priced-plan.ts";
import { explainAllowed } from "./explain-pair.ts";
import { placementOf, slackOf } from "./forcing-cost.ts";

/**
 * The `count` other partners of a person who cost the plan least, ties by higher score, then id.
 *
 * Candidates are tried in the order of their slack, which is never more than the cost; so most are never tried.
 */
export function alternativesOf(plan: PricedPlan, person: SidedPerson, count: number): readonly Alternative[] {
  const scoreOf = ({ edge }: Pin): number => at(plan.pool.graph.scoreAt, edge);
  const chosen = new Set(plan.best.edgeOf);
  const pairs = candidatesOf(plan.pool, person);
  const placement = placementOf(plan);
  const best = Math.max(0, ...pairs.filter(({ edge }) => chosen.has(edge)).map(scoreOf));
  const open = pairs
    .filter(({ edge }) => !chosen.has(edge))
    .map((pair) => ({ pair, slack: slackOf(plan, pair, scoreOf(pair)) }))
    .sort((a, b) => a.slack - b.slack || scoreOf(b.pair) - scoreOf(a.pair));
  const found: Alternative[] = [];
  const highestCost = (): number => costOf(found[count - 1], placement);
  for (const { pair, slack } of open) {
    if (found.length >= count && slack > highestCost()) break;
    const { status, forcing, ...explained } = explainAllowed(plan, pair);
    if (status !== "possible" || forcing.status !== "possible") continue;
    found.push({ ...explained, status, forcing, scoreGap: best - explained.score });
    found.sort((a, b) => costOf(a, placement) - costOf(b, placement) || b.score - a.score || compareByIds(a, b));
  }
  return found.slice(0, count);
}

/** Micro-points of a cost, each person placed worth `placement`. */
function costOf(alternative: Alternative | undefined, placement: number): number {
  if (alternative === undefined) return Infinity;
  return alternative.forcing.people * placement + alternative.forcing.score;
}
