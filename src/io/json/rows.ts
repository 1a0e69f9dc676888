import { fieldOfColumn, fieldsOf } from "../columns/headers.ts";
import { type Parsed, parseJson, pointerOf } from "./parse.ts";
import { listedPeople } from "./listed-people.ts";
import { isRecord } from "../../base/given.ts";
import { isGroup, isInactive, personFields } from "./person-fields.ts";
import { rowReader } from "../rows/values.ts";
import type { RejectedRow, Row, SourceIssue, Table, TableOptions, TextSource } from "../source.ts";

interface Listed {
  readonly item: unknown;
  readonly line: number;
  /** Where the item stands in its document. */
  readonly path: readonly (string | number)[];
}

/** Rows of a JSON array, of a document that holds one list of people, of a SCIM list response, or of NDJSON. */
export function readJsonRows({ name: file, text }: TextSource, isLines: boolean, options: TableOptions): Table {
  const issues: SourceIssue[] = [];
  const items: Listed[] = [];
  if (text.trim() === "") {
    issues.push({ code: "FILE_EMPTY", severity: "error", file, message: "expected people, got an empty file." });
  } else if (isLines) {
    text.split("\n").forEach((each, at) => {
      if (each.trim() !== "") takeLine(parseJson(file, each, at + 1), at + 1, items, issues);
    });
  } else takeDocument(parseJson(file, text), file, options, items, issues);
  return tableOf(file, withoutGroups(items, file, issues), issues, options);
}

function takeLine(parsed: Parsed, line: number, items: Listed[], issues: SourceIssue[]): void {
  if ("issues" in parsed) for (const issue of parsed.issues) issues.push(issue);
  else {
    // a page of a SCIM list may be a line
    const page = isRecord(parsed.value) ? parsed.value["Resources"] : undefined;
    if (Array.isArray(page)) page.forEach((item: unknown, at) => items.push({ item, line, path: ["Resources", at] }));
    else items.push({ item: parsed.value, line, path: [] });
  }
}

function takeDocument(parsed: Parsed, file: string, { listKey }: TableOptions, items: Listed[], issues: SourceIssue[]) {
  if ("issues" in parsed) {
    for (const issue of parsed.issues) issues.push(issue);
    return;
  }
  const { value, linesOf } = parsed;
  if (typeof value !== "object" || value === null) {
    const message = "expected an object or a list of people, got another value.";
    issues.push({ code: "INPUT_TYPE", severity: "error", file, line: 1, message });
    return;
  }
  const listed = listedPeople(value, file, listKey);
  for (const issue of listed.issues) issues.push(issue);
  const isList = Array.isArray(value) || listed.key !== undefined;
  const lines = isList ? linesOf(listed.key ?? "") : [];
  const before = listed.key === undefined ? [] : [listed.key];
  listed.items.forEach((item, at) => items.push({ item, line: lines[at] ?? 1, path: isList ? [...before, at] : [] }));
}

/** Groups stand among the users of a SCIM list; they are no people. */
function withoutGroups(items: readonly Listed[], file: string, issues: SourceIssue[]): readonly Listed[] {
  const people = items.filter(({ item }) => !isGroup(item));
  const groups = items.length - people.length;
  if (groups > 0) {
    const message = `${groups === 1 ? "1 group is" : `${groups} groups are`} left out: people are read from users.`;
    issues.push({ code: "SCIM_GROUP", severity: "warning", file, message });
  }
  return people;
}

/** The rows that objects make; keys are read as headers are. */
function tableOf(file: string, items: readonly Listed[], issues: readonly SourceIssue[], options: TableOptions): Table {
  const flat = items.map((listed) => ({
    ...listed,
    fields: isRecord(listed.item) ? personFields(listed.item) : undefined,
  }));
  const headers = [...new Set(flat.flatMap(({ fields }) => [...(fields?.keys() ?? [])]))];
  const known = fieldsOf(headers, options.mapping, file);
  const found: SourceIssue[] = [...issues, ...known.issues];
  const reader = rowReader(file, known, options);
  const unread: RejectedRow[] = [];
  const rows = flat.flatMap(({ item, fields, line, path }, position): readonly Row[] => {
    if (fields === undefined || !isRecord(item)) {
      const message = `expected an object for each person, got another value at position ${position + 1}.`;
      found.push({ code: "ITEM_TYPE", severity: "error", file, line, message });
      return [];
    }
    const cells = headers.map((header) => fields.get(header));
    const read = reader.read(cells, line, (column) => headers[column]);
    const pointer = pointerOf(path);
    const raw = [JSON.stringify(Object.fromEntries(fields))];
    if ("fault" in read) {
      const message = `${pointer}${pointerOf([headers[(read.fault.column ?? 1) - 1] ?? ""])}: ${read.fault.message}`;
      found.push({ severity: "error", file, line, code: read.fault.code, message });
      unread.push({ file, line, row: raw, reasons: [message] });
      return [];
    }
    return [{ file, line, pointer, ...read, raw, ...(isInactive(item) ? { isInactive: true } : {}) }];
  });
  const columns = headers.map((header, at) => {
    const field = fieldOfColumn(known, at);
    return field === undefined ? { header } : { header, field };
  });
  const unused = columns.flatMap(({ header, ...column }) =>
    "field" in column || SCIM_OWN.has(header.split(".")[0] ?? "") ? [] : [shownKey(header)],
  );
  if (unused.length > 0) {
    const more = unused.length > MOST_KEYS ? ` and ${unused.length - MOST_KEYS} more` : "";
    const message = `no field is known for ${unused.slice(0, MOST_KEYS).join(", ")}${more}; not used.`;
    const hint = 'Map a key by its path, as "mapping": { "managerId": "work.reportsTo" }.';
    found.push({ code: "COLUMN_UNUSED", severity: "warning", file, message, hint });
  }
  const inactive = rows.filter(({ isInactive: isOff }) => isOff === true).length;
  if (inactive > 0) {
    const message = `${inactive === 1 ? "1 account is" : `${inactive} accounts are`} not active: in the organisation chart, and not registered.`;
    found.push({ code: "PERSON_INACTIVE", severity: "warning", file, message });
  }
  const told = reader.told();
  for (const issue of told.issues) found.push(issue);
  return { rows, mapping: { file, columns }, issues: found, unread, blanks: told.blanks };
}

/** Most keys that a message names. */
const MOST_KEYS = 20;

/** A key as a message shows it: keys name fields, but what has other signs than names of fields may be data. */
function shownKey(key: string): string {
  return /^[\p{L}\p{N}_$.: -]{1,60}$/u.test(key) ? key : "a key of other signs";
}

/** Keys of SCIM that say nothing about a person. */
const SCIM_OWN = new Set(["schemas", "meta", "externalId", "active"]);
