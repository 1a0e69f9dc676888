import Papa from "papaparse";
import type { Delimiter, SheetSource, SourceIssue, TextSource } from "../text-source.ts";

/** A row as it stands in the file. */
export interface RawRow {
  readonly cells: readonly string[];
  /** From 1; the line on which the row begins. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly fault?: Fault;
}

export type Fault = Pick<SourceIssue, "code" | "message" | "column" | "hint">;

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** Rows from which the delimiter is found. */
const SAMPLED = 20;

/** Rows that are not blank, or why the text has none. */
export type RawRows =
  | {
      readonly rows: readonly RawRow[];
      readonly open?: Fault & { readonly line: number };
      /** Absent for sheets. */
      readonly delimiter?: Delimiter;
    }
  | { readonly fault: SourceIssue };

/** Divides a text into rows of cells. Line ends may be LF, CRLF or CR; in cells they all become LF. */
export function rawRows({ name: file, text, delimiter }: TextSource): RawRows {
  const fault = textFault(file, text);
  if (fault !== undefined) return { fault };
  const unmarked = text.replace(/\r\n?/gu, "\n");
  // the first line by which Excel tells itself the delimiter
  const named = /^"?sep=(?<mark>[,;\t])"?\n/iu.exec(unmarked);
  const start = named?.[0].length ?? 0;
  const body = unmarked.slice(start);
  const mark = delimiter ?? DELIMITERS.find((each) => each === named?.groups?.["mark"]) ?? delimiterOf(body);
  return parsed(body, mark, named === null ? 1 : 2);
}

/** The rows of a sheet that are not blank. */
export function sheetRows({ name: file, rows }: SheetSource): RawRows {
  const filled = rows.flatMap((cells, at): readonly RawRow[] =>
    cells.some((cell) => cell.trim() !== "") ? [{ cells, line: at + 1 }] : [],
  );
  if (filled.length > 0) return { rows: filled };
  const message = "expected a header and rows, got an empty sheet.";
  return { fault: { code: "FILE_EMPTY", severity: "error", file, message } };
}

const NUL_HINT = "A file in UTF-16 without its mark needs its encoding named: utf-16le or utf-16be.";

function textFault(file: string, text: string): SourceIssue | undefined {
  const told = { severity: "error", file } as const;
  if (text.trim() === "") {
    return { ...told, code: "FILE_EMPTY", message: "expected a header and rows, got an empty file." };
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    return {
      ...told,
      code: "CSV_NUL",
      line: lineAt(text, nul),
      message: "expected text, got a NUL byte.",
      hint: NUL_HINT,
    };
  }
  if (!text.includes("\n") || !/\r(?!\n)/u.test(text)) return undefined;
  // of the same length, so that places stay
  const bare = text.replace(/"[^"]*"/gu, (quoted) => "x".repeat(quoted.length));
  const lone = /\r(?!\n)/u.exec(bare);
  if (lone === null) return undefined;
  const message = "expected one kind of line end, got a carriage return alone in a file with line feeds.";
  return { ...told, code: "CSV_LINE_ENDS", line: lineAt(text, lone.index), message };
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n?|\n/u).length;
}

/** The delimiter that gives most of the first rows as many cells as the header, then the one that gives most cells. */
function delimiterOf(text: string): Delimiter {
  const tried = DELIMITERS.map((mark) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: mark, newline: "\n", preview: SAMPLED });
    const rows = data.filter((row) => row.some((cell) => cell.trim() !== ""));
    const width = rows[0]?.length ?? 0;
    const fitting = rows.filter(({ length }) => length === width).length;
    return { mark, width, rank: width === 1 ? 0 : fitting / rows.length };
  });
  return tried.reduce((best, each) =>
    each.rank > best.rank || (each.rank === best.rank && each.width > best.width) ? each : best,
  ).mark;
}

function parsed(text: string, delimiter: Delimiter, firstLine: number): RawRows {
  const rows: RawRow[] = [];
  let open: (Fault & { readonly line: number }) | undefined;
  let line = firstLine;
  let cursor = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data: cells, errors, meta }) => {
      const [begin, from] = [line, cursor];
      line += breaksIn(text, from, meta.cursor);
      cursor = meta.cursor;
      const [first] = errors;
      if (first !== undefined && errors.some(({ code }) => code === "MissingQuotes")) {
        open = {
          ...openQuote(first.code),
          line: begin + breaksIn(text, from, first.index ?? from),
          column: cells.length,
        };
        return;
      }
      if (!cells.some((cell) => cell.trim() !== "")) return;
      const isBroken = errors.some(({ code }) => code === "InvalidQuotes");
      const hasQuote = isBroken || cells.some((cell) => cell.includes('"'));
      const fault = hasQuote ? strayQuote(text.slice(from, cursor), delimiter, isBroken, line - begin) : undefined;
      rows.push(fault === undefined ? { cells, line: begin } : { cells, line: begin, fault });
    },
  });
  return open === undefined ? { rows, delimiter } : { rows, delimiter, open };
}

/** A cell that runs to the end of the file. */
function openQuote(first: string): Fault {
  if (first === "MissingQuotes") {
    const hint = "Close the quote of this cell; write quotes within a quoted cell twice.";
    return { code: "CSV_QUOTE_OPEN", message: "expected a closing quote, got the end of the file.", hint };
  }
  const message =
    "expected a delimiter or a line end behind a closing quote; all further lines were taken for this cell.";
  return { code: "CSV_QUOTE_STRAY", message, hint: QUOTING };
}

const QUOTING = "Quote the whole cell and write quotes within it twice.";

/** A quote that neither opens nor closes a cell. One pass over the row. */
function strayQuote(text: string, delimiter: Delimiter, isBroken: boolean, lines: number): Fault | undefined {
  let column = 1;
  for (let at = 0; ; column += 1) {
    const end = cellEnd(text, at, delimiter);
    if (end === undefined) break;
    if (end >= text.length || text[end] === "\n") {
      if (!isBroken) return undefined;
      break;
    }
    at = end + 1;
  }
  const more = lines > 1 ? ` Up to ${lines} lines were taken for one row.` : "";
  const message = `expected quotes around a whole cell, got one within it or text behind it.${more}`;
  return { code: "CSV_QUOTE_STRAY", column, message, hint: QUOTING };
}

/** Where the delimiter, line end or end of the text behind a cell stands; `undefined` where its quotes are wrong. */
function cellEnd(text: string, start: number, delimiter: Delimiter): number | undefined {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== '"') end += 1;
    return text[end] === '"' ? undefined : end;
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const next = text[close + 1];
  return next === undefined || next === "\n" || next === delimiter ? close + 1 : undefined;
}

function breaksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
