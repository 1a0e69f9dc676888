import { at } from "../base/at.ts";
import { problem as fault, TersineError } from "../base/error.ts";
import type { ObjectivePrice, Worth } from "../explain/result.ts";
import type { Program } from "../model/program.ts";
import { fairSteps } from "../solve/fair/fair.ts";
import type { FairAssignment } from "../solve/fair/problem.ts";
import type { Assignment, OptimalAssignment, WarmStart } from "../solve/problem.ts";
import type { BoundedAssignment, QuotaAssignment } from "../solve/quota/problem.ts";
import { type KnownBounds, quotaSteps } from "../solve/quota/solve.ts";
import { assignmentSteps, type SolveOptions } from "../solve/solve-assignment.ts";
import { preferenceSteps } from "../solve/stable/preferences.ts";
import type { PreferenceLists, StableAssignment } from "../solve/stable/problem.ts";
import { stableSteps } from "../solve/stable/stable.ts";
import { cutPins, joinPins } from "./cut-pins.ts";
import {
  type CoverageSide,
  fromGoal,
  type FurtherPartners,
  goalProblem,
  heldPeople,
  isPlainGoal,
  lessOf,
  type PairWorth,
} from "./goal.ts";
import { edgeOf, type Pin } from "./pins.ts";
import { assignmentProblem, type Pool } from "./pool.ts";
import { quotaProblem } from "./quotas.ts";
import { withProgress } from "../base/steps.ts";
import { type MatchSteps, type Progress, solving } from "./steps.ts";

/** What the solver says of a pool, whatever the objective. */
export interface PoolSolution {
  readonly assignment: PoolAssignment;
  /** What `fair` and `stable` give up. */
  readonly price?: ObjectivePrice;
  /** What the weights were made of, if they are not the scores. */
  readonly worth?: Worth;
}

export type PoolAssignment = Assignment | FairAssignment | StableAssignment | QuotaAssignment;

/** An assignment that meets all demands. */
export type Matching = Exclude<PoolAssignment, { readonly status: "infeasible" }>;

/** Whether prices prove the assignment to be the best. */
export function hasPrices(assignment: PoolAssignment): assignment is OptimalAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "prices";
}

/** Whether the assignment is one under quotas, with a bound. */
export function isBounded(assignment: PoolAssignment): assignment is BoundedAssignment {
  return assignment.status !== "infeasible" && assignment.proof.kind === "bound";
}

/**
 * Solves a pool for its objective, canonical ties; every answer has passed `verifyOptimality`.
 *
 * @throws TersineError OPTION_CONFLICT for `stable` with minimum loads; LIMIT_WORK if the work allowed ends before any
 *   choice that meets the quotas is known
 */
export function* solvePool(pool: Pool, warmStart?: WarmStart): MatchSteps<PoolSolution> {
  const assignment = yield* assignPool(pool, warmStart);
  if (assignment.status === "infeasible") return { assignment };
  const worth = worthOf(pool, assignment);
  if (worth !== undefined) return { assignment, worth };
  if (assignment.proof.kind === "bound") return { assignment };
  switch (pool.options.objective) {
    case "coverage":
    case "score":
      return { assignment };
    case "fair":
      return { assignment, price: yield* priceOf(pool, assignment, "coverage") };
    case "stable":
      return { assignment, price: yield* priceOf(pool, assignment, "score") };
  }
}

/** What stands in place of the score in the proof of a goal; `undefined` if it is the score. */
function worthOf({ graph, options }: Pool, { total, rowOf, columnOf }: Matching): Worth | undefined {
  const less = lessOf(options);
  if (less === 0 && options.worth === undefined) return undefined;
  const plain = { scale: 1, published: 0, ...(less === 0 ? {} : { less }) };
  if (options.worth === undefined) return plain;
  const scores = rowOf.reduce((sum, row, pair) => sum + at(graph.scoreAt, edgeOf(graph, row, at(columnOf, pair))), 0);
  return { ...plain, added: { name: options.worth.name, total: total + less * rowOf.length - scores } };
}

/** The pairs of `solvePool`, without what they give up. A warm start serves `coverage` and `score` without quotas. */
export function* assignPool(pool: Pool, warmStart?: WarmStart): MatchSteps<PoolAssignment> {
  const { program, graph, pins, options } = pool;
  const { objective } = options;
  switch (objective) {
    case "coverage":
    case "score": {
      if (pool.quotas.list.length > 0) return yield* solveQuotas(pool, objective, pins);
      const ties = "canonical";
      // a warm start changes nothing but the time: without an answer, what conflicts is found from the beginning
      const isWarm = warmStart !== undefined && isPlainGoal(options);
      const warm = isWarm && (yield* solveNetwork(pool, objective, { ties, warmStart }));
      return warm !== false && warm.status === "optimal" ? warm : yield* solveNetwork(pool, objective, { ties });
    }
    case "fair": {
      const problem = assignmentProblem(program, graph, objective);
      const answer = yield* solving(fairSteps(cutPins(problem, pins, { isFair: true }), { ties: "canonical" }));
      return joinPins(answer, problem, pins);
    }
    case "stable":
      return yield* solveStably(pool);
  }
}

/**
 * The best choice under the pool's quotas, with these pins in place of its own.
 *
 * @throws TersineError LIMIT_WORK at the place of the option
 */
export function* solveQuotas(
  { program, graph, quotas, options }: Solvable,
  objective: "coverage" | "score",
  pins: readonly Pin[],
): MatchSteps<QuotaAssignment> {
  const plain = assignmentProblem(program, graph, objective);
  const asked = goalProblem(options, plain, program, pins, quotas.list);
  const problem = quotaProblem(asked.problem, asked.quotas, asked.pins);
  const { work } = options.limits;
  try {
    let known: Pick<Progress, "bound" | "gap"> = {};
    const onBounds = ({ goal, best, atMost }: KnownBounds): void => {
      const people = { of: "people", atMost: atMost - heldPeople(options, plain) } as const;
      const bound = goal === "placed" ? people : ({ of: "points", atMost } as const);
      known = best === undefined ? { bound } : { bound, gap: atMost - best };
    };
    const steps = quotaSteps(problem, { ...(work === undefined ? {} : { work }), onBounds });
    const answer = yield* withProgress(steps, (done) => ({ phase: "solving", done, total: null, ...known }));
    if (answer.status !== "infeasible") return fromGoal(answer, options, plain);
    // which demands conflict does not depend on the goal
    return isPlainGoal(options)
      ? answer
      : yield* solveQuotas(withPlainGoal({ program, graph, quotas, options }), objective, pins);
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WORK")) throw error;
    const message =
      "expected pairs that meet the quotas within the work allowed, found none and no proof that there are none.";
    throw fault("LIMIT_WORK", "/limits/work", message, { hint: "Raise the limit, or relax a quota.", cause: error });
  }
}

/** What a solve under quotas reads of a pool. */
type Solvable = Pick<Pool, "program" | "graph" | "quotas" | "options">;

function withPlainGoal<Part extends Pick<Pool, "options">>(pool: Part): Part {
  const options: Pool["options"] & { coverage?: CoverageSide; furtherPartners?: FurtherPartners; worth?: PairWorth } = {
    ...pool.options,
  };
  delete options.coverage;
  delete options.furtherPartners;
  delete options.worth;
  return { ...pool, options };
}

/** The best choice without quotas, pins held. */
function* solveNetwork(pool: Pool, objective: "coverage" | "score", options: SolveOptions): MatchSteps<Assignment> {
  const { program, graph } = pool;
  const plain = assignmentProblem(program, graph, objective);
  const { problem, pins } = goalProblem(pool.options, plain, program, pool.pins, []);
  const answer = joinPins(yield* solving(assignmentSteps(cutPins(problem, pins), options)), problem, pins);
  if (answer.status === "optimal") return fromGoal(answer, pool.options, plain);
  // which demands conflict does not depend on the goal
  return isPlainGoal(pool.options) ? answer : yield* solveNetwork(withPlainGoal(pool), objective, options);
}

function* solveStably({ program, graph, options }: Pool): MatchSteps<StableAssignment> {
  refuseMinimumLoads(program);
  const { mentors, mentees } = program;
  const ranking = preferenceSteps(assignmentProblem(program, graph, "stable"), {
    rowChoices: choicesOf(mentees, mentors),
    columnChoices: choicesOf(mentors, mentees),
  });
  const stableProblem = yield* solving(ranking);
  const proposer = options.proposer === "mentors" ? "columns" : "rows";
  return yield* solving(stableSteps(stableProblem, { proposer }));
}

function refuseMinimumLoads({ mentors, mentees }: Program): void {
  if ([...mentors, ...mentees].every(({ minimumLoad }) => minimumLoad === 0)) return;
  throw fault("OPTION_CONFLICT", "/objective", "expected no minimum loads: a stable choice cannot promise them.", {
    hint: 'Use the objective "coverage", or leave minimumLoad out.',
  });
}

type Chooser = { readonly id: string; readonly choices?: readonly string[] | undefined };

/** Ranked wishes as indices of the other side; those of people who are not on it are left out. */
function choicesOf(people: readonly Chooser[], others: readonly Chooser[]): PreferenceLists {
  const indexOf = new Map(others.map(({ id }, index) => [id, index]));
  const lists = people.map(({ choices = [] }) => [...new Set(choices)].flatMap((id) => indexOf.get(id) ?? []));
  const start = new Int32Array(people.length + 1);
  lists.forEach((list, person) => (start[person + 1] = at(start, person) + list.length));
  return { start, choiceAt: Int32Array.from(lists.flat()) };
}

/** People against `coverage`, the total against `scored`. */
function* priceOf(
  pool: Pool,
  { placedRows, placedColumns, total }: Pick<OptimalAssignment, "placedRows" | "placedColumns" | "total">,
  scored: "coverage" | "score",
): MatchSteps<ObjectivePrice> {
  const covering = yield* solveNetwork(pool, "coverage", {});
  const scoring = scored === "coverage" ? covering : yield* solveNetwork(pool, "score", {});
  if (covering.status === "infeasible" || scoring.status === "infeasible") return { people: 0, score: 0 };
  const people = covering.placedRows + covering.placedColumns - placedRows - placedColumns;
  return { people, score: scoring.total - total };
}
