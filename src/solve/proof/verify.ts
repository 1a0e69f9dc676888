import { asPublic } from "../../base/public.ts";
import { drain, type Steps } from "../../base/steps.ts";
import type { FairAssignment } from "../fair/problem.ts";
import type { Assignment, AssignmentProblem, OptimalAssignment, PricesProof } from "../problem.ts";
import { fewestPartners, mostPartners, rejection } from "./loads.ts";
import type { StableAssignment, StableProblem } from "../stable/problem.ts";
import { checkEdges, type Loads } from "./edges.ts";
import { expectAssignment, expectBounded, expectStable } from "./forms.ts";
import { checkFair } from "./levels.ts";
import { checkStable } from "./stable.ts";
import { checkCoverage, checkWitness } from "./sets.ts";
import type { QuotaAssignment, QuotaProblem } from "../quota/problem.ts";
import { verifyQuotas } from "./quotas.ts";
import { allowanceAt, costOfRounding, VANISHING } from "./prices.ts";

/**
 * Checks an answer and its proof against the problem, and returns if everything holds. Shares no code with the solver.
 *
 * For an optimal assignment: the pairs are edges, sorted, each once; loads are within their bounds; the totals are those
 * of the pairs; every edge and every node satisfies the price relations stated at `PricesProof`; and, unless `unmatched`
 * is `free`, the deficient sets show that no more nodes can be placed. By weak duality no other choice is better. For an
 * infeasible one: the witness counts right, and needs more than there is room for. Of a fair assignment the chain of
 * `LevelsProof` is replayed; a stable one, given with its preferences, has no blocking pair.
 *
 * Whole numbers are compared exactly. Otherwise the proof states a tolerance, a share of each price, at most 2 ** -38. The
 * total is then within what all prices together may be off, each as often as its node can have partners: at most twice
 * 2 ** -26 of what the pairs are worth if each is one of the small ones (fifteen in sixteen chosen weights, or least
 * weights of rows other than 0, are larger), or 2 ** -80 of the sum of the chosen ones. Prices so large that this is more
 * are refused. Below 2 ** -1032 everything counts as 0.
 *
 * Takes O(edges + nodes) time and O(nodes) space. `problem` is taken as valid; the assignment may be anything.
 * Throws a `TersineError` of code `PROOF_REJECTED`, whose path points into the assignment.
 */
export function verifyOptimality(problem: QuotaProblem, assignment: QuotaAssignment): void;
export function verifyOptimality(problem: AssignmentProblem, assignment: Assignment | FairAssignment): void;
export function verifyOptimality(problem: StableProblem, assignment: StableAssignment): void;
export function verifyOptimality(
  problem: QuotaProblem | AssignmentProblem | StableProblem,
  assignment: Verifiable,
): void {
  asPublic("verifyOptimality", () => {
    drain(verifySteps(problem, assignment));
  });
}

type Verifiable = Assignment | FairAssignment | StableAssignment | QuotaAssignment;

/** `verifyOptimality`, to be paused between levels of a fair proof and between nodes of a tree of bounds. */
export function* verifySteps(
  problem: QuotaProblem | AssignmentProblem | StableProblem,
  assignment: Verifiable,
): Steps<void, number> {
  for (const side of ["rows", "columns"] as const) {
    if (!Number.isSafeInteger(problem[side]))
      throw rejection(`/${side}`, "expected a problem with a whole number here.");
  }
  if ("quotas" in problem) {
    expectBounded(problem, assignment);
    if (isBounded(assignment)) yield* verifyQuotas(problem, assignment);
  } else if ("rowPreferences" in problem) {
    expectStable(problem, assignment);
    if (isStable(assignment)) checkStable(problem, assignment);
  } else {
    expectAssignment(problem, assignment);
    if (isBounded(assignment) || isStable(assignment)) {
      throw rejection("/proof/kind", "expected prices or levels, got another kind.");
    }
    if (assignment.status === "infeasible") checkWitness(problem, assignment.witness);
    else if (isFair(assignment)) yield* checkFair(problem, assignment);
    else checkPrices(problem, assignment);
  }
}

function isBounded(assignment: Verifiable): assignment is QuotaAssignment {
  if (assignment.status === "infeasible") return "tree" in assignment;
  return assignment.proof.kind === "bound";
}

function isStable(assignment: Verifiable): assignment is StableAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "noBlockingPair";
}

function isFair(assignment: Assignment | FairAssignment): assignment is FairAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "levels";
}

function checkPrices(problem: AssignmentProblem, assignment: OptimalAssignment): void {
  checkShape(problem, assignment);
  checkTolerance(problem, assignment);
  const loads = { row: new Int32Array(problem.rows), column: new Int32Array(problem.columns) };
  checkEdges(problem, assignment, loads);
  checkNodes(problem, assignment, loads, "row");
  checkNodes(problem, assignment, loads, "column");
  checkCoverage(problem, assignment, loads);
}

/** The sum of two prices up to this is exact, so that comparing it with a weight is. */
const LARGEST_PRICE = 2 ** 52;
/** Share of a price that rounding may cost. */
const MOST_ROUNDING = 2 ** -38;
/** Share of small weights, and of the sum of the chosen weights, that all rounding may cost. */
const RESOLVED = 2 ** -26;
const BELOW_LAST_DIGIT = 2 ** -80;
/** A rest is no larger than the rounding of its price. */
const SHARE_OF_REST = 2 ** -52;

function checkShape(
  { rows, columns, unmatched }: AssignmentProblem,
  { rowOf, columnOf, proof }: OptimalAssignment,
): void {
  if (rowOf.length !== columnOf.length) throw rejection("/columnOf", "expected as many columns as rows of pairs.");
  if (proof.rowPrice.length !== rows) throw rejection("/proof/rowPrice", "expected one price per row.");
  if (proof.columnPrice.length !== columns) throw rejection("/proof/columnPrice", "expected one price per column.");
  if (unmatched === "free" ? proof.placement !== 0 : !Number.isFinite(proof.placement)) {
    throw rejection("/proof/placement", "expected a finite number, and 0 where staying alone costs nothing.");
  }
}

function checkTolerance(problem: AssignmentProblem, assignment: OptimalAssignment): void {
  const { proof } = assignment;
  const { tolerance, rowPrice, columnPrice, placement, rest } = proof;
  const isExact = (price: number): boolean => Number.isInteger(price) && Math.abs(price) <= LARGEST_PRICE;
  if (tolerance === 0) {
    if (rest !== undefined) throw rejection("/proof/rest", "expected no rest where numbers are whole.");
    if (!isExact(placement)) throw rejection("/proof/placement", "expected a whole number that sums exactly.");
    if (!rowPrice.every(isExact)) throw rejection("/proof/rowPrice", "expected whole numbers that sum exactly.");
    if (!columnPrice.every(isExact)) throw rejection("/proof/columnPrice", "expected whole numbers that sum exactly.");
    return;
  }
  if (rest !== undefined && !(isRest(rest.row, rowPrice) && isRest(rest.column, columnPrice))) {
    throw rejection("/proof/rest", "expected what each price lacks, below its last digit.");
  }
  if (!(tolerance > 0 && tolerance <= MOST_ROUNDING && !areWeightsWhole(problem))) {
    throw rejection("/proof/tolerance", "expected at most what rounding can cost, and 0 for whole numbers.");
  }
  if (areWeightsLost(problem, assignment)) {
    throw rejection("/proof/tolerance", "expected prices in whose rounding no weights are lost.");
  }
}

/**
 * Whether rounding may cost more than small weights are worth, and more than the total's own last digits as well. What is
 * small is told by the fifteen of sixteen rows and pairs whose weights are larger: large constants for "never" do not hide
 * it, nor do single weights that are next to nothing.
 */
function areWeightsLost(problem: AssignmentProblem, { rowOf, columnOf, proof }: OptimalAssignment): boolean {
  const cost = costOfRounding(problem, proof);
  const sizes = Float64Array.from(rowOf, (row, pair) => Math.abs(weightBetween(problem, row, columnOf[pair]!)));
  const sum = sizes.reduce((all, size) => all + size, 0);
  const most = Math.max(BELOW_LAST_DIGIT * sum, RESOLVED * lowSum(sizes));
  return !(cost <= most || cost <= RESOLVED * lowSum(leastWeights(problem)));
}

/** The number of sizes times one that fifteen in sixteen of them reach. Sorts them. */
function lowSum(sizes: Float64Array): number {
  return (sizes.sort()[Math.floor(sizes.length / 16)] ?? 0) * sizes.length;
}

/** Weight of a pair; 0 if it is none. */
function weightBetween(problem: AssignmentProblem, row: number, column: number): number {
  if (problem.layout === "dense") return problem.weights[row * problem.columns + column] ?? 0;
  const edge = problem.columnAt.subarray(problem.rowStart[row], problem.rowStart[row + 1]).indexOf(column);
  return edge < 0 ? 0 : problem.weightAt[problem.rowStart[row]! + edge]!;
}

function isRest(rest: Float64Array, prices: Float64Array): boolean {
  const isBelow = (part: number, node: number): boolean =>
    Math.abs(part) <= Math.max(VANISHING, SHARE_OF_REST * Math.abs(prices[node]!));
  return rest.length === prices.length && rest.every(isBelow);
}

/** Whether all weights are whole numbers, and not only because every double of their size is one. */
function areWeightsWhole(problem: AssignmentProblem): boolean {
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  let isAnySmall = false;
  let isAnyHuge = false;
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at]!;
    if (weight === -Infinity || weight === 0) continue;
    if (!Number.isInteger(weight)) return false;
    if (Math.abs(weight) < 2 ** 53) isAnySmall = true;
    else isAnyHuge = true;
  }
  return isAnySmall || !isAnyHuge;
}

/** The least weight by size, other than 0, that each row can have chosen; Infinity alone where all of them are 0. */
function leastWeights(problem: AssignmentProblem): Float64Array {
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  const found = new Float64Array(problem.rows).fill(Infinity);
  for (let row = 0; row < problem.rows; row += 1) {
    const start = problem.layout === "dense" ? row * problem.columns : problem.rowStart[row]!;
    const end = problem.layout === "dense" ? start + problem.columns : problem.rowStart[row + 1]!;
    for (let at = start; at < end; at += 1) {
      const size = Math.abs(weights[at]!);
      if (size < found[row]! && size > 0 && isOpen(problem, row, at, start)) found[row] = size;
    }
  }
  const least = found.filter((size) => size < Infinity);
  return least.length === 0 ? found.slice(0, 1) : least;
}

/** Whether both ends of an edge may have partners. */
function isOpen(problem: AssignmentProblem, row: number, at: number, start: number): boolean {
  if (problem.rowCapacity === undefined && problem.columnCapacity === undefined) return true;
  const column = problem.layout === "dense" ? at - start : problem.columnAt[at]!;
  return mostPartners(problem, "row", row) > 0 && mostPartners(problem, "column", column) > 0;
}

/** Loads within their bounds, the two relations between load and price, and the count of placed nodes. */
function checkNodes(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  side: "row" | "column",
): void {
  const { proof } = assignment;
  const prices = side === "row" ? proof.rowPrice : proof.columnPrice;
  const rests = proof.rest?.[side];
  let placed = 0;
  for (let node = 0; node < prices.length; node += 1) {
    const load = loads[side][node]!;
    const most = mostPartners(problem, side, node);
    const fewest = fewestPartners(problem, side, node);
    const price = prices[node]!;
    const fault = faultOfNode(proof, { load, most, fewest }, price, rests?.[node] ?? 0, allowanceAt(proof, price));
    if (fault !== undefined) throw rejection(`/proof/${side}Price/${node}`, `expected ${fault} of the ${side}.`);
    if (load > 0) placed += 1;
  }
  const claimed = side === "row" ? assignment.placedRows : assignment.placedColumns;
  if (placed !== claimed) {
    throw rejection(
      side === "row" ? "/placedRows" : "/placedColumns",
      `expected the number of ${side}s with a partner.`,
    );
  }
}

/** What should be different about a node. */
function faultOfNode(
  { placement }: PricesProof,
  { load, most, fewest }: { readonly load: number; readonly most: number; readonly fewest: number },
  price: number,
  rest: number,
  allowance: number,
): string | undefined {
  if (load > most || load < fewest) return "a load within the bounds";
  const next = price + (load === 0 ? placement : 0) + rest;
  const last = price + (load === 1 ? placement : 0) + rest;
  if (load < most && !(next <= allowance)) return "a lower price for the room";
  if (load > fewest && !(last >= -allowance)) return "a higher price for the partners";
  if (load === 0 && most > 0 && !(next >= -allowance)) return "a higher price for the idleness";
  return Number.isFinite(price) ? undefined : "a finite price";
}
