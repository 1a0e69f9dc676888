import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SparseProblem } from "../../src/solve/problem.ts";

/** LEMON's network simplex (Debian package liblemon-dev), compiled for the run. */
export interface Lemon {
  /** Milliseconds from the arrays to its graph, and from there to the answer; and the best total. */
  readonly run: (problem: SparseProblem) => {
    readonly building: number;
    readonly solving: number;
    readonly total: number;
  };
  readonly close: () => void;
}

/** Compiles the driver; `undefined` without a compiler or without LEMON's headers. */
export function startLemon(): Lemon | undefined {
  const folder = mkdtempSync(join(tmpdir(), "lemon-"));
  const driver = join(folder, "lemon");
  const source = fileURLToPath(new URL("lemon.cpp", import.meta.url));
  const compiled = spawnSync("g++", ["-O3", "-march=native", "-DNDEBUG", "-o", driver, source]);
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (compiled.status !== 0) {
    close();
    return undefined;
  }
  return {
    close,
    run: ({ rows, rowStart, columnAt, weightAt }) => {
      const file = join(folder, "graph");
      const parts = [Int32Array.of(rows, columnAt.length), rowStart, columnAt, Int32Array.from(weightAt)];
      writeFileSync(
        file,
        Buffer.concat(parts.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
      );
      const [building = NaN, solving = NaN, total = NaN] = execFileSync(driver, [file], { encoding: "utf8" })
        .split(" ")
        .map(Number);
      return { building, solving, total };
    },
  };
}
