import { solveByLibrary } from "./library-simplex.ts";
import type { MasterChoice, MasterVertex, Side } from "./master-problem.ts";
import { solveProgramme, type Programme } from "./simplex.ts";

/** Bounds of the mixture's count in one quota. */
export interface MasterRow {
  /** Place in `countOf`. */
  readonly quota: number;
  readonly minimum: number;
  /** Infinity where there is no limit. */
  readonly maximum: number;
}

/** The best mixture of the choices, and what each quota costs it. */
export interface MasterAnswer {
  /** Share of each choice; they sum to 1. */
  readonly shareOf: Float64Array;
  /** Price of each row: positive for its maximum, negative for its minimum. */
  readonly multiplierOf: Float64Array;
  /** What the mixture is worth, without what it pays for missing rows. */
  readonly value: number;
  /** How far the mixture misses the rows, summed. */
  readonly violation: number;
  /** Elementary steps. */
  readonly work: number;
}

/** Largest difference between the mixture's worth and its bound that counts as proved, per row and unit of penalty. */
const TRUST = 1e-7;

/**
 * Solves the master problem of the column generation: the mixture of known choices with the best worth that meets the
 * quotas on average, where a missing unit costs `penalty`. The linear programme has a row per side of a quota and one for
 * the shares; never an edge.
 *
 * An answer counts only with its certificate, which is checked here by duality: the shares meet the rows, no choice is
 * worth more than the multipliers say, and both sides agree. javascript-lp-solver is asked first; where it gives up or
 * its answer fails, and where masters come by the thousand (`isQuick`), the simplex method of this folder answers: it is
 * quicker to set up, and searches as a whole take up to 1.6 times as long without. `undefined` if neither answer holds. The caller's bounds never rest on it.
 */
export function solveMaster(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  penalty: number,
  isQuick = false,
): MasterAnswer | undefined {
  if (choices.length === 0) return undefined;
  const sides = rows.flatMap((row, at) => sidesOf(row, at));
  const certified = (vertex: MasterVertex | undefined): MasterAnswer | undefined => {
    if (vertex === undefined) return undefined;
    const { shareOf, priceOf, work } = vertex;
    const multiplierOf = new Float64Array(rows.length);
    sides.forEach(({ row, sign }, at) => (multiplierOf[row]! += sign * priceOf[at]! * penalty));
    const answer = { shareOf, multiplierOf, work, ...worthOf(choices, rows, shareOf) };
    return isTrusted(choices, rows, penalty, answer) ? answer : undefined;
  };
  const first = isQuick ? undefined : certified(solveByLibrary(choices, sides, penalty));
  return first ?? certified(solveHere(choices, sides, penalty));
}

function solveHere(
  choices: readonly MasterChoice[],
  sides: readonly Side[],
  penalty: number,
): MasterVertex | undefined {
  const vertex = solveProgramme(programmeOf(choices, sides, penalty));
  if (vertex === undefined) return undefined;
  const { valueOf, lossOf, work } = vertex;
  const priceOf = Float64Array.from(sides, (_, at) => Math.max(0, lossOf[choices.length + 2 * at]!));
  return { shareOf: valueOf.slice(0, choices.length), priceOf, work };
}

function sidesOf({ quota, minimum, maximum }: MasterRow, row: number): readonly Side[] {
  return [
    ...(minimum > 0 ? [{ row, quota, sign: -1, limit: minimum } as const] : []),
    ...(maximum < Infinity ? [{ row, quota, sign: 1, limit: maximum } as const] : []),
  ];
}

/**
 * Columns: a share per choice, then per side its slack and what is missing. It starts at the choice that comes nearest
 * to the rows, in units of the penalty: the solver compares with fixed tolerances.
 */
function programmeOf(choices: readonly MasterChoice[], sides: readonly Side[], penalty: number): Programme {
  const first = nearestChoice(choices, sides, penalty);
  const start = choices[first]!;
  const columns = choices.length + 2 * sides.length;
  const whole = new Float64Array(columns).fill(1, 0, choices.length);
  const worth = new Float64Array(columns);
  choices.forEach(({ value }, at) => (worth[at] = (value - start.value) / penalty));
  const basis = new Int32Array(sides.length + 1);
  const right = new Float64Array(sides.length + 1);
  const rows = sides.map(({ quota, sign, limit }, at) => {
    const row = new Float64Array(columns);
    const slack = choices.length + 2 * at;
    const room = sign * (limit - start.countOf[quota]!);
    const turn = room < 0 ? -1 : 1;
    // the share of the first choice stands for 1 less all others
    choices.forEach(({ countOf }, choice) => (row[choice] = turn * sign * (countOf[quota]! - start.countOf[quota]!)));
    row[slack] = turn;
    row[slack + 1] = -turn;
    worth[slack + 1] = -1;
    basis[at] = room < 0 ? slack + 1 : slack;
    right[at] = Math.abs(room);
    return row;
  });
  basis[sides.length] = first;
  right[sides.length] = 1;
  return { rows: [...rows, whole], right, worth, basis };
}

/** The choice that is worth most after what it pays for what it misses. */
function nearestChoice(choices: readonly MasterChoice[], sides: readonly Side[], penalty: number): number {
  let best = -Infinity;
  let found = 0;
  choices.forEach(({ value, countOf }, at) => {
    const missing = sides.reduce(
      (sum, { quota, sign, limit }) => sum + Math.max(0, sign * (countOf[quota]! - limit)),
      0,
    );
    const worth = value - penalty * missing;
    if (worth > best) [best, found] = [worth, at];
  });
  return found;
}

function worthOf(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  shareOf: Float64Array,
): Pick<MasterAnswer, "value" | "violation"> {
  const mean = (of: (choice: MasterChoice) => number): number =>
    choices.reduce((sum, choice, at) => sum + (shareOf[at] ?? 0) * of(choice), 0);
  const violation = rows.reduce((sum, { quota, minimum, maximum }) => {
    const count = mean(({ countOf }) => countOf[quota] ?? 0);
    return sum + Math.max(0, minimum - count, count - maximum);
  }, 0);
  return { value: mean(({ value }) => value), violation };
}

/** Weak duality, with tolerance: the multipliers' bound is the mixture's worth. */
function isTrusted(
  choices: readonly MasterChoice[],
  rows: readonly MasterRow[],
  penalty: number,
  { shareOf, multiplierOf, value, violation }: MasterAnswer,
): boolean {
  const shares = shareOf.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(shares - 1) <= 1e-6)) return false;
  if (multiplierOf.some((multiplier) => !(Math.abs(multiplier) <= penalty * (1 + 1e-6)))) return false;
  const priced = choices.reduce((most, choice) => {
    const paid = rows.reduce((sum, { quota }, row) => sum + (multiplierOf[row] ?? 0) * (choice.countOf[quota] ?? 0), 0);
    return Math.max(most, choice.value - paid);
  }, -Infinity);
  const bound = rows.reduce((sum, { minimum, maximum }, row) => {
    const multiplier = multiplierOf[row] ?? 0;
    if (multiplier === 0) return sum;
    return sum + multiplier * (multiplier > 0 ? maximum : minimum);
  }, priced);
  const reached = value - penalty * violation;
  return Math.abs(bound - reached) <= TRUST * penalty * (rows.length + 1);
}
