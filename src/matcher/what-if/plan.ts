import { at } from "../../base/at.ts";
import { placesBefore } from "../../base/organisation/shared-ends.ts";
import type { MatchResult, Pair } from "../../explain/result.ts";
import type { Was } from "../../rules/candidates/changed.ts";
import type { OptimalAssignment, WarmStart } from "../../solve/problem.ts";
import { warmStartFrom } from "../../solve/flow/warm-start.ts";
import type { Person } from "../../model/input.ts";
import type { Change } from "./change.ts";
import { changedPool } from "./changed-pool.ts";
import { explainAmong } from "./continued-score.ts";
import type { Pin } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { type KnownPairs, pairOf, resultOf } from "../../plan/result.ts";
import { type PoolSolution, solvePool } from "../../plan/solve-pool.ts";

/** A pool that is solved. */
export interface Plan {
  readonly pool: Pool;
  readonly solution: PoolSolution;
  readonly result: MatchResult;
}

/** Solves a pool from the beginning. */
export function planOf(pool: Pool): Plan {
  const solution = solvePool(pool);
  return { pool, solution, result: resultOf(pool, solution) };
}

/** The plan of a changed programme, found from the one at hand where that is exact. */
export function changedPlan(plan: Plan, change: Change): Plan {
  const { pool, was } = changedPool(plan.pool, change);
  return was === undefined ? planOf(pool) : continuedPlan(plan, pool, was);
}

/** The same plan as `planOf`, found from that of the pool which this one continues. */
export function continuedPlan(plan: Plan, pool: Pool, was: Was): Plan {
  const solution = solvePool(pool, startFrom(plan, pool, was));
  return { pool, solution, result: resultOf(pool, solution, explainedPairs(plan, pool, solution, was)) };
}

/**
 * Pairs and prices to start from, in the form whose pins are cut; `undefined` if the solution has no prices. Whoever the
 * change reaches keeps the pairs; of a mentor whom it reaches the price is unknown.
 */
export function startFrom(plan: Plan, { program, pins }: Pool, was: Was): WarmStart | undefined {
  const { assignment } = plan.solution;
  if (!isPriced(assignment)) return undefined;
  const { list } = pins;
  const rowWas = placesBefore<Person>(plan.pool.program.mentees, program.mentees, idOf);
  const columnWas = placesBefore<Person>(plan.pool.program.mentors, program.mentors, idOf);
  const known = warmStartFrom(assignment, rowWas, columnWas);
  const columnPrice = known.columnPrice.map((price, column) => ((was.columnWas[column] ?? -1) < 0 ? NaN : price));
  const start = { ...known, columnPrice };
  if (list.length === 0) return start;
  const [rows, columns] = [rowWas.length, columnWas.length];
  // the halves of the pins first, so that no other pair takes their places
  const withHalves = (
    atMentee: (pin: Pin, place: number) => number,
    atMentor: (pin: Pin, place: number) => number,
    others: Int32Array,
  ): Int32Array => Int32Array.from([...list.map(atMentee), ...list.map(atMentor), ...others]);
  const unknown = list.map(() => NaN);
  return {
    ...start,
    rowOf: withHalves(
      ({ row }) => row,
      (_, place) => rows + place,
      start.rowOf,
    ),
    columnOf: withHalves(
      (_, place) => columns + place,
      ({ column }) => column,
      start.columnOf,
    ),
    rowPrice: Float64Array.from([...start.rowPrice, ...unknown]),
    columnPrice: Float64Array.from([...start.columnPrice, ...unknown]),
  };
}

function idOf({ id }: Person): string {
  return id;
}

function isPriced(assignment: PoolSolution["assignment"]): assignment is OptimalAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "prices";
}

/** The pairs of a changed plan: those that the plan at hand explains, and all others explained together. */
function explainedPairs(plan: Plan, { program, options }: Pool, { assignment }: PoolSolution, was: Was): KnownPairs {
  if (assignment.status === "infeasible") return () => undefined;
  const pairs = pairsKnownFrom(plan, was);
  const { mentors, mentees } = program;
  const { rowOf, columnOf } = assignment;
  const unknown: (readonly [mentee: number, mentor: number])[] = [];
  rowOf.forEach((row, pair) => {
    const column = columnOf[pair] ?? 0;
    if (!pairs.has(row * mentors.length + column)) unknown.push([row, column]);
  });
  explainAmong(program, options, unknown).forEach((explained, place) => {
    const [mentee, mentor] = at(unknown, place);
    pairs.set(mentee * mentors.length + mentor, pairOf(mentors[mentor], mentees[mentee], explained));
  });
  return (mentor, mentee) => pairs.get(mentee * mentors.length + mentor);
}

/** The pairs of a plan as they are explained there, at `mentee * mentors + mentor`, of two people whom no change has reached. */
function pairsKnownFrom({ pool, solution, result }: Plan, { rowWas, columnWas }: Was): Map<number, Pair> {
  const known = new Map<number, Pair>();
  if (result.status === "infeasible" || solution.assignment.status === "infeasible") return known;
  const { rowOf, columnOf } = solution.assignment;
  const rowIs = indicesAfter(rowWas, pool.program.mentees.length);
  const columnIs = indicesAfter(columnWas, pool.program.mentors.length);
  result.pairs.forEach((pair, place) => {
    const [row = -1, column = -1] = [rowIs[rowOf[place] ?? 0], columnIs[columnOf[place] ?? 0]];
    if (row >= 0 && column >= 0) known.set(row * columnWas.length + column, pair);
  });
  return known;
}

/** New index of each old one, -1 for those gone or reached by the change. */
function indicesAfter(was: Int32Array, length: number): Int32Array {
  const is = new Int32Array(length).fill(-1);
  was.forEach((old, index) => {
    if (old >= 0) is[old] = index;
  });
  return is;
}
