import { comparePlaces } from "./plan-order.ts";
import type { Pool } from "../../plan/pool.ts";
import { type Further, type ProvedPlan, type QuotaNetwork, solverFor, withFurther } from "./quota-plan.ts";
import { rowsOf } from "../../plan/quotas.ts";

/** All choices that meet some demands, and the best of them. */
interface Cell {
  readonly further: Required<Further>;
  readonly plan: ProvedPlan;
}

/**
 * Lists the `count` best choices under quotas, or all if there are fewer; the plan at hand first, and others that are equally
 * good by the first pair in which they differ, as far as the search met them.
 *
 * Method: the best choice of a cell divides the others in two: those that lack one of its pairs, by a quota, and those that
 * hold all of them and one more (after Murty, 1968). Each part is solved with the quotas and proved.
 *
 * Cost: two solves for each choice. Throws `LIMIT_WORK` as `solverFor`.
 */
export function rankUnderQuotas({ pool, best }: QuotaNetwork, count: number): readonly ProvedPlan[] {
  const solve = solverFor(pool);
  const open: Cell[] = [{ further: { pins: pool.pins.list, quotas: [] }, plan: best }];
  const found: ProvedPlan[] = [];
  for (let cell = open.shift(); cell !== undefined; cell = open.shift()) {
    found.push(cell.plan);
    if (found.length === count) break;
    for (const further of partsOf(pool, cell)) {
      const plan = solve(withFurther(pool, further));
      if (plan !== undefined) open.push({ further, plan });
    }
    open.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  }
  return found;
}

function partsOf({ graph }: Pool, { further, plan }: Cell): readonly Required<Further>[] {
  const rowAt = rowsOf(graph);
  const isRequired = new Set(further.pins.map(({ edge }) => edge));
  const isHeld = new Set(plan.edgeOf);
  const free = Int32Array.from(plan.edgeOf.filter((edge) => !isRequired.has(edge)));
  const others = Int32Array.from(graph.columnAt.keys()).filter((edge) => !isHeld.has(edge));
  const lacking = { edges: free, minimum: 0, maximum: free.length - 1 };
  const more = { edges: others, minimum: 1 };
  const pins = plan.edgeOf.map((edge) => ({ row: rowAt[edge] ?? 0, column: graph.columnAt[edge] ?? 0, edge }));
  return [
    ...(free.length === 0 ? [] : [{ ...further, quotas: [...further.quotas, lacking] }]),
    ...(others.length === 0 ? [] : [{ pins, quotas: [...further.quotas, more] }]),
  ];
}

function placeOf({ plan: { worth, edgeOf } }: Cell): Parameters<typeof comparePlaces>[0] {
  return { ...worth, edges: edgeOf, length: edgeOf.length };
}
