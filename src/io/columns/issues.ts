import { guessOf, unknownFields, unusedMapping } from "./headers.ts";
import { mappingFor } from "./mapping.ts";
import type { List } from "../outcome/finding.ts";
import { belongs } from "../rows/items.ts";
import type { ColumnMapping, Field, ReadOptions, SourceIssue } from "../source.ts";

const IDENTITY: readonly string[] = ["id", "employeeNumber", "email"] satisfies readonly Field[];

/** Columns that a file lacks, and those that say nothing in the list that it is read for. */
export function columnIssues({ file, columns }: ColumnMapping, list: List | "input"): readonly SourceIssue[] {
  if (columns.length === 0) return [];
  const unread = columns.flatMap(({ field }, column): SourceIssue[] => {
    if (field === undefined || list === "input" || belongs(field as Field, list)) return [];
    const message = `${field} is not read from a file of ${list}; this column is not used.`;
    return [{ code: "COLUMN_UNUSED", severity: "warning", file, line: 1, column: column + 1, message }];
  });
  const has = (fields: readonly string[]): boolean => columns.some(({ field }) => fields.includes(field ?? ""));
  const topics = list === "mentors" ? "teaches" : list === "mentees" ? "learns" : undefined;
  const place = { file, line: 1 };
  if (topics !== undefined && !has([topics])) {
    const message = `no column gives ${topics}; nobody here has topics.`;
    unread.push({ code: "TOPICS_MISSING", severity: "warning", ...place, message, hint: mapHint(columns, [topics]) });
  }
  if (has(IDENTITY)) return unread;
  const known = columns.flatMap(({ field }) => field ?? []).join(", ");
  const message = `expected a column for id, employeeNumber or email; found ${known === "" ? "none that is known" : known}.`;
  return [
    ...unread,
    { code: "COLUMN_MISSING", severity: "error", ...place, message, hint: mapHint(columns, IDENTITY) },
  ];
}

/** How to name a column for one of some fields, and which columns may be meant. Headers may be data of a person. */
function mapHint(columns: ColumnMapping["columns"], wanted: readonly string[]): string {
  const near = columns.flatMap(({ header, field }, column) => {
    const guess = field === undefined ? guessOf(header, new Set()) : undefined;
    return guess !== undefined && wanted.includes(guess) ? [`column ${column + 1} as ${guess}`] : [];
  });
  const how = `Map a column: "mapping": { "${wanted[0] ?? ""}": "its header" }.`;
  if (near.length > 0) return `${how} It may be ${near.join(", ")}.`;
  return columns.every(({ field }) => field === undefined) ? `${how} The first row must hold headers.` : how;
}

/** Defaults, values and answers of fields that there are not. */
export function optionIssues({ defaults = {}, values = {}, answers = {} }: ReadOptions): readonly SourceIssue[] {
  return Object.entries({ defaults, values, answers }).flatMap(([option, fields]) =>
    unknownFields(Object.keys(fields)).map((name) => ({
      code: "OPTION_FIELD",
      severity: "error" as const,
      file: "",
      message: `"${option}" names a field that there is not: entry ${Object.keys(fields).indexOf(name) + 1}.`,
      hint: "Fields are named as in the mapping: capacity, role, attributes.city.",
    })),
  );
}

/**
 * Fields of the mapping whose header stands in none of the files that it is for: a mistake if all files are there, a doubt
 * if some are not.
 */
export function mappingIssues(
  mappings: readonly ColumnMapping[],
  names: readonly (List | "input")[],
  { mapping = {} }: ReadOptions,
): readonly SourceIssue[] {
  const files = mappings.flatMap(({ columns }, at) => {
    const headers = columns.map(({ header }) => header);
    const own = mappingFor(mapping, names[at] ?? "input");
    return headers.length === 0 ? [] : [{ fields: Object.keys(own), unused: new Set(unusedMapping(own, headers)) }];
  });
  if (files.length === 0) return [];
  const hasAll = names.includes("input") || (names.includes("mentors") && names.includes("mentees"));
  const fields = [...new Set(files.flatMap((file) => file.fields))];
  const unread = fields.filter((field) =>
    files.every((file) => !file.fields.includes(field) || file.unused.has(field)),
  );
  return unread.map((field) => ({
    code: "MAPPING_HEADER",
    severity: hasAll ? "error" : "warning",
    file: "",
    message: `the mapping of ${field} names a header that no file has.`,
    hint: "Write the whole header; upper case, spaces, accents and punctuation do not matter.",
  }));
}
