import { problem as error } from "../../base/error.ts";
import { drain, type Engine } from "../engine.ts";
import { checkAnswer } from "../check-answer.ts";
import type { CoverageProof } from "../problem.ts";
import { assignmentSteps } from "../solve-assignment.ts";
import { verifyQuotas } from "../proof/quotas.ts";
import type { CountedChoice } from "./counted-choice.ts";
import { aimAt, instanceOf, type Goal, type Instance } from "./instance.ts";
import type { BoundedAssignment, PlacedBound, QuotaAssignment, QuotaProblem } from "./problem.ts";
import { reach, type Reached } from "./reach.ts";
import { validateQuotas, validateWork } from "./validate.ts";

export interface QuotaOptions {
  /**
   * Most elementary steps, as counted by `work`; `npm run bench:quotas` prints how many a second. When they run out the best choice so
   * far is returned as `feasible`, with its proved gap. @default 300,000,000
   */
  readonly work?: number;
  /** Whether the answer is checked by `verifyOptimality` before it is returned. @default true */
  readonly verify?: boolean;
  /** Is told what the search knows each time that it knows more. */
  readonly onBounds?: (bounds: KnownBounds) => void;
}

/** How far a search has come: first, unless `unmatched` is "free", with the placed nodes, then with the total. */
export interface KnownBounds {
  readonly goal: "placed" | "total";
  /** Worth of the best choice known; absent as long as none meets the quotas. */
  readonly best?: number;
  /** No choice that meets the quotas, and serves the goals before as well as possible, is worth more. */
  readonly atMost: number;
}

/** Most elementary steps of a search that is given no limit. */
export const DEFAULT_WORK = 300_000_000;

/**
 * Returns the best choice of edges that meets quotas on sets of edges, with a proof; or a proof that there is none.
 *
 * Method: Lagrangian bounds over the assignment engines, multipliers from a master problem (see `boundPart`), and a
 * search for choices worth more than a threshold slightly below the bound; where there is none the threshold is lowered.
 * A threshold close to the bound leaves two or three possible edges per row. Exponential in the worst case; the work is
 * limited.
 *
 * Throws `TersineError`: all faults of the problem together; `LIMIT_WEIGHTS`; `LIMIT_WORK` if the work runs out before
 * any choice that meets the quotas is known; `INTERNAL` if an answer fails its own check.
 */
export function solveWithQuotas(problem: QuotaProblem, options: QuotaOptions = {}): QuotaAssignment {
  validateQuotas(problem);
  return drain(solveQuotasInSteps(problem, options));
}

/** `solveWithQuotas` as a generator that yields its work count every few milliseconds, for problems that are sound by their making. */
export function* solveQuotasInSteps(problem: QuotaProblem, options: QuotaOptions = {}): Engine<QuotaAssignment> {
  validateWork(options.work ?? DEFAULT_WORK);
  const answer = yield* solve(yield* instanceOf(problem), options.work ?? DEFAULT_WORK, options.onBounds);
  if (options.verify ?? true) yield* checkAnswer(verifyQuotas(problem, answer), answer.work);
  return answer;
}

function* solve(instance: Instance, mostWork: number, tell: QuotaOptions["onBounds"]): Engine<QuotaAssignment> {
  const { problem } = instance;
  const isPlacing = problem.unmatched !== "free";
  let work = 0;
  const run = function* (goal: Goal, known?: CountedChoice, isFirstEnough = false): Engine<Reached> {
    const { kind } = goal;
    const onBounds = (best: number | undefined, atMost: number): void => {
      // until a choice is known that places as many as there would be without quotas, the bound may be one on nothing
      const isTrial = kind === "total" && goal.isMost && best === undefined;
      if (kind !== "any" && !isTrial) tell?.({ goal: kind, ...(best === undefined ? {} : { best }), atMost });
    };
    const limits = { known, mostWork: mostWork - work, isFirstEnough, onBounds };
    const steps = reach(instance, yield* aimAt(instance, goal), limits);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield work + step.value;
    work += step.value.work;
    return step.value;
  };
  const covered = isPlacing ? yield* coverWithoutQuotas(problem) : { work: 0 };
  work += covered.work;
  if (!isPlacing || covered.placed !== undefined) {
    // mostly quotas leave as many placed as there would be without them
    const goal = { kind: "total", placed: covered.placed?.nodes ?? 0, isMost: isPlacing } as const;
    const reached = yield* run(goal);
    if (reached.best !== undefined) return assignmentOf(instance, reached, covered.placed, work);
  }
  const any = yield* run({ kind: "any" }, undefined, true);
  if (any.best === undefined) {
    if (any.isComplete) return { status: "infeasible", tree: any.tree, work };
    throw outOfWork();
  }
  if (!isPlacing) {
    const goal = { kind: "total", placed: 0, isMost: false } as const;
    return assignmentOf(instance, yield* run(goal, inGoal(any.best, goal, problem)), undefined, work);
  }
  const most = yield* run({ kind: "placed" }, inGoal(any.best, { kind: "placed" }, problem));
  const best = most.best ?? any.best;
  const goal = { kind: "total", placed: best.countOf.at(-1) ?? 0, isMost: false } as const;
  const reached = yield* run(goal, inGoal(best, goal, problem));
  return assignmentOf(instance, reached, { nodes: most.atMost, because: most.tree }, work);
}

function outOfWork(): Error {
  return error("LIMIT_WORK", "/work", "expected a choice that meets the quotas within the work allowed, got none.", {
    hint: "Raise the limit, or relax a quota.",
  });
}

interface Covered {
  readonly placed?: PlacedBound;
  readonly work: number;
}

/** The most nodes that are placed where quotas do not count; nothing if not even the minimum loads can be met. */
function* coverWithoutQuotas(problem: QuotaProblem): Engine<Covered> {
  const weightAt = new Int32Array(problem.columnAt.length);
  // its check would take the problem for one with quotas; what is used of the answer is checked with the whole
  const answer = yield* assignmentSteps({ ...problem, weightAt }, { verify: false });
  if (answer.status === "infeasible" || answer.proof.coverage === undefined) return { work: answer.work };
  const because: CoverageProof = answer.proof.coverage;
  return { placed: { nodes: answer.placedRows + answer.placedColumns, because }, work: answer.work };
}

/** The same choice with its worth in another goal. */
function inGoal(choice: CountedChoice, goal: Goal, { weightAt }: QuotaProblem): CountedChoice {
  const total = choice.chosen.reduce((sum, edge) => sum + weightAt[edge]!, 0);
  return { ...choice, value: goal.kind === "placed" ? (choice.countOf.at(-1) ?? 0) : total };
}

function assignmentOf(
  { problem, rowAt, quotas }: Instance,
  { best, atMost, tree }: Reached,
  placed: PlacedBound | undefined,
  work: number,
): BoundedAssignment {
  if (best === undefined) throw outOfWork();
  const rowOf = best.chosen.map((edge) => rowAt[edge]!);
  const columnOf = best.chosen.map((edge) => problem.columnAt[edge]!);
  const isPlaced = placed === undefined || placed.nodes === best.countOf[quotas.length];
  return {
    status: isPlaced && best.value === atMost ? "optimal" : "feasible",
    rowOf,
    columnOf,
    total: best.value,
    placedRows: new Set(rowOf).size,
    placedColumns: new Set(columnOf).size,
    countOf: best.countOf.slice(0, quotas.length),
    proof: { kind: "bound", ...(placed === undefined ? {} : { placed }), total: atMost, tree },
    work,
  };
}
