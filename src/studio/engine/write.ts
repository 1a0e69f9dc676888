import type { MatchInput, MatchResult } from "../../index.ts";
import { zipOf } from "../../io/bytes/zip.ts";
import {
  invitationsOf,
  pairsToCsv,
  type ReadOutcome,
  rejectedToCsv,
  resultToExcel,
  resultToJson,
} from "../../io/index.ts";
import { renderCards, renderReport } from "../../report/index.ts";
import type { Download, Written } from "../protocol.ts";

/** What there is to be written. */
export interface Writable {
  readonly outcome: ReadOutcome;
  readonly input: MatchInput;
  readonly result: MatchResult;
}

type Language = "en" | "tr";

const ZIP = "application/zip";
const CSV = "text/csv;charset=utf-8";
const HTML = "text/html;charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSON_TYPE = "application/json";

/** A file to be saved, with the bytes that the command would write. */
export async function written(what: Download, all: Writable, language: Language): Promise<Written> {
  const { input, result, outcome } = all;
  switch (what) {
    case "pairs":
      return text("pairs.csv", CSV, pairsToCsv(result, { language, input, excel: true }));
    case "rejected":
      return text("rejected.csv", CSV, rejectedToCsv(outcome.rejected, { language, excel: true }));
    case "workbook":
      return { name: "pairs.xlsx", type: XLSX, bytes: await resultToExcel(input, result, { language }) };
    case "letters": {
      const { files } = invitationsOf(input, result, { languages: [language], addressOf: outcome.addressOf });
      return { name: "letters.zip", type: ZIP, bytes: zipOf(files) };
    }
    case "report":
      return text("report.html", HTML, renderReport(input, result, { language }));
    case "cards":
      return text("cards.html", HTML, renderCards(input, result, { language }));
    case "result":
      return text("result.json", JSON_TYPE, resultToJson(result));
  }
}

function text(name: string, type: string, content: string): Written {
  return { name, type, bytes: new TextEncoder().encode(content) };
}
