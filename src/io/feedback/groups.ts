import { asPublic } from "../../base/public.ts";
import { normalHeader } from "../columns/header-text.ts";
import { parseJson } from "../json/parse.ts";
import { isRecord } from "../../base/given.ts";
import type { FileSource, ReadOutcome, SourceIssue } from "../source.ts";
import { isSheet } from "../text-source.ts";
import { cellsTable } from "./cells-table.ts";

export interface GroupOptions {
  /** Whom a text means, as a `ReadOutcome` gives it. People who are not known are passed over. @default ids as written */
  readonly find?: ReadOutcome["find"];
  /** Header of the labels. @default the only column beside that of the ids */
  readonly column?: string;
}

/** Labels by id, for `audit`; blank ones are unknown. */
export interface GroupLabels {
  readonly groups: ReadonlyMap<string, string | null>;
  readonly issues: readonly SourceIssue[];
}

const ID_HEADERS = [
  "id",
  "person",
  "person id",
  "employee number",
  "employee id",
  "email",
  "e-mail",
  "e-posta",
  "sicil no",
  "kişi",
];

/**
 * Labels of one attribute from a table with a column of ids and one of labels, or from a JSON object of ids and labels. It is
 * read apart from the programme: nothing that scores or rules ever sees it.
 */
export function groupsFromRows(source: FileSource, options: GroupOptions = {}): GroupLabels {
  return asPublic("groupsFromRows", () => {
    const text = isSheet(source) ? "" : source.text.replace(/^\uFEFF/u, "");
    if (text.trimStart().startsWith("{")) return groupsOfObject(source.name, text, options);
    const table = cellsTable(source);
    if ("issues" in table) return { groups: new Map(), issues: table.issues };
    const columns = columnsOf(table.headers, options.column);
    if (columns === undefined) {
      const message = "expected a column of ids and one of labels; name the labels' header if there are several.";
      return { groups: new Map(), issues: [error(source.name, "COLUMN_MISSING", message, table.line)] };
    }
    const torn = table.rows.flatMap(({ fault, line }) =>
      fault === undefined ? [] : [error(source.name, fault.code, fault.message, line)],
    );
    const entries = table.rows.map(({ cells, line }) => ({
      id: cells[columns.id] ?? "",
      label: cells[columns.label] ?? "",
      line,
    }));
    const { groups, issues } = collected(source.name, entries, options);
    return { groups, issues: [...torn, ...issues] };
  });
}

function columnsOf(
  headers: readonly string[],
  named: string | undefined,
): { readonly id: number; readonly label: number } | undefined {
  const known = new Set(ID_HEADERS.map(normalHeader));
  const names = headers.map(normalHeader);
  const id = names.findIndex((name) => known.has(name));
  const others = names.flatMap((name, at) => (at === id || name === "" ? [] : [at]));
  const label =
    named === undefined ? (others.length === 1 ? others[0] : undefined) : names.indexOf(normalHeader(named));
  return id < 0 || label === undefined || label < 0 || label === id ? undefined : { id, label };
}

function groupsOfObject(file: string, text: string, options: GroupOptions): GroupLabels {
  const parsed = parseJson(file, text);
  if ("issues" in parsed) return { groups: new Map(), issues: parsed.issues };
  const pairs = isRecord(parsed.value) ? Object.entries(parsed.value) : [];
  const wrong = pairs.filter(([, label]) => label !== null && typeof label !== "string").length;
  if (wrong > 0)
    return { groups: new Map(), issues: [error(file, "ITEM_TYPE", "expected a text or null for each id.")] };
  const entries = pairs.map(([id, label], at) => ({ id, label: typeof label === "string" ? label : "", line: at + 1 }));
  return collected(file, entries, options);
}

function collected(
  file: string,
  entries: readonly { readonly id: string; readonly label: string; readonly line: number }[],
  { find }: GroupOptions,
): GroupLabels {
  const groups = new Map<string, string | null>();
  const issues: SourceIssue[] = [];
  for (const { id, label, line } of entries) {
    const text = id.trim();
    if (text === "") continue;
    const [known, ...others] = find === undefined ? [text] : find(text);
    if (others.length > 0)
      issues.push(error(file, "REFERENCE_AMBIGUOUS", "expected one person, got what several have.", line));
    if (known === undefined || others.length > 0) continue;
    const value = label.trim() === "" ? null : label.trim();
    if (groups.has(known) && groups.get(known) !== value) {
      issues.push(error(file, "FIELD_CONFLICT", "expected one label for each person, got a second one.", line));
    }
    groups.set(known, value);
  }
  return { groups, issues };
}

function error(file: string, code: string, message: string, line?: number): SourceIssue {
  return { code, severity: "error", file, ...(line === undefined ? {} : { line }), message };
}
