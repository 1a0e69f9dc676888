import { problem as error } from "../../base/error.ts";
import { boundsOf, type Bounds } from "../bounds.ts";
import type { Steps } from "../../base/steps.ts";
import { EXACT_LIMIT, spanOver } from "../magnitudes.ts";
import { extremesOf } from "../matrix/extremes.ts";
import { furtherSets } from "./further-sets.ts";
import type { QuotaProblem } from "./problem.ts";

/** How many edges of a quota must and may be chosen, with the defaults filled in. */
export interface QuotaBounds {
  readonly minimum: number;
  /** Infinity without a limit. */
  readonly maximum: number;
}

/** How many edges of a set must and may be chosen: a quota of the problem, or a case that a search looks at. */
export interface Demand extends QuotaBounds {
  /** Index of the set. */
  readonly set: number;
}

/**
 * A quota problem in the form that the search works on. Its sets are those of the quotas, in their order, and then
 * others at which the search may branch.
 */
export interface Instance {
  readonly problem: QuotaProblem;
  readonly bounds: Bounds;
  /** Row of each edge. */
  readonly rowAt: Int32Array;
  /** The quotas as demands on their sets. */
  readonly quotas: readonly Demand[];
  /** Edges of each set, ascending. */
  readonly sets: readonly Int32Array[];
  /** Kind of each edge: edges of one kind are in the same sets. */
  readonly kindAt: Int32Array;
  /** Kind `k` is in the set `lastSetOf[k]` and in those of the kind `restOf[k]`, a smaller index; -1 both for kind 0. */
  readonly lastSetOf: Int32Array;
  readonly restOf: Int32Array;
  /** Largest absolute weight, at least 1. */
  readonly largest: number;
  /** Largest number that divides all weights, at least 1. */
  readonly divisor: number;
}

/** Prepares a valid problem. Time and space O(edges + sum of the quotas' edges), with further sets as many again. */
export function* instanceOf(problem: QuotaProblem): Steps<Instance, number> {
  const { rows, rowStart, columnAt, weightAt } = problem;
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row < rows; row += 1) rowAt.fill(row, rowStart[row], rowStart[row + 1]);
  const largest = Math.max(1, extremesOf(weightAt).largest);
  const quotas = problem.quotas.map(({ minimum = 0, maximum = Infinity }, set) => ({ set, minimum, maximum }));
  const sets = [...problem.quotas.map(({ edges }) => edges), ...(yield* furtherSets(problem, rowAt))];
  const kinds = yield* kindsOf(sets, columnAt.length);
  const divisor = divisorOf(weightAt);
  return { problem, bounds: boundsOf(problem), rowAt, quotas, sets, largest, divisor, ...kinds };
}

/** Tells edges apart by the sets that hold them: one set after the other splits the kinds there are. */
export function* kindsOf(
  sets: readonly Int32Array[],
  edges: number,
): Steps<Pick<Instance, "kindAt" | "lastSetOf" | "restOf">, number> {
  const kindAt = new Int32Array(edges);
  const restOf = [-1];
  const lastSetOf = [-1];
  for (const [set, members] of sets.entries()) {
    const insideOf = new Map<number, number>();
    for (const edge of members) {
      const kind = kindAt[edge]!;
      let inside = insideOf.get(kind);
      if (inside === undefined) {
        inside = restOf.push(kind) - 1;
        lastSetOf.push(set);
        insideOf.set(kind, inside);
      }
      kindAt[edge] = inside;
    }
    yield 0;
  }
  return { kindAt, lastSetOf: Int32Array.from(lastSetOf), restOf: Int32Array.from(restOf) };
}

/** Largest number that divides all weights; 1 if all are 0. */
function divisorOf(weightAt: QuotaProblem["weightAt"]): number {
  let divisor = 0;
  for (let edge = 0; edge < weightAt.length && divisor !== 1; edge += 1) {
    let other = Math.abs(weightAt[edge]!);
    while (other !== 0) [divisor, other] = [other, divisor % other];
  }
  return Math.max(1, divisor);
}

/** What an edge of each kind pays for the demands. */
export function paidOfKinds(
  { sets, lastSetOf, restOf }: Instance,
  demands: readonly Demand[],
  multipliers: Float64Array,
): Float64Array {
  const paidOfSet = new Float64Array(sets.length);
  demands.forEach(({ set }, at) => (paidOfSet[set]! += multipliers[at]!));
  const paidOf = new Float64Array(restOf.length);
  for (let kind = 1; kind < restOf.length; kind += 1) {
    paidOf[kind] = paidOf[restOf[kind]!]! + paidOfSet[lastSetOf[kind]!]!;
  }
  return paidOf;
}

/**
 * What a search is after. `total`: the largest total of the choices that place at least `placed` nodes; `isMost` says
 * that no choice places more, even without quotas. `placed`: the most placed nodes. `any`: any choice that meets the
 * quotas; every one is worth 0. `plan`: total and placed nodes together, at a price for each; it proves nothing.
 */
export type Goal =
  | { readonly kind: "plan"; readonly placement: number }
  | { readonly kind: "total"; readonly placed: number; readonly isMost: boolean }
  | { readonly kind: "placed" }
  | { readonly kind: "any" };

/** A goal in whole numbers: worths are counted in `scale`-ths, so that multipliers can be fractions of a weight. */
export interface Aim {
  readonly goal: Goal;
  readonly scale: number;
  /** Weight of each edge times the scale; 0 where weights do not count. Length edges. */
  readonly scaledAt: Float64Array;
  /** What a node's first partner is worth at least, scaled. */
  readonly basePlacement: number;
  /** Nodes that must be placed, 0 if none. */
  readonly placed: number;
  /** Worths that no choice falls below. */
  readonly lowest: number;
  /** Largest worth of one edge, at least 1: where penalties begin. */
  readonly unit: number;
  /** All worths are multiples of this. */
  readonly step: number;
}

/** Finest scale: more does not make a bound visibly better. */
const MOST_SCALE = 2 ** 10;
/** Multipliers may be this many times the largest weight before sums stop being exact. */
const MULTIPLIER_MARGIN = 16;

/** The same for the sum over all nodes that bounds the choices. */
const SUM_MARGIN = 8;

/** Throws `LIMIT_WEIGHTS` if the weights leave no room for exact sums. */
export function aimAt(instance: Instance, goal: Goal): Aim {
  const { problem, largest, divisor } = instance;
  const edges = problem.columnAt.length;
  const isTotal = goal.kind === "total" || goal.kind === "plan";
  const placement = goal.kind === "plan" ? goal.placement : goal.kind === "placed" ? 1 : 0;
  const unit = isTotal ? largest + placement : 1;
  const scale = Math.min(MOST_SCALE, scaleFor(instance, unit));
  if (!(scale >= 1)) {
    throw error("LIMIT_WEIGHTS", "/weightAt", "expected weights small enough for exact sums, got larger ones.", {
      hint: "Divide all weights by the same number and round them.",
    });
  }
  const scaledAt = new Float64Array(edges);
  let lowest = 0;
  if (isTotal) {
    const { weightAt } = problem;
    for (let edge = 0; edge < edges; edge += 1) {
      const weight = weightAt[edge]!;
      scaledAt[edge] = scale * weight;
      if (weight < 0) lowest += weight;
    }
  }
  return {
    goal,
    scale,
    scaledAt,
    basePlacement: scale * placement,
    placed: goal.kind === "total" ? goal.placed : 0,
    lowest,
    unit,
    step: goal.kind === "total" ? divisor : goal.kind === "placed" && hasSingles(instance) ? 2 : 1,
  };
}

/** Whether no node has two partners: then rows and columns are placed in pairs. */
function hasSingles({ bounds }: Instance): boolean {
  return [bounds.row.capacity, bounds.column.capacity].every((side) => side.every((capacity) => capacity <= 1));
}

/** The largest worth that a choice can have whose bound is this, in `scale`-ths. */
export function worthBelow({ scale, step }: Aim, bound: number): number {
  return Math.floor(bound / scale / step) * step;
}

/** The finest scale at which multipliers of the usual size leave all sums exact; below 1 if there is none. */
function scaleFor({ problem }: Instance, unit: number): number {
  let scale = MOST_SCALE;
  while (scale > 0.5 && !isExact(problem, MULTIPLIER_MARGIN * unit * scale)) scale /= 2;
  while (scale > 1 && !isBoundExact(problem, SUM_MARGIN * unit * scale)) scale /= 2;
  return scale;
}

/** Whether the sum that bounds all choices is exact, without multipliers: each node may cost a span twice, and be worth it. */
function isBoundExact(problem: QuotaProblem, largest: number): boolean {
  return 4 * (problem.rows + problem.columns) * spanOf(problem, largest) < Number.MAX_SAFE_INTEGER;
}

/** The span of `measure` for weights up to `largest`. */
export function spanOf({ rows, columns }: QuotaProblem, largest: number): number {
  return spanOver(rows + columns, largest);
}

/** Whether an assignment with weights up to `largest` is solved in exact sums, with bonuses of up to five spans. */
export function isExact(problem: QuotaProblem, largest: number): boolean {
  return 6 * spanOf(problem, largest) < EXACT_LIMIT;
}
