import { at } from "../../base/at.ts";
import { edgeOf } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";

/** The same pool with other candidates; `undefined` if a pinned pair is none of them. */
export function withCandidates(pool: Pool, graph: CandidateGraph): Pool | undefined {
  const pins = pool.pins.map((pin) => ({ ...pin, edge: edgeOf(graph, pin.row, pin.column) }));
  if (pins.some(({ edge }) => edge < 0)) return undefined;
  return { ...pool, graph, pins };
}

/** The candidates with those of one mentor taken from another graph of the same people. */
export function withColumn(graph: CandidateGraph, from: CandidateGraph, column: number): CandidateGraph {
  return splice(graph, (row, add) => {
    let isAdded = false;
    const own = edgeOf(from, row, column);
    const addOwn = (): void => {
      if (!isAdded && own >= 0) add(column, at(from.scoreAt, own));
      isAdded = true;
    };
    eachCandidate(graph, row, (other, score) => {
      if (other >= column) addOwn();
      if (other !== column) add(other, score);
    });
    addOwn();
  });
}

/** The candidates with one pair more. */
export function withPair(graph: CandidateGraph, row: number, column: number, score: number): CandidateGraph {
  return splice(graph, (each, add) => {
    let isAdded = each !== row;
    const addOwn = (): void => {
      if (!isAdded) add(column, score);
      isAdded = true;
    };
    eachCandidate(graph, each, (other, otherScore) => {
      if (other > column) addOwn();
      add(other, otherScore);
    });
    addOwn();
  });
}

/** Takes each candidate pair of a mentee, columns ascending. */
export function eachCandidate(
  { rowStart, columnAt, scoreAt }: CandidateGraph,
  row: number,
  take: (column: number, score: number, edge: number) => void,
): void {
  const end = at(rowStart, row + 1);
  for (let edge = at(rowStart, row); edge < end; edge += 1) take(at(columnAt, edge), at(scoreAt, edge), edge);
}

/** A graph made row by row: `eachPair` adds the pairs of a row, columns ascending. */
function splice(
  graph: CandidateGraph,
  eachPair: (row: number, add: (column: number, score: number) => void) => void,
): CandidateGraph {
  const { rowStart } = graph;
  const rows = rowStart.length - 1;
  const most = graph.columnAt.length + rows;
  let [columnAt, scoreAt] = [new Int32Array(most), new Int32Array(most)];
  const start = new Int32Array(rows + 1);
  let edges = 0;
  const add = (column: number, score: number): void => {
    if (edges >= columnAt.length) {
      columnAt = enlarged(columnAt);
      scoreAt = enlarged(scoreAt);
    }
    columnAt[edges] = column;
    scoreAt[edges] = score;
    edges += 1;
  };
  for (let row = 0; row < rows; row += 1) {
    eachPair(row, add);
    start[row + 1] = edges;
  }
  return { ...graph, rowStart: start, columnAt: columnAt.slice(0, edges), scoreAt: scoreAt.slice(0, edges) };
}

function enlarged(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length + 1_024);
  more.set(array);
  return more;
}
