import { closest, distance } from "fastest-levenshtein";
import { TersineError } from "../base/error.ts";
import { VERSION } from "../base/version.ts";
import { checkFlags } from "./command-flags.ts";
import { EXIT, type ExitCode, exitOfError, Failure } from "./failure.ts";
import { type Arguments, readArguments } from "./flags.ts";
import { helpText } from "./help.ts";
import { COMMAND_NAMES, isCommand } from "./table/commands.ts";
import { harmless, isLanguage, type Language, type Terminal } from "./terminal.ts";

/** What a process offers to a command. */
export interface Process extends Omit<Terminal, "data" | "isOutputShown" | "language" | "speak"> {
  /** Whether standard output is a terminal. @default false */
  readonly isOutputShown?: boolean;
}

/** Runs a command line without the name of the program; never rejects. */
export async function run(argv: readonly string[], { isOutputShown = false, ...own }: Process): Promise<ExitCode> {
  const terminal = harmless(own, isOutputShown, languageIn(argv));
  try {
    return await dispatch(readArguments(argv), terminal);
  } catch (error) {
    return told(error, terminal);
  }
}

/** The language that the flag names, even where other flags cannot be read. */
function languageIn(argv: readonly string[]): Language | undefined {
  const at = argv.findLastIndex((word) => word === "--language" || word.startsWith("--language="));
  const text = argv[at]?.split("=")[1] ?? argv[at + 1];
  return at >= 0 && isLanguage(text) ? text : undefined;
}

async function dispatch(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.isSet("version")) {
    terminal.stdout(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (given.isSet("help")) {
    terminal.stdout(helpText(terminal.language, isCommand(given.command) ? given.command : undefined));
    return EXIT.ok;
  }
  checkFlags(given);
  // each command is read from its own file only when it is asked for: the version and the help need none
  switch (given.command) {
    case "match":
      return (await import("./match-command.ts")).matchCommand(given, terminal);
    case "check":
      return (await import("./other-commands.ts")).checkCommand(given, terminal);
    case "explain":
      return (await import("./other-commands.ts")).explainCommand(given, terminal);
    case "compare":
      return (await import("./other-commands.ts")).compareCommand(given, terminal);
    case "audit":
      return (await import("./evaluate-commands.ts")).auditCommand(given, terminal);
    case "evaluate":
      return (await import("./evaluate-commands.ts")).evaluateCommand(given, terminal);
    case "learn":
      return (await import("./evaluate-commands.ts")).learnCommand(given, terminal);
    case "pool":
      return (await import("./pool-commands.ts")).poolCommand(given, terminal);
    case "talks":
      return (await import("./talks-commands.ts")).talksCommand(given, terminal);
    case "groups":
      return (await import("./groups-command.ts")).groupsCommand(given, terminal);
    case "decide":
      return (await import("./talks-commands.ts")).decideCommand(given, terminal);
    case "schema":
      return (await import("./other-commands.ts")).schemaCommand(given, terminal);
    case "sample":
      return (await import("./other-commands.ts")).sampleCommand(given, terminal);
    case "studio":
      return (await import("./studio-command.ts")).studioCommand(given, terminal);
    case "completion":
      return (await import("./completion.ts")).completionCommand(given, terminal);
    case "help":
      return helpCommand(given, terminal);
    case undefined:
      terminal.stderr(helpText(terminal.language));
      return EXIT.usage;
    default:
      throw unknownCommand(given.command);
  }
}

/** `tersine help [COMMAND]`. */
function helpCommand({ operands: [name] }: Arguments, terminal: Terminal): ExitCode {
  if (name !== undefined && !isCommand(name)) throw unknownCommand(name);
  terminal.stdout(helpText(terminal.language, name));
  return EXIT.ok;
}

function unknownCommand(name: string): Failure {
  const near = closest(name, COMMAND_NAMES);
  const hint = distance(name, near) <= 2 ? ` Did you mean ${near}?` : "";
  return new Failure(EXIT.usage, "COMMAND_UNKNOWN", `expected one of ${COMMAND_NAMES.join(", ")}.${hint}`);
}

const STOPPED = { en: "stopped; nothing was written", tr: "durduruldu; hiçbir şey yazılmadı" } as const;
const FAULT = { en: "unexpected error, a bug in tersine", tr: "beklenmeyen hata, tersine'deki bir hata" } as const;

async function told(error: unknown, { stderr, signal, language }: Terminal): Promise<ExitCode> {
  const write = (lines: readonly string[]): void => {
    stderr(lines.map((line) => `${line.trimEnd()}\n`).join(""));
  };
  if (signal.aborted) {
    write([`INTERRUPTED: ${STOPPED[language]}`]);
    return EXIT.interrupted;
  }
  if (!(error instanceof Failure || error instanceof TersineError)) {
    write([`${FAULT[language]}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]);
    return EXIT.bug;
  }
  // words are read only where something is to be told
  const { linesOfError, linesOfFailure } = await import("./lines.ts");
  write(error instanceof Failure ? linesOfFailure(error, language) : linesOfError(error, language));
  return error instanceof Failure ? error.exit : exitOfError(error);
}
