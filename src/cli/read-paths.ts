import { join } from "node:path";
import type { Config } from "../index.ts";
import { configPath } from "./config.ts";
import { namesIn } from "./files.ts";
import type { Arguments, FlagName } from "./flags.ts";
import { inputPaths } from "./input.ts";
import { historyPaths } from "./known-people.ts";
import type { Terminal } from "./terminal.ts";

/** Flags that name a file which is read. */
const READ: readonly FlagName[] = [
  ...(["previous", "replay", "template", "groups", "outcomes", "slots", "talks", "feedback", "events"] as const),
];

/**
 * All files that a run reads, so that no output replaces one: the lists of people, calendars, the configuration, also one that
 * is only found, earlier results, and what else flags and operands name.
 *
 * @param operands Those that are files
 */
export async function pathsRead(
  given: Arguments,
  config: Config,
  terminal: Terminal,
  operands: readonly (string | undefined)[] = [],
): Promise<readonly string[]> {
  const folder = given.text("calendars") ?? config.calendars;
  const calendars = folder === undefined ? [] : (await namesIn(folder, terminal)).map((name) => join(folder, name));
  return [
    ...Object.values(inputPaths(given, config, terminal)),
    ...filesNamed(given, terminal, operands),
    ...historyPaths(given, config),
    ...calendars,
  ];
}

/** The files of flags and operands beside the lists of people, and the configuration. */
export function filesNamed(
  given: Arguments,
  terminal: Terminal,
  operands: readonly (string | undefined)[] = [],
): readonly string[] {
  const named = [configPath(given.text("config"), terminal), ...READ.map((flag) => given.text(flag)), ...operands];
  return named.flatMap((path) => path ?? []);
}
