/*
 * Where one-to-one graphs change from one engine to another: CPU time of the dense engine, and of the sparse and the
 * general one with and without promising edges first, on the same graphs, by the share of places that hold an edge. `solveByEngine` goes by these figures.
 *
 *   npx tsx bench/solve/crossings.ts --sizes=150,500,1500 --families=mentor,uniform,machine --shares=1,5,12,25,50,100
 */
import { parseArgs } from "node:util";
import { drain } from "../../src/base/steps.ts";
import { boundsOf } from "../../src/solve/bounds.ts";
import { hasCore } from "../../src/solve/core/core.ts";
import { flowByCore, oneToOneByCore, scaleOf } from "../../src/solve/choose-engine.ts";
import { solveFlow } from "../../src/solve/flow/engine.ts";
import { solveAsMatrix } from "../../src/solve/matrix/of-graph.ts";
import { extremesOf } from "../../src/solve/matrix/extremes.ts";
import { measure } from "../../src/solve/magnitudes.ts";
import { solveSparseOneToOne } from "../../src/solve/sparse/engine.ts";
import type { SparseProblem } from "../../src/solve/index.ts";
import { families } from "./families.ts";
import { tableOf } from "./table.ts";

const { values: flags } = parseArgs({
  options: {
    sizes: { type: "string", default: "150,500,1500" },
    families: { type: "string", default: "mentor,uniform,machine" },
    shares: { type: "string", default: "1,5,12,25,50,100" },
    rounds: { type: "string", default: "3" },
    /** Graphs with more edges than this are not given to the general engine. */
    general: { type: "string", default: "300000" },
  },
});

function graphOf(family: string, size: number, share: number): SparseProblem {
  const draw = families.get(family);
  if (draw === undefined) throw new Error(`expected one of ${[...families.keys()].join(", ")}, got ${family}`);
  const { rows, columns, costs } = draw(size, 7);
  const rowStart = [0];
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  let state = 1;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cost = costs[row * columns + column] ?? Infinity;
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      if (cost === Infinity || (state >>> 8) % 1000 >= 10 * share) continue;
      columnAt.push(column);
      weightAt.push(Math.round(1e6 * (1 - cost)));
    }
    rowStart.push(columnAt.length);
  }
  return {
    layout: "sparse",
    rows,
    columns,
    unmatched: "last",
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
  };
}

/** Least CPU time of some rounds, in milliseconds. */
function timed(run: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < Number(flags.rounds); round += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const lines: string[][] = [];
for (const family of flags.families.split(",")) {
  for (const size of flags.sizes.split(",").map(Number)) {
    for (const share of flags.shares.split(",").map(Number)) {
      const problem = graphOf(family, size, share);
      const edges = problem.columnAt.length;
      const byMatrix = timed(() => drain(solveAsMatrix(problem, Infinity)));
      const bySparse = timed(() => drain(solveSparseOneToOne(problem)));
      const bounds = boundsOf(problem);
      const magnitudes = measure(problem, bounds, extremesOf(problem.weightAt));
      const general = edges > Number(flags.general) ? NaN : timed(() => drain(solveFlow(problem, bounds, magnitudes)));
      const byCore = hasCore(problem)
        ? timed(() => drain(oneToOneByCore(problem, bounds, magnitudes, scaleOf(problem))))
        : NaN;
      const byFlowCore = hasCore(problem) ? timed(() => drain(flowByCore(problem, bounds, magnitudes))) : NaN;
      const ratio = (time: number): string => (time / byMatrix).toFixed(2);
      lines.push([
        family,
        `${size}`,
        `${share} %`,
        `${edges}`,
        byMatrix.toFixed(1),
        ratio(byCore),
        ratio(bySparse),
        ratio(general),
        ratio(byFlowCore),
      ]);
    }
  }
}
console.log(
  tableOf(
    [
      "family",
      "rows",
      "share",
      "edges",
      "matrix, ms",
      "sparse, core first / matrix",
      "sparse / matrix",
      "general / matrix",
      "general, core first / matrix",
    ],
    lines,
  ),
);
