import type { Aim, Instance } from "./instance.ts";
import type { MasterChoice } from "./master.ts";

/** A choice of edges that pricing has found. */
export interface CountedChoice extends MasterChoice {
  /** Chosen edges, ascending. */
  readonly chosen: Int32Array;
  /** Chosen edges of each quota; then, last, the placed nodes of both sides. */
  readonly countOf: Int32Array;
  /** Whether it meets all quotas and minimum loads, has the required edges, and places as many nodes as the goal asks. */
  readonly isFit: boolean;
}

/** Counts and values a choice, which keeps the capacities. */
export function countChoice(instance: Instance, aim: Aim, chosen: Int32Array): CountedChoice {
  const { problem, bounds, quotas, quotaStart, quotaAt, rowAt } = instance;
  const countOf = new Int32Array(quotas.length + 1);
  const rowLoad = new Int32Array(problem.rows);
  const columnLoad = new Int32Array(problem.columns);
  let total = 0;
  for (const edge of chosen) {
    total += problem.weightAt[edge]!;
    rowLoad[rowAt[edge]!]! += 1;
    columnLoad[problem.columnAt[edge]!]! += 1;
    for (let at = quotaStart[edge]!; at < quotaStart[edge + 1]!; at += 1) countOf[quotaAt[at]!]! += 1;
  }
  const count = (load: Int32Array): number => load.reduce((sum, partners) => sum + (partners > 0 ? 1 : 0), 0);
  const placed = count(rowLoad) + count(columnLoad);
  // where minimum loads or required edges cannot be had, pricing misses them
  const missed = (problem.required?.length ?? 0) > 0 ? new Set(problem.required) : undefined;
  if (missed !== undefined) for (const edge of chosen) missed.delete(edge);
  countOf[quotas.length] = placed;
  const isFit =
    placed >= aim.placed &&
    (missed === undefined || missed.size === 0) &&
    rowLoad.every((load, row) => load >= bounds.row.minimum[row]!) &&
    columnLoad.every((load, column) => load >= bounds.column.minimum[column]!) &&
    quotas.every(({ minimum, maximum }, quota) => countOf[quota]! >= minimum && countOf[quota]! <= maximum);
  const value = aim.goal.kind === "total" ? total : aim.goal.kind === "placed" ? placed : 0;
  return { chosen, countOf, value, isFit };
}

export function isSameChoice(a: CountedChoice, b: CountedChoice): boolean {
  if (a.value !== b.value || a.chosen.length !== b.chosen.length) return false;
  return a.chosen.every((edge, place) => edge === b.chosen[place]);
}
