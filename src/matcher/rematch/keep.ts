import { at } from "../../base/at.ts";
import { problem as fault, TersineError } from "../../base/error.ts";
import { drain } from "../../base/steps.ts";
import type { Worth } from "../../explain/result.ts";
import { cutPins, joinPins } from "../../plan/cut-pins.ts";
import { edgeOf } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { readQuotas } from "../../plan/quotas.ts";
import { type Matching, solveQuotas } from "../../plan/solve.ts";
import type { PairOfIds } from "../../rules/ban.ts";
import { quota } from "../../rules/quotas/quota.ts";
import { FULL_SCORE } from "../../score/criterion.ts";
import type { Assignment, SparseProblem } from "../../solve/problem.ts";
import type { QuotaAssignment } from "../../solve/quota/problem.ts";
import { solveAssignment } from "../../solve/solve-assignment.ts";
import type { PricedObjective } from "../priced-plan.ts";
import type { RematchOptions } from "./options.ts";
import type { PublishedPairs } from "./published.ts";

/** A pool to plan again, locked pairs among its pins. */
export interface KeepTask {
  readonly pool: Pool;
  readonly published: PublishedPairs;
  readonly objective: PricedObjective;
}

/** The best plan that keeps published pairs as asked for. */
export interface KeepingPlan {
  /** With the quota that `maximumChanges` asks for, if it had to be added. */
  readonly pool: Pool;
  readonly assignment: Assignment | QuotaAssignment;
  /** Absent where a pair is worth its score. */
  readonly worth?: Worth;
}

/**
 * The best plan that keeps published pairs.
 *
 * Keeping a published pair adds a fixed worth to it, so without quotas this stays an assignment problem; scores are scaled
 * so that of equally good plans the one that keeps most is taken, then the canonical one. `maximumChanges` is a minimum on
 * the published pairs in the plan, which is only added if the best plan breaks it, and then makes the problem an integer
 * programme, as quotas do. With quotas, `"first"` is two solves: for the most kept pairs, then for the score.
 */
export function bestKeeping(task: KeepTask, { stability, maximumChanges }: RematchOptions): KeepingPlan {
  const { published } = task;
  if (maximumChanges === undefined) return bestWithBonus(task, stability ?? "first");
  const best = bestWithBonus(task, 0);
  if (best.assignment.status === "infeasible") return best;
  const least = published.edges.length - Math.min(maximumChanges, published.edges.length);
  if (keptIn(task, best.assignment) >= least) return best;
  return bestWithAtLeast(task, least);
}

/** The best plan where each published pair is worth a bonus, in micro-points; `"first"`: more than any score. */
function bestWithBonus(task: KeepTask, bonus: number | "first"): KeepingPlan {
  const { pool, published, objective } = task;
  if (pool.quotas.list.length > 0) return bestWithBonusUnderQuotas(task, bonus);
  const count = published.edges.length;
  const worth =
    bonus === "first"
      ? { scale: 1, published: mostPairs(pool) * FULL_SCORE + 1 }
      : { scale: count + 1, published: bonus * (count + 1) + 1 };
  const { scoreAt } = pool.graph;
  const weightAt = Float64Array.from(
    scoreAt,
    (score, edge) => score * worth.scale + at(published.isPublishedAt, edge) * worth.published,
  );
  const problem = { ...assignmentProblem(pool.program, pool.graph, objective), weightAt };
  return { pool, assignment: solveExactly(problem, pool), worth };
}

function solveExactly(problem: SparseProblem, { pins }: Pool): Assignment {
  try {
    return joinPins(solveAssignment(cutPins(problem, pins), { ties: "canonical" }), problem, pins);
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WEIGHTS")) throw error;
    const message = "expected fewer people or a smaller number: the sums would leave the whole numbers that are exact.";
    throw fault("LIMIT_WEIGHTS", "/stability", message, { cause: error });
  }
}

function bestWithBonusUnderQuotas(task: KeepTask, bonus: number | "first"): KeepingPlan {
  const { pool, published } = task;
  const { scoreAt } = pool.graph;
  if (bonus === "first") {
    const most = bestByWorth(task, published.isPublishedAt);
    if (most.status !== "optimal") return { pool, assignment: most, worth: { scale: 0, published: 1 } };
    return bestWithAtLeast(task, keptIn(task, most));
  }
  const worthAt = scoreAt.map((score, edge) => score + at(published.isPublishedAt, edge) * bonus);
  const assignment = bestByWorth(task, worthAt);
  return bonus === 0 ? { pool, assignment } : { pool, assignment, worth: { scale: 1, published: bonus } };
}

function bestByWorth({ pool, objective }: KeepTask, worthAt: Iterable<number>): QuotaAssignment {
  const graph = { ...pool.graph, scoreAt: Int32Array.from(worthAt) };
  return drain(solveQuotas({ ...pool, graph }, objective, pool.pins));
}

/** The best plan that keeps so many published pairs, by one quota more. */
function bestWithAtLeast({ pool, published, objective }: KeepTask, least: number): KeepingPlan {
  const isPublished = new Set(published.pairs.map(idsKey));
  const keep = quota(
    "published pairs kept",
    ({ id: mentorId }, { id: menteeId }) => isPublished.has(idsKey({ mentorId, menteeId })),
    { min: least },
  );
  const { program, graph, options } = pool;
  const keeping = { ...pool, quotas: drain(readQuotas(program, graph, [...options.quotas, keep])) };
  return { pool: keeping, assignment: drain(solveQuotas(keeping, objective, pool.pins)) };
}

/** Most pairs that a plan can have, by the capacities of each side. */
function mostPairs({ program: { mentors, mentees } }: Pool): number {
  const seats = (people: readonly { readonly capacity: number }[]): number =>
    people.reduce((sum, { capacity }) => sum + capacity, 0);
  return Math.min(seats(mentees), seats(mentors));
}

/** How many published pairs a plan holds. */
function keptIn({ pool, published }: KeepTask, { rowOf, columnOf }: Pick<Matching, "rowOf" | "columnOf">): number {
  return rowOf.reduce((kept, row, pair) => {
    const edge = edgeOf(pool.graph, row, at(columnOf, pair));
    return kept + at(published.isPublishedAt, edge);
  }, 0);
}

/** One text for each pair of ids. */
export function idsKey({ mentorId, menteeId }: PairOfIds): string {
  return JSON.stringify([menteeId, mentorId]);
}
