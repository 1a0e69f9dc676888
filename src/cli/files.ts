import { constants, createReadStream, existsSync, type Stats } from "node:fs";
import { access, lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { TersineError } from "../index.ts";
import {
  bytesOfStream,
  decodeText,
  EncodingError,
  type FileSource,
  FormatError,
  isZip,
  MAXIMUM_BYTES,
  readSheet,
  SizeError,
  type TextSource,
} from "../io/index.ts";
import { EXIT, type ExitCode, exitOfError, Failure } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** Reads a text file, or standard input for `-`. */
export async function readSource(path: string, terminal: Terminal, encoding?: string): Promise<TextSource> {
  const name = nameOf(path);
  try {
    return { name, text: decodeText(await bytesOf(path, terminal), encoding).text };
  } catch (cause) {
    throw failureOf(cause, name, encoding);
  }
}

/** How a table is to be read: the encoding of a text and what divides its cells, the sheet of a workbook. */
export interface TableReading {
  readonly encoding?: string | undefined;
  readonly delimiter?: TextSource["delimiter"];
  readonly sheet?: string | undefined;
}

/**
 * Reads a text file or a sheet of a workbook, whatever its name ends in. `staff.xlsx#People` names a sheet of a workbook.
 */
export async function readTable(
  path: string,
  terminal: Terminal,
  { encoding, delimiter, sheet }: TableReading = {},
): Promise<FileSource> {
  const { file, sheet: own = sheet } = sheetOf(path, terminal);
  const name = nameOf(file);
  try {
    const bytes = await bytesOf(file, terminal);
    if (isZip(bytes)) return await readSheet({ name, bytes }, own === undefined ? {} : { sheet: own });
    const { text } = decodeText(bytes, encoding);
    return delimiter === undefined ? { name, text } : { name, text, delimiter };
  } catch (cause) {
    throw failureOf(cause, name, encoding);
  }
}

/** The path of a file and the sheet that stands behind `#`, if there is no file with that whole name. */
export function sheetOf(
  path: string,
  { cwd }: Pick<Terminal, "cwd">,
): { readonly file: string; readonly sheet?: string } {
  const [, file, sheet] = /^(.+\.[a-z]{3,4})#(.+)$/iu.exec(path) ?? [];
  if (file === undefined || sheet === undefined || existsSync(resolve(cwd, path))) return { file: path };
  return { file, sheet };
}

function nameOf(path: string): string {
  return path === "-" ? "stdin" : basename(path);
}

async function bytesOf(path: string, terminal: Terminal): Promise<Uint8Array> {
  return bytesOfStream(path === "-" ? terminal.stdin() : await streamOf(resolve(terminal.cwd, path), terminal));
}

async function streamOf(path: string, { signal }: Terminal): Promise<AsyncIterable<Uint8Array>> {
  // a pipe tells no size: its bytes are counted as they come
  const { size } = await stat(path);
  if (size > MAXIMUM_BYTES) throw new SizeError(MAXIMUM_BYTES, size);
  return createReadStream(path, { signal }) as AsyncIterable<Uint8Array>;
}

function failureOf(cause: unknown, name: string, encoding: string | undefined): Failure {
  const failure = (exit: ExitCode, code: string, message: string): Failure =>
    new Failure(exit, code, message, { cause });
  if (cause instanceof SizeError) return failure(EXIT.limit, cause.code, `${name}: ${cause.message}`);
  if (cause instanceof EncodingError || cause instanceof FormatError)
    return failure(EXIT.data, cause.code, `${name}: ${cause.message}`);
  const system = errorCode(cause instanceof TersineError ? cause.cause : cause);
  if (cause instanceof TersineError && !String(system).startsWith("ERR_ENCODING")) {
    const told = cause.issues.map(({ message, hint = "" }) => `${name}: ${message} ${hint}`.trimEnd());
    return failure(exitOfError(cause), cause.code, told.join(" "));
  }
  switch (system) {
    case "ERR_ENCODING_NOT_SUPPORTED":
      return failure(EXIT.usage, "FLAG_VALUE", "--encoding: expected the name of an encoding, such as windows-1254.");
    case "ERR_ENCODING_INVALID_ENCODED_DATA": {
      const message = `${name}: expected text in ${encoding === undefined ? "UTF-16" : "the encoding stated"}, got other bytes.`;
      return failure(EXIT.data, "ENCODING", message);
    }
    case "ENOENT":
      return failure(EXIT.files, "FILE_NOT_FOUND", `${name}: there is no such file.`);
    case "EISDIR":
      return failure(EXIT.files, "FILE_IS_DIRECTORY", `${name}: expected a file, got a directory.`);
    default:
      return failure(EXIT.files, "FILE_NOT_READABLE", `${name}: the file cannot be read.`);
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

/** Standard output, as the name of an output. */
export const STANDARD = "-";

/**
 * Refuses outputs that cannot or must not be written, before any work is done for them. Files are the same if the system
 * says so (device and inode), by whatever path or link they are named.
 */
export async function checkOutputs(
  outputs: readonly string[],
  inputs: readonly string[],
  cwd: string,
  force: boolean,
): Promise<void> {
  const read = new Set<string>();
  for (const path of inputs) {
    const known =
      path === STANDARD ? undefined : await stat(resolve(cwd, sheetOf(path, { cwd }).file)).catch(() => undefined);
    if (known !== undefined) read.add(identityOf(known));
  }
  const written = new Set<string>();
  for (const output of outputs) {
    const path = resolve(cwd, output);
    const name = basename(path);
    const place = output === STANDARD ? STANDARD : join(await folderOf(path), name);
    if (written.has(place)) throw new Failure(EXIT.usage, "OUTPUT_TWICE", `${name}: two outputs have this name.`);
    written.add(place);
    if (output !== STANDARD) await checkOutput(path, read, force);
  }
}

async function checkOutput(path: string, read: ReadonlySet<string>, force: boolean): Promise<void> {
  const name = basename(path);
  const target = await stat(path).catch(() => undefined);
  if (target !== undefined && read.has(identityOf(target)))
    throw new Failure(EXIT.usage, "OUTPUT_IS_INPUT", `${name}: expected another file than what is read.`);
  // pipes and devices are written into: nothing is replaced
  if (target !== undefined && isStream(target)) return;
  const known = await lstat(path).catch(() => undefined);
  if (known === undefined) return;
  if (known.isSymbolicLink())
    throw new Failure(EXIT.files, "OUTPUT_SYMLINK", `${name}: expected a file, got a symbolic link.`);
  if (known.isDirectory())
    throw new Failure(EXIT.files, "FILE_IS_DIRECTORY", `${name}: expected a file, got a directory.`);
  if (!known.isFile())
    throw new Failure(EXIT.files, "FILE_NOT_WRITABLE", `${name}: expected a file, a pipe or a character device.`);
  if (!force) throw new Failure(EXIT.files, "OUTPUT_EXISTS", `${name}: the file exists. Say --force to replace it.`);
}

/** The folder of an output, without links. */
async function folderOf(path: string): Promise<string> {
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK);
    return await realpath(folder);
  } catch (cause) {
    const message = `${basename(path)}: its directory is missing or not writable.`;
    throw new Failure(EXIT.files, "OUTPUT_DIR_MISSING", message, { cause });
  }
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev}:${ino}`;
}

/** Whether writing means handing on, so that renaming a file onto it would be wrong. */
export function isStream(stats: Stats): boolean {
  return stats.isFIFO() || stats.isCharacterDevice() || stats.isSocket();
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
