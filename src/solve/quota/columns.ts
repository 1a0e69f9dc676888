import type { Aim, Instance } from "./instance.ts";
import type { MasterColumn } from "./master.ts";

/** A choice of edges that pricing has found. */
export interface Column extends MasterColumn {
  /** Chosen edges, ascending. */
  readonly chosen: Int32Array;
  /** Chosen edges of each quota; then, last, the placed nodes of both sides. */
  readonly countOf: Int32Array;
  /** Whether it meets all quotas and places as many nodes as the goal asks for. */
  readonly isFit: boolean;
}

/** Counts and values a choice. `chosen` keeps the loads of the instance and its required edges. */
export function columnOf(instance: Instance, aim: Aim, chosen: Int32Array): Column {
  const { problem, quotas, quotaStart, quotaAt, rowAt } = instance;
  const countOf = new Int32Array(quotas.length + 1);
  const isPlaced = new Uint8Array(problem.rows + problem.columns);
  let total = 0;
  for (const edge of chosen) {
    total += problem.weightAt[edge]!;
    isPlaced[rowAt[edge]!] = 1;
    isPlaced[problem.rows + problem.columnAt[edge]!] = 1;
    for (let at = quotaStart[edge]!; at < quotaStart[edge + 1]!; at += 1) countOf[quotaAt[at]!]! += 1;
  }
  const placed = isPlaced.reduce((sum, one) => sum + one, 0);
  countOf[quotas.length] = placed;
  const isFit =
    placed >= aim.placed &&
    quotas.every(({ minimum, maximum }, quota) => countOf[quota]! >= minimum && countOf[quota]! <= maximum);
  const value = aim.goal.kind === "total" ? total : aim.goal.kind === "placed" ? placed : 0;
  return { chosen, countOf, value, isFit };
}

export function isSameChoice(a: Column, b: Column): boolean {
  if (a.value !== b.value || a.chosen.length !== b.chosen.length) return false;
  return a.chosen.every((edge, place) => edge === b.chosen[place]);
}
