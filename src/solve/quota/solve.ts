import { asPublic } from "../../base/public.ts";
import { problem as error } from "../../base/error.ts";
import { countedOn, drain, finished, mapResult, type Steps } from "../../base/steps.ts";
import { checkAnswer } from "../check-answer.ts";
import type { CoverageProof } from "../problem.ts";
import { assignmentSteps } from "../solve-assignment.ts";
import { verifyQuotas } from "../proof/quotas.ts";
import { worthOf, type CountedChoice } from "./counted-choice.ts";
import { aimAt, instanceOf, type Goal, type Instance } from "./instance.ts";
import { findPlan, type Plan } from "./plan.ts";
import type { Priced } from "./price.ts";
import type { BoundedAssignment, PlacedBound, QuotaAssignment, QuotaProblem } from "./problem.ts";
import { solveGoal, type Attempt, type GoalAnswer } from "./goal.ts";
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
  return asPublic("solveWithQuotas", () => {
    validateQuotas(problem);
    return drain(quotaSteps(problem, options));
  });
}

/** The steps of `solveWithQuotas`, which yield their work count, for problems that are sound by their making. */
export function* quotaSteps(problem: QuotaProblem, options: QuotaOptions = {}): Steps<QuotaAssignment, number> {
  const { work = DEFAULT_WORK, verify = true, onBounds } = options;
  validateWork(work);
  const answer = yield* solve({ instance: yield* instanceOf(problem), mostWork: work, onBounds, work: 0 });
  if (verify) yield* checkAnswer(verifyQuotas(problem, answer), answer.work);
  return answer;
}

/** Shares of the work left that a plan, and then the bound on placed nodes, may take. */
const PLAN_SHARE = 0.1;
const PLACING_SHARE = 0.4;

/** What is known while a problem is being solved. */
interface Progress {
  readonly instance: Instance;
  readonly mostWork: number;
  readonly onBounds: QuotaOptions["onBounds"];
  work: number;
}

/**
 * A choice that meets all demands comes first; then, unless staying alone costs nothing, the bound on placed nodes; then
 * the total. Each may find better choices.
 */
function* solve(progress: Progress): Steps<QuotaAssignment, number> {
  const { instance, mostWork } = progress;
  const { problem } = instance;
  const isPlacing = problem.unmatched !== "free";
  const covered = isPlacing ? yield* coverWithoutQuotas(problem) : { work: 0 };
  progress.work += covered.work;
  const plan = yield* countedOn(progress.work, findPlan(instance, PLAN_SHARE * (mostWork - progress.work)));
  progress.work += plan.work;
  let { best } = plan;
  if (best === undefined) {
    const goal = { kind: "any" } as const;
    const start = { choices: plan.root.choices.map((choice) => inGoal(choice, goal)), best: undefined };
    const any = yield* run(progress, goal, { isFirstEnough: true, start });
    if (any.best === undefined && any.isComplete) return { status: "infeasible", tree: any.tree, work: progress.work };
    ({ best } = any);
  }
  if (best === undefined) throw outOfWork();
  if (!isPlacing) return yield* bestTotal(progress, plan, best, undefined);
  const placed = yield* boundPlaced(progress, plan, best, covered.placed);
  return yield* bestTotal(progress, plan, placed.best, placed.bound);
}

/** Works on one goal with a share of the work that is left. */
function run(
  progress: Progress,
  goal: Goal,
  { share = 1, ...attempt }: Partial<Attempt> & { readonly share?: number },
): Steps<GoalAnswer, number> {
  const { instance } = progress;
  const onBounds = (best: number | undefined, atMost: number): void => {
    if (goal.kind === "any" || goal.kind === "plan") return;
    progress.onBounds?.({ goal: goal.kind, ...(best === undefined ? {} : { best }), atMost });
  };
  const mostWork = share * Math.max(0, progress.mostWork - progress.work);
  const limits = { isFirstEnough: false, ...attempt, mostWork, onBounds };
  return mapResult(countedOn(progress.work, solveGoal(instance, aimAt(instance, goal), limits)), (reached) => {
    progress.work += reached.work;
    return reached;
  });
}

/** The most nodes that can be placed, as far as that can be shown, and the best choice known then. */
function boundPlaced(
  progress: Progress,
  { root }: Plan,
  best: CountedChoice,
  covered: PlacedBound | undefined,
): Steps<{ readonly best: CountedChoice; readonly bound: PlacedBound }, number> {
  const placed = best.countOf.at(-1)!;
  if (covered !== undefined && covered.nodes === placed) return finished({ best, bound: covered });
  if (covered !== undefined) progress.onBounds?.({ goal: "placed", best: placed, atMost: covered.nodes });
  const goal = { kind: "placed" } as const;
  const choices = root.choices.map((choice) => inGoal(choice, goal));
  const attempt = { known: inGoal(best, goal), start: { choices, best: undefined }, share: PLACING_SHARE };
  return mapResult(run(progress, goal, attempt), (most) => {
    const isCovered = covered !== undefined && covered.nodes <= most.atMost;
    return { best: most.best ?? best, bound: isCovered ? covered : { nodes: most.atMost, because: most.tree } };
  });
}

/** The best total of the choices that place as many nodes as the best one known. */
function bestTotal(
  progress: Progress,
  { root, aim }: Plan,
  best: CountedChoice,
  placed: PlacedBound | undefined,
): Steps<BoundedAssignment, number> {
  const least = placed === undefined ? 0 : best.countOf.at(-1)!;
  const isMost = placed !== undefined && !("root" in placed.because) && placed.nodes === least;
  const goal = { kind: "total", placed: least, isMost } as const;
  const { scale } = aimAt(progress.instance, goal);
  const choices = root.choices.map((choice) => inGoal(choice, goal));
  const start = { choices, best: root.best === undefined ? undefined : rescaled(root.best, scale / aim.scale) };
  return mapResult(run(progress, goal, { known: inGoal(best, goal), start }), (reached) =>
    assignmentOf(progress.instance, { ...reached, best: reached.best ?? best }, placed, progress.work),
  );
}

/** The same prices in another scale. */
function rescaled(priced: Priced, factor: number): Priced {
  const { multipliers, placement, warm } = priced;
  const scaled = (prices: Float64Array): Float64Array => prices.map((value) => Math.round(value * factor));
  return {
    ...priced,
    multipliers: scaled(multipliers),
    placement: Math.round(placement * factor),
    warm: {
      ...warm,
      rowPrice: scaled(warm.rowPrice),
      columnPrice: scaled(warm.columnPrice),
      placement: Math.round(warm.placement * factor),
    },
  };
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
function coverWithoutQuotas(problem: QuotaProblem): Steps<Covered, number> {
  const weightAt = new Int32Array(problem.columnAt.length);
  // its check would take the problem for one with quotas; what is used of the answer is checked with the whole
  return mapResult(assignmentSteps({ ...problem, weightAt }, { verify: false }), (answer) => {
    if (answer.status === "infeasible" || answer.proof.coverage === undefined) return { work: answer.work };
    const because: CoverageProof = answer.proof.coverage;
    return { placed: { nodes: answer.placedRows + answer.placedColumns, because }, work: answer.work };
  });
}

/** The same choice with its worth in another goal. */
function inGoal(choice: CountedChoice, goal: Goal): CountedChoice {
  return { ...choice, value: worthOf(goal, choice.total, choice.countOf.at(-1)!) };
}

function assignmentOf(
  { problem, rowAt, quotas }: Instance,
  { best, atMost, tree }: GoalAnswer,
  placed: PlacedBound | undefined,
  work: number,
): BoundedAssignment {
  if (best === undefined) throw outOfWork();
  const rowOf = best.chosen.map((edge) => rowAt[edge]!);
  const columnOf = best.chosen.map((edge) => problem.columnAt[edge]!);
  const isPlaced = placed === undefined || placed.nodes === best.countOf.at(-1);
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
