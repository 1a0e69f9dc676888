import { extname, resolve } from "node:path";
import { SingleBar } from "cli-progress";
import { type Config, matchPairsAsync, type MatchOptions, type MatchResult, type Progress } from "../index.ts";
import {
  pairsToCsv,
  rejectedToCsv,
  resultToJson,
  resultToNdjson,
  unmatchedToCsv,
  type ReadOutcome,
} from "../io/index.ts";
import { renderReport } from "../report/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { checkOutputs, writeWhole } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { exitOfIssues, inputPaths, issueLines, readFiles } from "./input.ts";
import type { Terminal } from "./terminal.ts";

const OUTPUTS = ["out", "unmatched", "result", "rejected", "report"] as const;

/** `tersine match`: files in, pairs out. */
export async function matchCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  const outputs = OUTPUTS.flatMap((flag) => given.text(flag) ?? []);
  await checkOutputs(outputs, Object.values(inputPaths(given, config)), terminal.cwd, given.isSet("force"));
  const outcome = await readFiles(given, config, terminal);
  terminal.stderr(issueLines(outcome, given.isSet("quiet")));
  const files = new Map<string, string>();
  const rejected = given.text("rejected");
  if (rejected !== undefined) files.set(rejected, rejectedToCsv(outcome.rejected));
  if (outcome.input === undefined) {
    await writeAll(files, given, terminal);
    terminal.stderr(`${outcome.errorCount} errors, ${outcome.rejected.length} rows rejected; nothing was matched\n`);
    return exitOfIssues(outcome);
  }
  const result = await matched(outcome.input, config.match ?? {}, given, terminal);
  const [out, unmatched, whole] = [given.text("out"), given.text("unmatched"), given.text("result")];
  if (out !== undefined) files.set(out, inFormat(result, extname(out), language));
  if (unmatched !== undefined) files.set(unmatched, unmatchedToCsv(result, { language }));
  if (whole !== undefined) files.set(whole, resultToJson(result));
  const report = given.text("report");
  if (report !== undefined) files.set(report, renderReport(outcome.input, result, { language }));
  await writeAll(files, given, terminal);
  if (out === undefined) terminal.stdout(inFormat(result, given.isSet("json") ? ".json" : ".csv", language));
  if (!given.isSet("quiet")) terminal.stderr(summary(result, outcome));
  if (result.status !== "infeasible") return EXIT.ok;
  terminal.stderr(conflictLines(result, language));
  return EXIT.infeasible;
}

async function writeAll(files: ReadonlyMap<string, string>, given: Arguments, { cwd }: Terminal): Promise<void> {
  if (given.isSet("dry-run")) return;
  for (const [path, text] of files) await writeWhole(resolve(cwd, path), text);
}

function inFormat(result: MatchResult, ending: string, language: "en" | "tr"): string {
  if (ending === ".json") return resultToJson(result);
  return ending === ".ndjson" || ending === ".jsonl" ? resultToNdjson(result) : pairsToCsv(result, { language });
}

/** Matches with a bar on a terminal. Ctrl-C ends it before anything is written. */
async function matched(
  input: NonNullable<ReadOutcome["input"]>,
  options: MatchOptions,
  given: Arguments,
  { isTerminal, signal }: Terminal,
): Promise<MatchResult> {
  const bar =
    isTerminal && !given.isSet("quiet")
      ? new SingleBar({ format: "{phase} {bar} {percentage}%", clearOnComplete: true })
      : undefined;
  bar?.start(1, 0, { phase: "reading" });
  const onProgress = ({ phase, done, total }: Progress): void => {
    bar?.setTotal(total ?? 1);
    bar?.update(total === null ? 0 : done, { phase });
  };
  try {
    return await matchPairsAsync(input, { ...options, signal, onProgress });
  } finally {
    bar?.stop();
  }
}

/** The language of reasons, of the flag or else of the configuration. */
export function languageOf(given: Arguments, config: Config): "en" | "tr" {
  const language = given.text("language") ?? config.language ?? "en";
  if (language === "en" || language === "tr") return language;
  throw new Failure(EXIT.usage, "FLAG_VALUE", "--language: expected en or tr.");
}

function summary(result: MatchResult, { rejected, counts }: ReadOutcome): string {
  const read = `${counts.mentors} mentors and ${counts.mentees} mentees read, ${rejected.length} rows rejected`;
  if (result.status === "infeasible") return `${read}; the demands cannot be met together\n`;
  const { pairs, placedMentors, placedMentees, score } = result.totals;
  const gap =
    result.gap === undefined
      ? ""
      : `, at most ${result.gap.people} people and ${result.gap.score} points from the best`;
  return `${read}\n${pairs} pairs: ${placedMentors} mentors and ${placedMentees} mentees placed, ${score} points, ${result.status}${gap}\n`;
}

function conflictLines(result: MatchResult, language: "en" | "tr"): string {
  if (result.status !== "infeasible") return "";
  return [...result.conflicts, result.witness].map((each) => `${each[language]}\n`).join("");
}
