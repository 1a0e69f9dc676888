import { columnIssues, mappingIssues, optionIssues } from "./columns/issues.ts";
import { optionsFor } from "./columns/mapping.ts";
import { type Finding, type List, LISTS } from "./outcome/finding.ts";
import { wordsOf } from "./outcome/left-out.ts";
import { blankIssue } from "./rows/blanks.ts";
import { lastAnswers } from "./rows/last-answers.ts";
import { type RegistrationColumns, registrationColumns } from "./rows/sides.ts";
import type { ColumnMapping, InputSources, ReadOptions, RejectedRow, Row, SourceIssue, Table } from "./source.ts";
import { readTable } from "./table.ts";

/** How far reading has come: tables read, of all and the check of the whole. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

/** A file of a programme: everybody, or one of the lists. */
export type FileName = List | "input";

/** What all files hold, before it is known who is who. */
export interface FilesRead {
  readonly names: readonly FileName[];
  readonly rows: Readonly<Record<FileName, readonly Row[]>>;
  /** In the order of `names`. */
  readonly mappings: readonly ColumnMapping[];
  /** What the columns of a file of everybody say of who registers. */
  readonly columns: RegistrationColumns;
  readonly findings: readonly Finding[];
  /** Rows that could not be read at all. */
  readonly unread: readonly RejectedRow[];
  /** Words in those of people: who is named there is not unknown. */
  readonly lost: Set<string>;
  /** Keys in those of registrations that state managers: the line of whom they name may stand nowhere else. */
  readonly lostLines: readonly string[];
}

/** Reads each file that there is, and what is wrong with its columns. */
export function* readFiles(sources: InputSources, options: ReadOptions): Generator<ReadProgress, FilesRead, void> {
  const names = (["input", ...LISTS] as const).filter((name) => sources[name] !== undefined);
  const rows: Record<FileName, readonly Row[]> = { input: [], people: [], mentors: [], mentees: [] };
  const findings: Finding[] = [];
  const tables: Table[] = [];
  for (const [done, name] of names.entries()) {
    yield { done, total: names.length + 1 };
    const source = sources[name];
    if (source === undefined) continue;
    const table = readTable(source, optionsFor(options, name));
    tables.push(table);
    const lines = new Set(table.unread.map(({ line }) => line));
    for (const issue of table.issues) findings.push(ofFile(issue, issue.line !== undefined && lines.has(issue.line)));
    const answers = options.keep === "last" ? lastAnswers(table.rows, options) : { kept: table.rows, findings: [] };
    for (const finding of answers.findings) findings.push(finding);
    rows[name] = answers.kept;
  }
  const mappings = tables.map(({ mapping }) => mapping);
  for (const issue of issuesOfColumns(names, tables, options)) findings.push(ofFile(issue, false));
  const tableOf = (name: FileName): Table | undefined => tables[names.indexOf(name)];
  const input = tableOf("input")?.mapping;
  return {
    names,
    rows,
    mappings,
    columns: input === undefined ? { hasRole: false, asked: new Set() } : registrationColumns(input, options),
    findings,
    unread: tables.flatMap(({ unread }) => unread),
    lost: new Set((tableOf("people")?.unread ?? []).flatMap(({ row }) => wordsOf(row))),
    lostLines: names.flatMap((name) => (name === "people" ? [] : keysLost(tableOf(name)))),
  };
}

function issuesOfColumns(
  names: readonly FileName[],
  tables: readonly Table[],
  options: ReadOptions,
): readonly SourceIssue[] {
  const mappings = tables.map(({ mapping }) => mapping);
  const blanks = tables.reduce((sum, table) => sum + table.blanks, 0);
  return [
    ...mappings.flatMap((mapping, at) => columnIssues(mapping, names[at] ?? "input")),
    ...mappingIssues(mappings, names, options),
    ...optionIssues(options),
    ...(blanks > 0 ? [blankIssue(blanks)] : []),
  ];
}

/** A problem of a file; only rows can be left out. */
function ofFile(issue: SourceIssue, isOfRow: boolean): Finding {
  return issue.severity === "error" && !isOfRow ? { issue, isFatal: true } : { issue };
}

const KEYS: readonly string[] = ["id", "employeeNumber", "email"];
const LINES: readonly string[] = ["managerId", "dottedLineManagerIds"];

/** Keys of the rows that could not be read, in a file that states managers; a cell of several lines may be several rows. */
function keysLost(table: Table | undefined): readonly string[] {
  const columns = table?.mapping.columns ?? [];
  if (table === undefined || !columns.some(({ field }) => LINES.includes(field ?? ""))) return [];
  return table.unread.flatMap(({ row }) => {
    const isObject = row.length === 1 && columns.length > 1 && row[0]?.startsWith("{") === true;
    if (isObject || row.some((cell) => /[\r\n]/u.test(cell))) return wordsOf(row);
    const keys = row.filter((_, column) => KEYS.includes(columns[column]?.field ?? ""));
    return keys.map((key) => key.trim()).filter((key) => key !== "");
  });
}
