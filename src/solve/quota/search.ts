import { countedOn, type Steps } from "../../base/steps.ts";
import { boundPart, worthKeeping, type Bounded, type Part } from "./bound-part.ts";
import { casesOf, chooseEdge, chooseSplit, type Split } from "./branch.ts";
import type { CountedChoice } from "./counted-choice.ts";
import type { Aim, Demand, Instance } from "./instance.ts";
import { evidenceOf, gainsAt, liveEdges, paidWeights, type LiveEdges, type Priced } from "./price.ts";
import type { BoundNode } from "./problem.ts";

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

/** The edges and demands of a part that is yet to be looked at, and what is known from the part around it. */
export interface Case {
  /** Edges still possible; shared with the other case. */
  readonly edges: Int32Array;
  readonly required: ReadonlySet<number>;
  readonly demands: readonly Demand[];
  readonly known: Pick<Bounded, "choices" | "best">;
}

/** A case that waits, with the place in the tree that its outcome belongs to. */
interface Waiting extends Case {
  /** An edge that this case leaves out. */
  readonly excluded?: number;
  readonly put: (node: BoundNode) => void;
  /** Whether the part cannot be split and has to be bounded sharply. */
  readonly isExact?: boolean;
  /** How far the bound of the part around a case of a count lay above what is reached. */
  readonly leftAround?: number;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Bytes that the prices of a tree may take. */
const MOST_MEMORY = 150_000_000;
/** Bytes of a node beside its prices. */
const NODE_MEMORY = 600;
/** Counts are worth deciding where the bound is at most so many steps too high, and where that has brought it down before. */
const FEW_STEPS = 30;
const HELPFUL = 0.8;

/**
 * Looks through all choices worth more than `threshold`, or than the best one found on the way: depth first, each part
 * bounded by its own multipliers, cut by reduced costs, and split at a count or an edge about which the master is
 * undecided.
 */
export function* searchAbove(
  instance: Instance,
  aim: Aim,
  root: Case,
  start: CountedChoice | undefined,
  threshold: number,
  { mostWork, isFirstEnough }: SearchLimits,
): Steps<Found, number> {
  const state = { best: start, atMost: Math.max(threshold, start?.value ?? threshold), work: 0 };
  const onFit = (choice: CountedChoice): void => {
    if (state.best === undefined || choice.value > state.best.value) state.best = choice;
    state.atMost = Math.max(state.atMost, choice.value);
  };
  let tree: BoundNode | undefined;
  let memory = MOST_MEMORY;
  const counts = { tried: 0, helped: 0 };
  const waiting: Waiting[] = [{ ...root, put: (node) => (tree = node) }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const before = state.work;
    const isExact = next.isExact === true;
    const stop = { least: state.atMost + aim.step, isThorough: isExact, isExact, mostWork: mostWork - before, onFit };
    const part = partOf(instance, next);
    const bounded = yield* countedOn(before, boundPart(instance, aim, part, stop));
    state.work = before + bounded.work;
    const { best } = bounded;
    memory -= NODE_MEMORY + 8 * (instance.problem.rows + instance.problem.columns + part.live.demands.length);
    if (best === undefined || memory < 0) return { ...state, tree: undefined };
    const node: Writable<BoundNode> = evidenceOf(best);
    next.put(node);
    const left = (best.bound / aim.scale - state.atMost) / aim.step;
    if (next.leftAround !== undefined) {
      counts.tried += 1;
      if (left < HELPFUL * next.leftAround) counts.helped += 1;
    }
    if (left < 1) continue;
    if (state.work >= mostWork || (isFirstEnough && state.atMost > threshold)) return { ...state, tree: undefined };
    const edges = keepPossible(instance, aim, part.live, best, state.atMost);
    const canCount = left <= FEW_STEPS || 3 * counts.helped >= counts.tried;
    const known = { best, choices: worthKeeping(bounded) };
    const around = { ...next, edges, known, leftAround: left };
    const cases = splitCase(instance, around, bounded, canCount, node);
    if (cases !== undefined) waiting.push(...cases);
    else if (isExact) return { ...state, tree: undefined };
    else waiting.push({ ...next, known, isExact: true });
  }
  return { ...state, tree };
}

/** The live edges with which a choice can be worth more than `atMost`; the required ones are kept. */
export function keepPossible(instance: Instance, aim: Aim, live: LiveEdges, best: Priced, atMost: number): Int32Array {
  const paid = paidWeights(instance, aim, live, best.multipliers);
  const gains = gainsAt(instance, live, paid, best);
  const least = aim.scale * (atMost + aim.step);
  const { isRequiredAt } = live;
  return live.edges.filter((_, place) => isRequiredAt[place] === 1 || best.bound + Math.min(0, gains[place]!) >= least);
}

/** A case to be divided, and how far its bound lies above what is reached. */
interface Around extends Case {
  readonly leftAround: number;
}

/** The two cases of a count or of an edge; the last one is looked at first. Nothing if nothing is left to decide. */
function splitCase(
  instance: Instance,
  around: Around,
  bounded: Bounded,
  canCount: boolean,
  node: Writable<BoundNode>,
): readonly Waiting[] | undefined {
  const split = canCount ? chooseSplit(instance, bounded) : undefined;
  if (split !== undefined) return splitAtCount(instance, around, split, node);
  const edge = chooseEdge(around.required, around.edges, bounded);
  return edge < 0 ? undefined : splitAtEdge(around, edge, node);
}

function splitAtCount(
  { sets }: Instance,
  { edges, required, demands, known, leftAround }: Around,
  split: Split,
  node: Writable<BoundNode>,
): readonly Waiting[] {
  const both: { within?: BoundNode; beyond?: BoundNode } = {};
  const { set, most, isMore } = split;
  const put = (which: "within" | "beyond") => (child: BoundNode) => {
    both[which] = child;
    const { within, beyond } = both;
    if (within !== undefined && beyond !== undefined) node.split = { edges: sets[set]!, most, within, beyond };
  };
  const added = casesOf(split);
  const order = isMore ? (["within", "beyond"] as const) : (["beyond", "within"] as const);
  return order.map((which) => {
    return { edges, required, demands: [...demands, added[which]], known, leftAround, put: put(which) };
  });
}

/** The case in which the edge is chosen comes first: it holds the good choices. */
function splitAtEdge(
  { edges, required, demands, known }: Case,
  edge: number,
  node: Writable<BoundNode>,
): readonly Waiting[] {
  const both: { required?: BoundNode; excluded?: BoundNode } = {};
  const put = (which: "required" | "excluded") => (child: BoundNode) => {
    both[which] = child;
    const { required: withEdge, excluded } = both;
    if (withEdge !== undefined && excluded !== undefined) node.branch = { edge, required: withEdge, excluded };
  };
  return [
    { edges, required, demands, known, excluded: edge, put: put("excluded") },
    { edges, required: new Set([...required, edge]), demands, known, put: put("required") },
  ];
}

/** The part of a case: the edges whose ends have seats beside the required ones, and the pricing to start from. */
export function partOf(
  instance: Instance,
  { edges, required, demands, known, excluded }: Case & Pick<Waiting, "excluded">,
): Part {
  const open = openBeside(instance, edges, required);
  const possible = excluded === undefined ? open : open.filter((edge) => edge !== excluded);
  const within = known.choices.filter(({ chosen }) => isWithin(chosen, possible, required));
  return { live: liveEdges(instance, possible, required, demands), choices: within, start: known.best };
}

/** Whether a choice has the required edges, and none but the possible ones. Both lists ascend. */
function isWithin(chosen: Int32Array, possible: Int32Array, required: ReadonlySet<number>): boolean {
  let met = 0;
  let place = 0;
  for (const edge of chosen) {
    place = firstFrom(possible, edge, place);
    if (possible[place] !== edge) return false;
    if (required.has(edge)) met += 1;
  }
  return met === required.size;
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
function openBeside(instance: Instance, edges: Int32Array, required: ReadonlySet<number>): Int32Array {
  const { problem, bounds, rowAt } = instance;
  const { columnAt } = problem;
  const rowSeats = bounds.row.capacity.slice();
  const columnSeats = bounds.column.capacity.slice();
  for (const edge of required) {
    rowSeats[rowAt[edge]!]! -= 1;
    columnSeats[columnAt[edge]!]! -= 1;
  }
  return edges.filter(
    (edge) => (rowSeats[rowAt[edge]!]! > 0 && columnSeats[columnAt[edge]!]! > 0) || required.has(edge),
  );
}
