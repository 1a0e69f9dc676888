import type { FairAssignment } from "./fair-problem.ts";
import type { Assignment, AssignmentProblem, DenseProblem, OptimalAssignment, PricesProof } from "./problem.ts";
import { fewestPartners, mostPartners, rejection } from "./verify-bounds.ts";
import type { StableAssignment, StableProblem } from "./stable-problem.ts";
import { PASS } from "./verify-pass.ts";
import { finishCheck, nodesInPasses } from "./verify-pauses.ts";
import { checkFair } from "./verify-levels.ts";
import { checkStable } from "./verify-stable.ts";
import { checkCoverage, checkWitness } from "./verify-sets.ts";
import type { QuotaAssignment, QuotaProblem } from "./quota/problem.ts";
import { verifyQuotas } from "./verify-quotas.ts";

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
export function verifyOptimality(problem: QuotaProblem, assignment: QuotaAssignment): void;
export function verifyOptimality(problem: AssignmentProblem, assignment: Assignment | FairAssignment): void;
export function verifyOptimality(problem: StableProblem, assignment: StableAssignment): void;
export function verifyOptimality(
  problem: QuotaProblem | AssignmentProblem | StableProblem,
  assignment: Verifiable,
): void {
  finishCheck(verifyInSteps(problem, assignment));
}

/** `verifyOptimality` as a generator that can be paused every few milliseconds. */
export function* verifyInSteps(
  problem: QuotaProblem | AssignmentProblem | StableProblem,
  assignment: Verifiable,
): Generator<number, void, void> {
  if ("quotas" in problem) {
    if (!isBounded(assignment)) throw rejection("/proof/kind", "expected bound, got another kind.");
    yield* verifyQuotas(problem, assignment);
  } else if (isBounded(assignment)) {
    throw rejection("/proof/kind", "expected prices or levels, got another kind.");
  } else if ("rowPreferences" in problem) {
    if (!isStable(assignment)) throw rejection("/proof/kind", "expected noBlockingPair, got another kind.");
    yield* checkStable(problem, assignment);
  } else if (assignment.status === "infeasible") {
    yield* checkWitness(problem, assignment.witness);
  } else if (isStable(assignment)) {
    throw rejection("/proof/kind", "expected prices or levels, got another kind.");
  } else if (isFair(assignment)) {
    yield* checkFair(problem, assignment);
  } else {
    yield* checkPrices(problem, assignment);
  }
}

type Verifiable = Assignment | FairAssignment | StableAssignment | QuotaAssignment;

function isBounded(assignment: Verifiable): assignment is QuotaAssignment {
  if (assignment.status === "infeasible") return "tree" in assignment;
  return assignment.proof.kind === "bound";
}

function isStable(assignment: Verifiable): assignment is StableAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "noBlockingPair";
}

function isFair(assignment: Verifiable): assignment is FairAssignment {
  return assignment.status === "optimal" && assignment.proof.kind === "levels";
}

function* checkPrices(problem: AssignmentProblem, assignment: OptimalAssignment): Generator<number, void, void> {
  checkShape(problem, assignment);
  checkTolerance(problem, assignment);
  const loads = { row: new Int32Array(problem.rows), column: new Int32Array(problem.columns) };
  yield* checkEdges(problem, assignment, loads);
  checkNodes(problem, assignment, loads, "row");
  checkNodes(problem, assignment, loads, "column");
  yield* checkCoverage(problem, assignment, loads);
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

/** How far the check of the edges has come, and what it has added up. */
interface Progress {
  /** Pairs seen so far. */
  pair: number;
  /** Sum of their weights. */
  total: number;
}

/** Walks over all edges in order, and over the pairs beside them. Counts the loads. */
function* checkEdges(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Loads,
): Generator<number, void, void> {
  const { rowOf } = assignment;
  const progress = { pair: 0, total: 0 };
  if (problem.layout === "dense") {
    const atATime = 4 * Math.ceil(PASS / (4 * Math.max(1, problem.columns)));
    for (let row = 0; row < problem.rows; row += atATime) {
      checkRows(problem, assignment, loads, progress, row, Math.min(row + atATime, problem.rows));
      yield 0;
    }
  } else {
    yield* nodesInPasses(problem.rowStart, (from, until) => {
      for (let row = from; row < until; row += 1) checkEdgesOfRow(problem, assignment, loads, progress, row);
    });
  }
  const { pair, total } = progress;
  if (pair !== rowOf.length) throw rejection(`/rowOf/${pair}`, "expected pairs of the problem, sorted, each once.");
  if (total !== assignment.total) throw rejection("/total", "expected the sum of the chosen weights.");
}

/** The rows of a matrix, four at a time. */
function checkRows(
  problem: DenseProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  progress: Progress,
  from: number,
  until: number,
): void {
  for (let row = from; row < until; row += 4) {
    const end = Math.min(row + 4, until);
    const areSound = areRowsSound(problem, assignment.proof, row, end);
    for (let at = row; at < end; at += 1) {
      if (areSound) checkPairsOfRow(problem, assignment, loads, progress, at);
      else checkEdgesOfRow(problem, assignment, loads, progress, at);
    }
  }
}

/** Whether no edge of up to four rows has negative slack; then only their pairs remain to be looked at. */
function areRowsSound(
  { columns, weights }: DenseProblem,
  { rowPrice, columnPrice, tolerance }: PricesProof,
  from: number,
  until: number,
): boolean {
  const last = until - 1;
  const second = Math.min(from + 1, last);
  const third = Math.min(from + 2, last);
  return haveSlack(
    weights,
    columnPrice,
    -tolerance,
    from * columns,
    second * columns,
    third * columns,
    last * columns,
    rowPrice[from]!,
    rowPrice[second]!,
    rowPrice[third]!,
    rowPrice[last]!,
  );
}

/**
 * Whether all slacks of four rows are at least `least`. Four rows share the reading of the column prices, and branches
 * that never turn cost next to nothing: this takes half the time of a row alone that keeps its least slack.
 */
function haveSlack(
  weights: Float64Array,
  columnPrice: Float64Array,
  least: number,
  firstStart: number,
  secondStart: number,
  thirdStart: number,
  fourthStart: number,
  firstPrice: number,
  secondPrice: number,
  thirdPrice: number,
  fourthPrice: number,
): boolean {
  for (let column = 0; column < columnPrice.length; column += 1) {
    const price = columnPrice[column]!;
    const areNonNegative =
      firstPrice + price - weights[firstStart + column]! >= least &&
      secondPrice + price - weights[secondStart + column]! >= least &&
      thirdPrice + price - weights[thirdStart + column]! >= least &&
      fourthPrice + price - weights[fourthStart + column]! >= least;
    if (!areNonNegative) return false;
  }
  return true;
}

function checkPairsOfRow(
  problem: DenseProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  progress: Progress,
  row: number,
): void {
  const { rowOf, columnOf } = assignment;
  let previous = -1;
  for (; rowOf[progress.pair] === row; previous = columnOf[progress.pair - 1]!) {
    const column = columnOf[progress.pair]!;
    if (!(column > previous && column < problem.columns)) return;
    checkPair(problem, assignment, loads, progress, row, column, problem.weights[row * problem.columns + column]!);
  }
}

function checkEdgesOfRow(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  progress: Progress,
  row: number,
): void {
  const { rowOf, columnOf, proof } = assignment;
  const { rowPrice, columnPrice, tolerance } = proof;
  const isSparse = problem.layout === "sparse";
  const start = isSparse ? problem.rowStart[row]! : row * problem.columns;
  const end = isSparse ? problem.rowStart[row + 1]! : start + problem.columns;
  const price = rowPrice[row]!;
  let edge = start;
  while (edge < end) {
    const next = rowOf[progress.pair] === row ? columnOf[progress.pair]! : -1;
    edge = isSparse
      ? nextLoose(problem.columnAt, problem.weightAt, columnPrice, edge, end, price, -tolerance, next)
      : nextLoosePlace(problem.weights, columnPrice, start, edge, end, price, -tolerance, next);
    if (edge >= end) return;
    const column = isSparse ? problem.columnAt[edge]! : edge - start;
    if (column !== next) throw rejection(`/proof/rowPrice/${row}`, "an edge left out has negative slack.");
    const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
    checkPair(problem, assignment, loads, progress, row, column, weight);
    edge += 1;
  }
}

/** The first edge from `edge` on that leads to column `pair` or has no slack of at least `least`, or `end`. */
function nextLoose(
  columnAt: Int32Array,
  weightAt: Int32Array | Float64Array,
  columnPrice: Float64Array,
  edge: number,
  end: number,
  price: number,
  least: number,
  pair: number,
): number {
  for (let at = edge; at < end; at += 1) {
    const column = columnAt[at]!;
    if (column === pair || !(price + columnPrice[column]! - weightAt[at]! >= least)) return at;
  }
  return end;
}

/** The same in a matrix whose row begins at `start`. */
function nextLoosePlace(
  weights: Float64Array,
  columnPrice: Float64Array,
  start: number,
  edge: number,
  end: number,
  price: number,
  least: number,
  pair: number,
): number {
  for (let at = edge; at < end; at += 1) {
    const column = at - start;
    if (column === pair || !(price + columnPrice[column]! - weights[at]! >= least)) return at;
  }
  return end;
}

/** Checks one pair, and counts it. */
function checkPair(
  problem: AssignmentProblem,
  { proof }: OptimalAssignment,
  loads: Loads,
  progress: Progress,
  row: number,
  column: number,
  weight: number,
): void {
  const slack = proof.rowPrice[row]! + proof.columnPrice[column]! - weight;
  const isTight = slack <= proof.tolerance && slack >= -proof.tolerance;
  if (weight === -Infinity || !isTight)
    checkLoosePair(problem, proof.tolerance, progress.pair, row, column, weight, slack);
  progress.total += weight;
  loads.row[row]! += 1;
  loads.column[column]! += 1;
  progress.pair += 1;
}

/** Checks a pair that is no edge or not tight: it may only have negative slack, and only if both ends are shared. */
function checkLoosePair(
  problem: AssignmentProblem,
  tolerance: number,
  pair: number,
  row: number,
  column: number,
  weight: number,
  slack: number,
): void {
  const path = `/columnOf/${pair}`;
  if (weight === -Infinity) throw rejection(path, "expected a pair of the problem.");
  if (!(slack <= tolerance)) throw rejection(path, "a chosen edge has positive slack.");
  if (!(slack >= -tolerance) && !areBothShared(problem, row, column)) {
    throw rejection(path, "a chosen edge with an end of capacity 1 has negative slack.");
  }
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
