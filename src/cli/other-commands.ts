import { join, resolve } from "node:path";
import Table from "cli-table3";
import {
  checkInput,
  compareResults,
  configJsonSchema,
  createMatcher,
  inputJsonSchema,
  type TopicSupply,
  scaleText,
} from "../index.ts";
import { resultJsonSchema } from "../io/index.ts";
import { meaningOf } from "../words/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { checkOutputs } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { exitOfIssues, issueLines, readFiles, readingOf } from "./input.ts";
import { idOf, optionsOf, readHistory } from "./known-people.ts";
import { languageOf } from "./match-command.ts";
import { readFigures } from "./results.ts";
import { SAMPLE } from "./sample.ts";
import { yieldToSignals } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";
import { writeWhole } from "./write.ts";

/** `tersine check`: what was understood of the files, and every problem. */
export async function checkCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const outcome = await readFiles(given, config, terminal);
  const { mappings, counts, rejected, errorCount, warningCount } = outcome;
  const said = SAID[languageOf(given, config)];
  if (given.isSet("json")) {
    const { input, ...told } = outcome;
    terminal.data(`${JSON.stringify({ ...told, isSound: input !== undefined }, undefined, 2)}\n`);
  } else {
    for (const { file, columns } of mappings) {
      terminal.stdout(
        `${file}\n${columns.map(({ header, field }) => `  ${header} -> ${field ?? said.notUsed}\n`).join("")}`,
      );
    }
    terminal.stdout(`${said.people(counts.people, counts.mentors, counts.mentees)}\n`);
    const { mentors = [], mentees = [] } = outcome.input ?? {};
    if (outcome.input !== undefined) {
      const places = (people: readonly { readonly capacity?: number | undefined }[]): number =>
        people.reduce((sum, { capacity = 1 }) => sum + capacity, 0);
      terminal.stdout(`${said.places(places(mentors), places(mentees))}\n`);
      terminal.stdout(topicLines(checkInput(outcome.input).topics, said.topicHeads));
    }
    terminal.stdout(`${said.found(errorCount, warningCount, rejected.length)}\n`);
    terminal.stderr(issueLines(outcome, given.isSet("quiet"), terminal.language));
  }
  return errorCount === 0 ? EXIT.ok : exitOfIssues(outcome);
}

/** Topics as a table: those that lack most places first. */
function topicLines(topics: readonly TopicSupply[], heads: readonly string[]): string {
  if (topics.length === 0) return "";
  const table = new Table({
    head: [...heads],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right"],
  });
  const byLack = topics.toSorted((a, b) => b.wishedBy - b.places - (a.wishedBy - a.places));
  for (const { topic, wishedBy, places, offeredBy } of byLack) table.push([topic, wishedBy, places, offeredBy]);
  return `${table.toString()}\n`;
}

/** `tersine explain MENTOR MENTEE`: why the two are, or are not, a pair. `tersine explain CODE`: what a code means. */
export async function explainCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [mentorId, menteeId] = given.operands;
  const meaning = mentorId !== undefined && menteeId === undefined && meaningOf(mentorId, terminal.language);
  if (meaning) {
    terminal.stdout(`${[mentorId, ...meaning].join("\n  ")}\n`);
    return EXIT.ok;
  }
  if (mentorId === undefined || menteeId === undefined) {
    throw new Failure(
      EXIT.usage,
      "OPERAND_MISSING",
      "expected the ids of a mentor and of a mentee, or the code of an error.",
    );
  }
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  const history = await readHistory(given, config, terminal);
  const outcome = await readFiles(given, config, terminal);
  terminal.stderr(issueLines(outcome, true, terminal.language));
  if (outcome.input === undefined) return exitOfIssues(outcome);
  const matcher = createMatcher(outcome.input, optionsOf(outcome, config.match ?? {}, history));
  const told = matcher.explain(idOf(outcome, mentorId), idOf(outcome, menteeId));
  await yieldToSignals(terminal.signal);
  if (given.isSet("json")) {
    terminal.data(`${JSON.stringify(told, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const cost = told.status === "refused" || told.forcing.status === "impossible" ? [] : told.forcing.reasons;
  const score = told.status === "refused" ? "" : ` ${Math.round(told.score / 10_000)}/100`;
  terminal.stdout(
    `${STATUS[language][told.status]}${score}\n${[...told.reasons, ...cost].map((reason) => `  ${reason[language]}\n`).join("")}`,
  );
  return EXIT.ok;
}

const STATUS = {
  en: { chosen: "paired", possible: "possible", refused: "not possible" },
  tr: { chosen: "eşleşmiş", possible: "mümkün", refused: "mümkün değil" },
} as const;

/** `tersine compare OLD NEW`: what differs between two results written with `--result` or `--out`. */
export async function compareCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [before, after] = given.operands;
  if (before === undefined || after === undefined) {
    throw new Failure(EXIT.usage, "OPERAND_MISSING", "expected two results, as JSON, NDJSON, CSV or .xlsx.");
  }
  const reading = readingOf(given, {});
  const [first, second] = [await readFigures(before, terminal, reading), await readFigures(after, terminal, reading)];
  const comparison = compareResults(first, second);
  if (given.isSet("json")) {
    terminal.data(`${JSON.stringify(comparison, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const { kept, lost, gained, difference, infeasible = [] } = comparison;
  const language = languageOf(given, {});
  const said = SAID[language];
  const lines = [
    ...infeasible.map((place) => said.infeasible[place]),
    said.compared(kept.length, lost.length, gained.length),
    ...lost.map(({ mentorId, menteeId }) => `- ${mentorId} ${menteeId}`),
    ...gained.map(({ mentorId, menteeId }) => `+ ${mentorId} ${menteeId}`),
    said.differences(
      signed(difference.score, scaleText(difference.score)[language]),
      signed(difference.placedMentors),
      signed(difference.placedMentees),
    ),
  ];
  terminal.stdout(lines.map((line) => `${line}\n`).join(""));
  return EXIT.ok;
}

/** A difference with its sign: `+2`, `-2`, `0`. */
function signed(difference: number, text = String(difference)): string {
  return difference > 0 ? `+${text}` : text;
}

/** `tersine schema [input|config|result]`: a JSON Schema, of the input unless another is named. */
export function schemaCommand(given: Arguments, terminal: Terminal): ExitCode {
  const [name = "input", ...more] = given.operands;
  const make = SCHEMAS.get(name);
  if (make === undefined || more.length > 0) {
    throw new Failure(EXIT.usage, "OPERAND_UNKNOWN", `expected one of ${[...SCHEMAS.keys()].join(", ")}.`);
  }
  terminal.data(`${JSON.stringify(make(), undefined, 2)}\n`);
  return EXIT.ok;
}

const SCHEMAS: ReadonlyMap<string, () => object> = new Map<string, () => object>([
  ["input", inputJsonSchema],
  ["config", configJsonSchema],
  ["result", resultJsonSchema],
]);

/** `tersine sample [DIRECTORY]`: a small programme to begin with. */
export async function sampleCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const folder = given.operands[0] ?? ".";
  const paths = Object.keys(SAMPLE).map((name) => join(folder, name));
  await checkOutputs(paths, [], terminal.cwd, given.isSet("force"));
  const files = Object.entries(SAMPLE).map(([name, text]) => [resolve(terminal.cwd, folder, name), text] as const);
  await writeWhole(new Map(files), terminal.signal);
  if (!given.isSet("quiet")) terminal.stderr(`${SAID[languageOf(given, {})].wrote(Object.keys(SAMPLE).join(", "))}\n`);
  return EXIT.ok;
}
