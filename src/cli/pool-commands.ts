import { isRecord } from "../base/given.ts";
import type { MatchOptions } from "../index.ts";
import { parseJson } from "../io/json/parse.ts";
import {
  applyEvents,
  comparePolicies,
  emptyPool,
  type PoolEvent,
  type PoolPolicy,
  type PoolProgramme,
  poolStep,
  type PoolState,
  readLog,
} from "../pool/index.ts";
import { renderPolicies } from "../report/index.ts";
import { readConfig } from "./config.ts";
import { EXIT, type ExitCode, Failure } from "./failure.ts";
import { checkOutputs, readSource, STANDARD } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { checkEndings, languageOf, writeFiles } from "./match-command.ts";
import { filesNamed } from "./read-paths.ts";
import type { Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";

/** `tersine pool step STATE --now DATE` and `tersine pool simulate EVENTS --policy …`. */
export async function poolCommand(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [what, path] = given.operands;
  if (what !== "step" && what !== "simulate") {
    throw new Failure(EXIT.usage, "OPERAND_MISSING", "expected pool step STATE or pool simulate EVENTS.");
  }
  if (path === undefined) {
    const expected = what === "step" ? "a file with the pool, or new for a new one" : "a file of events";
    throw new Failure(EXIT.usage, "OPERAND_MISSING", `pool ${what}: expected ${expected}.`);
  }
  return what === "step" ? stepCommand(path, given, terminal) : simulateCommand(path, given, terminal);
}

/** Applies events to a stored pool, if any are given, and matches those who have a free place. */
async function stepCommand(path: string, given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const now = needed(given, "now", "a date, such as 2027-03-01");
  const events = given.text("events");
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  await checkFiles(given, terminal, path === "new" ? undefined : path);
  if (path !== "new" && given.text("input") !== undefined) {
    const message = "--input: goes with a new pool; a stored one holds its chart, period and levels.";
    throw new Failure(EXIT.usage, "FLAG_CONFLICT", message);
  }
  const [policy = { every: 7 }, ...more] = await policiesOf(given, terminal);
  if (more.length > 0) throw new Failure(EXIT.usage, "FLAG_VALUE", "--policy: expected one policy for a step.");
  const stored = path === "new" ? emptyPool(await programmeOf(given, terminal)) : await stateFrom(path, terminal);
  const state = events === undefined ? stored : applyEvents(stored, await eventsFrom(events, terminal));
  const step = poolStep(state, now, policy, config.match ?? {});
  await write(given, terminal, { out: jsonText(step.state), result: jsonText(step.result) });
  if (isShown(given)) return exitOf(step);
  const { pairs, waiting, next } = step;
  if (given.isSet("json")) terminal.data(jsonText({ pairs, waiting, next, events: step.events }));
  else if (!given.isSet("quiet")) terminal.stdout(stepLines(step, language));
  return exitOf(step);
}

function exitOf({ result }: ReturnType<typeof poolStep>): ExitCode {
  return result.status === "infeasible" ? EXIT.infeasible : EXIT.ok;
}

function stepLines({ pairs, waiting, next }: ReturnType<typeof poolStep>, language: "en" | "tr"): string {
  const said = SAID[language];
  const lines = [
    ...pairs.map(({ mentorId, menteeId, score }) => said.pair(mentorId, menteeId, Math.round(score / 10_000))),
    ...waiting.map(({ id, reasons: [first] }) => `${id}: ${first?.[language] ?? said.hasPlace}`),
    ...(next === null ? [] : [`${said.nextStep}: ${next}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Plays a stream through with one policy or several, and tells what each makes of it. */
async function simulateCommand(path: string, given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = await readConfig(given.text("config"), terminal);
  const language = languageOf(given, config);
  await checkFiles(given, terminal, path);
  const policies = await policiesOf(given, terminal);
  const match: MatchOptions = config.match ?? {};
  const programme = await programmeOf(given, terminal);
  const compared = comparePolicies(
    await eventsFrom(path, terminal),
    policies.length === 0 ? [{ every: 1 }, { every: 7 }, { every: 30 }] : policies,
    { ...match, programme },
  );
  const json = jsonText(compared);
  await write(given, terminal, { out: json, report: renderPolicies(compared, { language }) });
  if (isShown(given)) return EXIT.ok;
  if (given.isSet("json")) terminal.data(json);
  else if (!given.isSet("quiet")) terminal.stdout(compared.rows.map((row) => `${row[language]}\n`).join(""));
  return EXIT.ok;
}

function needed(given: Arguments, flag: "now", expected: string): string {
  const text = given.text(flag);
  if (text !== undefined) return text;
  throw new Failure(EXIT.usage, "FLAG_MISSING", `--${flag}: expected ${expected}.`);
}

const OUTPUTS = ["out", "result", "report"] as const;

/** Refuses outputs whose ending promises another format, and those that would replace what is read. */
async function checkFiles(given: Arguments, terminal: Terminal, path: string | undefined): Promise<void> {
  checkEndings(given, [".json"]);
  const policy = given.text("policy");
  const read = [path, given.text("input"), policy === undefined || isInline(policy) ? undefined : policy];
  const outputs = OUTPUTS.flatMap((flag) => given.text(flag) ?? []);
  await checkOutputs(outputs, filesNamed(given, terminal, read), terminal.cwd, given.isSet("force"));
}

/** Whether an output stands on standard output, so that nothing else may. */
function isShown(given: Arguments): boolean {
  return OUTPUTS.some((flag) => given.text(flag) === STANDARD);
}

async function write(
  given: Arguments,
  terminal: Terminal,
  texts: Readonly<Partial<Record<(typeof OUTPUTS)[number], string>>>,
): Promise<void> {
  const files = OUTPUTS.flatMap((flag) => {
    const [path, text] = [given.text(flag), texts[flag]];
    return path === undefined || text === undefined ? [] : [[path, text] as const];
  });
  await writeFiles(new Map(files), given, terminal);
}

const jsonText = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

async function jsonFrom(path: string, terminal: Terminal): Promise<unknown> {
  const { name, text } = await readSource(path, terminal);
  return valueIn(name, text);
}

function valueIn(name: string, text: string): unknown {
  const read = parseJson(name, text);
  if ("value" in read) return read.value;
  throw new Failure(EXIT.data, "JSON_SYNTAX", `${name}: expected JSON.`, { details: read.issues });
}

/** A stored pool; what it holds is checked by the step. */
async function stateFrom(path: string, terminal: Terminal): Promise<PoolState> {
  return (await jsonFrom(path, terminal)) as PoolState;
}

/** The chart, period and levels of a document as `--input` takes it. */
async function programmeOf(given: Arguments, terminal: Terminal): Promise<PoolProgramme> {
  const path = given.text("input");
  if (path === undefined) return {};
  const document = await jsonFrom(path, terminal);
  if (!isRecord(document) || !isList(document["people"]) || !isList(document["levels"])) {
    const message = "--input: expected a JSON object whose people and levels are lists.";
    throw new Failure(EXIT.data, "INPUT_TYPE", message);
  }
  // what else is wrong in it is told by the step
  const { people, period, levels } = document as PoolProgramme;
  return {
    ...(people === undefined ? {} : { people }),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
}

function isList(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

/** Events as a JSON list, one a line, or a log whose chain is checked. */
async function eventsFrom(path: string, terminal: Terminal): Promise<readonly PoolEvent[]> {
  const { name, text } = await readSource(path, terminal);
  if (text.trimStart().startsWith("[")) return valueIn(name, text) as readonly PoolEvent[];
  if (/^\s*\{"previous":/u.test(text)) return readLog(text).events;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => valueIn(name, line) as PoolEvent);
}

/** `--policy 7`, `--policy 1,7,30`, `--policy '{"every":7}'`, or a file with one policy or a list. */
async function policiesOf(given: Arguments, terminal: Terminal): Promise<readonly PoolPolicy[]> {
  const text = given.text("policy");
  if (text === undefined) return [];
  if (NUMBERS.test(text)) return text.split(",").map((every) => ({ every: Number(every) }));
  const value = isInline(text) ? valueIn("--policy", text) : await jsonFrom(text, terminal);
  return (Array.isArray(value) ? value : [value]) as readonly PoolPolicy[];
}

const NUMBERS = /^[0-9.]+(?:,[0-9.]+)*$/u;

/** Whether a policy stands in the flag itself, and not in a file. */
function isInline(text: string): boolean {
  return NUMBERS.test(text) || /^\s*[[{]/u.test(text);
}
