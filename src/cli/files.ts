import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, lstat, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { decodeText, EncodingError, type TextSource } from "../io/index.ts";
import { EXIT, Failure } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

const MAX_BYTES = 64_000_000;

/** Reads a text file, or standard input for `-`. */
export async function readSource(path: string, terminal: Terminal, encoding?: string): Promise<TextSource> {
  const name = path === "-" ? "stdin" : basename(path);
  const bytes = path === "-" ? await terminal.readStdin() : await readBytes(resolve(terminal.cwd, path), name);
  if (bytes.length > MAX_BYTES) {
    throw new Failure(
      EXIT.limit,
      "LIMIT_FILE_SIZE",
      `${name}: expected at most ${MAX_BYTES} bytes, got ${bytes.length}.`,
    );
  }
  try {
    return { name, text: decodeText(bytes, encoding).text };
  } catch (cause) {
    if (cause instanceof EncodingError)
      throw new Failure(EXIT.data, cause.code, `${name}: ${cause.message}`, { cause });
    if (cause instanceof RangeError) {
      throw new Failure(
        EXIT.usage,
        "FLAG_VALUE",
        "--encoding: expected the name of an encoding, such as windows-1254.",
        { cause },
      );
    }
    throw new Failure(EXIT.data, "ENCODING", `${name}: expected text in the encoding stated, got other bytes.`, {
      cause,
    });
  }
}

async function readBytes(path: string, name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      throw new Failure(EXIT.limit, "LIMIT_FILE_SIZE", `${name}: expected at most ${MAX_BYTES} bytes, got ${size}.`);
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    switch (errorCode(cause)) {
      case "ENOENT":
        throw new Failure(EXIT.files, "FILE_NOT_FOUND", `${name}: there is no such file.`, { cause });
      case "EISDIR":
        throw new Failure(EXIT.files, "FILE_IS_DIRECTORY", `${name}: expected a file, got a directory.`, { cause });
      default:
        throw new Failure(EXIT.files, "FILE_NOT_READABLE", `${name}: the file cannot be read.`, { cause });
    }
  }
}

/** Names in a folder, in code-unit order. */
export async function namesIn(folder: string, { cwd }: Terminal): Promise<readonly string[]> {
  const name = basename(folder);
  try {
    return (await readdir(resolve(cwd, folder))).sort();
  } catch (cause) {
    const isFile = errorCode(cause) === "ENOTDIR";
    const message = isFile ? "expected a folder, got a file." : "there is no such folder, or it cannot be read.";
    throw new Failure(EXIT.files, isFile ? "FILE_NOT_FOLDER" : "FOLDER_NOT_FOUND", `${name}: ${message}`, { cause });
  }
}

/** Refuses outputs that cannot or must not be written, before any work is done for them. */
export async function checkOutputs(
  outputs: readonly string[],
  inputs: readonly string[],
  cwd: string,
  force: boolean,
): Promise<void> {
  const read = new Set(inputs.filter((path) => path !== "-").map((path) => resolve(cwd, path)));
  const written = new Set<string>();
  for (const output of outputs) {
    const path = resolve(cwd, output);
    const name = basename(path);
    if (read.has(path))
      throw new Failure(EXIT.usage, "OUTPUT_IS_INPUT", `${name}: expected another file than the input.`);
    if (written.has(path)) throw new Failure(EXIT.usage, "OUTPUT_TWICE", `${name}: two outputs have this name.`);
    written.add(path);
    const folder = await access(dirname(path), constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!folder)
      throw new Failure(EXIT.files, "OUTPUT_DIR_MISSING", `${name}: its directory is missing or not writable.`);
    const known = await lstat(path).catch(() => undefined);
    if (known === undefined) continue;
    if (known.isSymbolicLink())
      throw new Failure(EXIT.files, "OUTPUT_SYMLINK", `${name}: expected a file, got a symbolic link.`);
    if (known.isDirectory())
      throw new Failure(EXIT.files, "FILE_IS_DIRECTORY", `${name}: expected a file, got a directory.`);
    if (!force) throw new Failure(EXIT.files, "OUTPUT_EXISTS", `${name}: the file exists. Say --force to replace it.`);
  }
}

/** Writes a file whole or not at all: beside it first, then renamed over it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await unlink(draft).catch(() => undefined);
    throw new Failure(
      EXIT.files,
      "WRITE_FAILED",
      `${basename(path)}: the file cannot be written; nothing was changed.`,
      { cause },
    );
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
