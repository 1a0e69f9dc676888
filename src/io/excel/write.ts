import { asPublic } from "../../base/public.ts";
import type * as Writer from "write-excel-file/universal";
import type { Cell, Sheet } from "write-excel-file/universal";
import { type MatchInput, type MatchResult, namesOf, TersineError } from "../../index.ts";
import { type Language, meetingLines } from "../results/meeting-text.ts";
import { tooLarge, withoutClock } from "./archive.ts";

export interface ExcelOptions {
  /** Language of reasons and meetings. @default "en" */
  readonly language?: Language;
}

/**
 * A result as an Excel workbook (.xlsx) through the package `write-excel-file`, an optional peer dependency. Its sheets are
 * `pairs`, `unmatched` and `topics`; their headers are the same in both languages, so that `readPublishedPairs` and
 * scripts read them. Ids are texts, scores (0 to 1) and counts are numbers; no cell is a formula. Equal results give equal
 * bytes.
 *
 * @param input The input that the result was made from: names are read from it
 * @throws TersineError EXCEL_MISSING if the package is not installed, LIMIT_WORKBOOK beyond the rows that a sheet has
 */
export function resultToExcel(input: MatchInput, result: MatchResult, options: ExcelOptions = {}): Promise<Uint8Array> {
  return asPublic("resultToExcel", async () => {
    const { language = "en" } = options;
    const write = await loaded();
    const told = { names: namesOf(input), language };
    const sheets = [pairSheet(result, told), unmatchedSheet(result, told), topicSheet(result)];
    const blob = await write(sheets).toBlob();
    return withoutClock(new Uint8Array(await blob.arrayBuffer()));
  });
}

/**
 * Rows of texts as a workbook of one sheet.
 *
 * @param widths Widths of the columns in letters, by header
 */
export async function tableToExcel(
  sheet: string,
  widths: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const write = await loaded();
  const cells = rows.map((row) => row.map((cell) => text(cell)));
  const blob = await write([sheetOf(sheet, widths, cells)]).toBlob();
  return withoutClock(new Uint8Array(await blob.arrayBuffer()));
}

type Library = (typeof Writer)["default"];

async function loaded(): Promise<Library> {
  try {
    return (await import("write-excel-file/universal")).default;
  } catch (cause) {
    const message = "workbooks are written by the package write-excel-file, which is not installed.";
    const hint = "Run npm install write-excel-file.";
    throw new TersineError([{ code: "EXCEL_MISSING", path: "", message, hint }], { cause });
  }
}

interface Told {
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
}

type Written = Sheet<Blob>;

function pairSheet(result: MatchResult, { names, language }: Told): Written {
  const pairs = result.status === "infeasible" ? [] : result.pairs;
  return sheetOf(
    "pairs",
    { mentorId: 14, mentorName: 24, menteeId: 14, menteeName: 24, score: 8, reasons: 70, meetings: 50 },
    pairs.map(({ mentorId, menteeId, score, reasons, meetings }) => [
      text(mentorId),
      text(names.get(mentorId)),
      text(menteeId),
      text(names.get(menteeId)),
      { value: score / 1_000_000, type: Number, format: "0.000", alignVertical: "top" },
      text(reasons.map((reason) => reason[language]).join("\n")),
      text(meetingLines(meetings, language).join("\n")),
    ]),
  );
}

function unmatchedSheet({ unmatched }: MatchResult, { names, language }: Told): Written {
  return sheetOf(
    "unmatched",
    { id: 14, name: 24, side: 10, code: 20, reasons: 90 },
    unmatched.map(({ id, side, code, reasons }) => [
      text(id),
      text(names.get(id)),
      text(side),
      text(code),
      text(reasons.map((reason) => reason[language]).join("\n")),
    ]),
  );
}

function topicSheet(result: MatchResult): Written {
  const topics = result.status === "infeasible" ? [] : result.demand;
  return sheetOf(
    "topics",
    { topic: 40, offeredBy: 12, places: 10, wishedBy: 12, servedIn: 12 },
    topics.map(({ topic, offeredBy, places, wishedBy, servedIn }) => [
      text(topic),
      ...[offeredBy, places, wishedBy, servedIn].map((count): Cell => ({ value: count, type: Number })),
    ]),
  );
}

/** Most rows that a sheet has, the headers among them. */
const MOST_ROWS = 1_048_576;

/** @param widths Widths of the columns in letters, by header */
function sheetOf(sheet: string, widths: Readonly<Record<string, number>>, rows: readonly Cell[][]): Written {
  if (rows.length >= MOST_ROWS) throw tooLarge(`expected fewer than ${MOST_ROWS} rows for a sheet, got more.`);
  const headers = Object.keys(widths).map((header): Cell => ({ value: header, type: String, fontWeight: "bold" }));
  const columns = Object.values(widths).map((width) => ({ width }));
  return { sheet, stickyRowsCount: 1, columns, data: [headers, ...rows] };
}

/** Most characters that a cell holds. */
const MOST_CHARACTERS = 32_767;

/** A cell of text, wrapped. What the format would take for an escaped character is escaped itself (ST_Xstring). */
function text(value: string | undefined): Cell {
  if (value === undefined || value === "") return null;
  const cut = value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value;
  return {
    value: cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_"),
    type: String,
    wrap: true,
    alignVertical: "top",
  };
}
