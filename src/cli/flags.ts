import { parseArgs } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { EXIT, Failure } from "./failure.ts";

/** Flags of all commands; each command says which it takes. */
const FLAGS = {
  input: { type: "string" },
  people: { type: "string" },
  mentors: { type: "string" },
  mentees: { type: "string" },
  calendars: { type: "string" },
  config: { type: "string" },
  format: { type: "string" },
  delimiter: { type: "string" },
  encoding: { type: "string" },
  sheet: { type: "string" },
  out: { type: "string" },
  excel: { type: "boolean" },
  "out-delimiter": { type: "string" },
  unmatched: { type: "string" },
  result: { type: "string" },
  rejected: { type: "string" },
  report: { type: "string" },
  cards: { type: "string" },
  sort: { type: "string" },
  invitations: { type: "string" },
  template: { type: "string" },
  "meeting-minutes": { type: "string" },
  previous: { type: "string" },
  history: { type: "string", multiple: true },
  stability: { type: "string" },
  "max-changes": { type: "string" },
  "lock-all": { type: "boolean" },
  replay: { type: "string" },
  groups: { type: "string" },
  column: { type: "string" },
  outcomes: { type: "string" },
  now: { type: "string" },
  events: { type: "string" },
  policy: { type: "string" },
  circle: { type: "string" },
  "group-mentors": { type: "string" },
  "group-mentees": { type: "string" },
  joint: { type: "string" },
  "mentee-talks": { type: "string" },
  "mentor-talks": { type: "string" },
  hard: { type: "boolean" },
  favourite: { type: "boolean" },
  spread: { type: "string" },
  slots: { type: "string" },
  form: { type: "string" },
  talks: { type: "string" },
  feedback: { type: "string" },
  both: { type: "string" },
  weight: { type: "string" },
  unmet: { type: "string" },
  fixes: { type: "boolean" },
  language: { type: "string" },
  "max-errors": { type: "string" },
  "skip-rejected": { type: "boolean" },
  "allow-guests": { type: "boolean" },
  "external-managers": { type: "boolean" },
  "dry-run": { type: "boolean" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

export type FlagName = keyof typeof FLAGS;

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

/** All flags that there are. */
export const FLAG_NAMES: readonly FlagName[] = Object.keys(FLAGS).filter(isFlag);

/** Whether a flag takes a value. */
export function takesValue(flag: FlagName): boolean {
  return FLAGS[flag].type === "string";
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
    options: FLAGS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const texts: Readonly<Record<string, unknown>> = values;
  return { tokens, values: texts };
}
