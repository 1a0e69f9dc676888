import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as tersine from "../index.ts";
import { type Config, readConfig as checked, TersineError, type TersineIssue } from "../index.ts";
import { parseJson } from "../io/json/parse.ts";
import { counted } from "../base/figures.ts";
import { isRecord } from "../base/given.ts";
import { type Detail, EXIT, Failure } from "./failure.ts";
import { readSource } from "./files.ts";
import { isLanguage, type Terminal } from "./terminal.ts";

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
    const value = isModule ? await imported(resolve(terminal.cwd, found)) : await parsed(found, terminal);
    // what is wrong in it is told in its own language, too
    if (isRecord(value) && isLanguage(value["language"])) terminal.speak(value["language"]);
    return checked(value);
  } catch (cause) {
    if (!(cause instanceof TersineError)) throw cause;
    const details = cause.issues.map((issue) => detailOf(basename(found), issue));
    throw refused(details, cause);
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
    const file = `${basename(path)}${await placeOf(cause, path)}`;
    throw refused([{ code: "CONFIG_MODULE", severity: "error", file, message, tr: message }], cause);
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
  throw refused(result.issues);
}

function refused(details: readonly Detail[], cause?: unknown): Failure {
  const count = counted(details.length, "error");
  return new Failure(EXIT.data, "CONFIG_INVALID", `${count} in the configuration`, { cause, details });
}

/** `tersine.config.json: error CONFIG_KEY_UNKNOWN at /maping: message. Hint.` */
function detailOf(file: string, issue: TersineIssue): Detail {
  const { code, path } = issue;
  const own = code === "FIELD_UNKNOWN" ? "CONFIG_KEY_UNKNOWN" : path === "/version" ? "CONFIG_VERSION" : code;
  return { ...issue, code: own, severity: "error", file };
}
