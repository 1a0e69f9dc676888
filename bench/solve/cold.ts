import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { families } from "./families.ts";
import { startScipy, type ScipyRun } from "./scipy.ts";
import { brief, medianOf, tableOf } from "./table.ts";

interface ColdRun extends ScipyRun {
  /** Peak memory before the call: the process with its matrix. */
  readonly megabytesBefore: number;
}

const child = fileURLToPath(new URL("./cold-child.ts", import.meta.url));
const PROCESSES = 5;

function runCold(family: string, size: number, seed: number): ColdRun {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", child, family, String(size), String(seed)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ColdRun;
}

/** First calls in fresh processes, ours and SciPy's in turns; and what the solve adds to the memory of the process. */
export async function benchCold(
  names: readonly string[],
  sizes: readonly number[],
  seed: number,
  withScipy: boolean,
): Promise<void> {
  const lines: string[][] = [];
  for (const size of sizes) {
    for (const family of names) {
      const matrix = families.get(family)!(size, seed);
      const mine: ColdRun[] = [];
      const theirs: ScipyRun[] = [];
      for (let round = 0; round < PROCESSES; round += 1) {
        mine.push(runCold(family, size, seed));
        if (!withScipy) continue;
        const scipy = await startScipy([matrix]);
        theirs.push(await scipy.run(0));
        scipy.close();
      }
      const first = medianOf(mine.map((run) => run.milliseconds));
      const yardstick = withScipy ? medianOf(theirs.map((run) => run.milliseconds)) : NaN;
      const added = medianOf(mine.map((run) => run.peakMegabytes - run.megabytesBefore));
      lines.push([
        String(size),
        family,
        brief(first),
        brief(yardstick),
        brief(first / yardstick),
        brief(matrix.costs.byteLength / 2 ** 20),
        brief(added),
      ]);
    }
  }
  const head = [
    "n",
    "family",
    "tersine, first call (ms)",
    "scipy, first call (ms)",
    "ratio",
    "matrix (MB)",
    "added (MB)",
  ];
  console.log(tableOf(head, lines));
}
