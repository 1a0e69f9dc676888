import type { Bounds } from "../bounds.ts";
import type { Choice } from "./deficient-set.ts";
import { SLICE, type Steps } from "../../base/steps.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { createTies, link, unlink, type Loads, type Ties } from "./ties.ts";

/** A choice, and the edges looked at to find it. */
export interface CanonicalChoice {
  readonly choice: Choice;
  readonly work: number;
}

/**
 * Picks the canonical one among the optimal choices: goes through the edges by (row, column) and keeps each that some
 * optimal choice containing those already kept contains. So a pair beats staying alone, also at weight 0, and the answer
 * depends on the problem alone, not on the engine or the prices that proved the optimum.
 *
 * Method: inside the tight edges (see `Ties`) the choice can be changed along alternating cycles only. A hub stands for
 * "one partner more or less": it leads to nodes that may take one and is reached from nodes that may give one up. An edge
 * can be taken in if and only if its column leads back to its row, which one search from the column tells. What a
 * failed search has visited does not lead to the row, so all failed searches of a row together visit each edge once.
 *
 * Cost: O(tight edges) for each row whose edges are in doubt, in the worst case; with heavy ties most searches end after
 * a few steps. Tells the work done for the assignment, that of the search included.
 */
export function* canonicalChoice(
  problem: AssignmentProblem,
  bounds: Bounds,
  assignment: OptimalAssignment,
): Steps<CanonicalChoice, number> {
  const ties = createTies(problem, bounds, assignment);
  const search = createSearch(ties);
  yield assignment.work;
  let pause = SLICE;
  for (let row = 0; row < problem.rows; row += 1) {
    fixRow(ties, search, row);
    if (search.work < pause) continue;
    yield assignment.work + search.work;
    pause = search.work + SLICE;
  }
  return { choice: listChoice(ties), work: search.work };
}

/** Scratch of the searches. Nodes are the rows, then the columns, then the hub. */
interface Search {
  readonly hub: number;
  /** Equal to `round` if visited since the choice last changed. */
  readonly seenIn: Int32Array;
  round: number;
  /** Nodes visited, in order; `queued` of them. */
  readonly queue: Int32Array;
  queued: number;
  /** Tight edge over which a node was reached, or -1 if from the hub. For the hub: the node that led there. */
  readonly cameOver: Int32Array;
  /** Rows that may take one partner more or less in some optimal choice, ascending; the first ones may be done. */
  readonly flexibleRows: Int32Array;
  readonly flexibleColumns: Int32Array;
  work: number;
}

function createSearch({ rows, columns, row, column, start }: Ties): Search {
  const flexible = ({ least, most }: Loads): Int32Array =>
    Int32Array.from(least.keys()).filter((node) => least[node]! < most[node]!);
  return {
    hub: rows + columns,
    seenIn: new Int32Array(rows + columns + 1),
    round: 0,
    queue: new Int32Array(rows + columns + 1),
    queued: 0,
    cameOver: new Int32Array(rows + columns + 1),
    flexibleRows: flexible(row).filter((node) => start[node]! < start[node + 1]!),
    flexibleColumns: flexible(column),
    work: 0,
  };
}

/** Decides which edges of one row are kept. From then on no path leads to the row any more. */
function fixRow(ties: Ties, search: Search, row: number): void {
  const { start, columnAt, isChosenAt } = ties;
  search.round += 1;
  // chosen edges of the row that are not yet kept: it may give up these, or take one more below its most
  let loose = 0;
  for (let edge = start[row]!; edge < start[row + 1]!; edge += 1) loose += isChosenAt[edge]!;
  for (let edge = start[row]!; edge < start[row + 1]!; edge += 1) {
    if (isChosenAt[edge] === 1) {
      unlink(ties, edge);
      loose -= 1;
      continue;
    }
    if (loose === 0 && ties.row.load[row]! >= ties.row.most[row]!) return;
    const column = columnAt[edge]!;
    if (isDeadEnd(ties, column) || search.seenIn[ties.rows + column] === search.round) continue;
    if (!findCycle(ties, search, row, column)) continue;
    loose -= exchange(ties, search, row, column);
    isChosenAt[edge] = 1;
    search.round += 1;
  }
}

/** Whether nothing can follow on the column: its kept pairs fill it. */
function isDeadEnd({ firstIn, column: side }: Ties, column: number): boolean {
  return firstIn[column]! < 0 && side.load[column]! >= side.most[column]!;
}

/** Whether `first`, a column, leads to `row`. Breadth first; leaves the path in `cameOver`. */
function findCycle(ties: Ties, search: Search, row: number, first: number): boolean {
  const { rows } = ties;
  const { hub, seenIn, round, queue } = search;
  // the row itself must not count as visited: it is where the search ends
  seenIn[row] = round - 1;
  search.queued = 0;
  reach(search, rows + first, -1);
  for (let head = 0; head < search.queued && seenIn[row] !== round; head += 1) {
    const node = queue[head]!;
    if (node === hub) leaveHub(ties, search, row);
    else if (node < rows) leaveRow(ties, search, node, row);
    else leaveColumn(ties, search, node - rows);
  }
  return seenIn[row] === round;
}

function reach(search: Search, node: number, over: number): void {
  const { seenIn, cameOver, queue, round } = search;
  if (seenIn[node] === round) return;
  seenIn[node] = round;
  cameOver[node] = over;
  queue[search.queued] = node;
  search.queued += 1;
}

/** Stops at a column that leads straight to `target`: among ties that is most often one of the first. */
function leaveRow(ties: Ties, search: Search, row: number, target: number): void {
  const { rows, start, columnAt, rowAt, firstIn, isChosenAt, row: side } = ties;
  if (side.load[row]! > side.least[row]!) reach(search, search.hub, row);
  const end = start[row + 1]!;
  let edge = start[row]!;
  for (; edge < end && search.seenIn[target] !== search.round; edge += 1) {
    if (isChosenAt[edge] === 1) continue;
    const column = columnAt[edge]!;
    reach(search, rows + column, edge);
    const given = firstIn[column]!;
    if (given >= 0 && rowAt[given]! === target) reach(search, target, given);
  }
  search.work += edge - start[row]!;
}

function leaveColumn({ rows, rowAt, firstIn, nextAt, column: side }: Ties, search: Search, column: number): void {
  if (side.load[column]! < side.most[column]!) reach(search, search.hub, rows + column);
  for (let edge = firstIn[column]!; edge >= 0; edge = nextAt[edge]!) {
    reach(search, rowAt[edge]!, edge);
    search.work += 1;
  }
}

/** Rows before the one in question are fixed. */
function leaveHub({ rows, row, column }: Ties, search: Search, current: number): void {
  if (row.load[current]! < row.most[current]!) reach(search, current, -1);
  for (const other of search.flexibleRows) {
    if (other > current && row.load[other]! < row.most[other]!) reach(search, other, -1);
  }
  for (const other of search.flexibleColumns) {
    if (column.load[other]! > column.least[other]!) reach(search, rows + other, -1);
  }
  search.work += search.flexibleRows.length + search.flexibleColumns.length;
}

/** Changes the choice along the path found from column `first` to `row`. Returns how many loose edges the row gave up. */
function exchange(ties: Ties, search: Search, row: number, first: number): number {
  const { rows, rowAt, columnAt, isChosenAt } = ties;
  const { hub, cameOver } = search;
  const start = rows + first;
  let given = 0;
  let node = row;
  while (node !== start) {
    const over = cameOver[node]!;
    if (over === -1) {
      // from the hub: one partner more for a row, one less for a column; then on from the node that led to the hub
      if (node < rows) ties.row.load[node]! += 1;
      else ties.column.load[node - rows]! -= 1;
      node = cameOver[hub]!;
      if (node < rows) ties.row.load[node]! -= 1;
      else ties.column.load[node - rows]! += 1;
    } else if (node < rows) {
      isChosenAt[over] = 0;
      unlink(ties, over);
      if (node === row) given += 1;
      node = rows + columnAt[over]!;
    } else {
      isChosenAt[over] = 1;
      link(ties, over);
      node = rowAt[over]!;
    }
  }
  return given;
}

function listChoice({ rowAt, columnAt, isChosenAt, certain }: Ties): Choice {
  const rowOf = certain.map(([row]) => row);
  const columnOf = certain.map(([, column]) => column);
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    if (isChosenAt[edge] === 0) continue;
    rowOf.push(rowAt[edge]!);
    columnOf.push(columnAt[edge]!);
  }
  return { rowOf: Int32Array.from(rowOf), columnOf: Int32Array.from(columnOf) };
}
