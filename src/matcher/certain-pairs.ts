import type { Text } from "../explain/result.ts";
import { optimalEdges } from "../solve/optimal-edges.ts";
import type { PlanPair } from "./compare.ts";
import type { Network } from "./network.ts";
import { planPair } from "./network.ts";
import { edgeOf } from "./pins.ts";

/** How far the plan is settled by the data, and how far by the tie rule alone. */
export interface CertainPairs extends Text {
  /** Pairs that every optimal plan holds, pins among them; by mentee id, then mentor id. */
  readonly pairs: readonly PlanPair[];
  /** Number of pairs that some optimal plan holds, at least as many. Equal: there is no other optimal plan. */
  readonly possible: number;
}

/** Reads the pairs of all optimal plans off the prices. O(candidate pairs). */
export function certainPairsOf({ pool, problem, cut, answer }: Network): CertainPairs {
  const { certain, possible } = optimalEdges(cut, answer);
  const { list } = pool.pins;
  const pairs = Array.from(certain.rowOf, (row, pair) => [row, certain.columnOf[pair] ?? 0] as const)
    .filter(([row]) => row < problem.rows)
    // a pin's mentee is held by a column of their own
    .map(([row, column]) => [row, list[column - problem.columns]?.column ?? column] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([row, column]) => planPair(pool, row, column, edgeOf(pool.graph, row, column)));
  const count = possible.rowOf.filter((row) => row < problem.rows).length;
  return { pairs, possible: count, ...textOf(pairs.length, count) };
}

function textOf(certain: number, possible: number): Text {
  if (certain === possible) {
    return { en: "No other plan is as good.", tr: "Bu kadar iyi başka bir plan yok." };
  }
  return {
    en: `Every optimal plan holds ${certain} of these pairs; ${possible} pairs are in some optimal plan.`,
    tr: `Her en iyi plan bu eşleşmelerden ${certain} tanesini içeriyor; ${possible} eşleşme en az bir en iyi planda var.`,
  };
}
