import { problem as error } from "../../base/error.ts";
import { countedOn, type Steps } from "../../base/steps.ts";
import { boundPart, type Bounded } from "./bound-part.ts";
import { fixEdges } from "./fixing.ts";
import type { CountedChoice } from "./counted-choice.ts";
import { worthBelow, type Aim, type Instance } from "./instance.ts";
import { evidenceOf, gainsAt, paidWeights, type LiveEdges, type Priced } from "./price.ts";
import type { BoundTree } from "./problem.ts";
import { sortedEntry } from "./sorted-entry.ts";
import { keepPossible, partOf, searchAbove, type Case } from "./search.ts";

/** What a goal has come to. */
export interface GoalAnswer {
  /** The best fit choice seen. */
  readonly best: CountedChoice | undefined;
  /** No fit choice is worth more; if the best one is worth as much, or there is none, nothing is left open. */
  readonly atMost: number;
  readonly isComplete: boolean;
  readonly tree: BoundTree;
  readonly work: number;
  /** How all choices together were bounded. */
  readonly root: Bounded;
}

/** What is known before a goal is tried, and when to stop. */
export interface Attempt {
  readonly known?: CountedChoice | undefined;
  /** Choices and prices from another goal. */
  readonly start?: Pick<Bounded, "choices" | "best">;
  readonly mostWork: number;
  /** Whether any fit choice will do. */
  readonly isFirstEnough: boolean;
  /** Is told the worth of the best choice known, if any, and the bound, each time that one of them changes. */
  readonly onBounds?: (best: number | undefined, atMost: number) => void;
}

/** Edges per row that the first threshold should leave. */
const FIRST_EDGES_PER_ROW = 2.5;
/** Fixing goes as far below the bound as the first threshold lies, then this many times as far, up to the deepest. */
const DEEPER = 4;
const DEEPEST_FIXING = 256;
/** Share of the remaining work that fixing from one threshold may take. */
const FIXING_WORK = 0.5;

/**
 * Bounds all choices at once, looks for a good one by fixing edges, and then looks through all those above a threshold: close to the
 * bound few edges are possible. Where a search finds nothing its tree lowers the bound to its threshold,
 * and the next threshold lies four times as far down.
 */
export function* solveGoal(instance: Instance, aim: Aim, attempt: Attempt): Steps<GoalAnswer, number> {
  const { mostWork, isFirstEnough, onBounds } = attempt;
  const all: Case = {
    edges: Int32Array.from({ length: instance.problem.columnAt.length }, (_, edge) => edge),
    required: new Set(instance.problem.required),
    demands: instance.quotas,
    known: attempt.start ?? { choices: [], best: undefined },
  };
  const part = partOf(instance, all);
  const nothing = aim.lowest - aim.step;
  const state: { best: CountedChoice | undefined; atMost: number | undefined; work: number } = {
    best: attempt.known,
    atMost: undefined,
    work: 0,
  };
  const onFit = (choice: CountedChoice): void => {
    if (state.best !== undefined && choice.value <= state.best.value) return;
    state.best = choice;
    if (state.atMost !== undefined) onBounds?.(choice.value, Math.max(state.atMost, choice.value));
  };
  const least = isFirstEnough ? nothing + aim.step : (attempt.known?.value ?? nothing) + aim.step;
  const root = yield* boundPart(instance, aim, part, { least, isThorough: true, mostWork, onFit });
  state.work = root.work;
  const { best: top } = root;
  if (top === undefined) throw tooLarge();
  let atMost = worthBelow(aim, top.bound);
  const tell = (): void => {
    state.atMost = atMost;
    onBounds?.(state.best?.value, Math.max(atMost, state.best?.value ?? atMost));
  };
  tell();
  let tree: BoundTree = { scale: aim.scale, root: evidenceOf(top) };
  const floor = (): number => state.best?.value ?? nothing;
  const isDone = (): boolean => atMost <= floor() || (isFirstEnough && state.best !== undefined);
  const startAbove = (threshold: number): Case => {
    return { ...all, edges: keepPossible(instance, aim, part.live, top, threshold), known: root };
  };
  const linear = atMost;
  const { step } = aim;
  let depth = step * Math.ceil(firstDepth(instance, aim, part.live, top) / step);
  let isOpen = !isDone() && state.work < mostWork;
  for (let times = 1; isOpen && times <= DEEPEST_FIXING && floor() < linear - times * depth; times *= DEEPER) {
    const threshold = Math.max(floor(), linear - times * depth);
    const start = startAbove(threshold);
    const limits = {
      least: threshold + step,
      isThorough: false,
      mostWork: FIXING_WORK * (mostWork - state.work),
      onFit,
    };
    state.work += yield* countedOn(state.work, fixEdges(instance, aim, start, limits));
    isOpen = !isDone() && state.work < mostWork;
  }
  for (; isOpen; depth *= 4) {
    const threshold = Math.max(floor(), linear - depth);
    // a search above this threshold has been completed before
    if (threshold >= atMost) continue;
    const limits = { mostWork: mostWork - state.work, isFirstEnough };
    const search = searchAbove(instance, aim, startAbove(threshold), state.best, threshold, limits);
    const found = yield* countedOn(state.work, search);
    state.work += found.work;
    if (found.best !== undefined) onFit(found.best);
    if (found.tree === undefined) break;
    atMost = found.atMost;
    tell();
    // the root's prices leave the edges that the search began with
    tree = { scale: aim.scale, root: { ...evidenceOf(top), then: found.tree } };
    isOpen = !isDone();
  }
  const { best, work } = state;
  return { best, atMost: Math.max(atMost, floor()), isComplete: isDone(), tree, work, root };
}

function tooLarge(): Error {
  return error("LIMIT_WEIGHTS", "/weightAt", "expected weights small enough for exact sums, got larger ones.", {
    hint: "Divide all weights by the same number and round them.",
  });
}

/** How far below the bound the first threshold lies: so far that a few edges per row stay possible. */
function firstDepth(instance: Instance, aim: Aim, live: LiveEdges, top: Priced): number {
  const paid = paidWeights(instance, aim, live, top.multipliers);
  const gains = gainsAt(instance, live, paid, top);
  if (gains.length === 0) return 1;
  for (let place = 0; place < gains.length; place += 1) gains[place] = Math.max(0, -gains[place]!);
  const place = Math.min(gains.length - 1, Math.ceil(FIRST_EDGES_PER_ROW * instance.problem.rows));
  return 1 + Math.ceil(sortedEntry(gains, place) / aim.scale);
}
