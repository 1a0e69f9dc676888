import { withCalendars } from "./calendar/rows.ts";
import { cellReader } from "./rows/cells.ts";
import { readCsv } from "./csv.ts";
import { columnIssues, mappingIssues, optionIssues } from "./columns/issues.ts";
import { withCells } from "./excel/told-cells.ts";
import { wholeInput } from "./json/document.ts";
import { blankIssue } from "./rows/blanks.ts";
import { type Finding, type Item, type List, LISTS } from "./outcome/finding.ts";
import { addressesOf } from "./identity/addresses.ts";
import { joinedFacts } from "./identity/facts.ts";
import { readPeople } from "./identity/people.ts";
import { withoutIdleZones, withZone } from "./rows/zones.ts";
import { itemOf } from "./rows/items.ts";
import { readJsonRows } from "./json/rows.ts";
import { lastAnswers } from "./rows/last-answers.ts";
import { wordsOf } from "./outcome/left-out.ts";
import { mappingFor } from "./columns/mapping.ts";
import { outcomeInSteps } from "./outcome/outcome.ts";
import {
  emptySides,
  holdsBothSides,
  itemsByRole,
  type RegistrationColumns,
  registrationColumns,
} from "./rows/sides.ts";
import type {
  InputSources,
  ReadOptions,
  ReadOutcome,
  RejectedRow,
  Row,
  SourceFormat,
  SourceIssue,
  Table,
  TableOptions,
  FileSource,
  TextSource,
} from "./source.ts";
import { isSheet } from "./text-source.ts";
import { readZoneText } from "./values/zones.ts";

/**
 * Reads files of people and registrations into an input and checks it, with every problem told by file, line and column.
 * The outcome lists how each column was understood and each row that is left out, so nothing is lost silently.
 *
 * References to people may be ids, employee numbers, e-mail addresses or names that only one person has, in that order.
 * With `skipRejected` a person whose row has errors stays in the org chart (id and managers, where these are sound), so
 * that no reporting line is overlooked.
 */
export function readMatchInput(sources: InputSources, options: ReadOptions = {}): ReadOutcome {
  const steps = readMatchInputInSteps(sources, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** How far reading has come: tables read, of all and the check of the whole. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

/** `readMatchInput` as a generator that pauses between files, and before the whole is checked. */
export function* readMatchInputInSteps(
  sources: InputSources,
  options: ReadOptions = {},
): Generator<ReadProgress, ReadOutcome, void> {
  const names = (["input", ...LISTS] as const).filter((name) => sources[name] !== undefined);
  const total = names.length + 1;
  yield { done: 0, total };
  const { input, calendars } = sources;
  const whole =
    input === undefined || isSheet(input) || formatOf(input, options) !== "json"
      ? undefined
      : wholeInput(input, calendars, options);
  if (whole !== undefined) return whole;
  const findings: Finding[] = [];
  const mappings: ReadOutcome["mappings"][number][] = [];
  const unread: RejectedRow[] = [];
  const lost = new Set<string>();
  let columns: RegistrationColumns = { hasRole: false, asked: new Set() };
  let blanks = 0;
  const rows: Record<List | "input", readonly Row[]> = { input: [], people: [], mentors: [], mentees: [] };
  for (const [done, name] of names.entries()) {
    yield { done, total };
    const source = sources[name];
    if (source === undefined) continue;
    const table = readTable(source, { ...options, mapping: mappingFor(options.mapping ?? {}, name) });
    const lines = new Set(table.unread.map(({ line }) => line));
    for (const issue of table.issues) findings.push(ofFile(issue, issue.line !== undefined && lines.has(issue.line)));
    mappings.push(table.mapping);
    for (const row of table.unread) unread.push(row);
    for (const { row } of name === "people" ? table.unread : []) for (const word of wordsOf(row)) lost.add(word);
    blanks += table.blanks;
    const { kept, issues } = options.keep === "last" ? lastAnswers(table.rows) : { kept: table.rows, issues: [] };
    for (const issue of issues) findings.push({ issue });
    rows[name] = kept;
    if (name === "input") columns = registrationColumns(table.mapping, options);
  }
  const about = mappings.map((mapping, at) => ({ mapping, list: names[at] ?? "input" }));
  const told = [
    ...about.flatMap((each) => columnIssues(each.mapping, each.list)),
    ...mappingIssues(mappings, names, options),
    ...optionIssues(options),
  ];
  if (blanks > 0) told.push(blankIssue(blanks));
  for (const issue of told) findings.push(ofFile(issue, false));
  const people = readPeople(rows, lost, options, findings);
  const context = { people, readCell: cellReader(options), findings };
  const stated: readonly Item[] = [
    ...rows.input.flatMap((row) => itemsByRole(row, columns, context)),
    ...LISTS.flatMap((list) =>
      rows[list].flatMap((row) => {
        if (row.isInactive !== true || list === "people") return [itemOf(row, list, context)];
        // who is switched off registers for nothing, and has a place in the chart by the file of people, if there is one
        return rows.people.length > 0 ? [] : [itemOf(row, "people", context)];
      }),
    ),
  ];
  const read = joinedFacts([...stated, ...people.externals()], options, people.tally);
  const zoned = options.timeZone === undefined ? read : withZone(read, readZoneText(options.timeZone).zone);
  const items =
    calendars === undefined
      ? withoutIdleZones(zoned, findings)
      : withCalendars(zoned, calendars, context, options.period);
  for (const issue of people.tally.issues()) findings.push({ issue });
  if (holdsBothSides(names)) for (const finding of emptySides(items, findings, mappings)) findings.push(finding);
  const steps = outcomeInSteps({ items, findings, mappings, unread, lost }, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true)
      return { ...withCells(step.value, sources), find: people.find, addressOf: addressesOf(rows, people) };
    yield { done: total - 1, total };
  }
}

/** A problem of a file; only rows can be left out. */
function ofFile(issue: SourceIssue, isOfRow: boolean): Finding {
  return issue.severity === "error" && !isOfRow ? { issue, isFatal: true } : { issue };
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
  const end = start.indexOf("\n");
  const isLines =
    end >= 0 && start.slice(0, end).trimEnd().endsWith("}") && start.slice(end).trimStart().startsWith("{");
  return isLines ? "ndjson" : "json";
}

function readTable(source: FileSource, options: TableOptions): Table {
  if (isSheet(source)) {
    const table = readCsv(source, options);
    return { ...table, issues: [...source.issues, ...table.issues] };
  }
  const unmarked = { name: source.name, text: source.text.replace(/^\uFEFF/u, "") };
  const format = formatOf(unmarked, options);
  const table = format === "csv" ? readCsv(unmarked, options) : readJsonRows(unmarked, format === "ndjson", options);
  return { ...table, issues: [...table.issues, ...lostLetters(unmarked)] };
}

/** Most lines that a message names. */
const LISTED = 10;

/** Characters that stand for letters which an earlier program could not read. */
function lostLetters({ name: file, text }: TextSource): readonly SourceIssue[] {
  if (!text.includes("\uFFFD")) return [];
  const lines = text.split(/\r\n?|\n/u).flatMap((line, at) => (line.includes("\uFFFD") ? [at + 1] : []));
  const more = lines.length > LISTED ? ` and ${lines.length - LISTED} more` : "";
  const message = `letters were lost before this file was saved: the replacement character stands in lines ${lines.slice(0, LISTED).join(", ")}${more}.`;
  const hint = "Export it again as UTF-8.";
  return [{ code: "REPLACEMENT_CHAR", severity: "warning", file, line: lines[0] ?? 1, message, hint }];
}
