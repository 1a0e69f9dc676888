import { counted } from "../../base/figures.ts";
import { rawRows, sheetRows } from "../csv/raw-rows.ts";
import type { FileSource, SourceIssue } from "../source.ts";
import { isSheet } from "../text-source.ts";

/** Cells under headers, and what is wrong with a row. */
export interface CellsTable<Cell = string> {
  readonly headers: readonly string[];
  /** Line of the headers. */
  readonly line: number;
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly Cell[];
    readonly fault?: { readonly code: string; readonly message: string };
  }[];
}

export type Unreadable = { readonly issues: readonly SourceIssue[] };

/** Reads CSV or a sheet whole, or tells why it cannot be: a quote that stays open would swallow rows in silence. */
export function cellsTable(source: FileSource): CellsTable | Unreadable {
  const file = source.name;
  const raw = isSheet(source) ? sheetRows(source) : rawRows({ ...source, text: source.text.replace(/^\uFEFF/u, "") });
  if ("fault" in raw) return { issues: [raw.fault] };
  if (raw.open !== undefined) return { issues: [{ severity: "error", file, ...raw.open }] };
  const [head, ...rows] = raw.rows;
  const headers = (head?.cells ?? []).map((cell) => cell.trim());
  return {
    headers,
    line: head?.line ?? 1,
    rows: rows.map(({ line, cells, fault }) => {
      const long = cells.slice(headers.length).some((cell) => cell.trim() !== "");
      const torn =
        fault ??
        (long
          ? { code: "CSV_ROW_LONG", message: `expected ${counted(headers.length, "cell")}, got more.` }
          : undefined);
      return { line, cells, ...(torn === undefined ? {} : { fault: torn }) };
    }),
  };
}
