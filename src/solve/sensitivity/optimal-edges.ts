import { boundsOf } from "../bounds.ts";
import type { Choice } from "../optimum/deficient-set.ts";
import type { AssignmentProblem, OptimalAssignment } from "../problem.ts";
import { createTies, type Loads, type Ties } from "../optimum/ties.ts";

/** What all optimal choices have in common. Pairs are sorted by row, then column. */
export interface OptimalEdges {
  /** Pairs that every optimal choice holds. */
  readonly certain: Choice;
  /** Pairs that some optimal choice holds; the certain ones are among them. */
  readonly possible: Choice;
}

/**
 * Tells which edges are in every and which are in some optimal choice, without solving again.
 *
 * Method: optimal choices differ by cycles of the residual graph of the tight edges (see `Ties`), in which a hub stands
 * for "one partner more or less"; an edge lies on a cycle if and only if its ends are strongly connected (Tarjan, 1972).
 * So a chosen edge is in every optimal choice if its ends are not, and another tight one is in none.
 *
 * Time and space O(edges + rows + columns).
 */
export function optimalEdges(problem: AssignmentProblem, assignment: OptimalAssignment): OptimalEdges {
  const ties = createTies(problem, boundsOf(problem), assignment);
  const componentOf = componentsOf(residualGraph(ties));
  const certain: Pair[] = [...ties.certain];
  const possible: Pair[] = [...ties.certain];
  const { rows, rowAt, columnAt, isChosenAt } = ties;
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    const row = rowAt[edge]!;
    const column = columnAt[edge]!;
    const isOnCycle = componentOf[row] === componentOf[rows + column];
    if (isChosenAt[edge] === 1 && !isOnCycle) certain.push([row, column]);
    if (isChosenAt[edge] === 1 || isOnCycle) possible.push([row, column]);
  }
  return { certain: choiceOf(certain), possible: choiceOf(possible) };
}

type Pair = readonly [row: number, column: number];

function choiceOf(pairs: Pair[]): Choice {
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { rowOf: Int32Array.from(pairs, ([row]) => row), columnOf: Int32Array.from(pairs, ([, column]) => column) };
}

/** Arcs by the node they leave: node `n` owns those from `start[n]` up to, not including, `start[n + 1]`. */
interface Arcs {
  readonly start: Int32Array;
  readonly headAt: Int32Array;
}

/** Nodes are the rows, then the columns, then the hub. A row takes edges, a column gives them up. */
function residualGraph(ties: Ties): Arcs {
  const nodes = ties.rows + ties.columns + 1;
  const start = new Int32Array(nodes + 1);
  walkArcs(ties, (tail) => (start[tail + 1]! += 1));
  for (let node = 0; node < nodes; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice();
  const headAt = new Int32Array(start[nodes]!);
  walkArcs(ties, (tail, head) => {
    headAt[next[tail]!] = head;
    next[tail]! += 1;
  });
  return { start, headAt };
}

function walkArcs(ties: Ties, visit: (tail: number, head: number) => void): void {
  const { rows, columns, rowAt, columnAt, isChosenAt } = ties;
  const hub = rows + columns;
  for (let edge = 0; edge < columnAt.length; edge += 1) {
    if (isChosenAt[edge] === 1) visit(rows + columnAt[edge]!, rowAt[edge]!);
    else visit(rowAt[edge]!, rows + columnAt[edge]!);
  }
  walkLoads(ties.row, (row, canGiveUp) => {
    if (canGiveUp) visit(row, hub);
    else visit(hub, row);
  });
  walkLoads(ties.column, (column, canGiveUp) => {
    if (canGiveUp) visit(hub, rows + column);
    else visit(rows + column, hub);
  });
}

/** Tells of each node that it may have one partner less, or one more, or both. */
function walkLoads({ load, least, most }: Loads, visit: (node: number, canGiveUp: boolean) => void): void {
  for (let node = 0; node < load.length; node += 1) {
    if (load[node]! > least[node]!) visit(node, true);
    if (load[node]! < most[node]!) visit(node, false);
  }
}

/** Number of the strongly connected component of each node. Depth first, without recursion. */
function componentsOf({ start, headAt }: Arcs): Int32Array {
  const nodes = start.length - 1;
  const componentOf = new Int32Array(nodes).fill(-1);
  // 0: not visited; else the order of visiting, from 1, and the first such that is known to be reached from the node
  const orderOf = new Int32Array(nodes);
  const lowOf = new Int32Array(nodes);
  const nextArc = start.slice(0, nodes);
  const path: number[] = [];
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (node: number): void => {
    visited += 1;
    orderOf[node] = visited;
    lowOf[node] = visited;
    path.push(node);
    open.push(node);
  };
  for (let root = 0; root < nodes; root += 1) {
    if (orderOf[root] === 0) enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (nextArc[node]! < start[node + 1]!) {
        const head = headAt[nextArc[node]!]!;
        nextArc[node]! += 1;
        if (orderOf[head] === 0) enter(head);
        else if (componentOf[head] === -1) lowOf[node] = Math.min(lowOf[node]!, orderOf[head]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lowOf[parent] = Math.min(lowOf[parent]!, lowOf[node]!);
      if (lowOf[node] !== orderOf[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        componentOf[member] = components;
        if (member === node) break;
      }
      components += 1;
    }
  }
  return componentOf;
}
