import { asPublic } from "../../base/public.ts";
import type { Outcome } from "../../evaluate/index.ts";
import { parseJson } from "../json/parse.ts";
import { isRecord } from "../../base/given.ts";
import type { FileSource, ReadOutcome, SourceIssue } from "../source.ts";
import { isSheet } from "../text-source.ts";
import { type CellsTable, cellsTable, type Unreadable } from "./cells-table.ts";
import { type FeedbackField, feedbackField, type FeedbackValue, feedbackValue } from "./fields.ts";

export interface FeedbackOptions {
  /** Whom a text means, as a `ReadOutcome` gives it. @default ids are taken as written */
  readonly find?: ReadOutcome["find"];
  /** Headers by field, for those that are not known: `{ rating: "How was it?" }`. @default none */
  readonly mapping?: { readonly [Field in FeedbackField]?: string };
}

/** What was told of pairs, or what cannot be read of it: then nothing is left out in silence. */
export interface FeedbackOutcome {
  readonly outcomes: readonly Outcome[];
  /** Errors and warnings; an answer with an error is not among the outcomes. */
  readonly issues: readonly SourceIssue[];
}

/**
 * Reads answers of a feedback form: CSV, a sheet of a workbook, JSON or NDJSON. Headers may be names of fields, the questions
 * of `feedbackForm` in either language, or those of `mapping`; people may be named by id, employee number, address or name.
 *
 * A row names `mentorId` and `menteeId`; or `respondent` and `partner`, with `by` telling which of the two answers. Blank
 * cells are unknown, never 0. Which values are allowed is for `evaluate` to check.
 */
export function outcomesFromRows(source: FileSource, options: FeedbackOptions = {}): FeedbackOutcome {
  return asPublic("outcomesFromRows", () => {
    const { find, mapping = {} } = options;
    const { answers, issues } = readAnswers<FeedbackField>(source, {
      find,
      fieldOf: (header) => feedbackField(header, mapping),
      valueOf: feedbackValue,
    });
    return { outcomes: answers.map(({ people, values }) => outcomeOf(people, values)), issues };
  });
}

/** Fields by which an answer names two people. */
type PersonField = "mentorId" | "menteeId" | "respondent" | "partner" | "by";

/** How the cells of a table of answers are read. */
export interface AnswerReading<Field extends string> {
  readonly find: ReadOutcome["find"] | undefined;
  readonly fieldOf: (header: string) => Field | undefined;
  readonly valueOf: (field: Field, given: unknown) => FeedbackValue;
}

export interface ReadAnswers<Field extends string> {
  readonly answers: readonly {
    readonly people: TwoPeople;
    readonly values: ReadonlyMap<Field, string | number | boolean>;
    readonly line: number;
  }[];
  readonly issues: readonly SourceIssue[];
}

/** The answers of a table, each of two people whom it names. */
export function readAnswers<Field extends string>(
  source: FileSource,
  { find, fieldOf, valueOf }: AnswerReading<Field | PersonField>,
): ReadAnswers<Field | PersonField> {
  const table = tableOf(source);
  if ("issues" in table) return { answers: [], issues: table.issues };
  const fields = table.headers.map(fieldOf);
  const issues: SourceIssue[] = [...headerIssues(source.name, table, fields)];
  if (issues.some(({ severity }) => severity === "error")) return { answers: [], issues };
  const answers = table.rows.flatMap((row): ReadAnswers<Field | PersonField>["answers"] => {
    const wrong: SourceIssue[] = [];
    const told = (code: string, message: string, column?: number): void => {
      const place = column === undefined ? {} : { column };
      wrong.push({ code, severity: "error", file: source.name, line: row.line, ...place, message });
    };
    if (row.fault !== undefined) told(row.fault.code, row.fault.message);
    const values = new Map<Field | PersonField, string | number | boolean>();
    row.cells.forEach((given, at) => {
      const field = fields[at];
      if (field === undefined) return;
      const text = String(given).trim();
      if (given === undefined || given === null || text === "") return;
      const read = valueOf(field, given);
      if ("value" in read) values.set(field, read.value);
      else told(read.code, read.message, at + 1);
    });
    if (values.size === 0 && wrong.length === 0) return [];
    const people = peopleOf(values, find, told);
    issues.push(...wrong);
    return people === undefined || wrong.length > 0 ? [] : [{ people, values, line: row.line }];
  });
  return { answers, issues };
}

type FeedbackTable = CellsTable<unknown>;

function tableOf(source: FileSource): FeedbackTable | Unreadable {
  if (isSheet(source)) return cellsTable(source);
  const start = source.text.replace(/^\uFEFF/u, "").trimStart();
  if (!start.startsWith("{") && !start.startsWith("[")) return cellsTable(source);
  return recordsTable(source.name, source.text.replace(/^\uFEFF/u, ""), start.startsWith("["));
}

/** A JSON list, a document with a list of outcomes, or a line for each answer. */
function recordsTable(file: string, text: string, isList: boolean): FeedbackTable | Unreadable {
  const whole = parseJson(file, text);
  const list =
    "issues" in whole ? undefined : isRecord(whole.value) ? (whole.value["outcomes"] ?? [whole.value]) : whole.value;
  if (Array.isArray(list))
    return ofRecords(
      file,
      Array.from<unknown>(list).map((value, at) => ({ value, line: at + 1 })),
    );
  if ("issues" in whole && isList) return whole;
  const read = text
    .split("\n")
    .flatMap((each, at) => (each.trim() === "" ? [] : [{ parsed: parseJson(file, each, at + 1), line: at + 1 }]));
  const issues = read.flatMap(({ parsed }) => ("issues" in parsed ? parsed.issues : []));
  if (issues.length > 0) return { issues };
  return ofRecords(
    file,
    read.flatMap(({ parsed, line }) => ("value" in parsed ? [{ value: parsed.value, line }] : [])),
  );
}

function ofRecords(
  file: string,
  items: readonly { readonly value: unknown; readonly line: number }[],
): FeedbackTable | Unreadable {
  const records = items.flatMap(({ value, line }) => (isRecord(value) ? [{ value, line }] : []));
  if (records.length < items.length) {
    const message = "expected a list of objects, one for each answer.";
    return { issues: [{ code: "ITEM_TYPE", severity: "error", file, message }] };
  }
  const headers = [...new Set(records.flatMap(({ value }) => Object.keys(value)))];
  return {
    headers,
    line: 1,
    rows: records.map(({ value, line }) => ({
      line,
      cells: headers.map((header): unknown => (Object.hasOwn(value, header) ? value[header] : undefined)),
    })),
  };
}

function headerIssues(
  file: string,
  { headers, line }: FeedbackTable,
  fields: readonly (string | undefined)[],
): readonly SourceIssue[] {
  const has = (field: PersonField): boolean => fields.includes(field);
  const issues: SourceIssue[] = [];
  const told = { file, line } as const;
  fields.forEach((field, at) => {
    const column = at + 1;
    if (field === undefined && headers[at] !== "") {
      const message = "this column is not used.";
      issues.push({ ...told, code: "COLUMN_UNUSED", severity: "warning", column, message });
    } else if (field !== undefined && fields.indexOf(field) < at) {
      const message = `expected one column for ${field}, got a second one.`;
      issues.push({ ...told, code: "HEADER_DUPLICATE", severity: "error", column, message });
    }
  });
  const hasPair = has("mentorId") && has("menteeId");
  if (!hasPair && !(has("respondent") && has("partner") && has("by"))) {
    const message = "expected the columns mentorId and menteeId, or respondent, partner and by.";
    issues.push({ ...told, code: "COLUMN_MISSING", severity: "error", message });
  }
  return issues;
}

interface TwoPeople {
  readonly mentorId: string;
  readonly menteeId: string;
}

function peopleOf(
  values: ReadonlyMap<string, string | number | boolean>,
  find: ReadOutcome["find"] | undefined,
  told: (code: string, message: string) => void,
): TwoPeople | undefined {
  const isMentor = values.get("by") === "mentor";
  const of = (field: "mentorId" | "menteeId", isOwn: boolean): string | undefined => {
    const text = values.get(field) ?? values.get(isOwn ? "respondent" : "partner");
    return text === undefined ? undefined : personOf(String(text), find, told);
  };
  const needsSide = !values.has("mentorId") || !values.has("menteeId");
  const [mentorId, menteeId] =
    needsSide && !values.has("by") ? [undefined, undefined] : [of("mentorId", isMentor), of("menteeId", !isMentor)];
  if (mentorId !== undefined && menteeId !== undefined) return { mentorId, menteeId };
  told("ID_EMPTY", "expected a mentor and a mentee, got an answer that does not tell both.");
  return undefined;
}

function personOf(
  text: string,
  find: ReadOutcome["find"] | undefined,
  told: (code: string, message: string) => void,
): string {
  if (find === undefined) return text;
  const [id, ...others] = find(text);
  if (others.length > 0) told("REFERENCE_AMBIGUOUS", "expected one person, got what several people have.");
  else if (id === undefined) told("PERSON_UNKNOWN", "expected somebody of the programme, got another.");
  return id ?? text;
}

function outcomeOf(people: TwoPeople, values: ReadonlyMap<string, string | number | boolean>): Outcome {
  const rest = [...values].filter(([field]) => !["mentorId", "menteeId", "respondent", "partner"].includes(field));
  // what a field may hold is checked where outcomes are joined to pairs
  return { ...people, ...(Object.fromEntries(rest) as Omit<Outcome, "mentorId" | "menteeId">) };
}
