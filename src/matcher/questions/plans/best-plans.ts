import { at } from "../../../base/at.ts";
import { compareByIds } from "../../../base/text.ts";
import type { Sentence, Totals } from "../../../explain/result.ts";
import type { Pool } from "../../../plan/pool.ts";
import type { Choice } from "../../choice.ts";
import { type Comparison, compareResults, type PlanFigures } from "../../compare/compare.ts";
import type { PricedObjective, PricedPlan } from "../../priced-plan.ts";
import { differenceText, planPair } from "../words.ts";
import { rankChoices } from "./ranking.ts";
import { rankUnderQuotas } from "./ranking-under-quotas.ts";

/** One of the best whole plans. */
export interface RankedPlan extends PlanFigures, Sentence {
  /** From the best plan to this one. */
  readonly comparison: Comparison;
}

/**
 * The `count` best plans, the best first, or all if there are fewer; `rankChoices` and `rankUnderQuotas` tell what they cost.
 */
export function bestPlans(plan: PricedPlan, count: number): readonly RankedPlan[] {
  const choices = plan.kind === "network" ? rankChoices(plan, count) : rankUnderQuotas(plan, count);
  const all = choices.map((choice) => figuresOf(plan.pool, choice));
  return all.map((figures) => rankedPlan(plan.objective, all[0] ?? figures, figures));
}

function figuresOf(pool: Pool, { rowOf, columnOf, edgeOf, worth }: Choice): PlanFigures {
  const pairs = Array.from(rowOf, (row, pair) => planPair(pool, row, at(columnOf, pair), at(edgeOf, pair))).sort(
    compareByIds,
  );
  const totals: PlanFigures["totals"] = {
    pairs: pairs.length,
    placedMentors: new Set(columnOf).size,
    placedMentees: new Set(rowOf).size,
    score: worth.total,
  };
  return { pairs, totals };
}

function rankedPlan(objective: PricedObjective, first: PlanFigures, figures: PlanFigures): RankedPlan {
  const comparison = compareResults(first, figures);
  const people = objective === "score" ? 0 : placed(figures.totals) - placed(first.totals);
  const score = figures.totals.score - first.totals.score;
  return { ...figures, comparison, ...textOf(figures === first, people, score) };
}

function placed({ placedMentors, placedMentees }: Pick<Totals, "placedMentors" | "placedMentees">): number {
  return placedMentors + placedMentees;
}

function textOf(isFirst: boolean, people: number, score: number): Sentence {
  if (isFirst) return { en: "The plan itself.", tr: "Planın kendisi." };
  if (people === 0 && score === 0) return { en: "As good as the plan.", tr: "Plan kadar iyi." };
  const { en, tr } = differenceText(people, score);
  return { en: `Compared with the plan: ${en}.`, tr: `Plana göre ${tr}.` };
}
