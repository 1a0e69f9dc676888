import { checkInput, type MatchInput } from "../index.ts";
import { readCell } from "./cells.ts";
import { readCsv } from "./csv.ts";
import { isRecord, parseJson, readJsonRows } from "./json.ts";
import { type Directory, directoryOf, idOf } from "./directory.ts";
import type {
  Field,
  InputSources,
  ReadOptions,
  ReadOutcome,
  RejectedRow,
  Row,
  SourceFormat,
  SourceIssue,
  Table,
  TextSource,
} from "./source.ts";

type List = "people" | "mentors" | "mentees";
const LISTS: readonly List[] = ["people", "mentors", "mentees"];
const DEFAULT_ISSUES = 100;

/** Fields that find people, and become ids. */
const REFERENCES = new Set<Field>(["managerId", "dottedLineManagerIds", "avoid", "choices"]);
const SIDE_FIELDS = ["teaches", "learns"] as const;
const REGISTRATION = new Set<Field>([
  ...(["teaches", "learns", "goals", "availability", "capacity", "minimumLoad"] as const),
  ...(["avoid", "choices", "waitingSince"] as const),
]);
/** Fields that are not the input's own. */
const FINDING = new Set<Field>(["firstName", "lastName", "email", "employeeNumber", "role"]);

/**
 * Reads files of people and registrations into an input and checks it, with every problem told by file, line and column.
 * The outcome lists how each column was understood and each row that is left out, so nothing is lost silently.
 *
 * References to people may be ids, employee numbers, e-mail addresses or names that only one person has, in that order.
 */
export function readMatchInput(sources: InputSources, options: ReadOptions = {}): ReadOutcome {
  const whole = sources.input === undefined ? undefined : wholeInput(sources.input, options);
  if (whole !== undefined) return whole;
  const issues: SourceIssue[] = [];
  const mappings: ReadOutcome["mappings"][number][] = [];
  const rejected: RejectedRow[] = [];
  const rowsOf = (source: TextSource | undefined): readonly Row[] => {
    if (source === undefined) return [];
    const table = readTable(source, options);
    issues.push(...table.issues);
    mappings.push(table.mapping);
    rejected.push(...table.unread);
    return table.rows;
  };
  const mixed = rowsOf(sources.input);
  const rows = { people: rowsOf(sources.people), mentors: rowsOf(sources.mentors), mentees: rowsOf(sources.mentees) };
  issues.push(...missingColumns(mappings));
  const directory = directoryOf([...mixed, ...rows.people, ...rows.mentors, ...rows.mentees]);
  const items: Item[] = [
    ...mixed.flatMap((row) => ofRoles(row, directory, options, issues)),
    ...LISTS.flatMap((list) => rows[list].flatMap((row) => itemOf(row, list, directory, options, issues))),
  ];
  return outcomeOf(items, issues, mappings, rejected, options);
}

/** An object of the input with the row that it comes from. */
interface Item {
  readonly list: List;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly row: Row;
}

function wholeInput(source: TextSource, options: ReadOptions): ReadOutcome | undefined {
  if (formatOf(source, options) !== "json") return undefined;
  const parsed = parseJson(source.name, source.text);
  if ("issues" in parsed || !isRecord(parsed.value)) return undefined;
  if (!("mentors" in parsed.value || "mentees" in parsed.value)) return undefined;
  const extra = {
    ...(options.period === undefined ? {} : { period: options.period }),
    ...(options.levels === undefined ? {} : { levels: options.levels }),
  };
  const value: Readonly<Record<string, unknown>> = { ...extra, ...parsed.value };
  const check = checkInput(value);
  const issues = [
    ...check.issues.map(({ code, path, message, hint }): SourceIssue => {
      const found = { code, severity: "error", file: source.name, message: `${path}: ${message}` } as const;
      return hint === undefined ? found : { ...found, hint };
    }),
    ...check.warnings.map(({ code, en: message }): SourceIssue => ({
      code,
      severity: "warning",
      file: source.name,
      message,
    })),
  ];
  const size = (list: List): number => {
    const items = value[list];
    return Array.isArray(items) ? items.length : 0;
  };
  return {
    // checked just above
    ...(check.issues.length === 0 ? { input: value as unknown as MatchInput } : {}),
    ...counted(issues, options),
    rejected: [],
    mappings: [],
    counts: { people: size("people"), mentors: size("mentors"), mentees: size("mentees") },
  };
}

function formatOf({ name, text }: TextSource, { format }: ReadOptions): SourceFormat {
  if (format !== undefined) return format;
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  if (ending === "json") return "json";
  if (ending === "ndjson" || ending === "jsonl") return "ndjson";
  if (ending === "csv" || ending === "tsv" || ending === "txt") return "csv";
  const start = text.trimStart();
  if (start.startsWith("[")) return "json";
  if (!start.startsWith("{")) return "csv";
  return /^\{.*\}\s*\n\s*\{/u.test(start) ? "ndjson" : "json";
}

function readTable(source: TextSource, options: ReadOptions): Table {
  const unmarked = { name: source.name, text: source.text.replace(/^\uFEFF/u, "") };
  const format = formatOf(unmarked, options);
  return format === "csv" ? readCsv(unmarked, options) : readJsonRows(unmarked, format === "ndjson", options);
}

function missingColumns(mappings: ReadOutcome["mappings"]): readonly SourceIssue[] {
  return mappings.flatMap(({ file, columns }): readonly SourceIssue[] => {
    const known = new Set(columns.map(({ field }) => field));
    if (columns.length === 0 || ["id", "employeeNumber", "email"].some((field) => known.has(field))) return [];
    const message = "expected a column for id, employeeNumber or email, found none.";
    return [{ code: "COLUMN_MISSING", severity: "error", file, line: 1, message, hint: "Map one of its columns." }];
  });
}

/** One person of a file with a column `role`, once for each role. */
function ofRoles(row: Row, directory: Directory, options: ReadOptions, issues: SourceIssue[]): readonly Item[] {
  const role = row.values.get("role");
  const lists = new Set<List>();
  const words = typeof role?.value === "string" ? role.value.toLowerCase().split(/[;|,/+&]/u) : [];
  for (const word of words.map((each) => each.trim())) {
    if (/^(?:mentor|both|mentor and mentee|her ikisi)s?$/u.test(word)) lists.add("mentors");
    if (/^(?:mentee|menti|both|mentor and mentee|her ikisi)s?$/u.test(word)) lists.add("mentees");
  }
  if (role === undefined) {
    if (row.values.has("teaches")) lists.add("mentors");
    if (row.values.has("learns")) lists.add("mentees");
  } else if (lists.size === 0 && !/^(?:none|neither|yok|-)$/iu.test(words[0]?.trim() ?? "")) {
    const message = "expected mentor, mentee, both or none.";
    issues.push({
      code: "ROLE_UNKNOWN",
      severity: "error",
      file: row.file,
      line: row.line,
      column: role.column,
      message,
    });
  }
  const chosen: readonly List[] = lists.size === 0 ? ["people"] : [...lists];
  return chosen.flatMap((list) => itemOf(row, list, directory, options, issues));
}

function itemOf(
  row: Row,
  list: List,
  directory: Directory,
  { levelsFromTop = false }: ReadOptions,
  issues: SourceIssue[],
): readonly Item[] {
  const fields: Record<string, unknown> = {};
  const id = idOf(row);
  if (id !== undefined) fields["id"] = id;
  for (const [field, { value, column }] of row.values) {
    if (field === "id" || FINDING.has(field) || !belongs(field, list)) continue;
    const cell = readCell(field, value, levelsFromTop);
    if ("code" in cell) {
      issues.push({ severity: "error", file: row.file, line: row.line, column, ...cell });
      continue;
    }
    fields[field] = REFERENCES.has(field) ? directory.resolve(cell.value) : cell.value;
  }
  const fullName = [row.values.get("firstName")?.value, row.values.get("lastName")?.value];
  const parts = fullName.filter((part) => typeof part === "string" && part.trim() !== "");
  if (fields["name"] === undefined && parts.length > 0) fields["name"] = parts.join(" ");
  if (list === "mentors") fields["teaches"] ??= [];
  if (list === "mentees") fields["learns"] ??= [];
  const number = row.values.get("id")?.value;
  if (typeof number === "string" && /^[0-9](?:[.,][0-9]+)?E[+-]?[0-9]+$/u.test(number)) {
    const message = "the id looks like a number that a spreadsheet has shortened.";
    const column = row.values.get("id")?.column ?? 1;
    issues.push({ code: "ID_LOOKS_LIKE_NUMBER", severity: "warning", file: row.file, line: row.line, column, message });
  }
  return [{ list, fields, row }];
}

function belongs(field: Field, list: List): boolean {
  if (list === "people") return !REGISTRATION.has(field);
  const [own] = list === "mentors" ? SIDE_FIELDS : (["learns"] as const);
  return own === field || !SIDE_FIELDS.some((each) => each === field);
}

/** Checks what was read, as often as rows have to go. */
function outcomeOf(
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

function counted(
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
