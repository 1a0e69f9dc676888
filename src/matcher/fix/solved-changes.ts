import { at } from "../../base/at.ts";
import { TersineError } from "../../base/error.ts";
import { edgeOf } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { assignPool, type Matching } from "../../plan/solve.ts";
import type { MatchSteps } from "../../plan/steps.ts";
import { DEFAULT_WORK } from "../../solve/quota/solve.ts";
import { compareWorth, type PlanWorth, worthOf } from "../choice.ts";
import type { PlanToFix, SolvedChange } from "./tries.ts";

/** Most work for the changes of one person under quotas, in units of what one match may take. */
const MATCHES_ALLOWED = 4;

export function workUnderQuotas({ options }: Pool): number {
  return MATCHES_ALLOWED * (options.limits.work ?? DEFAULT_WORK);
}

/** Solves a pool under quotas as a match of it would, unless a change of the same key has been solved before. */
export function* solvedOnce({ solved }: PlanToFix, key: string, pool: Pool): MatchSteps<SolvedChange> {
  let answer = solved.get(key);
  if (answer !== undefined) return answer;
  try {
    const assignment = yield* assignPool(pool);
    const { work } = assignment;
    answer = assignment.status === "feasible" ? { work } : { assignment, work };
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WORK")) throw error;
    answer = { work: pool.options.limits.work ?? DEFAULT_WORK };
  }
  solved.set(key, answer);
  return answer;
}

/**
 * Whether a proved plan of a changed pool may hold the person, if one that does is worth at most `bound`. Only the plan at
 * hand can speak against it, where it is a plan of the changed pool as well: the new one is then worth no less.
 *
 * That a change would not place the person without quotas says nothing: a seat that would serve others alone can let the
 * quotas be met in another way, and so make room for this one.
 */
export function mayHold({ matching, pool }: PlanToFix, changed: Pool, bound: PlanWorth): boolean {
  const total = totalIn(matching, changed);
  if (total === undefined) return true;
  return compareWorth(bound, worthOf(pool, { ...matching, total })) >= 0;
}

/** The total of the same pairs in a changed pool; `undefined` if they are no plan there. */
function totalIn({ rowOf, columnOf }: Matching, { graph, quotas }: Pool): number | undefined {
  const edges = new Set(Array.from(rowOf, (row, pair) => edgeOf(graph, row, at(columnOf, pair))));
  if (edges.has(-1)) return undefined;
  const isMet = quotas.list.every(({ edges: counting, minimum, maximum = Infinity }) => {
    const count = counting.reduce((sum, edge) => sum + (edges.has(edge) ? 1 : 0), 0);
    return count >= minimum && count <= maximum;
  });
  return isMet ? [...edges].reduce((sum, edge) => sum + at(graph.scoreAt, edge), 0) : undefined;
}
