import type { AssignmentProblem } from "../../src/solve/problem.ts";

/** An edge of a problem, for tests that walk over all choices. */
export interface Edge {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** The best choice found by trying all, and the first of the equally good ones. */
export interface Enumerated {
  /** Placed rows and columns; what `free` ignores. */
  readonly placedRows: number;
  readonly placedColumns: number;
  readonly total: number;
  /** How many choices are optimal, up to 2^53. */
  readonly optima: number;
  /** The canonical one of them: the edges it holds, by row, then column. */
  readonly pairs: readonly (readonly [row: number, column: number])[];
}

/** All edges by row, then column. */
export function edgesOf(problem: AssignmentProblem): Edge[] {
  const edges: Edge[] = [];
  for (let row = 0; row < problem.rows; row += 1) {
    if (problem.layout === "dense") {
      for (let column = 0; column < problem.columns; column += 1) {
        const weight = problem.weights[row * problem.columns + column]!;
        if (weight !== -Infinity) edges.push({ row, column, weight });
      }
    } else {
      for (let at = problem.rowStart[row]!; at < problem.rowStart[row + 1]!; at += 1) {
        edges.push({ row, column: problem.columnAt[at]!, weight: problem.weightAt[at]! });
      }
    }
  }
  return edges;
}

/** Rank of a choice: what counts first is compared first. */
type Rank = readonly [placed: number, total: number];

interface Partial {
  readonly rank: Rank;
  readonly optima: number;
  /** One bit per edge of the rest, first edge first, as text: later in the alphabet is canonical. */
  readonly taken: string;
}

/**
 * Decides over one edge after the other, keeping for every state (loads of the row at hand and of all columns) only the
 * best completion. Knows nothing of prices or paths. Returns undefined if no choice meets the minimum loads.
 */
export function enumerate(problem: AssignmentProblem): Enumerated | undefined {
  const edges = edgesOf(problem);
  const capacity = (side: "row" | "column", node: number): number =>
    (side === "row" ? problem.rowCapacity : problem.columnCapacity)?.[node] ?? 1;
  const minimum = (side: "row" | "column", node: number): number => {
    if (side === "column") return problem.columnMinimum?.[node] ?? 0;
    return Math.max(problem.rowMinimum?.[node] ?? 0, problem.unmatched === "never" ? 1 : 0);
  };
  const counts = problem.unmatched !== "free";
  const known = new Map<string, Partial | undefined>();
  const loads = new Array<number>(problem.columns).fill(0);

  const closeColumns = (): Partial | undefined => {
    const isMet = loads.every((load, column) => load >= minimum("column", column));
    return isMet ? { rank: [0, 0], optima: 1, taken: "" } : undefined;
  };
  const step = (at: number, row: number, rowLoad: number): Partial | undefined => {
    if (row === problem.rows) return closeColumns();
    const key = `${at}/${row}/${rowLoad}/${loads.join(",")}`;
    if (known.has(key)) return known.get(key);
    const edge = edges[at];
    let best: Partial | undefined;
    if (edge?.row !== row) {
      best = rowLoad >= minimum("row", row) ? step(at, row + 1, 0) : undefined;
    } else {
      const without = prefix("0", [0, 0], step(at + 1, row, rowLoad));
      let withIt: Partial | undefined;
      if (rowLoad < capacity("row", row) && loads[edge.column]! < capacity("column", edge.column)) {
        const placed = counts ? (rowLoad === 0 ? 1 : 0) + (loads[edge.column] === 0 ? 1 : 0) : 0;
        loads[edge.column]! += 1;
        withIt = prefix("1", [placed, edge.weight], step(at + 1, row, rowLoad + 1));
        loads[edge.column]! -= 1;
      }
      best = better(withIt, without);
    }
    known.set(key, best);
    return best;
  };

  const found = step(0, 0, 0);
  if (found === undefined) return undefined;
  const pairs = edges.filter((_, at) => found.taken[at] === "1").map(({ row, column }) => [row, column] as const);
  return {
    placedRows: new Set(pairs.map(([row]) => row)).size,
    placedColumns: new Set(pairs.map(([, column]) => column)).size,
    total: found.rank[1],
    optima: found.optima,
    pairs,
  };
}

function prefix(bit: "0" | "1", [placed, total]: Rank, rest: Partial | undefined): Partial | undefined {
  if (rest === undefined) return undefined;
  return { rank: [rest.rank[0] + placed, rest.rank[1] + total], optima: rest.optima, taken: bit + rest.taken };
}

function better(a: Partial | undefined, b: Partial | undefined): Partial | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1];
  if (difference !== 0) return difference > 0 ? a : b;
  return { ...(a.taken > b.taken ? a : b), optima: a.optima + b.optima };
}
