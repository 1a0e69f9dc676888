import Papa from "papaparse";
import type { PublishedPlan } from "../index.ts";
import { parseJson } from "./json.ts";
import { isRecord } from "./person-fields.ts";
import type { SourceIssue, TextSource } from "./source.ts";

/**
 * Pairs of a published plan, for a rematch: from a result as JSON (`resultToJson`), or from a table with the columns
 * `mentorId` and `menteeId` (`pairsToCsv`), from whose cells the apostrophe before formulas is taken away again.
 */
export function readPublishedPairs(
  source: TextSource,
): { readonly plan: PublishedPlan } | { readonly issues: readonly SourceIssue[] } {
  const text = source.text.replace(/^\uFEFF/u, "");
  return text.trimStart().startsWith("{") ? pairsOfResult(source.name, text) : pairsOfTable(source.name, text);
}

function pairsOfResult(file: string, text: string): ReturnType<typeof readPublishedPairs> {
  const parsed = parseJson(file, text);
  if ("issues" in parsed) return parsed;
  const pairs = isRecord(parsed.value) ? parsed.value["pairs"] : undefined;
  const ids = Array.isArray(pairs) ? Array.from<unknown>(pairs).map(idsOf) : [];
  if (Array.isArray(pairs) && ids.every((pair) => pair !== undefined)) return { plan: { pairs: ids } };
  const message = "expected a result with pairs of mentorId and menteeId.";
  return { issues: [{ code: "RESULT_TYPE", severity: "error", file, message }] };
}

function idsOf(pair: unknown): PublishedPlan["pairs"][number] | undefined {
  if (!isRecord(pair)) return undefined;
  const { mentorId, menteeId } = pair;
  return typeof mentorId === "string" && typeof menteeId === "string" ? { mentorId, menteeId } : undefined;
}

function pairsOfTable(file: string, text: string): ReturnType<typeof readPublishedPairs> {
  const { data, meta } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: "greedy" });
  const missing = ["mentorId", "menteeId"].filter((name) => meta.fields?.includes(name) !== true);
  if (missing.length > 0) {
    const message = `expected the columns mentorId and menteeId, found no ${missing.join(" and no ")}.`;
    return { issues: [{ code: "COLUMN_MISSING", severity: "error", file, line: 1, message }] };
  }
  const pairs = data.map((row) => ({ mentorId: plain(row["mentorId"]), menteeId: plain(row["menteeId"]) }));
  return { plan: { pairs } };
}

/** A cell without what `pairsToCsv` puts before formulas. */
function plain(cell = ""): string {
  return cell.replace(/^'(?=[\s"'‘’“”]*[=+\-@＝＋－＠|%])/u, "").trim();
}
