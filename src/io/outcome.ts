import { checkInput, type MatchInput } from "../index.ts";
import type { ReadOptions, ReadOutcome, RejectedRow, Row, SourceIssue } from "./source.ts";

export type List = "people" | "mentors" | "mentees";
export const LISTS: readonly List[] = ["people", "mentors", "mentees"];
const DEFAULT_ISSUES = 100;

/** An object of the input with the row that it comes from. */
export interface Item {
  readonly list: List;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly row: Row;
}

/** Checks what was read, as often as rows have to go. */
export function outcomeOf(
  all: readonly Item[],
  read: readonly SourceIssue[],
  mappings: ReadOutcome["mappings"],
  unread: readonly RejectedRow[],
  options: ReadOptions,
): ReadOutcome {
  const issues = [...read];
  const isFatal = read.some(({ severity, line }) => severity === "error" && line === undefined);
  let items = all;
  let input = inputOf(items, options);
  let isSound: boolean;
  for (;;) {
    const check = checkInput(input);
    issues.push(...check.issues.map((issue) => located(issue, items)));
    for (const { code, en: message } of check.warnings) {
      issues.push({ code, severity: "warning", file: items[0]?.row.file ?? "", message });
    }
    const bad = badRows(issues);
    isSound = check.issues.length === 0 && !isFatal;
    const rest = items.filter(({ row }) => !bad.has(keyOf(row)));
    if (options.skipRejected !== true) isSound &&= bad.size === 0;
    if (options.skipRejected !== true || rest.length === items.length) break;
    items = rest;
    input = inputOf(items, options);
  }
  const rejected = [...unread, ...rejectedRows(all, issues)];
  const headerFault = issues.some(
    ({ severity, line, code }) =>
      severity === "error" && line === 1 && /^(?:HEADER|COLUMN|LIMIT|CSV_DELIM)/u.test(code),
  );
  return {
    ...(isSound && !headerFault && (unread.length === 0 || options.skipRejected === true)
      ? { input: input as unknown as MatchInput }
      : {}),
    ...counted(issues, options),
    rejected: rejected.sort((a, b) => compare(a.file, b.file) || a.line - b.line),
    mappings,
    counts: { people: input.people.length, mentors: input.mentors.length, mentees: input.mentees.length },
  };
}

function inputOf(items: readonly Item[], { period, levels }: ReadOptions) {
  const of = (list: List) => items.filter((item) => item.list === list).map(({ fields }) => fields);
  return {
    people: of("people"),
    mentors: of("mentors"),
    mentees: of("mentees"),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
}

/** An issue of the model at the cell that it is about. */
function located(
  { code, path, message, hint }: { code: string; path: string; message: string; hint?: string },
  items: readonly Item[],
): SourceIssue {
  const [, list, position, key] = path.split("/");
  const item = items.filter((each) => each.list === list)[Number(position)];
  const told = { code, severity: "error", message, ...(hint === undefined ? {} : { hint }) } as const;
  if (item === undefined) return { ...told, file: "", message: path === "" ? message : `${path}: ${message}` };
  const { row } = item;
  const column = [...row.values].find(([field]) => field === key)?.[1].column;
  const named = key === undefined ? message : `${key}: ${message}`;
  return { ...told, file: row.file, line: row.line, ...(column === undefined ? {} : { column }), message: named };
}

function keyOf({ file, line }: { readonly file: string; readonly line?: number }): string {
  return JSON.stringify([file, line ?? null]);
}

function badRows(issues: readonly SourceIssue[]): ReadonlySet<string> {
  return new Set(issues.filter(({ severity, line }) => severity === "error" && line !== undefined).map(keyOf));
}

function rejectedRows(items: readonly Item[], issues: readonly SourceIssue[]): readonly RejectedRow[] {
  const reasons = new Map<string, string[]>();
  for (const issue of issues) {
    if (issue.severity !== "error" || issue.line === undefined) continue;
    const known = reasons.get(keyOf(issue)) ?? [];
    reasons.set(keyOf(issue), [...known, issue.message]);
  }
  const rows = new Map(items.map(({ row }) => [keyOf(row), row]));
  return [...rows].flatMap(([key, { file, line, raw }]): readonly RejectedRow[] => {
    const own = reasons.get(key);
    return own === undefined ? [] : [{ file, line, row: raw, reasons: [...new Set(own)] }];
  });
}

/** Issues in order, each once, at most as many as are wanted, and how many there are. */
export function counted(
  issues: readonly SourceIssue[],
  { maximumIssues = DEFAULT_ISSUES }: ReadOptions,
): Pick<ReadOutcome, "issues" | "errorCount" | "warningCount"> {
  const seen = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  const inOrder = (a: SourceIssue, b: SourceIssue): number =>
    compare(a.file, b.file) || (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0) || 0;
  const all = [...seen.values()].sort(inOrder);
  const errors = all.filter(({ severity }) => severity === "error");
  const warnings = all.filter(({ severity }) => severity === "warning");
  // warnings never keep an error from being told
  const told = [...errors, ...warnings].slice(0, maximumIssues).sort(inOrder);
  return { issues: told, errorCount: errors.length, warningCount: warnings.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
