import { asPublic } from "../../base/public.ts";
import { drain, type Steps } from "../../base/steps.ts";
import type { Cut, Packing, PackingBound, PackingCase, PackingPrices, PackingProblem } from "../packing/problem.ts";
import { rejection } from "./loads.ts";

/**
 * Checks a choice of disjoint columns and its proof against the problem, and returns if everything holds. Shares no code with
 * the solver; whole numbers only.
 *
 * The chosen columns are in the problem, share no row, and sum to what is told. The prices of each bound hold for all columns;
 * the cases divide all choices; in each case the prices hold for every column that can be in it, unless the first prices
 * show that no choice with that column is worth more than the bound; and no case's prices add up to more than the bound. An
 * answer that says `optimal` reaches its bounds.
 *
 * Takes O(entries × cases) time. `problem` is taken as valid; the answer may be anything.
 *
 * @throws TersineError PROOF_REJECTED, whose path points into the answer
 */
export function verifyPacking(problem: PackingProblem, packing: Packing): void {
  asPublic("verifyPacking", () => {
    drain(packingSteps(problem, packing));
  });
}

/** `verifyPacking`, to be paused between cases. */
export function* packingSteps(problem: PackingProblem, packing: Packing): Steps<void, number> {
  const status: string = packing.status;
  if (status !== "optimal" && status !== "feasible") {
    throw rejection("/status", "expected optimal or feasible, got something else.");
  }
  checkChosen(problem, packing);
  const { countAt, weightAt, mostCounted = Infinity } = problem;
  const { counted, total } = packing.proof;
  let range: CountRange = { least: 0, most: 0 };
  if (countAt === undefined) {
    if (counted !== undefined) throw rejection("/proof/counted", "expected none where nothing counts.");
  } else {
    if (counted === undefined) throw rejection("/proof/counted", "expected a bound on what is counted.");
    const most = { least: 0, most: mostCounted };
    yield* checkBound(claimOf(problem, Float64Array.from(countAt), most, "/proof/counted", counted), counted);
    range = { least: packing.counted, most: counted.atMost };
  }
  yield* checkBound(claimOf(problem, weightAt, range, "/proof/total", total), total);
  checkStatus(packing);
}

/** What a choice counts at least and at most. */
interface CountRange {
  readonly least: number;
  readonly most: number;
}

interface Claim {
  readonly problem: PackingProblem;
  readonly cuts: readonly Cut[];
  /** Cuts by their rows. */
  readonly cutsOf: readonly (readonly number[])[];
  readonly weightAt: Float64Array;
  readonly range: CountRange;
  readonly path: string;
}

function claimOf(
  problem: PackingProblem,
  weightAt: Float64Array,
  range: CountRange,
  path: string,
  { cuts }: PackingBound,
): Claim {
  const cutsOf: number[][] = Array.from({ length: problem.rows }, () => []);
  cuts.forEach((cut, place) => {
    for (const row of cut) cutsOf[row]?.push(place);
  });
  return { problem, cuts, cutsOf, weightAt, range, path };
}

function checkChosen(
  { columnStart, rowAt, rows, weightAt, countAt, mostCounted }: PackingProblem,
  packing: Packing,
): void {
  const isCovered = new Uint8Array(rows);
  let [total, counted, last] = [0, 0, -1];
  for (const [place, column] of packing.chosen.entries()) {
    if (!(Number.isInteger(column) && column > last && column < weightAt.length)) {
      throw rejection(`/chosen/${place}`, "expected ascending columns of the problem.");
    }
    last = column;
    total += weightAt[column]!;
    counted += countAt?.[column] ?? 0;
    for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
      if (isCovered[rowAt[at]!] === 1) throw rejection(`/chosen/${place}`, "expected columns that share no row.");
      isCovered[rowAt[at]!] = 1;
    }
  }
  if (packing.total !== total) throw rejection("/total", "expected the sum of the weights.");
  if (packing.counted !== counted) throw rejection("/counted", "expected the sum of what is counted.");
  if (counted > (mostCounted ?? Infinity)) throw rejection("/counted", "expected at most what the problem allows.");
}

function checkStatus({ status, counted, total, proof }: Packing): void {
  if (proof.total.atMost < total) throw rejection("/proof/total/atMost", "expected at least the total.");
  if (proof.counted !== undefined && proof.counted.atMost < counted) {
    throw rejection("/proof/counted/atMost", "expected at least what is counted.");
  }
  if (status !== "optimal") return;
  if (proof.total.atMost !== total) throw rejection("/proof/total/atMost", "expected the total of an optimal answer.");
  if (proof.counted !== undefined && proof.counted.atMost !== counted) {
    throw rejection("/proof/counted/atMost", "expected what an optimal answer counts.");
  }
}

function* checkBound(claim: Claim, bound: PackingBound): Steps<void, number> {
  const { problem, weightAt, path } = claim;
  const { scale, root, atMost } = bound;
  if (!(Number.isSafeInteger(scale) && scale > 0)) throw rejection(`${path}/scale`, "expected a whole number above 0.");
  if (!Number.isSafeInteger(atMost)) throw rejection(`${path}/atMost`, "expected a whole number.");
  checkCuts(claim);
  const none = new Uint8Array(problem.rows);
  checkPrices(claim, root, none, `${path}/root`);
  const room = worthOf(claim, root) - scale * (atMost + 1);
  const open: number[] = [];
  for (let column = 0; column < weightAt.length; column += 1) {
    const slack = slackOf(claim, scale, root, column);
    if (slack < 0) throw rejection(`${path}/root`, `expected prices of at least the worth of column ${column}.`);
    // beyond it, no choice with the column is worth more than the bound
    if (slack <= room) open.push(column);
  }
  yield weightAt.length;
  yield* checkCase(claim, bound, bound.tree, { open, asked: none, path: `${path}/tree` });
}

function checkCuts({ problem: { rows }, cuts, path }: Claim): void {
  for (const [place, [first, second, third]] of cuts.entries()) {
    const isFit = [first, second, third].every((row) => Number.isInteger(row) && row >= 0 && row < rows);
    if (!isFit || first >= second || second >= third) {
      throw rejection(`${path}/cuts/${place}`, "expected three ascending rows.");
    }
  }
}

/** What the decisions on the way to a case leave. */
interface Standing {
  readonly open: readonly number[];
  readonly asked: Uint8Array;
  readonly path: string;
}

function* checkCase(claim: Claim, bound: PackingBound, tree: PackingCase, standing: Standing): Steps<void, number> {
  const { open, asked, path } = standing;
  if (tree.kind === "prices") {
    checkPrices(claim, tree.prices, asked, `${path}/prices`);
    if (Math.floor(worthOf(claim, tree.prices) / bound.scale) > bound.atMost) {
      throw rejection(`${path}/prices`, "expected prices that add up to no more than the bound.");
    }
    for (const column of open) {
      if (slackOf(claim, bound.scale, tree.prices, column) >= 0) continue;
      throw rejection(`${path}/prices`, `expected prices of at least the worth of column ${column}.`);
    }
    yield open.length;
    return;
  }
  const kind: string = tree.kind;
  if (kind !== "branch") throw rejection(`${path}/kind`, "expected prices or a branch.");
  const [first, second] = tree.rows;
  const { rows } = claim.problem;
  const isRow = (row: number): boolean => Number.isInteger(row) && row >= 0 && row < rows;
  if (!isRow(first) || !isRow(second) || first === second) throw rejection(`${path}/rows`, "expected two rows.");
  const heldBy = (column: number): number => Number(holds(claim, column, first)) + Number(holds(claim, column, second));
  const both = asked.slice();
  both[first] = 1;
  both[second] = 1;
  yield* checkCase(claim, bound, tree.together, {
    open: open.filter((column) => heldBy(column) !== 1),
    asked: both,
    path: `${path}/together`,
  });
  yield* checkCase(claim, bound, tree.apart, {
    open: open.filter((column) => heldBy(column) !== 2),
    asked,
    path: `${path}/apart`,
  });
}

function checkPrices(
  { problem: { rows, countAt }, cuts, range }: Claim,
  prices: PackingPrices,
  asked: Uint8Array,
  path: string,
): void {
  const { rowPrice, countPrice, cutPrice } = prices;
  if (cutPrice.length !== cuts.length || !cutPrice.every((price) => Number.isSafeInteger(price) && price >= 0)) {
    throw rejection(`${path}/cutPrice`, "expected one whole number of at least 0 per cut.");
  }
  if (rowPrice.length !== rows) throw rejection(`${path}/rowPrice`, "expected one price per row.");
  if (!Number.isSafeInteger(countPrice)) throw rejection(`${path}/countPrice`, "expected a whole number.");
  if (countAt === undefined && countPrice !== 0)
    throw rejection(`${path}/countPrice`, "expected 0 where nothing counts.");
  if (countPrice > 0 && range.most === Infinity)
    throw rejection(`${path}/countPrice`, "expected at most 0 without a limit.");
  for (let row = 0; row < rows; row += 1) {
    const price = rowPrice[row]!;
    if (!Number.isSafeInteger(price)) throw rejection(`${path}/rowPrice/${row}`, "expected a whole number.");
    if (price < 0 && asked[row] === 0) throw rejection(`${path}/rowPrice/${row}`, "expected at least 0.");
  }
}

/** What a choice can be worth at most by the prices, in units of 1 / scale. */
function worthOf({ range }: Claim, { rowPrice, countPrice, cutPrice }: PackingPrices): number {
  let sum = 0;
  for (const price of rowPrice) sum += price;
  for (const price of cutPrice) sum += price;
  if (countPrice === 0) return sum;
  return sum + countPrice * (countPrice > 0 ? range.most : range.least);
}

function slackOf({ problem, cutsOf, weightAt }: Claim, scale: number, prices: PackingPrices, column: number): number {
  const { columnStart, rowAt, countAt } = problem;
  let slack = prices.countPrice * (countAt?.[column] ?? 0) - scale * weightAt[column]!;
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) slack += prices.rowPrice[rowAt[at]!]!;
  // a cut is met by two of its rows or by three
  const held = new Map<number, number>();
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) {
    for (const cut of cutsOf[rowAt[at]!]!) {
      const count = (held.get(cut) ?? 0) + 1;
      held.set(cut, count);
      if (count === 2) slack += prices.cutPrice[cut]!;
    }
  }
  return slack;
}

function holds({ problem: { columnStart, rowAt } }: Claim, column: number, row: number): boolean {
  for (let at = columnStart[column]!; at < columnStart[column + 1]!; at += 1) if (rowAt[at] === row) return true;
  return false;
}
