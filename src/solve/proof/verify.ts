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

/**
 * Checks an answer and its proof against the problem, and returns if everything holds. Shares no code with the solver.
 *
 * For an optimal assignment: the pairs are edges, sorted, each once; loads are within their bounds; the totals are those
 * of the pairs; every edge and every node satisfies the price relations stated at `PricesProof`; and, unless `unmatched`
 * is `free`, the deficient sets show that no more nodes can be placed. By weak duality no other choice is better. For an
 * infeasible one: the witness counts right, and needs more than there is room for. Of a fair assignment the chain of
 * `LevelsProof` is replayed; a stable one, given with its preferences, has no blocking pair.
 *
 * Whole numbers are compared exactly. Otherwise the proof states a tolerance, which may be at most
 * `largest weight * (rows + columns + 2) * 2 ** -40` (or 2 ** -1000 if that is more); the total is then within that, per node, of the optimum.
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
  drain(verifySteps(problem, assignment));
}

type Verifiable = Assignment | FairAssignment | StableAssignment | QuotaAssignment;

/** `verifyOptimality`, to be paused between levels of a fair proof and between nodes of a tree of bounds. */
export function* verifySteps(
  problem: QuotaProblem | AssignmentProblem | StableProblem,
  assignment: Verifiable,
): Steps<void, number> {
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

/** Sums of prices below this are exact. */
const LARGEST_PRICE = 2 ** 51;

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

function checkTolerance(problem: AssignmentProblem, { proof }: OptimalAssignment): void {
  const { tolerance, rowPrice, columnPrice, placement } = proof;
  const isExact = (price: number): boolean => Number.isInteger(price) && Math.abs(price) <= LARGEST_PRICE;
  if (tolerance === 0) {
    if (!isExact(placement)) throw rejection("/proof/placement", "expected a whole number that sums exactly.");
    if (!rowPrice.every(isExact)) throw rejection("/proof/rowPrice", "expected whole numbers that sum exactly.");
    if (!columnPrice.every(isExact)) throw rejection("/proof/columnPrice", "expected whole numbers that sum exactly.");
    return;
  }
  if (!(tolerance > 0 && isRounding(problem, tolerance))) {
    throw rejection("/proof/tolerance", "expected at most what rounding can cost, and 0 for whole numbers.");
  }
}

/** Whether the weights are not all whole, and large enough for this tolerance. Looks no further than it must. */
function isRounding(problem: AssignmentProblem, tolerance: number): boolean {
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  const share = (problem.rows + problem.columns + 2) * 2 ** -40;
  let isLarge = tolerance <= 2 ** -1000;
  let isWhole = true;
  for (let at = 0; at < weights.length && (isWhole || !isLarge); at += 1) {
    const size = Math.abs(weights[at]!);
    if (size === Infinity) continue;
    if (size * share >= tolerance) isLarge = true;
    if (!Number.isInteger(size)) isWhole = false;
  }
  return isLarge && !isWhole;
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
  let placed = 0;
  for (let node = 0; node < prices.length; node += 1) {
    const load = loads[side][node]!;
    const most = mostPartners(problem, side, node);
    const fault = faultOfNode(proof, load, most, fewestPartners(problem, side, node), prices[node]!);
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
  { placement, tolerance }: PricesProof,
  load: number,
  most: number,
  fewest: number,
  price: number,
): string | undefined {
  if (load > most || load < fewest) return "a load within the bounds";
  if (load < most && !(price <= -(load === 0 ? placement : 0) + tolerance)) return "a lower price for the room";
  if (load > fewest && !(price >= -(load === 1 ? placement : 0) - tolerance)) return "a higher price for the partners";
  if (load === 0 && most > 0 && !(price >= -placement - tolerance)) return "a higher price for the idleness";
  return Number.isFinite(price) ? undefined : "a finite price";
}
