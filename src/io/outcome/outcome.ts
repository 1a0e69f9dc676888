import type { MatchInput } from "../../index.ts";
import { check, inputOf } from "./check.ts";
import type { Finding, Item, List } from "./finding.ts";
import { leaveOut, type LeftOut, remaining } from "./left-out.ts";
import type { ReadOptions, ReadOutcome, RejectedRow, Row, SourceIssue } from "../source.ts";
import { toldIssues } from "./told-issues.ts";

/** Checks after which rows no longer fall because others did: more than the fields that refer to people need. */
const MOST_CHECKS = 8;

/** What the files of a programme hold, before it is checked as a whole. */
export interface Gathered {
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  readonly mappings: ReadOutcome["mappings"];
  /** Rows that could not be read at all; their problems are among the findings. */
  readonly unread: readonly RejectedRow[];
  /** Words in those of them that are of people. */
  readonly lost: Set<string>;
  /** People of whom a row of a registration that could not be read may state the only line. */
  readonly lostLines: ReadonlySet<string>;
  /** Whether the files are meant to hold both sides. */
  readonly isWhole: boolean;
}

/**
 * Checks what was read. Rows with errors go, if they may: their people keep their place in the org chart where it is
 * sound, so that no reporting line is lost; what hangs on rows that are gone altogether goes too. Pauses before each check.
 */
export function* outcomeInSteps(
  { items, findings: read, mappings, unread, lost, lostLines, isWhole }: Gathered,
  options: ReadOptions,
): Generator<undefined, Omit<ReadOutcome, "find" | "addressOf">, void> {
  const { skipRejected = false } = options;
  const findings = [...read];
  const leftOut: LeftOut = new Map();
  const fatal = read.filter(({ isFatal }) => isFatal === true);
  if (skipRejected) append(findings, leaveOut(items, read, leftOut, { lost, lostLines }));
  const doubted = new Set(read.flatMap(({ row, issue }) => (DOUBTFUL.has(issue.code) ? [row] : [])));
  const lostKeys = new Set(read.flatMap(({ row, issue, field }) => (field === "id" && isLostKey(issue) ? [row] : [])));
  let { kept, chart } = remaining(items, leftOut);
  let isSound = fatal.length === 0 && (skipRejected || !read.some(({ issue }) => isError(issue)));
  let warnings: readonly SourceIssue[] = [];
  // what a file that could not be read makes of the others is no news
  const isPointless = fatal.some(({ issue }) => !issue.code.startsWith("HEADER_"));
  for (let checks = 1; !isPointless && checks <= MOST_CHECKS; checks += 1) {
    yield undefined;
    const checked = check([...kept, ...chart], options);
    warnings = checked.warnings;
    // that two rows are taken for one person is no news where it was told that they may not be
    const news = checked.findings.filter(
      ({ row, issue: { code } }) =>
        !(JOINING.has(code) && doubted.has(row)) && !(code === "FIELD_MISSING" && lostKeys.has(row)),
    );
    append(findings, news);
    if (checked.findings.length === 0) break;
    isSound &&= skipRejected && checks < MOST_CHECKS && checked.findings.every(({ row }) => row !== undefined);
    if (!isSound) break;
    append(findings, leaveOut(items, checked.findings, leftOut, { lost, lostLines }));
    ({ kept, chart } = remaining(items, leftOut));
  }
  const emptied = isSound ? emptiedSides(items, kept, isWhole && unread.length + leftOut.size > 0) : [];
  for (const list of emptied) findings.push({ issue: nobodyLeft(list) });
  isSound &&= emptied.length === 0;
  const size = (list: List): number => kept.reduce((count, item) => count + (item.list === list ? 1 : 0), 0);
  return {
    // checked just above
    ...(isSound ? { input: inputOf([...kept, ...chart], options) as unknown as MatchInput } : {}),
    ...toldIssues([...findings.map(({ issue }) => issue), ...warnings], options),
    rejected: [...unread, ...rejectedRows(findings)].sort((a, b) => compare(a.file, b.file) || a.line - b.line),
    mappings,
    counts: { people: size("people"), mentors: size("mentors"), mentees: size("mentees") },
  };
}

/** Sides on which nobody is left, of those that the files are meant to hold or on which somebody registered. */
function emptiedSides(items: readonly Item[], kept: readonly Item[], isWhole: boolean): readonly List[] {
  const has = (some: readonly Item[], list: List): boolean => some.some((item) => item.list === list);
  return (["mentors", "mentees"] as const).filter((list) => (isWhole || has(items, list)) && !has(kept, list));
}

function nobodyLeft(list: List): SourceIssue {
  const message = `expected somebody among the ${list} whose row is sound, got nobody: all rows are rejected.`;
  return { code: "NOBODY_LEFT", severity: "error", file: "", message };
}

/** Codes of rows of whom it cannot be told who they are, and of what the model says if they are taken for one person. */
const DOUBTFUL: ReadonlySet<string> = new Set(["KEYS_CONFLICT", "PERSON_AMBIGUOUS", "KEY_SHARED"]);
const JOINING: ReadonlySet<string> = new Set(["FIELD_CONFLICT", "ID_DUPLICATE"]);

/** Whether a key that a row should have is lost, so that its person has no id. */
function isLostKey({ code, severity }: SourceIssue): boolean {
  return code === "FORMULA_ERROR" && severity === "error";
}

function isError({ severity }: SourceIssue): boolean {
  return severity === "error";
}

function rejectedRows(findings: readonly Finding[]): readonly RejectedRow[] {
  const reasons = new Map<Row, Set<string>>();
  for (const { issue, row } of findings) {
    if (row === undefined || !isError(issue)) continue;
    const known = reasons.get(row);
    if (known === undefined) reasons.set(row, new Set([issue.message]));
    else known.add(issue.message);
  }
  return [...reasons].map(([{ file, line, raw }, own]) => ({ file, line, row: raw, reasons: [...own] }));
}

/** `findings.push(...more)`, for more findings than a call takes arguments. */
function append(findings: Finding[], more: readonly Finding[]): void {
  for (const finding of more) findings.push(finding);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
