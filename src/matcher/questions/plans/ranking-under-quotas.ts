import { at } from "../../../base/at.ts";
import { type Pool, rowsOf } from "../../../plan/pool.ts";
import type { Choice } from "../../choice.ts";
import type { QuotaPlan } from "../../priced-plan.ts";
import { type FurtherDemands, solverFor, withFurther } from "../further-demands.ts";
import { compareRanks, type Rank } from "./rank.ts";

/** All choices that meet some demands, and the best of them. */
interface Cell {
  readonly further: Required<FurtherDemands>;
  readonly best: Choice;
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
export function rankUnderQuotas({ pool, best }: QuotaPlan, count: number): readonly Choice[] {
  const solve = solverFor(pool);
  const open: Cell[] = [{ further: { pins: pool.pins, quotas: [] }, best }];
  const found: Choice[] = [];
  for (let cell = open.shift(); cell !== undefined; cell = open.shift()) {
    found.push(cell.best);
    if (found.length === count) break;
    for (const further of partsOf(pool, cell)) {
      const choice = solve(withFurther(pool, further));
      if (choice !== undefined) open.push({ further, best: choice });
    }
    open.sort((a, b) => compareRanks(rankOf(a), rankOf(b)));
  }
  return found;
}

function partsOf({ graph }: Pool, { further, best }: Cell): readonly Required<FurtherDemands>[] {
  const rowAt = rowsOf(graph);
  const isRequired = new Set(further.pins.map(({ edge }) => edge));
  const isHeld = new Set(best.edgeOf);
  const free = Int32Array.from(best.edgeOf.filter((edge) => !isRequired.has(edge)));
  const others = Int32Array.from(graph.columnAt.keys()).filter((edge) => !isHeld.has(edge));
  const lacking = { edges: free, minimum: 0, maximum: free.length - 1 };
  const more = { edges: others, minimum: 1 };
  const pins = best.edgeOf.map((edge) => ({ row: at(rowAt, edge), column: at(graph.columnAt, edge), edge }));
  return [
    ...(free.length === 0 ? [] : [{ ...further, quotas: [...further.quotas, lacking] }]),
    ...(others.length === 0 ? [] : [{ pins, quotas: [...further.quotas, more] }]),
  ];
}

function rankOf({ best: { worth, edgeOf } }: Cell): Rank {
  return { ...worth, edges: edgeOf, length: edgeOf.length };
}
