import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { extname, resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import * as tersine from "../index.ts";
import type { MatchOptions } from "../index.ts";
import { EXIT, Failure } from "./failure.ts";
import { readSource } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** What a configuration file may say; flags win over it. */
export interface Config {
  readonly version?: number;
  readonly people?: string;
  readonly mentors?: string;
  readonly mentees?: string;
  readonly input?: string;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly period?: { readonly start: string; readonly end: string };
  readonly levels?: readonly string[];
  readonly levelsFromTop?: boolean;
  readonly commaLists?: boolean;
  readonly timeZone?: string;
  readonly match?: MatchOptions;
}

const KEYS = [
  ...["version", "people", "mentors", "mentees", "input", "delimiter", "encoding", "language"],
  ...["mapping", "period", "levels", "levelsFromTop", "commaLists", "timeZone", "match"],
];
const CONFIG_VERSION = 1;

/** Rules that a JSON file can name: `"reverse"`, or `{ "rule": "levelGap", "min": 2 }`. */
const RULES: Readonly<Record<string, (options: never) => tersine.Rule>> = {
  noReportingLine: tersine.noReportingLine,
  crossGeneration: tersine.crossGeneration,
  reverse: tersine.reverse,
  levelGap: tersine.levelGap,
  differentDepartment: tersine.differentDepartment,
  differentLocation: tersine.differentLocation,
  sharedLanguage: tersine.sharedLanguage,
  timeZonesWithin: ({ hours }: { hours: number }) => tersine.timeZonesWithin(hours),
  meetingTime: tersine.meetingTime,
  minimumScore: ({ score }: { score: number }) => tersine.minimumScore(score),
  ban: ({ pairs }: { pairs: readonly tersine.PairOfIds[] }) => tersine.ban(pairs),
};

/** Reads the configuration that a flag names, or `tersine.config.json` or `.mjs` in the working directory. */
export async function readConfig(path: string | undefined, terminal: Terminal): Promise<Config> {
  const found =
    path ?? ["tersine.config.json", "tersine.config.mjs"].find((name) => existsSync(resolve(terminal.cwd, name)));
  if (found === undefined) return {};
  const value =
    extname(found) === ".mjs" ? await imported(resolve(terminal.cwd, found)) : await parsed(found, terminal);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalid("CONFIG_TYPE", "expected an object.");
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    const near = closest(key, KEYS);
    const hint = distance(key, near) <= 3 ? ` Did you mean ${near}?` : ` Known are ${KEYS.join(", ")}.`;
    throw invalid("CONFIG_KEY_UNKNOWN", `there is no such key.${hint}`);
  }
  const config: Config = value;
  if ((config.version ?? CONFIG_VERSION) !== CONFIG_VERSION) {
    throw invalid("CONFIG_VERSION", `expected version ${CONFIG_VERSION}, got another.`);
  }
  return config.match === undefined ? config : { ...config, match: matchOptions(config.match) };
}

async function imported(path: string): Promise<unknown> {
  const module: unknown = await import(pathToFileURL(path).href);
  return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
}

async function parsed(path: string, terminal: Terminal): Promise<unknown> {
  const { text } = await readSource(path, terminal);
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new Failure(EXIT.data, "JSON_SYNTAX", "configuration: expected JSON, got something else.", { cause });
  }
}

function invalid(code: string, message: string): Failure {
  return new Failure(EXIT.data, code, `configuration: ${message}`);
}

/** The options with rules and quotas made of what JSON can say; what is made already stays. */
function matchOptions(options: MatchOptions): MatchOptions {
  const given: { readonly rules?: unknown; readonly quotas?: unknown } = options;
  return {
    ...options,
    ...(Array.isArray(given.rules) ? { rules: Array.from<unknown>(given.rules).map(ruleOf) } : {}),
    ...(Array.isArray(given.quotas) ? { quotas: Array.from<unknown>(given.quotas).map(quotaOf) } : {}),
  };
}

/** What JSON holds is checked by the functions that it is handed to, whatever their types say. */
function ruleOf(item: unknown): tersine.Rule {
  const { rule: name, ...options } = typeof item === "string" ? { rule: item } : fieldsOf(item);
  if ("kind" in options) return item as tersine.Rule;
  const make = typeof name === "string" && Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (make === undefined) throw invalid("CONFIG_RULE", `expected rules by name: ${Object.keys(RULES).join(", ")}.`);
  return make(options as never);
}

function quotaOf(item: unknown): tersine.Quota {
  const { name, where = {}, ...rest } = fieldsOf(item);
  if ("kind" in rest) return item as tersine.Quota;
  if (!("of" in rest)) return tersine.quota(name as never, where as never, rest);
  return tersine.partnerLimit(name as never, { where, ...rest } as never);
}

function fieldsOf(item: unknown): Readonly<Record<string, unknown>> {
  return typeof item === "object" && item !== null && !Array.isArray(item) ? { ...item } : {};
}
