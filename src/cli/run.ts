import { TersineError } from "../base/error.ts";
import { VERSION } from "../base/version.ts";
import { EXIT, type ExitCode, exitOfError, Failure } from "./failure.ts";
import { type Arguments, readArguments } from "./flags.ts";
import { HELP } from "./help.ts";
import { harmless, type Terminal } from "./terminal.ts";

/** What a process offers to a command. */
export interface Process extends Omit<Terminal, "data"> {
  /** Whether standard output is a terminal. @default false */
  readonly isOutputShown?: boolean;
}

/** Runs a command line without the name of the program; never rejects. */
export async function run(argv: readonly string[], { isOutputShown = false, ...own }: Process): Promise<ExitCode> {
  const terminal = harmless(own, isOutputShown);
  try {
    return await dispatch(readArguments(argv), terminal);
  } catch (error) {
    return told(error, terminal);
  }
}

async function dispatch(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  if (given.isSet("version")) {
    terminal.stdout(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (given.isSet("help")) {
    terminal.stdout(HELP);
    return EXIT.ok;
  }
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
    case "decide":
      return (await import("./talks-commands.ts")).decideCommand(given, terminal);
    case "schema":
      return (await import("./other-commands.ts")).schemaCommand(given, terminal);
    case "sample":
      return (await import("./other-commands.ts")).sampleCommand(given, terminal);
    case undefined:
      terminal.stderr(HELP);
      return EXIT.usage;
    default:
      throw new Failure(
        EXIT.usage,
        "COMMAND_UNKNOWN",
        "expected match, check, explain, compare, audit, evaluate, learn, pool, talks, decide, schema or sample.",
      );
  }
}

/** The hint of the library in the words of a configuration. */
const NO_AGE =
  'To match without it, name the other rules in the configuration: "match": { "rules": ["noReportingLine", "reverse"] }; or another measure: { "rule": "crossGeneration", "by": "careerStartYear" }.';

function told(error: unknown, { stderr, signal }: Terminal): ExitCode {
  if (signal.aborted) {
    stderr("INTERRUPTED: stopped; nothing was written\n");
    return EXIT.interrupted;
  }
  if (error instanceof Failure) {
    stderr([`${error.code}: ${error.message}`, ...error.details].map((line) => `${line}\n`).join(""));
    return error.exit;
  }
  if (error instanceof TersineError) {
    const lines = error.issues.map(
      ({ code, path, message, hint = "" }) =>
        `${code} at ${path === "" ? "/" : path}: ${message} ${code === "NO_GENERATION_DATA" ? NO_AGE : hint}`,
    );
    stderr(lines.map((line) => `${line.trimEnd()}\n`).join(""));
    return exitOfError(error);
  }
  stderr(
    `unexpected error, a bug in tersine: ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}\n`,
  );
  return EXIT.bug;
}
