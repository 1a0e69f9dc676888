/*
 * What the options of the solver cost: the check of the proof, canonical ties, and a warm start after one row has
 * changed, each beside a plain cold solve of the same matrix in the same minute.
 *
 *   npm run bench:options -- --sizes=250,1000 --families=uniform,int100,twocost
 *
 * Weights of whole thousandths, as scores have many ties; `constant` is the hardest case for ties.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { solveAssignment, verifyOptimality, warmStartFrom, type DenseProblem } from "../../src/solve/index.ts";
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
    "warm / plain",
    "warm canonical / canonical",
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

function measure(problem: DenseProblem): readonly string[] {
  const changed = { ...problem, weights: problem.weights.slice() };
  changed.weights.subarray(0, problem.columns).reverse();
  const known = solveAssignment(problem);
  if (known.status !== "optimal") throw new Error("expected an optimum");
  const warmStart = warmStartFrom(known);
  const calls = {
    plain: () => solveAssignment(changed, { verify: false }),
    canonical: () => solveAssignment(changed, { verify: false, ties: "canonical" }),
    warm: () => solveAssignment(changed, { verify: false, warmStart }),
    warmCanonical: () => solveAssignment(changed, { verify: false, ties: "canonical", warmStart }),
  };
  const times = {
    plain: [] as number[],
    canonical: [] as number[],
    warm: [] as number[],
    warmCanonical: [] as number[],
  };
  const checks: number[] = [];
  for (let round = 0; round <= Number(flags.rounds); round += 1) {
    for (const [name, call] of Object.entries(calls)) {
      const begun = performance.now();
      const answer = call();
      const ended = performance.now();
      verifyOptimality(changed, answer);
      if (round === 0) continue;
      times[name as keyof typeof times].push(ended - begun);
      checks.push(performance.now() - ended);
    }
  }
  const [plain, canonical] = [medianOf(times.plain), medianOf(times.canonical)];
  return [
    brief(plain),
    brief(medianOf(checks) / plain),
    brief(canonical / plain),
    brief(medianOf(times.warm) / plain),
    brief(medianOf(times.warmCanonical) / canonical),
  ];
}
