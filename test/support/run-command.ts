import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/cli/run.ts";

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a new folder with some files, and hands the folder over before it goes. */
export async function runCommand(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  look: (folder: string) => void = () => undefined,
  {
    stdin = "",
    isOutputShown = false,
    signal = new AbortController().signal,
  }: { readonly stdin?: string; readonly isOutputShown?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "tersine-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    let stdout = "";
    let stderr = "";
    const exit = await run(argv, {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      stdin: () => new Blob([stdin]).stream(),
      cwd: folder,
      isTerminal: false,
      isOutputShown,
      signal,
    });
    look(folder);
    return { exit, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
