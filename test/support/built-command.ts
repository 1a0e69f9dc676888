import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** How a child process ended. */
export interface Ended {
  readonly exit: number | null;
  readonly killedBy: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCommand {
  /** Starts the command in a folder of its own that holds some files. */
  readonly start: (argv: readonly string[], files: Readonly<Record<string, string>>, preload?: string) => Started;
  readonly remove: () => void;
}

export interface Started {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly ended: Promise<Ended>;
}

/** The command as a program of one file, built as the package is, for what only a real process shows. */
export async function buildCommand(): Promise<BuiltCommand> {
  const root = mkdtempSync(join(tmpdir(), "tersine-built-"));
  const program = join(root, "cli.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
  });
  const start = (argv: readonly string[], files: Readonly<Record<string, string>>, preload = ""): Started => {
    const folder = mkdtempSync(join(root, "run-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const hook = join(root, `${String(Math.trunc(performance.now() * 1000))}.mjs`);
    writeFileSync(hook, preload);
    const child = spawn(process.execPath, ["--import", hook, program, ...argv], { cwd: folder });
    return { child, folder, ended: ended(child) };
  };
  return {
    start,
    remove: () => {
      rmSync(root, { recursive: true });
    },
  };
}

function ended(child: ChildProcess): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit, killedBy) => {
      resolve({ exit, killedBy, stdout, stderr });
    });
  });
}
