import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as tersine from "../index.ts";
import { type Config, readConfig as checked, TersineError, type TersineIssue } from "../index.ts";
import { parseJson } from "../io/json/parse.ts";
import { EXIT, Failure } from "./failure.ts";
import { readSource } from "./files.ts";
import { lineOf } from "./input.ts";
import type { Terminal } from "./terminal.ts";

/** The configuration that a flag names, else `tersine.config.json` or `.mjs` in the working directory, if any. */
export function configPath(path: string | undefined, { cwd }: Terminal): string | undefined {
  return path ?? ["tersine.config.json", "tersine.config.mjs"].find((name) => existsSync(resolve(cwd, name)));
}

/** Reads a configuration: JSON, or a module that exports it, or a function of the library that returns it. */
export async function readConfig(path: string | undefined, terminal: Terminal): Promise<Config> {
  const found = configPath(path, terminal);
  if (found === undefined) return {};
  const isModule = [".mjs", ".js"].includes(extname(found));
  try {
    return checked(isModule ? await imported(resolve(terminal.cwd, found)) : await parsed(found, terminal));
  } catch (cause) {
    if (!(cause instanceof TersineError)) throw cause;
    throw refused(
      cause.issues.map((issue) => told(basename(found), issue)),
      cause,
    );
  }
}

/** What a module exports by default; what it throws is a mistake in the configuration, told with its place. */
async function imported(path: string): Promise<unknown> {
  if (!existsSync(path)) throw new Failure(EXIT.files, "FILE_NOT_FOUND", `${basename(path)}: there is no such file.`);
  try {
    const module: unknown = await import(pathToFileURL(path).href);
    const value = typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
    // a folder without the package cannot import it: its configuration is handed the library
    return typeof value === "function" ? await (value as (library: typeof tersine) => unknown)(tersine) : value;
  } catch (cause) {
    if (cause instanceof TersineError) throw cause;
    const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : "it threw a value that is no error";
    throw refused([`${basename(path)}${await placeOf(cause, path)}: error CONFIG_MODULE: ${message}`], cause);
  }
}

const run = promisify(execFile);

/** `:line:column` or `:line` of a mistake in a module, as far as the runtime tells it. */
async function placeOf(cause: unknown, path: string): Promise<string> {
  if (!(cause instanceof Error)) return "";
  const url = pathToFileURL(path).href;
  const inStack = cause.stack?.split(url)[1];
  if (inStack !== undefined) return /^:[0-9]+(?::[0-9]+)?/u.exec(inStack)?.[0] ?? "";
  if (!(cause instanceof SyntaxError)) return "";
  // an error of syntax carries its place only where Node itself prints it
  const { stderr } = await run(process.execPath, ["--check", path]).catch((error: unknown) => ({
    stderr: typeof error === "object" && error !== null && "stderr" in error ? String(error.stderr) : "",
  }));
  return /:[0-9]+(?=\r?\n)/u.exec(stderr)?.[0] ?? "";
}

async function parsed(path: string, terminal: Terminal): Promise<unknown> {
  const { name, text } = await readSource(path, terminal);
  const result = parseJson(name, text);
  if ("value" in result) return result.value;
  throw refused(result.issues.map(lineOf));
}

function refused(lines: readonly string[], cause?: unknown): Failure {
  const count = lines.length === 1 ? "1 error" : `${lines.length} errors`;
  return new Failure(EXIT.data, "CONFIG_INVALID", `${count} in the configuration`, { cause, details: lines });
}

/** `tersine.config.json: error CONFIG_KEY_UNKNOWN at /maping: message. Hint.` */
function told(file: string, { code, path, message, hint }: TersineIssue): string {
  const own = code === "FIELD_UNKNOWN" ? "CONFIG_KEY_UNKNOWN" : path === "/version" ? "CONFIG_VERSION" : code;
  return `${file}: error ${own} at ${path === "" ? "/" : path}: ${message}${hint === undefined ? "" : ` ${hint}`}`;
}
