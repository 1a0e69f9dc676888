import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { CostMatrix } from "./families.ts";

export interface ScipyRun {
  readonly milliseconds: number;
  readonly total: number;
  readonly peakMegabytes: number;
}

/** A Python process that holds one matrix and solves it whenever asked. */
export interface Scipy {
  readonly run: () => Promise<ScipyRun>;
  readonly close: () => void;
}

const script = fileURLToPath(new URL("./scipy-child.py", import.meta.url));

/** The versions found, or undefined where Python or SciPy is missing. */
export function scipyVersions(): string | undefined {
  const code =
    "import scipy, numpy, sys; print('SciPy', scipy.__version__, 'NumPy', numpy.__version__, 'Python', sys.version.split()[0])";
  const found = spawnSync("python3", ["-c", code], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** Hands the matrix over in a temporary binary file, which is gone once the process has read it. */
export async function startScipy({ rows, columns, costs }: CostMatrix): Promise<Scipy> {
  const folder = mkdtempSync(join(tmpdir(), "solve-bench-"));
  const path = join(folder, "costs.bin");
  writeFileSync(path, new Uint8Array(costs.buffer, costs.byteOffset, costs.byteLength));
  const child = spawn("python3", [script, path, String(rows), String(columns)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error("the SciPy process ended early");
    return JSON.parse(line.value) as unknown;
  };
  await nextLine();
  rmSync(folder, { recursive: true });
  return {
    run: async () => {
      child.stdin.write("\n");
      return (await nextLine()) as ScipyRun;
    },
    close: () => child.stdin.end(),
  };
}
