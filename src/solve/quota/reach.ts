import { problem as error } from "../../base/error.ts";
import type { Engine } from "../engine.ts";
import { boundPart } from "./bound-part.ts";
import { dive } from "./dive.ts";
import type { CountedChoice } from "./counted-choice.ts";
import type { Aim, Instance } from "./instance.ts";
import { evidenceOf, gainsAt, paidWeights, type LiveEdges, type Priced } from "./price.ts";
import type { BoundTree } from "./problem.ts";
import { sortedEntry } from "./sorted-entry.ts";
import { inStretches } from "../stretches.ts";
import { keepPossible, openBeside, partOf, searchAbove, type SearchLimits } from "./search.ts";

/** What a goal has come to. */
export interface Reached {
  /** The best fit choice seen. */
  readonly best: CountedChoice | undefined;
  /** No fit choice is worth more; if the best one is worth as much, or there is none, nothing is left open. */
  readonly atMost: number;
  readonly isComplete: boolean;
  readonly tree: BoundTree;
  readonly work: number;
}

/** What is known before a goal is tried, and when to stop. */
export interface Attempt {
  readonly known?: CountedChoice | undefined;
  readonly mostWork: number;
  /** Whether any fit choice will do. */
  readonly isFirstEnough: boolean;
  /** Is told the worth of the best choice known, if any, and the bound, each time that one of them changes. */
  readonly onBounds?: (best: number | undefined, atMost: number) => void;
}

/** Edges per row that the first threshold should leave. */
const FIRST_EDGES_PER_ROW = 2.5;
/** Dives go as far below the bound as the first threshold lies, then this many times as far, up to the deepest. */
const DEEPER = 4;
const DEEPEST_DIVE = 256;
/** Share of the remaining work that one dive may take. */
const DIVE_WORK = 0.5;

/**
 * Bounds all choices at once, dives for a good one, and then looks through all those above a threshold: close to the
 * bound few edges are possible. Where a search finds nothing its tree lowers the bound to its threshold,
 * and the next threshold lies four times as far down.
 */
export function* reach(instance: Instance, aim: Aim, attempt: Attempt): Engine<Reached> {
  const { mostWork, isFirstEnough, onBounds } = attempt;
  const required = new Set(instance.problem.required);
  const all = new Int32Array(instance.problem.columnAt.length);
  for (let edge = 0; edge < all.length; edge += 1) all[edge] = edge;
  const open = yield* openBeside(instance, all, required);
  const part = yield* partOf(instance, open, required, { choices: [], best: undefined });
  const nothing = aim.lowest - 1;
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
  const root = yield* boundPart(instance, aim, part, { least: nothing + 1, isThorough: true, mostWork, onFit });
  state.work = root.work;
  const { best: top } = root;
  if (top === undefined) throw tooLarge();
  let atMost = Math.floor(top.bound / aim.scale);
  const tell = (): void => {
    state.atMost = atMost;
    onBounds?.(state.best?.value, atMost);
  };
  tell();
  let tree: BoundTree = { scale: aim.scale, root: evidenceOf(top) };
  const floor = (): number => state.best?.value ?? nothing;
  const isDone = (): boolean => atMost <= floor() || (isFirstEnough && state.best !== undefined);
  const search = function* (threshold: number, limits: SearchLimits): Engine<boolean> {
    const edges = yield* keepPossible(instance, aim, part.live, top, threshold);
    const start = { part: yield* partOf(instance, edges, required, root), required };
    const steps = searchAbove(instance, aim, start, state.best, threshold, limits);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield state.work + step.value;
    const found = step.value;
    state.work += found.work;
    if (found.best !== undefined) onFit(found.best);
    if (found.tree === undefined) return false;
    atMost = found.atMost;
    tell();
    // the root's prices leave the edges that the search began with
    tree = { scale: aim.scale, root: { ...evidenceOf(top), then: found.tree } };
    return true;
  };
  const linear = atMost;
  let depth = yield* firstDepth(instance, aim, part.live, top);
  let isOpen = !isDone() && state.work < mostWork;
  for (let times = 1; isOpen && times <= DEEPEST_DIVE && floor() < linear - times * depth; times *= DEEPER) {
    const threshold = Math.max(floor(), linear - times * depth);
    const edges = yield* keepPossible(instance, aim, part.live, top, threshold);
    const start = { part: yield* partOf(instance, edges, required, root), required };
    const limits = { least: threshold + 1, isThorough: false, mostWork: DIVE_WORK * (mostWork - state.work), onFit };
    const steps = dive(instance, aim, start, limits);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield state.work + step.value;
    state.work += step.value;
    isOpen = !isDone() && state.work < mostWork;
  }
  for (; isOpen; depth *= 4) {
    const threshold = Math.max(floor(), linear - depth);
    // a search above this threshold has been completed before
    if (threshold >= atMost) continue;
    isOpen = (yield* search(threshold, { mostWork: mostWork - state.work, isFirstEnough })) && !isDone();
  }
  return { best: state.best, atMost: Math.max(atMost, floor()), isComplete: isDone(), tree, work: state.work };
}

function tooLarge(): Error {
  return error("LIMIT_WEIGHTS", "/weightAt", "expected weights small enough for exact sums, got larger ones.", {
    hint: "Divide all weights by a common factor.",
  });
}

/** How far below the bound the first threshold lies: so far that a few edges per row stay possible. */
function* firstDepth(instance: Instance, aim: Aim, live: LiveEdges, top: Priced): Engine<number> {
  const paid = yield* paidWeights(instance, aim, live, top.multipliers);
  const gains = yield* gainsAt(instance, live, paid, top);
  if (gains.length === 0) return 1;
  yield* inStretches(gains.length, 0, (from, until) => {
    for (let place = from; place < until; place += 1) gains[place] = Math.max(0, -gains[place]!);
  });
  const place = Math.min(gains.length - 1, Math.ceil(FIRST_EDGES_PER_ROW * instance.problem.rows));
  return 1 + Math.ceil((yield* sortedEntry(gains, place)) / aim.scale);
}
