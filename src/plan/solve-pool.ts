import { problem as fault, TersineError } from "../base/error.ts";
import type { ObjectivePrice, Worth } from "../explain/result.ts";
import type { Program } from "../model/program.ts";
import type { Engine } from "../solve/engine.ts";
import { fairSteps } from "../solve/fair/fair.ts";
import type { FairAssignment } from "../solve/fair/problem.ts";
import type { Assignment, OptimalAssignment, WarmStart } from "../solve/problem.ts";
import type { QuotaAssignment } from "../solve/quota/problem.ts";
import { type KnownBounds, solveQuotasInSteps } from "../solve/quota/solve.ts";
import { assignmentSteps, type SolveOptions } from "../solve/solve-assignment.ts";
import { preferenceSteps } from "../solve/stable/preferences.ts";
import type { PreferenceLists, StableAssignment } from "../solve/stable/problem.ts";
import { stableSteps } from "../solve/stable/stable.ts";
import { cutPins, joinPins, type Pins } from "./pins.ts";
import { assignmentProblem, type Pool } from "./pool.ts";
import { quotaProblem } from "./quotas.ts";
import { drain, type Progress, type Steps } from "./steps.ts";

/** What the solver says of a pool, whatever the objective. */
export interface PoolSolution {
  readonly assignment: Assignment | FairAssignment | StableAssignment | QuotaAssignment;
  /** What `fair` and `stable` give up. */
  readonly price?: ObjectivePrice;
  /** What the weights were made of, if they are not the scores. */
  readonly worth?: Worth;
}

/**
 * Solves a pool for its objective, canonical ties; every answer has passed `verifyOptimality`.
 *
 * @throws TersineError OPTION_CONFLICT for `stable` with minimum loads; LIMIT_WORK if the work allowed ends before any
 *   choice that meets the quotas is known
 */
export function solvePool(pool: Pool, warmStart?: WarmStart): PoolSolution {
  return drain(solvePoolInSteps(pool, warmStart));
}

/** `solvePool` as a generator that can be paused every few milliseconds. */
export function* solvePoolInSteps(pool: Pool, warmStart?: WarmStart): Steps<PoolSolution> {
  const assignment = yield* chooseInSteps(pool, warmStart);
  if (assignment.status === "infeasible" || assignment.proof.kind === "bound") return { assignment };
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

/** The pairs of `solvePool`, without what they give up. A warm start serves `coverage` and `score` without quotas. */
export function* chooseInSteps(pool: Pool, warmStart?: WarmStart): Steps<PoolSolution["assignment"]> {
  const { program, graph, pins, options } = pool;
  const { objective } = options;
  switch (objective) {
    case "coverage":
    case "score":
      if (pool.quotas.list.length > 0) return yield* solveQuotas(pool, objective, pins);
      return yield* solveCanonically(pool, objective, warmStart);
    case "fair": {
      const problem = assignmentProblem(program, graph, objective);
      const answer = yield* solving(fairSteps(cutPins(problem, pins, true), { ties: "canonical" }));
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
  { program, graph, quotas, options }: Pool,
  objective: "coverage" | "score",
  pins: Pins,
): Steps<QuotaAssignment> {
  const problem = quotaProblem(assignmentProblem(program, graph, objective), quotas.list, pins);
  const { work } = options.limits;
  try {
    let known: Pick<Progress, "bound" | "gap"> = {};
    const onBounds = ({ goal, best, atMost }: KnownBounds): void => {
      const bound = { of: goal === "placed" ? "people" : "points", atMost } as const;
      known = best === undefined ? { bound } : { bound, gap: atMost - best };
    };
    const steps = solveQuotasInSteps(problem, { ...(work === undefined ? {} : { work }), onBounds });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield { phase: "solving", done: step.value, total: null, ...known };
    return step.value;
  } catch (error) {
    if (!(error instanceof TersineError && error.code === "LIMIT_WORK")) throw error;
    const message =
      "expected pairs that meet the quotas within the work allowed, found none and no proof that there are none.";
    throw fault("LIMIT_WORK", "/limits/work", message, { hint: "Raise the limit, or relax a quota.", cause: error });
  }
}

/** A warm start changes nothing but the time: without an answer, what conflicts is found from the beginning. */
function* solveCanonically(
  pool: Pool,
  objective: "coverage" | "score",
  warmStart: WarmStart | undefined,
): Steps<Assignment> {
  if (warmStart !== undefined) {
    const assignment = yield* solveForInSteps(pool, objective, { ties: "canonical", warmStart });
    if (assignment.status === "optimal") return assignment;
  }
  return yield* solveForInSteps(pool, objective, { ties: "canonical" });
}

function* solveForInSteps(
  { program, graph, pins }: Pool,
  objective: "coverage" | "score",
  options: SolveOptions,
): Steps<Assignment> {
  const problem = assignmentProblem(program, graph, objective);
  return joinPins(yield* solving(assignmentSteps(cutPins(problem, pins, false), options)), problem, pins);
}

/** A solve as steps that tell its work. */
export function* solving<Answer>(steps: Engine<Answer>): Steps<Answer> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield { phase: "solving", done: step.value, total: null };
  return step.value;
}

function* solveStably({ program, graph, options }: Pool): Steps<StableAssignment> {
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
  lists.forEach((list, person) => (start[person + 1] = (start[person] ?? 0) + list.length));
  return { start, choiceAt: Int32Array.from(lists.flat()) };
}

/** People against `coverage`, the total against `scored`. */
function* priceOf(
  pool: Pool,
  { placedRows, placedColumns, total }: Pick<OptimalAssignment, "placedRows" | "placedColumns" | "total">,
  scored: "coverage" | "score",
): Steps<ObjectivePrice> {
  const covering = yield* solveForInSteps(pool, "coverage", {});
  const scoring = scored === "coverage" ? covering : yield* solveForInSteps(pool, "score", {});
  if (covering.status === "infeasible" || scoring.status === "infeasible") return { people: 0, score: 0 };
  const people = covering.placedRows + covering.placedColumns - placedRows - placedColumns;
  return { people, score: scoring.total - total };
}
