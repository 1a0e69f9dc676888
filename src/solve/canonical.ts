import type { Bounds } from "./bounds.ts";
import type { Choice } from "./deficient-set.ts";
import type { AssignmentProblem, OptimalAssignment } from "./problem.ts";
import { createTies, link, unlink, type Loads, type Ties } from "./ties.ts";

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
 * a few steps. `work` counts the edges looked at.
 */
export function canonicalChoice(
  problem: AssignmentProblem,
  bounds: Bounds,
  assignment: OptimalAssignment,
): { readonly choice: Choice; readonly work: number } {
  const ties = createTies(problem, bounds, assignment);
  const search = createSearch(ties);
  for (let row = 0; row < problem.rows; row += 1) settleRow(ties, search, row);
  return { choice: listChoice(ties), work: search.work };
}

/** Scratch of the searches. Nodes are the rows, then the columns, then the hub. */
interface Search {
  readonly hub: number;
  /** Equal to `round` if visited since the choice last changed. */
  readonly seenIn: Int32Array;
  round: number;
  readonly queue: Int32Array;
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
    cameOver: new Int32Array(rows + columns + 1),
    flexibleRows: flexible(row).filter((node) => start[node]! < start[node + 1]!),
    flexibleColumns: flexible(column),
    work: 0,
  };
}

/** Decides over the edges of one row. From then on nothing leads to the row any more. */
function settleRow(ties: Ties, search: Search, row: number): void {
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
    if (search.seenIn[ties.rows + columnAt[edge]!] === search.round) continue;
    if (!findCycle(ties, search, row, columnAt[edge]!)) continue;
    loose -= exchange(ties, search, row, columnAt[edge]!);
    isChosenAt[edge] = 1;
    search.round += 1;
  }
}

/** Whether `first`, a column, leads to `row`. Breadth first; leaves the way in `cameOver`. */
function findCycle(ties: Ties, search: Search, row: number, first: number): boolean {
  const { rows } = ties;
  const { hub, seenIn, round, queue, cameOver } = search;
  let head = 0;
  let tail = 0;
  const reach = (node: number, over: number): void => {
    if (seenIn[node] === round) return;
    seenIn[node] = round;
    cameOver[node] = over;
    queue[tail++] = node;
  };
  // the row itself must not count as visited: it is where the search ends
  seenIn[row] = round - 1;
  reach(rows + first, -1);
  while (head < tail && seenIn[row] !== round) {
    const node = queue[head++]!;
    if (node === hub) visitHub(ties, search, row, reach);
    else if (node < rows) visitRow(ties, search, node, reach);
    else visitColumn(ties, search, node - rows, reach);
  }
  return seenIn[row] === round;
}

type Reach = (node: number, over: number) => void;

function visitRow(
  { rows, start, columnAt, isChosenAt, row: side }: Ties,
  search: Search,
  row: number,
  reach: Reach,
): void {
  if (side.load[row]! > side.least[row]!) reach(search.hub, row);
  for (let edge = start[row]!; edge < start[row + 1]!; edge += 1) {
    if (isChosenAt[edge] === 0) reach(rows + columnAt[edge]!, edge);
  }
  search.work += start[row + 1]! - start[row]!;
}

function visitColumn(
  { rows, rowAt, firstIn, nextAt, column: side }: Ties,
  search: Search,
  column: number,
  reach: Reach,
): void {
  if (side.load[column]! < side.most[column]!) reach(search.hub, rows + column);
  for (let edge = firstIn[column]!; edge >= 0; edge = nextAt[edge]!) {
    reach(rowAt[edge]!, edge);
    search.work += 1;
  }
}

/** Rows before the one in question are settled. */
function visitHub({ rows, row, column }: Ties, search: Search, current: number, reach: Reach): void {
  if (row.load[current]! < row.most[current]!) reach(current, -1);
  for (const other of search.flexibleRows) {
    if (other > current && row.load[other]! < row.most[other]!) reach(other, -1);
  }
  for (const other of search.flexibleColumns) {
    if (column.load[other]! > column.least[other]!) reach(rows + other, -1);
  }
  search.work += search.flexibleRows.length + search.flexibleColumns.length;
}

/** Changes the choice along the way found from column `first` to `row`. Returns how many loose edges the row gave up. */
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

function listChoice({ rowAt, columnAt, isChosenAt, settled }: Ties): Choice {
  const rowOf = settled.map(([row]) => row);
  const columnOf = settled.map(([, column]) => column);
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    if (isChosenAt[edge] === 0) continue;
    rowOf.push(rowAt[edge]!);
    columnOf.push(columnAt[edge]!);
  }
  return { rowOf: Int32Array.from(rowOf), columnOf: Int32Array.from(columnOf) };
}
