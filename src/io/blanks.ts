import { isBlank, isList, readList } from "./cells.ts";
import type { ColumnField, ReadOptions, Row, SourceIssue } from "./source.ts";
import { plainWords } from "./values/spelling.ts";

/** Words by which exports and people say that there is nothing. */
const BLANK_WORDS = [
  "NA",
  "N/A",
  "#N/A",
  "#N/D",
  "NULL",
  "(null)",
  "NaN",
  "nil",
  "none",
  "-",
  "--",
  "—",
  "–",
  "yok",
  "(blank)",
];

/** Fields in which such a word may be what is meant: ids and names of people, answers, and counts, of which none is 0. */
const EXEMPT: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(["id", "name", "firstName", "lastName", "role", "isMentor", "isMentee", "capacity", "minimumLoad"] as const),
]);

/** Rows without cells and items that hold a word for nothing, and how many those were. */
export function withoutBlankWords(
  rows: readonly Row[],
  options: ReadOptions,
): { readonly rows: readonly Row[]; readonly count: number } {
  const words = new Set((options.blank ?? BLANK_WORDS).map(plainWords));
  let count = 0;
  const longest = [...words].reduce((most, { length }) => Math.max(most, length), 0);
  const isWord = (value: unknown): boolean => {
    const text = typeof value === "string" ? value.trim() : "";
    // accents apart doubles the length at most
    return text !== "" && text.length <= 2 * longest && words.has(plainWords(text));
  };
  const kept = (field: ColumnField, value: unknown): unknown => {
    if (isWord(value)) {
      count += 1;
      return undefined;
    }
    if (!isList(field)) return value;
    const list = typeof value === "string" ? readList(value.trim(), options) : { value };
    if ("code" in list || !Array.isArray(list.value) || !list.value.some(isWord)) return value;
    const left = Array.from<unknown>(list.value).filter((item) => !isWord(item));
    count += list.value.length - left.length;
    return left.length === 0 ? undefined : left;
  };
  const read = rows.map((row): Row => {
    const values = new Map(row.values);
    for (const [field, cell] of row.values) {
      if (EXEMPT.has(field)) continue;
      const value = kept(field, cell.value);
      if (isBlank(value)) values.delete(field);
      else if (value !== cell.value) values.set(field, { ...cell, value });
    }
    return { ...row, values };
  });
  return { rows: read, count };
}

/** Tells once how many there were. */
export function blankIssue(count: number): SourceIssue {
  const message = `${count} cells or items hold a word for nothing, such as N/A, - or yok, and count as blank.`;
  const hint = 'The words are those of "blank" in the configuration; [] reads them all as they are.';
  return { code: "BLANK_WORDS", severity: "warning", file: "", message, hint };
}
