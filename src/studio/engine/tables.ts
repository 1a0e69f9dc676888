import { TersineError } from "../../index.ts";
import { decodeText, EncodingError, type FileSource, FormatError, isZip, readSheet } from "../../io/index.ts";
import { foldedHeader } from "../../io/columns/header-text.ts";
import { sheetNames } from "../../io/excel/read-sheet.ts";
import { formatOf, readTable } from "../../io/table.ts";
import { parseJson } from "../../io/json/parse.ts";
import { isSheet } from "../../io/text-source.ts";
import { isRecord } from "../../base/given.ts";
import { saidOf } from "./said.ts";
import { OLD_ENCODING } from "../config/config-file.ts";
import type { GivenFile, ListName, OpenedTable, Problem } from "../protocol.ts";

/** A table that is open: what the reader takes, and what a person calls it. */
export interface OpenTable extends OpenedTable {
  readonly source: FileSource;
  readonly isDocument: boolean;
  /** Bytes of a text that is not in UTF-8, so that it can be read in another encoding. */
  readonly bytes?: Uint8Array;
}

/** The tables of a file: one for a text, one for each sheet of a workbook that a person sees. */
export async function tablesOf(file: GivenFile, encoding?: string): Promise<readonly OpenTable[]> {
  if (isZip(file.bytes)) return (await sheetsOf(file)).map(openTable);
  return [openTable({ key: file.name, ...textOf(file, encoding) })];
}

function openTable({ key, source, bytes }: KeyedSource): OpenTable {
  const isDocument = isWholeDocument(source);
  const guess = isDocument ? "input" : guessOf(key, source);
  return { key, source, isDocument, guess, ...(bytes === undefined ? {} : { bytes, isOld: true }) };
}

/** A table read in the encoding that is named now, if it is a text to which that matters. */
export function inEncoding(table: OpenTable, encoding: string | undefined): OpenTable {
  const { bytes, key } = table;
  return bytes === undefined ? table : { ...table, ...textOf({ name: key, bytes }, encoding) };
}

interface KeyedSource extends OpenText {
  readonly key: string;
}

type OpenText = Pick<OpenTable, "source" | "bytes">;

async function sheetsOf(file: GivenFile): Promise<readonly KeyedSource[]> {
  const names = sheetNames(file);
  const sources: KeyedSource[] = [];
  for (const sheet of names) {
    const source = await readSheet(file, { sheet });
    // a sheet of a workbook without rows is no table
    if (source.rows.length === 0 && names.length > 1) continue;
    sources.push({ key: names.length === 1 ? file.name : `${file.name}#${sheet}`, source });
  }
  return sources;
}

function textOf({ name, bytes }: GivenFile, encoding: string | undefined): OpenText {
  try {
    return { source: { name, text: decodeText(bytes).text } };
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return { source: { name, text: decodeText(bytes, encoding ?? OLD_ENCODING).text }, bytes };
  }
}

/** Whether a source is a JSON document that holds a programme, or a part of one. */
function isWholeDocument(source: FileSource): boolean {
  const value = documentIn(source);
  return isRecord(value) && ("mentors" in value || "mentees" in value);
}

/** What a JSON text holds. */
export function documentIn(source: FileSource): unknown {
  if (isSheet(source) || formatOf(source, {}) !== "json") return undefined;
  const parsed = parseJson(source.name, source.text);
  return "value" in parsed ? parsed.value : undefined;
}

/** What a table seems to hold: by its name, else by its columns. */
function guessOf(key: string, source: FileSource): ListName {
  const name = foldedHeader(key);
  const isOfMentors = /mentor|ogreten|teacher/u.test(name);
  if (/mentee|menti(?!r)|danisan|ogrenen|learner/u.test(name) !== isOfMentors)
    return isOfMentors ? "mentors" : "mentees";
  const fields = new Set(readTable(source, { mapping: {} }).mapping.columns.map(({ field }) => field));
  if (fields.has("role") || fields.has("isMentor") || fields.has("isMentee")) return "input";
  if (fields.has("teaches")) return fields.has("learns") ? "input" : "mentors";
  return fields.has("learns") ? "mentees" : "people";
}

/** Why a file could not be opened. */
export function openingProblems(file: string, error: unknown): readonly Problem[] {
  const isOfBytes = error instanceof FormatError || error instanceof EncodingError;
  if (!isOfBytes && !(error instanceof TersineError)) throw error;
  const issues = isOfBytes ? [{ code: error.code, message: error.message }] : error.issues;
  return issues.map((issue) => ({ code: issue.code, severity: "error", file, said: saidOf(issue) }));
}
