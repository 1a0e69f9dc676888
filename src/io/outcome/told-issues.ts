import type { ReadOptions, ReadOutcome, SourceIssue } from "../source.ts";

const DEFAULT_ISSUES = 100;

/**
 * The issues to tell, each once, in the order of the files; warnings never keep an error from being told.
 *
 * Where there are more than may be told, each kind (a code in a column of a file) is told at its first place, with how
 * many there are of it; what room is left goes to further examples.
 */
export function toldIssues(
  issues: readonly SourceIssue[],
  { maximumIssues = DEFAULT_ISSUES }: Pick<ReadOptions, "maximumIssues">,
): Pick<ReadOutcome, "issues" | "errorCount" | "warningCount"> {
  const all = [...new Map(issues.map((issue) => [keyOf(issue), issue])).values()].sort(inFileOrder);
  const errors = all.filter(({ severity }) => severity === "error");
  const warnings = all.filter(({ severity }) => severity !== "error");
  const ranked = [...errors, ...warnings];
  const told = ranked.length <= maximumIssues ? ranked : firstOfEachKind(ranked).slice(0, maximumIssues);
  return { issues: told.sort(inFileOrder), errorCount: errors.length, warningCount: warnings.length };
}

/** The first issue of each kind with the count of its kind, then all others, both in the order given. */
function firstOfEachKind(issues: readonly SourceIssue[]): SourceIssue[] {
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(kindOf(issue), (counts.get(kindOf(issue)) ?? 0) + 1);
  const firsts: SourceIssue[] = [];
  const others: SourceIssue[] = [];
  const seen = new Set<string>();
  for (const issue of issues) {
    const kind = kindOf(issue);
    const count = counts.get(kind) ?? 1;
    if (seen.has(kind)) others.push(issue);
    else if (count === 1) firsts.push(issue);
    else firsts.push(withCount(issue, count));
    seen.add(kind);
  }
  return [...firsts, ...others];
}

function withCount(issue: SourceIssue, count: number): SourceIssue {
  const message = `${issue.message} There are ${count} of these; this is the first.`;
  const { tr } = issue;
  return tr === undefined
    ? { ...issue, message }
    : { ...issue, message, tr: `${tr} Bunlardan ${count} tane var; bu ilki.` };
}

function kindOf({ code, severity, file, column = 0 }: SourceIssue): string {
  return `${code} ${severity} ${column} ${file}`;
}

function keyOf(issue: SourceIssue): string {
  return `${issue.line ?? 0} ${kindOf(issue)}\n${issue.message}\n${issue.hint ?? ""}`;
}

/** By file, line and column; what is about no file comes last. */
function inFileOrder(a: SourceIssue, b: SourceIssue): number {
  return (
    Number(a.file === "") - Number(b.file === "") ||
    compare(a.file, b.file) ||
    compare(a.line ?? Infinity, b.line ?? Infinity) ||
    compare(a.column ?? 0, b.column ?? 0)
  );
}

function compare<Key extends string | number>(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
