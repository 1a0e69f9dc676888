import { readCsv } from "./csv/read-csv.ts";
import { readJsonRows } from "./json/rows.ts";
import type { FileSource, ReadOptions, SourceFormat, SourceIssue, Table, TableOptions, TextSource } from "./source.ts";
import { isSheet } from "./text-source.ts";

/** The format of a text: by the options, the ending of its name, or how it begins. */
export function formatOf({ name, text }: TextSource, { format }: ReadOptions): SourceFormat {
  if (format !== undefined) return format;
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (ending === "json") return "json";
  if (ending === "ndjson" || ending === "jsonl") return "ndjson";
  if (ending === "csv" || ending === "tsv" || ending === "txt") return "csv";
  const start = text.trimStart();
  if (start.startsWith("[")) return "json";
  if (!start.startsWith("{")) return "csv";
  const end = start.indexOf("\n");
  const isLines =
    end >= 0 && start.slice(0, end).trimEnd().endsWith("}") && start.slice(end).trimStart().startsWith("{");
  return isLines ? "ndjson" : "json";
}

/** The rows of a file of any format. */
export function readTable(source: FileSource, options: TableOptions): Table {
  if (isSheet(source)) {
    const table = readCsv(source, options);
    return { ...table, issues: [...source.issues, ...table.issues] };
  }
  const unmarked = { ...source, text: source.text.replace(/^\uFEFF/u, "") };
  const format = formatOf(unmarked, options);
  const table = format === "csv" ? readCsv(unmarked, options) : readJsonRows(unmarked, format === "ndjson", options);
  return { ...table, issues: [...table.issues, ...lostLetters(unmarked)] };
}

/** Most lines that a message names. */
const LISTED = 10;

/** Characters that stand for letters which an earlier program could not read. */
function lostLetters({ name: file, text }: TextSource): readonly SourceIssue[] {
  if (!text.includes("\uFFFD")) return [];
  const lines = text.split(/\r\n?|\n/u).flatMap((line, at) => (line.includes("\uFFFD") ? [at + 1] : []));
  const more = lines.length > LISTED ? ` and ${lines.length - LISTED} more` : "";
  const message = `letters were lost before this file was saved: the replacement character stands in lines ${lines.slice(0, LISTED).join(", ")}${more}.`;
  const hint = "Export it again as UTF-8.";
  return [{ code: "REPLACEMENT_CHAR", severity: "warning", file, line: lines[0] ?? 1, message, hint }];
}
