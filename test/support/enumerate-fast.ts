import type { DenseProblem, SparseProblem } from "../../src/solve/problem.ts";
import { edgesOf } from "./enumerate.ts";

/** Draws whole numbers below `below` from a fixed sequence (mulberry32), so that every run tries the same instances. */
export function drawer(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** The best choice by trying all, as text; the first of equally good ones, by (row, column). */
export interface BestChoice {
  readonly placed: number;
  readonly total: number;
  readonly pairs: string;
}

/**
 * Goes through all choices edge by edge, taking before leaving, so that the first best one found is the canonical one.
 * Knows nothing of prices or paths. Returns undefined if no choice meets the minimum loads. For a dozen edges at most.
 */
export function tryAll(problem: SparseProblem | DenseProblem): BestChoice | undefined {
  const { rows, columns, unmatched } = problem;
  const edges = edgesOf(problem);
  const roomOfRow = capacities(rows, problem.rowCapacity);
  const roomOfColumn = capacities(columns, problem.columnCapacity);
  const least = (given: Int32Array | undefined, node: number): number => given?.[node] ?? 0;
  const leastOfRow = (row: number): number => Math.max(least(problem.rowMinimum, row), unmatched === "never" ? 1 : 0);
  const loadOfRow = new Array<number>(rows).fill(0);
  const loadOfColumn = new Array<number>(columns).fill(0);
  const taken: string[] = [];
  let best: BestChoice | undefined;
  const decide = (at: number, total: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      if (loadOfRow.some((load, row) => load < leastOfRow(row))) return;
      if (loadOfColumn.some((load, column) => load < least(problem.columnMinimum, column))) return;
      const placed = unmatched === "free" ? 0 : count(loadOfRow) + count(loadOfColumn);
      if (best === undefined || placed > best.placed || (placed === best.placed && total > best.total)) {
        best = { placed, total, pairs: taken.join(" ") };
      }
      return;
    }
    const { row, column, weight } = edge;
    if (loadOfRow[row]! < roomOfRow[row]! && loadOfColumn[column]! < roomOfColumn[column]!) {
      loadOfRow[row]! += 1;
      loadOfColumn[column]! += 1;
      taken.push(`${row}-${column}`);
      decide(at + 1, total + weight);
      taken.pop();
      loadOfRow[row]! -= 1;
      loadOfColumn[column]! -= 1;
    }
    decide(at + 1, total);
  };
  decide(0, 0);
  return best;
}

function capacities(nodes: number, given: Int32Array | undefined): readonly number[] {
  return Array.from({ length: nodes }, (_, node) => given?.[node] ?? 1);
}

function count(loads: readonly number[]): number {
  return loads.filter((load) => load > 0).length;
}
