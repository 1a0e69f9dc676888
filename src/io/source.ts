import type { MatchInput } from "../index.ts";
import type { CalendarSources } from "./calendar/apply.ts";

/** Text of a file; `name` is only used in messages and to tell the format. */
export interface TextSource {
  readonly name: string;
  readonly text: string;
}

export type SourceFormat = "csv" | "json" | "ndjson";

/** Where the input comes from: one source, or one for each list. */
export interface InputSources {
  /** A whole input as JSON, a SCIM list response, or rows of people with a column `role`. */
  readonly input?: TextSource;
  readonly people?: TextSource;
  readonly mentors?: TextSource;
  readonly mentees?: TextSource;
  /** Calendars of people who register: each changes the availability that its registrations state. */
  readonly calendars?: CalendarSources;
}

export interface ReadOptions {
  /** @default by the ending of the name, else by the content */
  readonly format?: SourceFormat;
  /** @default found in the first lines */
  readonly delimiter?: "," | ";" | "\t";
  /**
   * Headers by our field, for those that no alias knows: `{ teaches: "Which topics could you show others?" }`. Fields of
   * `attributes` are named as `attributes.city`; their cells stay text, and blank ones are left out.
   */
  readonly mapping?: Readonly<Record<string, string>>;
  /** Also divides lists (topics, goals, languages, people) at commas, as survey tools write them. @default false */
  readonly commaLists?: boolean;
  /** Zone of those who state windows and no zone, in any form that a file may hold. @default none: their windows are an error */
  readonly timeZone?: string;
  /** Whether level 0 or 1 is the top: levels are then turned round. @default false */
  readonly levelsFromTop?: boolean;
  /** Whether the day or the month stands first in dates such as `03/04/2026`. @default none: such dates are refused */
  readonly dateOrder?: "dmy" | "mdy";
  /**
   * Words that count as blank in lists and texts, compared without case and accents; ids, names, answers and counts are
   * never taken for one. @default NA, N/A, #N/A, NULL, NaN, nil, none, yok, dashes
   */
  readonly blank?: readonly string[];
  readonly period?: MatchInput["period"];
  readonly levels?: MatchInput["levels"];
  /** Most issues that are returned; all are counted. @default 100 */
  readonly maximumIssues?: number;
  /** Goes on without the rows that have errors. @default false */
  readonly skipRejected?: boolean;
}

/** One problem of a file. Messages hold no values of cells: fields, positions, counts and allowed words. */
export interface SourceIssue {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly file: string;
  /** From 1; the line on which a row begins. */
  readonly line?: number;
  /** Number of the cell in its row, from 1. */
  readonly column?: number;
  readonly message: string;
  readonly hint?: string;
}

/** A row that is not part of the input, as it stood in the file. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly row: readonly string[];
  /** Messages of its errors. */
  readonly reasons: readonly string[];
}

/** How the columns of a file were understood; `field` is absent for columns that are not used. */
export interface ColumnMapping {
  readonly file: string;
  readonly columns: readonly { readonly header: string; readonly field?: string }[];
}

export interface ReadOutcome {
  /** Present if there is no error, or if rows with errors were to be skipped and something is left. */
  readonly input?: MatchInput;
  /** By file, then line: at most `maximumIssues`. */
  readonly issues: readonly SourceIssue[];
  /** How many errors and warnings there are in all. */
  readonly errorCount: number;
  readonly warningCount: number;
  readonly rejected: readonly RejectedRow[];
  readonly mappings: readonly ColumnMapping[];
  readonly counts: { readonly people: number; readonly mentors: number; readonly mentees: number };
}

/** A row of any format, its values by our field. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly values: ReadonlyMap<ColumnField, { readonly value: unknown; readonly column: number }>;
  /** The cells as written, for the list of rejected rows. */
  readonly raw: readonly string[];
}

export interface Table {
  readonly rows: readonly Row[];
  readonly mapping: ColumnMapping;
  readonly issues: readonly SourceIssue[];
  /** Rows that could not be read at all. */
  readonly unread: readonly RejectedRow[];
}

/** A field that a column is mapped to. */
export type ColumnField = Field | `attributes.${string}`;

/** Fields of an input, and some that only serve to find or build them. */
export type Field =
  | "id"
  | "name"
  | "firstName"
  | "lastName"
  | "email"
  | "employeeNumber"
  | "managerId"
  | "dottedLineManagerIds"
  | "level"
  | "department"
  | "location"
  | "timeZone"
  | "languages"
  | "birthYear"
  | "careerStartYear"
  | "generation"
  | "role"
  | "isMentor"
  | "isMentee"
  | "teaches"
  | "learns"
  | "goals"
  | "availability"
  | "capacity"
  | "minimumLoad"
  | "avoid"
  | "choices"
  | "waitingSince";
