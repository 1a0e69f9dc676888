import { asPublic } from "../../base/public.ts";
import type * as Reader from "read-excel-file/universal";
import { foldText, TersineError } from "../../index.ts";
import type { SheetSource, SourceIssue } from "../text-source.ts";
import { invalid, type Parts, stored, tooLarge, unpacked } from "./archive.ts";
import { cellText, columnLetter } from "./cells.ts";
import { type ListedSheet, listedSheets, paddedStyles, preparedSheet } from "./sheet-xml.ts";

/** A workbook as it was uploaded or read from a disk. */
export interface Workbook {
  /** Only used in messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SheetOptions {
  /** Name of the sheet, compared without case. @default the first sheet that is not hidden */
  readonly sheet?: string;
}

/** Most columns with values, as in tables of text, and most cells. */
const MOST_COLUMNS = 1_000;
const MOST_CELLS = 20_000_000;

/** Whether bytes begin as those of a workbook do, and of any other zip file. */
export function isZip(bytes: Uint8Array): boolean {
  return asPublic("isZip", () => {
    return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);
  });
}

/**
 * Reads a sheet of an Excel workbook (.xlsx) as a source for `readMatchInput` and `readPublishedPairs`, through the package
 * `read-excel-file`, an optional peer dependency. Cells become what a CSV export of the sheet would hold, dates in ISO form;
 * formulas give the value that was last calculated, errors such as `#N/A` their text. Issues name the sheet and the cell.
 *
 * @throws TersineError EXCEL_MISSING if the package is not installed; EXCEL_INVALID for other files and broken ones;
 * EXCEL_SHEET_UNKNOWN; EXCEL_FORMULA where formulas were never calculated; LIMIT_WORKBOOK
 *
 * @example
 * const people = await readSheet({ name: "staff.xlsx", bytes }, { sheet: "People" });
 * readMatchInput({ people, mentors, mentees });
 */
export function readSheet(workbook: Workbook, options: SheetOptions = {}): Promise<SheetSource> {
  return asPublic("readSheet", async () => {
    const { name: file, bytes } = workbook;
    const library = await loaded();
    if (!isZip(bytes)) throw invalid();
    const parts = unpacked(bytes);
    const sheets = sheetsIn(parts);
    const { sheet, others } = chosen(sheets, options);
    const errors = prepare(parts, sheets, sheet);
    const name = `${file} [${sheet.name}]`;
    const rows = await rowsOf(library, parts, sheet.name);
    const issues = [
      ...(options.sheet === undefined && others.length > 0 ? [unreadSheets(name, others)] : []),
      ...(errors.length > 0 ? [errorCells(name, errors)] : []),
    ];
    return { name, sheet: sheet.name, rows, issues };
  });
}

/**
 * Names of the sheets of a workbook that a person sees, in their order; of all if all are hidden.
 *
 * @throws TersineError EXCEL_INVALID, LIMIT_WORKBOOK
 */
export function sheetNames({ bytes }: Workbook): readonly string[] {
  const sheets = sheetsIn(unpacked(bytes));
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  return (shown.length > 0 ? shown : sheets).map(({ name }) => name);
}

function sheetsIn(parts: Parts): readonly ListedSheet[] {
  return listedSheets(parts.get("xl/workbook.xml") ?? "", parts.get("xl/_rels/workbook.xml.rels") ?? "");
}

type Library = typeof Reader;

async function loaded(): Promise<Library> {
  try {
    return await import("read-excel-file/universal");
  } catch (cause) {
    const message = "workbooks need the package read-excel-file, which is not installed.";
    const hint = "Run npm install read-excel-file.";
    throw new TersineError([{ code: "EXCEL_MISSING", path: "", message, hint }], { cause });
  }
}

async function rowsOf(library: Library, parts: Parts, sheet: string): Promise<readonly (readonly string[])[]> {
  try {
    const rows: readonly (readonly unknown[])[] = await library.readSheet(stored(parts).buffer, sheet, { trim: false });
    return rows.map((row) => row.map(cellText));
  } catch (cause) {
    throw invalid(cause);
  }
}

/** The sheet to read, and the names of others that a person sees. */
function chosen(
  sheets: readonly ListedSheet[],
  { sheet: wanted }: SheetOptions,
): { readonly sheet: ListedSheet; readonly others: readonly string[] } {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const [first, ...others] = shown.length > 0 ? shown : sheets;
  if (first === undefined) throw invalid();
  if (wanted === undefined) return { sheet: first, others: others.map(({ name }) => name) };
  const found =
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => foldText(name) === foldText(wanted));
  if (found !== undefined) return { sheet: found, others: [] };
  const message = `expected the name of a sheet, got another. The workbook has ${listed(sheets.map(({ name }) => name))}.`;
  throw new TersineError([{ code: "EXCEL_SHEET_UNKNOWN", path: "", message }]);
}

/**
 * Makes a sheet ready for the library and takes the others away; what would fill the memory is refused before. Gives the
 * addresses of cells that hold errors.
 */
function prepare(parts: Parts, sheets: readonly ListedSheet[], { path = "" }: ListedSheet): readonly string[] {
  const xml = parts.get(path);
  if (xml === undefined) throw invalid();
  const { columns, rows, uncalculated, ...prepared } = preparedSheet(
    xml,
    paddedStyles(parts.get("xl/styles.xml") ?? ""),
  );
  if (columns > MOST_COLUMNS) {
    const message = `expected at most ${MOST_COLUMNS} columns, got a value in column ${columnLetter(columns)}.`;
    throw new TersineError([{ code: "LIMIT_WORKBOOK", path: "", message }]);
  }
  if (rows * columns > MOST_CELLS) throw tooLarge(`expected at most ${MOST_CELLS} cells in a sheet, got more.`);
  if (uncalculated.length > 0) throw neverCalculated(uncalculated);
  for (const other of sheets) if (other.path !== undefined) parts.delete(other.path);
  parts.set(path, prepared.xml);
  return prepared.errors;
}

/** Most names that a message lists. */
const LISTED = 10;

function listed(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  return `${names.slice(0, LISTED).join(", ")}${more}`;
}

function neverCalculated(cells: readonly string[]): TersineError {
  const message = `expected values, got formulas that were never calculated in ${listed(cells)}.`;
  const hint = "Open the workbook in a spreadsheet program and save it: then it holds what the formulas give.";
  return new TersineError([{ code: "EXCEL_FORMULA", path: "", message, hint }]);
}

function errorCells(file: string, cells: readonly string[]): SourceIssue {
  const count = cells.length === 1 ? "1 formula gives" : `${cells.length} formulas give`;
  const message = `${count} an error such as #N/A, in ${listed(cells)}: what it should show is not known here.`;
  const hint = "Check them first of all in columns of managers: somebody without a manager counts as the top.";
  return { code: "EXCEL_ERRORS", severity: "warning", file, message, hint };
}

function unreadSheets(file: string, others: readonly string[]): SourceIssue {
  const message = `only this sheet is read; the workbook has others: ${listed(others)}.`;
  const hint = "Name the sheet that is meant: --sheet NAME, or people.xlsx#NAME.";
  return { code: "SHEETS_UNREAD", severity: "warning", file, message, hint };
}
