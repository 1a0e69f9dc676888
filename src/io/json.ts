import { fieldsOf } from "./headers.ts";
import { isBlank } from "./cells.ts";
import { type JsonFault, jsonFaults, MAX_JSON_DEPTH } from "./json-scan.ts";
import type { ColumnField, ReadOptions, Row, SourceIssue, Table, TextSource } from "./source.ts";

const USER_EXTENSION = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A parsed text, or why it cannot be taken. */
export type Parsed =
  | { readonly value: unknown }
  | { readonly issues: readonly [SourceIssue & { readonly severity: "error" }, ...SourceIssue[]] };

const FAULTS: Readonly<Record<JsonFault["code"], { readonly message: string; readonly hint?: string }>> = {
  JSON_SYNTAX: {
    message: "expected JSON, got something else here.",
    hint: "JSON has no comments and no commas before a closing bracket.",
  },
  JSON_EXTRA_DATA: {
    message: "expected the end of the JSON document, got more.",
    hint: "Several documents, one a line, are NDJSON: say --format ndjson.",
  },
  JSON_DUPLICATE_KEY: { message: "expected each key of an object once, got one again." },
  JSON_TOO_DEEP: { message: `expected at most ${MAX_JSON_DEPTH} lists and objects within each other, got more.` },
  NUMBER_RANGE: { message: "expected a number that a double can hold, got a larger one." },
};

/** Parses JSON; every fault is told by line and column, from 1. A key that stands twice is one. */
export function parseJson(file: string, text: string, line = 1): Parsed {
  const placeOf = placesIn(text, line);
  const [first, ...rest] = jsonFaults(text).map((fault) => issueOf(fault, file, placeOf(fault.at)));
  if (first !== undefined) return { issues: [first, ...rest] };
  const value: unknown = JSON.parse(text);
  return { value };
}

interface TextPlace {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Lines and columns of positions that never fall, counted on from the last one: linear in the text for all of them. */
function placesIn(text: string, firstLine: number): (at: number) => TextPlace {
  const ends = /\r\n|\r|\n/gu;
  let line = firstLine;
  let start = 0;
  let next = ends.exec(text);
  return (at) => {
    for (; next !== null && ends.lastIndex <= at; next = ends.exec(text)) {
      line += 1;
      start = ends.lastIndex;
    }
    return { line, column: at - start + 1 };
  };
}

function issueOf({ code, path }: JsonFault, file: string, place: TextPlace) {
  const { message, hint } = FAULTS[code];
  const isAbout = code === "JSON_DUPLICATE_KEY" || code === "NUMBER_RANGE";
  const told = isAbout ? `${pointerOf(path)}: ${message}` : message;
  return { code, severity: "error", file, ...place, message: told, ...(hint === undefined ? {} : { hint }) } as const;
}

/** RFC 6901. */
function pointerOf(path: JsonFault["path"]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Rows of a JSON array, of a SCIM list response, or of NDJSON. */
export function readJsonRows({ name: file, text }: TextSource, isLines: boolean, options: ReadOptions): Table {
  const issues: SourceIssue[] = [];
  const items: { readonly item: unknown; readonly line: number }[] = [];
  const take = (parsed: Parsed, line: number): void => {
    if ("issues" in parsed) for (const issue of parsed.issues) issues.push(issue);
    else if (isLines || isContainer(parsed.value)) for (const item of itemsOf(parsed.value)) items.push({ item, line });
    else {
      const message = "expected an object or a list of people, got another value.";
      issues.push({ code: "INPUT_TYPE", severity: "error", file, line, message });
    }
  };
  if (text.trim() === "") {
    issues.push({ code: "FILE_EMPTY", severity: "error", file, message: "expected people, got an empty file." });
  } else if (isLines) {
    text.split("\n").forEach((each, at) => {
      if (each.trim() !== "") take(parseJson(file, each, at + 1), at + 1);
    });
  } else take(parseJson(file, text), 1);
  return tableOf(file, items, issues, options);
}

/** The rows that objects make; keys are read as headers are. */
function tableOf(
  file: string,
  items: readonly { readonly item: unknown; readonly line: number }[],
  issues: readonly SourceIssue[],
  options: ReadOptions,
): Table {
  const flat = items.map(({ item, line }) => ({ line, fields: isRecord(item) ? flattened(item) : undefined }));
  const headers = [...new Set(flat.flatMap(({ fields }) => [...(fields?.keys() ?? [])]))];
  const known = fieldsOf(headers, options.mapping ?? {}, file);
  const fieldOf = new Map(headers.map((header, at) => [header, known.fields[at]]));
  const found: SourceIssue[] = [...issues, ...known.issues];
  const rows = flat.flatMap(({ fields, line }, position): readonly Row[] => {
    if (fields === undefined) {
      const message = `expected an object for each person, got another value at position ${position + 1}.`;
      found.push({ code: "ITEM_TYPE", severity: "error", file, line, message });
      return [];
    }
    const values = new Map<ColumnField, { readonly value: unknown; readonly column: number }>();
    for (const [key, value] of fields) {
      const field = fieldOf.get(key);
      if (field !== undefined && !isBlank(value)) values.set(field, { value, column: 1 });
    }
    for (const [at, field] of known.further) {
      const value = fields.get(headers[at] ?? "");
      if (!values.has(field) && !isBlank(value)) values.set(field, { value, column: 1 });
    }
    return [{ file, line, values, raw: [JSON.stringify(Object.fromEntries(fields))] }];
  });
  const columns = headers.map((header, at) => {
    const field = fieldOf.get(header) ?? known.further.get(at);
    return field === undefined ? { header } : { header, field };
  });
  for (const { header, field } of columns.map((column) => ({ field: undefined, ...column }))) {
    if (field !== undefined || SCIM_OWN.has(header)) continue;
    const message = `no field is known for key ${headers.indexOf(header) + 1}; it is not used.`;
    found.push({ code: "COLUMN_UNUSED", severity: "warning", file, message });
  }
  return { rows, mapping: { file, columns }, issues: found, unread: [] };
}

/** Keys of SCIM that say nothing about a person. */
const SCIM_OWN = new Set(["schemas", "meta", "externalId", "active"]);

function isContainer(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const resources = isRecord(value) ? value["Resources"] : undefined;
  return Array.isArray(resources) ? resources : [value];
}

/**
 * The object's own fields. Those of a SCIM 2.0 user (RFC 7643) come under the names of their plain siblings, those of an
 * Okta `profile` beside the others, and what a field holds as an object (`manager: { id, name }`) as its text.
 */
function flattened(item: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const isScim = Array.isArray(item["schemas"]);
  const [profile, extension] = [item["profile"], item[USER_EXTENSION]].map((part) => (isRecord(part) ? part : {}));
  const fields = new Map(Object.entries({ ...profile, ...extension, ...item }));
  fields.delete(USER_EXTENSION);
  if (isRecord(item["profile"])) fields.delete("profile");
  if (isRecord(item["name"])) {
    const { formatted, givenName, familyName } = item["name"];
    fields.delete("name");
    for (const [key, value] of Object.entries({ name: formatted, givenName, familyName })) {
      if (!isBlank(value)) fields.set(key, value);
    }
  }
  if (isScim) {
    fields.set("email", first(item["emails"], "value") ?? item["userName"]);
    fields.set("location", first(item["addresses"], "locality"));
    for (const key of ["emails", "addresses", "userName"]) fields.delete(key);
  }
  for (const [key, value] of fields) if (isRecord(value)) fields.set(key, textOf(key, value) ?? value);
  return fields;
}

/** Where objects that stand for a person keep what finds them, and those that stand for a team or a place their name. */
const FINDING = ["value", "id", "managerId", "employeeNumber", "email", "displayName", "name"];
const NAMING = ["displayName", "name", "label", "value", "id"];

function textOf(field: string, value: Readonly<Record<string, unknown>>): unknown {
  return (/manager|supervisor|reports/iu.test(field) ? FINDING : NAMING)
    .map((key) => value[key])
    .find((text) => typeof text === "string" && text.trim() !== "");
}

/** A field of the work entry, or of the first, of a multi-valued attribute. */
function first(list: unknown, field: string): unknown {
  if (!Array.isArray(list)) return undefined;
  const entries = Array.from<unknown>(list).filter(isRecord);
  return (entries.find(({ type }) => type === "work") ?? entries[0])?.[field];
}
