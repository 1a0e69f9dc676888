import { problem as fault } from "../../base/error.ts";
import { solveAssignment } from "../../solve/solve-assignment.ts";
import { candidatesOf } from "./explain-pair.ts";
import { peopleOf, type SidedPerson, withPlaces } from "../fix/change.ts";
import { type PlanWorth, relaxedFrom, requoted } from "../fix/quotas.ts";
import { cutPins } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { type QuotaNetwork, solverFor } from "./quota-plan.ts";
import { asked } from "../../plan/quotas.ts";

/**
 * What one more place at each person of a side would add to the plan, exactly.
 *
 * Method: with the multipliers that prove the plan the problem is a network, and one search tells for all people at once
 * what a place more could be worth at most. Where that is no more than the plan, a place adds nothing; all others are solved
 * with the quotas and proved.
 *
 * @throws TersineError LIMIT_WORK as `solverFor`; OPTION_CONFLICT if a quota cannot be met any more, because it reads
 *   capacities
 */
export function placeGainsUnderQuotas(network: QuotaNetwork, side: SidedPerson["side"]): readonly PlanWorth[] {
  const { pool, best } = network;
  const solve = solverFor(pool);
  const bounds = placeBounds(network, side);
  const isCounted = countedAt(pool);
  return peopleOf(pool.program, side).map((_, index): PlanWorth => {
    const bound = bounds[index];
    const program = withPlaces(pool.program, { side, index }, 1);
    const isNoMore = bound !== undefined && bound.people === best.worth.people && bound.total <= best.worth.total;
    if (isNoMore && countsAsBefore(pool, isCounted, program, { side, index })) return { people: 0, total: 0 };
    const plan = solve(requoted({ ...pool, program }));
    if (plan === undefined) {
      throw fault("OPTION_CONFLICT", "/quotas", "expected quotas that can be met with one more place, got others.");
    }
    return { people: plan.worth.people - best.worth.people, total: plan.worth.total - best.worth.total };
  });
}

/** The most that plans with one more place at each person are worth, as far as the quotas count as before. */
function placeBounds({ pool, bounded, objective }: QuotaNetwork, side: SidedPerson["side"]): readonly PlanWorth[] {
  const { scale, root } = bounded.proof.tree;
  const weightAt = Float64Array.from(pool.graph.scoreAt, (score) => score * scale);
  let paid = 0;
  pool.quotas.list.forEach(({ edges, minimum, maximum = 0 }, quota) => {
    const multiplier = root.multipliers[quota] ?? 0;
    paid += multiplier * (multiplier > 0 ? maximum : minimum);
    for (const edge of edges) weightAt[edge] = (weightAt[edge] ?? 0) - multiplier;
  });
  const whole = { ...assignmentProblem(pool.program, pool.graph, objective), weightAt };
  const problem = cutPins(whole, pool.pins, false);
  const answer = solveAssignment(problem);
  if (answer.status === "infeasible") return [];
  const { withPlaceAt } = relaxedFrom(whole, problem, answer, pool, side);
  return withPlaceAt().map(({ people, total }) => ({ people, total: Math.floor((total + paid) / scale) }));
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
  { side, index }: SidedPerson,
): boolean {
  const pairs = candidatesOf(pool, side, index);
  return pool.quotas.given.every((quota, place) => {
    const counts = asked(quota, place, program);
    return pairs.every(({ column, row, edge }) => counts(column, row) === (countedBefore[place]?.[edge] === 1));
  });
}
