import { countedPeople } from "../plan/goal.ts";
import { at } from "../base/at.ts";
import { edgeOf } from "../plan/pins.ts";
import type { Pool } from "../plan/pool.ts";
import type { OptimalAssignment } from "../solve/problem.ts";

/** What a plan is worth to its objective: people first, then points. */
export interface PlanWorth {
  /** Placed people of both sides; 0 where the objective does not count them. */
  readonly people: number;
  readonly total: number;
}

/** Below 0 if `a` is worth less. */
export function compareWorth(a: PlanWorth, b: PlanWorth): number {
  return a.people - b.people || a.total - b.total;
}

/** What `a` is worth beyond `b`. */
export function worthBeyond(a: PlanWorth, b: PlanWorth): PlanWorth {
  return { people: a.people - b.people, total: a.total - b.total };
}

/** Pairs that meet all demands of a pool, by row, then column. */
export interface Choice {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** Candidate pair of each; ascending. */
  readonly edgeOf: readonly number[];
  readonly worth: PlanWorth;
}

type Placed = Pick<OptimalAssignment, "placedRows" | "placedColumns" | "total">;

export function worthOf({ options }: Pool, placed: Placed): PlanWorth {
  return { people: options.objective === "score" ? 0 : countedPeople(options, placed), total: placed.total };
}

export function choiceOf(pool: Pool, placed: Placed & Pick<OptimalAssignment, "rowOf" | "columnOf">): Choice {
  const { rowOf, columnOf } = placed;
  return {
    rowOf,
    columnOf,
    edgeOf: Array.from(rowOf, (row, pair) => edgeOf(pool.graph, row, at(columnOf, pair))),
    worth: worthOf(pool, placed),
  };
}
