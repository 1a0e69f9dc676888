/*
 * Times sparse mentor-like assignment through the public `solveAssignment`, check of the proof included, beside LEMON's
 * network simplex on the same graphs in the same minute.
 *
 *   npm run bench:sparse                       10,000 and 100,000 a side
 *   npm run bench:sparse -- 1000000            a million a side: about a minute
 *   npm run bench:sparse -- 10000 --canonical  what canonical ties cost
 *
 * LEMON takes part where g++ and its headers (Debian: liblemon-dev) are there, up to 100,000 a side.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { solveAssignment, type SolveOptions } from "../../src/solve/solve-assignment.ts";
import { verifyOptimality } from "../../src/solve/proof/verify.ts";
import { startLemon, type Lemon } from "./lemon.ts";
import { mentorLike } from "./mentor-like.ts";

const MOST_FOR_LEMON = 100_000;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { canonical: { type: "boolean", default: false } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000];
const lemon = sizes.some((size) => size <= MOST_FOR_LEMON) ? startLemon() : undefined;
console.log(`${cpus()[0]!.model}, Node ${process.version}, ${process.arch}`);
console.log(
  lemon === undefined
    ? "LEMON is absent, or too slow for these sizes: no ratios"
    : "LEMON: network simplex; ours and its graph both start from the same arrays",
);
for (const size of sizes) measure(size);
lemon?.close();

function measure(size: number): void {
  const problem = mentorLike(size);
  const repeats = size <= 10_000 ? 7 : size <= 100_000 ? 3 : 1;
  const kinds: readonly (readonly [string, SolveOptions])[] = [
    ["plain", {}],
    ...(flags.canonical ? [["canonical", { ties: "canonical" }] as const] : []),
  ];
  const times = new Map<string, number[]>(kinds.map(([name]) => [name, []]));
  const checks: number[] = [];
  const rival: { building: number; solving: number }[] = [];
  let total = NaN;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const [name, options] of kinds) {
      const begun = performance.now();
      const answer = solveAssignment(problem, options);
      times.get(name)!.push(performance.now() - begun);
      if (answer.status !== "optimal") throw new Error("expected an optimum");
      total = answer.total;
      const solved = performance.now();
      verifyOptimality(problem, answer);
      checks.push(performance.now() - solved);
    }
    if (lemon !== undefined && size <= MOST_FOR_LEMON) rival.push(lemonTimes(lemon, total));
  }
  const edges = problem.columnAt.length;
  console.log(`${size} a side, ${edges} candidates, total ${total}:`);
  const building = median(rival.map((each) => each.building));
  const solving = median(rival.map((each) => each.solving));
  for (const [name, own] of times) {
    const [first, ...later] = own;
    const then = later.length === 0 ? "" : `, then median ${median(later).toFixed(0)} ms`;
    const typical = median(later.length === 0 ? own : later);
    const ratio =
      rival.length === 0
        ? ""
        : `, ${(typical / (building + solving)).toFixed(2)} of LEMON (${(typical / solving).toFixed(2)} of its solve alone)`;
    console.log(`  ${name}: first ${first!.toFixed(0)} ms${then}${ratio}`);
  }
  if (rival.length > 0) console.log(`  LEMON: ${building.toFixed(0)} ms + ${solving.toFixed(0)} ms`);
  console.log(
    `  the check alone: ${median(checks).toFixed(0)} ms; peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );

  function lemonTimes(solver: Lemon, expected: number): { building: number; solving: number } {
    const found = solver.run(problem);
    if (found.total !== expected) throw new Error(`LEMON finds ${found.total}, not ${expected}`);
    return found;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
