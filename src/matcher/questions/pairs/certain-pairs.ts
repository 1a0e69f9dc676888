import { rowsOf } from "../../../plan/pool.ts";
import { at } from "../../../base/at.ts";
import { compareByIds } from "../../../base/text.ts";
import { counted, figureText } from "../../../base/figures.ts";
import type { Sentence } from "../../../explain/result.ts";
import { edgeOf } from "../../../plan/pins.ts";
import type { PoolQuota } from "../../../plan/quotas.ts";
import { optimalEdges } from "../../../solve/sensitivity/optimal-edges.ts";
import { compareWorth } from "../../choice.ts";
import type { PlanPair } from "../../compare/compare.ts";
import type { NetworkPlan, PricedPlan, QuotaPlan } from "../../priced-plan.ts";
import { solverFor, withFurther } from "../further-demands.ts";
import { planPair } from "../words.ts";

/** How much of the plan follows from the data, and how much from the tie rule alone. */
export interface CertainPairs extends Sentence {
  /** Pairs that every optimal plan holds, pins among them; by mentee id, then mentor id. */
  readonly pairs: readonly PlanPair[];
  /** Number of pairs that some optimal plan holds, at least as many. Equal: there is no other optimal plan. */
  readonly possible: number;
}

export function certainPairsOf(plan: PricedPlan): CertainPairs {
  return plan.kind === "network" ? certainInNetwork(plan) : certainUnderQuotas(plan);
}

/** Reads the pairs of all optimal plans off the prices. O(candidate pairs). */
function certainInNetwork({ pool, problem, cut, answer }: NetworkPlan): CertainPairs {
  const { certain, possible } = optimalEdges(cut, answer);
  const pairs = Array.from(certain.rowOf, (row, pair) => [row, at(certain.columnOf, pair)] as const)
    .filter(([row]) => row < problem.rows)
    // a pin's mentee is held by a column of their own
    .map(([row, column]) => [row, pool.pins[column - problem.columns]?.column ?? column] as const)
    .map(([row, column]) => planPair(pool, row, column, edgeOf(pool.graph, row, column)))
    .sort(compareByIds);
  const count = possible.rowOf.filter((row) => row < problem.rows).length;
  return { pairs, possible: count, ...textOf(pairs.length, count) };
}

/**
 * The same under quotas, by plans that have to differ: one that lacks some pair of all optimal plans known, as long as it is
 * as good, and one that holds some pair of none. Each brings at least one pair to light, so that there are no more solves
 * than pairs in doubt, and 2 where no other plan is as good.
 *
 * @throws TersineError LIMIT_WORK as `solverFor`
 */
function certainUnderQuotas({ pool, best }: QuotaPlan): CertainPairs {
  const { graph, pins } = pool;
  const solve = solverFor(pool);
  const possible = new Set(best.edgeOf);
  const learn = (quota: Omit<PoolQuota, "position">): ReadonlySet<number> | undefined => {
    const plan = solve(withFurther(pool, { quotas: [quota] }));
    if (plan === undefined || compareWorth(plan.worth, best.worth) < 0) return undefined;
    for (const edge of plan.edgeOf) possible.add(edge);
    return new Set(plan.edgeOf);
  };
  const isPinned = new Set(pins.map(({ edge }) => edge));
  let shared = best.edgeOf.filter((edge) => !isPinned.has(edge));
  while (shared.length > 0) {
    const found = learn({ edges: Int32Array.from(shared), minimum: 0, maximum: shared.length - 1 });
    if (found === undefined) break;
    shared = shared.filter((edge) => found.has(edge));
  }
  for (;;) {
    const unseen = Int32Array.from(graph.columnAt.keys()).filter((edge) => !possible.has(edge));
    if (unseen.length === 0 || learn({ edges: unseen, minimum: 1 }) === undefined) break;
  }
  const rowAt = rowsOf(graph);
  const certain = new Set([...shared, ...isPinned]);
  const pairs = best.edgeOf
    .filter((edge) => certain.has(edge))
    .map((edge) => planPair(pool, at(rowAt, edge), at(graph.columnAt, edge), edge));
  return { pairs, possible: possible.size, ...textOf(pairs.length, possible.size) };
}

function textOf(certain: number, possible: number): Sentence {
  if (certain === possible) {
    return { en: "No other plan is as good.", tr: "Bu kadar iyi başka bir plan yok." };
  }
  return {
    en: `${certain === 0 ? "None" : figureText(certain).en} of these pairs ${certain === 1 ? "is" : "are"} in every plan that is as good; ${counted(possible, "pair")} ${possible === 1 ? "is" : "are"} in at least one of them.`,
    tr: `Bu kadar iyi planların hepsinde bulunan eşleşme sayısı ${figureText(certain).tr}; en az birinde bulunan ${figureText(possible).tr}.`,
  };
}
