import type { Engine } from "../engine.ts";
import { boundPart, type Bounded, type Part } from "./bound-node.ts";
import type { Column } from "./columns.ts";
import type { Aim, Instance } from "./instance.ts";
import { liveEdges, paidWeights, type Priced } from "./price.ts";
import type { BoundNode } from "./problem.ts";

/** What a search for choices worth more than a threshold has brought. */
export interface Found {
  /** The best fit choice seen, whether above the threshold or not. */
  readonly best: Column | undefined;
  /** Whether every part is bounded: no fit choice is worth more than `atMost`. */
  readonly isComplete: boolean;
  readonly atMost: number;
  /** Present if complete. */
  readonly tree: BoundNode | undefined;
  readonly work: number;
}

/** A part that waits, with the place in the tree that its outcome belongs to. */
interface Waiting {
  readonly part: Part;
  readonly required: ReadonlySet<number>;
  readonly put: (node: BoundNode) => void;
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
  known: Column | undefined,
  threshold: number,
  mostWork: number,
): Engine<Found> {
  const state = { best: known, atMost: threshold, work: 0 };
  const onFit = (column: Column): void => {
    if (state.best === undefined || column.value > state.best.value) state.best = column;
    state.atMost = Math.max(state.atMost, column.value);
  };
  if (known !== undefined) onFit(known);
  let tree: BoundNode | undefined;
  const waiting: Waiting[] = [{ ...root, put: (node) => (tree = node) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const before = state.work;
    const stop = { least: state.atMost + 1, isThorough: false, mostWork: mostWork - before, onFit };
    const steps = boundPart(instance, aim, next.part, stop);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield before + step.value;
    const bounded = step.value;
    state.work = before + bounded.work;
    const { best } = bounded;
    if (best === undefined) return { ...state, isComplete: false, tree: undefined };
    const node: Writable<BoundNode> = evidence(best);
    next.put(node);
    if (best.bound < aim.scale * (state.atMost + 1)) continue;
    if (state.work >= mostWork) return { ...state, isComplete: false, tree: undefined };
    const kept = keepPossible(instance, aim, next.part, best, state.atMost);
    const edge = chooseBranch(next.required, kept, bounded);
    if (edge < 0) return { ...state, isComplete: false, tree: undefined };
    // the case that agrees with the master is looked at first: it holds the good choices
    waiting.push(...split(instance, next.required, kept, bounded, edge, node));
  }
  return { ...state, isComplete: true, tree };
}

function evidence({ multipliers, placement, rowPrice, columnPrice }: Priced): BoundNode {
  return { multipliers, placement, rowPrice, columnPrice };
}

/** The live edges with which a choice can be worth more than `atMost`; the required ones are kept. */
export function keepPossible(instance: Instance, aim: Aim, { live }: Part, best: Priced, atMost: number): Int32Array {
  const { rowAt } = instance;
  const paid = paidWeights(instance, aim, live, best.multipliers);
  const least = aim.scale * (atMost + 1);
  let count = 0;
  const kept = new Int32Array(live.edges.length);
  for (let place = 0; place < live.edges.length; place += 1) {
    const edge = live.edges[place]!;
    const gain = paid[place]! - best.rowPrice[rowAt[edge]!]! - best.columnPrice[live.columnAt[place]!]!;
    if (live.isRequiredAt[place] === 0 && best.bound + Math.min(0, gain) < least) continue;
    kept[count] = edge;
    count += 1;
  }
  return kept.subarray(0, count);
}

/**
 * The possible edge whose share in the mixture is nearest to one half, the first of several; where the mixture is
 * decided, the first edge of the best pricing's choice, and then of any, that is still open. -1 if none is.
 */
function chooseBranch(required: ReadonlySet<number>, kept: Int32Array, { columns, shareOf, best }: Bounded): number {
  const share = new Map<number, number>();
  columns.forEach(({ chosen }, at) => {
    const part = shareOf[at] ?? 0;
    if (part > 0) for (const edge of chosen) share.set(edge, (share.get(edge) ?? 0) + part);
  });
  const chosen = new Set(best?.chosen);
  let found = -1;
  let nearest = -Infinity;
  for (const edge of kept) {
    if (required.has(edge)) continue;
    const part = share.get(edge) ?? 0;
    const isUndecided = part > 1e-6 && part < 1 - 1e-6;
    const worth = isUndecided ? 1 - Math.abs(part - 0.5) : chosen.has(edge) ? 0 : -1;
    if (worth <= nearest) continue;
    nearest = worth;
    found = edge;
  }
  return found;
}

function split(
  instance: Instance,
  required: ReadonlySet<number>,
  kept: Int32Array,
  bounded: Bounded,
  edge: number,
  node: Writable<BoundNode>,
): readonly Waiting[] {
  const cases: { required?: BoundNode; excluded?: BoundNode } = {};
  const put = (which: "required" | "excluded") => (child: BoundNode) => {
    cases[which] = child;
    if (cases.required !== undefined && cases.excluded !== undefined) {
      node.branch = { edge, required: cases.required, excluded: cases.excluded };
    }
  };
  const withEdge = new Set([...required, edge]);
  const without = kept.filter((other) => other !== edge);
  return [
    { part: partOf(instance, without, required, bounded), required, put: put("excluded") },
    {
      part: partOf(instance, openBeside(instance, kept, withEdge), withEdge, bounded),
      required: withEdge,
      put: put("required"),
    },
  ];
}

/** The part with these edges, the known choices that lie within it, and the pricing to start from. */
function partOf(instance: Instance, edges: Int32Array, required: ReadonlySet<number>, bounded: Bounded): Part {
  const isLive = new Set(edges);
  const columns = bounded.columns.filter(({ chosen }) => {
    let met = 0;
    for (const edge of chosen) {
      if (!isLive.has(edge)) return false;
      if (required.has(edge)) met += 1;
    }
    return met === required.size;
  });
  return { live: liveEdges(instance, edges, required), columns, start: bounded.best };
}

/** The edges without those at nodes whose capacity the required ones use up. */
export function openBeside(instance: Instance, edges: Int32Array, required: ReadonlySet<number>): Int32Array {
  const { problem, bounds, rowAt } = instance;
  const rowLoad = new Map<number, number>();
  const columnLoad = new Map<number, number>();
  for (const edge of required) {
    const [row, column] = [rowAt[edge]!, problem.columnAt[edge]!];
    rowLoad.set(row, (rowLoad.get(row) ?? 0) + 1);
    columnLoad.set(column, (columnLoad.get(column) ?? 0) + 1);
  }
  return edges.filter((edge) => {
    if (required.has(edge)) return true;
    const [row, column] = [rowAt[edge]!, problem.columnAt[edge]!];
    const isRowFull = (rowLoad.get(row) ?? 0) >= bounds.row.capacity[row]!;
    return !isRowFull && !((columnLoad.get(column) ?? 0) >= bounds.column.capacity[column]!);
  });
}
