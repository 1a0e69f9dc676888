import { foldedHeader } from "./header-text.ts";
import type { Row, SourceIssue } from "./source.ts";

/** What a row may be known by, best first. */
const KEYS = ["id", "employeeNumber", "email"] as const;

/**
 * The last row of each person in a file, by the first key that a row has: forms write answers in the order in which they
 * come. What is passed over is told.
 */
export function lastAnswers(rows: readonly Row[]): {
  readonly kept: readonly Row[];
  readonly issues: readonly SourceIssue[];
} {
  const last = new Map<string, Row>();
  for (const row of rows) last.set(keyOf(row) ?? `line ${row.line}`, row);
  const kept = rows.filter((row) => last.get(keyOf(row) ?? `line ${row.line}`) === row);
  const replaced = rows.length - kept.length;
  const first = rows.find((row, at) => kept[at] !== row);
  if (first === undefined) return { kept, issues: [] };
  const message = `${replaced === 1 ? "1 earlier answer is" : `${replaced} earlier answers are`} passed over; the last of each person counts.`;
  const place = { file: first.file, line: first.line };
  return { kept, issues: [{ code: "ANSWER_REPLACED", severity: "warning", ...place, message }] };
}

function keyOf(row: Row): string | undefined {
  for (const key of KEYS) {
    const value = row.values.get(key)?.value;
    if (typeof value === "string" || typeof value === "number") return `${key} ${foldedHeader(String(value)).trim()}`;
  }
  return undefined;
}
