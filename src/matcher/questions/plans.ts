import { problem as fault } from "../../base/error.ts";
import type { Text, Totals } from "../../explain/result.ts";
import { type Comparison, compareResults, type PlanFigures } from "../compare/compare.ts";
import { differenceText, type Network, planPair } from "./network.ts";
import { rankChoices } from "./plan-cells.ts";
import type { Pool } from "../../plan/pool.ts";
import { rankUnderQuotas } from "./quota-cells.ts";
import type { ProvedPlan, QuotaNetwork } from "./quota-plan.ts";

/** One of the best whole plans. */
export interface RankedPlan extends PlanFigures, Text {
  /** From the best plan to this one. */
  readonly comparison: Comparison;
}

/**
 * The `count` best plans, the best first, or all if there are fewer; `rankChoices` and `rankUnderQuotas` tell what they cost.
 */
export function plansOf(network: Network | QuotaNetwork, count: number): readonly RankedPlan[] {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw fault("NUMBER_RANGE", "/count", "expected a whole number of at least 1.");
  }
  const choices =
    "bounded" in network
      ? rankUnderQuotas(network, count)
      : rankChoices(network, count).map(({ people, total, ...pairs }) => ({ ...pairs, worth: { people, total } }));
  const all = choices.map((choice) => figuresOf(network.pool, choice));
  return all.map((figures) => planOf(network.objective, all[0] ?? figures, figures));
}

function figuresOf(pool: Pool, { rowOf, columnOf, edgeOf, worth }: ProvedPlan): PlanFigures {
  const pairs = Array.from(rowOf, (row, pair) => planPair(pool, row, columnOf[pair] ?? 0, edgeOf[pair] ?? 0));
  const totals: PlanFigures["totals"] = {
    pairs: pairs.length,
    placedMentors: new Set(columnOf).size,
    placedMentees: new Set(rowOf).size,
    score: worth.total,
  };
  return { pairs, totals };
}

function planOf(objective: Network["objective"], first: PlanFigures, figures: PlanFigures): RankedPlan {
  const comparison = compareResults(first, figures);
  const people = objective === "score" ? 0 : placed(figures.totals) - placed(first.totals);
  const score = figures.totals.score - first.totals.score;
  return { ...figures, comparison, ...textOf(figures === first, people, score) };
}

function placed({ placedMentors, placedMentees }: Pick<Totals, "placedMentors" | "placedMentees">): number {
  return placedMentors + placedMentees;
}

function textOf(isFirst: boolean, people: number, score: number): Text {
  if (isFirst) return { en: "The plan itself.", tr: "Planın kendisi." };
  if (people === 0 && score === 0) return { en: "As good as the plan.", tr: "Plan kadar iyi." };
  const { en, tr } = differenceText(people, score);
  return { en: `Compared with the plan: ${en}.`, tr: `Plana göre: ${tr}.` };
}
