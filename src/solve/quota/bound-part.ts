import type { Engine } from "../engine.ts";
import { countChoice, isSameChoice, type CountedChoice } from "./counted-choice.ts";
import type { Aim, Instance } from "./instance.ts";
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
/** Multipliers are good enough once their bound is within this share of the largest weight of what is reached. */
const CLOSE = 1e-4;
/** Worths are whole numbers: a bound this close to what is reached lies below the next one. */
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
export function* boundPart(instance: Instance, aim: Aim, part: Part, stop: Stop): Engine<Bounded> {
  const round = startRound(instance, aim, part);
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
    if (!advance(instance, aim, round, isNew || isBetter, stop)) break;
  }
  return { ...round };
}

interface Round {
  best: Priced | undefined;
  choices: CountedChoice[];
  shareOf: Float64Array;
  penalty: number;
  smoothing: number;
  query: { ofQuota: Float64Array; placement: number };
  work: number;
}

function startRound({ quotas }: Instance, aim: Aim, { choices, start }: Part): Round {
  const ofQuota = start?.multipliers ?? new Float64Array(quotas.length);
  return {
    best: undefined,
    choices: [...choices],
    shareOf: new Float64Array(choices.length),
    penalty: 4 * aim.unit,
    smoothing: SMOOTHING,
    query: { ofQuota, placement: start?.placement ?? 0 },
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
function advance(instance: Instance, aim: Aim, round: Round, hasMoved: boolean, stop: Stop): boolean {
  const { best } = round;
  if (best === undefined) return false;
  const rows = masterRows(instance, aim, round.choices);
  const answer = solveMaster(round.choices, rows, round.penalty);
  if (answer === undefined) return stepDown(instance, aim, round, hasMoved);
  round.shareOf = answer.shareOf;
  const reached = answer.value - round.penalty * answer.violation;
  const isMixed = answer.violation < 1e-6;
  const near = stop.isExact === true ? BELOW_NEXT : CLOSE * aim.unit;
  const isConverged = best.bound / aim.scale - reached <= near || (!hasMoved && round.smoothing === 0);
  if (isConverged && isMixed) return false;
  if (isConverged) {
    round.penalty *= 8;
    if (round.penalty > 2 ** 50) return false;
  }
  if (isMixed && !stop.isThorough && answer.value >= stop.least) return false;
  round.smoothing = hasMoved ? SMOOTHING : 0;
  round.query = mix(instance, aim, rows, answer, best, round.smoothing);
  return true;
}

/** The rows that some known choice violates: the others would have no price. */
function masterRows(
  { quotas }: Instance,
  { placed, goal }: Aim,
  choices: readonly CountedChoice[],
): readonly MasterRow[] {
  const all: MasterRow[] = quotas.map(({ minimum, maximum }, quota) => ({ quota, minimum, maximum }));
  if (goal.kind === "total" && placed > 0 && !goal.isMost) {
    all.push({ quota: quotas.length, minimum: placed, maximum: Infinity });
  }
  return all.filter(({ quota, minimum, maximum }) =>
    choices.some(({ countOf }) => countOf[quota]! < minimum || countOf[quota]! > maximum),
  );
}

function mix(
  { quotas }: Instance,
  { scale }: Aim,
  rows: readonly MasterRow[],
  { multiplierOf }: MasterAnswer,
  best: Priced,
  smoothing: number,
): Round["query"] {
  const exact = new Float64Array(quotas.length + 1);
  rows.forEach(({ quota }, row) => (exact[quota] = multiplierOf[row]! * scale));
  const drawn = (quota: number, known: number): number =>
    Math.round(smoothing * known + (1 - smoothing) * exact[quota]!);
  return {
    ofQuota: best.multipliers.map((known, quota) => bounded(quotas[quota]!, drawn(quota, known))),
    placement: Math.max(0, -drawn(quotas.length, -best.placement)),
  };
}

/** A maximum that does not exist has no price. */
function bounded({ maximum }: { readonly maximum: number }, multiplier: number): number {
  return maximum === Infinity ? Math.min(0, multiplier) : multiplier;
}

/** One step along the violation of the best pricing's choice (Polyak, 1969), where there is no master to ask. */
function stepDown(instance: Instance, aim: Aim, round: Round, hasMoved: boolean): boolean {
  const { best } = round;
  if (best === undefined || !hasMoved) return false;
  const { countOf } = countChoice(instance, aim, best.chosen);
  const missing = instance.quotas.map(({ minimum, maximum }, quota) =>
    countOf[quota]! < minimum ? countOf[quota]! - minimum : Math.max(0, countOf[quota]! - maximum),
  );
  const norm = missing.reduce((sum, count) => sum + count * count, 0);
  if (norm === 0) return false;
  const step = (aim.scale * aim.unit) / (8 * norm);
  round.query = {
    ofQuota: best.multipliers.map((known, quota) =>
      bounded(instance.quotas[quota]!, Math.round(known + step * missing[quota]!)),
    ),
    placement: best.placement,
  };
  return true;
}
