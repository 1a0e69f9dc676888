import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { open, rename, stat, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EXIT, Failure } from "./failure.ts";
import { isStream } from "./files.ts";
import { stopIfInterrupted } from "./progress.ts";

/** What a file is to hold. */
export type Content = string | Uint8Array;

interface Draft {
  readonly path: string;
  readonly draft: string;
}

/**
 * Writes texts and bytes by path, each whole or not at all: all are written beside their places first and then renamed, so that a
 * full disk or an interruption leaves every old file. An interruption after that is too late. A file that is replaced
 * keeps its mode and its owner; pipes and devices are written into.
 *
 * @throws Failure WRITE_FAILED, INTERRUPTED
 */
export async function writeWhole(files: ReadonlyMap<string, Content>, signal: AbortSignal): Promise<void> {
  const drafts: Draft[] = [];
  const streams: [path: string, content: Content][] = [];
  const done: string[] = [];
  let current = "";
  try {
    for (const [path, content] of files) {
      current = path;
      stopIfInterrupted(signal);
      const known = await stat(path).catch(() => undefined);
      if (known !== undefined && isStream(known)) {
        streams.push([path, content]);
        continue;
      }
      const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
      drafts.push({ path, draft });
      await writeDraft(draft, content, known);
    }
    stopIfInterrupted(signal);
    for (const [path, content] of streams) {
      current = path;
      await writeFile(path, content, { encoding: "utf8", signal });
    }
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

/** The bits of a mode that `chmod` takes. */
const PERMISSIONS = 0o7777;

async function writeDraft(path: string, content: Content, replaced: Stats | undefined): Promise<void> {
  // nobody reads a draft who may not read what it replaces
  const file = await open(path, "wx", replaced === undefined ? 0o666 : 0o600);
  try {
    if (replaced !== undefined) {
      const own = await file.stat();
      if (own.uid !== replaced.uid || own.gid !== replaced.gid) await file.chown(replaced.uid, replaced.gid);
      await file.chmod(replaced.mode & PERMISSIONS);
    }
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
