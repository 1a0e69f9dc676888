import Papa from "papaparse";
import type { MatchResult } from "../index.ts";
import { RESULT_SCHEMA } from "./result-schema.generated.js";
import type { RejectedRow } from "./source.ts";

/** Version of the form in which results are written. */
export const RESULT_SCHEMA_VERSION = 1;

export interface WriteOptions {
  /** Language of reasons. @default "en" */
  readonly language?: "en" | "tr";
  /**
   * Whether cells that a spreadsheet would take for a formula begin with an apostrophe. Without it a program reads back
   * what was written. @default true
   */
  readonly neutralise?: boolean;
}

/**
 * Pairs as CSV, in the order of the result: mentorId, menteeId, score (0 to 1), reasons, meetings. A result without pairs
 * gives the header only.
 */
export function pairsToCsv(result: MatchResult, options: WriteOptions = {}): string {
  const { language = "en" } = options;
  const pairs = result.status === "infeasible" ? [] : result.pairs;
  return table(
    ["mentorId", "menteeId", "score", "reasons", "meetings"],
    pairs.map(({ mentorId, menteeId, score, reasons, meetings }) => [
      mentorId,
      menteeId,
      (score / 1_000_000).toFixed(6),
      reasons.map((reason) => reason[language]).join(" "),
      meetings.length === 0 ? "" : JSON.stringify(meetings),
    ]),
    options,
  );
}

/** Everybody left out as CSV: id, side, code, reasons. */
export function unmatchedToCsv({ unmatched }: MatchResult, options: WriteOptions = {}): string {
  const { language = "en" } = options;
  return table(
    ["id", "side", "code", "reasons"],
    unmatched.map(({ id, side, code, reasons }) => [
      id,
      side,
      code,
      reasons.map((reason) => reason[language]).join(" "),
    ]),
    options,
  );
}

/** Rows that were left out as CSV: file, line, reasons, then the cells as they stood. */
export function rejectedToCsv(rejected: readonly RejectedRow[], options: WriteOptions = {}): string {
  const most = rejected.reduce((length, { row }) => Math.max(length, row.length), 0);
  return table(
    ["file", "line", "reasons", ...Array.from({ length: most }, (_, cell) => `cell ${cell + 1}`)],
    rejected.map(({ file, line, reasons, row }) => [file, String(line), reasons.join(" "), ...row]),
    options,
  );
}

/** The whole result as JSON, with `schemaVersion` before all else. */
export function resultToJson(result: MatchResult): string {
  return `${JSON.stringify({ schemaVersion: RESULT_SCHEMA_VERSION, ...result }, undefined, 2)}\n`;
}

/** One line for each pair, then for each person left out, then one for the rest; `type` tells which. */
export function resultToNdjson(result: MatchResult): string {
  const { unmatched, ...rest } = result;
  const [pairs, head] = "pairs" in rest ? [rest.pairs, { ...rest, pairs: undefined }] : [[], rest];
  const lines = [
    ...pairs.map((pair) => ({ type: "pair", ...pair })),
    ...unmatched.map((person) => ({ type: "unmatched", ...person })),
    { type: "result", schemaVersion: RESULT_SCHEMA_VERSION, ...head },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Signs with which spreadsheets begin a formula, also full-width and behind blanks, quotes and apostrophes. */
const SIGNS = String.raw`(?:[^\S;\t\r\n]|["'‘’“”\p{Default_Ignorable_Code_Point}])*[=+\-@＝＋－＠|%]`;

/**
 * Where a cell begins for some reader: at the start of a cell, and within it behind a semicolon, a tab or a line end,
 * since a spreadsheet whose list separator is `;` or a tab divides there and takes quotes in the middle for text.
 */
const FORMULA = new RegExp(String.raw`(?<=^|[;\t\r\n])(?=${SIGNS})`, "gu");

/** A blank that moves what follows into a cell or a line of its own. */
const LEADING_BREAK = /^[ "'‘’“”\p{Default_Ignorable_Code_Point}]*[\t\r\n]/u;

/** The cell with an apostrophe before whatever a spreadsheet would run as a formula. */
function inert(cell: string): string {
  const marked = cell.replace(FORMULA, "'");
  return LEADING_BREAK.test(cell) && !marked.startsWith("'") ? `'${marked}` : marked;
}

function table(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  { neutralise = true }: WriteOptions,
): string {
  const cells = neutralise ? rows.map((row) => row.map(inert)) : rows;
  const quotes = (cell: unknown): boolean => typeof cell === "string" && /[;\t]/u.test(cell);
  return `${Papa.unparse([[...headers], ...cells.map((row) => [...row])], { newline: "\r\n", quotes })}\r\n`;
}

/** A result as `resultToJson` writes it. */
export type WrittenResult = { readonly schemaVersion: typeof RESULT_SCHEMA_VERSION } & MatchResult;

/** JSON Schema (draft 2020-12) of what `resultToJson` writes, from the same types; a copy of the caller's own. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  return structuredClone(RESULT_SCHEMA);
}
