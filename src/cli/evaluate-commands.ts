import { createMatcher, type MatchInput, type MatchOptions, type MatchResult } from "../index.ts";
import { audit, type AuditOptions, evaluate, type Outcome, proposeWeights } from "../evaluate/index.ts";
import { groupsFromRows, outcomesFromRows, type ReadOutcome, type SourceIssue } from "../io/index.ts";
import { renderEvaluation } from "../report/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { lineOf } from "./lines.ts";
import { checkOutputs, readTable, STANDARD, type TableReading } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { exitOfIssues, issueLines, readFiles, readingOf } from "./input.ts";
import { optionsOf, readHistory } from "./known-people.ts";
import { checkEndings, languageOf, writeFiles } from "./match-command.ts";
import { pathsRead } from "./read-paths.ts";
import { readResult } from "./results.ts";
import type { Terminal } from "./terminal.ts";

/** What the three commands read: the programme, the result of it, and how its people are known. */
interface Ran {
  readonly input: MatchInput;
  readonly options: MatchOptions;
  readonly result: MatchResult;
  readonly find: ReadOutcome["find"];
  readonly language: "en" | "tr";
  /** How its other tables are to be read. */
  readonly reading: TableReading;
}

const OUTPUTS = ["out", "report"] as const;

/** `tersine audit [RESULT] --groups FILE`: how groups fare at each stage. */
export async function auditCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const groupsPath = needed(given, "groups");
  const ran = await readRun(given, terminal);
  if (typeof ran === "number") return ran;
  const column = given.text("column");
  const table = await readTable(groupsPath, terminal, ran.reading);
  const { groups, issues } = groupsFromRows(table, { find: ran.find, ...(column === undefined ? {} : { column }) });
  refuse(issues, terminal);
  const outcomes = await readOutcomes(given, ran, terminal);
  const { input, options, result, language } = ran;
  const auditOptions: AuditOptions = { programme: { input, options }, ...(outcomes === undefined ? {} : { outcomes }) };
  const found = audit(result, groups, auditOptions);
  const lines = [
    found[language],
    ...found.sides.flatMap(({ stages, groups: figures }) => [
      ...stages.flatMap(({ rows }) => rows.map((row) => row[language])),
      ...figures.flatMap(({ placeable }) => placeable?.[language] ?? []),
    ]),
    ...found.attribution.map((each) => each[language]),
  ];
  await finish(found, lines, () => renderEvaluation({ audit: found }, { language }), given, terminal);
  return EXIT.ok;
}

/** `tersine evaluate [RESULT] --outcomes FILE`: what became of the pairs. */
export async function evaluateCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  needed(given, "outcomes");
  const ran = await readRun(given, terminal);
  if (typeof ran === "number") return ran;
  const found = evaluate(pairsOf(ran.result), (await readOutcomes(given, ran, terminal)) ?? []);
  const { language } = ran;
  const lines = found.sentences.map((sentence) => sentence[language]);
  await finish(found, lines, () => renderEvaluation({ evaluation: found }, { language }), given, terminal);
  return EXIT.ok;
}

/** `tersine learn [RESULT] --outcomes FILE`: whether the ratings say that other weights would serve better. */
export async function learnCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  needed(given, "outcomes");
  const ran = await readRun(given, terminal);
  if (typeof ran === "number") return ran;
  const { input, options, result, language } = ran;
  const outcomes = (await readOutcomes(given, ran, terminal)) ?? [];
  const found = proposeWeights([{ input, options, result, outcomes }]);
  const more =
    found.status === "propose"
      ? [JSON.stringify(found.config), ...found.caveats.map((caveat) => caveat[language])]
      : [];
  await finish(found, [found[language], ...more], () => "", given, terminal);
  return EXIT.ok;
}

function needed(given: Arguments, flag: "groups" | "outcomes"): string {
  const path = given.text(flag);
  if (path !== undefined) return path;
  throw new Failure(EXIT.usage, "FLAG_MISSING", `--${flag}: expected a file.`);
}

async function readRun(given: Arguments, terminal: Terminal): Promise<Ran | ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  const reading = readingOf(given, config);
  const [resultPath] = given.operands;
  const outputs = OUTPUTS.flatMap((flag) => given.text(flag) ?? []);
  checkEndings(given, [".json"]);
  const inputs = await pathsRead(given, config, terminal, [resultPath]);
  await checkOutputs(outputs, inputs, terminal.cwd, given.isSet("force"));
  const history = await readHistory(given, config, terminal);
  const outcome = await readFiles(given, config, terminal);
  terminal.stderr(issueLines(outcome, true, terminal.language));
  const { input, find } = outcome;
  if (input === undefined) return exitOfIssues(outcome);
  const options = optionsOf(outcome, config.match ?? {}, history);
  // without a result the programme is matched once more, which gives the same pairs
  const result =
    resultPath === undefined ? createMatcher(input, options).match() : await readResult(resultPath, terminal, reading);
  return { input, options, result, find, language, reading };
}

function pairsOf(result: MatchResult): Exclude<MatchResult, { status: "infeasible" }>["pairs"] {
  if (result.status !== "infeasible") return result.pairs;
  throw new Failure(EXIT.data, "RESULT_TYPE", "expected a result with pairs, got demands that cannot be met together.");
}

async function readOutcomes(
  given: Arguments,
  { find, reading }: Ran,
  terminal: Terminal,
): Promise<readonly Outcome[] | undefined> {
  const path = given.text("outcomes");
  if (path === undefined) return undefined;
  const { outcomes, issues } = outcomesFromRows(await readTable(path, terminal, reading), { find });
  refuse(issues, terminal);
  return outcomes;
}

function refuse(issues: readonly SourceIssue[], terminal: Terminal): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  for (const warning of issues)
    if (warning.severity === "warning") terminal.stderr(`${lineOf(warning, terminal.language)}\n`);
  if (errors.length === 0) return;
  throw new Failure(EXIT.data, "OUTCOMES_INVALID", "the table cannot be read whole", { details: errors });
}

async function finish(
  found: object,
  lines: readonly string[],
  page: () => string,
  given: Arguments,
  terminal: Terminal,
): Promise<void> {
  const json = `${JSON.stringify(found, undefined, 2)}\n`;
  const [out, report] = [given.text("out"), given.text("report")];
  const files = [
    ...(out === undefined ? [] : [[out, json] as const]),
    ...(report === undefined ? [] : [[report, page()] as const]),
  ];
  await writeFiles(new Map(files), given, terminal);
  if (out === STANDARD || report === STANDARD) return;
  if (given.isSet("json")) terminal.data(json);
  else if (!given.isSet("quiet")) terminal.stdout(lines.map((line) => `${line}\n`).join(""));
}
