import type { Aim, Goal, Instance } from "./instance.ts";
import type { MasterChoice } from "./master-problem.ts";

/** A choice of edges that pricing has found. */
export interface CountedChoice extends MasterChoice {
  /** Chosen edges, ascending. */
  readonly chosen: Int32Array;
  /** Chosen edges of each set; then, last, the placed nodes of both sides. */
  readonly countOf: Int32Array;
  /** Whether it meets all quotas and minimum loads, has the required edges, and places as many nodes as the goal asks. */
  readonly isFit: boolean;
  /** Sum of the weights. */
  readonly total: number;
}

/** Counts and values a choice, which keeps the capacities. */
export function countChoice(instance: Instance, aim: Aim, chosen: Int32Array): CountedChoice {
  const { problem, bounds, quotas, sets, kindAt, lastSetOf, restOf, rowAt } = instance;
  const countOf = new Int32Array(sets.length + 1);
  const rowLoad = new Int32Array(problem.rows);
  const columnLoad = new Int32Array(problem.columns);
  let total = 0;
  for (const edge of chosen) {
    total += problem.weightAt[edge]!;
    rowLoad[rowAt[edge]!]! += 1;
    columnLoad[problem.columnAt[edge]!]! += 1;
    for (let kind = kindAt[edge]!; kind > 0; kind = restOf[kind]!) countOf[lastSetOf[kind]!]! += 1;
  }
  const count = (load: Int32Array): number => load.reduce((sum, partners) => sum + (partners > 0 ? 1 : 0), 0);
  const placed = count(rowLoad) + count(columnLoad);
  // where minimum loads or required edges cannot be had, pricing misses them
  const missed = (problem.required?.length ?? 0) > 0 ? new Set(problem.required) : undefined;
  if (missed !== undefined) for (const edge of chosen) missed.delete(edge);
  countOf[sets.length] = placed;
  const isFit =
    placed >= aim.placed &&
    (missed === undefined || missed.size === 0) &&
    rowLoad.every((load, row) => load >= bounds.row.minimum[row]!) &&
    columnLoad.every((load, column) => load >= bounds.column.minimum[column]!) &&
    quotas.every(({ set, minimum, maximum }) => countOf[set]! >= minimum && countOf[set]! <= maximum);
  return { chosen, countOf, total, value: worthOf(aim.goal, total, placed), isFit };
}

/** What a choice is worth in a goal. */
export function worthOf(goal: Goal, total: number, placed: number): number {
  switch (goal.kind) {
    case "plan":
      return total + goal.placement * placed;
    case "total":
      return total;
    case "placed":
      return placed;
    case "any":
      return 0;
  }
}

export function isSameChoice(a: CountedChoice, b: CountedChoice): boolean {
  if (a.value !== b.value || a.chosen.length !== b.chosen.length) return false;
  return a.chosen.every((edge, place) => edge === b.chosen[place]);
}
