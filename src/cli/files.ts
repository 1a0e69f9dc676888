import { constants, createReadStream } from "node:fs";
import { access, lstat, stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { decodeText, EncodingError, type TextSource } from "../io/index.ts";
import { EXIT, Failure } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** Most bytes of one file. */
export const MAX_BYTES = 64_000_000;

/** Reads a text file, or standard input for `-`. */
export async function readSource(path: string, terminal: Terminal, encoding?: string): Promise<TextSource> {
  const name = path === "-" ? "stdin" : basename(path);
  const bytes =
    path === "-" ? await terminal.readStdin() : await readBytes(resolve(terminal.cwd, path), name, terminal);
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

/** The chunks up to the one that passes the limit. */
export async function collect(chunks: AsyncIterable<unknown>): Promise<Uint8Array> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue;
    kept.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(kept);
}

async function readBytes(path: string, name: string, { signal }: Terminal): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) {
      throw new Failure(EXIT.limit, "LIMIT_FILE_SIZE", `${name}: expected at most ${MAX_BYTES} bytes, got ${size}.`);
    }
    // in pieces, as a pipe tells no size
    return await collect(createReadStream(path, { signal }));
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

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
