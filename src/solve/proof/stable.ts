import { rejection } from "./loads.ts";
import type { PreferenceLists, StableAssignment, StableProblem } from "../stable/problem.ts";

/**
 * Throws a `TersineError` of code `PROOF_REJECTED` unless the assignment is proved stable; part of `verifyOptimality`.
 *
 * Checked, with nothing taken over from the solver:
 * - pairs are sorted, different, and acceptable to both ends (individual rationality); capacities hold;
 * - each cutoff is what its definition says, and no acceptable pair that is not chosen lies before both its cutoffs, so
 *   there is no blocking pair;
 * - the total, the placed counts and the bound on the proposals are right.
 *
 * That the proposing side could not do better in another stable choice is a property of the method, not checked here.
 * O(entries of both sides).
 */
export function checkStable(problem: StableProblem, assignment: StableAssignment): void {
  const fault = faultOfStable(problem, assignment);
  if (fault !== undefined) throw rejection("", fault);
}

/** What is wrong, in one sentence. */
function faultOfStable(problem: StableProblem, assignment: StableAssignment): string | undefined {
  const { rowOf, columnOf, proof } = assignment;
  if (!areSorted(rowOf, columnOf)) return "the pairs are not sorted by row and column, or one comes twice.";
  const { rowPreferences, rowCapacity, columnPreferences, columnCapacity } = problem;
  const rows = readSide({ ...rowPreferences, capacity: rowCapacity }, rowOf, columnOf, problem.columns);
  const columns = readSide({ ...columnPreferences, capacity: columnCapacity }, columnOf, rowOf, problem.rows);
  if (rows === undefined || columns === undefined)
    return "a pair is outside the problem, or a node is over its capacity.";
  if (rows.chosen !== rowOf.length || columns.chosen !== rowOf.length) return "a pair is not acceptable to both ends.";
  if (!equal(rows.cutoff, proof.rowCutoff)) return "a row's cutoff is not the position of its worst partner.";
  if (!equal(columns.cutoff, proof.columnCutoff)) return "a column's cutoff is not the position of its worst partner.";
  return faultOfWishes(problem, assignment) ?? faultOfCounts(problem, assignment);
}

function areSorted(rowOf: Int32Array, columnOf: Int32Array): boolean {
  if (rowOf.length !== columnOf.length) return false;
  return rowOf.every(
    (row, pair) =>
      pair === 0 || rowOf[pair - 1]! < row || (rowOf[pair - 1] === row && columnOf[pair - 1]! < columnOf[pair]!),
  );
}

interface Side extends PreferenceLists {
  readonly capacity: Int32Array | undefined;
}

/** The cutoffs of a side by their definition, and how many of its pairs are on its lists. */
function readSide(
  { start, choiceAt, capacity }: Side,
  nodeOf: Int32Array,
  otherOf: Int32Array,
  others: number,
): { readonly cutoff: Int32Array; readonly chosen: number } | undefined {
  const nodes = start.length - 1;
  const partnersOf = partnersByNode(nodeOf, otherOf, nodes, others);
  if (partnersOf === undefined) return undefined;
  const cutoff = new Int32Array(nodes);
  const isPartner = new Uint8Array(others);
  let chosen = 0;
  for (let node = 0; node < nodes; node++) {
    const partners = partnersOf.get(node) ?? [];
    const seats = capacity === undefined ? 1 : capacity[node]!;
    const length = start[node + 1]! - start[node]!;
    if (partners.length > seats) return undefined;
    for (const partner of partners) isPartner[partner] = 1;
    let worst = 0;
    for (let index = 0; partners.length > 0 && index < length; index++) {
      if (isPartner[choiceAt[start[node]! + index]!] === 0) continue;
      worst = index;
      chosen++;
    }
    for (const partner of partners) isPartner[partner] = 0;
    cutoff[node] = partners.length < seats ? length : worst;
  }
  return { cutoff, chosen };
}

/** The partners of each node that has any; nothing if a pair is outside the problem. */
function partnersByNode(
  nodeOf: Int32Array,
  otherOf: Int32Array,
  nodes: number,
  others: number,
): ReadonlyMap<number, readonly number[]> | undefined {
  const partnersOf = new Map<number, number[]>();
  for (const [pair, node] of nodeOf.entries()) {
    const other = otherOf[pair]!;
    if (node < 0 || node >= nodes || other < 0 || other >= others) return undefined;
    const partners = partnersOf.get(node);
    if (partners === undefined) partnersOf.set(node, [other]);
    else partners.push(other);
  }
  return partnersOf;
}

/** Looks for an acceptable pair that is not chosen and lies before the cutoffs of both its ends. */
function faultOfWishes(problem: StableProblem, { rowOf, columnOf, proof }: StableAssignment): string | undefined {
  const { rowPreferences, columnPreferences, rows, columns } = problem;
  const wishing: number[][] = Array.from({ length: rows }, () => []);
  for (let column = 0; column < columns; column++) {
    const first = columnPreferences.start[column]!;
    for (let entry = first; entry < first + proof.columnCutoff[column]!; entry++) {
      wishing[columnPreferences.choiceAt[entry]!]!.push(column);
    }
  }
  const isWishing = new Uint8Array(columns);
  let pair = 0;
  for (let row = 0; row < rows; row++) {
    const wishedBy = wishing[row]!;
    for (const column of wishedBy) isWishing[column] = 1;
    for (; pair < rowOf.length && rowOf[pair] === row; pair++) isWishing[columnOf[pair]!] = 0;
    const first = rowPreferences.start[row]!;
    for (let entry = first; entry < first + proof.rowCutoff[row]!; entry++) {
      const column = rowPreferences.choiceAt[entry]!;
      if (isWishing[column] === 1) return `row ${row} and column ${column} prefer each other to what they have.`;
    }
    for (const column of wishedBy) isWishing[column] = 0;
  }
  return undefined;
}

function faultOfCounts(problem: StableProblem, assignment: StableAssignment): string | undefined {
  const { rowPreferences, columnPreferences, weightAt, columns, rows } = problem;
  const { rowOf, columnOf, placedRows, placedColumns, total, work } = assignment;
  if (new Set(rowOf).size !== placedRows) return "the number of placed rows is wrong.";
  if (new Set(columnOf).size !== placedColumns) return "the number of placed columns is wrong.";
  if (work > Math.min(rowPreferences.choiceAt.length, columnPreferences.choiceAt.length)) {
    return "there are more proposals than acceptable pairs.";
  }
  const isPartner = new Uint8Array(columns);
  let sum = 0;
  let pair = 0;
  for (let row = 0; row < rows && weightAt !== undefined; row++) {
    const firstPair = pair;
    for (; pair < rowOf.length && rowOf[pair] === row; pair++) isPartner[columnOf[pair]!] = 1;
    if (pair === firstPair) continue;
    for (let entry = rowPreferences.start[row]!; entry < rowPreferences.start[row + 1]!; entry++) {
      if (isPartner[rowPreferences.choiceAt[entry]!] === 1) sum += weightAt[entry]!;
    }
    for (let at = firstPair; at < pair; at++) isPartner[columnOf[at]!] = 0;
  }
  return sum === total ? undefined : "the total is not the sum of the chosen weights.";
}

function equal(first: Int32Array, second: Int32Array): boolean {
  return first.length === second.length && first.every((value, index) => value === second[index]);
}
