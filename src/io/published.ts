import type { PastPair } from "../index.ts";
import { type RawRow, rawRows } from "./csv-rows.ts";
import { normalHeader } from "./columns/header-text.ts";
import { parseJson } from "./json/parse.ts";
import { isRecord } from "./json/person-fields.ts";
import type { SourceIssue, TextSource } from "./source.ts";

/** Pairs of a plan that was published. */
export type PublishedPairs =
  { readonly plan: { readonly pairs: readonly PastPair[] } } | { readonly issues: readonly SourceIssue[] };

/**
 * Pairs of a published plan, for a rematch or as a history: from what `resultToJson`, `resultToNdjson` or `pairsToCsv`
 * wrote, or from any list or table with `mentorId`, `menteeId` and perhaps `date`. From cells the apostrophe before
 * formulas is taken away again. What is torn or incomplete is told, and then there is no plan.
 */
export function readPublishedPairs(source: TextSource): PublishedPairs {
  const text = source.text.replace(/^\uFEFF/u, "");
  const start = text.trimStart();
  if (!start.startsWith("{") && !start.startsWith("[")) return pairsOfTable(source.name, text);
  return isLines(start) ? pairsOfLines(source.name, text) : pairsOfDocument(source.name, text);
}

/** Whether the first line is a whole object, and another line follows. */
function isLines(text: string): boolean {
  const end = text.indexOf("\n");
  return end >= 0 && text.slice(0, end).trimEnd().endsWith("}") && text.slice(end).trim() !== "";
}

function pairsOfDocument(file: string, text: string): PublishedPairs {
  const parsed = parseJson(file, text);
  if ("issues" in parsed) return parsed;
  const list = isRecord(parsed.value) ? parsed.value["pairs"] : parsed.value;
  if (Array.isArray(list)) return planOf(Array.from<unknown>(list).map((item) => pairOf(item, { file })));
  const message = "expected a result with pairs of mentorId and menteeId.";
  return { issues: [{ code: "RESULT_TYPE", severity: "error", file, message }] };
}

function pairsOfLines(file: string, text: string): PublishedPairs {
  const read = text.split("\n").flatMap((each, at): readonly (PastPair | readonly SourceIssue[])[] => {
    if (each.trim() === "") return [];
    const parsed = parseJson(file, each, at + 1);
    if ("issues" in parsed) return [parsed.issues];
    const { type = "pair" } = isRecord(parsed.value) ? parsed.value : {};
    return type === "pair" ? [pairOf(parsed.value, { file, line: at + 1 })] : [];
  });
  return planOf(read);
}

function pairsOfTable(file: string, text: string): PublishedPairs {
  const table = rawRows(file, text, undefined);
  if ("fault" in table) return { issues: [table.fault] };
  const [head, ...rows] = table.rows;
  const headers = (head?.cells ?? []).map(normalHeader);
  const [mentor, mentee, date] = ["mentorId", "menteeId", "date"].map((name) => headers.indexOf(normalHeader(name)));
  const missing = [mentor === -1 ? "mentorId" : [], mentee === -1 ? "menteeId" : []].flat();
  if (missing.length > 0) {
    const message = `expected the columns mentorId and menteeId, found no ${missing.join(" and no ")}.`;
    return { issues: [{ code: "COLUMN_MISSING", severity: "error", file, line: head?.line ?? 1, message }] };
  }
  const read = rows.map((row): PastPair | readonly SourceIssue[] => {
    const torn = row.fault ?? lengthFault(row, headers.length);
    if (torn !== undefined) return [{ severity: "error", file, line: row.line, ...torn }];
    const cell = (column = -1): string | undefined => (column < 0 ? undefined : plain(row.cells[column]));
    return pairOf({ mentorId: cell(mentor), menteeId: cell(mentee), date: cell(date) }, { file, line: row.line });
  });
  const { open } = table;
  return planOf(open === undefined ? read : [...read, [{ severity: "error", file, ...open }]]);
}

function lengthFault({ cells }: RawRow, width: number): Pick<SourceIssue, "code" | "message"> | undefined {
  if (cells.length === width) return undefined;
  const code = cells.length < width ? "CSV_ROW_SHORT" : "CSV_ROW_LONG";
  return { code, message: `expected ${width} cells, got ${cells.length}.` };
}

/** A pair with text for both ids, or why it is none. */
function pairOf(
  item: unknown,
  place: { readonly file: string; readonly line?: number },
): PastPair | readonly SourceIssue[] {
  const { mentorId, menteeId, date } = isRecord(item) ? item : {};
  const hasBoth = [mentorId, menteeId].every((id) => typeof id === "string" && id.trim() !== "");
  if (!hasBoth) {
    const message = "expected the ids of a mentor and of a mentee, got a pair that lacks one.";
    return [{ code: "RESULT_TYPE", severity: "error", ...place, message }];
  }
  const pair = { mentorId: String(mentorId), menteeId: String(menteeId) };
  return typeof date === "string" && date.trim() !== "" ? { ...pair, date: date.trim() } : pair;
}

function planOf(read: readonly (PastPair | readonly SourceIssue[])[]): PublishedPairs {
  const issues = read.flatMap((each) => ("mentorId" in each ? [] : each));
  return issues.length > 0
    ? { issues }
    : { plan: { pairs: read.flatMap((each) => ("mentorId" in each ? [each] : [])) } };
}

/** A cell without what `pairsToCsv` puts before formulas. */
function plain(cell = ""): string {
  return cell.replace(/^'(?=[\s"'‘’“”]*[=+\-@＝＋－＠|%])/u, "").trim();
}
