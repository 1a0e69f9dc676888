/**
 * Times `solveWithQuotas` beside HiGHS on the same instances in the same run, and checks that the optima agree.
 *
 * Small: dense 160 x 160 with 5 quotas of 0.16 n, half of the pairs carrying one of 5 tags. Large: 1,000 x 1,000 at 20 %
 * with 10 overlapping quotas, by ours alone: HiGHS is not waited for.
 */
import { cpus } from "node:os";
import { solveWithQuotas, type QuotaProblem } from "../src/solve/index.ts";
import { drawer } from "../test/support/enumerate-fast.ts";
import { programmeSolver } from "../test/support/linear-programme.ts";

interface Shape {
  readonly nodes: number;
  /** Thousandths of all pairs that are edges. */
  readonly density: number;
  readonly tags: number;
  /** Least pairs of each tag. */
  readonly minimum: number;
  /** One edge in this many gets another tag beside its first; 0 for none. */
  readonly overlap: number;
}

const small: Shape = { nodes: 160, density: 1000, tags: 5, minimum: 26, overlap: 0 };
const large: Shape = { nodes: 1000, density: 200, tags: 10, minimum: 80, overlap: 10 };

function drawInstance({ nodes, density, tags, minimum, overlap }: Shape, seed: number): QuotaProblem {
  const draw = drawer(seed);
  const rowStart = [0];
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  const edgesOf = Array.from({ length: tags }, () => new Set<number>());
  for (let row = 0; row < nodes; row += 1) {
    for (let column = 0; column < nodes; column += 1) {
      if (draw(1000) >= density) continue;
      const edge = columnAt.push(column) - 1;
      weightAt.push(1 + draw(1_000_000));
      if (draw(2) === 0) edgesOf[draw(tags)]?.add(edge);
      if (overlap > 0 && draw(overlap) === 0) edgesOf[draw(tags)]?.add(edge);
    }
    rowStart.push(columnAt.length);
  }
  return {
    layout: "sparse",
    rows: nodes,
    columns: nodes,
    unmatched: "free",
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
    quotas: edgesOf.map((edges) => ({ edges: Int32Array.from(edges), minimum })),
  };
}

function timed<Result>(run: () => Result): readonly [result: Result, milliseconds: number] {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
}

const solveProgramme = await programmeSolver();
console.log(
  `Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}; times include our check of the proof`,
);
for (const seed of [1, 2, 3]) {
  const problem = drawInstance(small, seed);
  const [ours, time] = timed(() => solveWithQuotas(problem));
  const [theirs, rival] = timed(() => solveProgramme(problem));
  if (ours.status === "infeasible" || ours.total !== theirs?.total) throw new Error(`seed ${seed}: the optima differ`);
  const speed = ours.work / time / 1000;
  console.log(
    `160 x 160, 5 quotas, seed ${seed}: ${ours.status} in ${time.toFixed(0)} ms (${speed.toFixed(0)} million steps a second), ` +
      `HiGHS ${rival.toFixed(0)} ms, ratio ${(time / rival).toFixed(2)}`,
  );
}
for (const seed of [1, 2, 3]) {
  const problem = drawInstance(large, seed);
  const [ours, time] = timed(() => solveWithQuotas(problem));
  if (ours.status === "infeasible") throw new Error(`seed ${seed}: no choice`);
  const gap = (100 * (ours.proof.total - ours.total)) / ours.total;
  console.log(
    `1,000 x 1,000, 10 quotas, seed ${seed}: ${ours.status} in ${time.toFixed(0)} ms, gap ${gap.toFixed(4)} %`,
  );
}
