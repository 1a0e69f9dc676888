import { type Finding, findingAt } from "../outcome/finding.ts";
import { keysOf } from "../identity/keys.ts";
import { keyForm } from "../identity/register.ts";
import type { ReadOptions, Row } from "../source.ts";
import { readStamp } from "../values/dates.ts";

/** Rows of which each person has one. */
export interface LastAnswers {
  readonly kept: readonly Row[];
  readonly findings: readonly Finding[];
}

/**
 * The last row of each person in a file, by the address, else the number, else the id, since forms number their answers.
 * The time stamps of the rows decide, which of two equal ones the later line has; without any the order in the file does,
 * in which forms write answers as they come. What is passed over is told; a stamp that is not sure is an error.
 */
export function lastAnswers(rows: readonly Row[], { dateOrder }: Pick<ReadOptions, "dateOrder">): LastAnswers {
  const findings: Finding[] = [];
  const hasStamps = rows.some(({ values }) => values.has("answeredAt"));
  const stampOf = (row: Row): number => {
    const stamp = readStamp(row.values.get("answeredAt")?.value ?? "", dateOrder);
    if (typeof stamp === "number") return stamp;
    findings.push(findingAt(row, "answeredAt", { severity: "error", ...stamp }));
    return -Infinity;
  };
  const passed = new Set<Row>();
  for (const answers of answersOf(rows)) {
    const stamps = answers.map((row) => (hasStamps ? stampOf(row) : 0));
    let last = 0;
    stamps.forEach((stamp, at) => {
      if (stamp >= (stamps[last] ?? 0)) last = at;
    });
    answers.forEach((row, at) => {
      if (at !== last) passed.add(row);
    });
  }
  const [first] = passed;
  if (first === undefined) return { kept: rows, findings };
  const count = passed.size === 1 ? "1 earlier answer is" : `${passed.size} earlier answers are`;
  const how = hasStamps ? "by its time stamp" : "by the order in the file";
  const message = `${count} passed over; the last of each person counts, ${how}.`;
  findings.push({
    issue: { code: "ANSWER_REPLACED", severity: "warning", file: first.file, line: first.line, message },
  });
  return { kept: rows.filter((row) => !passed.has(row)), findings };
}

/** The rows of each person who has several. */
function answersOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keysOf(row).at(-1);
    if (key === undefined) continue;
    const name = `${key.field} ${keyForm(key.field, key.text)}`;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [row]);
    else known.push(row);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
