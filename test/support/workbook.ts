import { strToU8, zipSync } from "fflate";

/** A cell: text, a number (perhaps with the number of a style), a boolean, an error, or the XML itself. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  | { readonly xml: string }
  | { readonly value: number; readonly style: number };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly isHidden?: boolean;
}

/** Styles of made workbooks, by number: none, a date, a date with a time, a time of day, five digits. */
export const STYLE = { date: 1, dateTime: 2, time: 3, fiveDigits: 4 } as const;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as bytes, written by hand so that every form of cell can be tried. */
export function workbook(sheets: readonly MadeSheet[], more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const listed = sheets.map(
    ({ name, isHidden = false }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipSync({
    "xl/workbook.xml": strToU8(
      `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join("")}<Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs count="5">${[0, 14, 22, 20, 170].map((format) => `<xf numFmtId="${format}"/>`).join("")}</cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(sheetXml(rows.map(rowXml).join("")))]),
    ),
    ...more,
  });
}

export function sheetXml(rows: string): string {
  return `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`;
}

function rowXml(cells: readonly MadeCell[], row: number): string {
  return `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join("")}</row>`;
}

function cellXml(cell: MadeCell, at: string): string {
  if (cell === null) return "";
  if (typeof cell === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ("error" in cell) return `<c r="${at}" t="e"><f>VLOOKUP(1,2,3)</f><v>${cell.error}</v></c>`;
  if ("xml" in cell) return cell.xml;
  return `<c r="${at}" s="${cell.style}"><v>${cell.value}</v></c>`;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
