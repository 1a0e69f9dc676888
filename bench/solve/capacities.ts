/*
 * What capacities cost: CPU time with capacities of 1 to 3 on both sides beside that of one-to-one, least of some runs.
 *
 *   npx tsx bench/solve/capacities.ts                 all families
 *   npx tsx bench/solve/capacities.ts mentor hub      those whose name holds one of these
 */
import { cpus } from "node:os";
import { type SparseProblem, solveAssignment } from "../../src/solve/index.ts";

const RUNS = 3;

/** A linear congruential generator of numbers from 0 up to 1, so that every run measures the same problems. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

/** A problem whose row `r` has the edges of `edgesOf(r)`, weights by column. */
function problemOf(
  rows: number,
  columns: number,
  edgesOf: (row: number) => ReadonlyMap<number, number>,
): SparseProblem {
  const rowStart = new Int32Array(rows + 1);
  const edges: (readonly [column: number, weight: number])[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const edge of [...edgesOf(row)].sort((a, b) => a[0] - b[0])) edges.push(edge);
    rowStart[row + 1] = edges.length;
  }
  return {
    layout: "sparse",
    rows,
    columns,
    rowStart,
    columnAt: Int32Array.from(edges, ([column]) => column),
    weightAt: Int32Array.from(edges, ([, weight]) => weight),
    unmatched: "last",
  };
}

/** Four topics of 40 a person, a few of them popular; 15 % of all pairs forbidden. */
function mentor(size: number): SparseProblem {
  const draw = drawer(5);
  const topics = (): readonly number[] => Array.from({ length: 4 }, () => Math.floor(40 * draw() ** 2));
  const people = Array.from({ length: 2 * size }, topics);
  const shared = (row: number, column: number): number =>
    people[row]!.filter((topic) => people[size + column]!.includes(topic)).length / 4;
  return problemOf(size, size, (row) => {
    const columns = [...Array(size).keys()].filter(() => draw() >= 0.15);
    return new Map(columns.map((column) => [column, Math.floor(1000 * (0.6 * shared(row, column) + 0.4 * draw()))]));
  });
}

function machine(size: number): SparseProblem {
  const draw = drawer(4);
  const [rows, columns] = [Array.from({ length: size }, draw), Array.from({ length: size }, draw)];
  return problemOf(
    size,
    size,
    (row) => new Map(columns.map((factor, column) => [column, Math.floor(1e6 * rows[row]! * factor)])),
  );
}

function sparse(size: number): SparseProblem {
  const draw = drawer(9);
  const edge = (): readonly [number, number] => [Math.floor(draw() * size), Math.floor(draw() * 1e6)];
  return problemOf(size, size, () => new Map(Array.from({ length: 20 }, edge)));
}

function hub(size: number): SparseProblem {
  const draw = drawer(3);
  return problemOf(size, 1, () => new Map([[0, Math.floor(draw() * 1e6)]]));
}

function withCapacities(problem: SparseProblem): SparseProblem {
  const side = (length: number, seed: number): Int32Array => {
    const draw = drawer(seed);
    return Int32Array.from({ length }, () => 1 + Math.floor(3 * draw()));
  };
  return { ...problem, rowCapacity: side(problem.rows, 1), columnCapacity: side(problem.columns, 2) };
}

/** Least CPU time of some solves, in milliseconds. */
function least(problem: SparseProblem): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    solveAssignment(problem);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const families = [
  { name: "mentor 1000", make: () => mentor(1000) },
  { name: "machine 300", make: () => machine(300) },
  { name: "machine 1000", make: () => machine(1000) },
  { name: "sparse 10000", make: () => sparse(10_000) },
  { name: "sparse 20000", make: () => sparse(20_000) },
];

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.some((part) => name.includes(part));
console.log(`${cpus()[0]!.model}, Node ${process.versions.node}`);
for (const { name, make } of families.filter((family) => isAsked(family.name))) {
  const problem = make();
  const [one, many] = [least(problem), least(withCapacities(problem))];
  console.log(
    `${name}: ${one.toFixed(0)} ms one-to-one, ${many.toFixed(0)} ms with capacities, ${(many / one).toFixed(1)}x`,
  );
}
if (isAsked("hub 100000")) {
  const half = { ...hub(100_000), columnCapacity: Int32Array.of(50_000) };
  console.log(`hub 100000, 50,000 seats: ${least(half).toFixed(0)} ms`);
}
