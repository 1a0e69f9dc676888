import type { Engine } from "../engine.ts";
import { boundPart, type Bounded, type Part } from "./bound-part.ts";
import type { CountedChoice } from "./counted-choice.ts";
import type { Aim, Instance } from "./instance.ts";
import { evidenceOf, gainsAt, liveEdges, paidWeights, type LiveEdges, type Priced } from "./price.ts";
import type { BoundNode } from "./problem.ts";
import { keptOf } from "../stretches.ts";

/** What a search for choices worth more than a threshold has brought. */
export interface Found {
  /** The best fit choice seen, whether above the threshold or not. */
  readonly best: CountedChoice | undefined;
  /** Bounds every part; absent if the search ended early. */
  readonly tree: BoundNode | undefined;
  /** What the tree bounds: no fit choice is worth more. */
  readonly atMost: number;
  readonly work: number;
}

/** When a search ends before every part is bounded. */
export interface SearchLimits {
  readonly mostWork: number;
  /** Whether the first choice above the threshold is enough. */
  readonly isFirstEnough: boolean;
}

/** A part that waits, with the place in the tree that its outcome belongs to. */
interface Waiting {
  readonly part: Part;
  readonly required: ReadonlySet<number>;
  readonly put: (node: BoundNode) => void;
  /** Whether the part cannot be split and has to be bounded sharply. */
  readonly isExact?: boolean;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * Looks through all choices worth more than `threshold`, or than the best one found on the way: depth first, each part
 * bounded by its own multipliers, cut by reduced costs, and split at an edge about which the master is undecided.
 */
export function* searchAbove(
  instance: Instance,
  aim: Aim,
  root: { readonly part: Part; readonly required: ReadonlySet<number> },
  known: CountedChoice | undefined,
  threshold: number,
  { mostWork, isFirstEnough }: SearchLimits,
): Engine<Found> {
  const state = { best: known, atMost: Math.max(threshold, known?.value ?? threshold), work: 0 };
  const onFit = (choice: CountedChoice): void => {
    if (state.best === undefined || choice.value > state.best.value) state.best = choice;
    state.atMost = Math.max(state.atMost, choice.value);
  };
  let tree: BoundNode | undefined;
  const waiting: Waiting[] = [{ ...root, put: (node) => (tree = node) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const before = state.work;
    const isExact = next.isExact === true;
    const stop = { least: state.atMost + 1, isThorough: isExact, isExact, mostWork: mostWork - before, onFit };
    const steps = boundPart(instance, aim, next.part, stop);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield before + step.value;
    const bounded = step.value;
    state.work = before + bounded.work;
    const { best } = bounded;
    if (best === undefined) return { ...state, tree: undefined };
    const node: Writable<BoundNode> = evidenceOf(best);
    next.put(node);
    if (best.bound < aim.scale * (state.atMost + 1)) continue;
    if (state.work >= mostWork || (isFirstEnough && state.atMost > threshold)) return { ...state, tree: undefined };
    const kept = yield* keepPossible(instance, aim, next.part.live, best, state.atMost);
    const edge = chooseBranch(next.required, kept, bounded);
    if (edge < 0) {
      if (isExact) return { ...state, tree: undefined };
      const part = yield* partOf(instance, next.part.live.edges, next.required, bounded);
      waiting.push({ ...next, part, isExact: true });
      continue;
    }
    waiting.push(...(yield* split(instance, next.required, kept, bounded, edge, node)));
  }
  return { ...state, tree };
}

/** The live edges with which a choice can be worth more than `atMost`; the required ones are kept. */
export function* keepPossible(
  instance: Instance,
  aim: Aim,
  live: LiveEdges,
  best: Priced,
  atMost: number,
): Engine<Int32Array> {
  const paid = yield* paidWeights(instance, aim, live, best.multipliers);
  const gains = yield* gainsAt(instance, live, paid, best);
  const least = aim.scale * (atMost + 1);
  const { isRequiredAt } = live;
  return yield* keptOf(
    live.edges,
    0,
    (_, place) => isRequiredAt[place] === 1 || best.bound + Math.min(0, gains[place]!) >= least,
  );
}

/**
 * The possible edge whose share in the mixture is nearest to one half, the first of several; where the mixture is
 * decided, the first edge of the best pricing's choice, and then of any, that is still open. -1 if none is.
 */
function chooseBranch(required: ReadonlySet<number>, kept: Int32Array, bounded: Bounded): number {
  const shareAt = sharesOf(bounded);
  const chosen = new Set(bounded.best?.chosen);
  let found = -1;
  let nearest = -Infinity;
  for (const edge of kept) {
    if (required.has(edge)) continue;
    const share = shareAt.get(edge) ?? 0;
    const isUndecided = share > 1e-6 && share < 1 - 1e-6;
    const nearness = isUndecided ? 1 - Math.abs(share - 0.5) : chosen.has(edge) ? 0 : -1;
    if (nearness <= nearest) continue;
    nearest = nearness;
    found = edge;
  }
  return found;
}

/** Share of each edge in the mixture, where it is above 0. */
export function sharesOf({ choices, shareOf }: Bounded): ReadonlyMap<number, number> {
  const shareAt = new Map<number, number>();
  choices.forEach(({ chosen }, at) => {
    const share = shareOf[at] ?? 0;
    if (share > 0) for (const edge of chosen) shareAt.set(edge, (shareAt.get(edge) ?? 0) + share);
  });
  return shareAt;
}

/** The two cases of an edge; the last one, in which it is chosen, is looked at first: it holds the good choices. */
function* split(
  instance: Instance,
  required: ReadonlySet<number>,
  kept: Int32Array,
  bounded: Bounded,
  edge: number,
  node: Writable<BoundNode>,
): Engine<readonly Waiting[]> {
  const cases: { required?: BoundNode; excluded?: BoundNode } = {};
  const put = (which: "required" | "excluded") => (child: BoundNode) => {
    cases[which] = child;
    if (cases.required !== undefined && cases.excluded !== undefined) {
      node.branch = { edge, required: cases.required, excluded: cases.excluded };
    }
  };
  const withEdge = new Set([...required, edge]);
  const without = yield* keptOf(kept, 0, (other) => other !== edge);
  const beside = yield* openBeside(instance, kept, withEdge);
  return [
    { part: yield* partOf(instance, without, required, bounded), required, put: put("excluded") },
    { part: yield* partOf(instance, beside, withEdge, bounded), required: withEdge, put: put("required") },
  ];
}

/** The part with these edges, the known choices that lie within it, and the pricing to start from. */
export function* partOf(
  instance: Instance,
  edges: Int32Array,
  required: ReadonlySet<number>,
  { choices, best }: Pick<Bounded, "choices" | "best">,
): Engine<Part> {
  const within = choices.filter(({ chosen }) => {
    let met = 0;
    let place = 0;
    for (const edge of chosen) {
      place = firstFrom(edges, edge, place);
      if (edges[place] !== edge) return false;
      if (required.has(edge)) met += 1;
    }
    return met === required.size;
  });
  return { live: yield* liveEdges(instance, edges, required), choices: within, start: best };
}

/** Place of the first of the ascending edges from `place` on that is not below `edge`. */
function firstFrom(edges: Int32Array, edge: number, place: number): number {
  let low = place;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The edges without those at nodes whose capacity the required ones use up. */
export function* openBeside(instance: Instance, edges: Int32Array, required: ReadonlySet<number>): Engine<Int32Array> {
  const { problem, bounds, rowAt } = instance;
  const { columnAt } = problem;
  const rowRoom = bounds.row.capacity.slice();
  const columnRoom = bounds.column.capacity.slice();
  for (const edge of required) {
    rowRoom[rowAt[edge]!]! -= 1;
    columnRoom[columnAt[edge]!]! -= 1;
  }
  return yield* keptOf(
    edges,
    0,
    (edge) => (rowRoom[rowAt[edge]!]! > 0 && columnRoom[columnAt[edge]!]! > 0) || required.has(edge),
  );
}
