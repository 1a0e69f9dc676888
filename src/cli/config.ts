import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Config, readConfig as checked, TersineError, type TersineIssue } from "../index.ts";
import { parseJson } from "../io/json.ts";
import { EXIT, Failure } from "./failure.ts";
import { readSource } from "./files.ts";
import { lineOf } from "./input.ts";
import type { Terminal } from "./terminal.ts";

/** Reads the configuration that a flag names, or `tersine.config.json` or `.mjs` in the working directory. */
export async function readConfig(path: string | undefined, terminal: Terminal): Promise<Config> {
  const found =
    path ?? ["tersine.config.json", "tersine.config.mjs"].find((name) => existsSync(resolve(terminal.cwd, name)));
  if (found === undefined) return {};
  const value =
    extname(found) === ".mjs" ? await imported(resolve(terminal.cwd, found)) : await parsed(found, terminal);
  try {
    return checked(value);
  } catch (cause) {
    if (!(cause instanceof TersineError)) throw cause;
    throw refused(
      cause.issues.map((issue) => told(basename(found), issue)),
      cause,
    );
  }
}

async function imported(path: string): Promise<unknown> {
  if (!existsSync(path)) throw new Failure(EXIT.files, "FILE_NOT_FOUND", `${basename(path)}: there is no such file.`);
  const module: unknown = await import(pathToFileURL(path).href);
  return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
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
