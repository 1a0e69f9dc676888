import { appliedCalendars, type CalendarSources } from "./calendar/apply.ts";
import { readCell } from "./cells.ts";
import { readCsv } from "./csv.ts";
import { wholeInput } from "./document.ts";
import { readJsonRows } from "./json.ts";
import { type Item, type List, LISTS, outcomeOf } from "./outcome.ts";
import { type Directory, directoryOf, idOf } from "./directory.ts";
import { ATTRIBUTE } from "./headers.ts";
import type {
  ColumnField,
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
  const whole = wholeOutcome(sources, options);
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
  const { calendars } = sources;
  const registered = calendars === undefined ? items : withCalendars(items, calendars, directory, options, issues);
  return outcomeOf(registered, issues, mappings, rejected, options);
}

/** The items with what calendars say. A calendar with errors is an error of its row too. */
function withCalendars(
  items: readonly Item[],
  calendars: CalendarSources,
  { resolve }: Directory,
  { period }: ReadOptions,
  issues: SourceIssue[],
): readonly Item[] {
  const zones = new Map(
    items.map(({ fields }) => [fields["id"], fields["timeZone"]] as const).filter(([, zone]) => zone !== undefined),
  );
  const applied = appliedCalendars(calendars, { resolve, zoneOf: (id) => zones.get(id), period });
  const changed = items.map((item): Item => {
    if (item.list === "people") return item;
    const { registration: fields, hasErrors } = applied.apply(item.fields);
    const { file, line } = item.row;
    const message = "the calendar of this row has errors.";
    if (hasErrors) issues.push({ code: "CALENDAR_UNREADABLE", severity: "error", file, line, message });
    return { ...item, fields };
  });
  issues.push(...applied.issues());
  return changed;
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

/** The outcome of a document that is a whole input. */
function wholeOutcome({ input, calendars }: InputSources, options: ReadOptions): ReadOutcome | undefined {
  if (input === undefined || formatOf(input, options) !== "json") return undefined;
  return wholeInput(input, calendars, options);
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
  const attributes = new Map<string, unknown>();
  const id = idOf(row);
  if (id !== undefined) fields["id"] = id;
  for (const [field, { value, column }] of row.values) {
    if (isAttribute(field)) {
      attributes.set(field.slice(ATTRIBUTE.length), typeof value === "string" ? value.trim() : value);
      continue;
    }
    if (field === "id" || FINDING.has(field) || !belongs(field, list)) continue;
    const cell = readCell(field, value, levelsFromTop);
    if ("code" in cell) {
      issues.push({ severity: "error", file: row.file, line: row.line, column, ...cell });
      continue;
    }
    fields[field] = REFERENCES.has(field) ? directory.resolve(cell.value) : cell.value;
  }
  if (attributes.size > 0) fields["attributes"] = Object.fromEntries(attributes);
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

function isAttribute(field: ColumnField): field is `attributes.${string}` {
  return field.startsWith(ATTRIBUTE);
}

function belongs(field: Field, list: List): boolean {
  if (list === "people") return !REGISTRATION.has(field);
  const [own] = list === "mentors" ? SIDE_FIELDS : (["learns"] as const);
  return own === field || !SIDE_FIELDS.some((each) => each === field);
}
