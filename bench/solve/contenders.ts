import { linearSumAssignment } from "linear-sum-assignment";
import munkres from "munkres";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { solveAssignment, type AssignmentProblem } from "../../src/solve/index.ts";
import type { CostMatrix } from "./families.ts";
import { startScipy } from "./scipy.ts";

export interface Run {
  readonly milliseconds: number;
  /** Sum of the chosen costs. */
  readonly total: number;
}

/** One solver with some matrices in the form it likes; making that form is not timed. */
export interface Contender {
  readonly run: (matrix: number) => Promise<Run>;
  readonly close: () => void;
}

/** Stands for "forbidden" where a rival knows no forbidden pairs; far above every cost that has any. */
const FORBIDDEN = 1e6;

type Solve = (matrix: CostMatrix) => () => number;

/** What is timed and what is not: the returned function is, everything before is not. */
function timed(solve: Solve): (matrices: readonly CostMatrix[]) => Promise<Contender> {
  return (matrices) => {
    const calls = matrices.map(solve);
    const run = (matrix: number): Promise<Run> => {
      const call = calls[matrix]!;
      const begin = performance.now();
      const total = call();
      return Promise.resolve({ milliseconds: performance.now() - begin, total });
    };
    return Promise.resolve({ run, close: () => undefined });
  };
}

export function problemOf({ rows, columns, costs }: CostMatrix): AssignmentProblem {
  return { layout: "dense", rows, columns, unmatched: "last", weights: costs.map((cost) => 0 - cost) };
}

const ours =
  (verify: boolean): Solve =>
  (matrix) => {
    const problem = problemOf(matrix);
    return () => {
      const answer = solveAssignment(problem, { verify });
      return answer.status === "optimal" ? 0 - answer.total : NaN;
    };
  };

function rowsOf({ rows, columns, costs }: CostMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(costs.subarray(row * columns, (row + 1) * columns), (cost) => (cost === Infinity ? FORBIDDEN : cost)),
  );
}

const withPairs =
  (solve: (rows: number[][]) => readonly (readonly [number, number])[]): Solve =>
  (matrix) => {
    const rows = rowsOf(matrix);
    return () => solve(rows).reduce((sum, [row, column]) => sum + rows[row]![column]!, 0);
  };

const munkresJs = createRequire(import.meta.url)("munkres-js") as (rows: number[][]) => [number, number][];

function linearSum(rows: number[][]): [number, number][] {
  const { rowAssignments } = linearSumAssignment(rows, { maximaze: false });
  return Array.from(rowAssignments, (column, row): [number, number] => [row, column]).filter(
    ([, column]) => column >= 0,
  );
}

export interface ContenderKind {
  readonly name: string;
  readonly start: (matrices: readonly CostMatrix[]) => Promise<Contender>;
  /** Whether it ends within a few seconds on such a matrix. */
  readonly ends: (family: string, size: number) => boolean;
}

const isHard = (family: string): boolean => /^(product|machine)/.test(family);

/** All contenders; the first is the yardstick wherever it exists. */
export const contenderKinds: readonly ContenderKind[] = [
  { name: "scipy", start: startScipy, ends: (family, size) => size <= (isHard(family) ? 4000 : 10_000) },
  { name: "tersine", start: timed(ours(true)), ends: () => true },
  { name: "unchecked", start: timed(ours(false)), ends: () => true },
  { name: "munkres", start: timed(withPairs(munkres)), ends: (family, size) => size <= (isHard(family) ? 1000 : 2000) },
  {
    name: "linear-sum-assignment",
    start: timed(withPairs(linearSum)),
    ends: (family, size) => size <= (isHard(family) || /twocost|int100/.test(family) ? 500 : 1000),
  },
  {
    name: "munkres-js",
    start: timed(withPairs(munkresJs)),
    ends: (family, size) => size <= 100 && !isHard(family) && family !== "rect" && !family.endsWith("beside"),
  },
];
