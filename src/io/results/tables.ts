import { asPublic } from "../../base/public.ts";
import Papa from "papaparse";
import { type MatchInput, type MatchResult, namesOf } from "../../index.ts";
import { inert } from "./formulas.ts";
import { type Language, meetingLines } from "./meeting-text.ts";
import { RESULT_SCHEMA } from "../result-schema.generated.js";
import type { RejectedRow } from "../source.ts";

/** Version of the form in which results are written. */
export const RESULT_SCHEMA_VERSION = 1;

export interface WriteOptions {
  /** Language of reasons and meetings. @default "en" */
  readonly language?: Language;
  /** The input of the result: names stand behind ids, in columns of their own. @default no names */
  readonly input?: MatchInput;
  /**
   * Whether a spreadsheet is to open the file by a double click: with a byte order mark, and divided as spreadsheets in the
   * language expect it, by `;` in Turkish and by `,` in English. @default false
   */
  readonly excel?: boolean;
  /** What divides cells. With `;` numbers have a decimal comma, as spreadsheets that divide there do. @default by `excel` */
  readonly delimiter?: "," | ";" | "\t";
  /**
   * Whether cells that a spreadsheet would take for a formula begin with an apostrophe. Without it a program reads back
   * what was written. @default true
   */
  readonly neutralise?: boolean;
}

/**
 * Pairs as CSV, in the order of the result: mentorId, menteeId, score (0 to 1), reasons, meetings; with an
 * `input` that has names, mentorName and menteeName behind the ids. A result without pairs gives the header only. The headers are the same in both languages.
 */
export function pairsToCsv(result: MatchResult, options: WriteOptions = {}): string {
  return asPublic("pairsToCsv", () => {
    const { language = "en" } = options;
    const names = namesIn(options);
    const pairs = result.status === "infeasible" ? [] : result.pairs;
    return tableToCsv(
      ["mentorId", "menteeId", ...named(["mentorName", "menteeName"], names), "score", "reasons", "meetings"],
      pairs.map(({ mentorId, menteeId, score, reasons, meetings }) => [
        mentorId,
        menteeId,
        ...calledIn([mentorId, menteeId], names),
        decimal(score / 1_000_000, options),
        reasons.map((reason) => reason[language]).join(" "),
        meetingLines(meetings, language).join("; "),
      ]),
      options,
    );
  });
}

/** Everybody left out as CSV: id, side, code, reasons; with an `input` that has names, name behind the id. */
export function unmatchedToCsv(result: MatchResult, options: WriteOptions = {}): string {
  return asPublic("unmatchedToCsv", () => {
    const { unmatched } = result;
    const { language = "en" } = options;
    const names = namesIn(options);
    return tableToCsv(
      ["id", ...named(["name"], names), "side", "code", "reasons"],
      unmatched.map(({ id, side, code, reasons }) => [
        id,
        ...calledIn([id], names),
        side,
        code,
        reasons.map((reason) => reason[language]).join(" "),
      ]),
      options,
    );
  });
}

/** Rows that were left out as CSV: file, line, reasons, then the cells as they stood. */
export function rejectedToCsv(rejected: readonly RejectedRow[], options: WriteOptions = {}): string {
  return asPublic("rejectedToCsv", () => {
    const most = rejected.reduce((length, { row }) => Math.max(length, row.length), 0);
    return tableToCsv(
      ["file", "line", "reasons", ...Array.from({ length: most }, (_, cell) => `cell ${cell + 1}`)],
      rejected.map(({ file, line, reasons, row }) => [file, String(line), reasons.join(" "), ...row]),
      options,
    );
  });
}

/** The whole result as JSON, with `schemaVersion` before all else. */
export function resultToJson(result: MatchResult): string {
  return asPublic("resultToJson", () => {
    return `${JSON.stringify({ schemaVersion: RESULT_SCHEMA_VERSION, ...result }, undefined, 2)}\n`;
  });
}

/** One line for each pair, then for each person left out, then one for the rest; `type` tells which. */
export function resultToNdjson(result: MatchResult): string {
  return asPublic("resultToNdjson", () => {
    const { unmatched, ...rest } = result;
    const [pairs, head] = "pairs" in rest ? [rest.pairs, { ...rest, pairs: undefined }] : [[], rest];
    const lines = [
      ...pairs.map((pair) => ({ type: "pair", ...pair })),
      ...unmatched.map((person) => ({ type: "unmatched", ...person })),
      { type: "result", schemaVersion: RESULT_SCHEMA_VERSION, ...head },
    ];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  });
}

/** Rows as CSV. */
export function tableToCsv(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  options: WriteOptions,
): string {
  const { neutralise = true, excel = false } = options;
  const delimiter = delimiterOf(options);
  const cells = neutralise ? rows.map((row) => row.map((cell) => inert(cell, delimiter))) : rows;
  const quotes = (cell: unknown): boolean => typeof cell === "string" && /[;\t]/u.test(cell);
  const form = { newline: "\r\n", quotes, delimiter };
  return `${excel ? MARK : ""}${Papa.unparse([[...headers], ...cells.map((row) => [...row])], form)}\r\n`;
}

/** The byte order mark, by which spreadsheets tell UTF-8. */
const MARK = "\uFEFF";

function delimiterOf({ excel = false, language = "en", delimiter }: WriteOptions): "," | ";" | "\t" {
  return delimiter ?? (excel && language === "tr" ? ";" : ",");
}

/** Six decimals, behind a comma where the spreadsheet expects one. */
export function decimal(value: number, options: WriteOptions): string {
  const { excel = false, language = "en" } = options;
  const delimiter = delimiterOf(options);
  const hasComma = delimiter === ";" || (delimiter === "\t" && excel && language === "tr");
  return hasComma ? value.toFixed(6).replace(".", ",") : value.toFixed(6);
}

type Names = ReadonlyMap<string, string>;

function namesIn({ input }: WriteOptions): Names {
  return input === undefined ? new Map() : namesOf(input);
}

/** Headers of names, if anybody has one. */
function named(headers: readonly string[], names: Names): readonly string[] {
  return names.size === 0 ? [] : headers;
}

function calledIn(ids: readonly string[], names: Names): readonly string[] {
  return names.size === 0 ? [] : ids.map((id) => names.get(id) ?? "");
}

/** A result as `resultToJson` writes it. */
export type WrittenResult = { readonly schemaVersion: typeof RESULT_SCHEMA_VERSION } & MatchResult;

/** JSON Schema (draft 2020-12) of what `resultToJson` writes, from the same types; a copy of the caller's own. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  return structuredClone(RESULT_SCHEMA);
}
