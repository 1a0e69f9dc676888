import { counted } from "../../base/figures.ts";
import type { ColumnField, ReadOptions, SourceIssue } from "../source.ts";
import { plainWords } from "../values/spelling.ts";

/** Words by which exports and people say that there is nothing. */
const BLANK_WORDS = [
  "NA",
  "N/A",
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
  // SuccessFactors at the top of the chart
  "NO_MANAGER",
  "NO_MGR",
];

/** Fields in which such a word may be what is meant: ids and names of people, answers, and counts, of which none is 0. */
const EXEMPT: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...([
    "id",
    "name",
    "firstName",
    "lastName",
    "role",
    "isMentor",
    "isMentee",
    "capacity",
    "minimumLoad",
    "answeredAt",
  ] as const),
]);

/** Whether such a word says nothing in a field. */
export function mayBeBlankWord(field: ColumnField): boolean {
  return !EXEMPT.has(field);
}

/** Whether a value is a word for nothing, by the options or by default. */
export function blankWordTest({ blank = BLANK_WORDS }: Pick<ReadOptions, "blank">): (value: unknown) => boolean {
  const words = new Set(blank.map(plainWords));
  const longest = [...words].reduce((most, { length }) => Math.max(most, length), 0);
  const initials = new Set([...words].map((word) => word.charAt(0)));
  return (value) => {
    if (typeof value !== "string") return false;
    const text = value.trim();
    // accents apart doubles the length at most
    if (text === "" || text.length > 2 * longest) return false;
    // most cells are told by their first letter; signs that the plain form leaves out, and other letters, are not
    const [initial = ""] = text;
    if (/[a-z0-9]/iu.test(initial) && !initials.has(initial.toLowerCase())) return false;
    return words.has(plainWords(text));
  };
}

/** Tells once how many there were. */
export function blankIssue(count: number): SourceIssue {
  const message = `${counted(count, "cell or item holds", "cells or items hold")} a word for nothing, such as N/A, - or yok, and ${count === 1 ? "counts" : "count"} as blank.`;
  const hint = 'The words are those of "blank" in the configuration; [] reads them all as they are.';
  return { code: "BLANK_WORDS", severity: "warning", file: "", message, hint };
}
