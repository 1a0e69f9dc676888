import { EXIT, Failure } from "./failure.ts";
import type { Arguments, FlagName } from "./flags.ts";
import { COMMAND_NAMES, COMMANDS, flagsOf } from "./table/commands.ts";

/** The flags that each command reads; `--help` and `--version` stand before any. Those of a pool go by what is done. */
export const COMMAND_FLAGS: Readonly<Record<string, readonly FlagName[]>> = Object.fromEntries(
  COMMAND_NAMES.flatMap((name) => {
    const { parts } = COMMANDS[name];
    if (parts === undefined) return [[name, flagsOf(name)]];
    return Object.keys(parts).map((part) => [`${name} ${part}`, flagsOf(name, part)]);
  }),
);

/** Refuses a flag that the command does not read: a wish that nothing reads must not pass in silence. */
export function checkFlags({ command = "", operands: [first = ""], flags }: Arguments): void {
  const name = Object.hasOwn(COMMAND_FLAGS, command) ? command : `${command} ${first}`;
  const own = Object.hasOwn(COMMAND_FLAGS, name) ? COMMAND_FLAGS[name] : undefined;
  const foreign = own === undefined ? undefined : flags.find((flag) => !own.includes(flag));
  if (foreign === undefined) return;
  const message = `--${foreign}: ${name} takes no such flag.`;
  throw new Failure(EXIT.usage, "FLAG_CONFLICT", message);
}
