import fc from "fast-check";
import type { AssignmentProblem, DenseProblem, SparseProblem } from "../../src/solve/problem.ts";

/** What a random problem may look like. */
export interface ProblemShape {
  /** Most rows and most columns. @default 6 */
  readonly largest?: number;
  /** Capacities 0 to this. @default 3; 1 makes all of them exactly 1 */
  readonly mostCapacity?: number;
  /** Whether minimum loads occur. @default false */
  readonly minima?: boolean;
  /** Weights, whole numbers unless stated. @default -2 to 4, so that ties abound */
  readonly weight?: fc.Arbitrary<number>;
  /** @default all three */
  readonly unmatched?: readonly AssignmentProblem["unmatched"][];
}

/** Random small problems, sparse. */
export function problems(shape: ProblemShape = {}): fc.Arbitrary<SparseProblem> {
  const { largest = 6, mostCapacity = 3, minima = false, weight = fc.integer({ min: -2, max: 4 }) } = shape;
  const { unmatched = ["free", "last", "never"] } = shape;
  const node = fc.tuple(fc.integer({ min: 0, max: mostCapacity }), fc.integer({ min: 0, max: 2 }));
  return fc
    .tuple(fc.nat(largest), fc.nat(largest), fc.constantFrom(...unmatched), fc.constantFrom(2, 5, 9))
    .chain(([rows, columns, rule, density]) =>
      fc
        .tuple(
          fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), weight), fixed(rows * columns)),
          fc.array(node, fixed(rows)),
          fc.array(node, fixed(columns)),
        )
        .map(([cells, rowNodes, columnNodes]): SparseProblem => {
          const matrix = cells.map(([chance, value]) => (chance <= density ? value : -Infinity));
          const graph = sparse(rows, columns, matrix, rule);
          if (mostCapacity === 1) return graph;
          return {
            ...graph,
            rowCapacity: Int32Array.from(rowNodes, ([capacity]) => capacity),
            columnCapacity: Int32Array.from(columnNodes, ([capacity]) => capacity),
            ...(minima && {
              rowMinimum: Int32Array.from(rowNodes, ([capacity, least]) => Math.min(capacity, Math.max(0, least - 1))),
              columnMinimum: Int32Array.from(columnNodes, ([capacity, least]) => Math.min(capacity, least)),
            }),
          };
        }),
    );
}

function fixed(length: number): { readonly minLength: number; readonly maxLength: number } {
  return { minLength: length, maxLength: length };
}

/** A sparse problem from a row-major matrix; -Infinity where there is no edge. */
export function sparse(
  rows: number,
  columns: number,
  matrix: ArrayLike<number>,
  unmatched: AssignmentProblem["unmatched"] = "free",
): SparseProblem {
  const rowStart = new Int32Array(rows + 1);
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const weight = matrix[row * columns + column]!;
      if (weight === -Infinity) continue;
      columnAt.push(column);
      weightAt.push(weight);
    }
    rowStart[row + 1] = columnAt.length;
  }
  return {
    layout: "sparse",
    rows,
    columns,
    unmatched,
    rowStart,
    columnAt: Int32Array.from(columnAt),
    weightAt: Float64Array.from(weightAt),
  };
}

/** The same problem as a matrix. */
export function toDense(problem: SparseProblem): DenseProblem {
  const { rowStart, columnAt, weightAt, ...rest } = problem;
  const weights = new Float64Array(problem.rows * problem.columns).fill(-Infinity);
  for (let row = 0; row < problem.rows; row += 1) {
    for (let edge = rowStart[row]!; edge < rowStart[row + 1]!; edge += 1) {
      weights[row * problem.columns + columnAt[edge]!] = weightAt[edge]!;
    }
  }
  return { ...rest, layout: "dense", weights };
}
