import { countedOn, mapResult, type Steps } from "../../base/steps.ts";
import { boundPart, worthKeeping, type Bounded, type Part } from "./bound-part.ts";
import { countChoice, isSameChoice, type CountedChoice } from "./counted-choice.ts";
import { requireMore } from "./fixing.ts";
import { exchangeWith, missingOf } from "./exchange.ts";
import { aimAt, type Aim, type Instance } from "./instance.ts";
import { price, type Priced } from "./price.ts";
import { partOf, type Case } from "./search.ts";

/** What the look for a plan has brought. */
export interface Plan {
  /** A choice that meets all demands. */
  readonly best: CountedChoice | undefined;
  /** The best mixture of choices, from which later goals start. */
  readonly root: Bounded;
  readonly aim: Aim;
  readonly work: number;
}

/** Choices that an exchange looks at: those of the mixture, then the latest. */
const MOST_OTHERS = 40;
/** Further prices that are tried, from very near the best ones to far. */
const MOST_NUDGES = 12;
/** Share of the work for finding prices; the rest is for exchanges. */
const ROOT_SHARE = 0.8;

/**
 * Looks for a good choice that meets all demands; proves nothing.
 *
 * Placed nodes and the total are one worth here. Under the best prices of the quotas many choices are nearly best; they
 * differ by short exchanges, because each edge's weight is moved a little so that hardly two exchanges tie. So the
 * choices that the prices bring are mended with parts of each other, and where that does not do, prices are moved a
 * little towards what is missing, which brings further choices.
 */
export function* findPlan(instance: Instance, mostWork: number): Steps<Plan, number> {
  const aim = untied(instance, aimAt(instance, { kind: "plan", placement: placementOf(instance) }));
  const edges = Int32Array.from({ length: instance.problem.columnAt.length }, (_, edge) => edge);
  const required = new Set(instance.problem.required);
  let next: Case = { edges, required, demands: instance.quotas, known: { choices: [], best: undefined } };
  const search: Search = { best: undefined, nearest: undefined, pool: [], work: 0 };
  const onFit = (choice: CountedChoice): void => {
    if (search.best === undefined || choice.value > search.best.value) search.best = choice;
  };
  let root: Bounded | undefined;
  for (;;) {
    const part = partOf(instance, next);
    const stop = { least: aim.lowest, isThorough: true, mostWork: ROOT_SHARE * mostWork - search.work, onFit };
    const bounded = yield* countedOn(search.work, boundPart(instance, aim, part, stop));
    search.work += bounded.work;
    root ??= bounded;
    // not even what bounds all choices is worth as much as the worst of them: there is none
    if (bounded.best !== undefined && bounded.best.bound < aim.scale * aim.lowest) break;
    search.pool = poolOf(bounded);
    for (const choice of startsOf(bounded)) yield* improve(instance, aim, search, choice);
    if (search.work > mostWork || bounded.best === undefined) break;
    if (search.best === undefined && root === bounded)
      yield* nudge(instance, aim, search, part, bounded.best, mostWork);
    if (search.best !== undefined || search.work > mostWork || isMissed(instance, bounded)) break;
    const further = requireMore(next.required, bounded);
    if (further.size === next.required.size) break;
    next = { ...next, required: further, known: { best: bounded.best, choices: worthKeeping(bounded) } };
  }
  return { best: search.best, root, aim, work: search.work };
}

/** Moves prices towards what is missing, a little first, which brings further choices to exchange with. */
function* nudge(
  instance: Instance,
  aim: Aim,
  search: Search,
  { live }: Part,
  best: Priced,
  mostWork: number,
): Steps<void, number> {
  for (let count = 0; count < MOST_NUDGES && search.work <= mostWork; count += 1) {
    const { nearest } = search;
    if (nearest === undefined || search.best !== undefined) return;
    const query = { ofDemand: nudged(instance, aim, best, nearest, count), placement: best.placement };
    const priced = yield* countedOn(search.work, price(instance, aim, live, query, best.warm));
    if (priced === undefined) return;
    search.work += priced.work;
    const choice = countChoice(instance, aim, priced.chosen);
    if (search.pool.some((known) => isSameChoice(known, choice))) continue;
    search.pool = [...search.pool, choice].slice(-MOST_OTHERS);
    yield* improve(instance, aim, search, nearest);
    yield* improve(instance, aim, search, choice);
  }
}

/** Whether not even the mixture meets the quotas. */
function isMissed({ quotas }: Instance, { choices, shareOf }: Bounded): boolean {
  return quotas.some(({ set, minimum, maximum }) => {
    const mean = choices.reduce((sum, { countOf }, at) => sum + (shareOf[at] ?? 0) * countOf[set]!, 0);
    return mean < minimum - 1e-6 || mean > maximum + 1e-6;
  });
}

interface Search {
  best: CountedChoice | undefined;
  /** The choice that misses the quotas least. */
  nearest: CountedChoice | undefined;
  pool: readonly CountedChoice[];
  work: number;
}

/** Worth of a placed node: more than the weight that a pair can cost. */
function placementOf({ problem, largest }: Instance): number {
  return problem.unmatched === "free" ? 0 : 2 * largest;
}

/** Adds less than a step to the total, so that hardly two choices tie. */
function untied(instance: Instance, aim: Aim): Aim {
  const { rows, columns } = instance.problem;
  const pairs = 2 * Math.max(1, Math.min(rows, columns));
  const levels = Math.floor(Math.max((aim.scale * instance.divisor) / pairs, (aim.scale * aim.unit) / 4096));
  const scaledAt = aim.scaledAt.map((weight, edge) => weight + (levels > 0 ? mixed(edge) % levels : 0));
  return { ...aim, scaledAt };
}

/** A number that looks unlike the ones for neighbouring edges. */
function mixed(edge: number): number {
  const once = Math.imul(edge ^ (edge >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return (twice ^ (twice >>> 15)) >>> 1;
}

function poolOf({ choices, shareOf }: Bounded): readonly CountedChoice[] {
  const used = choices.filter((_, at) => (shareOf[at] ?? 0) > 0);
  const others = choices.filter((_, at) => !((shareOf[at] ?? 0) > 0));
  return [...others.slice(-Math.max(1, MOST_OTHERS - used.length)), ...used];
}

/** The choices with the largest shares. */
function startsOf({ choices, shareOf }: Bounded): readonly CountedChoice[] {
  const order = choices.map((choice, at) => ({ choice, share: shareOf[at] ?? 0 }));
  order.sort((a, b) => b.share - a.share);
  return order.slice(0, 4).map(({ choice }) => choice);
}

/** Mends a choice by exchanges, and keeps it if it is better or misses less than what is known. */
function improve(instance: Instance, aim: Aim, search: Search, start: CountedChoice): Steps<void, number> {
  const steps = countedOn(search.work, exchangeWith(instance, aim, search.pool, start));
  return mapResult(steps, ({ choice, work }) => {
    search.work += work;
    keepBetter(instance, search, choice);
  });
}

function keepBetter(instance: Instance, search: Search, choice: CountedChoice): void {
  if (choice.isFit && (search.best === undefined || choice.value > search.best.value)) search.best = choice;
  const { nearest } = search;
  if (nearest === undefined || missingOf(instance, choice) < missingOf(instance, nearest)) search.nearest = choice;
}

/** The best multipliers, moved towards what a choice misses: the later the further. */
function nudged(
  { quotas }: Instance,
  { scale, unit }: Aim,
  best: Priced,
  nearest: CountedChoice,
  nudge: number,
): Float64Array {
  const size = scale * unit * 2 ** (-10 + nudge);
  return best.multipliers.map((multiplier, at) => {
    const { set, minimum, maximum } = quotas[at]!;
    const count = nearest.countOf[set]!;
    const sign = count < minimum ? -1 : count > maximum ? 1 : 0;
    return Math.round(multiplier + sign * size * (1 + (mixed(31 * nudge + at) % 4)));
  });
}
