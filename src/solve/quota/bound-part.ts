import type { Steps } from "../../base/steps.ts";
import { countChoice, isSameChoice, type CountedChoice } from "./counted-choice.ts";
import type { Aim, Demand, Instance } from "./instance.ts";
import { solveMaster, type MasterAnswer, type MasterRow } from "./master.ts";
import { price, type LiveEdges, type Priced } from "./price.ts";

/** A part of the search: the edges still possible, and what is known to start from. */
export interface Part {
  readonly live: LiveEdges;
  /** Choices within this part that are known already. */
  readonly choices: readonly CountedChoice[];
  /** The last pricing nearer to the root. */
  readonly start: Priced | undefined;
}

/** What bounding a part has brought. */
export interface Bounded {
  /** The pricing with the least bound. `undefined` only if numbers grew too large at once. */
  readonly best: Priced | undefined;
  /** Choices within this part, old and new. */
  readonly choices: readonly CountedChoice[];
  /** Share of each choice in the mixture that the last master chose. */
  readonly shareOf: Float64Array;
  readonly work: number;
}

/** What ends the bounding of a part early. */
export interface Stop {
  /** The least bound that is of interest, in units of the goal: a smaller one closes the part. */
  readonly least: number;
  /** Whether to go on until the bound cannot fall, even if it is clear that it stays above `least`. */
  readonly isThorough: boolean;
  /** Whether multipliers must be good enough to tell neighbouring worths apart: where nothing is left to branch at. */
  readonly isExact?: boolean;
  readonly mostWork: number;
  /** Is told each new choice that is fit. */
  readonly onFit: (choice: CountedChoice) => void;
}

/** Most choices in a master: the documented cap on its size. With its rows, at most 2 per quota and 1, it is small. */
const MOST_CHOICES = 160;
const MOST_ROUNDS = 400;
/** An entry of the master's tableau takes this share of the time of an edge in a search. */
const LINEAR_WORK = 1 / 32;
/** Choices beyond those of the mixture that a part within hands on, per demand and in all: the latest. */
const SPARE_CHOICES = 20;
/** Multipliers are good enough once their bound is within this share of the largest weight of what is reached. */
const CLOSE = 1e-4;
/** A bound that exceeds what is reached by this share of a step lies below the next worth. */
const BELOW_NEXT = 0.25;
/** Share of the best known multipliers in those that are tried next: it damps their swings. */
const SMOOTHING = 0.5;

/**
 * Finds multipliers under which the part's bound is least.
 *
 * Method: column generation for the Lagrangian dual (Dantzig and Wolfe, 1960), with the master's multipliers drawn
 * towards the best known ones (Wentges, 1997). Any multipliers give a bound that holds; so a master that cannot be
 * trusted, and rounding them to whole numbers, cost speed and never truth. Where the mixture misses a quota the penalty
 * for it is raised until it does not, or until the bound has fallen below what is of interest.
 */
export function* boundPart(instance: Instance, aim: Aim, part: Part, stop: Stop): Steps<Bounded, number> {
  const round = startRound(aim, part);
  for (let count = 0; count < MOST_ROUNDS; count += 1) {
    const priced = yield* price(instance, aim, part.live, round.query, round.best?.warm ?? part.start?.warm);
    if (priced === undefined) break;
    round.work += priced.work;
    yield round.work;
    const isNew = takeChoice(round, countChoice(instance, aim, priced.chosen), stop);
    const isBetter = round.best === undefined || priced.bound < round.best.bound;
    if (isBetter) round.best = priced;
    if (round.best !== undefined && round.best.bound < aim.scale * stop.least) break;
    if (round.work > stop.mostWork) break;
    if (!advance(instance, aim, part.live.demands, round, isNew || isBetter, stop)) break;
  }
  return { ...round };
}

/** The choices that the mixture uses and the latest others: what is worth knowing further in. */
export function worthKeeping({ choices, shareOf, best }: Bounded): readonly CountedChoice[] {
  const spare = choices.length - SPARE_CHOICES - (best?.multipliers.length ?? 0);
  return choices.filter((_, at) => at >= spare || (shareOf[at] ?? 0) > 0);
}

interface Round {
  best: Priced | undefined;
  choices: CountedChoice[];
  shareOf: Float64Array;
  penalty: number;
  smoothing: number;
  query: { ofDemand: Float64Array; placement: number };
  work: number;
}

function startRound(aim: Aim, { live, choices, start }: Part): Round {
  const ofDemand = new Float64Array(live.demands.length);
  // a case deeper in has the demands of the one around it, and more
  ofDemand.set(start?.multipliers ?? []);
  return {
    best: undefined,
    choices: [...choices],
    shareOf: new Float64Array(choices.length),
    penalty: 4 * aim.unit,
    smoothing: SMOOTHING,
    query: { ofDemand, placement: start?.placement ?? 0 },
    work: 0,
  };
}

function takeChoice(round: Round, choice: CountedChoice, stop: Stop): boolean {
  if (round.choices.some((known) => isSameChoice(known, choice))) return false;
  if (round.choices.length >= MOST_CHOICES) dropWorst(round);
  round.choices.push(choice);
  if (choice.isFit) stop.onFit(choice);
  return true;
}

/** Forgets the oldest choice that the last mixture did not use. */
function dropWorst(round: Round): void {
  const unused = round.choices.findIndex((_, at) => !((round.shareOf[at] ?? 0) > 0));
  const at = Math.max(unused, 0);
  round.choices.splice(at, 1);
  round.shareOf = round.shareOf.filter((_, place) => place !== at);
}

/** Sets the next multipliers to try; false if the bound cannot fall any more, or need not. */
function advance(
  instance: Instance,
  aim: Aim,
  demands: readonly Demand[],
  round: Round,
  hasMoved: boolean,
  stop: Stop,
): boolean {
  const { best } = round;
  if (best === undefined) return false;
  const rows = masterRows(instance, aim, demands, round.choices);
  const answer = solveMaster(round.choices, rows, round.penalty, !stop.isThorough || stop.isExact === true);
  if (answer === undefined) return stepDown(instance, aim, demands, round, hasMoved);
  round.shareOf = answer.shareOf;
  round.work += Math.ceil(LINEAR_WORK * answer.work);
  const reached = answer.value - round.penalty * answer.violation;
  const isMixed = answer.violation < 1e-6;
  // where the mixture lies below what is of interest, sharper multipliers may close the part
  const isSharp = stop.isExact === true || reached < stop.least;
  const near = isSharp ? BELOW_NEXT * aim.step : CLOSE * aim.unit;
  const isConverged = best.bound / aim.scale - reached <= near || (!hasMoved && round.smoothing === 0);
  if (isConverged && isMixed) return false;
  if (isConverged) {
    round.penalty *= 8;
    if (round.penalty > 2 ** 50) return false;
  }
  if (isMixed && !stop.isThorough && answer.value >= stop.least) return false;
  round.smoothing = hasMoved ? SMOOTHING : 0;
  round.query = mix(aim, demands, rows, answer, best, round.smoothing);
  return true;
}

/** A row of the master, for the demand at this place; the last one is that on placed nodes. */
interface DemandRow extends MasterRow {
  readonly at: number;
}

/** The rows that some known choice violates: the others would have no price. */
function masterRows(
  { sets }: Instance,
  { placed, goal }: Aim,
  demands: readonly Demand[],
  choices: readonly CountedChoice[],
): readonly DemandRow[] {
  const all = demands.map(({ set, minimum, maximum }, at): DemandRow => ({ at, quota: set, minimum, maximum }));
  if (goal.kind === "total" && placed > 0 && !goal.isMost) {
    all.push({ at: demands.length, quota: sets.length, minimum: placed, maximum: Infinity });
  }
  return all.filter(({ quota, minimum, maximum }) =>
    choices.some(({ countOf }) => countOf[quota]! < minimum || countOf[quota]! > maximum),
  );
}

function mix(
  { scale }: Aim,
  demands: readonly Demand[],
  rows: readonly DemandRow[],
  { multiplierOf }: MasterAnswer,
  best: Priced,
  smoothing: number,
): Round["query"] {
  const exact = new Float64Array(demands.length + 1);
  rows.forEach(({ at }, row) => (exact[at] = multiplierOf[row]! * scale));
  const drawn = (at: number, known: number): number => Math.round(smoothing * known + (1 - smoothing) * exact[at]!);
  return {
    ofDemand: best.multipliers.map((known, at) => bounded(demands[at]!, drawn(at, known))),
    placement: Math.max(0, -drawn(demands.length, -best.placement)),
  };
}

/** A maximum that does not exist has no price. */
function bounded({ maximum }: { readonly maximum: number }, multiplier: number): number {
  return maximum === Infinity ? Math.min(0, multiplier) : multiplier;
}

/** One step along the violation of the best pricing's choice (Polyak, 1969), where there is no master to ask. */
function stepDown(instance: Instance, aim: Aim, demands: readonly Demand[], round: Round, hasMoved: boolean): boolean {
  const { best } = round;
  if (best === undefined || !hasMoved) return false;
  const { countOf } = countChoice(instance, aim, best.chosen);
  const missing = demands.map(({ set, minimum, maximum }) =>
    countOf[set]! < minimum ? countOf[set]! - minimum : Math.max(0, countOf[set]! - maximum),
  );
  const norm = missing.reduce((sum, count) => sum + count * count, 0);
  if (norm === 0) return false;
  const step = (aim.scale * aim.unit) / (8 * norm);
  round.query = {
    ofDemand: best.multipliers.map((known, at) => bounded(demands[at]!, Math.round(known + step * missing[at]!))),
    placement: best.placement,
  };
  return true;
}
