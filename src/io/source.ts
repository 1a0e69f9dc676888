import type { MatchInput } from "../index.ts";
import type { CalendarSources } from "./calendar/sources.ts";
import type { Delimiter, FileSource, SourceIssue } from "./text-source.ts";

export type { FileSource, SheetSource, SourceIssue, TextSource } from "./text-source.ts";

export type SourceFormat = "csv" | "json" | "ndjson";

/** Where the input comes from: one source, or one for each list. Texts of files, or sheets that `readSheet` gives. */
export interface InputSources {
  /** A whole input as JSON, a SCIM list response, or rows of people with a column `role`. */
  readonly input?: FileSource;
  readonly people?: FileSource;
  readonly mentors?: FileSource;
  readonly mentees?: FileSource;
  /** Calendars of people who register: each changes the availability that its registrations state. */
  readonly calendars?: CalendarSources;
}

export interface ReadOptions {
  /** @default by the ending of the name, else by the content */
  readonly format?: SourceFormat;
  /** @default found in the first lines */
  readonly delimiter?: Delimiter;
  /**
   * Headers by our field, for those that no alias knows: `{ teaches: "Which topics could you show others?" }`. Fields of
   * `attributes` are named as `attributes.city`; their cells stay text, and blank ones are left out. Under `people`,
   * `mentors`, `mentees` or `input` stands what holds for that file alone, and counts more.
   */
  readonly mapping?: HeaderMapping;
  /** Other words for what cells hold, by field: `{ role: { "2021": "mentee" } }`. Compared without case and accents. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a field holds where a row leaves it blank: `{ capacity: "2" }`. */
  readonly defaults?: Readonly<Record<string, string | number>>;
  /** Hours of the parts of a day that answers name: `{ Morning: "09:00-12:00" }`, in grids of days and in `Monday morning`. */
  readonly dayParts?: Readonly<Record<string, string>>;
  /**
   * Line on which headers stand, from 1; what stands above is passed over. For all files, or by file: `{ people: 3 }`.
   * @default the first line that is not blank
   */
  readonly headerLine?: number | PerFile;
  /**
   * Rows below the headers that hold labels and not people, for all files or by file.
   * @default rows of questions and ids as Qualtrics writes them, and a row that repeats the headers
   */
  readonly labelRows?: number | PerFile;
  /**
   * What becomes of several rows of one person in one file: an error, or the last one counts: by the column `answeredAt`,
   * the time stamp of a form, if the file has one, else by the order in the file.
   * @default "all"
   */
  readonly keep?: "all" | "last";
  /** Key of the list of people in a JSON document that holds several lists. @default the only list of objects */
  readonly listKey?: string;
  /** Also divides lists (topics, goals, languages, people) at commas, as survey tools write them. @default false */
  readonly commaLists?: boolean;
  /**
   * The options that a form offers, by field, where they hold commas: `{ teaches: ["Data, AI and analytics"] }`. They divide
   * cells of several answers; compared without case and accents. What is none of them stays as it is written, with a warning.
   */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
  /** Zone of those who state windows and no zone, in any form that a file may hold. @default none: their windows are an error */
  readonly timeZone?: string;
  /** Whether level 0 or 1 is the top: levels are then turned round. @default false */
  readonly levelsFromTop?: boolean;
  /** Whether the day or the month stands first in dates such as `03/04/2026`. @default none: such dates are refused */
  readonly dateOrder?: "dmy" | "mdy";
  /**
   * Words that count as blank in lists and texts, compared without case and accents; ids, names, answers and counts are
   * never taken for one. @default NA, N/A, #N/A, NULL, NaN, nil, none, yok, dashes, NO_MANAGER
   */
  readonly blank?: readonly string[];
  readonly period?: MatchInput["period"];
  readonly levels?: MatchInput["levels"];
  /** Most issues that are returned; all are counted. @default 100 */
  readonly maximumIssues?: number;
  /** Goes on without the rows that have errors. @default false */
  readonly skipRejected?: boolean;
  /** Whether people may register who are not in the file of people. Without that file everybody may. @default false */
  readonly allowGuests?: boolean;
  /**
   * Whether managers may be in no file: they are then known by what is written of them alone, so that their reports share
   * a line. @default false: such a manager is an error
   */
  readonly externalManagers?: boolean;
  /**
   * Where files differ in what they say of one person, the list that counts first, then the next. Fields that no list
   * here states must agree.
   * @default none: a difference is an error
   */
  readonly prefer?: readonly ("people" | "mentors" | "mentees")[];
}

/**
 * Where a field is read from: one header; several whose cells are joined; several in the order of preference; a column for
 * each option, by option; or all columns whose header begins with a text, as `Availability [Monday]`.
 */
export type ColumnSource =
  | string
  | readonly string[]
  | { readonly ranked: readonly string[] }
  | { readonly options: Readonly<Record<string, string>> }
  | { readonly grid: string };

/** Sources of fields, by field. */
export type FileMapping = Readonly<Record<string, ColumnSource>>;

/** Sources of fields for all files, and for one of them. */
export type HeaderMapping = Readonly<Record<string, ColumnSource | FileMapping>>;

/** A number for some of the files. */
export type PerFile = Readonly<Partial<Record<"input" | "people" | "mentors" | "mentees", number>>>;

/** What the reader of one file is told: the mapping and the lines are those of the file. */
export interface TableOptions extends Omit<ReadOptions, "mapping" | "headerLine" | "labelRows"> {
  readonly mapping: FileMapping;
  readonly headerLine?: number;
  readonly labelRows?: number;
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
  /**
   * Ids of all whom a text means as id, employee number, e-mail address or name: none if nobody is known by it, several
   * if it is ambiguous. For pins, histories and published plans that name people in another way than the input.
   */
  readonly find: (text: string) => readonly string[];
  /** The e-mail address of somebody by id, if a file holds one. */
  readonly addressOf: (id: string) => string | undefined;
}

/** What a cell holds, and where it stands. */
export interface CellValue {
  readonly value: unknown;
  /** Number of the cell in its row, from 1. */
  readonly column: number;
  /** Key in the object, for rows of JSON. */
  readonly key?: string;
}

/** A row of any format, its values by our field. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly values: ReadonlyMap<ColumnField, CellValue>;
  /** JSON Pointer to the object in its document; absent for rows of tables. */
  readonly pointer?: string;
  /** Whether the account is switched off: the person may manage others and registers for nothing. */
  readonly isInactive?: true;
  /** What further columns of a field say beside the one in `values`. */
  readonly further?: readonly (CellValue & { readonly field: ColumnField })[];
  /** The cells as written, for the list of rejected rows. */
  readonly raw: readonly string[];
}

export interface Table {
  readonly rows: readonly Row[];
  readonly mapping: ColumnMapping;
  readonly issues: readonly SourceIssue[];
  /** Rows that could not be read at all. */
  readonly unread: readonly RejectedRow[];
  /** How many cells and items hold a word for nothing. */
  readonly blanks: number;
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
  | "evaluatorIds"
  | "assistantIds"
  | "formerManagerIds"
  | "level"
  | "department"
  | "location"
  | "timeZone"
  | "languages"
  | "birthYear"
  | "careerStartYear"
  | "generation"
  | "startDate"
  | "cohort"
  | "role"
  | "isMentor"
  | "isMentee"
  | "teaches"
  | "learns"
  | "learnsInReturn"
  | "teachesInReturn"
  | "firstTime"
  | "readiness"
  | "briefed"
  | "goals"
  | "availability"
  | "capacity"
  | "minimumLoad"
  | "avoid"
  | "choices"
  | "waitingSince"
  | "answeredAt";
