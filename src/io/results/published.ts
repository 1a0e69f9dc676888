import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import type { PastPair, PlanFigures } from "../../index.ts";
import { type RawRow, rawRows, sheetRows } from "../csv/raw-rows.ts";
import { normalHeader } from "../columns/header-text.ts";
import { restored } from "./formulas.ts";
import { parseJson } from "../json/parse.ts";
import { isRecord } from "../../base/given.ts";
import type { FileSource, SourceIssue } from "../source.ts";
import { isSheet } from "../text-source.ts";

/** Pairs of a plan that was published. */
export type PublishedPairs =
  { readonly plan: { readonly pairs: readonly PastPair[] } } | { readonly issues: readonly SourceIssue[] };

/** A pair as it stands in a file, with its score in micro-points where there is one, or why it has none. */
type ReadPair = PastPair & { readonly score: number | SourceIssue };

type ReadPairs = { readonly pairs: readonly ReadPair[] } | { readonly issues: readonly SourceIssue[] };

/**
 * Pairs of a published plan, for a rematch or as a history: from what `resultToJson`, `resultToNdjson`, `pairsToCsv` or
 * `resultToExcel` wrote, or from any list or table with `mentorId`, `menteeId` and perhaps `date`. From cells the
 * apostrophes before formulas are taken away again. What is torn or incomplete is told, and then there is no plan.
 */
export function readPublishedPairs(source: FileSource): PublishedPairs {
  return asPublic("readPublishedPairs", () => {
    const read = pairsIn(source);
    if ("issues" in read) return read;
    return { plan: { pairs: read.pairs.map(withoutScore) } };
  });
}

function withoutScore(pair: ReadPair): PastPair {
  const { mentorId, menteeId, date } = pair;
  return date === undefined ? { mentorId, menteeId } : { mentorId, menteeId, date };
}

/** A published plan with its scores and totals, for `compareResults`; the same files as for `readPublishedPairs`. */
export function readPublishedPlan(
  source: FileSource,
): { readonly plan: PlanFigures } | { readonly issues: readonly SourceIssue[] } {
  return asPublic("readPublishedPlan", () => {
    const read = pairsIn(source);
    if ("issues" in read) return read;
    const pairs = read.pairs.flatMap(({ mentorId, menteeId, score }) =>
      typeof score === "number" ? [{ mentorId, menteeId, score }] : [],
    );
    const issues = read.pairs.flatMap(({ score }) => (typeof score === "number" ? [] : [score]));
    if (issues.length > 0) return { issues };
    const placed = (side: "mentorId" | "menteeId"): number => new Set(pairs.map((pair) => pair[side])).size;
    const score = pairs.reduce((sum, pair) => sum + pair.score, 0);
    const totals = { pairs: pairs.length, placedMentors: placed("mentorId"), placedMentees: placed("menteeId"), score };
    return { plan: { pairs, totals } };
  });
}

function pairsIn(source: FileSource): ReadPairs {
  if (isSheet(source)) return pairsOfTable(source);
  const text = source.text.replace(/^\uFEFF/u, "");
  const start = text.trimStart();
  if (!start.startsWith("{") && !start.startsWith("[")) return pairsOfTable({ ...source, text });
  return isLines(start) ? pairsOfLines(source.name, text) : pairsOfDocument(source.name, text);
}

/** Whether the first line is a whole object, and another line follows. */
function isLines(text: string): boolean {
  const end = text.indexOf("\n");
  return end >= 0 && text.slice(0, end).trimEnd().endsWith("}") && text.slice(end).trim() !== "";
}

function pairsOfDocument(file: string, text: string): ReadPairs {
  const parsed = parseJson(file, text);
  if ("issues" in parsed) return parsed;
  const [list, key] = isRecord(parsed.value) ? [parsed.value["pairs"], "pairs"] : [parsed.value, ""];
  const lines = parsed.linesOf(key);
  const placeOf = (at: number) => ({ file, ...(lines[at] === undefined ? {} : { line: lines[at] }) });
  if (Array.isArray(list)) return planOf(Array.from<unknown>(list).map((item, at) => pairOf(item, placeOf(at))));
  const message = "expected a result with pairs of mentorId and menteeId.";
  return { issues: [{ code: "RESULT_TYPE", severity: "error", file, message }] };
}

function pairsOfLines(file: string, text: string): ReadPairs {
  const read = text.split("\n").flatMap((each, at): readonly (ReadPair | readonly SourceIssue[])[] => {
    if (each.trim() === "") return [];
    const parsed = parseJson(file, each, at + 1);
    if ("issues" in parsed) return [parsed.issues];
    const { type = "pair" } = isRecord(parsed.value) ? parsed.value : {};
    return type === "pair" ? [pairOf(parsed.value, { file, line: at + 1 })] : [];
  });
  return planOf(read);
}

function pairsOfTable(source: FileSource): ReadPairs {
  const file = source.name;
  const table = isSheet(source) ? sheetRows(source) : rawRows(source);
  if ("fault" in table) return { issues: [table.fault] };
  const [head, ...rows] = table.rows;
  const headers = (head?.cells ?? []).map(normalHeader);
  const [mentor, mentee, date, score] = ["mentorId", "menteeId", "date", "score"].map((name) =>
    headers.indexOf(normalHeader(name)),
  );
  const missing = [mentor === -1 ? "mentorId" : [], mentee === -1 ? "menteeId" : []].flat();
  if (missing.length > 0) {
    const message = `expected the columns mentorId and menteeId, found no ${missing.join(" and no ")}.`;
    return { issues: [{ code: "COLUMN_MISSING", severity: "error", file, line: head?.line ?? 1, message }] };
  }
  const read = rows.map((row): ReadPair | readonly SourceIssue[] => {
    const torn = row.fault ?? lengthFault(row, headers.length);
    if (torn !== undefined) return [{ severity: "error", file, line: row.line, ...torn }];
    const cell = (column = -1): string | undefined =>
      column < 0 ? undefined : plain(row.cells[column], table.delimiter);
    const pair = { mentorId: cell(mentor), menteeId: cell(mentee), date: cell(date), score: microPoints(cell(score)) };
    return pairOf(pair, { file, line: row.line }, "from 0 to 1");
  });
  const { open } = table;
  return planOf(open === undefined ? read : [...read, [{ severity: "error", file, ...open }]]);
}

function lengthFault({ cells }: RawRow, width: number): Pick<SourceIssue, "code" | "message"> | undefined {
  if (cells.length === width) return undefined;
  const code = cells.length < width ? "CSV_ROW_SHORT" : "CSV_ROW_LONG";
  return { code, message: `expected ${counted(width, "cell")}, got ${cells.length}.` };
}

/** A pair with text for both ids, or why it is none. */
function pairOf(
  item: unknown,
  place: { readonly file: string; readonly line?: number },
  scores = `in micro-points, a whole number from 0 to ${FULL_SCORE}`,
): ReadPair | readonly SourceIssue[] {
  const { mentorId, menteeId, date, score } = isRecord(item) ? item : {};
  const hasBoth = [mentorId, menteeId].every((id) => typeof id === "string" && id.trim() !== "");
  if (!hasBoth) {
    const message = "expected the ids of a mentor and of a mentee, got a pair that lacks one.";
    return [{ code: "RESULT_TYPE", severity: "error", ...place, message }];
  }
  const isScore = Number.isSafeInteger(score) && Number(score) >= 0 && Number(score) <= FULL_SCORE;
  const message = `expected a score ${scores}, got ${score === undefined ? "none" : "something else"}.`;
  const fault: SourceIssue = { code: "RESULT_TYPE", severity: "error", ...place, message };
  const pair = { mentorId: String(mentorId), menteeId: String(menteeId), score: isScore ? Number(score) : fault };
  return typeof date === "string" && date.trim() !== "" ? { ...pair, date: date.trim() } : pair;
}

function planOf(read: readonly (ReadPair | readonly SourceIssue[])[]): ReadPairs {
  const issues = read.flatMap((each) => ("mentorId" in each ? [] : each));
  return issues.length > 0 ? { issues } : { pairs: read.flatMap((each) => ("mentorId" in each ? [each] : [])) };
}

/** A score of a table, 0 to 1 behind a point or a comma, in micro-points. */
function microPoints(text: string | undefined): unknown {
  if (text === undefined || text === "") return undefined;
  return /^[0-9]+(?:[.,][0-9]+)?$/u.test(text) ? Math.round(Number(text.replace(",", ".")) * FULL_SCORE) : text;
}

/** Micro-points of the score 1. */
const FULL_SCORE = 1_000_000;

/** A cell without what `pairsToCsv` puts before formulas; sheets hold nothing of the kind. */
function plain(cell = "", delimiter: string | undefined): string {
  return (delimiter === undefined ? cell : restored(cell, delimiter)).trim();
}
