import { at } from "../../../base/at.ts";
import { problem as fault } from "../../../base/error.ts";
import { cutPins } from "../../../plan/cut-pins.ts";
import { assignmentProblem, type Pool } from "../../../plan/pool.ts";
import { pairCounter } from "../../../plan/quotas.ts";
import { solveAssignment } from "../../../solve/solve-assignment.ts";
import { type PlanWorth, worthBeyond } from "../../choice.ts";
import { candidatesOf, peopleOf, type Side, type SidedPerson } from "../../people.ts";
import type { QuotaPlan } from "../../priced-plan.ts";
import { withSeats } from "../../variant/programme.ts";
import { requoted } from "../../variant/rescored.ts";
import { worthsWithSeat } from "../../variant/without-quotas.ts";
import { solverFor } from "../further-demands.ts";

/**
 * What one more seat at each person of a side would add to the plan, exactly.
 *
 * Method: with the multipliers that prove the plan the problem is a network, and one search tells for all people at once
 * what a seat more could be worth at most. Where that is no more than the plan, a seat adds nothing; all others are solved
 * with the quotas and proved.
 *
 * @throws TersineError LIMIT_WORK as `solverFor`; OPTION_CONFLICT if a quota cannot be met any more, because it reads
 *   capacities
 */
export function seatGainsUnderQuotas(quotaPlan: QuotaPlan, side: Side): readonly PlanWorth[] {
  const { pool, best } = quotaPlan;
  const solve = solverFor(pool);
  const bounds = boundsWithSeat(quotaPlan, side);
  const isCounted = countedAt(pool);
  return peopleOf(pool.program, side).map((_, index): PlanWorth => {
    const bound = bounds[index];
    const program = withSeats(pool.program, { side, index }, 1);
    const isNoMore = bound !== undefined && bound.people === best.worth.people && bound.total <= best.worth.total;
    if (isNoMore && countsAsBefore(pool, isCounted, program, { side, index })) return { people: 0, total: 0 };
    const plan = solve(requoted({ ...pool, program }));
    if (plan === undefined) {
      throw fault("OPTION_CONFLICT", "/quotas", "expected quotas that can be met with one more place, got others.");
    }
    return worthBeyond(plan.worth, best.worth);
  });
}

/** The most that plans with one more seat at each person are worth, as far as the quotas count as before. */
function boundsWithSeat({ pool, bounded, objective }: QuotaPlan, side: Side): readonly PlanWorth[] {
  const { scale, root } = bounded.proof.tree;
  const weightAt = Float64Array.from(pool.graph.scoreAt, (score) => score * scale);
  let paid = 0;
  pool.quotas.list.forEach(({ edges, minimum, maximum = 0 }, quota) => {
    const multiplier = at(root.multipliers, quota);
    paid += multiplier * (multiplier > 0 ? maximum : minimum);
    for (const edge of edges) weightAt[edge] = at(weightAt, edge) - multiplier;
  });
  const whole = { ...assignmentProblem(pool.program, pool.graph, objective), weightAt };
  const cut = cutPins(whole, pool.pins);
  const answer = solveAssignment(cut);
  if (answer.status === "infeasible") return [];
  return worthsWithSeat({ pool, whole, cut, answer }, side).map(({ people, total }) => {
    return { people, total: Math.floor((total + paid) / scale) };
  });
}

/** For each quota of the options, whether it counts a candidate pair. */
function countedAt({ graph, quotas }: Pool): readonly Uint8Array[] {
  return quotas.edgesOf.map((edges) => {
    const isCounted = new Uint8Array(graph.columnAt.length);
    for (const edge of edges) isCounted[edge] = 1;
    return isCounted;
  });
}

/** Whether quotas, which may read anything in an entry, count the pairs of a changed one as before. */
function countsAsBefore(
  pool: Pool,
  countedBefore: readonly Uint8Array[],
  program: Pool["program"],
  person: SidedPerson,
): boolean {
  const pairs = candidatesOf(pool, person);
  return pool.quotas.given.every((quota, position) => {
    const isCounted = pairCounter(quota, position, program);
    return pairs.every(({ row, column, edge }) => isCounted(row, column) === (countedBefore[position]?.[edge] === 1));
  });
}
