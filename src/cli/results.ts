import type { InfeasibleResult, Manifest, MatchResult, PastPair, PlanFigures } from "../index.ts";
import { type FileSource, readPublishedPairs, readPublishedPlan, type SourceIssue } from "../io/index.ts";
import { parseJson } from "../io/json/parse.ts";
import { isRecord } from "../base/given.ts";
import { EXIT, Failure } from "./failure.ts";
import { readSource, readTable, sheetOf, type TableReading } from "./files.ts";
import type { Terminal } from "./terminal.ts";

/** The pairs of a plan in any form that `--out` and `--result` write. */
export async function readPairs(
  path: string,
  terminal: Terminal,
  reading: TableReading,
  code: "HISTORY_INVALID" | "PREVIOUS_INVALID" | "TALKS_INVALID",
): Promise<readonly PastPair[]> {
  const source = await readPlanFile(path, terminal, reading);
  const read = readPublishedPairs(source);
  if ("plan" in read) return read.plan.pairs;
  const what = {
    HISTORY_INVALID: `${source.name}: the pairs of this history`,
    PREVIOUS_INVALID: "the previous plan",
    TALKS_INVALID: "the list of talks",
  }[code];
  throw new Failure(EXIT.data, code, `${what} cannot be read`, { details: read.issues });
}

/** The pairs and totals of a plan in any form that `--out` and `--result` write. Only JSON tells what is infeasible. */
export async function readFigures(
  path: string,
  terminal: Terminal,
  reading: TableReading,
): Promise<PlanFigures | InfeasibleResult> {
  const source = await readPlanFile(path, terminal, reading);
  const document =
    "text" in source && /^\uFEFF?\s*\{/u.test(source.text) ? parseJson(source.name, source.text) : undefined;
  if (document !== undefined && "value" in document) {
    const lacks: string[] = [];
    if (isFigures(document.value, lacks)) return document.value;
    throw lacking(source.name, lacks);
  }
  const read = readPublishedPlan(source);
  if ("plan" in read) return read.plan;
  throw invalid(source.name, "RESULT_INVALID", read.issues);
}

/** A whole result, as `match --result` writes it. */
export async function readResult(path: string, terminal: Terminal, reading: TableReading): Promise<MatchResult> {
  const { name, value } = await readDocument(path, terminal, reading, "RESULT_INVALID");
  return resultOf(name, value);
}

/** The manifest of a result, or a manifest alone; replaying tells what is wrong inside it. */
export async function readManifest(path: string, terminal: Terminal, reading: TableReading): Promise<Manifest> {
  const { name, value } = await readDocument(path, terminal, reading, "MANIFEST_INVALID");
  const manifest = isRecord(value) && isRecord(value["manifest"]) ? value["manifest"] : value;
  if (isManifest(manifest)) return manifest;
  throw new Failure(EXIT.data, "MANIFEST_INVALID", `${name}: expected a result, or the manifest of one.`);
}

/** A file of pairs: of a workbook the sheet that is named, else the one that `--out` writes, else the first. */
async function readPlanFile(path: string, terminal: Terminal, reading: TableReading): Promise<FileSource> {
  try {
    return await readTable(path, terminal, { ...reading, sheet: "pairs" });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "EXCEL_SHEET_UNKNOWN" || sheetOf(path, terminal).file !== path)
      throw error;
    return readTable(path, terminal, reading);
  }
}

async function readDocument(
  path: string,
  terminal: Terminal,
  { encoding }: TableReading,
  code: "RESULT_INVALID" | "MANIFEST_INVALID",
): Promise<{ readonly name: string; readonly value: unknown }> {
  const { name, text } = await readSource(path, terminal, encoding);
  const parsed = parseJson(name, text);
  if ("issues" in parsed) throw invalid(name, code, parsed.issues);
  return { name, value: parsed.value };
}

function invalid(name: string, code: "RESULT_INVALID" | "MANIFEST_INVALID", issues: readonly SourceIssue[]): Failure {
  const what = code === "RESULT_INVALID" ? "result" : "manifest";
  return new Failure(EXIT.data, code, `${name}: the ${what} cannot be read`, { details: issues });
}

/** @throws Failure RESULT_TYPE with all that a whole result has and the value lacks */
function resultOf(name: string, value: unknown): MatchResult {
  const lacks: string[] = [];
  if (isFigures(value, lacks) && isResult(value, lacks)) return value;
  throw lacking(name, lacks);
}

function lacking(name: string, lacks: readonly string[]): Failure {
  const details = lacks.map((part) => ({ file: name, message: `expected ${part}.` }));
  return new Failure(EXIT.data, "RESULT_TYPE", `${name}: expected a result that match wrote with --result.`, {
    details,
  });
}

/** Whether a value has what comparing reads of it. */
function isFigures(value: unknown, lacks: string[]): value is PlanFigures | InfeasibleResult {
  if (!isRecord(value)) return false;
  if (value["status"] === "infeasible") return true;
  const totals = value["totals"];
  for (const key of ["pairs", "placedMentors", "placedMentees", "score"])
    if (!isRecord(totals) || !Number.isFinite(totals[key])) lacks.push(`totals with the number ${key}`);
  for (const [at, pair] of itemsOf(value, "pairs", lacks).entries()) {
    if (!hasTexts(pair, ["mentorId", "menteeId"])) lacks.push(`the ids of a mentor and of a mentee at pairs/${at}`);
    else if (!Number.isSafeInteger(pair["score"])) lacks.push(`a whole number as score at pairs/${at}`);
  }
  return lacks.length === 0;
}

/** Whether it also has what else commands read; what a part holds inside is taken as it was written. */
function isResult(value: object, lacks: string[]): value is MatchResult {
  if (!isRecord(value)) return false;
  if (!isManifest(value["manifest"])) lacks.push("a manifest");
  for (const [at, each] of itemsOf(value, "unmatched", lacks).entries())
    if (!hasTexts(each, ["id", "side", "code"])) lacks.push(`an id, a side and a code at unmatched/${at}`);
  if (value["status"] === "infeasible") return lacks.length === 0;
  for (const [at, pair] of itemsOf(value, "pairs", lacks).entries())
    if (!isRecord(pair) || !isRecords(pair["contributions"])) lacks.push(`a list of contributions at pairs/${at}`);
  return lacks.length === 0;
}

function itemsOf(value: Readonly<Record<string, unknown>>, key: string, lacks: string[]): readonly unknown[] {
  const list = value[key];
  if (Array.isArray(list)) return Array.from<unknown>(list);
  lacks.push(`a list ${key}`);
  return [];
}

function isManifest(value: unknown): value is Manifest {
  return hasTexts(value, ["version"]) && isRecord(value["input"]) && isRecord(value["options"]);
}

function isRecords(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord);
}

function hasTexts(value: unknown, keys: readonly string[]): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && keys.every((key) => typeof value[key] === "string");
}
