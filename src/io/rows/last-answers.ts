import { keysOf } from "../identity/keys.ts";
import { keyForm } from "../identity/register.ts";
import type { Row, SourceIssue } from "../source.ts";

/**
 * The last row of each person in a file, by the address, else the number, else the id, since forms number their answers. Forms
 * write answers in the order in which they come. What is passed over is told.
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
  const key = keysOf(row).at(-1);
  return key === undefined ? undefined : `${key.field} ${keyForm(key.field, key.text)}`;
}
