import { problem as error, TersineError } from "../../base/error.ts";
import type { Bounds } from "../bounds.ts";
import type { Steps } from "../../base/steps.ts";
import { addToPrice, preciseSlack, type PrecisePrices } from "./double-double.ts";
import type { AssignmentProblem, OptimalAssignment, PricesProof } from "../problem.ts";
import { refine, type Refined } from "./refine.ts";
import { exchangeChoice, weightsOf } from "./assignment.ts";
import { lowerBonuses } from "./lower-bonuses.ts";
import { verifySteps } from "../proof/verify.ts";

/** Share of a price that rounding may cost in the proof of an engine's own answer. */
export const ROUNDING = 2 ** -38;
/** The same after refinement. */
const ROUNDING_REFINED = 2 ** -46;
/** The same where each price has a rest. */
const ROUNDING_WITH_REST = 2 ** -92;

/** Sizes of weights may be hundreds of digits apart. */
const MOST_ROUNDS = 8;
/** Bonuses that keep more than this share of themselves are as small as they get. */
const SHRINKING = 2 ** -20;

/**
 * Returns an answer for weights that are not whole that passes its check: the one given if it does, else that refined. `span` is the bonus of the engine whose multiples the prices contain; 0 where the engine
 * keeps bonuses apart.
 *
 * Throws `LIMIT_WEIGHTS` if the weights differ so much in size that two doubles a price do not prove the answer.
 */
export function* proveDoubles(
  problem: AssignmentProblem,
  bounds: Bounds,
  given: OptimalAssignment,
  span: number,
): Steps<OptimalAssignment, number> {
  const counts = given.proof.placement > 0;
  const first = span === 0 ? given : withLowBonus(problem, bounds, given, span, counts);
  if (yield* passes(problem, first)) return first;
  let refined: Refined = { choice: given, prices: precisely(given.proof, bounds), work: given.work };
  let { placement } = given.proof;
  let bonus = span;
  // each time bonuses are smaller, and leave the prices more digits
  let best: OptimalAssignment | undefined;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const known = bonus;
    refined = yield* refine(problem, bounds, refined, placement);
    raiseIdle(problem, bounds, refined, placement);
    tighten(problem, bounds, refined);
    if (bonus > 0) bonus = lowerBonuses(problem, bounds, refined, bonus, counts);
    if (bonus > 0 && counts) placement = bonus;
    const chosen = exchangeChoice(problem, given, refined.choice, refined.work - given.work);
    const [plain, full] = proofsOf(problem, given.proof, refined.prices, placement);
    if (yield* passes(problem, { ...chosen, proof: plain })) return { ...chosen, proof: plain };
    if (yield* passes(problem, { ...chosen, proof: full })) best = { ...chosen, proof: full };
    // as long as bonuses shrink there are digits to be gained
    if (best !== undefined && bonus >= known * SHRINKING) break;
  }
  if (best !== undefined) return { ...best, work: refined.work };
  throw error(
    "LIMIT_WEIGHTS",
    problem.layout === "dense" ? "/weights" : "/weightAt",
    "expected weights whose sizes differ less: the small ones are lost beside the large ones.",
    { hint: "Leave out pairs that may not be chosen instead of giving them a very large or very small number." },
  );
}

/** The answer of an engine whose prices contain multiples of `span`, with the least ones that prove it. */
function withLowBonus(
  problem: AssignmentProblem,
  bounds: Bounds,
  given: OptimalAssignment,
  span: number,
  counts: boolean,
): OptimalAssignment {
  const lowered = { choice: given, prices: precisely(given.proof, bounds), work: given.work };
  const bonus = lowerBonuses(problem, bounds, lowered, span, counts);
  const [plain] = proofsOf(problem, given.proof, lowered.prices, counts ? bonus : given.proof.placement);
  return { ...given, proof: { ...plain, tolerance: ROUNDING } };
}

/** Whether an answer passes the check. */
export function* passes(problem: AssignmentProblem, answer: OptimalAssignment): Steps<boolean, number> {
  try {
    const steps = verifySteps(problem, answer);
    for (let step = steps.next(); step.done !== true; step = steps.next()) yield answer.work;
    return true;
  } catch (cause) {
    if (cause instanceof TersineError && cause.code === "PROOF_REJECTED") return false;
    throw cause;
  }
}

/** Gives nodes without a partner the price -placement at least; none of their edges is chosen. */
function raiseIdle({ rows }: AssignmentProblem, bounds: Bounds, { choice, prices }: Refined, placement: number): void {
  const isIdle = new Uint8Array(prices.high.length).fill(1);
  for (const row of choice.rowOf) isIdle[row] = 0;
  for (const column of choice.columnOf) isIdle[rows + column] = 0;
  for (let node = 0; node < isIdle.length; node += 1) {
    const capacity = node < rows ? bounds.row.capacity[node]! : bounds.column.capacity[node - rows]!;
    if (isIdle[node] === 0 || capacity === 0 || prices.high[node]! + placement + prices.rest[node]! >= 0) continue;
    prices.high[node] = 0 - placement;
    prices.rest[node] = 0;
  }
}

/** Raises the price of a node of capacity 1 until its pair has slack 0. */
function tighten(problem: AssignmentProblem, bounds: Bounds, { choice, prices }: Refined): void {
  const { rowOf, columnOf } = choice;
  weightsOf(problem, choice).forEach((weight, pair) => {
    const row = rowOf[pair]!;
    const column = columnOf[pair]!;
    const slack = preciseSlack(prices, row, problem.rows + column, weight);
    if (slack >= 0) return;
    if (bounds.row.capacity[row] === 1) addToPrice(prices, row, -slack);
    else if (bounds.column.capacity[column] === 1) addToPrice(prices, problem.rows + column, -slack);
  });
}

/** The prices with rests of 0. Nodes of capacity 0 may have any price, and get 0. */
function precisely({ rowPrice, columnPrice }: PricesProof, { row, column }: Bounds): PrecisePrices {
  const high = new Float64Array(rowPrice.length + columnPrice.length);
  high.set(rowPrice.map((price, node) => (row.capacity[node] === 0 ? 0 : price)));
  high.set(
    columnPrice.map((price, node) => (column.capacity[node] === 0 ? 0 : price)),
    rowPrice.length,
  );
  return { high, rest: new Float64Array(high.length) };
}

/** The proof of one double a price, and that of two. */
function proofsOf(
  { rows }: AssignmentProblem,
  proof: PricesProof,
  { high, rest }: PrecisePrices,
  placement: number,
): readonly [plain: PricesProof, full: PricesProof] {
  const plain = {
    ...proof,
    rowPrice: high.slice(0, rows),
    columnPrice: high.slice(rows),
    placement,
    tolerance: ROUNDING_REFINED,
  };
  const rests = { row: rest.slice(0, rows), column: rest.slice(rows) };
  return [plain, { ...plain, tolerance: ROUNDING_WITH_REST, rest: rests }];
}
