import { isBlank } from "./cells.ts";
import { combinedValue } from "./column-sources.ts";
import { foldedHeader } from "./header-text.ts";
import type { HeaderFields } from "./headers.ts";
import type { CellValue, ColumnField, TableOptions, Row, SourceIssue } from "./source.ts";

/** The values of a row by field, or what is wrong with one of its cells. */
export type RowValues =
  Pick<Row, "values" | "further"> | { readonly fault: Pick<SourceIssue, "code" | "message" | "column"> };

/**
 * The values of a row: of single columns, of columns that give a field together, and of further columns of managers where
 * the better ones are blank; words as the options translate them, and defaults for what is blank.
 */
export function rowValues(
  cells: readonly unknown[],
  known: HeaderFields,
  options: TableOptions,
  keyOf: (column: number) => string | undefined = () => undefined,
): RowValues {
  const values = new Map<ColumnField, CellValue>();
  const put = (field: ColumnField, { value, column }: CellValue): void => {
    if (isBlank(value)) return;
    const key = keyOf(column - 1);
    const said = { value: translated(field, asText(field, value), options), column };
    values.set(field, key === undefined ? said : { ...said, key });
  };
  cells.forEach((value, column) => {
    const field = known.fields[column];
    if (field !== undefined) put(field, { value, column: column + 1 });
  });
  for (const combined of known.combined) {
    const found = combinedValue(combined, (column) => cells[column], options);
    if (found === undefined) continue;
    if ("code" in found) return { fault: found };
    put(combined.field, found);
  }
  const further: (CellValue & { readonly field: ColumnField })[] = [];
  for (const [column, field] of known.further) {
    const value = asText(field, cells[column]);
    if (!values.has(field)) put(field, { value, column: column + 1 });
    else if (!isBlank(value)) further.push({ field, value, column: column + 1 });
  }
  for (const [field, value] of Object.entries(options.defaults ?? {})) {
    // `optionIssues` refuses names of no field
    if (!values.has(field as ColumnField)) values.set(field as ColumnField, { value, column: 1 });
  }
  return further.length === 0 ? { values } : { values, further };
}

const REFERENCES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(["id", "employeeNumber", "managerId", "dottedLineManagerIds", "avoid", "choices"] as const),
]);

/** Ids that a system writes as whole numbers, as text; larger ones than a double can hold are left to be refused. */
function asText(field: ColumnField, value: unknown): unknown {
  if (!REFERENCES.has(field)) return value;
  const one = (item: unknown): unknown => (Number.isSafeInteger(item) ? String(item) : item);
  return Array.isArray(value) ? Array.from<unknown>(value).map(one) : one(value);
}

/** A value in the words of the input. */
function translated(field: ColumnField, value: unknown, { values = {} }: TableOptions): unknown {
  const words = Object.hasOwn(values, field) ? values[field] : undefined;
  if (words === undefined || (typeof value !== "string" && typeof value !== "number")) return value;
  const text = foldedHeader(String(value)).trim();
  return Object.entries(words).find(([word]) => foldedHeader(word).trim() === text)?.[1] ?? value;
}
