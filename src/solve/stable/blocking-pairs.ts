import { asPublic } from "../../base/public.ts";
import { problem as fault } from "../../base/error.ts";
import { groupBy, ownersOf } from "../groups.ts";
import type { OptimalAssignment } from "../problem.ts";
import { checkStableProblem, type PreferenceLists, type StableProblem } from "./problem.ts";

/** Pairs as two parallel lists, sorted by row, then column. */
export type PairLists = Pick<OptimalAssignment, "rowOf" | "columnOf">;

/**
 * The pairs that would rather have each other than what a choice gave them, sorted by row, then column.
 *
 * A row and a column block if each is on the other's list, they are not partners, and each of them is *willing*: it has
 * a free seat, or it ranks the other before its worst partner (an unacceptable partner is worse than every acceptable
 * one). A node of capacity 0 is never willing; a node over its capacity counts as full.
 *
 * The choice may come from any objective and any preferences. None of the pairs found says that the choice is wrong: the
 * best total often has blocking pairs.
 *
 * O(entries of both sides) time and memory.
 *
 * @throws TersineError as `solveStable`, and `GRAPH_SHAPE` for pairs outside the problem
 */
export function blockingPairs(problem: StableProblem, choice: PairLists): PairLists {
  return asPublic("blockingPairs", () => {
    checkStableProblem(problem);
    checkPairs(problem, choice);
    const { rows, columns, rowPreferences, columnPreferences } = problem;
    const rowSide = { lists: rowPreferences, capacity: problem.rowCapacity, nodes: rows };
    const columnSide = { lists: columnPreferences, capacity: problem.columnCapacity, nodes: columns };
    const wishesOfRows = wishes(rowSide, partnersBy(choice.rowOf, choice.columnOf, rows));
    const wishesOfColumns = wishes(columnSide, partnersBy(choice.columnOf, choice.rowOf, columns));
    // listed by column and again by row, the wishes of a row come in ascending order of columns
    const columnsByRow = fromOtherSide(fromOtherSide(wishesOfRows, columns), rows);
    return pairsInBoth(columnsByRow, fromOtherSide(wishesOfColumns, rows), columns);
  });
}

interface Side {
  readonly lists: PreferenceLists;
  readonly capacity: Int32Array | undefined;
  readonly nodes: number;
}

function checkPairs({ rows, columns }: StableProblem, { rowOf, columnOf }: PairLists): void {
  if (rowOf.length !== columnOf.length) {
    throw fault("GRAPH_SHAPE", "/columnOf", `expected length ${rowOf.length}, got ${columnOf.length}.`);
  }
  const outside = (index: number, count: number): boolean => !(index >= 0 && index < count);
  const wrongRow = rowOf.findIndex((row) => outside(row, rows));
  if (wrongRow >= 0) throw fault("GRAPH_SHAPE", `/rowOf/${wrongRow}`, `expected an index below ${rows}.`);
  const wrongColumn = columnOf.findIndex((column) => outside(column, columns));
  if (wrongColumn >= 0) throw fault("GRAPH_SHAPE", `/columnOf/${wrongColumn}`, `expected an index below ${columns}.`);
}

/** The other ends of the pairs, grouped by node. */
function partnersBy(nodeOf: Int32Array, otherOf: Int32Array, nodes: number): PreferenceLists {
  const { start, memberAt } = groupBy(nodeOf, nodes);
  return { start, choiceAt: memberAt.map((pair) => otherOf[pair]!) };
}

/** Whom each node of a side would take beside or instead of its partners. */
function wishes({ lists, capacity, nodes }: Side, partners: PreferenceLists): PreferenceLists {
  const start = new Int32Array(nodes + 1);
  const choiceAt = new Int32Array(lists.choiceAt.length);
  let count = 0;
  for (let node = 0; node < nodes; node++) {
    const list = lists.choiceAt.subarray(lists.start[node], lists.start[node + 1]);
    const mine = new Set(partners.choiceAt.subarray(partners.start[node], partners.start[node + 1]));
    for (const choice of list.subarray(0, cutoff(list, mine, capacity === undefined ? 1 : capacity[node]!))) {
      if (!mine.has(choice)) choiceAt[count++] = choice;
    }
    start[node + 1] = count;
  }
  return { start, choiceAt: choiceAt.subarray(0, count) };
}

/** The position in the list before which a node is willing. */
function cutoff(list: Int32Array, mine: ReadonlySet<number>, seats: number): number {
  if (seats === 0) return 0;
  if (mine.size < seats) return list.length;
  let acceptable = 0;
  let worst = 0;
  list.forEach((choice, position) => {
    if (!mine.has(choice)) return;
    acceptable++;
    worst = position;
  });
  return acceptable < mine.size ? list.length : worst;
}

/** The same pairs listed from the other side; owners ascend within each new list. */
function fromOtherSide({ start, choiceAt }: PreferenceLists, others: number): PreferenceLists {
  return partnersBy(choiceAt, ownersOf(start), others);
}

/** The pairs in both groups, in the order of the first. */
function pairsInBoth(first: PreferenceLists, second: PreferenceLists, columns: number): PairLists {
  const lastRowWishedBy = new Int32Array(columns).fill(-1);
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  for (let row = 0; row + 1 < first.start.length; row++) {
    for (const column of second.choiceAt.subarray(second.start[row], second.start[row + 1])) {
      lastRowWishedBy[column] = row;
    }
    for (const column of first.choiceAt.subarray(first.start[row], first.start[row + 1])) {
      if (lastRowWishedBy[column] !== row) continue;
      rowOf.push(row);
      columnOf.push(column);
    }
  }
  return { rowOf: Int32Array.from(rowOf), columnOf: Int32Array.from(columnOf) };
}
