import { randomBytes } from "node:crypto";
import { open, rename, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EXIT, Failure } from "./failure.ts";
import { stopIfInterrupted } from "./progress.ts";

interface Draft {
  readonly path: string;
  readonly draft: string;
}

/**
 * Writes texts by path, each whole or not at all: all are written beside their places first and then renamed, so that a
 * full disk or an interruption leaves every old file. An interruption after that is too late.
 *
 * @throws Failure WRITE_FAILED, INTERRUPTED
 */
export async function writeWhole(files: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
  const drafts: Draft[] = [];
  const done: string[] = [];
  let current = "";
  try {
    for (const [path, text] of files) {
      current = path;
      stopIfInterrupted(signal);
      const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
      drafts.push({ path, draft });
      await writeDraft(draft, text);
    }
    stopIfInterrupted(signal);
    for (const { path, draft } of drafts) {
      current = path;
      await rename(draft, path);
      done.push(basename(path));
    }
  } catch (cause) {
    for (const { draft } of drafts) await unlink(draft).catch(() => undefined);
    if (cause instanceof Failure) throw cause;
    const others = done.length === 0 ? "nothing was changed" : `only ${done.join(", ")} changed`;
    const message = `${basename(current)}: the file cannot be written; ${others}.`;
    throw new Failure(EXIT.files, "WRITE_FAILED", message, { cause });
  }
}

async function writeDraft(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
