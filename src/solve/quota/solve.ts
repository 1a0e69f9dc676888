import { problem as error } from "../../base/error.ts";
import { drain, type Engine } from "../engine.ts";
import { insist } from "../insist.ts";
import type { CoverageProof } from "../problem.ts";
import { solveInSteps } from "../solve-assignment.ts";
import { verifyQuotas } from "../verify-quotas.ts";
import { boundPart, type Part } from "./bound-node.ts";
import type { Column } from "./columns.ts";
import { aimAt, instanceOf, type Aim, type Goal, type Instance } from "./instance.ts";
import { liveEdges, type Priced } from "./price.ts";
import type { BoundedAssignment, BoundNode, BoundTree, PlacedBound, QuotaAssignment, QuotaProblem } from "./problem.ts";
import { keepPossible, openBeside, searchAbove } from "./search.ts";
import { validateQuotas } from "./validate.ts";

export interface QuotaOptions {
  /**
   * Most elementary steps, as counted by `work`; about 10 to 50 million a second. When they run out the best choice so
   * far is returned as `feasible`, with its proved gap. @default 5,000,000,000
   */
  readonly work?: number;
  /** Whether the answer is checked by `verifyOptimality` before it is returned. @default true */
  readonly verify?: boolean;
}

const DEFAULT_WORK = 5_000_000_000;

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
  return drain(solveQuotasInSteps(problem, options));
}

/** `solveWithQuotas` as a generator that yields its work count every few milliseconds. */
export function* solveQuotasInSteps(problem: QuotaProblem, options: QuotaOptions = {}): Engine<QuotaAssignment> {
  validateQuotas(problem);
  const answer = yield* solve(instanceOf(problem), options.work ?? DEFAULT_WORK);
  if (options.verify ?? true) {
    insist(() => {
      verifyQuotas(problem, answer);
    });
  }
  return answer;
}

/** What a goal has come to. */
interface Reached {
  readonly best: Column | undefined;
  readonly isComplete: boolean;
  /** No fit choice is worth more. */
  readonly atMost: number;
  readonly tree: BoundTree;
  readonly work: number;
}

function* solve(instance: Instance, mostWork: number): Engine<QuotaAssignment> {
  const { problem } = instance;
  let work = 0;
  const run = function* (goal: Goal, known?: Column, stopAtFirst = false): Engine<Reached> {
    const steps = reach(instance, aimAt(instance, goal), mostWork - work, known, stopAtFirst);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield work + step.value;
    work += step.value.work;
    return step.value;
  };
  const covered = problem.unmatched === "free" ? undefined : yield* coverWithoutQuotas(problem);
  if (covered !== undefined) work += covered.work;
  if (covered?.placed !== undefined) {
    const reached = yield* run({ kind: "total", placed: covered.placed.nodes, isMost: true });
    if (reached.best !== undefined) return assignmentOf(instance, reached, covered.placed, work);
  }
  const any = problem.unmatched === "free" ? yield* run({ kind: "total", isMost: false }) : undefined;
  if (any?.best !== undefined) return assignmentOf(instance, any, undefined, work);
  const first = yield* run({ kind: "any" }, undefined, true);
  if (first.best === undefined) {
    if (!first.isComplete) throw workLimit();
    return { status: "infeasible", tree: first.tree, work };
  }
  if (problem.unmatched === "free") {
    const again = yield* run({ kind: "total", isMost: false }, inGoal(first.best, "total", problem));
    return assignmentOf(instance, again, undefined, work);
  }
  const most = yield* run({ kind: "placed" }, inGoal(first.best, "placed", problem));
  if (most.best === undefined) throw workLimit();
  const placed: PlacedBound = { nodes: most.atMost, because: most.tree };
  const goal: Goal = { kind: "total", placed: most.best.value, isMost: false };
  const reached = yield* run(goal, inGoal(most.best, "total", problem));
  return assignmentOf(instance, reached, placed, work);
}

function workLimit(): Error {
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
  const { layout, rows, columns, rowStart, columnAt, unmatched } = problem;
  const { rowCapacity, columnCapacity, rowMinimum, columnMinimum } = problem;
  const answer = yield* solveInSteps({
    layout,
    rows,
    columns,
    rowStart,
    columnAt,
    unmatched,
    weightAt: new Int32Array(columnAt.length),
    ...(rowCapacity === undefined ? {} : { rowCapacity }),
    ...(columnCapacity === undefined ? {} : { columnCapacity }),
    ...(rowMinimum === undefined ? {} : { rowMinimum }),
    ...(columnMinimum === undefined ? {} : { columnMinimum }),
  });
  if (answer.status === "infeasible" || answer.proof.coverage === undefined) return { work: answer.work };
  const because: CoverageProof = answer.proof.coverage;
  return { placed: { nodes: answer.placedRows + answer.placedColumns, because }, work: answer.work };
}

/** The same choice with its worth in another goal. */
function inGoal(column: Column, kind: "total" | "placed", { weightAt }: QuotaProblem): Column {
  const value =
    kind === "placed"
      ? (column.countOf.at(-1) ?? 0)
      : column.chosen.reduce((sum, edge) => sum + (weightAt[edge] ?? 0), 0);
  return { ...column, value };
}

/** Edges per row that the first threshold should leave. */
const FIRST_EDGES_PER_ROW = 2.5;

/** Bounds the root, and searches below the bound until the best choice is found or the work is spent. */
function* reach(
  instance: Instance,
  aim: Aim,
  mostWork: number,
  known: Column | undefined,
  stopAtFirst: boolean,
): Engine<Reached> {
  const required = new Set(instance.problem.required);
  const all = Int32Array.from({ length: instance.problem.columnAt.length }, (_, edge) => edge);
  const live = liveEdges(instance, openBeside(instance, all, required), required);
  const lowest = aim.lowest - 1;
  const state: { best: Column | undefined; work: number } = { best: known, work: 0 };
  const onFit = (column: Column): void => {
    if (state.best === undefined || column.value > state.best.value) state.best = column;
  };
  const rootPart: Part = { live, columns: [], start: undefined };
  const root = yield* boundPart(instance, aim, rootPart, { least: lowest + 1, isThorough: true, mostWork, onFit });
  state.work = root.work;
  if (root.best === undefined) throw workLimit();
  const top: Priced = root.best;
  const linear = Math.floor(top.bound / aim.scale);
  const rootTree = (): BoundTree => ({ scale: aim.scale, root: evidenceOf(top) });
  const done = (isComplete: boolean, atMost: number, tree: BoundTree): Reached => ({
    best: state.best,
    isComplete,
    atMost,
    tree,
    work: state.work,
  });
  if (linear <= lowest) return done(true, lowest, rootTree());
  if (state.best !== undefined && linear <= state.best.value) return done(true, state.best.value, rootTree());
  if (stopAtFirst && state.best !== undefined) return done(true, linear, rootTree());
  let atMost = linear;
  let tree = rootTree();
  let depth = firstDepth(instance, aim, rootPart, top);
  for (;;) {
    const floor = state.best?.value ?? lowest;
    const threshold = Math.max(floor, linear - depth);
    const edges = keepPossible(instance, aim, rootPart, top, threshold);
    const part = {
      live: liveEdges(instance, edges, required),
      columns: root.columns.filter(({ chosen }) => isWithin(chosen, edges)),
      start: top,
    };
    const steps = searchAbove(instance, aim, { part, required }, state.best, threshold, mostWork - state.work);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield state.work + step.value;
    const found = step.value;
    state.work += found.work;
    if (found.best !== undefined) onFit(found.best);
    if (!found.isComplete) return done(false, atMost, tree);
    if (found.tree === undefined) throw workLimit();
    atMost = found.atMost;
    // the search began with the edges that the root's bound leaves: the root's prices come first in the proof
    tree = { scale: aim.scale, root: under(top, found.tree) };
    if (found.atMost <= floor || (state.best !== undefined && state.best.value >= threshold)) {
      return done(true, atMost, tree);
    }
    // nothing above: far enough at once where even single edges decide little
    depth *= 4;
  }
}

function evidenceOf({ multipliers, placement, rowPrice, columnPrice }: Priced): BoundNode {
  return { multipliers, placement, rowPrice, columnPrice };
}

/** The root's prices, which shorten the list of edges, above the tree that was built on the short list. */
function under(top: Priced, tree: BoundNode): BoundNode {
  return { ...evidenceOf(top), then: tree };
}

function isWithin(chosen: Int32Array, edges: Int32Array): boolean {
  let place = 0;
  for (const edge of chosen) {
    while (place < edges.length && edges[place]! < edge) place += 1;
    if (edges[place] !== edge) return false;
  }
  return true;
}

/** How far below the bound the first threshold lies: so far that a few edges per row stay possible. */
function firstDepth(instance: Instance, aim: Aim, part: Part, top: Priced): number {
  const { edges, columnAt } = part.live;
  const { rowAt, problem, quotaStart, quotaAt } = instance;
  const loss = new Float64Array(edges.length);
  edges.forEach((edge, place) => {
    let gain = aim.scaledAt[edge]! - top.rowPrice[rowAt[edge]!]! - top.columnPrice[columnAt[place]!]!;
    for (let at = quotaStart[edge]!; at < quotaStart[edge + 1]!; at += 1) gain -= top.multipliers[quotaAt[at]!]!;
    loss[place] = Math.max(0, -gain);
  });
  loss.sort();
  const place = Math.min(loss.length - 1, Math.ceil(FIRST_EDGES_PER_ROW * Math.max(problem.rows, 1)));
  return 1 + Math.ceil((loss[Math.max(0, place)] ?? 0) / aim.scale);
}

function assignmentOf(
  { problem, rowAt, quotas }: Instance,
  { best, isComplete, atMost, tree }: Reached,
  placed: PlacedBound | undefined,
  work: number,
): BoundedAssignment {
  if (best === undefined) throw workLimit();
  const rowOf = best.chosen.map((edge) => rowAt[edge]!);
  const columnOf = best.chosen.map((edge) => problem.columnAt[edge]!);
  const isPlaced = placed === undefined || placed.nodes === best.countOf[quotas.length];
  return {
    status: isComplete && isPlaced && best.value === atMost ? "optimal" : "feasible",
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
