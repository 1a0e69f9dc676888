import { checkInput, type MatchInput, type TersineIssue } from "../index.ts";
import { type Finding, findingAt, type Item, type List, LISTS } from "./items.ts";
import { leaveOut, type LeftOut, remaining } from "./left-out.ts";
import type { ReadOptions, ReadOutcome, RejectedRow, Row, SourceIssue } from "./source.ts";
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
}

/**
 * Checks what was read. Rows with errors go, if they may: their people keep their place in the org chart where it is
 * sound, so that no reporting line is lost; what hangs on rows that are gone altogether goes too. Pauses before each check.
 */
export function* outcomeInSteps(
  { items, findings: read, mappings, unread, lost }: Gathered,
  options: ReadOptions,
): Generator<undefined, ReadOutcome, void> {
  const { skipRejected = false } = options;
  const findings = [...read];
  const leftOut: LeftOut = new Map();
  const fatal = read.filter(({ isFatal }) => isFatal === true);
  if (skipRejected) append(findings, leaveOut(items, read, leftOut, lost));
  let { kept, chart } = remaining(items, leftOut);
  let isSound = fatal.length === 0 && (skipRejected || !read.some(({ issue }) => isError(issue)));
  let warnings: readonly SourceIssue[] = [];
  // what a file that could not be read makes of the others is no news
  const isPointless = fatal.some(({ issue }) => !issue.code.startsWith("HEADER_"));
  for (let checks = 1; !isPointless && checks <= MOST_CHECKS; checks += 1) {
    yield undefined;
    const checked = check([...kept, ...chart], options);
    warnings = checked.warnings;
    append(findings, checked.findings);
    if (checked.findings.length === 0) break;
    isSound &&= skipRejected && checks < MOST_CHECKS && checked.findings.every(({ row }) => row !== undefined);
    if (!isSound) break;
    append(findings, leaveOut(items, checked.findings, leftOut, lost));
    ({ kept, chart } = remaining(items, leftOut));
  }
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

function check(
  items: readonly Item[],
  options: ReadOptions,
): { readonly findings: readonly Finding[]; readonly warnings: readonly SourceIssue[] } {
  const { issues, warnings } = checkInput(inputOf(items, options));
  const byList = new Map(LISTS.map((list) => [list as string, items.filter((item) => item.list === list)]));
  return {
    findings: issues.map((issue) => located(issue, (list, position) => byList.get(list)?.[Number(position)]?.row)),
    warnings: warnings.map(({ code, en: message }) => ({ code, severity: "warning", file: "", message })),
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

/** An issue of the model at the cell that it is about. Other places that its message names become lines of files. */
function located(
  { code, path, message, hint }: TersineIssue,
  rowAt: (list: string, position: string) => Row | undefined,
): Finding {
  const [, list = "", position = "", field] = path.split("/");
  const row = rowAt(list, position);
  const told = message.replace(POINTER, (whole, inList: string, at: string, name?: string) => {
    const other = rowAt(inList, at);
    return other === undefined ? whole : `${other.file}:${other.line}${name === undefined ? "" : ` (${name})`}`;
  });
  const advice = code === "ID_UNKNOWN" ? KNOWN_BY : hint?.replace("/levels", '"levels" in the configuration');
  const issue = { code, severity: "error", ...(advice === undefined ? {} : { hint: advice }) } as const;
  if (row !== undefined) {
    return findingAt(row, field, { ...issue, message: field === undefined ? told : `${field}: ${told}` });
  }
  return { issue: { ...issue, file: "", message: path === "" ? told : `${path}: ${told}` } };
}

const KNOWN_BY = "People are known by id, employee number, e-mail address, or a full name that only one of them has.";

const POINTER = /\/(people|mentors|mentees)\/([0-9]+)(?:\/([A-Za-z]+))?/gu;

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
