import type { AssignmentProblem, DenseProblem, OptimalAssignment, SparseProblem } from "../problem.ts";
import { mostPartners, rejection } from "./loads.ts";
import { slackBetween, termsOf, type PriceTerms } from "./prices.ts";

/** Partners of each node. */
export interface Loads {
  readonly row: Int32Array;
  readonly column: Int32Array;
}

/** How far the check of the edges has come, and what it has added up. */
interface Progress {
  readonly terms: PriceTerms;
  /** Pairs seen so far. */
  pair: number;
  /** Sum of their weights. */
  total: number;
}

/** Walks over all edges in order, and over the pairs beside them. Counts the loads. */
export function checkEdges(problem: AssignmentProblem, assignment: OptimalAssignment, loads: Loads): void {
  const { rowOf } = assignment;
  const progress = { terms: termsOf(problem, assignment.proof), pair: 0, total: 0 };
  if (problem.layout === "dense") {
    checkRows(problem, assignment, loads, progress);
  } else {
    for (let row = 0; row < problem.rows; row += 1) checkEdgesOfRow(problem, assignment, loads, progress, row);
  }
  const { pair, total } = progress;
  if (pair !== rowOf.length) throw rejection(`/rowOf/${pair}`, "expected pairs of the problem, sorted, each once.");
  if (total !== assignment.total) throw rejection("/total", "expected the sum of the chosen weights.");
}

/** The rows of a matrix, four at a time. */
function checkRows(problem: DenseProblem, assignment: OptimalAssignment, loads: Loads, progress: Progress): void {
  for (let row = 0; row < problem.rows; row += 4) {
    const end = Math.min(row + 4, problem.rows);
    const areSound = areRowsSound(problem, progress.terms, row, end);
    for (let at = row; at < end; at += 1) {
      if (areSound) checkPairsOfRow(problem, assignment, loads, progress, at);
      else checkEdgesOfRow(problem, assignment, loads, progress, at);
    }
  }
}

/** Whether no edge of up to four rows has negative slack; then only their pairs remain to be looked at. */
function areRowsSound(
  { weights }: DenseProblem,
  { row, column, split }: PriceTerms,
  from: number,
  until: number,
): boolean {
  if (split !== undefined) return false;
  const last = until - 1;
  const rows = [from, Math.min(from + 1, last), Math.min(from + 2, last), last] as const;
  return haveSlack(weights, column.high, row.high, rows);
}

/**
 * Whether no slack of four rows is negative. Four rows share the reading of the column prices, and branches
 * that never turn cost next to nothing: this takes half the time of a row alone that keeps its least slack.
 */
function haveSlack(
  weights: Float64Array,
  columnPrice: Float64Array,
  rowPrice: Float64Array,
  [first, second, third, fourth]: readonly [number, number, number, number],
): boolean {
  const columns = columnPrice.length;
  const [firstStart, secondStart, thirdStart, fourthStart] = [
    first * columns,
    second * columns,
    third * columns,
    fourth * columns,
  ];
  const firstPrice = rowPrice[first]!;
  const secondPrice = rowPrice[second]!;
  const thirdPrice = rowPrice[third]!;
  const fourthPrice = rowPrice[fourth]!;
  for (let column = 0; column < columns; column += 1) {
    const price = columnPrice[column]!;
    const areNonNegative =
      firstPrice + price - weights[firstStart + column]! >= 0 &&
      secondPrice + price - weights[secondStart + column]! >= 0 &&
      thirdPrice + price - weights[thirdStart + column]! >= 0 &&
      fourthPrice + price - weights[fourthStart + column]! >= 0;
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
    checkPair(problem, loads, progress, row, column, problem.weights[row * problem.columns + column]!);
  }
}

function checkEdgesOfRow(
  problem: AssignmentProblem,
  assignment: OptimalAssignment,
  loads: Loads,
  progress: Progress,
  row: number,
): void {
  const { rowOf, columnOf } = assignment;
  const { terms } = progress;
  const columnPrice = terms.column.high;
  const isSparse = problem.layout === "sparse";
  const start = isSparse ? problem.rowStart[row]! : row * problem.columns;
  const end = isSparse ? problem.rowStart[row + 1]! : start + problem.columns;
  const walked = { row, start, end, price: terms.row.high[row]! };
  let edge = start;
  while (edge < end) {
    const next = rowOf[progress.pair] === row ? columnOf[progress.pair]! : -1;
    if (terms.split !== undefined) edge = nextLooseSplit(problem, terms, walked, edge, next);
    else {
      edge = isSparse
        ? nextLoose(problem, columnPrice, walked, edge, next)
        : nextLoosePlace(problem.weights, columnPrice, walked, edge, next);
    }
    if (edge >= end) return;
    const column = isSparse ? problem.columnAt[edge]! : edge - start;
    if (column !== next) throw rejection(`/proof/rowPrice/${row}`, "an edge left out has negative slack.");
    const weight = isSparse ? problem.weightAt[edge]! : problem.weights[edge]!;
    checkPair(problem, loads, progress, row, column, weight);
    edge += 1;
  }
}

/** The edges of a row: in a matrix, the places of all its columns. */
interface EdgesOfRow {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** Price of the row. */
  readonly price: number;
}

/** The first edge from `edge` on that leads to column `pair` or has no slack of at least 0, or `end`. */
function nextLoose(
  { columnAt, weightAt }: SparseProblem,
  columnPrice: Float64Array,
  { end, price }: EdgesOfRow,
  edge: number,
  pair: number,
): number {
  for (let at = edge; at < end; at += 1) {
    const column = columnAt[at]!;
    if (column === pair || !(price + columnPrice[column]! - weightAt[at]! >= 0)) return at;
  }
  return end;
}

/** The same in a matrix. */
function nextLoosePlace(
  weights: Float64Array,
  columnPrice: Float64Array,
  { start, end, price }: EdgesOfRow,
  edge: number,
  pair: number,
): number {
  for (let at = edge; at < end; at += 1) {
    const column = at - start;
    if (column === pair || !(price + columnPrice[column]! - weights[at]! >= 0)) return at;
  }
  return end;
}

/** The same where prices have a rest. */
function nextLooseSplit(
  problem: AssignmentProblem,
  terms: PriceTerms,
  { row, start, end }: EdgesOfRow,
  edge: number,
  pair: number,
): number {
  const isSparse = problem.layout === "sparse";
  for (let at = edge; at < end; at += 1) {
    const column = isSparse ? problem.columnAt[at]! : at - start;
    const weight = isSparse ? problem.weightAt[at]! : problem.weights[at]!;
    if (column === pair || !(weight === -Infinity || slackBetween(terms, "high", row, column, weight) >= 0)) return at;
  }
  return end;
}

/** Checks one pair, and counts it. */
function checkPair(
  problem: AssignmentProblem,
  loads: Loads,
  progress: Progress,
  row: number,
  column: number,
  weight: number,
): void {
  if (weight === -Infinity) throw rejection(`/columnOf/${progress.pair}`, "expected a pair of the problem.");
  checkSlack(problem, progress, row, column, weight);
  progress.total += weight;
  loads.row[row]! += 1;
  loads.column[column]! += 1;
  progress.pair += 1;
}

/** A pair must be tight, or have negative slack where both its ends are shared. */
function checkSlack(
  problem: AssignmentProblem,
  { terms, pair }: Progress,
  row: number,
  column: number,
  weight: number,
): void {
  const path = `/columnOf/${pair}`;
  if (!(slackBetween(terms, "low", row, column, weight) <= 0)) {
    throw rejection(path, "a chosen edge has positive slack.");
  }
  if (!(slackBetween(terms, "high", row, column, weight) >= 0) && !areBothShared(problem, row, column)) {
    throw rejection(path, "a chosen edge with an end of capacity 1 has negative slack.");
  }
}

function areBothShared(problem: AssignmentProblem, row: number, column: number): boolean {
  return mostPartners(problem, "row", row) > 1 && mostPartners(problem, "column", column) > 1;
}
