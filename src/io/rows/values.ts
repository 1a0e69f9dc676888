import { counted } from "../../base/figures.ts";
import { blankWordTest, mayBeBlankWord } from "./blanks.ts";
import { isFormulaError } from "../values/formula-error.ts";
import { areLanguages, hasOnlyCommas, isBlank, isList } from "./cells.ts";
import { listReader } from "./lists.ts";
import { combinedValue } from "../columns/sources.ts";
import { foldedHeader } from "../columns/header-text.ts";
import type { HeaderFields } from "../columns/headers.ts";
import type { CellValue, ColumnField, TableOptions, Row, SourceIssue } from "../source.ts";

/** The values of a row by field, or what is wrong with one of its cells. */
export type RowValues =
  Pick<Row, "values" | "further"> | { readonly fault: Pick<SourceIssue, "code" | "message" | "column"> };

/** Reads the rows of one file, and counts what is told once for all of them. */
export interface RowReader {
  /** @param keyOf Keys of the cells, for rows of JSON */
  readonly read: (cells: readonly unknown[], line: number, keyOf?: (column: number) => string | undefined) => RowValues;
  readonly told: () => RowsTold;
}

/** What is told once for the rows of a file. */
export interface RowsTold {
  /** How many cells and items held a word for nothing. */
  readonly blanks: number;
  readonly issues: readonly SourceIssue[];
}

/**
 * A reader of rows: single columns, columns that give a field together, and further columns of managers where the better
 * ones are blank; words as the options translate them, none for nothing, and defaults for what is blank.
 */
export function rowReader(file: string, known: HeaderFields, options: TableOptions): RowReader {
  const cellsOf = saidCells(options);
  const defaults = Object.entries(options.defaults ?? {});
  const read: RowReader["read"] = (cells, line, keyOf) => {
    const values = new Map<ColumnField, CellValue>();
    const put = (field: ColumnField, value: unknown, column: number): void => {
      const said = cellsOf.said(field, value, line, column);
      if (said === undefined) return;
      const key = keyOf?.(column - 1);
      values.set(field, key === undefined ? { value: said, column } : { value: said, column, key });
    };
    for (const [column, value] of cells.entries()) {
      const field = known.fields[column];
      if (field !== undefined) put(field, value, column + 1);
    }
    for (const combined of known.combined) {
      // "-" and "none" are answers in a column of an option
      const cellAt = (column: number): unknown =>
        combined.how === "options" && !isFormulaError(cells[column])
          ? cells[column]
          : cellsOf.filled(combined.field, cells[column], line, column + 1);
      const found = combinedValue(combined, cellAt, options);
      if (found === undefined) continue;
      if ("code" in found) return { fault: found };
      put(combined.field, found.value, found.column);
    }
    const further: (CellValue & { readonly field: ColumnField })[] = [];
    for (const [column, field] of known.further) {
      const isFirst = !values.has(field);
      const said = isFirst ? undefined : cellsOf.said(field, cells[column], line, column + 1);
      if (isFirst) put(field, cells[column], column + 1);
      else if (said !== undefined) further.push({ field, value: said, column: column + 1 });
    }
    for (const [field, value] of defaults) {
      // `optionIssues` refuses names of no field
      if (!values.has(field as ColumnField)) values.set(field as ColumnField, { value, column: 1 });
    }
    return further.length === 0 ? { values } : { values, further };
  };
  return { read, told: () => cellsOf.told(file) };
}

/** What the cells of a file say: translated, and without words for nothing. */
interface SaidCells {
  /** What a cell says in a field; `undefined` for nothing. */
  readonly said: (field: ColumnField, value: unknown, line: number, column: number) => unknown;
  /** The cell, unless it holds a word for nothing, or the error of a formula in a field that names nobody. */
  readonly filled: (field: ColumnField, value: unknown, line: number, column: number) => unknown;
  readonly told: (file: string) => RowsTold;
}

function saidCells(options: TableOptions): SaidCells {
  const isBlankWord = blankWordTest(options);
  const translated = translator(options);
  const readList = listReader(options);
  const others = new Map<ColumnField, CellsOfColumn>();
  const commas = new Map<ColumnField, CellsOfColumn>();
  const errors = new Map<ColumnField, CellsOfColumn>();
  let blanks = 0;
  const filled: SaidCells["filled"] = (field, value, line, column) => {
    if (isFormulaError(value)) {
      // whom a formula did not find is somebody; a manager who was not found is not the top
      if (field === "email" || REFERENCES.has(field)) return value;
      count(errors, field, line, column);
      return undefined;
    }
    if (!mayBeBlankWord(field) || !isBlankWord(value)) return value;
    blanks += 1;
    return undefined;
  };
  /** The items of a list; text that is no list stays, to be refused. */
  const itemsOf = (field: ColumnField, value: unknown, line: number, column: number): unknown => {
    const list = typeof value === "string" ? readList(field, value.trim()) : { value };
    if ("code" in list || !Array.isArray(list.value)) return value;
    if ("doubts" in list) count(others, field, line, column);
    const items = Array.from<unknown>(list.value);
    const kept = items.filter((item) => filled(field, item, line, column) !== undefined);
    return kept.length === 0 && items.length > 0 ? undefined : kept.map((item) => translated(field, item));
  };
  return {
    filled,
    said: (field, value, line, column) => {
      if (isBlank(value)) return undefined;
      const said = filled(field, translated(field, asText(field, value)), line, column);
      if (isBlank(said) || !isList(field)) return isBlank(said) ? undefined : said;
      const mayDivide = options.commaLists !== true && options.answers?.[field] === undefined;
      if (mayDivide && hasOnlyCommas(field, said) && !areLanguages(field, said)) count(commas, field, line, column);
      return itemsOf(field, said, line, column);
    },
    told: (file) => ({
      blanks,
      issues: [
        ...[...commas].map(([field, cells]) => commaIssue(file, field, cells)),
        ...[...others].map(([field, cells]) => otherIssue(file, field, cells)),
        ...[...errors].map(([field, cells]) => errorIssue(file, field, cells)),
      ],
    }),
  };
}

/** Cells of a column of which the same is told. */
interface CellsOfColumn {
  /** Those of the first one. */
  readonly line: number;
  readonly column: number;
  count: number;
}

function count(cells: Map<ColumnField, CellsOfColumn>, field: ColumnField, line: number, column: number): void {
  const known = cells.get(field);
  if (known === undefined) cells.set(field, { line, column, count: 1 });
  else known.count += 1;
}

/** Answers in people's own words, or an option that the list lacks. */
function otherIssue(file: string, field: ColumnField, { line, column, count: cells }: CellsOfColumn): SourceIssue {
  const message = `${field}: ${counted(cells, "cell holds", "cells hold")} answers that "answers" does not list; they stay as they are written.`;
  return { code: "ANSWER_NOT_LISTED", severity: "warning", file, line, column, message };
}

/** Errors of formulas where something else than a person should stand. */
function errorIssue(file: string, field: ColumnField, { line, column, count: cells }: CellsOfColumn): SourceIssue {
  const hold = counted(cells, "cell or item holds", "cells or items hold");
  const message = `${field}: ${hold} the error of a formula, such as #N/A; it counts as blank.`;
  return { code: "FORMULA_ERROR", severity: "warning", file, line, column, message, hint: "Mend the formula." };
}

/** A column of lists that looks as if commas divided them: what is taken for one item may be several. */
function commaIssue(file: string, field: ColumnField, { line, column, count: cells }: CellsOfColumn): SourceIssue {
  const message = `${field}: ${counted(cells, "cell holds", "cells hold")} commas but no semicolon; each is taken for one item, commas and all.`;
  const hint =
    'If commas divide the items, say "commaLists": true in the configuration; if options hold commas, list them: ' +
    `"answers": { "${field}": ["…"] }.`;
  return { code: "LIST_COMMAS", severity: "warning", file, line, column, message, hint };
}

const REFERENCES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(["id", "employeeNumber", "managerId", "dottedLineManagerIds", "avoid", "choices"] as const),
  ...(["evaluatorIds", "assistantIds", "formerManagerIds"] as const),
]);

/** Ids that a system writes as whole numbers, as text; larger ones than a double can hold are left to be refused. */
function asText(field: ColumnField, value: unknown): unknown {
  if (typeof value === "string" || !REFERENCES.has(field)) return value;
  const one = (item: unknown): unknown => (Number.isSafeInteger(item) ? String(item) : item);
  return Array.isArray(value) ? Array.from<unknown>(value).map(one) : one(value);
}

/** Turns values into the words of the input, as the options say; compared without case and accents. */
function translator({ values = {} }: TableOptions): (field: ColumnField, value: unknown) => unknown {
  const folded = (text: string): string => foldedHeader(text).trim();
  const wordsOf = new Map(
    Object.entries(values).map(
      ([field, words]) =>
        [field, new Map(Object.entries(words).map(([word, meant]) => [folded(word), meant] as const))] as const,
    ),
  );
  return (field, value) => {
    const words = wordsOf.get(field);
    if (words === undefined || (typeof value !== "string" && typeof value !== "number")) return value;
    return words.get(folded(String(value))) ?? value;
  };
}
