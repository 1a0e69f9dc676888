import { problem as error } from "../../base/error.ts";
import { boundsOf, type Bounds } from "../bounds.ts";
import type { Engine } from "../engine.ts";
import { EXACT_LIMIT, spanOver } from "../magnitudes.ts";
import { inStretches } from "../stretches.ts";
import { surveyInSteps } from "../matrix/survey.ts";
import type { QuotaProblem } from "./problem.ts";

/** How many edges of a quota must and may be chosen, with the defaults filled in. */
export interface QuotaBounds {
  readonly minimum: number;
  /** Infinity without a limit. */
  readonly maximum: number;
}

/** A quota problem in the form that the search works on. */
export interface Instance {
  readonly problem: QuotaProblem;
  readonly bounds: Bounds;
  /** Row of each edge. */
  readonly rowAt: Int32Array;
  readonly quotas: readonly QuotaBounds[];
  /** Edge `e` is in the quotas `quotaAt[quotaStart[e]]` up to `quotaStart[e + 1]`. */
  readonly quotaStart: Int32Array;
  readonly quotaAt: Int32Array;
  /** Largest absolute weight, at least 1. */
  readonly largest: number;
}

/** Prepares a valid problem. Time and space O(edges + sum of the quotas' edges). */
export function* instanceOf(problem: QuotaProblem): Engine<Instance> {
  const { rows, rowStart, columnAt, weightAt } = problem;
  const rowAt = new Int32Array(columnAt.length);
  for (let row = 0; row < rows; row += 1) rowAt.fill(row, rowStart[row], rowStart[row + 1]);
  const largest = Math.max(1, (yield* surveyInSteps(weightAt)).largest);
  const quotas = problem.quotas.map(({ minimum = 0, maximum = Infinity }) => ({ minimum, maximum }));
  return { problem, bounds: boundsOf(problem), rowAt, quotas, largest, ...(yield* quotasByEdge(problem)) };
}

function* quotasByEdge({ quotas, columnAt }: QuotaProblem): Engine<Pick<Instance, "quotaStart" | "quotaAt">> {
  const quotaStart = new Int32Array(columnAt.length + 1);
  for (const { edges } of quotas) {
    for (const edge of edges) quotaStart[edge + 1]! += 1;
    yield 0;
  }
  yield* inStretches(columnAt.length, 0, (from, until) => {
    for (let edge = from; edge < until; edge += 1) quotaStart[edge + 1]! += quotaStart[edge]!;
  });
  const next = quotaStart.slice(0, columnAt.length);
  const quotaAt = new Int32Array(quotaStart[columnAt.length]!);
  for (const [quota, { edges }] of quotas.entries()) {
    for (const edge of edges) {
      quotaAt[next[edge]!] = quota;
      next[edge]! += 1;
    }
    yield 0;
  }
  return { quotaStart, quotaAt };
}

/**
 * What a search is after. `total`: the largest total of the choices that place at least `placed` nodes; `isMost` says
 * that no choice places more, even without quotas. `placed`: the most placed nodes. `any`: any choice that meets the
 * quotas; every one is worth 0.
 */
export type Goal =
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
}

/** Finest scale: more does not make a bound visibly better. */
const MOST_SCALE = 2 ** 10;
/** Multipliers may be this many times the largest weight before sums stop being exact. */
const MULTIPLIER_ROOM = 16;

/** Throws `LIMIT_WEIGHTS` if the weights leave no room for exact sums. */
export function* aimAt(instance: Instance, goal: Goal): Engine<Aim> {
  const { problem, largest } = instance;
  const edges = problem.columnAt.length;
  const isTotal = goal.kind === "total";
  const unit = isTotal ? largest : 1;
  const scale = Math.min(MOST_SCALE, scaleFor(instance, unit));
  if (!(scale >= 1)) {
    throw error("LIMIT_WEIGHTS", "/weightAt", "expected weights small enough for exact sums, got larger ones.", {
      hint: "Divide all weights by a common factor.",
    });
  }
  const scaledAt = new Float64Array(edges);
  let lowest = 0;
  if (isTotal) {
    const { weightAt } = problem;
    yield* inStretches(edges, 0, (from, until) => {
      for (let edge = from; edge < until; edge += 1) {
        const weight = weightAt[edge]!;
        scaledAt[edge] = scale * weight;
        if (weight < 0) lowest += weight;
      }
    });
  }
  return {
    goal,
    scale,
    scaledAt,
    basePlacement: goal.kind === "placed" ? scale : 0,
    placed: isTotal ? goal.placed : 0,
    lowest,
    unit,
  };
}

/** The finest scale at which multipliers of the usual size leave all sums exact; below 1 if there is none. */
function scaleFor({ problem }: Instance, unit: number): number {
  let scale = MOST_SCALE;
  while (scale > 0.5 && !isExact(problem, MULTIPLIER_ROOM * unit * scale)) scale /= 2;
  return scale;
}

/** The span of `measure` for weights up to `largest`. */
export function spanOf({ rows, columns }: QuotaProblem, largest: number): number {
  return spanOver(rows + columns, largest);
}

/** Whether an assignment with weights up to `largest` is solved in exact sums, with bonuses of up to five spans. */
export function isExact(problem: QuotaProblem, largest: number): boolean {
  return 6 * spanOf(problem, largest) < EXACT_LIMIT;
}
