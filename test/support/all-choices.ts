import type { AssignmentProblem } from "../../src/solve/problem.ts";
import { edgesOf } from "./enumerate.ts";

/** A choice of edges that meets all capacities and minimum loads. */
export interface Listed {
  /** Placed rows and columns; 0 where `unmatched` is `free`. */
  readonly placed: number;
  readonly total: number;
  /** Edges as `row-column`, by row, then column. */
  readonly pairs: readonly string[];
}

/**
 * Every choice, the best first: most placed, then the best total, then the one that holds the first edge in which two
 * differ. Tries all subsets, and knows nothing of prices or paths. For a dozen edges at most.
 */
export function allChoices(problem: AssignmentProblem): readonly Listed[] {
  const { rows, columns, unmatched } = problem;
  const edges = edgesOf(problem);
  if (edges.length > 14) throw new Error("too many edges to list all choices");
  const nodes = { row: new Array<number>(rows).fill(0), column: new Array<number>(columns).fill(0) };
  const found: Listed[] = [];
  const taken: string[] = [];
  const isShort = (): boolean =>
    nodes.row.some((load, row) => load < Math.max(problem.rowMinimum?.[row] ?? 0, unmatched === "never" ? 1 : 0)) ||
    nodes.column.some((load, column) => load < (problem.columnMinimum?.[column] ?? 0));
  const decide = (at: number, total: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      if (isShort()) return;
      const placed = [...nodes.row, ...nodes.column].filter((load) => load > 0).length;
      found.push({ placed: unmatched === "free" ? 0 : placed, total, pairs: [...taken] });
      return;
    }
    const { row, column, weight } = edge;
    const hasRoom =
      nodes.row[row]! < (problem.rowCapacity?.[row] ?? 1) &&
      nodes.column[column]! < (problem.columnCapacity?.[column] ?? 1);
    if (hasRoom) {
      nodes.row[row]! += 1;
      nodes.column[column]! += 1;
      taken.push(`${row}-${column}`);
      decide(at + 1, total + weight);
      taken.pop();
      nodes.row[row]! -= 1;
      nodes.column[column]! -= 1;
    }
    decide(at + 1, total);
  };
  decide(0, 0);
  // taking comes before leaving, so equal ones are in order already
  return found.sort((a, b) => b.placed - a.placed || b.total - a.total);
}
