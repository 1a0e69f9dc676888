import { parseArgs, type ParseArgsConfig } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { EXIT, Failure } from "./failure.ts";
import { type FlagName, type Option, OPTIONS } from "./table/options.ts";

export type { FlagName } from "./table/options.ts";

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(OPTIONS, name);
}

/** All flags that there are. */
export const FLAG_NAMES: readonly FlagName[] = Object.keys(OPTIONS).filter(isFlag);

/** Whether a flag takes a value. */
export function takesValue(flag: FlagName): boolean {
  return OPTIONS[flag].value !== undefined;
}

/** A command line taken apart. */
export interface Arguments {
  readonly command: string | undefined;
  /** What follows the command without a flag. */
  readonly operands: readonly string[];
  readonly text: (flag: FlagName) => string | undefined;
  /** Values of a flag that may have several: `--history a.csv b.json`. */
  readonly texts: (flag: "history") => readonly string[];
  readonly isSet: (flag: FlagName) => boolean;
  /** All flags that are given, in their order. */
  readonly flags: readonly FlagName[];
}

/** Takes a command line apart; unknown and doubled flags and missing values are refused. */
export function readArguments(argv: readonly string[]): Arguments {
  const names: readonly string[] = FLAG_NAMES;
  const { tokens, values } = parse(argv);
  const seen = new Set<string>();
  const positionals: string[] = [];
  const history: string[] = [];
  let isHistory = false;
  for (const token of tokens) {
    if (token.kind === "positional") (isHistory ? history : positionals).push(token.value);
    if (token.kind !== "option") continue;
    // files of `match` behind the flag are its further values; other commands have operands
    isHistory = token.name === "history" && positionals[0] === "match";
    if (token.name === "history" && token.value !== undefined) history.push(token.value);
    if (!names.includes(token.name)) {
      const near = closest(token.name, names);
      const hint = distance(token.name, near) <= 2 ? ` Did you mean --${near}?` : "";
      throw new Failure(EXIT.usage, "FLAG_UNKNOWN", `${token.rawName}: there is no such flag.${hint}`);
    }
    const hasValue = isFlag(token.name) && takesValue(token.name);
    if (hasValue && (token.value === undefined || (!token.inlineValue && /^--/u.test(token.value)))) {
      throw new Failure(EXIT.usage, "FLAG_VALUE_MISSING", `${token.rawName}: expected a value.`);
    }
    if (!hasValue && token.value !== undefined) {
      throw new Failure(EXIT.usage, "FLAG_VALUE", `${token.rawName}: takes no value.`);
    }
    if (seen.has(token.name) && token.name !== "history")
      throw new Failure(EXIT.usage, "FLAG_DUPLICATE", `${token.rawName}: stands twice.`);
    seen.add(token.name);
  }
  const [command, ...operands] = positionals;
  return {
    command,
    operands,
    text: (flag) => (typeof values[flag] === "string" ? values[flag] : undefined),
    texts: () => history,
    isSet: (flag) => values[flag] === true,
    flags: [...seen].filter(isFlag),
  };
}

function parse(argv: readonly string[]) {
  const { tokens, values } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(Object.entries(OPTIONS).map(([name, option]) => [name, formOf(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts: Readonly<Record<string, unknown>> = values;
  return { tokens, values: texts };
}

function formOf({ value, short, isMultiple }: Option): NonNullable<ParseArgsConfig["options"]>[string] {
  return {
    type: value === undefined ? "boolean" : "string",
    ...(short === undefined ? {} : { short }),
    ...(isMultiple === undefined ? {} : { multiple: isMultiple }),
  };
}
