/*
 * What the options of the solver cost: the check of the proof, canonical ties, and a warm start after one row has
 * changed, each beside a plain cold solve of the same matrix in the same minute.
 *
 *   npm run bench:options -- --sizes=250,1000 --families=uniform,int100,twocost
 *
 * A one-to-one matrix takes no warm start; the last two columns give it to the same matrix as a graph.
 *
 * Weights of whole thousandths, as scores have many ties; `constant` is the hardest case for ties.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import {
  solveAssignment,
  verifyOptimality,
  warmStartFrom,
  type Assignment,
  type DenseProblem,
  type SparseProblem,
} from "../../src/solve/index.ts";
import { families } from "./families.ts";
import { brief, medianOf, tableOf } from "./table.ts";

const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "250,1000" },
    families: { type: "string", default: "uniform,int100,mentor,twocost,rect,constant" },
    rounds: { type: "string", default: "7" },
  },
});

console.log(`${cpus()[0]!.model}, Node ${process.versions.node}`);
for (const size of flags.sizes.split(",").map(Number)) {
  const lines = flags.families.split(",").map((family) => [family, ...measure(problemOf(family, size))]);
  const head = [
    "family",
    "plain, ms",
    "check / plain",
    "canonical / plain",
    "warm / cold, graph",
    "warm graph / plain",
  ];
  console.log(`\nn = ${size}; plain is without the check\n\n${tableOf(head, lines)}`);
}

function problemOf(family: string, size: number): DenseProblem {
  const matrix =
    family === "constant"
      ? { rows: size, columns: size, costs: new Float64Array(size * size) }
      : families.get(family)!(size, 7);
  const { rows, columns, costs } = matrix;
  const most = costs.reduce((largest, cost) => (cost === Infinity ? largest : Math.max(largest, cost)), 1);
  const weights = costs.map((cost) => (cost === Infinity ? -Infinity : Math.round(1000 * (1 - cost / most))));
  return { layout: "dense", rows, columns, unmatched: "last", weights };
}

/** The matrix as a graph, which takes a warm start. */
function graphOf({ rows, columns, weights, unmatched }: DenseProblem): SparseProblem {
  const edges = Array.from(weights.keys()).filter((at) => weights[at]! > -Infinity);
  const rowStart = new Int32Array(rows + 1);
  for (const at of edges) rowStart[Math.floor(at / columns) + 1]! += 1;
  for (let row = 0; row < rows; row += 1) rowStart[row + 1]! += rowStart[row]!;
  const columnAt = Int32Array.from(edges, (at) => at % columns);
  const weightAt = Int32Array.from(edges, (at) => weights[at]!);
  return { layout: "sparse", rows, columns, unmatched, rowStart, columnAt, weightAt };
}

function measure(problem: DenseProblem): readonly string[] {
  const changed = { ...problem, weights: problem.weights.slice() };
  changed.weights.subarray(0, problem.columns).reverse();
  const graph = graphOf(changed);
  const known = solveAssignment(graphOf(problem));
  if (known.status !== "optimal") throw new Error("expected an optimum");
  const warmStart = warmStartFrom(known);
  const calls: Readonly<Record<string, () => Assignment>> = {
    plain: () => solveAssignment(changed, { verify: false }),
    canonical: () => solveAssignment(changed, { verify: false, ties: "canonical" }),
    cold: () => solveAssignment(graph, { verify: false }),
    warm: () => solveAssignment(graph, { verify: false, warmStart }),
  };
  const times = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]));
  const checks: number[] = [];
  for (let round = 0; round <= Number(flags.rounds); round += 1) {
    for (const [name, call] of Object.entries(calls)) {
      const begun = performance.now();
      const answer = call();
      const ended = performance.now();
      verifyOptimality(name === "cold" || name === "warm" ? graph : changed, answer);
      if (round === 0) continue;
      times.get(name)!.push(ended - begun);
      if (name === "plain") checks.push(performance.now() - ended);
    }
  }
  const [plain = NaN, canonical = NaN, cold = NaN, warm = NaN] = [...times.values()].map(medianOf);
  return [plain, medianOf(checks) / plain, canonical / plain, warm / cold, warm / plain].map(brief);
}
