import { TersineError } from "../../base/error.ts";
import type { QuotaEvidence } from "../../explain/fix.ts";
import { DEFAULT_WORK } from "../../solve/quota/solve.ts";
import { seatGains } from "../../solve/sensitivity/seat-gains.ts";
import type { OptimalAssignment, SparseProblem } from "../../solve/problem.ts";
import { assignmentSteps } from "../../solve/solve-assignment.ts";
import { otherSide, type SidedPerson } from "./change.ts";
import type { FixBase } from "./fix.ts";
import { cutPins, edgeOf, joinPins } from "../../plan/pins.ts";
import { assignmentProblem, type Pool } from "../../plan/pool.ts";
import { readQuotas } from "../../plan/quotas.ts";
import { chooseInSteps, type PoolSolution } from "../../plan/solve-pool.ts";
import type { Progress, Steps } from "../../plan/steps.ts";

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

type Choice = Exclude<PoolSolution["assignment"], { readonly status: "infeasible" }>;

/** The answer to a pool, and what it took. */
export interface Decided {
  /** Absent where the work allowed ended before the plan was proved. */
  readonly assignment?: PoolSolution["assignment"];
  readonly work: number;
}

/** Answers to changed pools by what has changed: people who are left out ask about the same changes. */
export type DecidedPools = Map<string, Decided>;

/** Whether pairs are tied together, here or after a change, so that prices alone cannot tell who would be placed. */
export function isUnderQuotas({ quotas }: Pool): boolean {
  return quotas.given.length > 0;
}

/** Most work for the changes of one person under quotas, in units of what one match may take. */
const MATCHES_ALLOWED = 4;

export function workUnderQuotas({ options }: Pool): number {
  return MATCHES_ALLOWED * (options.limits.work ?? DEFAULT_WORK);
}

/** The pool with its quotas read anew: a change may have made pairs, or people, that count. */
export function requoted(pool: Pool): Pool {
  return { ...pool, quotas: readQuotas(pool.program, pool.graph, pool.options.quotas) };
}

/** How to make a changed pool, which may not be needed; `undefined` if the change cannot be made. */
export type PoolSource = () => Pool | Steps<Pool | undefined>;

export function* poolFrom(source: PoolSource): Steps<Pool | undefined> {
  const made = source();
  return "program" in made ? made : yield* made;
}

/** Solves a pool as a match of it would; once for each key. */
export function* decide(known: DecidedPools, key: string, pool: PoolSource): Steps<Decided> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const changed = yield* poolFrom(pool);
  const decided = changed === undefined ? { work: 0 } : yield* decidePool(changed);
  known.set(key, decided);
  return decided;
}

function* decidePool(pool: Pool): Steps<Decided> {
  try {
    const assignment = yield* chooseInSteps(pool);
    const { work } = assignment;
    return assignment.status === "feasible" ? { work } : { assignment, work };
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WORK")) throw error;
    return { work: pool.options.limits.work ?? DEFAULT_WORK };
  }
}

/** The best plan that holds a person where no quota counts: one under quotas is worth no more. */
export interface Relaxed {
  readonly worth: PlanWorth;
  /** For each person of the other side by index, what it would be worth with one more place there. */
  readonly withPlaceAt: () => readonly PlanWorth[];
}

/** Solves a pool without its quotas and with the person placed; `undefined` if nobody can be their partner. */
export function* relaxedWith(pool: Pool, person: SidedPerson): Steps<Relaxed | undefined> {
  const objective = pool.options.objective === "score" ? "score" : "coverage";
  const whole = assignmentProblem(pool.program, pool.graph, objective);
  const problem = cutPins(placing(whole, person), pool.pins, false);
  const answer = yield* optimumOf(problem);
  return answer === undefined ? undefined : relaxedFrom(whole, problem, answer, pool, otherSide(person.side));
}

/** What a solved problem without quotas tells. Its pins are cut; `whole` is the problem before. */
export function relaxedFrom(
  whole: SparseProblem,
  problem: SparseProblem,
  answer: OptimalAssignment,
  { pins, options }: Pick<Pool, "pins" | "options">,
  side: SidedPerson["side"],
): Relaxed {
  const { placedRows, placedColumns, total } = joinPins(answer, whole, pins);
  const worth = { people: options.objective === "score" ? 0 : placedRows + placedColumns, total };
  const withPlaceAt = (): readonly PlanWorth[] => {
    const gains = seatGains(problem, answer, side === "mentor" ? "column" : "row");
    const { placement } = answer.proof;
    return Array.from(gains.subarray(0, side === "mentor" ? whole.columns : whole.rows), (gain) => {
      const more = placement === 0 ? 0 : Math.round(gain / placement);
      return { people: worth.people + more, total: worth.total + gain - more * placement };
    });
  };
  return { worth, withPlaceAt };
}

function placing(problem: SparseProblem, { side, index }: SidedPerson): SparseProblem {
  const least = (minima: Int32Array | undefined, nodes: number): Int32Array => {
    const all = minima?.slice() ?? new Int32Array(nodes);
    all[index] = Math.max(1, all[index] ?? 0);
    return all;
  };
  return side === "mentee"
    ? { ...problem, rowMinimum: least(problem.rowMinimum, problem.rows) }
    : { ...problem, columnMinimum: least(problem.columnMinimum, problem.columns) };
}

function* optimumOf(problem: SparseProblem): Generator<Progress, OptimalAssignment | undefined, void> {
  const steps = assignmentSteps(problem, {});
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield { phase: "explaining", done: 0, total: null };
  return step.value.status === "optimal" ? step.value : undefined;
}

/**
 * Whether a proved plan of a changed pool may hold the person, if one that does is worth at most `bound`. Only the plan at
 * hand can speak against it, where it is a plan of the changed pool as well: the new one is then worth no less.
 *
 * That a change would not place the person without quotas says nothing: a place that would serve others alone can let the
 * quotas be met in another way, and so make room for this one.
 */
export function mayHold({ choice, pool }: Pick<FixBase, "choice" | "pool">, changed: Pool, bound: PlanWorth): boolean {
  const total = totalIn(choice, changed);
  if (total === undefined) return true;
  const people = pool.options.objective === "score" ? 0 : choice.placedRows + choice.placedColumns;
  return compareWorth(bound, { people, total }) >= 0;
}

/** The total of the same pairs in a changed pool; `undefined` if they are no plan there. */
function totalIn({ rowOf, columnOf }: Choice, { graph, quotas }: Pool): number | undefined {
  const edges = new Set(Array.from(rowOf, (row, pair) => edgeOf(graph, row, columnOf[pair] ?? 0)));
  if (edges.has(-1)) return undefined;
  const isMet = quotas.list.every(({ edges: counting, minimum, maximum = Infinity }) => {
    const count = counting.reduce((sum, edge) => sum + (edges.has(edge) ? 1 : 0), 0);
    return count >= minimum && count <= maximum;
  });
  return isMet ? [...edges].reduce((sum, edge) => sum + (graph.scoreAt[edge] ?? 0), 0) : undefined;
}

/** Which quotas leave somebody out, by matches without each of them and without all. */
export function* quotaEvidence(
  { pool, decided }: Pick<FixBase, "pool" | "decided">,
  isPlaced: (choice: Choice) => boolean,
): Steps<QuotaEvidence> {
  const { program, graph, options, quotas } = pool;
  const holds = function* (key: string, isDropped: (place: number) => boolean): Steps<boolean> {
    const { assignment } = yield* decide(decided, key, () => {
      const given = options.quotas.filter((_, place) => !isDropped(place));
      return { ...pool, quotas: readQuotas(program, graph, given) };
    });
    return assignment !== undefined && assignment.status !== "infeasible" && isPlaced(assignment);
  };
  const alone: string[] = [];
  for (const [place, { name }] of quotas.given.entries()) {
    const isBinding = quotas.list.some((each) => each.place === place);
    if (isBinding && (yield* holds(`without ${place}`, (other) => other === place))) alone.push(name);
  }
  return { alone, together: yield* holds("without all", () => true) };
}
