/** Signs with which spreadsheets begin a formula, also full-width and behind blanks, quotes and apostrophes. */
const SIGNS = String.raw`(?:[^\S;\t\r\n]|["'‘’“”\p{Default_Ignorable_Code_Point}])*[=+\-@＝＋－＠|%]`;

/**
 * Where a cell begins for some reader: at the start of a cell, and within it behind a semicolon, a tab or a line end,
 * since a spreadsheet whose list separator is `;` or a tab divides there and takes quotes in the middle for text. In a file
 * that is divided by another mark than commas, the same holds for commas.
 */
const BEGINS = String.raw`(?<=^|[;\t\r\n])`;
const BEGINS_AT_COMMAS = String.raw`(?<=^|[,;\t\r\n])`;

/** A blank that moves what follows into a cell or a line of its own. */
const LEADING_BREAK = String.raw`[ "'‘’“”\p{Default_Ignorable_Code_Point}]*[\t\r\n]`;

interface Patterns {
  /** Where an apostrophe is put. */
  readonly formula: RegExp;
  /** An apostrophe that stands there. */
  readonly marked: RegExp;
}

function patternsOf(begins: string): Patterns {
  return {
    formula: new RegExp(`${begins}(?=${SIGNS})`, "gu"),
    marked: new RegExp(`${begins}'(?=${SIGNS})|^'(?=${LEADING_BREAK})`, "gu"),
  };
}

const COMMA_FILE = patternsOf(BEGINS);
const OTHER_FILE = patternsOf(BEGINS_AT_COMMAS);
const STARTS_WITH_BREAK = new RegExp(`^${LEADING_BREAK}`, "u");

/** A cell with an apostrophe before whatever a spreadsheet would run as a formula, in a file with this delimiter. */
export function inert(cell: string, delimiter: string): string {
  const marked = cell.replace((delimiter === "," ? COMMA_FILE : OTHER_FILE).formula, "'");
  return STARTS_WITH_BREAK.test(cell) && !marked.startsWith("'") ? `'${marked}` : marked;
}

/** The cell that `inert` was given. */
export function restored(cell: string, delimiter: string): string {
  return cell.replace((delimiter === "," ? COMMA_FILE : OTHER_FILE).marked, "");
}
