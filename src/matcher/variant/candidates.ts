import { at } from "../../base/at.ts";
import { edgeOf } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";

/** The candidate pairs of a graph with their scores alone. */
export type ScoredPairs = Pick<CandidateGraph, "rowStart" | "columnAt" | "scoreAt">;

/** The same pool with other candidates; `undefined` if a pinned pair is none of them. */
export function withCandidates(pool: Pool, graph: CandidateGraph): Pool | undefined {
  const pins = pool.pins.map((pin) => ({ ...pin, edge: edgeOf(graph, pin.row, pin.column) }));
  if (pins.some(({ edge }) => edge < 0)) return undefined;
  return { ...pool, graph, pins };
}

/** The candidates with those of one mentor taken from another graph of the same people. */
export function withColumn(graph: CandidateGraph, from: ScoredPairs, column: number): CandidateGraph {
  const rows = graph.rowStart.length - 1;
  const longer = spaceFor(graph, rows);
  for (let row = 0; row < rows; row += 1) {
    const first = at(graph.rowStart, row);
    const end = at(graph.rowStart, row + 1);
    const place = placeOf(graph, row, column);
    const own = edgeOf(from, row, column);
    copyPairs(graph, first, place, longer);
    if (own >= 0) addPair(column, at(from.scoreAt, own), longer);
    copyPairs(graph, place < end && graph.columnAt[place] === column ? place + 1 : place, end, longer);
    longer.rowStart[row + 1] = longer.pairs;
  }
  return cut(graph, longer);
}

/** The candidates with one pair more. */
export function withPair(graph: CandidateGraph, row: number, column: number, score: number): CandidateGraph {
  const longer = spaceFor(graph, 1);
  const place = placeOf(graph, row, column);
  copyPairs(graph, 0, place, longer);
  addPair(column, score, longer);
  copyPairs(graph, place, graph.columnAt.length, longer);
  longer.rowStart.set(graph.rowStart.map((start, each) => (each > row ? start + 1 : start)));
  return cut(graph, longer);
}

/** The candidates with those of some rows told anew: a score, or `undefined` for none. Rows ascend. */
export function withRows(
  graph: CandidateGraph,
  rows: readonly number[],
  columns: number,
  scoreOf: (row: number, place: number, column: number) => number | undefined,
): ScoredPairs {
  const longer = spaceFor(graph, rows.length * columns);
  let from = 0;
  const copyRows = (until: number): void => {
    const shift = longer.pairs - at(graph.rowStart, from);
    for (let row = from; row < until; row += 1) longer.rowStart[row + 1] = at(graph.rowStart, row + 1) + shift;
    copyPairs(graph, at(graph.rowStart, from), at(graph.rowStart, until), longer);
  };
  rows.forEach((row, place) => {
    copyRows(row);
    for (let column = 0; column < columns; column += 1) {
      const score = scoreOf(row, place, column);
      if (score !== undefined) addPair(column, score, longer);
    }
    longer.rowStart[row + 1] = longer.pairs;
    from = row + 1;
  });
  copyRows(graph.rowStart.length - 1);
  return cut(graph, longer);
}

/** Candidate pairs while they are put together. */
interface GrowingPairs {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
  readonly scoreAt: Int32Array;
  pairs: number;
}

function spaceFor({ rowStart, columnAt }: CandidateGraph, more: number): GrowingPairs {
  const most = columnAt.length + more;
  const start = new Int32Array(rowStart.length);
  return { rowStart: start, columnAt: new Int32Array(most), scoreAt: new Int32Array(most), pairs: 0 };
}

function cut(graph: CandidateGraph, { rowStart, columnAt, scoreAt, pairs }: GrowingPairs): CandidateGraph {
  return { ...graph, rowStart, columnAt: columnAt.slice(0, pairs), scoreAt: scoreAt.slice(0, pairs) };
}

function copyPairs({ columnAt, scoreAt }: CandidateGraph, from: number, until: number, to: GrowingPairs): void {
  to.columnAt.set(columnAt.subarray(from, until), to.pairs);
  to.scoreAt.set(scoreAt.subarray(from, until), to.pairs);
  to.pairs += until - from;
}

function addPair(column: number, score: number, to: GrowingPairs): void {
  to.columnAt[to.pairs] = column;
  to.scoreAt[to.pairs] = score;
  to.pairs += 1;
}

/** The first candidate pair of a mentee that is of this mentor or of a later one; the end of the row if there is none. */
function placeOf({ rowStart, columnAt }: CandidateGraph, row: number, column: number): number {
  let low = at(rowStart, row);
  let high = at(rowStart, row + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(columnAt, middle) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes each candidate pair of a mentee, columns ascending. */
export function eachCandidate(
  { rowStart, columnAt, scoreAt }: ScoredPairs,
  row: number,
  take: (column: number, score: number, edge: number) => void,
): void {
  const end = at(rowStart, row + 1);
  for (let edge = at(rowStart, row); edge < end; edge += 1) take(at(columnAt, edge), at(scoreAt, edge), edge);
}
