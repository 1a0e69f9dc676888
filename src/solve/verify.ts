import type { FairAssignment } from "./fair-problem.ts";
import type { Assignment, AssignmentProblem, OptimalAssignment } from "./problem.ts";
import { fewestPartners, mostPartners, rejection } from "./verify-bounds.ts";
import type { StableAssignment, StableProblem } from "./stable-problem.ts";
import { checkFair } from "./verify-levels.ts";
import { checkStable } from "./verify-stable.ts";
import { checkCoverage, checkWitness } from "./verify-sets.ts";

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
 * Takes O(edges + nodes) time and O(nodes) space. `problem` is taken as valid; the assignment may be anything of its type.
 * Throws a `TersineError` of code `PROOF_REJECTED`, whose path points into the assignment.
 */
export function verifyOptimality(problem: AssignmentProblem, assignment: Assignment | FairAssignment): void;
export function verifyOptimality(problem: StableProblem, assignment: StableAssignment): void;
export function verifyOptimality(problem: AssignmentProblem | StableProblem, assignment: Verifiable): void {
  if ("rowPreferences" in problem) {
    if (!isStable(assignment)) throw rejection("/proof/kind", "expected noBlockingPair, got another kind.");
    checkStable(problem, assignment);
  } else if (assignment.status === "infeasible") {
    checkWitness(problem, assignment.witness);
  } else if (isStable(assignment)) {
    throw rejection("/proof/kind", "expected prices or levels, got another kind.");
  } else if (isFair(assignment)) {
    checkFair(problem, assignment);
  } else {
    checkPrices(problem, assignment);
  }
}

type Verifiable = Assignment | FairAssignment | StableAssignment;

function isStable(assignment: Verifiable): assignment is StableAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "noBlockingPair";
}

function isFair(assignment: Verifiable): assignment is FairAssignment {
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

interface Loads {
  readonly row: Int32Array;
  readonly column: Int32Array;
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
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  let largest = 0;
  let isWhole = true;
  for (let at = 0; at < weights.length; at += 1) {
    const size = Math.abs(weights[at]!);
    if (size === Infinity) continue;
    if (size > largest) largest = size;
    if (isWhole && !Number.isInteger(size)) isWhole = false;
  }
  const allowed = isWhole ? 0 : Math.max(largest * (problem.rows + problem.columns + 2) * 2 ** -40, 2 ** -1000);
  if (!(tolerance >= 0 && tolerance <= allowed)) {
    throw rejection("/proof/tolerance", "expected at most what rounding can cost, and 0 for whole numbers.");
  }
}

/** Walks over all edges in order, and over the pairs beside them. Counts the loads. */
function checkEdges(problem: AssignmentProblem, assignment: OptimalAssignment, loads: Loads): void {
  const { rowOf, columnOf, proof } = assignment;
  const { rowPrice, columnPrice, tolerance } = proof;
  const sparse = problem.layout === "sparse" ? problem : undefined;
  const weights = problem.layout === "dense" ? problem.weights : problem.weightAt;
  let total = 0;
  let pair = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    const start = sparse === undefined ? row * problem.columns : sparse.rowStart[row]!;
    const end = sparse === undefined ? start + problem.columns : sparse.rowStart[row + 1]!;
    const price = rowPrice[row]!;
    let next = rowOf[pair] === row ? columnOf[pair]! : -1;
    for (let edge = start; edge < end; edge += 1) {
      const column = sparse === undefined ? edge - start : sparse.columnAt[edge]!;
      const weight = weights[edge]!;
      const slack = price + columnPrice[column]! - weight;
      if (column !== next) {
        if (!(slack >= -tolerance)) throw rejection(`/proof/rowPrice/${row}`, "an edge left out has negative slack.");
        continue;
      }
      if (weight === -Infinity) throw rejection(`/columnOf/${pair}`, "expected a pair of the problem.");
      if (!(slack <= tolerance)) throw rejection(`/columnOf/${pair}`, "a chosen edge has positive slack.");
      if (!(slack >= -tolerance) && !areBothShared(problem, row, column)) {
        throw rejection(`/columnOf/${pair}`, "a chosen edge with an end of capacity 1 has negative slack.");
      }
      total += weight;
      loads.row[row]! += 1;
      loads.column[column]! += 1;
      pair += 1;
      next = rowOf[pair] === row ? columnOf[pair]! : -1;
    }
  }
  if (pair !== rowOf.length) throw rejection(`/rowOf/${pair}`, "expected pairs of the problem, sorted, each once.");
  if (total !== assignment.total) throw rejection("/total", "expected the sum of the chosen weights.");
}

function areBothShared(problem: AssignmentProblem, row: number, column: number): boolean {
  return mostPartners(problem, "row", row) > 1 && mostPartners(problem, "column", column) > 1;
}

/** Loads within their bounds, the two relations between load and price, and the count of placed nodes. */
function checkNodes(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  side: "row" | "column",
): void {
  const { placement, tolerance, rowPrice, columnPrice } = assignment.proof;
  const prices = side === "row" ? rowPrice : columnPrice;
  let placed = 0;
  for (let node = 0; node < prices.length; node += 1) {
    const load = loads[side][node]!;
    const price = prices[node]!;
    const most = mostPartners(problem, side, node);
    const fewest = fewestPartners(problem, side, node);
    const path = `/proof/${side}Price/${node}`;
    if (load > most || load < fewest) throw rejection(path, `expected a load within the ${side}'s bounds.`);
    if (load > 0) placed += 1;
    if (load < most && !(price <= -(load === 0 ? placement : 0) + tolerance)) {
      throw rejection(path, `a ${side} with room asks for a partner.`);
    }
    if (load > fewest && !(price >= -(load === 1 ? placement : 0) - tolerance)) {
      throw rejection(path, `a ${side} would rather give up a partner.`);
    }
    if (load === 0 && most > 0 && !(price >= -placement - tolerance))
      throw rejection(path, `an idle ${side} has another price.`);
    if (!Number.isFinite(price)) throw rejection(path, "expected a finite price.");
  }
  const claimed = side === "row" ? assignment.placedRows : assignment.placedColumns;
  if (placed !== claimed) {
    throw rejection(
      side === "row" ? "/placedRows" : "/placedColumns",
      `expected the number of ${side}s with a partner.`,
    );
  }
}
